"""What YAML may take otherwise than it was meant is told, with how to say what is meant."""

import pytest

from counterpoint.application.library.anchor import anchor_library
from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.labels.problem import sentence
from counterpoint.storage.library.library_folder import read_library
from tests.library_on_disk import LibraryOnDisk


def told(disk: LibraryOnDisk) -> list[Problem]:
    return list(read_library(disk.folder).contents.problems)


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "column"),
    [
        ("options/talk.yaml", "title: Keep talking", "title: Option #1 seats # G4", 2, 15),
        ("options/talk.yaml", "gist: Talk, whatever happens.", "gist: Talk  # or not", 3, 13),
        ("options/talk.yaml", "why: only one critic is heard", "why: one # of two", 28, 14),
        ("options/talk.yaml", "note: the minister, 2008", "note: the minister # 2008", 8, 22),
        ("corpus/letter.yaml", "kind: letter", "kind: letter # 4", 6, 14),
        ("corpus/letter.yaml", "text: A LETTER", "text: A LETTER # 4", 16, 20),
        ("corpus/library.yaml", "statement: One letter.", "statement: One #letter.", 2, 16),
        ("options/dimensions.yaml", "Who talks to whom?", "Who talks # to whom?", 4, 25),
    ],
)
def test_words_cut_off_by_a_comment_are_told(
    disk: LibraryOnDisk, file: str, old: str, new: str, line: int, column: int
) -> None:
    disk.replace(file, old, new)

    (problem,) = told(disk)

    assert (problem.file, problem.line, problem.column) == (file, line, column)
    assert problem.kind is ProblemKind.DOUBTFUL
    assert "put the whole value in quotation marks" in sentence(problem)


def test_a_quotation_cut_off_is_told(disk: LibraryOnDisk) -> None:
    disk.replace(
        "options/talk.yaml",
        "quote: The debate ran over into the next page",
        "quote: The debate ran over into the # next page",
    )

    kinds = {problem.kind for problem in told(disk)}

    assert ProblemKind.DOUBTFUL in kinds


def test_a_value_that_is_all_comment_is_told(disk: LibraryOnDisk) -> None:
    disk.replace("options/talk.yaml", "title: Keep talking", "title: #1 of two")
    disk.replace("options/talk.yaml", "  is: advocated\n", "  is: advocated\n  detail: #2\n")

    first, second = told(disk)

    assert (first.line, first.kind) == (2, ProblemKind.WRONG_TYPE)
    assert "is empty, as all that follows # is a comment to YAML" in sentence(first)
    assert (second.line, second.column, second.kind) == (8, 11, ProblemKind.DOUBTFUL)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Keep talking", 'title: "Option #1" # G4'),
        ("title: Keep talking", "title: >- # long\n  Option #1 # seats"),
        ("title: Keep talking", "# G4\ntitle: Option#1"),
        ("cue: A", "cue: A # one letter"),
        ("is: advocated", "is: advocated # or drafted"),
        ("kind: fact", "kind: fact # or causal"),
        ("coverage: full", "coverage: full # or partial"),
        ("voice: [the ministry, the minister]", "voice: [the ministry, the minister]  # him"),
    ],
)
def test_a_comment_that_can_have_cut_off_nothing_is_a_comment(
    disk: LibraryOnDisk, old: str, new: str
) -> None:
    disk.replace("options/talk.yaml", old, new)

    assert told(disk) == []


@pytest.mark.parametrize(
    "voice",
    [
        "[Joschka Fischer, Federal Minister]",
        "[the ministry, Joschka Fischer, foreign minister of Germany]",
        "[Secretary of State for Foreign, Commonwealth and Development Affairs]",
        "[ Lee , Ann ]",
    ],
)
def test_a_voice_that_may_have_a_comma_in_it_is_told(disk: LibraryOnDisk, voice: str) -> None:
    disk.replace("options/talk.yaml", "[the ministry, the minister]", voice)

    problems = told(disk)

    assert problems
    assert {(p.file, p.line, p.kind) for p in problems} == {
        ("options/talk.yaml", 25, ProblemKind.DOUBTFUL)
    }
    assert "two voices; put each in quotation marks, or both together" in sentence(problems[0])


@pytest.mark.parametrize(
    "voice",
    [
        '["Joschka Fischer", "Federal Minister"]',
        '[the ministry, "Joschka Fischer, Federal Minister"]',
        "\n              - the ministry\n              - Joschka Fischer, Federal Minister",
        "[the ministry, its critics, a minister]",
        "[Joschka Fischer]",
    ],
)
def test_voices_that_are_plainly_parted_are_not(disk: LibraryOnDisk, voice: str) -> None:
    disk.replace("options/talk.yaml", "[the ministry, the minister]", voice)

    assert told(disk) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "says"),
    [
        ("options/talk.yaml", "title: Keep", "title: \u202eKeep", (2, 8), "U+202E (right-to-left"),
        ("options/talk.yaml", "gist: Talk", "gist: Ta\u200blk", (3, 9), "write \\u200b between"),
        (
            "options/talk.yaml",
            "# Written",
            "# Wri\U000e0041tten",
            (1, 6),
            "write \\U000e0041 between",
        ),
        (
            "options/talk.yaml",
            "title: Keep talking",
            'title: "Keep\\0"',
            (2, 8),
            "remove its number",
        ),
        (
            "corpus/letter.yaml",
            "kind: letter",
            "kind: let\u00adter",
            (6, 10),
            "U+00AD (soft hyphen)",
        ),
        ("options/dimensions.yaml", "Who talks", "Who\u2066 talks", (4, 18), "U+2066"),
    ],
)
def test_a_sign_that_is_not_seen_is_told(
    disk: LibraryOnDisk, file: str, old: str, new: str, place: tuple[int, int], says: str
) -> None:
    disk.replace(file, old, new)

    (problem,) = told(disk)

    assert (problem.file, problem.line, problem.column) == (file, *place)
    assert problem.kind is ProblemKind.UNSEEN
    assert says in sentence(problem)


def test_in_words_of_a_text_it_is_judged_by_the_text(disk: LibraryOnDisk) -> None:
    for file in ("corpus/letter.txt", "options/firm.yaml", "options/talk.yaml"):
        disk.write(file, disk.read(file).replace("asked for", "asked for\u200b"))
    anchor_library(disk.folder, again=True)

    (problem,) = told(disk)

    assert (problem.file, problem.line, problem.column) == ("corpus/letter.txt", 6, 14)


def test_a_sign_written_by_its_number_is_meant(disk: LibraryOnDisk) -> None:
    disk.replace("options/talk.yaml", "title: Keep talking", 'title: "Keep\\u200b talking"')

    assert told(disk) == []


def test_a_doubt_costs_nothing(disk: LibraryOnDisk) -> None:
    disk.replace("options/talk.yaml", "[the ministry, the minister]", "[Ann Lee, Minister]")

    whole = read_library(disk.folder)

    assert whole.approaches[0].position("channels").claims[0].evidence[0].voice == (
        "Ann Lee",
        "Minister",
    )
    assert whole.approaches[0].head.left_out == 0
