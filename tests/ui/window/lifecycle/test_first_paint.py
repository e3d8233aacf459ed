"""What comes after the first paint, comes once, and only of what is still awaited."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from counterpoint.ui.window.lifecycle.first_paint import FirstPaint


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_it_comes_once(window: QWidget, qtbot: QtBot) -> None:
    label, paint = QLabel("painted", window), FirstPaint(window)
    paint.await_(label)
    with qtbot.waitSignal(paint.done):
        window.show()
    with qtbot.assertNotEmitted(paint.done, wait=50):
        label.repaint()


def test_it_comes_late_where_nothing_is_painted(window: QWidget, qtbot: QtBot) -> None:
    paint = FirstPaint(window)
    paint.await_(QLabel("never shown", window))
    with qtbot.waitSignal(paint.done):
        pass


def test_who_gives_up_is_told_of_nothing(window: QWidget, qtbot: QtBot) -> None:
    label, paint = QLabel("painted", window), FirstPaint(window)
    paint.await_(label)
    window.show()
    label.repaint()
    paint.give_up()
    with qtbot.assertNotEmitted(paint.done, wait=50):
        QApplication.processEvents()
