"""What goes to another approach goes with the comments and the quotation marks that it has."""

import re

import pytest

from counterpoint.application.editing.asking.at_once import moved
from counterpoint.application.editing.asking.fields import Step
from counterpoint.application.editing.asking.moving import merged_with
from counterpoint.domain.note import Target, TargetKind
from tests.application.editing.hands import FIRM, TALK, Hands
from tests.library_on_disk import LibraryOnDisk

NOT_REAL = Target(TargetKind.CLAIM, "talk", "objections", "not-real")
GO_ON = Target(TargetKind.CLAIM, "talk", "channels", "go-on")


@pytest.fixture
def hands(disk: LibraryOnDisk) -> Hands:
    disk.replace(
        "options/talk.yaml",
        "      - id: not-real",
        "      # see the debate\n      - id: not-real  # or is it",
    )
    disk.replace("options/talk.yaml", "  objections:", "  # of the critics\n  objections:")
    disk.replace("options/talk.yaml", "        kind: fact\n", "        kind: fact  # so they say\n")
    return Hands(disk.folder)


def do(hands: Hands, step: Step) -> None:
    hands.desk.do(step.kind, step.changes, None, step.became)
    assert hands.save()


def comments(hands: Hands) -> list[str]:
    """In all files of the approaches, in any order."""
    there = "".join(each.decode() for each in hands.files().values())
    return sorted(re.findall(r"(?<!\S)#.*", there))


@pytest.mark.parametrize("to", ["channels", "objections"])
def test_a_claim_goes_to_another_approach_in_its_own_lines(hands: Hands, to: str) -> None:
    before, all_of_them = hands.files(), comments(hands)

    do(hands, moved(hands.desk, NOT_REAL, Target(TargetKind.POSITION, "firm", to), copy=False))

    firm = hands.files()["firm.yaml"].decode()
    assert "      # see the debate\n      - id: not-real  # or is it\n" in firm
    assert "        kind: fact  # so they say\n" in firm
    assert 'voice: [the ministry, "its critics"]  # who they are is not said\n' in firm
    assert comments(hands) == all_of_them
    hands.desk.history.undo()
    assert hands.save()
    assert hands.files() == before


def test_a_claim_whose_id_is_taken_goes_in_its_own_lines_with_another(hands: Hands) -> None:
    path = hands.folder / FIRM
    path.write_bytes(path.read_bytes().replace(b"id: firm,", b"id: not-real,"))
    hands = Hands(hands.folder)
    all_of_them = comments(hands)

    do(
        hands,
        moved(hands.desk, NOT_REAL, Target(TargetKind.POSITION, "firm", "channels"), copy=False),
    )

    firm = hands.files()["firm.yaml"].decode()
    assert re.search(
        r"      # see the debate\n      - id: (?!not-real )[a-z-]+  # or is it\n", firm
    )
    assert comments(hands) == all_of_them


def test_an_approach_that_becomes_part_of_another_leaves_no_comment_behind(hands: Hands) -> None:
    before, all_of_them = hands.files(), comments(hands)

    do(hands, merged_with(hands.desk, Target(TargetKind.APPROACH, "talk"), "firm"))

    assert comments(hands) == all_of_them
    firm = hands.files()["firm.yaml"].decode()
    assert firm.endswith("\n# Written by hand; this comment has to stay.\n# of the critics\n")
    assert 'voice: [the ministry, "its critics"]  # who they are is not said\n' in firm
    assert "talk.yaml" not in hands.files()
    hands.desk.history.undo()
    assert hands.save()
    assert hands.files() == before


def test_claims_and_questions_that_become_one_leave_no_comment_behind(hands: Hands) -> None:
    path = hands.folder / "options/dimensions.yaml"
    text = path.read_text("utf-8").replace(
        "  - id: objections", "  # to be asked\n  - id: objections"
    )
    path.write_bytes(text.encode())
    hands = Hands(hands.folder)
    all_of_them = comments(hands)

    do(hands, merged_with(hands.desk, NOT_REAL, "go-on"))

    assert comments(hands) == all_of_them
    do(
        hands,
        merged_with(hands.desk, Target(TargetKind.QUESTION, dimension="objections"), "channels"),
    )
    assert comments(hands) == all_of_them


def test_a_sign_in_words_is_no_comment(hands: Hands) -> None:
    path = hands.folder / TALK
    text = path.read_text("utf-8")
    text = text.replace(
        "text: Critics find it unrealistic.",
        "text: >-  # folded\n          No #1\n          # of all",
    )
    path.write_bytes(text.encode())
    hands = Hands(hands.folder)
    all_of_them = comments(hands)

    do(hands, merged_with(hands.desk, Target(TargetKind.APPROACH, "talk"), "firm"))

    assert comments(hands) == all_of_them
