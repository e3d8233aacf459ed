"""An action can be done where its view is shown and what it works on is there; else why not."""

import pytest

from counterpoint.ui.actions.action import Action
from counterpoint.ui.actions.situation import Situation
from counterpoint.ui.actions.table import ACTIONS
from counterpoint.ui.actions.works_on import WorksOn, lacking

NOWHERE = Situation()
NEEDS_MORE = [what for what in WorksOn if what not in (WorksOn.NOTHING, WorksOn.LIBRARY)]


def one(on: WorksOn, view: str = "") -> Action:
    return Action("one", "Do it…", "View", on=on, view=view)


def test_without_a_library_only_what_works_on_nothing_can_be_done() -> None:
    assert [what for what in WorksOn if NOWHERE.allows(one(what))] == [WorksOn.NOTHING]
    assert {NOWHERE.why_not(one(what)) for what in WorksOn} == {""}


def test_a_library_is_enough_for_what_works_on_it_as_a_whole() -> None:
    bare = Situation("notes")
    allowed = [what for what in WorksOn if bare.allows(one(what))]
    assert allowed == [WorksOn.NOTHING, WorksOn.LIBRARY]


@pytest.mark.parametrize("what", NEEDS_MORE, ids=lambda what: what.name)
def test_what_is_lacking_is_said_as_long_as_it_is(what: WorksOn) -> None:
    others = frozenset(NEEDS_MORE) - {what}
    assert not Situation("compare", others).allows(one(what))
    assert Situation("compare", others).why_not(one(what)) == lacking(what) != ""
    assert Situation("compare", frozenset([what])).allows(one(what))
    assert Situation("compare", frozenset([what])).why_not(one(what)) == ""


def test_the_view_comes_before_what_is_in_it() -> None:
    of_comparison = one(WorksOn.APPROACH, "compare")
    there = frozenset([WorksOn.APPROACH])
    assert Situation("compare", there).allows(of_comparison)
    assert not Situation("sources", there).allows(of_comparison)
    said = Situation("sources").why_not(of_comparison)
    assert said.startswith("“Do it” is about the comparison, which is not shown here: ")


def test_every_thing_is_worked_on_by_some_action() -> None:
    assert {action.on for action in ACTIONS} == set(WorksOn)
