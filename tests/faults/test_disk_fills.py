"""The disk fills in the middle of writing a file of the library: the file is whole as it was, the
words are where they were put, and it is said which file that is and what to do."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from counterpoint.application.editing import writer
from counterpoint.storage.files.atomic import TEMPORARY
from tests.at_window import GO_ON, AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk
from tests.ui.editing.test_clashes import text
from tests.ui.editing.test_drafts_found import dies, goes_on, told
from tests.ui.editing.test_words_in_place import edit, field, is_closed, panel, write

_TALK = "options/talk.yaml"
_WORDS = "It is worded anew."
_LONG = "# A comment that makes the file long.\n" * 4000
"""So that the disk takes a part of it."""

Free = Callable[[], None]


@pytest.fixture
def full(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[LibraryOnDisk, Free]]:
    """A library on a disk that takes half of its longest file, and what frees the disk."""
    monkeypatch.setattr(writer, "_AGAIN", 0.1)
    if sys.platform == "win32":
        pytest.skip("Windows makes other calls")
    if request.param == "a real one":
        yield from _on_small_disk(tmp_path)
    else:
        yield from _by_calls(tmp_path, monkeypatch)


def _library(folder: Path) -> LibraryOnDisk:
    disk = LibraryOnDisk.make(folder)
    disk.write(_TALK, _LONG + disk.read(_TALK))
    return disk


def _on_small_disk(tmp_path: Path) -> Iterator[tuple[LibraryOnDisk, Free]]:
    place = tmp_path / "disk"
    place.mkdir()
    size = 3 * len(_LONG)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", place],
        check=False,
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip("no disk may be mounted here")
    try:
        disk = _library(place / "small")
        filling = place / "filling"
        left = os.statvfs(place)
        filling.write_bytes(b"-" * (left.f_bavail * left.f_bsize - len(_LONG) // 2))
        yield disk, filling.unlink
    finally:
        subprocess.run(["umount", "-l", place], check=True)


def _by_calls(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[LibraryOnDisk, Free]]:
    """As Linux does: the first call takes what there is room for, the next none."""
    disk = _library(tmp_path / "small")
    real, is_full, taken = os.write, [True], dict[int, int]()
    half = len(_LONG) // 2

    def take(descriptor: int, data: bytes) -> int:
        if not is_full[0] or len(data) < half:
            return real(descriptor, data)
        if taken.get(descriptor):
            del taken[descriptor]
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        taken[descriptor] = real(descriptor, bytes(data)[:half])
        return taken[descriptor]

    monkeypatch.setattr(os, "write", take)
    yield disk, lambda: is_full.__setitem__(0, False)
    is_full[0] = False


def _word(at: AtWindow) -> None:
    place = field(edit(at, GO_ON), "text")
    write(at, place, _WORDS)
    at.qtbot.keyClick(place, Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: is_closed(at))


BOTH = pytest.mark.parametrize("full", ["a real one", "as calls say"], indirect=True)


@BOTH
def test_the_old_file_is_whole_and_the_words_are_there_until_there_is_room(
    sit: Sit, full: tuple[LibraryOnDisk, Free]
) -> None:
    disk, free = full
    before = disk.read(_TALK)
    at = sit(disk.folder)

    _word(at)

    at.qtbot.waitUntil(lambda: bool(at.window.notices.said()))
    (said,) = at.window.notices.said()
    assert said.startswith(f"{_TALK} is not saved: the disk is full; ")
    assert disk.read(_TALK) == before
    assert list((disk.folder / "options").glob(f"{TEMPORARY}*")) == []
    assert text(at, GO_ON) == _WORDS
    assert field(edit(at, GO_ON), "text").words() == _WORDS
    at.qtbot.keyClick(field(panel(at), "text"), Qt.Key.Key_Escape)
    free()
    at.qtbot.waitUntil(lambda: _WORDS in disk.read(_TALK))
    at.qtbot.waitUntil(lambda: at.window.notices.said() == ())
    assert disk.read(_TALK).startswith(_LONG)


@BOTH
def test_where_the_program_dies_then_the_words_are_in_the_panel_again(
    sit: Sit, full: tuple[LibraryOnDisk, Free]
) -> None:
    disk, free = full
    at = sit(disk.folder)
    _word(at)
    at.qtbot.waitUntil(lambda: bool(at.window.notices.said()))
    dies(at)
    desk = at.window.space.editing.desk
    assert desk is not None
    desk.writer._jobs.clear()
    free()

    again = sit(disk.folder)

    assert _WORDS in told(again)
    assert field(goes_on(again), "text").words() == _WORDS
