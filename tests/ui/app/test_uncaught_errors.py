"""What nobody foresaw is told and kept, on whichever thread it happens."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counterpoint.application.log import log_folder, stop_log
from counterpoint.ui.app.uncaught_errors import UncaughtErrors


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
