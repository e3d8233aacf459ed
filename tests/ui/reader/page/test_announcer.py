"""What a screen reader hears as the keys move the caret in the text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from counterpoint.ui.reader.highlights.highlight import Highlights
from counterpoint.ui.reader.page.view import ReaderView
from tests.ears import listen
from tests.ui.reader.material import model_of

TEXT = "🇬🇧 The UK sees\na “continuum”.\n\nSecond paragraph."


@pytest.fixture
def heard(view: ReaderView, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    view.show_model(model_of(TEXT), Highlights())
    return listen(monkeypatch)


FIRST, SECOND = "🇬🇧 The UK sees a “continuum”.", "Second paragraph."


def test_each_step_is_told_once(view: ReaderView, heard: list[str]) -> None:
    QTest.keyClick(view, Qt.Key.Key_F7)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert heard == [
        FIRST,
        f"4 in {FIRST}",
        f"8 in {FIRST}",
        SECOND,
        f"{len(SECOND) - 1} in {SECOND}",
    ]


def test_a_step_up_or_down_within_a_paragraph_says_the_line(
    view: ReaderView, heard: list[str]
) -> None:
    words = " ".join(f"word{number}" for number in range(40))
    view.show_model(model_of(words), Highlights())
    QTest.keyClick(view, Qt.Key.Key_F7)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Up)
    first, second = heard[2], heard[1]
    assert words.startswith(f"{first} {second} ")
    assert first.startswith("word0 ")


def test_what_a_step_selects_and_lets_go_is_said(view: ReaderView, heard: list[str]) -> None:
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(view, Qt.Key.Key_F7)
    QTest.keyClick(view, Qt.Key.Key_Right, control)
    heard.clear()
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Right, control | shift)
    QTest.keyClick(view, Qt.Key.Key_Left, control | shift)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert heard[:3] == ["UK selected", "sees selected", "sees no longer selected"]
    assert heard[3:] == [f"11 in {FIRST}"]


def test_when_the_caret_goes_the_page_has_the_focus_again(
    view: ReaderView, heard: list[str]
) -> None:
    QTest.keyClick(view, Qt.Key.Key_F7)
    QTest.keyClick(view, Qt.Key.Key_F7)
    assert heard[1:] == ["Source text"]


def test_who_comes_back_to_the_page_hears_where_the_caret_is(
    view: ReaderView, heard: list[str], qapp: QApplication
) -> None:
    QTest.keyClick(view, Qt.Key.Key_F7)
    view.clearFocus()
    heard.clear()
    view.setFocus()
    qapp.processEvents()
    assert heard == [FIRST]
