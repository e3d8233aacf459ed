"""A lock on the settings that does not go: nothing waits for it, and only choices are lost."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from counterpoint.ui.settings.store import SettingsStore
from counterpoint.ui.settings.values import LibraryState, Settings
from counterpoint.ui.settings.write_lock import write_lock
from tests.ui.settings.locks import FOREIGN, KINDS, folder, held, leave

Kind = Callable[[Path], AbstractContextManager[None]]
STATE = LibraryState()._replace(view="notes")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """With choices of the day before."""
    made = tmp_path / "settings.ini"
    assert SettingsStore(made).save(Settings(zoom=1.25), {Path("/a"): STATE})
    return made


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_kept_is_read_and_nothing_is_written(file: Path, kind: Kind) -> None:
    words = file.read_bytes()
    with kind(write_lock(file)):
        store = SettingsStore(file)
        assert (store.settings, store.messages) == (Settings(zoom=1.25), ())
        assert store.of_library(Path("/a")) == STATE

        assert not store.save(Settings(zoom=2), {Path("/b"): STATE})

        assert str(store.lock_in_the_way) == str(write_lock(file))
        assert file.read_bytes() == words
    write_lock(file).unlink(missing_ok=True)
    assert store.save(Settings(zoom=2), {Path("/b"): STATE}), "once it is away"
    assert store.lock_in_the_way is None
    assert SettingsStore(file).settings == Settings(zoom=2)


@pytest.mark.parametrize("kind", [held, folder])
def test_wrong_values_in_a_locked_file_are_told_and_stay(file: Path, kind: Kind) -> None:
    file.write_text("[General]\nzoom=large\ncolour_scheme=dark\n")
    words = file.read_bytes()
    with kind(write_lock(file)):
        (message,) = SettingsStore(file).messages
        assert "(zoom)" in message
        assert file.read_bytes() == words


@pytest.mark.parametrize("age", [3_600, -3_600])
@pytest.mark.parametrize("words", ["", FOREIGN], ids=["empty", "foreign"])
def test_a_lock_left_long_ago_is_taken_away(file: Path, words: str, age: float) -> None:
    leave(write_lock(file), words, age)

    assert SettingsStore(file).save(Settings(zoom=2), {})

    assert SettingsStore(file).settings == Settings(zoom=2)
    assert not write_lock(file).exists()


@pytest.mark.parametrize("kind", [held, folder])
def test_a_write_that_failed_is_not_waited_for_when_a_library_is_read(
    file: Path, kind: Kind
) -> None:
    store = SettingsStore(file)
    aside = file.with_name("aside")
    file.rename(aside)
    file.mkdir()
    assert not store.save(Settings(zoom=2), {})
    file.rmdir()
    aside.rename(file)

    with kind(write_lock(file)):
        store.of_library(Path("/a"))
    write_lock(file).unlink(missing_ok=True)
    assert store.save(Settings(zoom=2), {})
