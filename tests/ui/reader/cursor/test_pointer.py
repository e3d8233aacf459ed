"""What the mouse finds out without a click."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from counterpoint.domain.span import Span
from counterpoint.ui.reader.highlights.highlight import HighlightAnswer, Highlights
from counterpoint.ui.reader.highlights.note_mark import NoteMark, NoteMarks
from counterpoint.ui.reader.page.view import ReaderView
from tests.ui.reader.material import highlight, model_of, span_of

# Qt's plugin for windows that nobody sees says what it cannot do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
TEXT = "The UK sees recent actions."


def hover(view: ReaderView, span: Span) -> None:
    where = view.screen_rectangle(span).center()
    event = QHelpEvent(QEvent.Type.ToolTip, view.viewport().mapFromGlobal(where), where)
    QApplication.sendEvent(view.viewport(), event)


def test_hovering_a_mark_tells_approach_stance_and_voice(view: ReaderView) -> None:
    one, two = (
        highlight(span_of(TEXT, "sees recent"), "1"),
        highlight(span_of(TEXT, "recent"), "2", "<B>"),
    )
    view.show_model(model_of(TEXT), Highlights([one, two]))
    hover(view, span_of(TEXT, "recent"))
    assert QToolTip.text() == (
        "<p>A Option A: describes<br>Embassy London, Michael Davenport</p>"
        "<p>&lt;B&gt; Option &lt;B&gt;: describes<br>Embassy London, Michael Davenport</p>"
    )
    QToolTip.hideText()


def test_hovering_what_is_shown_for_a_sign_that_is_not_seen_tells_which(view: ReaderView) -> None:
    text = "Pay \u202e001 pounds."
    view.show_model(model_of(text), Highlights())
    hover(view, span_of(text, "\u202e"))
    assert QToolTip.text() == (
        "<p>“◊” stands for a sign that is not seen: U+202E (right-to-left override) turns the "
        "direction in which words are shown. It is kept in the text.</p>"
    )
    QToolTip.hideText()
    beside = view.screen_rectangle(span_of(text, "pounds")).center()
    assert view.unseen_at(view.viewport().mapFromGlobal(beside)) is None


def test_a_sign_of_a_note_stands_in_the_margin_at_its_passage(
    view: ReaderView, qtbot: QtBot
) -> None:
    text = "The UK sees recent actions.\n\nSecond paragraph, of which a note is."
    view.show_model(model_of(text), Highlights([highlight(span_of(text, "sees recent"), "1")]))
    before = view.viewport().grab().toImage()
    first = NoteMark(span_of(text, "Second"), "id-1", "My words <1>")
    view.set_notes(NoteMarks([first]))
    after = view.viewport().grab().toImage()
    changed = [
        QPoint(x, y)
        for x in range(before.width())
        for y in range(before.height())
        if before.pixel(x, y) != after.pixel(x, y)
    ]
    words = view.screen_rectangle(span_of(text, "Second paragraph, of which a note is."))
    top = view.viewport().mapFromGlobal(words.topLeft()).y()
    assert changed
    assert all(top <= point.y() <= top + words.height() for point in changed)
    middle = changed[len(changed) // 2]
    assert view.notes_at(middle) == [first]

    event = QHelpEvent(QEvent.Type.ToolTip, middle, view.viewport().mapToGlobal(middle))
    QApplication.sendEvent(view.viewport(), event)
    assert QToolTip.text() == "<p>Your note: My words &lt;1&gt;</p>"
    QToolTip.hideText()
    with qtbot.waitSignal(view.note_clicked) as clicked:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert clicked.args == ["id-1"]
    assert "Note: My words <1>" in view.spoken_label(1)
    view.set_notes(NoteMarks())
    assert view.notes_at(middle) == []


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_it_stands_so_far_below_the_sign_of_an_answer_that_they_are_two(
    view: ReaderView, zoom: float
) -> None:
    view.theme.set_zoom(zoom)
    answer = HighlightAnswer("Rebutted by X", "other", Span(0, 3))
    marked = highlight(span_of(TEXT, "sees"), "1")
    answered = replace(marked, answers=(answer,))
    view.show_model(model_of(TEXT), Highlights([answered]))
    view.set_notes(NoteMarks([NoteMark(span_of(TEXT, "sees"), "id", "Words")]))
    both = view.viewport().grab().toImage()
    view.show_model(model_of(TEXT), Highlights([answered]))
    arrows = view.viewport().grab().toImage()
    view.show_model(model_of(TEXT), Highlights([marked]))
    neither = view.viewport().grab().toImage()
    of_sheet, of_arrows = differing(both, arrows), differing(arrows, neither)
    assert of_sheet
    assert of_arrows
    assert min(of_sheet) - max(of_arrows) > view.theme.fonts.px(3)


def differing(one: QImage, other: QImage) -> set[int]:
    """The rows in which two pictures of one size are not the same."""
    return {
        y
        for x in range(one.width())
        for y in range(one.height())
        if one.pixel(x, y) != other.pixel(x, y)
    }


def test_passages_that_say_the_same_are_told_once(view: ReaderView) -> None:
    highlights = [highlight(span_of(TEXT, "sees"), key) for key in "12"]
    view.show_model(model_of(TEXT), Highlights(highlights))
    hover(view, span_of(TEXT, "sees"))
    assert QToolTip.text().count("<p>") == 1
    QToolTip.hideText()


def test_beside_the_marks_there_is_nothing_to_tell(view: ReaderView) -> None:
    view.show_model(model_of(TEXT), Highlights([highlight(span_of(TEXT, "sees"), "1")]))
    assert view.highlights_at(QPoint(2, 2)) == []
    assert view.viewport().toolTip() == ""
