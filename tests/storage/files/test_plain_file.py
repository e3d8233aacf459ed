"""A file is read, and what is no file is told without being waited for."""

import errno
import os
from pathlib import Path

import pytest

from counterpoint.storage.files.plain_file import NotAFile, is_there, read_plain
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
