"""What other threads have called on the window's."""

import threading
from functools import partial

import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from counterpoint.ui.tasks.window_thread import window_thread
from tests.ui.tasks.conftest import outcome_of

PROGRAM = """
import os

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject

from counterpoint.ui.tasks.task import Task

application = QCoreApplication([])


def work(report):
    while True:
        report(1, 2, "on and on")


for _ in range(300):
    parent = QObject()
    task = Task(work, (), parent)
    task.start()
    application.processEvents()
    shiboken6.delete(parent)
    task.wait()
print("well")
"""


def test_a_task_may_be_taken_down_while_its_thread_tells() -> None:
    assert outcome_of(PROGRAM) == (0, "well\n", "")


def test_it_is_called_on_the_thread_of_the_window_in_order(qtbot: QtBot, qapp: QObject) -> None:
    called: list[tuple[int, threading.Thread]] = []
    way = window_thread()

    def note(number: int) -> None:
        called.append((number, threading.current_thread()))

    def ask() -> None:
        for number in range(3):
            way.call(qapp, partial(note, number))

    thread = threading.Thread(target=ask)
    thread.start()
    qtbot.waitUntil(lambda: len(called) == 3)
    thread.join()

    assert called == [(number, threading.main_thread()) for number in range(3)]
    assert window_thread() is way


def test_nothing_is_called_for_what_is_gone(qtbot: QtBot, qapp: QObject) -> None:
    owner = QObject()
    called: list[str] = []
    window_thread().call(owner, lambda: called.append("gone"))
    window_thread().call(qapp, lambda: called.append("there"))
    shiboken6.delete(owner)

    qtbot.waitUntil(lambda: bool(called))

    assert called == ["there"]
