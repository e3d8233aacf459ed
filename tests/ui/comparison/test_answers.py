"""A comparison that opens on its answers, under real keys and clicks."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QFontMetrics
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counterpoint.application.library.arrangement import Depth
from counterpoint.domain.approach import Approach
from counterpoint.domain.claim_filter import ClaimFilter
from counterpoint.domain.note import Target, TargetKind
from counterpoint.ui.accessibility.factory import install
from counterpoint.ui.comparison.grid.cell_content import MORE
from counterpoint.ui.comparison.grid.navigation import GridPosition
from counterpoint.ui.comparison.view import ComparisonView
from counterpoint.ui.theme.theme import Theme
from tests.ui.comparison.answered import library, three
from tests.ui.comparison.material import piece

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

KEY, MOD = Qt.Key, Qt.KeyboardModifier
FIRST = GridPosition(0, 0)
SECOND_CLAIM = Target(TargetKind.CLAIM, "a", "diagnosis", "first")
GUESSED = Target(TargetKind.CLAIM, "a", "diagnosis", "guessed")


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> ComparisonView:
    view = ComparisonView(theme)
    qtbot.addWidget(view)
    view.set_library(*library())
    view.resize(1000, 700)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.fixture
def jumps(view: ComparisonView) -> list[str]:
    heard: list[str] = []
    view.jump_requested.connect(heard.append)
    return heard


def press(
    view: ComparisonView, key: Qt.Key, modifier: Qt.KeyboardModifier = MOD.NoModifier
) -> GridPosition | None:
    QTest.keyClick(view.grid, key, modifier)
    return view.grid.place()


def click(view: ComparisonView, point: QPoint) -> None:
    QTest.mouseClick(view.grid.viewport(), Qt.MouseButton.LeftButton, pos=point)


def at(view: ComparisonView, place: GridPosition) -> QPoint:
    return view.grid.rect_of(place).topLeft() + QPoint(30, 8)


def opened(view: ComparisonView) -> set[tuple[str, str]]:
    return set(view.arrangement().opened)


def test_it_opens_on_its_answers(view: ComparisonView) -> None:
    assert view.arrangement().depth is Depth.ANSWERS
    assert view.grid.rowHeight(0) < 80
    assert view.grid.grid_model.claims(0, 0) == 0


def test_arrows_go_from_cell_to_cell(view: ComparisonView) -> None:
    assert press(view, KEY.Key_Down) == FIRST
    assert view.selection() == Target(TargetKind.POSITION, "a", "diagnosis")
    assert press(view, KEY.Key_Down) == GridPosition(1, 0)
    assert press(view, KEY.Key_Right) == GridPosition(1, 1)
    assert press(view, KEY.Key_Up) == GridPosition(0, 1)


def test_the_first_key_goes_to_the_first_cell_and_acts_on_it(
    view: ComparisonView, jumps: list[str]
) -> None:
    assert press(view, KEY.Key_Return) == FIRST
    assert jumps == ["a/diagnosis/own"]


def test_the_first_plus_opens_the_first_cell(view: ComparisonView) -> None:
    assert press(view, KEY.Key_Plus) == FIRST
    assert opened(view) == {("a", "diagnosis")}


def test_the_first_space_peeks_at_the_first_cell(view: ComparisonView) -> None:
    assert press(view, KEY.Key_Space) == FIRST
    assert view.peeker.is_open


def test_enter_shows_the_leading_passage_and_again_opens_the_cell(
    view: ComparisonView, jumps: list[str]
) -> None:
    press(view, KEY.Key_Down)
    press(view, KEY.Key_Return)
    assert jumps == ["a/diagnosis/own"], "the holder's words, of the first claim it rests on"
    assert opened(view) == set()
    press(view, KEY.Key_Return)
    assert opened(view) == {("a", "diagnosis")}
    assert view.grid.place() == FIRST
    assert press(view, KEY.Key_Down) == GridPosition(0, 0, 0)
    assert press(view, KEY.Key_Down) == SECOND
    assert view.selection() == SECOND_CLAIM


SECOND = GridPosition(0, 0, 1)


def test_escape_closes_the_cell_and_the_cursor_is_on_its_answer(view: ComparisonView) -> None:
    view.select(SECOND_CLAIM)
    assert view.grid.place() == SECOND
    press(view, KEY.Key_Escape)
    assert opened(view) == set()
    assert view.selection() == Target(TargetKind.POSITION, "a", "diagnosis")


def test_a_cell_that_was_closed_opens_at_its_answer(view: ComparisonView) -> None:
    view.select(SECOND_CLAIM)
    press(view, KEY.Key_Escape)
    press(view, KEY.Key_Plus)
    assert view.grid.place() == FIRST


def test_an_open_cell_is_come_into_by_its_answer_and_left_by_its_last_line(
    view: ComparisonView,
) -> None:
    view.opening.open(GridPosition(1, 0))
    press(view, KEY.Key_Down)
    assert press(view, KEY.Key_Down) == GridPosition(1, 0)
    assert press(view, KEY.Key_Down) == GridPosition(1, 0, 0)
    assert press(view, KEY.Key_Up) == GridPosition(1, 0)
    press(view, KEY.Key_End, MOD.ControlModifier)
    view.select(Target(TargetKind.POSITION, "a", "pressure"))
    assert press(view, KEY.Key_Up) == GridPosition(1, 0, MORE)


def test_plus_opens_and_minus_closes_before_they_unfold_and_fold(view: ComparisonView) -> None:
    press(view, KEY.Key_Down)
    press(view, KEY.Key_Plus)
    assert opened(view) == {("a", "diagnosis")}
    press(view, KEY.Key_Minus)
    assert opened(view) == set()
    press(view, KEY.Key_Minus)
    assert view.arrangement().folded == {"diagnosis"}
    press(view, KEY.Key_Plus)
    assert view.arrangement().folded == set()
    assert opened(view) == set()


def test_shift_enter_opens_the_row_and_closes_it(view: ComparisonView) -> None:
    press(view, KEY.Key_Down)
    press(view, KEY.Key_Return, MOD.ShiftModifier)
    assert opened(view) == {(approach, "diagnosis") for approach in "abc"}
    press(view, KEY.Key_Return, MOD.ShiftModifier)
    assert opened(view) == set()


def test_going_into_a_cell_opens_it(view: ComparisonView) -> None:
    press(view, KEY.Key_Down)
    assert press(view, KEY.Key_Down, MOD.ControlModifier) == GridPosition(0, 0, 0)
    assert opened(view) == {("a", "diagnosis")}


def test_what_is_inferred_opens_at_its_line_and_is_put_away_again(view: ComparisonView) -> None:
    view.select(SECOND_CLAIM)
    assert press(view, KEY.Key_Down) == GridPosition(0, 0, 2)
    assert press(view, KEY.Key_Down) == GridPosition(0, 0, MORE)
    before = view.grid.rowHeight(0)
    assert press(view, KEY.Key_Return) == GridPosition(0, 0, 3)
    assert view.selection() == GUESSED
    assert view.grid.rowHeight(0) > before
    press(view, KEY.Key_Down)
    assert press(view, KEY.Key_Down) == GridPosition(0, 0, MORE)
    assert press(view, KEY.Key_Return) == GridPosition(0, 0, 2)
    assert view.grid.rowHeight(0) == before


def test_a_click_on_that_line_does_the_same(view: ComparisonView) -> None:
    view.select(SECOND_CLAIM)
    click(view, view.grid.rect_of(GridPosition(0, 0, MORE)).center())
    assert view.arrangement().inferred == {("a", "diagnosis")}


def test_a_click_on_what_is_inferred_beside_what_is_direct_shows_it_and_jumps_nowhere(
    qtbot: QtBot, theme: Theme
) -> None:
    first, *rest = three()
    position = first.positions[0]
    claim = position.claims[2]
    guess = piece("a/diagnosis/guess", why="It bears on it")
    more = claim._replace(evidence=(*claim.evidence, guess, guess._replace(key="a/diagnosis/too")))
    claims = (*position.claims[:2], more, *position.claims[3:])
    positions = (position._replace(claims=claims), *first.positions[1:])
    shown = ComparisonView(theme)
    qtbot.addWidget(shown)
    held, _ = library()
    known = {each.head.id: each for each in (Approach(first.head, positions), *rest)}
    shown.set_library(held, known.__getitem__)
    shown.resize(1000, 700)
    shown.show()
    qtbot.waitExposed(shown)
    heard: list[str] = []
    shown.jump_requested.connect(heard.append)
    press(shown, KEY.Key_Plus)
    line = GridPosition(0, 0, 0, 2)
    assert shown.grid.rect_of(line) == shown.grid.rect_of(line._replace(evidence=3))
    tall = shown.grid.rowHeight(0)
    click(shown, shown.grid.rect_of(line).center())
    assert heard == []
    assert shown.arrangement().inferred == {("a", "diagnosis")}
    assert shown.grid.rowHeight(0) > tall
    assert shown.grid.rect_of(line) != shown.grid.rect_of(line._replace(evidence=3))
    click(shown, shown.grid.rect_of(line).center())
    assert heard == ["a/diagnosis/guess"], "now it is that passage"


def test_a_claim_that_is_chosen_elsewhere_is_opened_with_its_cell(view: ComparisonView) -> None:
    assert view.select(GUESSED)
    assert view.selection() == GUESSED
    assert opened(view) == {("a", "diagnosis")}


def test_a_click_shows_the_passage_and_a_second_one_opens(
    view: ComparisonView, jumps: list[str]
) -> None:
    click(view, at(view, GridPosition(0, 1)))
    assert jumps == ["b/diagnosis/own"]
    assert opened(view) == set()
    click(view, at(view, GridPosition(0, 1)))
    assert opened(view) == {("b", "diagnosis")}
    assert jumps == ["b/diagnosis/own"]


def test_a_double_click_opens(view: ComparisonView) -> None:
    point = at(view, GridPosition(0, 1))
    click(view, point)
    QTest.mouseDClick(view.grid.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseRelease(view.grid.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert opened(view) == {("b", "diagnosis")}


def test_the_sign_opens_without_a_jump_and_closes_again(
    view: ComparisonView, jumps: list[str]
) -> None:
    sign = view.grid.sign_of(0, 1).center()
    QTest.mouseMove(view.grid.viewport(), sign)
    assert view.grid.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    click(view, sign)
    assert opened(view) == {("b", "diagnosis")}
    click(view, view.grid.sign_of(0, 1).center())
    assert opened(view) == set()
    assert jumps == []


@pytest.mark.parametrize("by", ["click", "enter", "plus"])
def test_where_nothing_is_said_what_others_say_is_opened_in_place(
    view: ComparisonView, jumps: list[str], by: str
) -> None:
    closed = view.grid.rowHeight(1)
    if by == "click":
        point = at(view, GridPosition(1, 2))
        QTest.mouseMove(view.grid.viewport(), point)
        assert view.grid.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
        click(view, point)
    else:
        view.select(Target(TargetKind.POSITION, "c", "objective"))
        press(view, KEY.Key_Return if by == "enter" else KEY.Key_Plus)
    assert view.selection() == Target(TargetKind.POSITION, "c", "objective")
    assert opened(view) == {("c", "objective")}
    assert view.grid.rowHeight(1) > closed
    assert jumps == []


def test_what_was_looked_for_opens_where_nobody_says_anything(view: ComparisonView) -> None:
    model = view.grid.grid_model
    silent = model.content(1, 2)
    assert silent._replace(claims=()).opens
    nothing = silent.position._replace(looked_for="")
    assert not silent._replace(claims=(), position=nothing).opens
    assert not silent._replace(hidden=True).opens


def test_escape_closes_all_that_was_opened_as_a_row(view: ComparisonView) -> None:
    view.opening.open(GridPosition(0, 2))
    press(view, KEY.Key_Down)
    press(view, KEY.Key_Return, MOD.ShiftModifier)
    press(view, KEY.Key_Right)
    press(view, KEY.Key_Escape)
    assert opened(view) == {("c", "diagnosis")}, "which was open before"
    assert view.grid.place() == GridPosition(0, 1)
    press(view, KEY.Key_Right)
    press(view, KEY.Key_Escape)
    assert opened(view) == set()


def test_minus_closes_one_cell_of_a_row_and_escape_the_rest(view: ComparisonView) -> None:
    press(view, KEY.Key_Down)
    press(view, KEY.Key_Return, MOD.ShiftModifier)
    press(view, KEY.Key_Minus)
    assert opened(view) == {("b", "diagnosis"), ("c", "diagnosis")}
    press(view, KEY.Key_Escape)
    assert opened(view) == set()


def test_a_cell_that_the_filter_hides_neither_jumps_nor_opens(
    view: ComparisonView, jumps: list[str]
) -> None:
    view.opening.open(GridPosition(1, 2))
    view.arranger.toggle_own_words()
    assert view.grid.grid_model.hides(1, 2)
    assert view.grid.grid_model.claims(1, 2) == 0, "it was opened before, and is closed"
    click(view, at(view, GridPosition(1, 2)))
    press(view, KEY.Key_Return)
    press(view, KEY.Key_Return)
    assert jumps == []
    assert heard(cell(view, 1, 2)) == (
        "Engage but beware, Objective: hidden by the filter.",
        "3 claims hidden.",
    )
    press(view, KEY.Key_Space)
    assert "Nothing of this filter" in view.peeker.card.accessibleName()


def test_an_answer_that_the_filter_hides_leads_nowhere(view: ComparisonView) -> None:
    model, now = view.grid.grid_model, view.arrangement()
    assert model.leading(FIRST) is not None
    model.show_sheet(model.sheet._replace(filter=ClaimFilter(voice="nobody")), now, {})
    assert model.leading(FIRST) is None
    assert not model.is_answered(0, 0)
    assert not model.leads(0, 0)


def test_space_says_who_replies_to_any_of_its_passages(view: ComparisonView) -> None:
    asked: list[str] = []

    def answers(key: str) -> list[str]:
        asked.append(key)
        return [f"Somebody rebuts {key}"] if key.endswith("/told") else []

    view.set_answers(answers)
    press(view, KEY.Key_Down)
    press(view, KEY.Key_Space)
    assert "Somebody rebuts a/diagnosis/told" in view.peeker.card.accessibleName()


def test_a_cell_that_nobody_has_answered_shows_its_claims(view: ComparisonView) -> None:
    model = view.grid.grid_model
    assert model.claims(2, 2) == 3
    view.select(Target(TargetKind.POSITION, "c", "pressure"))
    assert press(view, KEY.Key_Down, MOD.ControlModifier) == GridPosition(2, 2, 0)
    press(view, KEY.Key_Escape)
    assert view.grid.place() == GridPosition(2, 2, 0), "there is nothing to close"


def test_space_looks_at_the_leading_words(view: ComparisonView) -> None:
    press(view, KEY.Key_Down)
    press(view, KEY.Key_Space)
    said = view.peeker.card.accessibleName()
    assert "We press on." in said
    assert "Beside talks: Pressure and talks go side by side." in said


def test_space_says_what_was_looked_for(view: ComparisonView) -> None:
    view.select(Target(TargetKind.POSITION, "c", "objective"))
    press(view, KEY.Key_Space)
    assert "Looked for: any word of the holder’s." in view.peeker.card.accessibleName()


def test_changing_the_depth_keeps_the_cell_and_what_is_opened(view: ComparisonView) -> None:
    view.select(Target(TargetKind.POSITION, "b", "objective"))
    view.opening.open(view.grid.place())
    low = view.grid.rowHeight(0)
    view.arranger.set_depth(Depth.CLAIMS)
    assert view.selection() == Target(TargetKind.POSITION, "b", "objective")
    assert view.grid.rowHeight(0) > 2 * low
    view.arranger.set_depth(Depth.ANSWERS)
    assert opened(view) == {("b", "objective")}
    assert view.grid.rowHeight(0) == low


def test_transposed_a_row_is_what_is_asked_of_all(view: ComparisonView) -> None:
    view.arranger.transpose()
    press(view, KEY.Key_Down)
    press(view, KEY.Key_Right)
    press(view, KEY.Key_Return, MOD.ShiftModifier)
    assert opened(view) == {(approach, "objective") for approach in "abc"}


Role = QAccessible.Role


def heard(of: QAccessibleInterface) -> tuple[str, str]:
    return of.text(QAccessible.Text.Name), of.text(QAccessible.Text.Description)


def cell(view: ComparisonView, row: int, column: int) -> QAccessibleInterface:
    install(view)
    table = QAccessible.queryAccessibleInterface(view.grid)
    return table.child((row + 1) * 4 + column + 1)


def test_a_cell_is_heard_with_its_answer_first(view: ComparisonView) -> None:
    assert heard(cell(view, 0, 0)) == (
        "Hard-headed engagement, Diagnosis: Beside talks: Pressure goes on.",
        "Rests on 2 passages; “Beside talks” shared with B; 2 of its own; 1 against; 2 inferred; "
        "1 reply.",
    )
    assert heard(cell(view, 1, 2)) == (
        "Engage but beware, Objective: not said.",
        "1 against; 2 inferred. Looked for: any word of the holder’s.",
    )


def test_claims_are_heard_where_a_cell_is_opened_by_its_own_deed(view: ComparisonView) -> None:
    found = cell(view, 0, 0)
    assert found.childCount() == 0
    assert found.state().collapsed
    press_it(found)
    assert found.state().expanded
    inside = [found.child(at) for at in range(found.childCount())]
    assert [each.role() for each in inside] == [Role.ListItem] * 3 + [Role.Button]
    assert heard(inside[0])[0] == "Claim 1 of 3: Claim second of the texts."
    assert inside[0].childCount() == 2
    assert heard(inside[3])[0] == "2 claims inferred"


def test_each_claim_is_heard_with_the_heading_that_it_stands_under(view: ComparisonView) -> None:
    press_it(cell(view, 0, 0))
    press_it(cell(view, 0, 0).child(3))
    found = cell(view, 0, 0)
    under = [heard(found.child(at))[1].split(". ")[0] for at in range(5)]
    assert under == ["Its own", "Its own", "Against", "Inferred", "Inferred"]
    view.arranger.set_depth(Depth.CLAIMS)
    assert heard(cell(view, 0, 0).child(0))[1].startswith("Hard-headed engagement, Diagnosis: ")


def test_the_line_of_what_is_inferred_is_pressed(view: ComparisonView) -> None:
    found = cell(view, 0, 0)
    press_it(found)
    line = found.child(3)
    assert line.state().collapsed
    press_it(line)
    assert found.childCount() == 6
    assert found.child(5).state().expanded
    assert view.selection() == GUESSED


def press_it(of: QAccessibleInterface) -> None:
    actions = of.actionInterface()
    actions.doAction(actions.pressAction())


@pytest.mark.parametrize("width", [560, 700])
def test_titles_are_whole_where_columns_are_narrow(view: ComparisonView, width: int) -> None:
    """The longest word stands beside the letter, and no title is cut to fewer lines than it has."""
    view.resize(width, 700)
    grid = view.grid
    bold = QFontMetrics(grid.head_style().body_bold)
    for column in range(3):
        title = grid.grid_model.approach(0, column).head.title
        room = grid.columnWidth(column) - 2 * grid.head_style().padding - 26
        assert room >= max(bold.horizontalAdvance(word) for word in title.split())
        assert 2 * room >= bold.horizontalAdvance(title)
