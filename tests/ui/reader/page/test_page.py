"""A page keeps its place."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionSlider
from pytestqt.qtbot import QtBot

from counterpoint.domain.source import Numbering
from counterpoint.domain.text_map import Page
from counterpoint.ui.reader.highlights.highlight import Highlights
from counterpoint.ui.reader.layout.model import ReaderModel
from counterpoint.ui.reader.page.view import ReaderView
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from tests.ui.reader.material import highlight, long_text, model_of, piece, source_of, span_of


def show(view: ReaderView, text: str) -> None:
    view.show_model(model_of(text), Highlights())


def wheel(view: ReaderView, notches: int) -> None:
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle,
        QPointF(view.viewport().mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_put_places_a_line_to_the_pixel(view: ReaderView) -> None:
    text = long_text(800)
    show(view, text)
    position = span_of(text, "Paragraph 500 ").start
    view.put(position, 123.0)
    assert view.top_of_line(position) == pytest.approx(123.0)


@pytest.mark.parametrize("width", [340, 480, 900])
def test_a_change_of_width_keeps_the_line_where_it_is(view: ReaderView, width: int) -> None:
    text = long_text(800)
    show(view, text)
    position = span_of(text, "Paragraph 500 ").start
    view.put(position, 123.0)
    view.resize(width, 600)
    assert view.top_of_line(position) == pytest.approx(123.0)


def test_a_change_of_zoom_keeps_the_line_where_it_is(view: ReaderView, theme: Theme) -> None:
    text = long_text(800)
    show(view, text)
    position = span_of(text, "Paragraph 500 ").start
    view.put(position, 123.0)
    before = view.flow.paragraph(view.flow.model.row_at(position)).line.pitch if view.flow else 0
    theme.set_zoom(1.6)
    assert view.top_of_line(position) == pytest.approx(123.0)
    assert view.flow
    assert view.flow.paragraph(view.flow.model.row_at(position)).line.pitch > before


def test_many_changes_of_width_do_not_let_the_place_drift(view: ReaderView) -> None:
    text = long_text(800)
    show(view, text)
    view.put(span_of(text, "Paragraph 400 ").start, 0.0)
    view.scroll_by(33)
    before = view.first_visible()
    for width in (700, 350, 800, 420, 600, 560):
        view.resize(width, 600)
    assert view.first_visible() == before


def test_a_passage_jumped_to_stays_a_third_down_when_the_height_changes(view: ReaderView) -> None:
    text = long_text(800)
    show(view, text)
    span = span_of(text, "Paragraph 300 seeks")
    view.jump_to(span)
    view.resize(560, 300)
    assert view.top_of_line(span.start) == pytest.approx(view.viewport().height() / 3)


def test_the_wheel_scrolls_by_the_pixels_it_says(view: ReaderView) -> None:
    text = long_text(800)
    show(view, text)
    position = span_of(text, "Paragraph 300 ").start
    view.put(position, 300.0)
    wheel(view, -1)
    moved = 300.0 - (view.top_of_line(position) or 0.0)
    assert moved == QApplication.wheelScrollLines() * view.verticalScrollBar().singleStep()
    wheel(view, 1)
    assert view.top_of_line(position) == pytest.approx(300.0)


def test_dragging_the_bar_to_its_end_shows_the_end(view: ReaderView) -> None:
    show(view, long_text(800))
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert view.visible_rows().stop == 800
    view.verticalScrollBar().setValue(0)
    assert view.first_visible()[0] == 0


def test_a_dragged_bar_stays_under_the_mouse(view: ReaderView, qtbot: QtBot) -> None:
    show(view, long_text(800))
    bar = view.verticalScrollBar()
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    handle = bar.style().subControlRect(
        QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, bar
    )
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=handle.center())
    QTest.mouseMove(bar, QPoint(handle.center().x(), bar.height() // 2))
    dragged = bar.value()
    assert bar.maximum() * 0.4 < dragged < bar.maximum() * 0.6
    assert 300 < view.visible_rows().start < 500
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton)


def test_bringing_a_line_into_sight_moves_no_more_than_is_needed(view: ReaderView) -> None:
    text = long_text(800)
    show(view, text)
    here = span_of(text, "Paragraph 300 ").start
    view.put(here, 200.0)
    view.ensure_visible(here)
    assert view.top_of_line(here) == pytest.approx(200.0)
    view.put(here, -10.0)
    view.ensure_visible(here)
    assert view.top_of_line(here) == pytest.approx(0.0)
    far = span_of(text, "Paragraph 700 ").start
    view.ensure_visible(far)
    assert view.top_of_line(far) == pytest.approx(view.viewport().height() / 3)


def test_other_marks_leave_the_place_alone(view: ReaderView) -> None:
    text = long_text(100)
    show(view, text)
    position = span_of(text, "Paragraph 50 ").start
    view.put(position, 111.0)
    view.set_highlights(Highlights([highlight(span_of(text, "Paragraph 50"), "k")]))
    assert view.top_of_line(position) == pytest.approx(111.0)


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_a_text_without_words_is_an_empty_page(view: ReaderView, text: str) -> None:
    show(view, text)
    assert view.model is None
    assert view.first_visible() == (0, 0.0)
    view.grab()


@pytest.mark.parametrize("width", [340, 480, 900])
def test_the_margin_has_room_for_the_labels_though_the_text_ends_with_furniture(
    view: ReaderView, width: int
) -> None:
    half = long_text(6)
    text = f"HEAD\n\n{half}\n\nA SECOND HEAD\n\n{half}\n\n1 A footnote.\n\n12\n"
    aside = ("HEAD", "A SECOND HEAD", "1 A footnote.", "\n12")
    furniture = [piece(text, words) for words in aside]
    source, words = source_of(text, furniture, Numbering.PAGE)
    view.resize(width, 600)
    view.show_model(ReaderModel(source._replace(pages=(Page(0, "12"),)), words), Highlights())
    assert view.flow
    small = QFontMetricsF(view.theme.fonts.ours(Size.SMALL))
    measures = view.flow.measures
    assert measures.labels_right - small.horizontalAdvance("p. 12 ¶12") > measures.cues_right > 0
