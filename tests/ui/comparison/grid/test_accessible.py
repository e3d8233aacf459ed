"""The comparison as a screen reader finds it."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counterpoint.domain.note import Target, TargetKind, question_target
from counterpoint.ui.accessibility.factory import install
from counterpoint.ui.comparison.grid.navigation import GridPosition
from counterpoint.ui.comparison.view import ComparisonView

Role = QAccessible.Role


@pytest.fixture
def table(view: ComparisonView) -> QAccessibleInterface:
    install(view)
    return QAccessible.queryAccessibleInterface(view.grid)


def cell(table: QAccessibleInterface, row: int, column: int) -> QAccessibleInterface:
    """The heads are row and column -1."""
    return table.child((row + 1) * 7 + column + 1)


def children(of: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [of.child(at) for at in range(of.childCount())]


def name(of: QAccessibleInterface) -> str:
    return of.text(QAccessible.Text.Name)


def description(of: QAccessibleInterface) -> str:
    return of.text(QAccessible.Text.Description)


def test_it_is_a_table_of_heads_and_cells(table: QAccessibleInterface) -> None:
    assert (table.role(), name(table)) == (Role.Table, "Comparison")
    assert table.childCount() == 11 * 7
    assert name(table.child(0)).startswith("10\u00a0questions")
    assert [each.role() for each in children(table)[:8]] == [
        Role.StaticText,
        *[Role.ColumnHeader] * 6,
        Role.RowHeader,
    ]
    assert cell(table, 0, 0).role() == Role.Cell
    for at, each in enumerate(children(table)):
        assert each.parent() is table
        assert table.indexOfChild(each) == at
    assert table.child(11 * 7) is None
    assert table.child(-1) is None


def test_heads_have_their_words_and_a_cell_what_it_is_on(table: QAccessibleInterface) -> None:
    assert name(cell(table, -1, 1)) == "B: Containment"
    assert "claims" in description(cell(table, -1, 1))
    assert name(cell(table, 0, -1)) == "Diagnosis"
    assert description(cell(table, 0, -1)) == "What drives Moscow?"
    assert name(cell(table, 2, 1)) == "Containment, Pressure"
    assert description(cell(table, 2, 1)).startswith("Not said. Looked for: any")
    assert description(cell(table, 2, 0)).startswith("2 claims. In part only.")


def test_claims_are_within_their_cell_and_evidence_within_its_claim(
    table: QAccessibleInterface,
) -> None:
    first, second = children(cell(table, 2, 0))
    assert first.role() == Role.ListItem
    assert name(first) == "Claim 1 of 2: Answer robustly when necessary."
    assert ", Pressure: advocates, London cable" in description(first)
    assert name(second).startswith("Claim 2 of 2: Diversify energy supply")
    (piece, *_) = children(second)
    assert piece.role() == Role.Link
    assert name(piece).startswith("describes, Committee report para")
    assert piece.parent() is second
    assert second.parent() is cell(table, 2, 0)
    assert cell(table, 2, 0).indexOfChild(second) == 1
    assert children(cell(table, 2, 1)) == []


def everything(of: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield of
    for child in children(of):
        yield from everything(child)


def test_everything_in_it_has_a_name_a_role_and_actions(table: QAccessibleInterface) -> None:
    for each in everything(table):
        assert name(each)
        assert each.role() != Role.NoRole
        actions = each.actionInterface().actionNames()
        assert bool(each.state().focusable) is ("SetFocus" in actions)
        assert "Press" in actions or each in (table, table.child(0))


def test_a_cell_knows_its_heads(table: QAccessibleInterface) -> None:
    part = cell(table, 2, 1).tableCellInterface()
    assert (part.rowIndex(), part.columnIndex()) == (2, 1)
    assert (part.rowExtent(), part.columnExtent()) == (1, 1)
    assert part.table() is table
    assert [name(each) for each in part.rowHeaderCells()] == ["Pressure"]
    assert [name(each) for each in part.columnHeaderCells()] == ["B: Containment"]
    assert not part.isSelected()


def test_what_the_cursor_is_on_is_selected_and_with_the_keys_focused(
    view: ComparisonView, table: QAccessibleInterface, qtbot: QtBot
) -> None:
    view.grid.clearFocus()
    view.select(Target(TargetKind.CLAIM, "a", "pressure", "pressure-1"))
    claim = cell(table, 2, 0).child(1)
    assert claim.state().selected
    assert not claim.state().focused
    assert table.focusChild() is None
    view.activateWindow()
    view.grid.setFocus()
    qtbot.waitUntil(view.grid.hasFocus)
    assert claim.state().focused
    assert table.focusChild() is claim
    view.select(Target(TargetKind.POSITION, "b", "pressure"))
    assert cell(table, 2, 1).tableCellInterface().isSelected()
    assert not claim.state().selected


def press(what: QAccessibleInterface, action: str = "Press") -> None:
    what.actionInterface().doAction(action)


def test_a_press_on_a_claim_or_on_evidence_jumps(
    view: ComparisonView, table: QAccessibleInterface, qtbot: QtBot
) -> None:
    claim = cell(table, 2, 0).child(1)
    assert claim.actionInterface().localizedActionDescription("Press") == "Jumps to the passage"
    key = view.grid.grid_model.pieces(GridPosition(2, 0, 1))[0].key
    for what in (claim, claim.child(0)):
        with qtbot.waitSignal(view.jump_requested) as jumped:
            press(what)
        assert jumped.args == [key]
    assert view.selection() == Target(
        TargetKind.EVIDENCE, "a", "pressure", "pressure-1", key, source="report"
    )


def test_going_to_something_puts_the_cursor_there(
    view: ComparisonView, table: QAccessibleInterface, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(view.selection_changed):
        press(cell(table, -1, 2), "SetFocus")
    assert view.grid.place() == GridPosition(-1, 2)
    press(cell(table, 1, -1), "SetFocus")
    assert view.selection() == question_target("objective")
    assert not view.arrangement().folded


def test_a_press_folds_a_question_and_unfolds_a_cell(
    view: ComparisonView, table: QAccessibleInterface
) -> None:
    head, folded = cell(table, 2, -1), cell(table, 2, 0)
    claim = folded.child(1)
    assert head.state().expanded
    press(head)
    assert view.arrangement().folded == {"pressure"}
    assert head.state().collapsed
    assert not head.state().expanded
    assert description(folded) == "Folded: 2 claims, in part."
    assert children(folded) == []
    assert not claim.isValid()
    assert claim.state().invalid
    press(folded)
    assert view.arrangement().folded == frozenset()
    assert claim.isValid()


def test_in_another_sheet_are_other_objects(
    view: ComparisonView, table: QAccessibleInterface, qapp: QApplication
) -> None:
    before, number = cell(table, 0, 0), QAccessible.uniqueId(cell(table, 0, 0))
    view.arranger.hide_approach("a")
    assert not before.isValid()
    assert name(before) == ""
    after = table.child(7)
    assert name(after) == "Containment, Diagnosis"
    qapp.processEvents()
    assert QAccessible.accessibleInterface(number) is None


def test_transposed_the_heads_change_places(
    view: ComparisonView, table: QAccessibleInterface
) -> None:
    view.arranger.transpose()
    approach, dimension = table.child(11), table.child(1)
    assert (approach.role(), name(approach)[:2]) == (Role.RowHeader, "A:")
    assert (dimension.role(), name(dimension)) == (Role.ColumnHeader, "Diagnosis")
    press(dimension)
    assert view.arrangement().folded == {"diagnosis"}
    press(approach)
    assert view.grid.place() == GridPosition(0, -1)


def test_it_is_found_where_it_is_painted(view: ComparisonView, table: QAccessibleInterface) -> None:
    for place in (GridPosition(-1, 1), GridPosition(0, 1)):
        centre = view.grid.rect_on_screen(place).center()
        assert table.childAt(centre.x(), centre.y()) is cell(table, place.row, place.column)
    claim = cell(table, 0, 0).child(0)
    spot = claim.rect().center()
    assert cell(table, 0, 0).childAt(spot.x(), spot.y()) is claim
    assert table.childAt(-5000, -5000) is None
    assert cell(table, 9, 0).state().offscreen
    assert not claim.state().offscreen


def test_objects_of_a_grid_that_is_gone_are_invalid(
    view: ComparisonView, table: QAccessibleInterface, qtbot: QtBot
) -> None:
    head, claim = cell(table, -1, 0), cell(table, 2, 0).child(1)
    grid = view.grid
    grid.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(grid))
    assert not head.isValid()
    assert not claim.isValid()
    assert name(claim) == ""
