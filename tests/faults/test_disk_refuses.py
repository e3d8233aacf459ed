"""The disk refuses a note: it is said where one types, closing asks, and nothing is lost."""

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from tests.at_window import GO_ON, NOT_REAL, AtWindow, Sit, answering, on_disk
from tests.library_on_disk import LibraryOnDisk


def told(at: AtWindow) -> str:
    labels = at.window.space.notebook.notice.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def in_the_way(disk: LibraryOnDisk) -> Path:
    """A file where the notes' folder should be: nobody can write there, not even root."""
    path = disk.path("notes")
    path.write_text("in the way")
    return path


def test_it_is_said_where_one_types_and_what_to_do(sit: Sit, disk: LibraryOnDisk) -> None:
    in_the_way(disk)
    at = sit(disk.folder)

    at.type("Not to be lost.", on=GO_ON)

    at.qtbot.waitUntil(lambda: "Not saved" in at.window.space.notebook.state.text())
    at.qtbot.waitUntil(lambda: "a file stands where the folder should be" in told(at))
    assert "move that file away" in told(at)


def test_closing_asks_and_staying_open_loses_nothing(sit: Sit, disk: LibraryOnDisk) -> None:
    path = in_the_way(disk)
    at = sit(disk.folder)
    at.type("Not to be lost.", on=GO_ON)

    with answering(at.window, "Stay open") as asked:
        at.window.close()

    assert at.window.isVisible()
    assert "One note is not saved" in asked[0]
    assert "a file stands where the folder should be" in asked[0]
    assert at.words == "Not to be lost."
    at.type(" Nor this.")
    path.unlink()
    at.window.close()
    assert not at.window.isVisible()
    assert on_disk(disk.folder / "notes") == ["Not to be lost. Nor this."]


def test_trying_again_once_the_disk_is_mended(sit: Sit, disk: LibraryOnDisk) -> None:
    path = in_the_way(disk)
    at = sit(disk.folder)
    at.type("Second try.", on=GO_ON)

    with answering(at.window, "Try again", "Try again", "Stay open") as asked:
        at.window.close()
    assert len(asked) == 3

    path.unlink()
    at.window.close()
    assert not at.window.isVisible()
    assert on_disk(disk.folder / "notes") == ["Second try."]


def test_saving_elsewhere(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way(disk)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(elsewhere))
    at = sit(disk.folder)
    at.type("One.", on=GO_ON)
    at.type("Two.", on=NOT_REAL)

    with answering(at.window, "Save elsewhere…", "OK", "Stay open") as asked:
        at.window.close()

    assert on_disk(elsewhere) == ["One.", "Two."]
    assert asked[1] == f"2\u00a0notes saved in {elsewhere}."
    assert at.window.isVisible(), "they are not saved where they belong"


def test_saving_elsewhere_where_that_is_refused_too(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way(disk)
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(
        QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "file" / "x")
    )
    at = sit(disk.folder)
    at.type("One.", on=GO_ON)

    with answering(at.window, "Save elsewhere…", "OK", "Stay open") as asked:
        at.window.close()

    assert asked[1].startswith("Not saved in ")
    assert at.words == "One."


def test_closing_and_losing_is_only_what_the_person_chose(sit: Sit, disk: LibraryOnDisk) -> None:
    in_the_way(disk)
    at = sit(disk.folder)
    at.type("Not worth keeping.", on=GO_ON)

    with answering(at.window, "Close and lose them"):
        at.window.close()

    assert not at.window.isVisible()


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_while_saving(
    sit: Sit, disk: LibraryOnDisk, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    at = sit(disk.folder)
    at.type("On the disk.", on=GO_ON)
    at.wait_saved()
    full = True
    real = getattr(os, call)

    def refuse(*arguments: object, **named: object) -> object:
        if full:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(*arguments, **named)

    monkeypatch.setattr(os, call, refuse)
    at.type(" And more.")
    at.qtbot.waitUntil(lambda: "the disk is full" in told(at))
    assert on_disk(disk.folder / "notes") == ["On the disk."]
    with answering(at.window, "Stay open") as asked:
        at.window.close()
    assert "the disk is full" in asked[0]

    full = False
    at.qtbot.waitUntil(lambda: told(at) == "", timeout=15_000)
    assert on_disk(disk.folder / "notes") == ["On the disk. And more."]
    assert not list((disk.folder / "notes").glob(".counterpoint-*")), "no stray is left"


def test_opening_another_library_asks_too(sit: Sit, disk: LibraryOnDisk) -> None:
    in_the_way(disk)
    other = LibraryOnDisk.make(disk.folder.with_name("other"))
    at = sit(disk.folder)
    at.type("Not to be lost.", on=GO_ON)

    with answering(at.window, "Stay open"):
        at.window.libraries.open(other.folder)

    assert at.window.space.session.library is not None
    assert at.window.space.session.library.folder == disk.folder
    assert at.words == "Not to be lost."
