"""What the mouse finds out without a click."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from counterpoint.domain.span import Span
from counterpoint.ui.reader.mark import Marks
from counterpoint.ui.reader.view import ReaderView
from tests.ui.reader.material import mark, model_of, span_of

# Qt's plugin for windows that nobody sees says what it cannot do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
TEXT = "The UK sees recent actions."


def hover(view: ReaderView, span: Span) -> None:
    where = view.screen_rectangle(span).center()
    event = QHelpEvent(QEvent.Type.ToolTip, view.viewport().mapFromGlobal(where), where)
    QApplication.sendEvent(view.viewport(), event)


def test_hovering_a_mark_tells_option_stance_and_voice(view: ReaderView) -> None:
    one, two = mark(span_of(TEXT, "sees recent"), "1"), mark(span_of(TEXT, "recent"), "2", "<B>")
    view.show_model(model_of(TEXT), Marks([one, two]))
    hover(view, span_of(TEXT, "recent"))
    assert QToolTip.text() == (
        "<p>A Option A: describes<br>Embassy London, Michael Davenport</p>"
        "<p>&lt;B&gt; Option &lt;B&gt;: describes<br>Embassy London, Michael Davenport</p>"
    )
    QToolTip.hideText()


def test_passages_that_say_the_same_are_told_once(view: ReaderView) -> None:
    marks = [mark(span_of(TEXT, "sees"), key) for key in "12"]
    view.show_model(model_of(TEXT), Marks(marks))
    hover(view, span_of(TEXT, "sees"))
    assert QToolTip.text().count("<p>") == 1
    QToolTip.hideText()


def test_beside_the_marks_there_is_nothing_to_tell(view: ReaderView) -> None:
    view.show_model(model_of(TEXT), Marks([mark(span_of(TEXT, "sees"), "1")]))
    assert view.marks_at(QPoint(2, 2)) == []
    assert view.viewport().toolTip() == ""
