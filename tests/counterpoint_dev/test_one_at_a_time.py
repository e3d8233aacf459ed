"""A second process waits for the first, and for no longer than that lives."""

import subprocess
import sys
from pathlib import Path

import pytest

import counterpoint_dev

CHILD = """
import sys
from pathlib import Path
from counterpoint_dev.one_at_a_time import one_at_a_time

with one_at_a_time(Path(sys.argv[1])):
    print("in", flush=True)
    sys.stdin.readline()
print("out", flush=True)
"""


def begin(path: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, str(path)],
        env={"PYTHONPATH": str(Path(counterpoint_dev.__file__).parents[1])},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def line(child: "subprocess.Popen[str]") -> str:
    assert child.stdout is not None
    return child.stdout.readline().strip()


@pytest.mark.parametrize("end", ["end", "kill"])
def test_the_second_waits_until_the_first_has_ended(tmp_path: Path, end: str) -> None:
    first = begin(tmp_path / "lock")
    assert line(first) == "in"
    second = begin(tmp_path / "lock")
    assert "waiting" in line(second)

    if end == "kill":
        first.kill()
    else:
        first.communicate("\n")
        assert first.returncode == 0
    assert line(second) == "in"
    assert second.communicate("\n")[0] == "out\n"
    first.communicate()


def test_where_no_lock_can_be_kept_nobody_waits(tmp_path: Path) -> None:
    child = begin(tmp_path / "missing" / "lock")
    assert line(child) == "in"
    assert child.communicate("\n")[0] == "out\n"
