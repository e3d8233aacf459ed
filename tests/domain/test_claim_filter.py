"""Which claims pass a filter, what it can be taken apart into, and what is kept of it."""

import json
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.approach import (
    Claim,
    ClaimKind,
    ClaimStanding,
    Evidence,
    Link,
    Stance,
)
from counterpoint.domain.claim_filter import ClaimFilter, by_year
from counterpoint.domain.quotation import Quotation, QuotationState, Standing
from counterpoint.domain.source import Source
from tests.ui.comparison.material import source

CABLE, LAIN, UNDATED = (
    source(id, id)._replace(date=date)
    for id, date in (("cable", "2008-10-20"), ("lain", "2017"), ("page", "undated"))
)
SOURCES = (LAIN, CABLE, UNDATED)


@dataclass
class Said:
    """A piece of evidence to be."""

    stance: Stance = Stance.ADVOCATES
    source: str = "cable"
    voice: tuple[str, ...] = ("Embassy London", "Davenport")
    link: Link = Link.DIRECT


def claim(*said: Said, standing: ClaimStanding = ClaimStanding.OWN) -> Claim:
    lost = Standing(QuotationState.LOST, None)
    pieces = tuple(
        Evidence(
            str(number),
            each.source,
            Quotation("w", None),
            lost,
            "",
            each.stance,
            each.voice,
            each.link,
            *[""] * 4,
        )
        for number, each in enumerate(said)
    )
    return Claim("c", "C.", ClaimKind.FACT, pieces, standing)


@pytest.mark.parametrize(
    ("filter", "passes"),
    [
        (ClaimFilter(), True),
        (ClaimFilter(Stance.ADVOCATES), True),
        (ClaimFilter(Stance.CONCEDES), True),
        (ClaimFilter(Stance.CRITICISES), False),
        (ClaimFilter(source="lain"), True),
        (ClaimFilter(source="page"), False),
        (ClaimFilter(voice="Davenport"), True),
        (ClaimFilter(voice="Embassy London"), False),
        (ClaimFilter(years={"2008": frozenset({"cable"})}), True),
        (ClaimFilter(years={"2020": frozenset({"page"})}), False),
        (ClaimFilter(Stance.ADVOCATES, source="cable", voice="Davenport"), True),
        # Each is there, but not in one piece of evidence.
        (ClaimFilter(Stance.CONCEDES, source="cable"), False),
        (ClaimFilter(own=True), True),
        (ClaimFilter(own=True, source="lain"), False),
    ],
)
def test_a_claim_passes_by_one_piece_that_is_all_that_is_asked(
    filter: ClaimFilter, passes: bool
) -> None:
    inferred = Said(Stance.CONCEDES, "lain", ("Lain",), Link.INFERRED)
    assert filter.passes(claim(Said(), inferred)) is passes


def test_the_words_of_others_are_not_the_holders_own() -> None:
    own = ClaimFilter(own=True)
    assert own.passes(claim(Said()))
    assert not own.passes(claim(Said(), standing=ClaimStanding.OTHERS))
    assert not own.passes(claim(Said(), standing=ClaimStanding.INFERENCE))


def test_each_thing_that_it_narrows_by_can_be_taken_away_alone() -> None:
    years = by_year(SOURCES)
    whole = ClaimFilter(Stance.CONCEDES, own=True, source="lain", voice="Lain", years=years)
    parts = list(whole.parts())
    assert len(parts) == 6
    left = whole
    for number, part in enumerate(parts):
        assert list(left.parts()) == parts[number:]
        left = left.without(part)
    assert left == ClaimFilter()
    assert not left
    assert whole.without(ClaimFilter(years={"2008": years["2008"]})).years == {
        "2017": years["2017"]
    }


def test_only_one_that_narrows_by_nothing_else_is_by_stance() -> None:
    assert ClaimFilter(Stance.CONCEDES).only_stance is Stance.CONCEDES
    assert ClaimFilter(Stance.CONCEDES, own=True).only_stance is None
    assert ClaimFilter().only_stance is None


def test_the_years_are_those_of_the_dated_sources_in_order() -> None:
    assert by_year(SOURCES) == {"2008": {"cable"}, "2017": {"lain"}}


def kept(filter: ClaimFilter, sources: tuple[Source, ...]) -> ClaimFilter:
    return ClaimFilter.from_dict(json.loads(json.dumps(filter.to_dict())), sources)


def test_it_comes_back_and_what_is_gone_is_dropped() -> None:
    whole = ClaimFilter(
        Stance.TELLS_FOR, own=True, source="lain", voice="V", years=by_year(SOURCES)
    )
    assert kept(whole, SOURCES) == whole
    fewer = kept(whole, (CABLE,))
    assert (fewer.source, list(fewer.years)) == ("", ["2008"])


RUBBISH = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)


@given(
    RUBBISH
    | st.dictionaries(st.sampled_from(("stance", "own", "source", "voice", "years")), RUBBISH)
)
def test_rubbish_narrows_by_nothing_that_is_not_there(rubbish: object) -> None:
    found = ClaimFilter.from_dict(rubbish, SOURCES)
    assert found.source in ("", "lain", "cable", "page")
    assert set(found.years) <= {"2008", "2017"}
    assert isinstance(found.own, bool)
