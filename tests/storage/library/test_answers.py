"""Answers read from real files: what stands, what is refused and where, whose the claims are."""

import pytest

from counterpoint.domain.approach import CellState, ClaimStanding, Link, Position, Stance
from counterpoint.domain.problem import ProblemKind
from counterpoint.labels.problem import sentence
from counterpoint.storage.library.library_folder import read_library
from counterpoint.storage.place import shipped_library
from tests.answered_library import ANSWER, line_of, with_answers
from tests.library_on_disk import LibraryOnDisk

TALK = "options/talk.yaml"


@pytest.fixture
def answered(disk: LibraryOnDisk) -> LibraryOnDisk:
    return with_answers(disk)


def cell(disk: LibraryOnDisk, approach: str, dimension: str) -> Position:
    whole = read_library(disk.folder)
    (found,) = (one for one in whole.approaches if one.head.id == approach)
    return found.position(dimension)


def problems(disk: LibraryOnDisk) -> list[tuple[str, int | None, str]]:
    found = read_library(disk.folder).contents.problems
    return [(each.file, each.line, sentence(each)) for each in found]


def test_an_answered_library_is_all_right(answered: LibraryOnDisk) -> None:
    contents = read_library(answered.folder).contents

    assert (contents.problems, contents.remarks) == ((), ())
    channels, objections = contents.dimensions
    assert [each.name for each in channels.answers] == ["First answer", "Other answer"]
    assert (channels.of_anyone, objections.of_anyone, channels.ordered) == (False, True, False)
    channels_cell = cell(answered, "talk", "channels")
    assert channels_cell.answer == ANSWER
    assert (channels_cell.holds, channels_cell.rests_on) == (("talk",), ("go-on",))
    states = {
        (approach.head.id, position.dimension): position.state
        for approach in read_library(answered.folder).approaches
        for position in approach.positions
    }
    assert states.pop(("firm", "channels")) is CellState.NOT_SAID
    assert set(states.values()) == {CellState.ANSWERED}


@pytest.mark.parametrize(
    ("old", "new", "at", "told"),
    [
        (ANSWER, "word " * 21, "answer: word", "the answer has 21 words; say it in 20 at most"),
        (
            "holds: [talk]",
            "holds: [tolk]",
            "holds: [tolk]",
            "`tolk` is no named answer of `channels`; did you mean `talk`?",
        ),
        (
            "rests_on: [go-on]",
            "rests_on: [goon]",
            "rests_on: [goon]",
            "this cell has no claim `goon`; did you mean `go-on`?",
        ),
        (
            "    holds: [talk]\n",
            "",
            "    coverage: full",
            "an answer has `answer`, `holds` and `rests_on`; add `holds`, or remove the others",
        ),
        (
            "voice: [the ministry, the minister]",
            'voice: ["the ministry", "somebody"]',
            "rests_on: [go-on]",
            "the answer rests on no claim with a direct link in the holder’s own voice",
        ),
        (
            "stance: advocates",
            "stance: tells for\n            why: it is",
            "rests_on: [go-on]",
            "the answer rests on no claim with a direct link in the holder’s own voice",
        ),
    ],
)
def test_an_answer_that_may_not_stand_is_told_and_left_out(
    answered: LibraryOnDisk, old: str, new: str, at: str, told: str
) -> None:
    answered.replace(TALK, old, new)

    ((file, line, message),) = problems(answered)

    assert (file, line) == (TALK, line_of(answered, TALK, at))
    assert message.startswith(told)
    refused = cell(answered, "talk", "channels")
    assert (refused.answer, refused.holds, refused.rests_on) == ("", (), ())
    assert refused.state is CellState.UNFINISHED
    assert refused.claims and refused.left_out == 1
    assert read_library(answered.folder).contents.remarks == ()  # it is told already


def test_of_several_names_only_the_unknown_go(answered: LibraryOnDisk) -> None:
    answered.replace(TALK, "holds: [talk]", "holds: [talk, none]")
    answered.replace(TALK, "rests_on: [go-on]", "rests_on: [go-on, none]")

    assert len(problems(answered)) == 2
    kept = cell(answered, "talk", "channels")
    assert (kept.answer, kept.holds, kept.rests_on) == (ANSWER, ("talk",), ("go-on",))
    assert kept.left_out == 2


def test_twenty_words_are_not_too_many(answered: LibraryOnDisk) -> None:
    answered.replace(TALK, ANSWER, "word " * 20)

    assert problems(answered) == []


def test_a_voice_that_is_named_is_the_holders(answered: LibraryOnDisk) -> None:
    answered.replace(TALK, "[the ministry, the minister]", '["the ministry", "somebody"]')
    answered.replace(
        TALK, "  - name: the minister\n", "  - name: the minister\n    voices: [somebody]\n"
    )

    assert problems(answered) == []
    assert cell(answered, "talk", "channels").claims[0].standing is ClaimStanding.OWN


def test_what_a_government_does_is_its_own_where_it_is_described(answered: LibraryOnDisk) -> None:
    answered.replace(TALK, "stance: advocates", "stance: describes")
    answered.replace(TALK, "[the ministry, the minister]", "[the ministry]")
    assert len(problems(answered)) == 1
    assert cell(answered, "talk", "channels").claims[0].standing is ClaimStanding.OTHERS

    answered.replace(
        TALK, "  - name: the minister\n", "  - name: the minister\n    government: true\n"
    )

    assert problems(answered) == []
    assert cell(answered, "talk", "channels").claims[0].standing is ClaimStanding.OWN


def test_a_question_to_anyone_rests_on_whoever_speaks(answered: LibraryOnDisk) -> None:
    assert cell(answered, "talk", "objections").state is CellState.ANSWERED
    answered.replace("options/dimensions.yaml", "    asked_of: anyone\n", "")

    assert {message[:30] for _, _, message in problems(answered)} == {
        "the answer rests on no claim w"
    }


def test_a_cell_that_nobody_has_answered_is_unfinished(answered: LibraryOnDisk) -> None:
    answered.replace(TALK, f"    answer: {ANSWER}\n    holds: [talk]\n    rests_on: [go-on]\n", "")

    contents = read_library(answered.folder).contents
    (remark,) = contents.remarks

    assert contents.problems == ()
    assert (remark.file, remark.line) == (TALK, line_of(answered, TALK, "  channels:"))
    assert remark.kind is ProblemKind.UNFINISHED
    assert sentence(remark).startswith("Channels is not answered yet; write `answer`")
    assert cell(answered, "talk", "channels").state is CellState.UNFINISHED


def test_where_only_others_or_inference_speak_it_is_not_said(answered: LibraryOnDisk) -> None:
    answered.replace(TALK, f"    answer: {ANSWER}\n    holds: [talk]\n    rests_on: [go-on]\n", "")
    answered.replace(TALK, "stance: advocates", "stance: criticises")

    assert read_library(answered.folder).contents.remarks == ()
    assert cell(answered, "talk", "channels").state is CellState.NOT_SAID


def test_what_was_looked_for_makes_it_not_said(answered: LibraryOnDisk) -> None:
    answered.replace(
        TALK,
        f"    answer: {ANSWER}\n    holds: [talk]\n    rests_on: [go-on]\n",
        "    looked_for: who talks to whom; only that talks go on is said\n",
    )

    assert read_library(answered.folder).contents.remarks == ()
    found = cell(answered, "talk", "channels")
    assert found.state is CellState.NOT_SAID
    assert found.looked_for.startswith("who talks") and found.claims


def test_an_older_library_is_told_once_and_shows_its_claims(disk: LibraryOnDisk) -> None:
    disk.replace(TALK, "stance: tells against", "stance: criticises")
    contents = read_library(disk.folder).contents

    assert contents.problems == ()
    assert [(each.file, each.kind) for each in contents.remarks] == [
        ("options/dimensions.yaml", ProblemKind.UNFINISHED),
        (TALK, ProblemKind.OLDER_FORM),
    ]
    channels = cell(disk, "talk", "channels")
    assert [claim.standing for claim in channels.claims] == [ClaimStanding.OWN]
    assert channels.state is CellState.UNFINISHED


def test_an_older_inferred_link_gets_the_word_of_one(disk: LibraryOnDisk) -> None:
    disk.replace(TALK, "stance: tells against", "stance: criticises")
    direct, inferred = cell(disk, "talk", "objections").claims[0].evidence

    assert (direct.stance, direct.link) == (Stance.CRITICISES, Link.DIRECT)
    assert (inferred.stance, inferred.link) == (Stance.TELLS_AGAINST, Link.INFERRED)


def test_what_tells_for_cannot_be_direct(answered: LibraryOnDisk) -> None:
    answered.replace(
        TALK, "stance: tells against", "stance: tells against\n            link: direct"
    )

    ((_, line, message),) = problems(answered)

    assert line == line_of(answered, TALK, "link: direct")
    assert message.startswith("“tells against” is of an inferred link; remove `link: direct`")


def test_an_inferred_link_without_its_why_is_told(answered: LibraryOnDisk) -> None:
    answered.replace(TALK, "            why: the debate is about the talks\n", "")

    ((_, _, message),) = problems(answered)

    assert message == "an inferred link needs `why`: say in a few words why it is linked"


def test_what_is_inferred_is_in_no_tally(answered: LibraryOnDisk) -> None:
    answered.replace(TALK, "stance: criticises", "stance: tells against\n            why: it is")
    answered.replace(
        TALK,
        "    answer: Critics call it unrealistic.\n    holds: [unreal]\n    rests_on: [not-real]\n",
        "",
    )
    whole = read_library(answered.folder)
    (talk,) = (one for one in whole.contents.approaches if one.id == "talk")

    assert whole.contents.problems == ()
    assert (talk.tally.claims, talk.tally.passages, talk.tally.criticises) == (1, 1, 0)
    assert cell(answered, "talk", "objections").claims[0].by_inference


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("First answer", "One of far too many", "is “One of far too many”; write at most 4 words"),
        (
            "      - {id: silence, name: Other answer, means: The other of them.}\n",
            "",
            "a question has 2 to 6 named answers, and this one has 1; add or join some",
        ),
        (
            "id: silence",
            "id: talk",
            "the named answer `talk` stands here already; keep one of them",
        ),
        ("id: silence", "ib: silence", "the key `ib` is not known"),
    ],
)
def test_named_answers_are_two_to_six_of_four_words(
    answered: LibraryOnDisk, old: str, new: str, told: str
) -> None:
    text = answered.read("options/dimensions.yaml")
    answered.write("options/dimensions.yaml", text.replace(old, new, 1))

    contents = read_library(answered.folder).contents

    assert any(told in sentence(each) for each in contents.problems)
    assert len(contents.dimensions) == 2
    assert len(contents.dimensions[0].answers) == 1


def test_the_shipped_library_has_every_answer() -> None:
    whole = read_library(shipped_library())

    assert (whole.contents.problems, whole.contents.remarks) == ((), ())
    states = {cell.state for approach in whole.approaches for cell in approach.positions}
    assert states == {CellState.ANSWERED, CellState.NOT_SAID}


def test_a_question_to_anyone_needs_somebody_who_speaks(answered: LibraryOnDisk) -> None:
    answered.replace(TALK, "stance: criticises", "stance: tells against\n            why: it is")

    ((_, line, message),) = problems(answered)

    assert line == line_of(answered, TALK, "rests_on: [not-real]")
    assert message.startswith("the answer rests on no claim with a direct link; name such a claim")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("kind: prescription", "kind: fct", "`kind` is “fct”"),
        ("      - id: go-on", "      - id: {go: on}", "`id`"),
        ("  - name: the minister", "  - name: {the: minister}", "`name`"),
        ("            stance: advocates", "            stance: advocats", "`stance` is"),
        ("    holds: [talk]", "    holdz: [talk]", "the key `holdz` is not known"),
    ],
)
def test_what_only_follows_from_what_was_left_out_is_not_told(
    answered: LibraryOnDisk, old: str, new: str, told: str
) -> None:
    answered.replace(TALK, old, new)

    assert [words for _, _, words in problems(answered) if told not in words] == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{id: talk, name: First", "{id: talk, nam: First", "`name`"),
        ("{id: talk, name: First", "{name: First", "`id` is missing"),
    ],
)
def test_a_named_answer_that_was_left_out_makes_none_unknown(
    answered: LibraryOnDisk, old: str, new: str, told: str
) -> None:
    answered.replace("options/dimensions.yaml", old, new)

    found = problems(answered)
    assert {file for file, _, _ in found} == {"options/dimensions.yaml"}
    assert [words for _, _, words in found if told in words] != []


def test_an_answer_stands_where_the_question_has_no_named_ones(disk: LibraryOnDisk) -> None:
    disk.replace(
        TALK,
        "    coverage: full\n",
        f"    coverage: full\n    answer: {ANSWER}\n    rests_on: [go-on]\n",
    )

    found = cell(disk, "talk", "channels")
    assert (found.state, found.answer, found.holds) == (CellState.ANSWERED, ANSWER, ())
    contents = read_library(disk.folder).contents
    assert contents.problems == ()
    assert [sentence(each) for each in contents.remarks if "named answers" in sentence(each)] == [
        "no question has named answers yet, so they cannot be compared by these; "
        "docs/file-formats.md tells how `answers` are written"
    ]
