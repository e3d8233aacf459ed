"""What the map looks like, pixel by pixel where it matters."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from counterpoint.domain.note import question_target
from counterpoint.ui.comparison.grid.noted import Noted
from counterpoint.ui.comparison.map.place import Kind, Place
from counterpoint.ui.comparison.map.row_layout import Card, RowLayout
from counterpoint.ui.comparison.map.view import MapView
from counterpoint.ui.comparison.view import ComparisonView
from tests.ui.comparison.map.conftest import MakeMap

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def letter(question: str, answer: str, approach: str) -> Place:
    return Place(Kind.LETTER, question, answer, approach)


def look(on_map: MapView) -> QImage:
    return on_map.viewport().grab().toImage()


def card(row: RowLayout, answer: str) -> Card:
    return next(each for each in row.cards if each.answer and each.answer.id == answer)


def share(image: QImage, area: QRect, colour: QColor) -> float:
    """How much of an area has just this colour."""
    pixels = [
        image.pixelColor(x, y) == colour
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    ]
    return sum(pixels) / len(pixels)


def test_who_holds_an_answer_is_filled_and_who_is_silent_outlined(on_map: MapView) -> None:
    image, style = look(on_map), on_map.layout_now().m.style

    def filled(place: Place) -> float:
        colour = style.text(on_map.held.head(place.approach).colour)
        return share(image, on_map.rect_of(place), colour)

    assert filled(letter("objective", "counter", "b")) > 0.5
    assert filled(letter("objective", "", "e")) < 0.3
    broken, whole = letter("pressure", "", "f"), letter("scope", "", "f")
    assert image.copy(on_map.rect_of(broken)) != image.copy(on_map.rect_of(whole))


def test_the_cursor_is_seen_on_a_letter_and_on_words(on_map: MapView) -> None:
    style = on_map.layout_now().m.style
    on_map.go(Place(Kind.QUESTION, "allies"), by_person=True)
    places = (letter("objective", "counter", "b"), Place(Kind.NAME, "objective", "talk"))
    around = QRect()
    for place in places:
        around = on_map.rect_of(place).adjusted(-4, -4, 4, 4)
        assert share(look(on_map), around, style.accent) == 0
        on_map.go(place, by_person=True)
        assert share(look(on_map), around, style.accent) > 0.02
    on_map.clearFocus()
    assert share(look(on_map), around, style.accent) == 0
    assert share(look(on_map), around, style.control) > 0.02


def test_what_two_share_is_framed_and_the_others_stand_back(on_map: MapView) -> None:
    layout = on_map.layout_now()
    style, other = layout.m.style, letter("objective", "talk", "d")
    frame = card(layout.row(1), "talk").box.translated(0, layout.tops[1]).toRect()
    edge = QRect(frame.left(), frame.top() + 8, 2, frame.height() - 16)
    colour = style.text(on_map.held.head("d").colour)
    assert share(look(on_map), edge, style.accent) == 0
    assert share(look(on_map), on_map.rect_of(other), colour) > 0.5
    on_map.choose_pair("a", "c")
    assert share(look(on_map), edge, style.accent) > 0.4
    assert share(look(on_map), on_map.rect_of(other), colour) == 0


def test_answers_with_an_order_are_joined_and_the_legend_says_what_marks_mean(
    view: ComparisonView, on_map: MapView
) -> None:
    layout = on_map.layout_now()
    assert [len(layout.row(at).arrows) for at in range(4)] == [0, 0, 3, 0]
    arrow = layout.row(2).arrows[0].translated(0, layout.tops[2]).toRect()
    assert share(look(on_map), arrow, layout.m.style.paper) < 0.95
    words = ["not said", "not yet answered", "answers in their order"]
    assert [sign.words for sign in layout.head.signs] == words
    view.arrange(view.arrangement().show_only(["a", "b"]))
    fewer = [sign.words for sign in on_map.layout_now().head.signs]
    assert fewer == ["not said", "answers in their order"]


def test_a_question_with_a_note_has_its_sign(view: ComparisonView, on_map: MapView) -> None:
    question = on_map.rect_of(Place(Kind.QUESTION, "allies"))
    before = QRect(0, question.top(), question.left() - 4, question.height())
    ink = on_map.layout_now().m.style.ink
    assert share(look(on_map), before, ink) == 0
    view.set_noted(Noted({question_target("allies"): 1}), lambda _target: [])
    assert share(look(on_map), before, ink) > 0


def test_names_stand_in_two_lines_before_cards_do(make_map: MakeMap) -> None:
    on_map = make_map(width=1280).map.view
    one = on_map.layout_now().row(0)
    assert {len(each.lines) for each in one.cards} == {1}
    on_map = make_map(width=760).map.view
    row = on_map.layout_now().row(0)
    assert {each.box.top() for each in row.cards} == {row.cards[0].box.top()}
    assert 2 in {len(each.lines) for each in row.cards}
    on_map = make_map(width=330).map.view
    assert len({each.box.top() for each in on_map.layout_now().row(0).cards}) > 1


def test_a_library_without_named_answers_says_so(view: ComparisonView, on_map: MapView) -> None:
    sheet = view.grid.grid_model.sheet
    bare = tuple(each._replace(answers=()) for each in sheet.dimensions)
    on_map.show_sheet(sheet._replace(dimensions=bare))
    assert on_map.layout_now().head.words().startswith("This library names no answers")
