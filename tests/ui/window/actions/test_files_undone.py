"""What comes in from other tools goes and comes again as one step."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from counterpoint.domain.note import Note
from tests.at_window import AtWindow, Sit
from tests.importing_library import ANNOTATION, everything
from tests.library_on_disk import LibraryOnDisk
from tests.made_project import TEXT, WORDS, packed, qde

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def project(place: Path) -> Path:
    start = TEXT.index(WORDS)
    return packed(place, qde(start, start + len(WORDS)))


def annotations(place: Path) -> Path:
    path = place / "theirs.jsonld"
    path.write_text(json.dumps([ANNOTATION]), "utf-8")
    return path


def references(place: Path) -> Path:
    path = place / "theirs.json"
    item = {"id": "a", "title": "A letter", "author": [{"literal": "The minister"}]}
    path.write_text(json.dumps([item | {"type": "letter"}]), "utf-8")
    return path


def kept(folder: Path) -> dict[str, bytes]:
    """All files of the library but those in bins."""
    return {name: data for name, data in everything(folder).items() if ".bin/" not in name}


def notes(at: AtWindow) -> list[Note]:
    return [note for note in at.window.space.live.notebook.notes.all() if note.body]


def take_in(at: AtWindow, monkeypatch: pytest.MonkeyPatch, kind: str, file: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    at.window.menus.trigger(f"import-{kind}")
    strip = at.window.files.strip
    at.qtbot.waitUntil(lambda: strip.isVisible() and not strip.at_work, timeout=20_000)
    at.qtbot.waitUntil(at.window.menus.action("undo").isEnabled, timeout=20_000)


def step(at: AtWindow, more: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> str:
    """Undoes, or does again; what is said of it at the end."""
    with at.qtbot.waitSignal(at.window.space.live_sources.said, timeout=20_000) as said:
        at.key(Qt.Key.Key_Z, CONTROL | more)
    return str(said.args[0]) if said.args else ""


@pytest.mark.parametrize(
    ("kind", "made", "called"),
    [
        ("project", project, "a project"),
        ("annotations", annotations, "annotations"),
        ("references", references, "references"),
    ],
)
def test_it_goes_and_comes_by_undo_and_redo(
    sit: Sit,
    disk: LibraryOnDisk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    made: Callable[[Path], Path],
    called: str,
) -> None:
    at = sit(disk.folder)
    before, noted = kept(disk.folder), 0 if kind == "references" else 1
    take_in(at, monkeypatch, kind, made(tmp_path))
    after = kept(disk.folder)
    assert after != before
    at.qtbot.waitUntil(lambda: len(notes(at)) == noted, timeout=20_000)
    assert at.window.menus.action("undo").text() == f"Undo bringing in {called}"

    assert step(at) == f"Undone: bringing in {called}"
    assert kept(disk.folder) == before
    at.qtbot.waitUntil(lambda: not notes(at), timeout=20_000)

    assert step(at, SHIFT) == f"Done again: bringing in {called}"
    assert kept(disk.folder) == after
    at.qtbot.waitUntil(lambda: len(notes(at)) == noted, timeout=20_000)

    step(at)
    assert kept(disk.folder) == before


def test_a_note_that_says_something_else_since_stays(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(disk.folder)
    take_in(at, monkeypatch, "annotations", annotations(tmp_path))
    (file,) = (disk.folder / "notes").glob("*.md")
    file.write_text(file.read_text("utf-8").replace("Look here.", "Mine now."), "utf-8")

    step(at)

    assert "Mine now." in file.read_text("utf-8")


def test_what_brought_nothing_is_no_step(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(disk.folder)
    take_in(at, monkeypatch, "annotations", annotations(tmp_path))
    steps = at.window.space.session.history.next_undo
    take_in(at, monkeypatch, "annotations", annotations(tmp_path))

    assert at.window.files.strip.words.text() == "0 notes written, 1 here already, 0 left out."
    assert at.window.space.session.history.next_undo is steps
