"""Where a target has gone in a change of the library."""

import pytest

from counterpoint.domain.editing import claims, evidence
from counterpoint.domain.editing.cells import claim_in
from counterpoint.domain.editing.following import Became, Following, claim_target
from counterpoint.domain.editing.joining import join_approaches, join_cells
from counterpoint.domain.evidence_key import evidence_keys
from counterpoint.domain.forms import ApproachForm
from counterpoint.domain.note import Target, TargetKind, pair_target, question_target
from tests.domain.editing.forms import APPROACH

BARE = APPROACH._replace(positions=())


def on_claim(id: str, dimension: str, approach: str = "talk") -> Target:
    return Target(TargetKind.CLAIM, approach, dimension, id)


def on_piece(
    form: ApproachForm, id: str, number: int, dimension: str, approach: str = "talk"
) -> Target:
    key = evidence_keys(approach, claim_in(form, id))[number]
    return Target(TargetKind.EVIDENCE, approach, dimension, id, key, "letter")


def leads(after: ApproachForm | None, target: Target, became: Became | None = None) -> Target:
    return Following({"talk": APPROACH}, {"talk": after}, became or {}).leads(target)


def test_a_claim_and_its_evidence_lead_to_their_new_cell() -> None:
    after = claims.move_claim(APPROACH, "a", "means")
    assert leads(after, on_claim("a", "aim")) == on_claim("a", "means")
    piece = on_piece(APPROACH, "a", 1, "aim")
    assert leads(after, piece) == piece._replace(dimension="means")


def test_a_claim_that_goes_to_another_approach_under_another_id_is_followed() -> None:
    left, taken = claims.give_claim(APPROACH, "a", BARE, "a-2", "risks")
    following = Following({"talk": APPROACH, "firm": BARE}, {"talk": left, "firm": taken}, {})
    assert following.leads(on_claim("a", "aim")) == on_claim("a-2", "risks", "firm")
    piece = on_piece(APPROACH, "a", 0, "aim")
    assert following.leads(piece) == on_piece(taken, "a-2", 0, "risks", "firm")


def test_a_merged_claim_and_its_evidence_are_the_other_claim_s() -> None:
    after = claims.merge_claims(APPROACH, "a", "b")
    became = {claim_target("talk", "a"): claim_target("talk", "b")}
    assert leads(after, on_claim("a", "aim"), became) == on_claim("b", "aim")
    for number, there in ((0, 2), (1, 0)):  # the second had been there already
        piece = on_piece(APPROACH, "a", number, "aim")
        assert leads(after, piece, became) == on_piece(after, "b", there, "aim")


def test_evidence_that_goes_to_another_claim_is_followed() -> None:
    moved = evidence.move_evidence(APPROACH, "a", 0, "c")
    piece = on_piece(APPROACH, "a", 0, "aim")
    assert leads(moved, piece) == on_piece(moved, "c", 1, "aim")
    split = claims.split_claim(APPROACH, "a", "new", "Else.", frozenset((0,)))
    assert leads(split, piece) == on_piece(split, "new", 0, "aim")


def test_evidence_of_which_the_words_are_quoted_otherwise_is_the_same() -> None:
    after = evidence.change_evidence(
        APPROACH,
        "a",
        0,
        lambda one: one._replace(passage=one.passage._replace(quote="one of all")),
    )
    piece = on_piece(APPROACH, "a", 0, "aim")
    assert leads(after, piece) == on_piece(after, "a", 0, "aim") != piece


def test_merged_questions_and_approaches_lead_to_what_they_are_part_of() -> None:
    joined = join_cells(APPROACH, "aim", "means", {})
    became = {question_target("aim"): question_target("means")}
    assert leads(joined, question_target("aim"), became) == question_target("means")
    assert leads(joined, on_claim("a", "aim"), became) == on_claim("a", "means")
    cell = Target(TargetKind.POSITION, "talk", "aim")
    assert leads(joined, cell, became) == cell._replace(dimension="means")

    other = APPROACH._replace(positions=APPROACH.positions[1:])
    both = join_approaches(APPROACH, other, ("talk", "other"))
    became = {Target(TargetKind.APPROACH, "other"): Target(TargetKind.APPROACH, "talk")}
    following = Following({"talk": APPROACH, "other": other}, {"talk": both, "other": None}, became)
    assert following.leads(on_claim("d", "means", "other")) == on_claim("d-2", "means")
    assert following.leads(Target(TargetKind.APPROACH, "other")).approach == "talk"
    assert following.leads(pair_target("other", "third")) == pair_target("talk", "third")
    assert following.leads(pair_target("other", "talk")) == Target(TargetKind.APPROACH, "talk")


@pytest.mark.parametrize("after", [None, claims.delete_claim(APPROACH, "a")])
def test_what_is_deleted_is_what_it_was(after: ApproachForm | None) -> None:
    for target in (on_claim("a", "aim"), on_piece(APPROACH, "a", 0, "aim")):
        assert leads(after, target) == target
