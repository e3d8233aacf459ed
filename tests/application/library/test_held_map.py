"""What the map counts is what is held."""

import pytest

from counterpoint.application.library.held_map import HeldMap
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.library.sheet import Sheet
from counterpoint.domain.approach import Approach, CellState, Link, Stance
from counterpoint.domain.claim_filter import ClaimFilter
from counterpoint.domain.parting import Between, MostParted, Nearness, PairsApart, holders
from counterpoint.storage.place import shipped_library
from tests.ui.comparison.map.material import answered, dimensions


def of(*approaches: str) -> HeldMap:
    """The map of some of the six."""
    found = {each.head.id: each for each in answered()}
    return HeldMap(Sheet(tuple(found[id] for id in approaches), dimensions()))


def test_who_holds_what_is_what_the_cells_say() -> None:
    approaches: tuple[Approach, ...] = answered()
    held = HeldMap(Sheet(approaches, dimensions()))
    assert held.holders == tuple(holders(approaches, each) for each in dimensions())
    assert held.holders[2].unfinished == ("f",)
    assert held.state("f", "pressure") is CellState.UNFINISHED
    assert held.position("b", "objective").holds == ("counter",)
    assert held.names_answers


def test_where_they_part_most_and_which_stand_nearest() -> None:
    held = of("a", "b", "e")
    assert held.most_parted == MostParted(2, 3, 3, 0, PairsApart(3, 0, 3))
    assert held.nearest is not None
    assert (held.nearest.one, held.nearest.other) == ("a", "b")
    assert held.nearest.nearness == Nearness(1, 2, 0, 7, 0)
    assert of("a").nearest is None


def test_two_are_counted_question_by_question() -> None:
    held = of("a", "c", "f")
    pair = held.pair("c", "a")
    assert (pair.one, pair.other, pair.nearness) == ("c", "a", Nearness(1, 2, 0, 7, 0))
    assert [held.between("a", "c", row) for row in range(4)] == [
        Between.PARTED,
        Between.SHARED,
        Between.PARTED,
        Between.BOTH_SILENT,
    ]
    assert held.between("a", "f", 2) is Between.UNFINISHED


def test_nothing_shown_is_nothing_held() -> None:
    held = HeldMap(Sheet((), dimensions()))
    assert [each.silent for each in held.holders] == [()] * 10
    assert (held.most_parted, held.nearest) == (None, None)
    assert not HeldMap(Sheet()).names_answers
    with pytest.raises(KeyError):
        held.dimension("nothing")


def test_what_a_filter_hides_is_nobodys_and_counts_for_nothing() -> None:
    approaches = tuple(each for each in answered() if each.head.id in "abd")
    criticised = ClaimFilter(stance=Stance.CRITICISES)
    shown = Sheet(approaches, dimensions(), filter=criticised)
    hidden = {each.head.id for each in approaches if shown.hides(each.position("objective"))}
    assert hidden and hidden < {"a", "b", "d"}, "some are hidden and some are not"
    held, at = HeldMap(shown), [each.id for each in dimensions()].index("objective")
    row = held.holders[at]
    assert set(row.hidden) == hidden
    assert not hidden & {id for _, who in row.held for id in who}
    assert not row.unfinished
    some, other = min(hidden), min({"a", "b", "d"} - hidden)
    assert held.between(some, other, at) is Between.HIDDEN
    assert held.state(some, "objective") is None
    nearness = held.pair(some, other).nearness
    assert nearness.hidden > 0
    assert sum(nearness) == len(dimensions())


@pytest.mark.parametrize(
    "filter",
    [
        ClaimFilter(source="moscow-times-2017"),
        ClaimFilter(years={"2017": frozenset({"moscow-times-2017", "independent-2017"})}),
    ],
)
def test_an_answer_is_hidden_where_what_it_rests_on_is_only_inferred_there(
    filter: ClaimFilter,
) -> None:
    library = OpenedLibrary.open(shipped_library(), None)
    approaches = tuple(library.approach(head.id) for head in library.contents.approaches)
    held = HeldMap(Sheet(approaches, library.contents.dimensions, filter=filter))
    by_inference = 0
    for approach in approaches:
        for position in approach.positions:
            if position.state is not CellState.ANSWERED:
                continue
            direct = [
                piece
                for claim in position.claims
                if claim.id in position.rests_on
                for piece in claim.evidence
                if piece.link is Link.DIRECT and filter.fits(piece)
            ]
            hidden = held.hides(approach.head.id, position.dimension)
            assert hidden is not bool(direct)
            by_inference += hidden and any(filter.passes(each) for each in position.claims)
    assert by_inference, "some answers rest on other texts, and are only inferred from these"
    assert held.hides("hard-headed-engagement", "scope")
