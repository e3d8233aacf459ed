"""The error stream may be gone when something is told; nothing else goes wrong for that."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from counterpoint.application.console import somebody_looks_on, tell
from tests.faults.gone_streams import KINDS, gone

PROGRAM = """
import sys
from counterpoint.application.console import shown_on_console, somebody_looks_on, tell

with shown_on_console():
    tell("one\\n")
    tell("\\rtwo", moving=True)
    print("three", file=sys.stderr, flush=True)  # by somebody who does not know
    somebody_looks_on()
print("it goes on")
"""


@pytest.mark.skipif(os.name == "nt", reason="such streams are of POSIX")
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_told_to_a_stream_that_is_gone_goes_nowhere(kind: str) -> None:
    with gone(kind) as stream:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM],
            stdout=subprocess.PIPE,
            stderr=stream,
            text=True,
            check=False,
        )

    assert (done.returncode, done.stdout) == (0, "it goes on\n")


def test_where_there_is_no_stream_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)

    tell("one\n")

    assert not somebody_looks_on()


def test_a_stream_that_somebody_closed_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "stderr").open("w") as stream:
        pass
    monkeypatch.setattr(sys, "stderr", stream)

    tell("one\n")

    assert not somebody_looks_on()


def test_a_stream_that_is_there_has_every_word(capfd: pytest.CaptureFixture[str]) -> None:
    tell("one\n")
    tell("two\n", moving=True)

    assert capfd.readouterr().err == "one\ntwo\n"
