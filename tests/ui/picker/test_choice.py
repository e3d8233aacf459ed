"""Which approaches are shown, and in which order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.ui.picker.choice import Choice, matching

IDS = ("a", "b", "c", "d")
CHOICES = st.builds(
    lambda order, shown: Choice(tuple(order), frozenset(shown)),
    st.permutations(IDS),
    st.sets(st.sampled_from(IDS)),
)


def test_columns_are_what_is_shown_in_order() -> None:
    assert Choice(("b", "a", "c"), frozenset("ab")).columns == ["b", "a"]


@pytest.mark.parametrize(
    ("to", "order"), [(0, "cabd"), (1, "acbd"), (3, "abdc"), (9, "abdc"), (-2, "cabd")]
)
def test_an_approach_is_moved(to: int, order: str) -> None:
    assert Choice(IDS).moved("c", to).order == tuple(order)


@given(CHOICES, st.sampled_from([*IDS, "gone"]), st.integers(-2, 6))
def test_moving_loses_nothing_and_keeps_the_rest_in_order(choice: Choice, id: str, to: int) -> None:
    moved = choice.moved(id, to)
    assert sorted(moved.order) == sorted(choice.order)
    assert [one for one in moved.order if one != id] == [one for one in choice.order if one != id]
    assert moved.shown == choice.shown


@given(CHOICES, st.sets(st.sampled_from([*IDS, "gone"])))
def test_showing_and_hiding_know_only_what_there_is(choice: Choice, ids: set[str]) -> None:
    known = ids & set(IDS)
    assert choice.with_shown(ids, shown=True).shown == choice.shown | known
    assert choice.with_shown(ids, shown=False).shown == choice.shown - known
    assert choice.only(ids).shown == known


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["talk", "firm"]),
        ("  ", ["talk", "firm"]),
        ("KEEP", ["talk"]),
        ("before talking", ["firm"]),
        ("rejected", ["firm"]),
        ("minister", ["talk"]),
        ("keep firm", []),
        ("talk", ["talk", "firm"]),
    ],
)
def test_every_word_has_to_occur(library: OpenedLibrary, words: str, found: list[str]) -> None:
    assert [head.id for head in matching(library.contents.approaches, words)] == found


def test_a_whole_cue_is_found(library: OpenedLibrary) -> None:
    head = library.contents.approach("talk")._replace(cue="ZQ")
    assert matching([head], "zq") == [head]
    assert matching([head], "z") == []
