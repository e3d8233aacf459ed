"""`counterpoint update`: a new version of a source, and what becomes of its quotations."""

import os
import sys
from pathlib import Path

import pytest

from counterpoint.application.library.check import check_library
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.cli.main import run
from counterpoint.domain.note import TargetKind
from counterpoint.domain.quotation import QuotationState
from counterpoint.storage.notes.notes_folder import NotesFolder
from tests.importing_library import everything, library
from tests.library_on_disk import LETTER, LibraryOnDisk

NOTE = """---
target: passage
source: "letter"
start: {start}
end: {end}
quote: "Nobody spoke of the neighbours."
---
Why not?
"""


def revised(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "letter, second version.txt"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def disk(tmp_path: Path) -> LibraryOnDisk:
    disk = library(tmp_path / "library")
    start = LETTER.index("Nobody")
    (disk.folder / "notes").mkdir()
    disk.write(
        "notes/2026-11-22-101530-3f9a.md",
        NOTE.format(start=start, end=start + len("Nobody spoke of the neighbours.")),
    )
    return disk


def updated(
    capsys: pytest.CaptureFixture[str], disk: LibraryOnDisk, file: Path, *more: str
) -> tuple[int, str]:
    code = run(["update", "letter", str(file), "--library", str(disk.folder), *more])
    return code, capsys.readouterr().out


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the names of files are UTF-8")
def test_a_new_version_may_have_a_name_that_is_not_utf_8(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], disk: LibraryOnDisk
) -> None:
    file = tmp_path / os.fsdecode(b"q\xff.txt")
    file.write_text(LETTER.replace("A LETTER", "A LETTER, REVISED"), encoding="utf-8")
    updated(capsys, disk, file, "--accept-moved")

    original = OpenedLibrary.open(disk.folder, None).contents.source("letter").original
    assert original is not None and original.name == "q\ufffd.txt"


def test_it_tells_of_each_quotation_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], disk: LibraryOnDisk
) -> None:
    before = everything(disk.folder)
    text = LETTER.replace("A LETTER", "A LETTER, REVISED").replace("unrealistic", "quite mad")
    code, out = updated(capsys, disk, revised(tmp_path, text))

    assert code == 1
    assert "[moved]" in out and "[changed]" in out
    assert "options/talk.yaml:" in out
    assert "now: “" in out
    assert "nothing was written" in out
    assert everything(disk.folder) == before


def test_what_moved_is_accepted_at_once_and_the_rest_stays_for_a_person(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], disk: LibraryOnDisk
) -> None:
    text = LETTER.replace("A LETTER", "A LETTER, REVISED").replace("unrealistic", "quite mad")
    updated(capsys, disk, revised(tmp_path, text), "--accept-moved")

    opened = OpenedLibrary.open(disk.folder, None)
    assert "A LETTER, REVISED" in opened.text("letter").text
    talk = opened.approach("talk")
    assert talk.positions[0].claims[0].evidence[0].standing.state is QuotationState.EXACT
    assert talk.positions[1].claims[0].evidence[0].standing.state is QuotationState.CHANGED
    assert "# Written by hand; this comment has to stay." in disk.read("options/talk.yaml")


def test_words_that_are_set_off_as_anothers_by_now_are_not_taken_along(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], disk: LibraryOnDisk
) -> None:
    said = "Those who were asked held that the road along the river should stay as it is."
    file = tmp_path / "letter, second version.md"
    file.write_text(f"{LETTER}\n{said}\n", encoding="utf-8")
    updated(capsys, disk, file, "--accept-moved")
    paragraph = next(each for each in LETTER.split("\n\n") if "asked for firmness" in each)
    lines = "\n".join(f"> {each}" for each in paragraph.strip().split("\n"))
    file.write_text(f"{LETTER.replace(paragraph.strip(), lines)}\n{said}\n", encoding="utf-8")
    code, out = updated(capsys, disk, file, "--accept-moved")

    assert code == 1
    assert "its paragraph is set off as a quotation now, as another’s words" in out


def test_words_whose_sentence_says_another_thing_are_not_taken_along(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], disk: LibraryOnDisk
) -> None:
    before = disk.read("options/firm.yaml")
    text = LETTER.replace("and asked for firmness", "and never asked for firmness")
    code, out = updated(capsys, disk, revised(tmp_path, text), "--accept-moved")

    assert code == 1
    assert "[changed] ¶2: “asked for firmness first”" in out
    assert "it stands there, but its sentence now says “never” before it" in out
    assert "critics called this unrealistic, and never asked for firmness first.”" in out
    assert disk.read("options/firm.yaml") == before
    found = check_library(disk.folder)[0].problems
    assert [each for each in found if each.file == "options/firm.yaml"]


def test_the_old_version_is_kept_and_the_description_stays_as_it_was_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], disk: LibraryOnDisk
) -> None:
    disk.write("corpus/letter.yaml", "# mine\n" + disk.read("corpus/letter.yaml"))
    updated(capsys, disk, revised(tmp_path, "Intro.\n\n" + LETTER), "--accept-moved")

    (kept,) = (disk.folder / "earlier").glob("letter-*.txt")
    assert kept.read_text("utf-8") == LETTER
    described = disk.read("corpus/letter.yaml")
    assert described.startswith("# mine\n")
    assert "publisher: the ministry" in described
    assert "letter, second version.txt" in described
    problems = check_library(disk.folder)[0].problems
    assert not [each for each in problems if each.kind.startswith("quotation")]


def test_a_note_on_a_passage_moves_with_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], disk: LibraryOnDisk
) -> None:
    _, out = updated(capsys, disk, revised(tmp_path, "¶0. Intro.\n\n" + LETTER), "--accept-moved")

    assert "wrote notes/2026-11-22-101530-3f9a.md" in out
    found = NotesFolder(disk.folder / "notes").read("2026-11-22-101530-3f9a")
    assert found is not None
    target = found.note.target
    assert target.kind is TargetKind.PASSAGE
    assert target.span is not None
    text = OpenedLibrary.open(disk.folder, None).text("letter").text
    assert text[slice(*target.span)] == "Nobody spoke of the neighbours."
    assert found.note.body.strip() == "Why not?"


def test_an_unknown_source_and_an_unreadable_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], disk: LibraryOnDisk
) -> None:
    folder = str(disk.folder)
    assert run(["update", "none", str(tmp_path / "x"), "--library", folder]) == 2
    assert "no source “none”" in capsys.readouterr().err
    assert run(["update", "letter", str(tmp_path / "x"), "--library", folder]) == 1
    assert "no such file" in capsys.readouterr().err


def test_one_is_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], disk: LibraryOnDisk
) -> None:
    _, out = updated(capsys, disk, revised(tmp_path, LETTER))

    assert ", 1 note: " in out


def test_a_note_with_a_blank_behind_its_words_is_on_the_words_afterwards(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], disk: LibraryOnDisk
) -> None:
    """As notes were stored before the blank was left out."""
    words = "His critics called this unrealistic,"
    start = LETTER.index(words)
    note = NOTE.format(start=start, end=start + len(words) + 1)
    note = note.replace("Nobody spoke of the neighbours.", f"{words} ")
    disk.write("notes/2026-11-22-101530-3f9a.md", note)
    text = LETTER.replace("A LETTER", "A LETTER, REVISED")
    _, out = updated(capsys, disk, revised(tmp_path, text), "--accept-moved")
    assert f"“{words}”" in out

    found = NotesFolder(disk.folder / "notes").read("2026-11-22-101530-3f9a")
    assert found is not None and found.note.target.span is not None
    new = OpenedLibrary.open(disk.folder, None).text("letter").text
    assert new[slice(*found.note.target.span)] == found.note.quote == words


def test_signs_that_nobody_can_tell_apart_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], disk: LibraryOnDisk
) -> None:
    text = LETTER.replace("Nobody spoke", "Nobody s\u200bpoke")
    _, out = updated(capsys, disk, revised(tmp_path, text))
    assert "What differs: only the new version has U+200B (zero width space)." in out

    text = LETTER.replace("Nobody spoke", "N\u043ebody spoke")
    _, out = updated(capsys, disk, revised(tmp_path, text))
    assert "[changed]" in out
    assert (
        "What differs: the old version has o, and the new one "
        "о (U+043E cyrillic small letter o)." in out
    )
