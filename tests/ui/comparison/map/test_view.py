"""The map by key and by mouse: where the cursor goes, what is chosen, what is compared."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counterpoint.application.library.arrangement import Depth, Rows
from counterpoint.application.library.page import Page, PageKind
from counterpoint.domain.note import WHOLE_COMPARISON, Target, TargetKind, question_target
from counterpoint.ui.comparison.grid.noted import Noted
from counterpoint.ui.comparison.map.menu import MapMenu
from counterpoint.ui.comparison.map.place import Count, Kind, Place
from counterpoint.ui.comparison.map.view import MapView
from counterpoint.ui.comparison.view import ComparisonView
from counterpoint.ui.theme.colours import dark
from counterpoint.ui.theme.theme import Theme
from tests.ui.comparison.map.conftest import MakeMap
from tests.ui.comparison.map.material import answered
from tests.ui.comparison.material import more, six

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

KEY, MOD = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton


def letter(question: str, answer: str, approach: str) -> Place:
    return Place(Kind.LETTER, question, answer, approach)


def position(approach: str, question: str) -> Target:
    return Target(TargetKind.POSITION, approach, question)


def centre(on_map: MapView, place: Place) -> QPoint:
    rect = on_map.rect_of(place)
    assert not rect.isEmpty(), place
    return rect.center()


def click(on_map: MapView, place: Place, held: Qt.KeyboardModifier = MOD.NoModifier) -> None:
    QTest.mouseClick(on_map.viewport(), LEFT, held, centre(on_map, place))


def walk(on_map: MapView, *keys: Qt.Key) -> Place:
    for key in keys:
        QTest.keyClick(on_map, key)
    place = on_map.place()
    assert place is not None
    return place


def test_a_letter_under_the_mouse_is_the_one_that_is_painted_there(on_map: MapView) -> None:
    for line in on_map.layout_now().lines:
        for place in line:
            on_map.reveal(place)
            rect = on_map.rect_of(place)
            assert on_map.place_at(rect.center().toPointF()) == place
    assert on_map.place_at(QPoint(on_map.viewport().width() - 2, 3).toPointF()) is None


def test_a_click_on_a_letter_chooses_its_cell_and_shows_the_answer(
    view: ComparisonView, on_map: MapView, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(view.selection_changed) as chosen:
        click(on_map, letter("objective", "counter", "b"))
    assert chosen.args == [position("b", "objective")]
    assert view.selection() == position("b", "objective")
    said = view.peeker.card.accessibleName()
    assert "Containment, Objective." in said
    assert "Counter it is. Containment says counter here." in said
    click(on_map, letter("objective", "", "e"))
    assert "Not said. Looked for: any word of it." in view.peeker.card.accessibleName()


def test_a_click_on_a_name_says_what_it_means_and_who_holds_it(
    view: ComparisonView, on_map: MapView
) -> None:
    click(on_map, Place(Kind.NAME, "objective", "talk"))
    said = view.peeker.card.accessibleName()
    assert said.startswith("Talk it is. It means talk.")
    for title in ("Hard-headed engagement", "Engage but beware", "Compartmentalised dialogue"):
        assert f"{title} says talk here." in said
    assert "Containment" not in said
    click(on_map, Place(Kind.NAME, "diagnosis", "accident"))
    assert "Held by none of those shown." in view.peeker.card.accessibleName()


@pytest.mark.parametrize("by", ["key", "double click"])
def test_from_a_letter_one_comes_to_its_answer_and_back(
    view: ComparisonView, on_map: MapView, by: str
) -> None:
    place = letter("objective", "counter", "b")
    if by == "key":
        on_map.go(place, by_person=True)
        QTest.keyClick(on_map, KEY.Key_Return)
    else:
        QTest.mouseDClick(on_map.viewport(), LEFT, pos=centre(on_map, place))
    assert view.arrangement().depth is Depth.ANSWERS
    assert view.visible_widget() is view.grid.viewport()
    assert QApplication.focusWidget() is view.grid
    assert view.selection() == position("b", "objective")
    view.select(position("c", "pressure"))
    view.arranger.set_depth(Depth.MAP)
    assert on_map.hasFocus()
    assert on_map.place() == letter("pressure", "pair", "c")


def test_a_claim_stays_chosen_in_the_grid_while_one_looks_at_the_map(make_map: MakeMap) -> None:
    view = make_map()
    view.arranger.set_depth(Depth.CLAIMS)
    claim = Target(TargetKind.CLAIM, "a", "pressure", "pressure-1")
    assert view.select(claim)
    view.arranger.set_depth(Depth.MAP)
    assert view.selection() == position("a", "pressure")
    assert view.hides(claim)
    view.arranger.set_depth(Depth.CLAIMS)
    assert view.selection() == claim
    view.arranger.set_depth(Depth.MAP)
    view.bring(claim)
    assert view.map_shown is None
    assert not view.hides(claim)


def test_arrows_go_along_a_question_and_from_one_to_the_next(on_map: MapView) -> None:
    on_map.go(letter("diagnosis", "plan", "a"), by_person=True)
    assert walk(on_map, KEY.Key_Right) == letter("diagnosis", "plan", "b")
    last = walk(on_map, KEY.Key_Right, KEY.Key_Right)
    assert last == Place(Kind.NAME, "diagnosis", "quarrels")
    assert walk(on_map, KEY.Key_Left) == letter("diagnosis", "plan", "f")
    assert walk(on_map, KEY.Key_Home) == Place(Kind.QUESTION, "diagnosis")
    assert walk(on_map, KEY.Key_Left) == Place(Kind.QUESTION, "diagnosis")
    assert walk(on_map, KEY.Key_End) == Place(Kind.NAME, "diagnosis", "accident")
    assert walk(on_map, KEY.Key_Home, KEY.Key_Down) == Place(Kind.QUESTION, "objective")
    assert walk(on_map, KEY.Key_End) == letter("objective", "", "e")
    assert walk(on_map, KEY.Key_Down) == letter("pressure", "", "f")
    assert walk(on_map, KEY.Key_Up, KEY.Key_Up).question == "diagnosis"
    assert walk(on_map, KEY.Key_Up).kind is Kind.LEGEND
    assert walk(on_map, KEY.Key_Up).kind is Kind.COUNT


def test_far_keys_go_to_the_ends_and_a_screenful(make_map: MakeMap) -> None:
    on_map = make_map(height=400).map.view
    assert walk(on_map, KEY.Key_Down).kind is Kind.LETTER
    QTest.keyClick(on_map, KEY.Key_End, MOD.ControlModifier)
    assert on_map.place() == letter("risks", "", "f")
    assert on_map.rect_on_screen(letter("risks", "", "f")).height() > 10
    assert on_map.verticalScrollBar().value() > 0
    page = walk(on_map, KEY.Key_PageUp)
    assert page.question in ("sequence", "allies", "scope")
    assert walk(on_map, KEY.Key_PageDown).question == "risks"
    QTest.keyClick(on_map, KEY.Key_Home, MOD.ControlModifier)
    assert on_map.place() == Place(Kind.COUNT, counted=Count.MOST_PARTED)


def test_each_line_at_the_top_leads_to_what_it_counts(
    view: ComparisonView, on_map: MapView
) -> None:
    said = on_map.layout_now().head.words().replace("\u00a0", " ")
    assert said == (
        "They part most on Diagnosis: 10 of 15 pairs part. "
        "Nearest: Engage but beware and Compartmentalised dialogue: "
        "2 shared, 1 parted, both silent on 7."
    )
    click(on_map, Place(Kind.COUNT, counted=Count.MOST_PARTED))
    assert on_map.place() == Place(Kind.QUESTION, "diagnosis")
    assert view.selection() == question_target("diagnosis")
    on_map.go(Place(Kind.COUNT, counted=Count.NEAREST), by_person=True)
    QTest.keyClick(on_map, KEY.Key_Return)
    assert on_map.pair() == ("c", "d")
    assert on_map.hasFocus()


def test_two_are_compared_by_click_or_key_and_escape_ends_it(
    view: ComparisonView, on_map: MapView
) -> None:
    height = on_map.layout_now().height
    click(on_map, Place(Kind.LEGEND, approach="a"))
    assert on_map.layout_now().head.words() == (
        "Hard-headed engagement and …: choose another letter above."
    )
    click(on_map, letter("pressure", "pair", "c"), MOD.ControlModifier)
    assert on_map.pair() == ("a", "c")
    said = on_map.layout_now().head.words().replace("\u00a0", " ")
    counts = "Engage but beware: 1 shared, 2 parted, both silent on 7."
    assert said.endswith(f"{counts} Open these two as a page")
    asked = [row.asked for row in map(on_map.layout_now().row, range(4))]
    assert asked == [("Parted",), ("Shared",), ("Parted",), ("Both silent",)]
    assert on_map.layout_now().height == height
    on_map.go(letter("pressure", "main", "b"), by_person=True)
    QTest.keyClick(on_map, KEY.Key_Return, MOD.ControlModifier)
    assert on_map.pair() == ("c", "b")
    open_now: list[bool] = []
    for key in (KEY.Key_Space, KEY.Key_Escape):
        QTest.keyClick(on_map, key)
        open_now.append(view.peeker.is_open)
    assert open_now == [True, False]
    assert on_map.pair() == ("c", "b")
    QTest.keyClick(on_map, KEY.Key_Escape)
    assert on_map.pair() == ()
    assert on_map.layout_now().row(0).asked == ("What drives Moscow?",)


def test_what_notes_are_on_is_what_the_cursor_is_on(
    view: ComparisonView, on_map: MapView, qtbot: QtBot
) -> None:
    def chosen(place: Place) -> object:
        with qtbot.waitSignal(view.selection_changed) as told:
            on_map.go(place, by_person=True)
        return told.args

    assert chosen(Place(Kind.NAME, "objective", "talk")) == [question_target("objective")]
    assert chosen(Place(Kind.LEGEND, approach="b")) == [Target(TargetKind.APPROACH, "b")]
    assert chosen(Place(Kind.COUNT, counted=Count.NEAREST)) == [WHOLE_COMPARISON]
    assert chosen(Place(Kind.QUESTION, "allies")) == [question_target("allies")]
    assert view.select(question_target("scope"))
    assert on_map.place() == Place(Kind.QUESTION, "scope")


def test_two_that_are_compared_and_a_question_are_opened_as_pages(
    view: ComparisonView, on_map: MapView, qtbot: QtBot
) -> None:
    on_map.choose_pair("d", "b")
    with qtbot.waitSignal(view.page_wanted) as asked:
        click(on_map, Place(Kind.COUNT, counted=Count.PAIR))
    assert asked.args == [Page(PageKind.PAIR, one="d", other="b")]
    menu = MapMenu(on_map, view, Place(Kind.QUESTION, "objective"))
    entries = {each.text().partition("\t")[0]: each for each in menu.actions()}
    assert "Copy" not in entries
    with qtbot.waitSignal(view.page_wanted) as asked:
        entries["This question as a page"].trigger()
    assert asked.args == [Page(PageKind.QUESTION, "objective")]


def test_keys_that_rearrange_go_by_the_letter(view: ComparisonView, on_map: MapView) -> None:
    on_map.go(letter("objective", "counter", "b"), by_person=True)
    view.arranger.move_on()
    assert list(on_map.held.heads)[:3] == ["a", "c", "b"]
    assert on_map.place() == letter("objective", "counter", "b")
    view.arranger.hide_current()
    assert "b" not in on_map.held.heads
    assert on_map.place() == letter("objective", "talk", "d")


def test_rows_are_those_of_the_arrangement(view: ComparisonView, on_map: MapView) -> None:
    view.arranger.show_approach("a")
    view.arrange(view.arrangement().show_only(["a", "b"]))
    assert on_map.pair() == ()
    shown = [each.id for each in on_map.held.dimensions]
    assert shown == [each.id for each in view.grid.grid_model.sheet.dimensions]
    view.arranger.set_rows(Rows.GAPS)
    fewer = [each.id for each in on_map.held.dimensions]
    assert fewer == [each.id for each in view.grid.grid_model.sheet.dimensions]
    assert len(fewer) < len(shown)


def test_the_grid_is_as_it_was_and_the_empty_page_comes_instead(view: ComparisonView) -> None:
    view.arrange(view.arrangement().show_only([]))
    assert view.map_shown is None
    assert view.empty.title() == "No approach is shown"
    view.arrange(view.arrangement().show_only(["a", "b", "c"]))
    assert view.map_shown is not None


def test_letters_that_have_notes_are_marked(view: ComparisonView, on_map: MapView) -> None:
    place = letter("objective", "counter", "b")
    without = on_map.viewport().grab().toImage()
    assert on_map.notes_at(place) == 0
    claim = Target(TargetKind.CLAIM, "b", "objective", "objective-0")
    view.set_noted(Noted({claim: 2}), lambda _target: ["First words"])
    assert on_map.notes_at(place) == 2
    signs = [each.words for each in on_map.layout_now().head.signs]
    assert "there is a note" in signs
    area = on_map.rect_of(place).adjusted(0, -6, 6, 0)
    assert on_map.viewport().grab().toImage().copy(area) != without.copy(area)
    on_map.go(Place(Kind.LEGEND, approach="b"), by_person=True)
    QTest.keyClick(on_map, KEY.Key_Space)
    assert "Your note: First words" in view.peeker.card.accessibleName()


@pytest.mark.parametrize(("width", "zoom"), [(360, 1.0), (700, 1.0), (1280, 2.0), (900, 3.0)])
def test_all_stands_within_the_width_however_narrow(
    make_map: MakeMap, theme: Theme, width: int, zoom: float
) -> None:
    theme.set_zoom(zoom)
    on_map = make_map(width=width, height=700).map.view
    layout = on_map.layout_now()
    for line in layout.lines:
        for place in line:
            box = layout.box(place)
            assert box is not None
            assert box.left() >= 0
            assert box.right() <= on_map.viewport().width(), (place, box)
    for row in map(layout.row, range(10)):
        for card, other in zip(row.cards, row.cards[1:], strict=False):
            assert not card.box.intersects(other.box)


def test_many_letters_break_into_lines_and_each_is_reached(make_map: MakeMap) -> None:
    on_map = make_map(answered((*six(), *more(54)))).map.view
    layout = on_map.layout_now()
    card = layout.row(0).cards[0]
    assert len(card.approaches) == 30
    assert card.letter_box(layout.m, 29).bottom() <= card.box.bottom()
    for line in layout.lines:
        for place in line:
            on_map.reveal(place)
            found = on_map.place_at(on_map.rect_of(place).center().toPointF())
            assert found == place
    assert [entry.title for entry in layout.head.legend] == [""] * 60
    assert layout.frozen(700)


def test_it_is_painted_in_the_colours_of_the_theme(
    view: ComparisonView, on_map: MapView, theme: Theme
) -> None:
    box = on_map.rect_of(letter("objective", "counter", "b"))
    light = on_map.viewport().grab().toImage().pixelColor(box.left() + 3, box.center().y())
    theme.set_colours(dark())
    colours = theme.colours.approach(on_map.held.head("b").colour)
    pixel = on_map.viewport().grab().toImage().pixelColor(box.left() + 3, box.center().y())
    assert pixel.name() == colours.text
    assert pixel != light


def test_on_a_large_screen_who_is_silent_stands_beside_who_speaks(make_map: MakeMap) -> None:
    on_map = make_map(width=2560, height=1400).map.view
    speaks, silent = letter("objective", "manage", "f"), letter("objective", "", "e")
    assert on_map.rect_of(silent).left() > on_map.rect_of(speaks).right()
    assert on_map.rect_of(silent).right() < 1600


def test_a_map_of_many_questions_is_laid_out_as_it_is_come_to(
    make_map: MakeMap, qtbot: QtBot
) -> None:
    """What is seen stays where it is while the rest is laid out."""
    on_map = make_map(answered((*six(), *more(54))), height=300, times=4).map.view
    on_map.select(position("x3", "objective''"))
    place = on_map.place()
    assert place is not None
    assert on_map.layout_now().next_due() is not None
    before = on_map.rect_of(place)
    assert on_map.viewport().rect().contains(before)
    qtbot.waitUntil(lambda: on_map.layout_now().next_due() is None)
    qtbot.waitUntil(lambda: "They part most" in on_map.layout_now().head.words())
    assert on_map.rect_of(place) == before
