"""What is done to claims, evidence and answers changes what it says, and nothing else."""

from collections.abc import Callable

import pytest

from counterpoint.domain.approach import ClaimKind, Coverage, Stance
from counterpoint.domain.editing import answers, claims, evidence
from counterpoint.domain.editing.cells import cell, claim_ids, claim_in
from counterpoint.domain.forms import ApproachForm
from tests.domain.editing.forms import APPROACH, claim, piece


def ids(form: ApproachForm, dimension: str = "aim") -> list[str]:
    return [each.id for each in cell(form, dimension).claims]


def quotes(form: ApproachForm, id: str) -> list[str]:
    return [each.passage.quote for each in claim_in(form, id).evidence]


def test_a_claim_is_made_in_its_place_or_last_or_in_a_new_cell() -> None:
    new = claim("new", "six")

    assert ids(claims.make_claim(APPROACH, "aim", new, 1)) == ["a", "new", "b", "c"]
    assert ids(claims.make_claim(APPROACH, "aim", new)) == ["a", "b", "c", "new"]
    assert ids(claims.make_claim(APPROACH, "risks", new), "risks") == ["new"]


def test_a_gap_in_which_something_is_found_is_none_any_longer() -> None:
    gap = answers.set_coverage(APPROACH, "risks", Coverage.GAP, looked_for="any  risk")
    assert cell(gap, "risks").looked_for == "any risk"

    assert cell(claims.make_claim(gap, "risks", claim("new", "six")), "risks").coverage is (
        Coverage.FULL
    )


def test_a_claim_is_worded_and_keeps_its_id() -> None:
    worded = claims.word_claim(APPROACH, "b", " Other\nwords. ")
    kind = claims.set_claim_kind(worded, "b", ClaimKind.CAUSAL)

    assert claim_in(kind, "b") == claim_in(APPROACH, "b")._replace(
        text="Other words.", kind=ClaimKind.CAUSAL
    )
    assert ids(kind) == ["a", "b", "c"]


def test_an_answer_rests_on_what_is_still_there() -> None:
    without = claims.delete_claim(APPROACH, "b")
    assert cell(without, "aim").rests_on == ("a",)
    assert cell(claims.delete_claim(without, "a"), "aim").rests_on is None

    moved = claims.move_claim(APPROACH, "a", "means", 0)
    assert (ids(moved), ids(moved, "means")) == (["b", "c"], ["a", "d"])
    assert cell(moved, "aim").rests_on == ("b",)


def test_claims_are_reordered_and_copied() -> None:
    assert ids(claims.move_claim(APPROACH, "a", "aim", 1)) == ["b", "a", "c"]
    assert cell(claims.move_claim(APPROACH, "a", "aim"), "aim").rests_on == ("b", "a")
    copied = claims.copy_claim(APPROACH, "a", "e", "means")
    assert quotes(copied, "e") == quotes(copied, "a") == ["one", "two"]


def test_merged_claims_have_each_passage_once_and_carry_what_either_carried() -> None:
    merged = claims.merge_claims(APPROACH, "b", "c")

    assert quotes(merged, "c") == ["four", "two", "three"]
    assert cell(merged, "aim").rests_on == ("c", "a")
    assert quotes(claims.merge_claims(APPROACH, "b", "a"), "a") == ["one", "two", "three"]
    assert cell(claims.merge_claims(APPROACH, "b", "a"), "aim").rests_on == ("a",)
    with pytest.raises(KeyError):
        claims.merge_claims(APPROACH, "b", "b")


def test_a_claim_is_split_right_behind_itself_and_neither_is_bare() -> None:
    split = claims.split_claim(APPROACH, "b", "b-2", "The rest.", frozenset({1}))

    assert ids(split) == ["a", "b", "b-2", "c"]
    assert (quotes(split, "b"), quotes(split, "b-2")) == (["two"], ["three"])
    for all_or_none in (frozenset[int](), frozenset({0, 1})):
        with pytest.raises(ValueError, match="evidence"):
            claims.split_claim(APPROACH, "b", "b-2", "The rest.", all_or_none)


def test_passages_are_linked_changed_moved_and_unlinked() -> None:
    linked = evidence.link_passage(APPROACH, "d", piece("six"))
    assert quotes(linked, "d") == ["five", "six"]
    assert quotes(evidence.move_evidence(linked, "d", 1, "d", 0), "d") == ["six", "five"]
    moved = evidence.move_evidence(linked, "d", 0, "a", 1)
    assert (quotes(moved, "d"), quotes(moved, "a")) == (["six"], ["one", "five", "two"])
    assert quotes(evidence.unlink_passage(linked, "d", 0), "d") == ["six"]
    critic = evidence.change_evidence(
        linked, "d", 1, lambda one: one._replace(stance=Stance.CRITICISES)
    )
    assert [one.stance for one in claim_in(critic, "d").evidence] == ["advocates", "criticises"]


def test_an_answer_without_words_is_none() -> None:
    one = answers.set_answer(APPROACH, "means", " Talk\n more. ", ("talk",), ("d",))
    assert (cell(one, "means").answer, cell(one, "means").rests_on) == ("Talk more.", ("d",))
    none = answers.set_answer(APPROACH, "aim", " ", (), ())
    assert (cell(none, "aim").answer, cell(none, "aim").holds, cell(none, "aim").rests_on) == (
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda form: claims.word_claim(form, "none", "x"),
        lambda form: claims.delete_claim(form, "none"),
        lambda form: claims.move_claim(form, "none", "aim"),
        lambda form: claims.merge_claims(form, "a", "none"),
        lambda form: evidence.link_passage(form, "none", piece("x")),
        lambda form: evidence.unlink_passage(form, "a", 2),
        lambda form: evidence.move_evidence(form, "a", 2, "b"),
    ],
)
def test_what_is_not_there_is_not_changed(change: Callable[[ApproachForm], ApproachForm]) -> None:
    with pytest.raises((KeyError, IndexError)):
        change(APPROACH)


def test_the_ids_of_all_cells_are_taken() -> None:
    assert claim_ids(APPROACH) == {"a", "b", "c", "d"}
