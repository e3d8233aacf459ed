"""What nobody foresaw is told and kept, on whichever thread it happens."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from counterpoint.application.log import log_folder, stop_log
from counterpoint.ui.app.uncaught_errors import UncaughtErrors
from tests.faults.gone_streams import KINDS, gone

PROGRAM = """
import sys
from PySide6.QtCore import QCoreApplication
from counterpoint.ui.app.uncaught_errors import UncaughtErrors

application = QCoreApplication([])
errors = UncaughtErrors()
errors.happened.connect(print)
errors.watch()
error = LookupError("no such luck")
sys.excepthook(LookupError, error, None)
print("it goes on")
"""


@pytest.fixture
def watching(own_home: Path, qtbot: QtBot) -> Iterator[UncaughtErrors]:
    stop_log()
    hooks = sys.excepthook, threading.excepthook
    unexpected = UncaughtErrors()
    unexpected.watch()
    yield unexpected
    sys.excepthook, threading.excepthook = hooks
    stop_log()


def details() -> str:
    return (log_folder() / "counterpoint.log").read_text("utf-8")


def fail() -> None:
    raise LookupError("no such luck")


def raised() -> LookupError:
    try:
        fail()
    except LookupError as error:
        return error
    raise AssertionError


def test_an_error_is_told_and_its_details_kept(
    watching: UncaughtErrors, qtbot: QtBot, own_home: Path
) -> None:
    error = raised()
    with qtbot.waitSignal(watching.happened) as told:
        sys.excepthook(LookupError, error, error.__traceback__)

    assert told.args is not None
    assert "LookupError" in told.args[0]
    assert "counterpoint.log" in told.args[0]
    assert "not foreseen: LookupError" in details()
    assert "in raised" in details()


def test_an_error_on_another_thread_is_told_too(
    watching: UncaughtErrors, qtbot: QtBot, own_home: Path
) -> None:
    with qtbot.waitSignal(watching.happened):
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()

    assert "in fail" in details()


def test_where_the_details_cannot_be_kept_that_is_said(
    watching: UncaughtErrors, qtbot: QtBot, own_home: Path
) -> None:
    (own_home / "data").write_text("a file where the folder should be")
    error = raised()
    with qtbot.waitSignal(watching.happened) as told:
        sys.excepthook(LookupError, error, error.__traceback__)

    assert told.args is not None
    assert "could not be written" in told.args[0]


@pytest.mark.skipif(os.name == "nt", reason="such streams are of POSIX")
@pytest.mark.parametrize("kind", KINDS)
def test_it_is_told_and_kept_where_the_error_stream_is_gone(kind: str, own_home: Path) -> None:
    with gone(kind) as stream:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM],
            stdout=subprocess.PIPE,
            stderr=stream,
            text=True,
            check=False,
        )

    told, *after = done.stdout.splitlines()
    assert "not foreseen (LookupError)" in told
    assert (done.returncode, after) == (0, ["it goes on"])
    assert "not foreseen: LookupError" in details()


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows always knows a home")
def test_where_no_home_is_known_that_is_said(
    watching: UncaughtErrors, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("COUNTERPOINT_HOME", "HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 54321)
    with qtbot.waitSignal(watching.happened) as told:
        sys.excepthook(LookupError, LookupError("no such luck"), None)

    assert told.args is not None
    assert "knows no home folder for you" in told.args[0]


def test_after_the_window_is_gone_it_is_kept_all_the_same(
    watching: UncaughtErrors, capsys: pytest.CaptureFixture[str]
) -> None:
    shiboken6.delete(watching)

    sys.excepthook(LookupError, LookupError("no such luck"), None)

    assert "not foreseen: LookupError" in details()
    assert "no such luck" in capsys.readouterr().err
