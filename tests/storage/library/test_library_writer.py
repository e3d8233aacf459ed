"""A file of a library is replaced only where it is as it was read."""

import os
from pathlib import Path

import pytest

from counterpoint.storage.files import atomic, lock
from counterpoint.storage.library import library_writer
from counterpoint.storage.library.library_writer import (
    ChangedMeanwhile,
    LibraryBusy,
    clear_strays,
    exchange,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    for part in ("corpus", "options"):
        (tmp_path / part).mkdir()
    file = tmp_path / "options" / "talk.yaml"
    file.write_bytes("\ufeffeins\r\nzwei\r\n".encode())
    return file


def test_a_file_that_is_as_it_was_is_exchanged(file: Path) -> None:
    exchange(file, "\ufeffeins\r\nzwei\r\n", "\ufeffdrei\r\n")
    assert file.read_bytes() == "\ufeffdrei\r\n".encode()
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("way", ["changed", "gone", "folder", "pipe"])
def test_one_that_is_not_is_left_alone(file: Path, way: str) -> None:
    if way == "changed":
        file.write_bytes(b"theirs")
    else:
        file.unlink()
    if way == "folder":
        file.mkdir()
    elif way == "pipe":
        os.mkfifo(file)
    with pytest.raises(ChangedMeanwhile):
        exchange(file, "\ufeffeins\r\nzwei\r\n", "ours")
    assert way != "changed" or file.read_bytes() == b"theirs"


def test_nobody_else_of_us_writes_at_the_same_time(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_writer, "_WAIT", 0.0)
    stray = file.with_name(f"{atomic.TEMPORARY}0123.tmp")
    stray.write_bytes(b"half")
    with lock.held(file.parent, 0.0) as locked:
        assert locked
        with pytest.raises(LibraryBusy):
            exchange(file, "\ufeffeins\r\nzwei\r\n", "ours")
        clear_strays(file.parents[1])
        assert stray.exists(), "it may be somebody's who is at work"
    clear_strays(file.parents[1])
    assert not stray.exists()


def test_where_there_is_no_library_there_is_nothing_to_clear(tmp_path: Path) -> None:
    clear_strays(tmp_path / "gone")
