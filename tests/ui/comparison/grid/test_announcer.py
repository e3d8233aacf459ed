"""What a screen reader hears as the cursor walks the grid."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counterpoint.domain.note import Target, TargetKind
from counterpoint.ui.comparison.grid.navigation import GridPosition
from counterpoint.ui.comparison.view import ComparisonView
from tests.ears import listen

KEYS = Qt.Key


class Ears:
    """A screen reader, as it were, and the keys."""

    def __init__(self, view: ComparisonView, monkeypatch: pytest.MonkeyPatch) -> None:
        self.heard = listen(monkeypatch)
        self._view = view

    def at(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> str:
        """What is heard on a key: one thing."""
        self.heard.clear()
        QTest.keyClick(self._view.grid, key, held)
        QApplication.processEvents()
        (once,) = self.heard
        return once


@pytest.fixture
def ears(view: ComparisonView, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Ears:
    view.activateWindow()
    view.grid.setFocus()
    qtbot.waitUntil(view.grid.hasFocus)
    view.select(Target(TargetKind.CLAIM, "a", "pressure", "pressure-0"))
    QApplication.processEvents()
    return Ears(view, monkeypatch)


CONTROL = Qt.KeyboardModifier.ControlModifier


def test_each_step_is_heard_once(ears: Ears, view: ComparisonView) -> None:
    assert ears.at(KEYS.Key_Down).startswith("Claim 2 of 2: Diversify energy supply")
    assert ears.at(KEYS.Key_Period).startswith("describes, Committee report para")
    assert ears.at(KEYS.Key_Right) == "Containment, Pressure"
    assert ears.at(KEYS.Key_Up) == "To counter Moscow’s more aggressive stance."
    view.select(Target(TargetKind.CLAIM, "b", "diagnosis", "diagnosis-0"))
    assert ears.at(KEYS.Key_Up) == "B: Containment"
    assert ears.at(KEYS.Key_Right).startswith("C: ")
    assert ears.at(KEYS.Key_Left) == "B: Containment"
    assert ears.at(KEYS.Key_Left).startswith("A: ")
    assert ears.at(KEYS.Key_Down), "back from a head to the cell that was the last one before"


def test_a_key_that_leads_nowhere_is_heard_too(ears: Ears) -> None:
    ears.at(KEYS.Key_Home, CONTROL)
    assert ears.at(KEYS.Key_Left) == "Diagnosis"
    assert ears.at(KEYS.Key_Left) == "No further"
    ears.at(KEYS.Key_End, CONTROL)
    assert ears.at(KEYS.Key_Down) == "No further"
    assert ears.at(KEYS.Key_Right) == "No further"


def test_in_and_out_are_heard(ears: Ears) -> None:
    assert ears.at(KEYS.Key_Down, CONTROL).startswith("advocates, London cable")
    assert ears.at(KEYS.Key_Up, CONTROL).startswith("Claim 1 of 2")
    assert ears.at(KEYS.Key_Up, CONTROL).endswith(", Pressure")
    assert ears.at(KEYS.Key_Up, CONTROL).startswith("A: ")


def test_folding_and_moving_tell_where_the_cursor_is_then(ears: Ears) -> None:
    assert ears.at(KEYS.Key_Minus).endswith(", Pressure")
    claim = ears.at(KEYS.Key_Plus)
    assert claim.startswith("Claim 1 of 2")
    assert ears.at(KEYS.Key_Right, CONTROL | Qt.KeyboardModifier.ShiftModifier) == claim


def test_who_comes_to_the_grid_hears_where_the_cursor_is(ears: Ears, view: ComparisonView) -> None:
    view.grid.clearFocus()
    ears.heard.clear()
    view.grid.setFocus()
    QApplication.processEvents()
    assert ears.heard == ["Claim 1 of 2: Answer robustly when necessary."]


def test_without_the_keys_nothing_is_heard(ears: Ears, view: ComparisonView) -> None:
    view.grid.clearFocus()
    ears.heard.clear()
    view.grid.go(GridPosition(-1, 2), by_person=False)
    view.arranger.transpose()
    QApplication.processEvents()
    assert ears.heard == []


def test_what_a_key_peeks_at_is_heard(ears: Ears, view: ComparisonView) -> None:
    heard = ears.at(KEYS.Key_Space)
    assert view.grid.grid_model.pieces(GridPosition(2, 0, 0))[0].quotation.words in heard
    ears.heard.clear()
    QTest.keyClick(view.grid, KEYS.Key_Space)
    QApplication.processEvents()
    assert ears.heard == []
