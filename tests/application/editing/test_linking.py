"""A passage becomes evidence in one step, with all that is new for it."""

from pathlib import Path

import pytest

from counterpoint.application.editing.linking import LinkedAlready, kind_of, linked
from counterpoint.application.editing.qualities import Qualities
from counterpoint.application.library.check import check_library
from counterpoint.application.library.new_library import new_library
from counterpoint.domain.approach import ClaimKind, Link, Stance
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.editing.link_to import LinkTo
from counterpoint.domain.problem import ProblemKind
from tests.application.editing.hands import Hands
from tests.library_on_disk import LibraryOnDisk

HOW = Qualities(voice=("the ministry", "the minister"))
GO_ON = LinkTo("talk", "channels", "go-on")
WORDS = "trade should grow"


def link(hands: Hands, to: LinkTo, text: str = "", how: Qualities = HOW) -> str:
    step = linked(hands.desk, hands.selected(WORDS), to, text, how)
    hands.desk.do(step.kind, step.changes)
    assert hands.save()
    return step.claim


def test_all_qualities_are_kept(disk: LibraryOnDisk) -> None:
    hands = Hands(disk.folder)
    how = Qualities(
        Stance.TELLS_FOR, Link.INFERRED, ("x",), "It follows.", "perhaps", "of trade alone"
    )

    link(hands, GO_ON, how=how)

    piece = hands.desk.approach("talk").positions[0].claims[0].evidence[-1]
    assert piece.passage.quote == WORDS
    assert piece.passage.voice == ("x",)
    assert (piece.stance, piece.link, piece.why) == (Stance.TELLS_FOR, Link.INFERRED, "It follows.")
    assert (piece.hedge, piece.partial) == ("perhaps", "of trade alone")


def test_a_new_claim_stands_behind_the_others(disk: LibraryOnDisk) -> None:
    hands = Hands(disk.folder)
    how = HOW._replace(kind=ClaimKind.FORECAST)

    id = link(hands, LinkTo("talk", "channels"), "Trade  will grow.", how)

    claims = hands.desk.approach("talk").positions[0].claims
    assert [(each.id, each.text, each.kind) for each in claims][-1] == (
        id,
        "Trade will grow.",
        ClaimKind.FORECAST,
    )
    assert check_library(disk.folder)[0].problems == ()


@pytest.mark.parametrize(
    ("to", "kind"),
    [
        (LinkTo("talk", new_question="Who pays?"), CommandKind.MAKE_QUESTION),
        (LinkTo(dimension="channels", new_approach="Détente"), CommandKind.MAKE_APPROACH),
        (LinkTo(new_approach="Détente", new_question="Who pays?"), CommandKind.MAKE_APPROACH),
    ],
)
def test_what_is_new_is_made_in_the_same_step_and_taken_back_with_it(
    disk: LibraryOnDisk, to: LinkTo, kind: CommandKind
) -> None:
    hands = Hands(disk.folder)
    before = hands.files()

    assert kind_of(to) is kind
    link(hands, to, "Trade will grow.")

    check = check_library(disk.folder)[0]
    assert check.problems == ()
    assert ProblemKind.NOT_COVERED in {each.kind for each in check.unfinished}
    assert hands.files() != before
    hands.desk.history.undo()
    assert hands.save()
    assert hands.files() == before
    assert hands.desk.history.next_undo is None


def test_an_empty_library_gets_its_first_approach_and_question(
    disk: LibraryOnDisk, tmp_path: Path
) -> None:
    folder = tmp_path / "new"
    new_library(folder)
    for name in ("letter.txt", "letter.yaml"):
        (folder / "corpus" / name).write_bytes((disk.folder / "corpus" / name).read_bytes())
    hands = Hands(folder)

    link(hands, LinkTo(new_approach="Keep talking", new_question="Who talks?"), "They should.")

    check, _ = check_library(folder)
    assert check.problems == ()
    approach = hands.desk.resolved.approaches["keep-talking"].approach
    assert (approach.head.cue, approach.head.title) == ("A", "Keep talking")
    assert approach.position("who-talks").claims[0].text == "They should."
    (asked,) = hands.desk.questions()
    assert (asked.title, asked.question) == ("Who talks", "Who talks?")


def test_the_same_words_are_not_linked_to_one_claim_twice(disk: LibraryOnDisk) -> None:
    hands = Hands(disk.folder)
    link(hands, GO_ON)

    with pytest.raises(LinkedAlready):
        link(hands, GO_ON)
    link(hands, LinkTo("talk", "objections", "not-real"))


def test_what_is_gone_is_told(disk: LibraryOnDisk) -> None:
    hands = Hands(disk.folder)
    with pytest.raises(KeyError):
        link(hands, LinkTo("talk", "channels", "no-such"))
    with pytest.raises(KeyError):
        link(hands, LinkTo("no-such", "channels"), "Words.")
