"""What is stopped while it comes in leaves the library as it was, and says so."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.at_window import GO_ON, AtWindow, Sit
from tests.importing_library import ANNOTATION, everything
from tests.library_on_disk import LibraryOnDisk

MANY = 1_000


def annotations(place: Path) -> Path:
    path = place / "theirs.jsonld"
    many = [ANNOTATION | {"id": f"urn:x:{n}", "bodyValue": f"Look {n}."} for n in range(MANY)]
    path.write_text(json.dumps(many), "utf-8")
    return path


def begin(at: AtWindow, monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    at.window.menus.trigger("import-annotations")


def test_what_comes_in_can_be_stopped(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(disk.folder)
    before = everything(disk.folder)
    begin(at, monkeypatch, annotations(tmp_path))
    strip = at.window.files.strip
    at.qtbot.waitUntil(lambda: "writing the notes, " in strip.words.text(), timeout=20_000)
    assert list((disk.folder / "notes").glob("*.md"))
    at.click(strip.cancel)
    assert strip.words.text() == "Stopping…"
    assert not strip.cancel.isVisible()

    at.qtbot.waitUntil(lambda: not strip.at_work, timeout=20_000)
    assert strip.words.text() == "Cancelled; nothing was written."
    assert everything(disk.folder) == before
    assert not at.window.menus.action("undo").isEnabled()
    at.type("Mine.", on=GO_ON)  # which is not held up any more
    at.qtbot.waitUntil(lambda: bool(list((disk.folder / "notes").glob("*.md"))), timeout=20_000)


def test_what_has_come_in_before_it_stopped_is_a_step(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is told that nothing came in when it has."""
    path = tmp_path / "one.jsonld"
    path.write_text(json.dumps([ANNOTATION]), "utf-8")
    at = sit(disk.folder)
    begin(at, monkeypatch, path)
    strip = at.window.files.strip
    while not list(disk.folder.glob("notes/*.md")):  # the window is not heard meanwhile
        pass
    strip.cancelled.emit()
    at.qtbot.waitUntil(lambda: not strip.at_work, timeout=20_000)

    there = list((disk.folder / "notes").glob("*.md"))
    assert strip.words.text().startswith("1 note written" if there else "Cancelled")
    at.qtbot.waitUntil(
        lambda: at.window.menus.action("undo").isEnabled() == bool(there), timeout=20_000
    )
