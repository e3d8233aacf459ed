"""The map as a screen reader finds it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtTest import QTest

from counterpoint.application.library.arrangement import Depth
from counterpoint.domain.note import Target, TargetKind
from counterpoint.ui.accessibility.factory import install
from counterpoint.ui.comparison.grid.noted import Noted
from counterpoint.ui.comparison.map.view import MapView
from counterpoint.ui.comparison.view import ComparisonView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

HELD = "Objective: Counter it is, held by Containment"
Role, Text = QAccessible.Role, QAccessible.Text


@pytest.fixture
def spoken(view: ComparisonView, on_map: MapView) -> QAccessibleInterface:
    install(view)
    return QAccessible.queryAccessibleInterface(on_map)


def children(of: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [of.child(at) for at in range(of.childCount())]


def named(of: QAccessibleInterface, start: str) -> QAccessibleInterface:
    """The object below that has such a name."""
    every = [each for child in children(of) for each in (child, *children(child))]
    return next(each for each in every if each.text(Text.Name).startswith(start))


def test_counts_letters_and_questions_are_objects_from_top_to_bottom(
    spoken: QAccessibleInterface,
) -> None:
    found = children(spoken)
    assert (spoken.role(), spoken.text(Text.Name)) == (Role.List, "Map")
    assert [each.role() for each in found] == [
        *[Role.Link] * 2,
        *[Role.CheckBox] * 6,
        *[Role.ListItem] * 10,
    ]
    assert found[0].text(Text.Name) == ("They part most on Diagnosis: 10 of 15 pairs part.")
    assert found[3].text(Text.Name) == "B: Containment"
    assert found[8].text(Text.Name) == "Diagnosis"
    assert found[8].text(Text.Description) == "What drives Moscow?"
    for at, each in enumerate(found):
        assert each.parent() is spoken
        assert spoken.indexOfChild(each) == at
    for each in children(found[9]):
        assert each.parent() is found[9]
    assert spoken.child(18) is None
    assert spoken.child(-1) is None


def test_names_and_letters_say_who_holds_what(spoken: QAccessibleInterface) -> None:
    held = named(spoken, HELD)
    assert held.role() == Role.Link
    assert held.text(Text.Description) == ("Containment says counter here. 1 claim of others.")
    name = named(spoken, "Objective: Talk it is")
    assert name.text(Text.Name) == (
        "Objective: Talk it is, held by 3: Hard-headed engagement; Engage but beware; "
        "Compartmentalised dialogue"
    )
    assert name.text(Text.Description) == "It means talk."
    nobody = named(spoken, "Diagnosis: Accident it is")
    assert nobody.text(Text.Name) == "Diagnosis: Accident it is, held by none of those shown"
    silent = named(spoken, "Objective: not said by Twin-track pressure and dialogue")
    unfinished = named(spoken, "Pressure: not yet answered by Helsinki-style détente")
    assert silent.role() == unfinished.role() == Role.Link


def test_the_cursor_has_the_focus_and_a_press_does_what_enter_does(
    view: ComparisonView, on_map: MapView, spoken: QAccessibleInterface
) -> None:
    letter = named(spoken, HELD)
    deeds = letter.actionInterface()
    assert isinstance(deeds, QAccessibleActionInterface)
    assert deeds.localizedActionDescription(deeds.pressAction()) == "Goes to the answer"
    deeds.doAction(deeds.setFocusAction())
    assert view.selection() == Target(TargetKind.POSITION, "b", "objective")
    assert spoken.focusChild() is letter
    assert letter.state().focused
    assert letter.rect() == on_map.rect_on_screen(on_map.place())  # type: ignore[arg-type]
    box = named(spoken, "C: Engage but beware")
    press = box.actionInterface()
    press.doAction(press.pressAction())
    assert box.state().checked
    assert on_map.pair() == ("c",)
    QTest.keyClick(on_map, Qt.Key.Key_Left)
    QTest.keyClick(on_map, Qt.Key.Key_Return)
    question = named(spoken, "Objective")
    assert question.text(Text.Description).endswith("Parted.")
    deeds.doAction(deeds.pressAction())
    assert view.arrangement().depth is Depth.ANSWERS


def test_notes_are_told_and_what_is_gone_is_told_as_gone(
    view: ComparisonView, spoken: QAccessibleInterface
) -> None:
    letter = named(spoken, HELD)
    view.set_noted(Noted({Target(TargetKind.POSITION, "b", "objective"): 1}), lambda _: [])
    assert letter.text(Text.Description).endswith("1 note.")
    view.arranger.hide_approach("b")
    assert not letter.isValid()
    assert letter.text(Text.Name) == ""
    assert letter.state().invalid
