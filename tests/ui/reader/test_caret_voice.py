"""What a screen reader hears as the keys move the caret in the text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleTextCursorEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from counterpoint.ui.accessibility.factory import install
from counterpoint.ui.reader.mark import Marks
from counterpoint.ui.reader.view import ReaderView
from tests.ui.reader.material import model_of

TEXT = "🇬🇧 The UK sees\na “continuum”.\n\nSecond paragraph."


@pytest.fixture
def heard(
    view: ReaderView, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> list[tuple[str, object]]:
    """What is told from now on, as if a screen reader ran: of what, and what."""
    install()
    view.show_model(model_of(TEXT), Marks())
    told: list[tuple[str, object]] = []

    def hear(event: QAccessibleEvent) -> None:
        name = event.accessibleInterface().text(QAccessible.Text.Name)
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append(("said", event.message()))
        elif isinstance(event, QAccessibleTextCursorEvent):
            told.append((name, event.cursorPosition()))
        else:
            told.append((name, event.type()))

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return told


FOCUS = QAccessible.Event.Focus
FIRST, SECOND = "🇬🇧 The UK sees a “continuum”.", "Second paragraph."


def test_each_step_is_told_once(view: ReaderView, heard: list[tuple[str, object]]) -> None:
    QTest.keyClick(view, Qt.Key.Key_F7)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert heard == [
        (FIRST, FOCUS),
        (FIRST, 4),
        (FIRST, 8),
        (SECOND, FOCUS),
        (SECOND, len(SECOND) - 1),
    ]


def test_what_a_step_selects_and_lets_go_is_said(
    view: ReaderView, heard: list[tuple[str, object]]
) -> None:
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(view, Qt.Key.Key_F7)
    QTest.keyClick(view, Qt.Key.Key_Right, control)
    heard.clear()
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Right, control | shift)
    QTest.keyClick(view, Qt.Key.Key_Left, control | shift)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert [each[1] for each in heard[:3]] == [
        "UK selected",
        "sees selected",
        "sees no longer selected",
    ]
    assert [each[0] for each in heard[3:]] == [FIRST]


def test_when_the_caret_goes_the_page_has_the_focus_again(
    view: ReaderView, heard: list[tuple[str, object]]
) -> None:
    QTest.keyClick(view, Qt.Key.Key_F7)
    QTest.keyClick(view, Qt.Key.Key_F7)
    assert heard[1:] == [("Source text", FOCUS)]


def test_who_comes_back_to_the_page_hears_where_the_caret_is(
    view: ReaderView, heard: list[tuple[str, object]], qapp: QApplication
) -> None:
    QTest.keyClick(view, Qt.Key.Key_F7)
    view.clearFocus()
    heard.clear()
    view.setFocus()
    qapp.processEvents()
    assert heard == [(FIRST, FOCUS)]
