"""What is lost among the notes is told, and never passed over."""

import os
from pathlib import Path

import pytest

from counterpoint.application.library.check import check_library
from counterpoint.domain.problem import Problem
from counterpoint.labels.problem import sentence
from counterpoint.storage import place
from tests.library_on_disk import LibraryOnDisk

NOTE = "---\ntarget: option\noption: talk\n---\nWords.\n"


def only(disk: LibraryOnDisk) -> Problem:
    check, _ = check_library(disk.folder)
    (problem,) = check.problems
    return problem


@pytest.fixture
def noted(disk: LibraryOnDisk) -> LibraryOnDisk:
    """The small library with one note that is all right."""
    disk.path("notes").mkdir()
    disk.write("notes/good.md", NOTE)
    return disk


def test_notes_that_are_all_right_are_counted(noted: LibraryOnDisk) -> None:
    noted.path("notes/.bin").mkdir()
    noted.write("notes/.bin/binned.md", NOTE)
    noted.write("notes/.lock", "")
    noted.write("notes/by hand 2.md", "No front matter.\n")

    check, _ = check_library(noted.folder)

    assert check.ok
    assert check.notes == 2


def test_a_folder_with_the_name_of_a_note_is_told(noted: LibraryOnDisk) -> None:
    noted.path("notes/e.md").mkdir()

    problem = only(noted)

    assert problem.file == "notes/e.md"
    assert "what is in a folder here is not read" in sentence(problem)


@pytest.mark.parametrize(
    ("data", "line", "says"),
    [
        (b"---\nkind: observation\n---\ncaf\xe9\n", 4, "is not UTF-8"),
        (b"---\nkind: observation\nWords.\n", 1, "close it with a line of ---"),
        (b"---\nkind: guess\n---\nWords.\n", 2, "write one of these"),
        (b"---\nkind: judgement\nkind: judgement\n---\n", 3, "given twice"),
        (b"---\ntarget: option\n---\nWords.\n", 2, "needs `option`"),
    ],
)
def test_a_note_that_cannot_be_understood_is_told(
    noted: LibraryOnDisk, data: bytes, line: int, says: str
) -> None:
    noted.path("notes/bad.md").write_bytes(data)

    problem = only(noted)

    assert (problem.file, problem.line) == ("notes/bad.md", line)
    assert says in sentence(problem)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("note.md.txt", "rename it to note.md"),
        ("good.md.txt", "remove it: there is good.md too"),
        ("note.txt", "notes are Markdown files (.md)"),
        ("note.markdown", "rename it to note.md"),
        ("note.docx", "notes are Markdown files (.md)"),
        ("good.sync-conflict-20261122-101530-ABCDEFG.md", "this is a copy of good.md"),
        ("good (Anna's conflicted copy 2026-11-22).md", "this is a copy of good.md"),
        ("good.md~", "this is a copy that an editor left"),
    ],
)
def test_what_stands_among_the_notes_and_is_none_is_told(
    noted: LibraryOnDisk, name: str, says: str
) -> None:
    noted.write(f"notes/{name}", NOTE)

    problem = only(noted)

    assert problem.file == f"notes/{name}"
    assert says in sentence(problem)


@pytest.mark.parametrize(
    ("target", "says"),
    [
        (
            "target: option\noption: tallk",
            "the option `tallk`, which the library does not have; did",
        ),
        (
            "target: source\nsource: lettre",
            "the source `lettre`, which the library does not have; did",
        ),
        ("target: passage\nsource: x\nstart: 1\nend: 2", "the source `x`"),
        ("target: position\noption: talk\ndimension: chanels", "did you mean `channels`?"),
        ("target: claim\noption: talk\ndimension: channels\nclaim: go-off", "mean `go-on`?"),
        (
            "target: evidence\noption: talk\ndimension: channels\nclaim: go-on\n"
            "evidence: talk/go-on/0\nsource: letter",
            "the evidence `talk/go-on/0`, which the library does not have; it was removed, changed",
        ),
        ("target: claim\noption: talk\ndimension: channels\nclaim: go-on", ""),
        ("target: option\noption: talk", ""),
        ("target: source\nsource: letter", ""),
        ("target: comparison", ""),
    ],
)
def test_a_note_on_what_is_not_there_is_remarked_on(
    noted: LibraryOnDisk, target: str, says: str
) -> None:
    noted.write("notes/on.md", f"---\n{target}\n---\nWords.\n")

    check, _ = check_library(noted.folder)

    assert check.ok
    assert check.notes == 2
    assert [remark.file for remark in check.remarks] == ["notes/on.md"] * bool(says)
    assert all(says in sentence(remark) for remark in check.remarks)


def test_a_file_where_the_notes_should_be_is_told(disk: LibraryOnDisk) -> None:
    disk.write("notes", "Words.\n")

    assert only(disk).file == "notes/"


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root may look anywhere")
def test_a_folder_of_notes_that_may_not_be_looked_into_is_told(noted: LibraryOnDisk) -> None:
    noted.path("notes").chmod(0)
    try:
        assert only(noted).file == "notes/"
    finally:
        noted.path("notes").chmod(0o700)


def test_the_notes_on_the_shipped_library_are_those_in_the_persons_own_folder() -> None:
    notes = place.user_data() / "notes"
    notes.mkdir(parents=True)
    (notes / "bad.md").write_bytes(b"caf\xe9\n")

    check, _ = check_library(Path(place.shipped_library()))

    assert [problem.file for problem in check.problems] == ["notes/bad.md"]
