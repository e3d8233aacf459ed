"""Two approaches or two questions made one: nothing that was said is lost."""

from collections import Counter
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.approach import (
    ClaimKind,
    Colour,
    Coverage,
    Dimension,
    NamedAnswer,
    Proponent,
    Relation,
    RelationKind,
    Status,
)
from counterpoint.domain.editing.joining import (
    join_approaches,
    join_cells,
    join_questions,
    related_to,
)
from counterpoint.domain.forms import ApproachForm, ClaimForm, EvidenceForm, PositionForm

from .forms import APPROACH, piece

_IDS = st.sampled_from(["a", "b", "c", "a-2"])
_WORDS = st.sampled_from(["It talks.", "It waits.", "It asks"])
_CLAIMS = st.lists(
    st.builds(
        ClaimForm,
        _IDS,
        _WORDS,
        st.just(ClaimKind.FACT),
        st.lists(st.sampled_from(["one", "two", "three"]), min_size=1, max_size=3).map(
            lambda words: tuple(map(piece, words))
        ),
    ),
    max_size=3,
    unique_by=lambda claim: claim.id,
)


@st.composite
def approaches(draw: st.DrawFn) -> ApproachForm:
    """Each claim id is used once in it."""
    positions, taken = [], set[str]()
    for dimension in draw(st.lists(st.sampled_from(["aim", "means", "end"]), unique=True)):
        claims = [each for each in draw(_CLAIMS) if each.id not in taken]
        taken |= {each.id for each in claims}
        said = draw(st.none() | _WORDS)
        positions.append(
            PositionForm(
                dimension,
                draw(st.sampled_from([Coverage.FULL, Coverage.PARTIAL, Coverage.GAP])),
                draw(st.none() | _WORDS),
                draw(st.none() | _WORDS),
                tuple(claims),
                answer=said,
                holds=("talk",) if said else None,
                rests_on=tuple(each.id for each in claims[:1]) or None if said else None,
            )
        )
    names = draw(st.lists(st.sampled_from(["she", "he"]), unique=True))
    return ApproachForm(
        title=draw(_WORDS),
        gist=draw(_WORDS),
        cue="A",
        colour=Colour.BLUE,
        status=Status.ADVOCATED,
        status_note=draw(_WORDS),
        date="2020",
        proponents=tuple(map(Proponent, names)),
        positions=tuple(positions),
        status_detail=draw(_WORDS),
    )


def evidence(*forms: ApproachForm) -> Counter[tuple[str, EvidenceForm]]:
    return Counter(
        (claim.text, each)
        for form in forms
        for position in form.positions
        for claim in position.claims
        for each in claim.evidence
    )


def said(form: ApproachForm) -> str:
    cells: Iterable[str | None] = (
        words for cell in form.positions for words in (cell.why, cell.looked_for, cell.answer)
    )
    return " ".join(filter(None, (form.title, form.gist, form.status_detail, *cells)))


@given(approaches(), approaches())
def test_all_claims_and_all_words_of_two_approaches_are_in_the_one(
    into: ApproachForm, other: ApproachForm
) -> None:
    joined = join_approaches(into, other, ("into", "other"))

    assert evidence(joined) == evidence(into, other)
    ids = [claim.id for cell in joined.positions for claim in cell.claims]
    assert len(ids) == len(set(ids))
    now = said(joined)
    for form in (into, other):
        for words in (form.title, form.gist if form is other else "", form.status_detail):
            assert (words or "").rstrip(".") in now
        for cell in form.positions:
            for words in (cell.why, cell.looked_for, cell.answer):
                assert (words or "").rstrip(".") in now
        assert {each.name for each in form.proponents} <= {each.name for each in joined.proponents}


@given(approaches(), approaches())
def test_answers_rest_on_the_claims_that_they_rested_on(
    into: ApproachForm, other: ApproachForm
) -> None:
    def rested(form: ApproachForm) -> set[tuple[str, tuple[EvidenceForm, ...]]]:
        return {
            (claim.text, claim.evidence)
            for cell in form.positions
            for claim in cell.claims
            if claim.id in (cell.rests_on or ())
        }

    assert rested(join_approaches(into, other, ())) == rested(into) | rested(other)


@given(approaches())
def test_all_that_an_approach_says_to_two_questions_is_said_to_the_one(
    form: ApproachForm,
) -> None:
    joined = join_cells(form, "aim", "means", {"talk": "talk-2"})

    assert evidence(joined) == evidence(form)
    assert "aim" not in {cell.dimension for cell in joined.positions}
    for cell in form.positions:
        for words in (cell.why, cell.looked_for, cell.answer):
            assert (words or "").rstrip(".") in said(joined)
        if cell.dimension == "aim" and cell.holds:
            held = [c.holds for c in joined.positions if c.dimension == "means"]
            assert "talk-2" in (held[0] or ())


def test_named_answers_of_two_questions_are_those_of_the_one() -> None:
    aim = Dimension("aim", "Aim", "What for?", "By it.", (NamedAnswer("a", "Peace", "None."),))
    end = Dimension(
        "end",
        "End",
        "To what end?",
        "By that.",
        (NamedAnswer("a", "War", "Some."), NamedAnswer("b", "Peace", "None.")),
    )

    (joined,), names = join_questions((aim, end), "end", "aim")

    assert names == {"a": "a-2", "b": "a"}
    assert joined.answers == (*aim.answers, NamedAnswer("a-2", "War", "Some."))
    assert (joined.title, joined.question) == ("Aim", "What for?; To what end?")
    assert joined.tells_apart == "By it; By that."
    with pytest.raises(KeyError):
        join_questions((aim, end), "end", "end")
    with pytest.raises(KeyError):
        join_questions((aim, end), "gone", "aim")


def test_relations_to_one_that_is_gone_lead_to_the_one() -> None:
    from .forms import APPROACH

    answers = Relation(RelationKind.ANSWERS, "gone", "it asks")
    form = APPROACH._replace(relations=(answers,))

    assert related_to(form, "gone", "one", "own").relations == (answers._replace(approach="one"),)
    assert related_to(form, "gone", "own", "own").relations == ()
    assert related_to(form, "gone", "", "own").relations == ()
    assert join_approaches(form, APPROACH, ("gone",)).relations == ()


def test_a_status_that_is_not_stated_adds_no_words() -> None:
    other = APPROACH._replace(title="Wait", gist="not stated", status_note="not stated")

    assert join_approaches(APPROACH, other, ()).status_detail == "Wait"


LONG = "It is to hold to all of its aims and to tell nobody what these are, ever."
OTHER = "It says what it is after, and asks the others what they would give for it."


def _with_answer(answer: str) -> ApproachForm:
    return APPROACH._replace(positions=(PositionForm("aim", Coverage.FULL, answer=answer),))


def test_of_answers_that_are_too_long_together_one_is_told_in_the_details() -> None:
    joined = join_approaches(_with_answer(LONG), _with_answer(OTHER), ())
    assert joined.positions[0].answer == LONG
    assert OTHER in joined.status_detail


def test_so_are_those_of_two_questions() -> None:
    form = APPROACH._replace(
        positions=(
            PositionForm("aim", Coverage.FULL, answer=LONG),
            PositionForm("end", Coverage.FULL, answer=OTHER),
        )
    )
    joined = join_cells(form, "end", "aim", {})
    (only,) = joined.positions
    assert only.answer == LONG
    assert OTHER in joined.status_detail


def test_short_ones_stand_one_behind_the_other() -> None:
    joined = join_approaches(_with_answer("It talks."), _with_answer("It waits."), ())
    assert joined.positions[0].answer == "It talks; It waits."
