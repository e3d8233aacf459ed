"""Replies from real files: their new and their older name, and which passage may reply to which."""

import pytest

from counterpoint.application.library.anchor import anchor_library
from counterpoint.domain.approach import Link
from counterpoint.domain.library import Library
from counterpoint.domain.problem import ProblemKind
from counterpoint.labels.problem import sentence
from counterpoint.storage.library.library_folder import read_library
from tests.answered_library import line_of
from tests.library_on_disk import LibraryOnDisk

NEW, OLD = "options/replies.yaml", "options/answers.yaml"
REPLY = """\
KEY:
  - kind: rebuts
    by:
      source: letter
      quote: His critics called this unrealistic
      voice: [his critics]
    to:
      source: letter
      quote: Talks should go on.
      voice: [the minister]
    why: it calls them unrealistic
"""


def read(disk: LibraryOnDisk) -> Library:
    anchor_library(disk.folder)
    return read_library(disk.folder).contents


def test_a_reply_is_direct_unless_it_says_otherwise(disk: LibraryOnDisk) -> None:
    disk.write(NEW, REPLY.replace("KEY", "replies"))

    contents = read(disk)

    assert contents.problems == ()
    (reply,) = contents.replies
    assert (reply.kind, reply.link, reply.why) == (
        "rebuts",
        Link.DIRECT,
        "it calls them unrealistic",
    )
    assert (reply.by.date, reply.to.date) == ("2008-10-20", "2008-10-20")  # of the letter
    assert "anchor:" in disk.read(NEW)


def test_a_direct_reply_needs_no_why_and_an_inferred_one_does(disk: LibraryOnDisk) -> None:
    without = REPLY.replace("KEY", "replies").replace("    why: it calls them unrealistic\n", "")
    disk.write(NEW, without)
    assert read(disk).problems == ()

    disk.write(NEW, without + "    link: inferred\n")
    (problem,) = read(disk).problems

    assert (problem.file, problem.kind) == (NEW, ProblemKind.MISSING_KEY)
    assert sentence(problem).startswith("a reply that we set beside a passage needs `why`")
    disk.write(NEW, REPLY.replace("KEY", "replies") + "    link: inferred\n")
    assert read(disk).replies[0].link is Link.INFERRED


@pytest.mark.parametrize(
    ("by", "to", "refused"),
    [
        ("2020-08-05", "2020-08-11", True),
        ("2020-08-11", "2020-08-05", False),
        ("2020-08-05", "2020-08-05", False),
        ("2020", "2020-08-05", False),
        ("2019-12", "2020-08-05", True),
        ("undated", "2020-08-05", False),
        ("2008-10-19", None, True),
    ],
)
def test_an_earlier_text_cannot_reply_to_a_later_one(
    disk: LibraryOnDisk, by: str, to: str | None, *, refused: bool
) -> None:
    text = REPLY.replace("KEY", "replies")
    text = text.replace("[his critics]\n", f'[his critics]\n      date: "{by}"\n')
    if to is not None:
        text = text.replace("[the minister]\n", f'[the minister]\n      date: "{to}"\n')
    disk.write(NEW, text)

    contents = read(disk)

    assert len(contents.replies) == (not refused)
    for problem in contents.problems:
        assert problem.line == line_of(disk, NEW, "      source: letter")
        assert sentence(problem) == (
            f"words of {by} cannot reply to words of {to or '2008-10-20'}; exchange `by` and `to`, "
            "or give with `date` when the words were said"
        )
    assert len(contents.problems) == refused


def test_the_older_name_is_read_with_a_notice(disk: LibraryOnDisk) -> None:
    disk.write(OLD, REPLY.replace("KEY", "answers"))

    contents = read(disk)

    assert contents.problems == ()
    assert len(contents.replies) == 1
    told = [each for each in contents.remarks if each.file == OLD]
    assert [each.kind for each in told] == [ProblemKind.OLDER_FORM]
    assert "it is called replies.yaml now" in sentence(told[0])


def test_what_is_wrong_in_the_older_file_is_told_where_it_stands(disk: LibraryOnDisk) -> None:
    disk.write(OLD, REPLY.replace("KEY", "answers").replace("go on.", "go off."))

    (problem,) = read(disk).problems

    assert (problem.file, problem.line) == (OLD, line_of(disk, OLD, "Talks should go off."))


def test_beside_the_new_file_the_older_is_passed_over(disk: LibraryOnDisk) -> None:
    disk.write(NEW, "replies: []\n")
    disk.write(OLD, REPLY.replace("KEY", "answers"))

    contents = read(disk)

    assert contents.replies == ()
    (problem,) = contents.problems
    assert (problem.file, problem.kind) == (OLD, ProblemKind.PASSED_OVER)
