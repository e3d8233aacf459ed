"""Work off the window's thread."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from counterpoint.ui.tasks.task import Report, Task
from tests.ui.tasks.conftest import outcome_of

PROGRAM = """
import threading

from PySide6.QtCore import QCoreApplication

from counterpoint.ui.tasks.task import Task

application = QCoreApplication([])
far = threading.Event()


def work(report):
    while True:
        report(1, 2, "on and on")
        far.wait(0.01)


task = Task(work, (), application)
task.progressed.connect(application.quit)
task.start()
application.exec()
print(threading.active_count())
"""


def test_none_goes_on_when_the_program_ends() -> None:
    """What it would use is taken down then."""
    assert outcome_of(PROGRAM) == (0, "1\n", "")


def well(report: Report) -> str:
    report(1, 2, "under way")
    return "done"


def badly(report: Report) -> str:
    report(1, 2, "under way")
    raise LookupError


@pytest.mark.parametrize("work", [well, badly])
@pytest.mark.parametrize("cancelled", [False, True])
def test_nothing_is_told_of_what_was_cancelled_though_it_had_ended(
    qtbot: QtBot, work: Callable[[Report], str], cancelled: bool
) -> None:
    told: list[object] = []
    parent = QObject()
    task = Task(work, (LookupError,), parent)
    for signal in (task.progressed, task.finished, task.failed):
        signal.connect(lambda *values: told.append(values))
    task.start()
    for thread in threading.enumerate():
        if thread.name == "counterpoint-task":
            thread.join()
    if cancelled:
        task.cancel()

    QCoreApplication.sendPostedEvents()

    assert len(told) == (0 if cancelled else 2)


@pytest.mark.parametrize("work", [well, badly])
@pytest.mark.parametrize("cancelled", [False, True])
def test_it_goes_once_the_work_has_ended(
    qtbot: QtBot, work: Callable[[Report], str], cancelled: bool
) -> None:
    parent = QObject()
    task = Task(work, (LookupError,), parent)
    gone: list[bool] = []
    task.destroyed.connect(lambda: gone.append(True))
    if cancelled:
        task.cancel()

    task.start()

    qtbot.waitUntil(lambda: bool(gone))
    assert parent.children() == []


def test_what_is_told_often_is_told_now_and_then_and_the_last_of_it(qtbot: QtBot) -> None:
    parent = QObject()
    end = threading.Event()

    def work(report: Report) -> None:
        for number in range(10_000):
            report(number, 10_000, "on and on")
        end.wait()

    told: list[int] = []
    task = Task(work, (), parent)
    task.progressed.connect(lambda done, _total, _what: told.append(done))
    task.start()

    qtbot.waitUntil(lambda: told[-1:] == [9_999])
    assert len(told) < 100
    end.set()
    task.wait()


def test_what_was_reported_last_is_told_before_the_end(qtbot: QtBot) -> None:
    """Also where the work ends right after it, while what is told rests."""
    parent = QObject()
    may_end = threading.Event()

    def work(report: Report) -> None:
        report(1, 3, "first")
        may_end.wait()
        report(2, 3, "second")
        report(3, 3, "third")

    told: list[object] = []
    task = Task(work, (), parent)
    task.progressed.connect(lambda done, _total, _what: told.append(done))
    task.progressed.connect(lambda *_: may_end.set())
    task.finished.connect(lambda _: told.append("ended"))
    task.start()

    qtbot.waitUntil(lambda: "ended" in told)
    assert told == [1, 3, "ended"]
