"""Two changes of one thing are both kept, or it is said that they cannot be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.approach import ClaimKind
from counterpoint.domain.editing import claims, evidence
from counterpoint.domain.editing.cells import cell, claim_in
from counterpoint.domain.editing.merging import Clash, merged, put_over
from counterpoint.domain.forms import ApproachForm
from tests.domain.editing.forms import APPROACH, claim, piece

CHANGES = [
    claims.word_claim(APPROACH, "a", "Mine."),
    claims.word_claim(APPROACH, "a", "Theirs."),
    claims.set_claim_kind(APPROACH, "a", ClaimKind.CAUSAL),
    claims.delete_claim(APPROACH, "b"),
    claims.move_claim(APPROACH, "c", "aim", 0),
    claims.move_claim(APPROACH, "d", "aim"),
    claims.make_claim(APPROACH, "aim", claim("e", "six"), 1),
    claims.make_claim(APPROACH, "aim", claim("f", "six"), 1),
    evidence.link_passage(APPROACH, "a", piece("six")),
    evidence.link_passage(APPROACH, "a", piece("seven")),
    evidence.unlink_passage(APPROACH, "a", 0),
    APPROACH._replace(title="Other"),
    APPROACH,
]
CHANGED = st.sampled_from(CHANGES)


def outcome(base: ApproachForm, mine: ApproachForm, theirs: ApproachForm) -> ApproachForm | None:
    try:
        return merged(base, mine, theirs)
    except Clash:
        return None


@given(CHANGED, CHANGED)
def test_one_change_is_all_that_there_is(base: ApproachForm, changed: ApproachForm) -> None:
    assert merged(base, changed, base) == changed
    assert merged(base, base, changed) == changed
    assert merged(base, changed, changed) == changed


@given(CHANGED, CHANGED)
def test_whose_change_comes_first_decides_nothing_but_the_order_of_what_is_new(
    mine: ApproachForm, theirs: ApproachForm
) -> None:
    one, other = outcome(APPROACH, mine, theirs), outcome(APPROACH, theirs, mine)

    assert (one is None) is (other is None)
    if one is not None and other is not None:
        assert one.title == other.title
        for a, b in zip(one.positions, other.positions, strict=True):
            assert {each.id for each in a.claims} == {each.id for each in b.claims}


def test_changes_of_different_parts_are_both_there() -> None:
    mine = claims.word_claim(evidence.link_passage(APPROACH, "a", piece("six")), "a", "Mine.")
    theirs = claims.set_claim_kind(claims.delete_claim(APPROACH, "b"), "a", ClaimKind.CAUSAL)
    theirs = evidence.unlink_passage(claims.make_claim(theirs, "aim", claim("e", "x"), 0), "a", 0)

    both = merged(APPROACH, mine, theirs)

    assert [each.id for each in cell(both, "aim").claims] == ["e", "a", "c"]
    a = claim_in(both, "a")
    assert (a.text, a.kind) == ("Mine.", ClaimKind.CAUSAL)
    assert [each.passage.quote for each in a.evidence] == ["two", "six"]
    assert cell(both, "aim").rests_on == ("a",)


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (claims.word_claim(APPROACH, "b", "Mine."), claims.word_claim(APPROACH, "b", "Theirs.")),
        (claims.word_claim(APPROACH, "b", "Mine."), claims.delete_claim(APPROACH, "b")),
        (claims.delete_claim(APPROACH, "b"), claims.word_claim(APPROACH, "b", "Theirs.")),
        (
            claims.move_claim(APPROACH, "a", "aim", 2),
            claims.move_claim(APPROACH, "c", "aim", 0),
        ),
        (
            claims.make_claim(APPROACH, "aim", claim("e", "x")),
            claims.make_claim(APPROACH, "aim", claim("e", "y")),
        ),
    ],
)
def test_the_same_changed_in_two_ways_is_a_clash(mine: ApproachForm, theirs: ApproachForm) -> None:
    with pytest.raises(Clash):
        merged(APPROACH, mine, theirs)


def test_a_passage_is_one_thing_so_that_words_are_never_parted_from_their_place() -> None:
    def with_passage(**fields: object) -> ApproachForm:
        return evidence.change_evidence(
            APPROACH,
            "d",
            0,
            lambda one: one._replace(passage=one.passage._replace(**fields)),  # type: ignore[arg-type]
        )

    with pytest.raises(Clash):
        merged(APPROACH, with_passage(paragraph="¶2"), with_passage(voice=("others",)))


@given(CHANGED, CHANGED)
def test_put_over_another_change_is_the_same_where_both_go_together(
    mine: ApproachForm, theirs: ApproachForm
) -> None:
    both = outcome(APPROACH, mine, theirs)

    assert put_over(APPROACH, mine, theirs) == both or both is None


def test_put_over_another_change_mine_stands_and_what_only_they_changed_stays() -> None:
    mine = claims.word_claim(APPROACH, "a", "Mine.")
    theirs = claims.word_claim(APPROACH._replace(title="Other"), "a", "Theirs.")

    over = put_over(APPROACH, mine, theirs)

    assert (over.title, claim_in(over, "a").text) == ("Other", "Mine.")


def test_what_is_changed_in_one_and_gone_from_the_other_is_as_mine_has_it() -> None:
    worded = claims.word_claim(APPROACH, "b", "Worded.")
    gone = claims.delete_claim(APPROACH, "b")

    assert claim_in(put_over(APPROACH, worded, gone), "b").text == "Worded."
    assert put_over(APPROACH, gone, worded) == gone
