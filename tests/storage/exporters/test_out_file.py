"""An export is put in place whole or not at all."""

import errno
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from counterpoint.storage.exporters.failing import NotExported
from counterpoint.storage.exporters.out_file import check_target, stream_out, write_out


def _folder(place: Path) -> Path:
    (place / "out.docx").mkdir()
    return place / "out.docx"


def _no_folder(place: Path) -> Path:
    return place / "nowhere" / "out.docx"


def _file_for_folder(place: Path) -> Path:
    (place / "file").write_bytes(b"x")
    return place / "file" / "out.docx"


def _read_only(place: Path) -> Path:
    path = place / "out.docx"
    path.write_bytes(b"mine")
    path.chmod(0o444)
    return path


def _open_in_office(place: Path) -> Path:
    (place / ".~lock.out.docx#").write_bytes(b"x")
    (place / "out.docx").write_bytes(b"mine")
    return place / "out.docx"


def _open_in_word(place: Path) -> Path:
    (place / "~$out.docx").write_bytes(b"x")
    (place / "out.docx").write_bytes(b"mine")
    return place / "out.docx"


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (_folder, "that is a folder; name a file in it"),
        (_no_folder, "make it first"),
        (_file_for_folder, "a file stands where its folder should be"),
        (_read_only, "the file is read-only"),
        (_open_in_office, "the file is open in LibreOffice"),
        (_open_in_word, "the file is open in Word or Excel"),
    ],
)
def test_a_target_that_cannot_be_written_is_told_and_left(
    tmp_path: Path, make: Callable[[Path], Path], told: str
) -> None:
    path = make(tmp_path)
    before = sorted((each, each.is_file() and each.read_bytes()) for each in tmp_path.rglob("*"))

    attempts: list[Callable[[], None]] = [
        lambda: check_target(path),
        lambda: write_out(path, b"new"),
        lambda: stream_out(path, lambda file: None),
    ]
    for attempt in attempts:
        with pytest.raises(NotExported, match=told):
            attempt()

    assert before == sorted(
        (each, each.is_file() and each.read_bytes()) for each in tmp_path.rglob("*")
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size")
def test_a_disk_that_is_full_leaves_what_was_there(tmp_path: Path) -> None:
    import resource
    import signal

    path = tmp_path / "out.docx"
    path.write_bytes(b"mine")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
        with pytest.raises(NotExported):
            write_out(path, b"x" * 1_000)
        with pytest.raises(NotExported):
            stream_out(path, lambda file: _fill(file, b"x" * 100_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)

    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == b"mine"


def test_what_ends_in_the_middle_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    path.write_bytes(b"mine")

    def broken(file: BinaryIO) -> None:
        file.write(b"half")
        raise OSError(errno.EIO, "Input/output error")

    with pytest.raises(NotExported):
        stream_out(path, broken)

    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == b"mine"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o666])
def test_who_may_read_a_file_that_is_replaced_stays_so(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "out.counterpoint"
    attempts: list[Callable[[], None]] = [
        lambda: write_out(path, b"new"),
        lambda: stream_out(path, lambda file: _fill(file, b"new")),
    ]
    for attempt in attempts:
        path.write_bytes(b"mine")
        path.chmod(mode)
        attempt()
        assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", mode)


def _fill(file: BinaryIO, data: bytes) -> None:
    file.write(data)
