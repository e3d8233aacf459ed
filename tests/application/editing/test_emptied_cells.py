"""A cell that its last claim goes from can be loaded, and nothing that was written is lost."""

import pytest

from counterpoint.application.editing.asking.at_once import deleted, moved
from counterpoint.application.editing.asking.fields import NotYet, Step
from counterpoint.application.editing.asking.moving import merged_with
from counterpoint.application.library.check import check_library
from counterpoint.domain.approach import Coverage
from counterpoint.domain.editing.cells import cell, claim_in
from counterpoint.domain.note import Target, TargetKind
from tests.application.editing.hands import Hands
from tests.library_on_disk import LibraryOnDisk

GO_ON = Target(TargetKind.CLAIM, "talk", "channels", "go-on")
NOT_REAL = Target(TargetKind.CLAIM, "talk", "objections", "not-real")
GAP = Target(TargetKind.POSITION, "firm", "channels")


@pytest.fixture
def hands(disk: LibraryOnDisk) -> Hands:
    disk.replace(
        "options/dimensions.yaml",
        "    tells_apart: Some talk, some do not.\n",
        "    tells_apart: Some talk, some do not.\n    answers:\n"
        "      - {id: talk, name: Talk, means: They talk.}\n"
        "      - {id: wait, name: Wait, means: They wait.}\n",
    )
    disk.replace(
        "options/talk.yaml",
        "  channels:\n    coverage: full\n",
        "  channels:\n    coverage: full\n    answer: Talk on.\n    holds: [talk]\n"
        "    rests_on: [go-on]\n",
    )
    hands = Hands(disk.folder)
    assert wrong(hands) == []
    return hands


def wrong(hands: Hands) -> list[str]:
    return [str(each) for each in check_library(hands.folder)[0].problems]


def do(hands: Hands, step: Step) -> None:
    hands.desk.do(step.kind, step.changes, None, step.became)
    assert hands.save()


STEPS = {
    "deleted": lambda hands: deleted(hands.desk, GO_ON)[0],
    "moved": lambda hands: moved(
        hands.desk, GO_ON, Target(TargetKind.POSITION, "talk", "objections"), copy=False
    ),
    "given": lambda hands: moved(hands.desk, GO_ON, GAP, copy=False),
    "merged": lambda hands: merged_with(hands.desk, GO_ON, "not-real"),
}


@pytest.mark.parametrize("how", STEPS)
def test_the_last_claim_goes_and_the_words_of_its_answer_stay(hands: Hands, how: str) -> None:
    before = hands.files()
    step = STEPS[how](hands)

    do(hands, step)

    left = cell(hands.desk.approach("talk"), "channels")
    assert (left.coverage, left.looked_for) == (
        Coverage.GAP,
        "a passage for the answer “Talk on.”",
    )
    assert "Talk on." in step.told
    assert wrong(hands) == []
    hands.desk.history.undo()
    assert hands.save()
    assert hands.files() == before


def test_why_a_cell_was_said_in_part_is_looked_for_once_it_is_not_said(hands: Hands) -> None:
    do(hands, deleted(hands.desk, NOT_REAL)[0])

    left = cell(hands.desk.approach("talk"), "objections")
    assert (left.coverage, left.looked_for) == (Coverage.GAP, "only one critic is heard")
    assert wrong(hands) == []


def test_a_gap_that_a_claim_was_in_and_is_out_of_is_the_gap_that_it_was(hands: Hands) -> None:
    there = cell(hands.desk.approach("firm"), "channels")
    do(hands, moved(hands.desk, NOT_REAL, GAP, copy=False))
    assert cell(hands.desk.approach("firm"), "channels").coverage is Coverage.FULL
    again = Target(TargetKind.CLAIM, "firm", "channels", "not-real")

    back = Target(TargetKind.POSITION, "talk", "objections")
    do(hands, moved(hands.desk, again, back, copy=False))

    assert cell(hands.desk.approach("firm"), "channels") == there
    assert wrong(hands) == []


def test_what_an_answer_rests_on_alone_stays_beside_others(hands: Hands) -> None:
    do(
        hands,
        moved(hands.desk, NOT_REAL, Target(TargetKind.POSITION, "talk", "channels"), copy=False),
    )

    with pytest.raises(NotYet, match="Talk on"):
        deleted(hands.desk, GO_ON)


def test_the_sentences_of_claims_that_become_one_stand_one_behind_the_other(hands: Hands) -> None:
    do(hands, merged_with(hands.desk, NOT_REAL, "go-on"))

    text = claim_in(hands.desk.approach("talk"), "go-on").text
    assert text == "Talks should continue; Critics find it unrealistic."
    assert wrong(hands) == []
