"""A lock is held against every other holder, or it is said that there is none."""

import sys
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from counterpoint.storage.files import lock


def test_it_is_held_by_one_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    with lock.held(path, 0.0) as locked:
        assert locked
        with pytest.raises(lock.Busy), lock.held(path, 0.0):
            pass
        with pytest.raises(Timeout):
            FileLock(path, timeout=0).acquire()
    with FileLock(path), pytest.raises(lock.Busy), lock.held(path, 0.0):
        pass
    with lock.held(path, 0.0) as locked:
        assert locked


def test_what_goes_wrong_while_it_is_held_releases_it(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    with pytest.raises(ZeroDivisionError), lock.held(path, 0.0):
        raise ZeroDivisionError
    with lock.held(path, 0.0) as locked:
        assert locked


@pytest.mark.skipif(sys.platform == "win32", reason="there a folder cannot be opened")
def test_a_folder_can_be_locked_and_nothing_stays_in_it(tmp_path: Path) -> None:
    with lock.held(tmp_path, 0.0) as locked:
        assert locked
        with pytest.raises(lock.Busy), lock.held(tmp_path, 0.0):
            pass
    assert list(tmp_path.iterdir()) == []


def test_where_none_is_to_be_had_it_is_said(tmp_path: Path) -> None:
    with lock.held(tmp_path / "gone" / ".lock", 0.0) as locked:
        assert not locked
    (tmp_path / ".lock").symlink_to("elsewhere")
    with lock.held(tmp_path / ".lock", 0.0) as locked:
        assert not locked
    assert not (tmp_path / "elsewhere").exists()
