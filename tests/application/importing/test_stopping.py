"""An import from another tool that is stopped, or ends in an error, leaves all as it was."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from counterpoint.application.importing import files_in
from counterpoint.application.importing.files_in import Kind, NotTakenIn, Stopped, take_in
from tests.importing_library import ANNOTATION, everything
from tests.library_on_disk import LibraryOnDisk
from tests.made_project import TEXT, WORDS, packed, qde

MANY = 12


def project(place: Path) -> Path:
    start = TEXT.index(WORDS)
    return packed(place, qde(start, start + len(WORDS)))


def annotations(place: Path) -> Path:
    path = place / "theirs.jsonld"
    many = [ANNOTATION | {"id": f"urn:x:{n}", "bodyValue": f"Look {n}."} for n in range(MANY)]
    path.write_text(json.dumps(many), "utf-8")
    return path


def references(place: Path) -> Path:
    path = place / "theirs.json"
    item = {"id": "a", "title": "A letter", "type": "letter"}
    both = [item | {"author": [{"literal": "The minister"}]}, item | {"language": "fr"}]
    path.write_text(json.dumps(both), "utf-8")
    return path


KINDS = [
    (Kind.PROJECT, project),
    (Kind.ANNOTATIONS, annotations),
    (Kind.REFERENCES, references),
]
Made = Callable[[Path], Path]


@pytest.mark.parametrize(("kind", "made"), KINDS)
def test_stopped_at_any_moment_it_leaves_nothing(
    disk: LibraryOnDisk, tmp_path: Path, kind: Kind, made: Made
) -> None:
    """Asked again and again whether it is still wanted: it is stopped at each of these moments."""
    file, before = made(tmp_path), everything(disk.folder)
    moment = 0
    while True:
        asked: list[None] = []

        def cancelled(asked: list[None] = asked, moment: int = moment) -> bool:
            asked.append(None)
            return len(asked) > moment

        try:
            done = take_in(kind, disk.folder, file, lambda what: None, cancelled)
        except Stopped:
            assert everything(disk.folder) == before, moment
            moment += 5 if kind is Kind.PROJECT else 1
            continue
        break
    assert moment > 5
    assert done.batch is not None
    assert everything(disk.folder) != before


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such permissions")
@pytest.mark.parametrize(("kind", "made"), KINDS[:2])
def test_notes_that_cannot_be_written_leave_no_texts(
    disk: LibraryOnDisk, tmp_path: Path, kind: Kind, made: Made
) -> None:
    file = made(tmp_path)
    disk.write("notes", "a file in the place of the folder")
    before = everything(disk.folder)
    with pytest.raises(NotTakenIn) as told:
        take_in(kind, disk.folder, file, lambda what: None)

    assert "notes" in str(told.value)
    assert told.value.batch is None
    assert everything(disk.folder) == before


def test_texts_that_do_not_go_again_are_told_and_a_step(
    disk: LibraryOnDisk, tmp_path: Path
) -> None:
    """Somebody quotes a text while the rest of the project is still coming in."""
    file, before = project(tmp_path), disk.read("options/talk.yaml")
    disk.write("notes", "a file in the place of the folder")

    def told(what: str) -> None:
        if what == "finding the passages":
            disk.write("options/talk.yaml", before.replace("source: letter", "source: a-text"))

    with pytest.raises(NotTakenIn) as half:
        take_in(Kind.PROJECT, disk.folder, file, told)

    assert "a-text came in and cannot be taken back" in str(half.value)
    assert (disk.folder / "corpus" / "a-text.txt").is_file()
    disk.write("options/talk.yaml", before)
    assert half.value.batch is not None
    half.value.batch.exchange()
    assert not (disk.folder / "corpus" / "a-text.txt").exists()


def test_a_library_that_was_made_for_it_goes_too(tmp_path: Path) -> None:
    file = project(tmp_path)

    def cancelled() -> bool:
        return bool(list((tmp_path / "new").glob("notes/*.md")))

    with pytest.raises(Stopped):
        take_in(Kind.PROJECT, tmp_path / "new", file, lambda what: None, cancelled)
    assert not (tmp_path / "new").exists()


def test_how_far_it_is_is_told(disk: LibraryOnDisk, tmp_path: Path) -> None:
    said: list[str] = []
    take_in(Kind.ANNOTATIONS, disk.folder, annotations(tmp_path), said.append)

    assert said[:2] == ["reading the annotations", "finding the passages"]
    assert f"writing the notes, 7 of {MANY}" in said


def test_a_bibliography_that_takes_long_is_stopped_in_the_middle(
    disk: LibraryOnDisk, tmp_path: Path
) -> None:
    """Pandoc reads it, which takes many seconds."""
    entries = "".join(f"@book{{a{n},\n title = {{T {n}}}\n}}\n" for n in range(30_000))
    (tmp_path / "long.bib").write_text(entries, "utf-8")
    begun = time.monotonic()
    with pytest.raises(Stopped):
        take_in(
            Kind.REFERENCES,
            disk.folder,
            tmp_path / "long.bib",
            lambda what: None,
            lambda: time.monotonic() > begun + 0.5,
        )
    assert time.monotonic() - begun < 5


@pytest.mark.skipif(os.name != "posix", reason="ends with a signal")
def test_a_command_that_is_asked_to_end_leaves_nothing(disk: LibraryOnDisk, tmp_path: Path) -> None:
    path = tmp_path / "many.jsonld"
    many = [ANNOTATION | {"id": f"urn:x:{n}", "bodyValue": f"Look {n}."} for n in range(3_000)]
    path.write_text(json.dumps(many), "utf-8")
    before = everything(disk.folder)
    child = subprocess.Popen(
        [sys.executable, "-m", "counterpoint", "import-annotations", path],
        cwd=disk.folder,
        stderr=subprocess.DEVNULL,
    )
    until = time.monotonic() + 60
    while not list(disk.folder.glob("notes/*.md")) and time.monotonic() < until:
        assert child.poll() is None
    child.send_signal(signal.SIGTERM)

    assert child.wait(60) == 128 + signal.SIGTERM
    assert everything(disk.folder) == before


def test_a_library_in_one_file_says_that_it_was_stopped(tmp_path: Path) -> None:
    (tmp_path / "no.counterpoint").write_bytes(b"no zip")
    with pytest.raises(NotTakenIn) as told:
        files_in.unpack(tmp_path / "no.counterpoint", tmp_path / "x", print, lambda: False)
    assert not isinstance(told.value, Stopped)
