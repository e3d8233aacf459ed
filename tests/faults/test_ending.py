"""The system asks the process to end while somebody types: the note is on the disk."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.at_window import on_disk
from tests.faults.gone_streams import KINDS, gone
from tests.library_on_disk import LibraryOnDisk

ROOT = Path(__file__).resolve().parents[2]
SIGNALS = [name for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="these signals are of POSIX")


def started(
    disk: LibraryOnDisk, program: str, says: str, *words: str, stderr: int = subprocess.PIPE
) -> "subprocess.Popen[str]":
    """A program at work on the library, once it has said something."""
    child = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name(program)), disk.folder, *words],
        env=os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT / "app"), str(ROOT)))},
        stdout=subprocess.PIPE,
        stderr=stderr,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == f"{says}\n"
    return child


def typing(disk: LibraryOnDisk, stderr: int = subprocess.PIPE) -> "subprocess.Popen[str]":
    """It has typed its last letter."""
    return started(disk, "type_in_window.py", "typed", stderr=stderr)


@pytest.mark.parametrize("name", SIGNALS)
def test_what_was_typed_is_on_the_disk(disk: LibraryOnDisk, name: str) -> None:
    child = typing(disk)

    child.send_signal(getattr(signal, name))
    _, said = child.communicate(timeout=20)

    assert child.returncode == 0, said
    assert said == ""
    assert on_disk(disk.folder / "notes") == ["Typed a moment ago"]


def test_where_the_disk_refuses_the_notes_go_to_the_persons_own_folder(
    disk: LibraryOnDisk, own_home: Path
) -> None:
    """Nobody is asked: the process ends at once."""
    disk.path("notes").write_text("a file in the folder's place")
    child = typing(disk)

    begun = time.monotonic()
    child.send_signal(signal.SIGTERM)
    _, said = child.communicate(timeout=20)

    assert time.monotonic() - begun < 10
    assert child.returncode == 0, said
    rescued = own_home / "data" / "counterpoint-rescued-notes"
    assert str(rescued) in said
    assert on_disk(rescued) == ["Typed a moment ago"]


@pytest.mark.parametrize("kind", KINDS)
def test_that_goes_well_too_where_the_error_stream_is_gone(
    disk: LibraryOnDisk, own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """As after the terminal was closed from which the window was opened."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    disk.path("notes").write_text("a file in the folder's place")
    with gone(kind) as stream:
        child = typing(disk, stream)
        child.send_signal(signal.SIGTERM)
        try:
            child.communicate(timeout=20)
        finally:
            child.kill()  # it may be at a loss what to do

    assert child.returncode == 0
    assert on_disk(own_home / "data" / "counterpoint-rescued-notes") == ["Typed a moment ago"]
    assert list(tmp_path.glob("counterpoint-rescued-notes-*")) == []


def test_where_that_folder_refuses_too_they_go_among_the_temporary_files(
    disk: LibraryOnDisk, own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Into a new folder that nobody else may look into."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    disk.path("notes").write_text("a file in the folder's place")
    (own_home / "data").mkdir()
    (own_home / "data" / "counterpoint-rescued-notes").write_text("here too")
    child = typing(disk)

    child.send_signal(signal.SIGTERM)
    _, said = child.communicate(timeout=20)

    assert child.returncode == 0, said
    (rescued,) = temporary.glob("counterpoint-rescued-notes-*")
    assert str(rescued) in said
    assert rescued.stat().st_mode & 0o777 == 0o700
    assert on_disk(rescued) == ["Typed a moment ago"]


@pytest.mark.parametrize("name", SIGNALS)
@pytest.mark.parametrize("words", [(), ("cancel",)], ids=["reading", "cancelled"])
def test_while_a_library_is_read_the_end_is_in_order_too(
    disk: LibraryOnDisk, own_home: Path, name: str, words: tuple[str, ...]
) -> None:
    child = started(disk, "read_in_window.py", "reading", *words)

    child.send_signal(getattr(signal, name))
    _, said = child.communicate(timeout=20)

    assert (child.returncode, said) == (0, "")
    assert "zoom=1.5" in (own_home / "settings.ini").read_text("utf-8")
