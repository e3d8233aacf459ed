"""What the map looks like, pixel by pixel where it matters."""

from collections import Counter

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage

from counterpoint.domain.note import Target, TargetKind, question_target
from counterpoint.ui.comparison.grid.noted import Noted
from counterpoint.ui.comparison.map.head_layout import Sign
from counterpoint.ui.comparison.map.place import Kind, Place
from counterpoint.ui.comparison.map.row_layout import Card, RowLayout
from counterpoint.ui.comparison.map.view import MapView
from counterpoint.ui.comparison.view import ComparisonView
from counterpoint.ui.theme.colours import Colours, dark, light
from counterpoint.ui.theme.theme import Theme
from tests.ui.comparison.map.conftest import MakeMap
from tests.ui.theme.test_colours import contrast

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


@pytest.mark.parametrize("colours", [light(), dark()])
def test_letters_that_stand_back_are_read_as_well_as_any(
    on_map: MapView, theme: Theme, colours: Colours
) -> None:
    theme.set_colours(colours)
    on_map.choose_pair("a", "c")
    image = look(on_map)
    for place in (letter("objective", "talk", "d"), letter("objective", "", "e")):
        inside = on_map.rect_of(place).adjusted(3, 3, -3, -3)
        seen = Counter(
            image.pixelColor(x, y).name()
            for x in range(inside.left(), inside.right())
            for y in range(inside.top(), inside.bottom())
        )
        ground = seen.most_common(1)[0][0]
        assert max(contrast(each, ground) for each in seen) >= 4.5


def test_answers_with_an_order_are_joined_and_the_legend_says_what_marks_mean(
    view: ComparisonView, on_map: MapView
) -> None:
    layout = on_map.layout_now()
    assert [len(layout.row(at).arrows) for at in range(4)] == [0, 0, 3, 0]
    arrow = layout.row(2).arrows[0].translated(0, layout.tops[2]).toRect()
    assert share(look(on_map), arrow, layout.m.style.paper) < 0.95
    nobody = "held by none of those shown"
    words = ["not said", "not yet answered", nobody, "answers by degree"]
    assert [sign.words for sign in layout.head.signs] == words
    view.arrange(view.arrangement().show_only(["a", "b"]))
    fewer = [sign.words for sign in on_map.layout_now().head.signs]
    assert fewer == ["not said", nobody, "answers by degree"]


def test_a_question_with_a_note_has_its_sign(view: ComparisonView, on_map: MapView) -> None:
    question = on_map.rect_of(Place(Kind.QUESTION, "allies"))
    before = QRect(0, question.top(), question.left() - 4, question.height())
    ink = on_map.layout_now().m.style.ink
    assert share(look(on_map), before, ink) == 0
    view.set_noted(Noted({question_target("allies"): 1}), lambda _target: [])
    assert share(look(on_map), before, ink) > 0


def test_a_letter_with_a_note_has_its_sign_and_so_has_that_of_the_approach(
    view: ComparisonView, on_map: MapView
) -> None:
    ink, gap = on_map.layout_now().m.style.ink, on_map.layout_now().m.letter_gap
    of_letter = letter("objective", "talk", "d")
    for place, target in (
        (of_letter, Target(TargetKind.POSITION, "d", "objective")),
        (Place(Kind.LEGEND, approach="d"), Target(TargetKind.APPROACH, "d")),
    ):
        view.set_noted(Noted(), lambda _target: [])
        box = on_map.rect_of(place)
        corner = QRect(box.left(), box.top() - gap, on_map.layout_now().m.letter_width, 2 * gap)
        corner = corner.translated(corner.width() - gap, 0)
        assert share(look(on_map), corner, ink) == 0
        view.set_noted(Noted({target: 1}), lambda _target: [])
        assert on_map.rect_of(place) == box
        assert share(look(on_map), corner, ink) > 0


def test_names_stand_in_two_lines_before_cards_do(make_map: MakeMap) -> None:
    on_map = make_map(width=1280).map.view
    one = on_map.layout_now().row(0)
    assert {len(each.lines) for each in one.cards if each.approaches} == {1}
    on_map = make_map(width=760).map.view
    row = on_map.layout_now().row(0)
    assert {each.box.top() for each in row.cards} == {row.cards[0].box.top()}
    assert 2 in {len(each.lines) for each in row.cards}
    on_map = make_map(width=330).map.view
    assert len({each.box.top() for each in on_map.layout_now().row(0).cards}) > 1


def test_an_answer_that_nobody_holds_takes_little_room_and_a_broken_frame(on_map: MapView) -> None:
    layout = on_map.layout_now()
    style, row = layout.m.style, layout.row(0)
    empty, held = card(row, "accident"), card(row, "quarrels")
    assert empty.approaches == ()
    assert empty.lines == ("Accident", "it is")
    assert held.lines == ("Quarrels it is",)
    assert empty.box.width() < held.box.width() * 0.75

    def edge(box: QRectF, colour: QColor) -> float:
        frame = box.toRect()
        left = QRect(frame.left(), frame.top() + 8, 1, frame.height() - 16)
        return share(look(on_map), left, colour)

    down = layout.tops[0]
    assert edge(held.box.translated(0, down), style.hairline) > 0.9
    assert 0.2 < edge(empty.box.translated(0, down), style.control) < 0.9
    nobody = next(each for each in layout.head.signs if each.sign is Sign.NOBODY)
    sign = nobody.mark.toRect().adjusted(4, 0, -4, 0)
    assert share(look(on_map), sign, style.control) > 0.03


def test_who_is_silent_stands_in_a_whole_frame(on_map: MapView) -> None:
    layout = on_map.layout_now()
    silent = next(each for each in layout.row(1).cards if each.answer is None)
    frame = silent.box.translated(0, layout.tops[1]).toRect()
    left = QRect(frame.left(), frame.top() + 8, 1, frame.height() - 16)
    assert share(look(on_map), left, layout.m.style.hairline) > 0.9


@pytest.mark.parametrize("width", [500, 700, 900, 1100, 1300, 1700])
def test_what_marks_mean_stands_together_where_it_fits_a_line(
    make_map: MakeMap, width: int
) -> None:
    layout = make_map(width=width).map.view.layout_now()
    signs = layout.head.signs
    needed = signs[-1].box.right() - signs[0].box.left()
    tops = {sign.box.top() for sign in signs}
    assert len(tops) == 1 or needed > layout.m.width - 2 * layout.m.margin or width == 500


def test_a_library_without_named_answers_says_so(view: ComparisonView, on_map: MapView) -> None:
    sheet = view.grid.grid_model.sheet
    bare = tuple(each._replace(answers=()) for each in sheet.dimensions)
    on_map.show_sheet(sheet._replace(dimensions=bare))
    assert on_map.layout_now().head.words().startswith("This library names no answers")
