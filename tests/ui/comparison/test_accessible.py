"""The comparison as a screen reader finds it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtTest import QTest

from counterpoint.domain.note import Target, TargetKind
from counterpoint.ui.comparison.view import ComparisonView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_the_table_tells_its_cells_and_heads(view: ComparisonView) -> None:
    interface = QAccessible.queryAccessibleInterface(view.grid)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == "Comparison"
    assert interface.childCount() == 11 * 7
    cell = _name(interface, 2, 0)
    assert cell.startswith("Claim 1 of 2: Answer robustly when necessary. advocates, London cable")
    assert cell.endswith("In part only. The texts do not say what would be withheld.")
    assert _name(interface, 2, 1).startswith("Nothing in these texts. Looked for: any passage")
    assert _name(interface, -1, 1).startswith("B: Containment.")
    assert _name(interface, 0, -1) == "Diagnosis. What drives Moscow?"


def _name(table: QAccessibleInterface, row: int, column: int) -> str:
    """What Qt says of a cell; the heads are row and column -1."""
    cell = table.child((row + 1) * 7 + column + 1)
    assert cell is not None
    return cell.text(QAccessible.Text.Name)


def _listen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is announced from now on, as if a screen reader ran."""
    said: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return said


def test_moving_within_a_cell_and_onto_a_head_is_announced(
    view: ComparisonView, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = _listen(monkeypatch)
    view.select(Target(TargetKind.CLAIM, "a", "pressure", "pressure-0"))
    assert said == []
    QTest.keyClick(view.grid, Qt.Key.Key_Down)
    QTest.keyClick(view.grid, Qt.Key.Key_Period)
    QTest.keyClick(view.grid, Qt.Key.Key_Right)
    assert len(said) == 2
    assert said[0].startswith("Claim 2 of 2: Diversify energy supply")
    assert said[1].startswith("describes, Committee report para")
    for _ in range(3):
        QTest.keyClick(view.grid, Qt.Key.Key_Up)
    assert said[2:] == [view.grid.grid_model.in_words(view.grid.place())]  # type: ignore[arg-type]
    assert said[2].startswith("B: Containment.")


def test_the_cell_of_the_cursor_is_the_current_one(view: ComparisonView) -> None:
    view.select(Target(TargetKind.CLAIM, "c", "channels", "channels-1"))
    index = view.grid.currentIndex()
    assert (index.row(), index.column()) == (3, 2)
    assert [one.row() for one in view.grid.selectedIndexes()] == [3]


def test_what_a_key_peeks_at_is_announced(
    view: ComparisonView, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = _listen(monkeypatch)
    view.select(Target(TargetKind.CLAIM, "a", "pressure", "pressure-0"))
    QTest.keyClick(view.grid, Qt.Key.Key_Space)

    (words,) = said
    piece = view.grid.grid_model.pieces(view.grid.place())[0]  # type: ignore[arg-type]
    assert piece.quotation.words in words
    QTest.keyClick(view.grid, Qt.Key.Key_Space)
    assert len(said) == 1
