"""The marks of one source."""

from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.approach import Colour, Stance
from counterpoint.domain.quotation import QuotationState
from counterpoint.domain.span import Span
from counterpoint.ui.reader.highlights.highlight import Highlight, HighlightAnswer, Highlights
from tests.ui.reader.material import highlight

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(st.lists(SPANS, max_size=12), SPANS)
def test_overlapping_finds_just_those_that_share_a_code_point(
    spans: list[Span], asked: Span
) -> None:
    highlights = Highlights([highlight(span, str(number)) for number, span in enumerate(spans)])
    found = {m.key for m in highlights.overlapping(asked)}
    assert found == {str(n) for n, span in enumerate(spans) if span.overlaps(asked)}


@given(st.lists(SPANS, max_size=12), st.integers(0, 90))
def test_the_neighbours_of_a_place_are_the_nearest(spans: list[Span], position: int) -> None:
    highlights = Highlights([highlight(span, str(number)) for number, span in enumerate(spans)])
    after = highlights.next_from(position)
    before = highlights.last_before(position)
    starts = [span.start for span in spans]
    assert (after.span.start if after else None) == min(
        (s for s in starts if s >= position), default=None
    )
    assert (before.span.start if before else None) == max(
        (s for s in starts if s < position), default=None
    )


def test_keys_are_in_the_order_of_the_text() -> None:
    highlights = Highlights(
        [
            highlight(Span(9, 12), "late"),
            highlight(Span(0, 4), "early"),
            highlight(Span(0, 8), "long"),
        ]
    )
    assert highlights.keys == ["long", "early", "late"]
    found = highlights.find("late")
    assert found and found.span == Span(9, 12)
    assert highlights.find("none") is None


def test_rules_side_by_side_are_counted_by_approach() -> None:
    highlights = Highlights(
        [
            highlight(Span(0, 10), "1", "A"),
            highlight(Span(5, 20), "2", "A"),
            highlight(Span(15, 30), "3", "B"),
            highlight(Span(90, 95), "4", "C"),
        ]
    )
    assert highlights.most_at_once(0) == 2
    assert highlights.most_at_once(100) == 3
    assert Highlights().most_at_once(10) == 0


def test_a_description_says_approach_stance_and_voice() -> None:
    assert highlight(Span(0, 4), "k").description == (
        "A Option A: describes\nEmbassy London, Michael Davenport"
    )


def test_a_passage_that_is_not_exact_is_described_as_such() -> None:
    moved = highlight(Span(0, 4), "k", state=QuotationState.MOVED)
    assert moved.description.splitlines()[-1] == (
        "Moved: the words stand elsewhere in the source, or beside other words, than when they "
        "were quoted"
    )
    assert not moved.exact


def test_what_answers_a_passage_is_said_of_it() -> None:
    answer = HighlightAnswer(
        "Rebutted by Hugo Klijn (Clingendael §8): “no”", "clingendael", Span(4, 6)
    )
    highlight = Highlight(
        Span(0, 3), "A", Colour.BLUE, Stance.ADVOCATES, "k", "Talk", answers=(answer,)
    )

    assert highlight.description.splitlines()[-1] == answer.words
