"""What nobody foresaw is told and kept, on whichever thread it happens."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counterpoint.ui.app.uncaught_errors import LARGEST, UncaughtErrors


@pytest.fixture
def watching(tmp_path: Path, qtbot: QtBot) -> Iterator[UncaughtErrors]:
    hooks = sys.excepthook, threading.excepthook
    unexpected = UncaughtErrors(tmp_path / "deep" / "errors.txt")
    unexpected.watch()
    yield unexpected
    sys.excepthook, threading.excepthook = hooks


def fail() -> None:
    raise LookupError("no such luck")


def raised() -> LookupError:
    try:
        fail()
    except LookupError as error:
        return error
    raise AssertionError


def test_an_error_is_told_and_its_details_kept(
    watching: UncaughtErrors, qtbot: QtBot, tmp_path: Path
) -> None:
    error = raised()
    with qtbot.waitSignal(watching.happened) as told:
        sys.excepthook(LookupError, error, error.__traceback__)

    assert told.args is not None
    assert "LookupError" in told.args[0]
    assert "errors.txt" in told.args[0]
    assert "no such luck" in (tmp_path / "deep" / "errors.txt").read_text("utf-8")


def test_an_error_on_another_thread_is_told_too(
    watching: UncaughtErrors, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(watching.happened):
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()

    assert "in fail" in (tmp_path / "deep" / "errors.txt").read_text("utf-8")


def test_where_the_details_cannot_be_kept_that_is_said(
    watching: UncaughtErrors, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "deep").write_text("a file where the folder should be")
    error = raised()
    with qtbot.waitSignal(watching.happened) as told:
        sys.excepthook(LookupError, error, error.__traceback__)

    assert told.args is not None
    assert "could not be written" in told.args[0]


def test_the_file_is_begun_anew_when_it_has_grown(
    watching: UncaughtErrors, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "deep" / "errors.txt"
    file.parent.mkdir()
    file.write_bytes(b"x" * (LARGEST + 1))
    error = raised()
    with qtbot.waitSignal(watching.happened):
        sys.excepthook(LookupError, error, error.__traceback__)

    assert file.stat().st_size < 10_000
