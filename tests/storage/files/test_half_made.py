"""What a killed process left half made goes when the next one comes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from counterpoint.storage.files import atomic
from counterpoint.storage.files.half_made import clear_half_made, noted
from counterpoint.storage.place import user_cache

KILLED = """
import os, signal, sys
from pathlib import Path
from counterpoint.storage.files import atomic
from counterpoint.storage.files.half_made import noted
made = atomic.temporary_beside(Path(sys.argv[1]))
with noted(made):
    (made / "corpus").mkdir(parents=True)
    (made / "corpus" / "a.txt").write_text("half")
    print(made, flush=True)
    {end}
"""
needs_signals = pytest.mark.skipif(os.name != "posix", reason="kills with a signal")


def left_by(place: Path, end: str) -> "subprocess.Popen[str]":
    child = subprocess.Popen(
        [sys.executable, "-c", KILLED.format(end=end), place],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert Path(child.stdout.readline().strip()).is_dir()
    return child


def notes() -> list[Path]:
    return list((user_cache() / "half-made").iterdir())


@needs_signals
def test_what_a_killed_process_left_is_removed(tmp_path: Path) -> None:
    left_by(tmp_path / "out", "os.kill(os.getpid(), signal.SIGKILL)").communicate(timeout=20)
    (tmp_path / "mine").write_text("mine")
    assert len(list(tmp_path.iterdir())) == 2

    assert clear_half_made() == 1
    assert [each.name for each in tmp_path.iterdir()] == ["mine"]
    assert notes() == []


def test_what_another_process_is_making_stays(tmp_path: Path) -> None:
    child = left_by(tmp_path / "out", "sys.stdin.read()")

    assert clear_half_made() == 0
    (made,) = tmp_path.iterdir()
    assert (made / "corpus" / "a.txt").read_text() == "half"

    child.communicate("", timeout=20)
    assert child.returncode == 0
    assert notes() == []


@needs_signals
def test_whoever_makes_the_next_removes_it_first(tmp_path: Path) -> None:
    left_by(tmp_path / "out", "os.kill(os.getpid(), signal.SIGKILL)").communicate(timeout=20)
    with noted(atomic.temporary_beside(tmp_path / "other")):
        assert list(tmp_path.iterdir()) == []
    assert notes() == []


@pytest.mark.parametrize("name", ["mine", "{note}/..", "a/{note}"])
def test_a_note_that_names_something_else_removes_nothing(tmp_path: Path, name: str) -> None:
    """As somebody else may write a file into a cache."""
    note = atomic.temporary_beside(tmp_path / "x").name
    (tmp_path / "mine").write_text("mine")
    (tmp_path / note).mkdir()
    (tmp_path / note / "inside").write_text("mine")
    with noted(tmp_path / note):
        pass
    named = tmp_path / name.format(note="b")
    (user_cache() / "half-made" / note).write_bytes(os.fsencode(named))

    assert clear_half_made() == 0
    assert (tmp_path / "mine").read_text() == "mine"
    assert (tmp_path / note / "inside").read_text() == "mine"


@needs_signals
def test_a_note_that_others_may_write_is_not_believed(tmp_path: Path) -> None:
    left_by(tmp_path / "out", "os.kill(os.getpid(), signal.SIGKILL)").communicate(timeout=20)
    for note in notes():
        note.chmod(0o666)

    assert clear_half_made() == 0
    assert len(list(tmp_path.iterdir())) == 1


def test_where_there_is_no_cache_to_note_it_in_it_is_made_all_the_same(tmp_path: Path) -> None:
    user_cache().parent.mkdir(exist_ok=True)
    user_cache().write_text("a file in the way")
    with noted(tmp_path / "out"):
        (tmp_path / "out").write_text("x")
    assert (tmp_path / "out").read_text() == "x"
