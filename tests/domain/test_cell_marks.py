"""What stands behind an answer and against it, counted."""

from counterpoint.domain.approach import Stance
from counterpoint.domain.cell_marks import CellMarks, Group, leading_passage, passages_behind
from tests.ui.comparison.answered import DIMENSIONS, not_said, position, three

HEAD = three()[0].head


def test_claims_are_counted_by_whose_they_are() -> None:
    assert CellMarks.of(position("a", "diagnosis").claims) == CellMarks(
        own=2, against=1, inferred=2
    )
    assert CellMarks.of(not_said("a", "diagnosis").claims) == CellMarks(against=1, inferred=2)


def test_a_claim_of_its_own_that_is_criticised_counts_twice() -> None:
    cell = position("a", "diagnosis")
    critic, own = cell.claims[1], cell.claims[3]
    both = own._replace(evidence=(*own.evidence, *critic.evidence))
    assert CellMarks.of([both]) == CellMarks(own=1, against=1)


def test_others_who_take_no_side_are_told_apart() -> None:
    cell = position("a", "diagnosis")
    critic, told = cell.claims[1], cell.claims[2].evidence[0]
    claim = critic._replace(evidence=(told,))
    assert CellMarks.of([claim]) == CellMarks(told=1)


def test_an_answer_rests_on_so_many_different_passages() -> None:
    cell = position("a", "diagnosis")
    assert passages_behind(cell) == 2
    assert passages_behind(cell._replace(rests_on=("first",))) == 1
    assert passages_behind(cell._replace(rests_on=("guessed",))) == 0, "inference carries nothing"
    assert passages_behind(not_said("a", "diagnosis")) == 0


def test_the_holders_words_lead_whoever_speaks_first() -> None:
    leading = leading_passage(HEAD, DIMENSIONS[0], position("a", "diagnosis"))
    assert leading is not None
    assert leading.quotation.words == "We press on."


def test_where_a_question_is_put_to_anyone_the_first_who_speaks_leads() -> None:
    asked = DIMENSIONS[0]._replace(of_anyone=True)
    leading = leading_passage(HEAD, asked, position("a", "diagnosis"))
    assert leading is not None
    assert leading.quotation.words == "They press on."


def test_what_is_not_said_leads_nowhere() -> None:
    assert leading_passage(HEAD, DIMENSIONS[0], not_said("a", "diagnosis")) is None


def test_a_claim_stands_under_one_heading_its_own_before_all() -> None:
    claims = {claim.id: claim for claim in position("a", "diagnosis").claims}
    own, critic, guessed = claims["first"], claims["critic"], claims["guessed"]
    told = critic._replace(
        evidence=tuple(piece._replace(stance=Stance.DESCRIBES) for piece in critic.evidence)
    )
    granted = critic._replace(
        evidence=tuple(piece._replace(stance=Stance.CONCEDES) for piece in critic.evidence)
    )
    both = own._replace(evidence=(*own.evidence, *critic.evidence))
    assert [Group.of(each) for each in (own, both, critic, granted, told, guessed)] == [
        Group.OWN,
        Group.OWN,
        Group.AGAINST,
        Group.CONCEDED,
        Group.TOLD,
        Group.INFERRED,
    ]
