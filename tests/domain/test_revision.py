"""What becomes of a quotation in a new version: never another's words."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counterpoint.domain.haystack import Haystack
from counterpoint.domain.quotation import QuotationState
from counterpoint.domain.revision import RevisedPlace, revised_place
from counterpoint.domain.span import Span
from counterpoint.storage.quotations.nearest_match import NearestMatches

TWICE = "Alpha says: talks are vital. Beta says: talks are vital."


def place(words: str, old: str, new: str, nth: int = 0) -> RevisedPlace:
    at = -1
    for _ in range(nth + 1):
        at = old.index(words, at + 1)
    return revised_place(
        words,
        Haystack(old),
        Span(at, at + len(words)),
        Haystack(new),
        NearestMatches(Haystack(new)).nearest,
    )


def test_an_unchanged_text_keeps_all() -> None:
    assert place("talks are vital", TWICE, TWICE).state is QuotationState.EXACT
    assert place("talks are vital", TWICE, TWICE, 1).state is QuotationState.EXACT


def test_a_text_before_it_moves_it() -> None:
    found = place("talks are vital", TWICE, "Intro. " + TWICE)

    assert found == RevisedPlace(QuotationState.MOVED, Span(19, 34))


def test_anothers_words_are_never_taken_for_it() -> None:
    found = place("talks are vital", TWICE, "Beta says: talks are vital.")

    assert found.state not in (QuotationState.EXACT, QuotationState.MOVED)
    assert found.span is None


def test_sentences_exchanged_are_followed() -> None:
    new = "Beta says: talks are vital. Alpha says: talks are vital."

    assert place("talks are vital", TWICE, new, 1) == RevisedPlace(
        QuotationState.MOVED, Span(11, 26)
    )
    whole = place("Beta says: talks are vital", TWICE, new)
    assert whole.state is QuotationState.AMBIGUOUS, "nothing is left of what stood around it"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He spoke of “peace”, and left.", 'He spoke of "peace", and left.'),
        ("It was the Café Royal where they met.", "It was the Cafe\u0301 Royal where they met."),
        (
            "A long-term and deliberate plan of theirs",
            "A long-term and deliber\u00adate plan of theirs",
        ),
        ("The diﬀerent offices of the two", "The different offices of the two"),
        ("It ran 1990–1995 without a break", "It ran 1990-1995 without a break"),
        ("The government’s deliberations went on", "The government's deliber-\nations went on"),
    ],
)
def test_another_spelling_is_told_as_such(old: str, new: str) -> None:
    for before, after in ((old, new), (new, old)):
        _, second, *_, last = before.split()
        span = Span(before.index(second), before.rindex(last) - 1)
        words = before[slice(*span)]
        found = revised_place(words, Haystack(before), span, Haystack(after), lambda _: ())
        assert found.state is QuotationState.SPELT_OTHERWISE


def test_a_changed_word_is_a_proposal_and_a_deleted_passage_is_lost() -> None:
    old = "The Council decided that sanctions should be kept in place by all its members."
    words = "sanctions should be kept in place by all"

    assert place(words, old, old.replace("kept", "left")).state is QuotationState.CHANGED
    assert place(words, old, "Quite another text stands here.").state is QuotationState.LOST


GREEK = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta"]
WORDS = st.lists(st.sampled_from(GREEK), max_size=30)


@example(["alpha"] * 12, ["alpha"] * 3, 0)
@given(WORDS, WORDS, st.integers(0, 40))
def test_an_edit_elsewhere_never_loses_a_passage_of_its_own_words(
    before: list[str], edit: list[str], at: int
) -> None:
    words = "the one sentence that stands nowhere else in all of this text, long as it is"
    old = " ".join(["start", *before, words, *before, "end"])
    position = min(at, len("start"))
    new = old[:position] + " " + " ".join(edit) + " " + old[position:]

    found = place(words, old, new)
    assert found.state in (QuotationState.MOVED, QuotationState.EXACT)
    assert found.span is not None
    assert new[slice(*found.span)] == words


@given(WORDS, WORDS)
def test_what_is_certain_is_word_for_word(old: list[str], new: list[str]) -> None:
    text = " ".join(["alpha beta", *old])

    found = revised_place(
        "alpha beta", Haystack(text), Span(0, 10), Haystack(" ".join(new)), lambda _: ()
    )
    if found.state in (QuotationState.EXACT, QuotationState.MOVED):
        assert found.span is not None
        assert " ".join(new)[slice(*found.span)] == "alpha beta"
