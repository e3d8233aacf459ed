"""A file is read, and what is no file is told without being waited for."""

import errno
import os
import stat
from pathlib import Path

import pytest

from counterpoint.storage.files.plain_file import NotAFile, is_there, open_plain, read_plain
from tests.faults.refused_calls import RefusedCalls, call_at


def test_a_file_is_read_with_its_state(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"words\r\n" * 400_000)
    (tmp_path / "link").symlink_to(file)
    for path in (file, tmp_path / "link"):
        data, status = read_plain(path)
        assert data == file.read_bytes()
        assert status.st_size == len(data)
    with pytest.raises(FileNotFoundError):
        read_plain(tmp_path / "gone")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(NotAFile) as caught:
            read_plain(path)
        assert caught.value.is_folder == (path == tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_nor_is_what_becomes_a_pipe_in_between(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"words")
    real = os.open

    def open_(path: Path, flags: int) -> int:
        file.unlink()
        os.mkfifo(file)
        return real(path, flags)

    monkeypatch.setattr(os, "open", open_)
    with pytest.raises(NotAFile):
        read_plain(file)


WRITING = os.O_WRONLY | os.O_CREAT | os.O_APPEND


def written(path: Path, words: str, mode: int = 0o600) -> None:
    def opener(name: str, flags: int) -> int:
        return open_plain(name, flags, mode)

    with open(path, "a", encoding="utf-8", opener=opener) as file:
        file.write(words)


def test_a_file_is_opened_where_it_is_and_made_where_it_is_not(tmp_path: Path) -> None:
    file, link = tmp_path / "file", tmp_path / "link"
    link.symlink_to(file)

    written(file, "one ")
    written(file, "two ")
    written(link, "three")

    assert file.read_text("utf-8") == "one two three"
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_link_that_leads_nowhere_makes_no_file(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("nowhere")

    with pytest.raises(FileNotFoundError):
        open_plain(str(tmp_path / "link"), WRITING)

    assert not (tmp_path / "nowhere").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_what_is_no_file_is_not_opened_nor_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(NotAFile) as caught:
        open_plain(str(tmp_path), os.O_RDONLY)
    assert caught.value.is_folder

    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)  # so that it could be opened
    for path in (pipe, Path("/dev/null")):
        with pytest.raises(NotAFile) as caught:
            open_plain(str(path), WRITING)
        assert not caught.value.is_folder
    os.close(reading)


def test_what_cannot_be_known_is_not_taken_for_absent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "link").symlink_to("nowhere")
    assert is_there(tmp_path / "file")
    assert is_there(tmp_path / "link")
    assert not is_there(tmp_path / "gone")
    assert not is_there(tmp_path / "file" / "below")
    calls = RefusedCalls(monkeypatch, tmp_path)
    calls.refuse = call_at(0, errno.EACCES)
    with pytest.raises(PermissionError):
        is_there(tmp_path / "file")
