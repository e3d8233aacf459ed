"""What is taken for an environment that is ready."""

import subprocess
import sys
from pathlib import Path

import pytest

from counterpoint_dev import environment
from counterpoint_dev.environment import MARK, OURS, Environment


@pytest.fixture
def env(tmp_path: Path) -> Environment:
    """One that was made for `run`, with one package."""
    folder = tmp_path / ".venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    made = OURS._replace(folder=folder)
    (made.place("purelib") / "package").mkdir()
    (folder / MARK).write_text(f"{made.fingerprint()} run\npackage", encoding="utf-8")
    return made


def test_a_whole_environment_is_ready_for_what_it_was_made_for(env: Environment) -> None:
    ready = env.ready_for()
    assert "run" in ready
    assert "dev" not in ready


def test_an_environment_that_lost_a_package_is_not_ready(env: Environment) -> None:
    (env.place("purelib") / "package").rmdir()
    assert env.ready_for() == set()


def test_a_package_added_by_hand_does_no_harm(env: Environment) -> None:
    (env.place("purelib") / "another").mkdir()
    assert "run" in env.ready_for()


@pytest.mark.parametrize("rubbish", [b"", b"half made", b"\xff\xfe\x00", b"0123 run dev\n"])
def test_an_environment_with_another_mark_is_not_ready(env: Environment, rubbish: bytes) -> None:
    (env.folder / MARK).write_bytes(rubbish)
    assert env.ready_for() == set()


def test_an_environment_without_python_is_not_ready(env: Environment) -> None:
    env.python.unlink()
    assert env.ready_for() == set()


def test_an_environment_that_is_no_environment_any_more_is_not_ready(env: Environment) -> None:
    (env.folder / "pyvenv.cfg").unlink()
    assert env.ready_for() == set()


def test_an_environment_that_was_moved_is_not_ready(env: Environment, tmp_path: Path) -> None:
    moved = env._replace(folder=env.folder.rename(tmp_path / "moved"))
    assert moved.ready_for() == set()


def test_an_environment_of_another_python_is_not_ready(env: Environment) -> None:
    assert env._replace(version=(3, 99)).ready_for() == set()


def test_a_change_of_the_locks_makes_it_unready(
    env: Environment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.lock"
    other.write_text("package==2\n", encoding="utf-8")
    assert env.ready_for()
    monkeypatch.setattr(environment, "lock_file", lambda name: other)
    assert env.ready_for() == set()
