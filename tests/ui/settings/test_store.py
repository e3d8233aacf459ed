"""The settings in their file, which other windows and hands write too."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from counterpoint.ui.settings.store import MOST_LIBRARIES, SettingsStore, group_of
from counterpoint.ui.settings.values import ColourScheme, LibraryState, ReaderPlace, Settings

STATE = LibraryState(
    "notes", {"order": ["a", 1.5, None]}, {"kind": "claim"}, ReaderPlace("é\ud800", 7)
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.ini"


def test_the_first_start_has_defaults_and_nothing_to_say(file: Path) -> None:
    store = SettingsStore(file)

    assert (store.settings, store.messages) == (Settings(), ())
    assert store.of_library(Path("/a")) == LibraryState()
    assert not file.exists()


def test_what_was_saved_is_there_the_next_day_and_can_be_read(file: Path) -> None:
    settings = Settings(zoom=1.25, recent_libraries=("/a, b", "C:\\c", "é\ud800"))
    assert SettingsStore(file).save(settings, {Path("/a/b"): STATE})

    again = SettingsStore(file)

    assert (again.settings, again.messages) == (settings, ())
    assert again.of_library(Path("/a/b")) == STATE
    assert again.of_library(Path("/A/b")) == LibraryState()
    words = file.read_text("ascii")
    assert "zoom=1.25" in words
    assert "folder=/a/b" in words.replace("\\\\", "\\")


def test_without_a_file_nothing_is_kept(tmp_path: Path) -> None:
    store = SettingsStore(None)

    assert store.save(Settings(zoom=2), {Path("/a"): STATE})
    assert store.of_library(Path("/a")) == LibraryState()
    assert list(tmp_path.iterdir()) == []


def test_two_windows_lose_nothing_of_one_another_s(file: Path) -> None:
    first, second = SettingsStore(file), SettingsStore(file)
    assert first.save(Settings(zoom=1.5, recent_libraries=("/a",)), {Path("/a"): STATE})
    dark = Settings(colour_scheme=ColourScheme.DARK, recent_libraries=("/b",))
    other = STATE._replace(view="sources")
    assert second.save(dark, {Path("/b"): other})

    found = SettingsStore(file)

    assert found.settings == Settings(
        zoom=1.5, colour_scheme=ColourScheme.DARK, recent_libraries=("/b", "/a")
    )
    assert found.of_library(Path("/a")) == STATE
    assert found.of_library(Path("/b")) == other


def test_the_last_to_change_a_thing_has_the_word(file: Path) -> None:
    first, second = SettingsStore(file), SettingsStore(file)
    assert first.save(Settings(zoom=1.5), {})
    assert second.save(Settings(zoom=2), {})
    assert first.save(Settings(zoom=1.5, geometry="AAAA"), {})

    assert SettingsStore(file).settings == Settings(zoom=2, geometry="AAAA")


def test_processes_that_write_at_once_lose_nothing(file: Path) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from counterpoint.ui.settings.store import SettingsStore\n"
        "from counterpoint.ui.settings.values import LibraryState\n"
        "file, name = Path(sys.argv[1]), sys.argv[2]\n"
        "for number in range(12):\n"
        "    store = SettingsStore(file)\n"
        "    assert store.save(store.settings, {Path(f'/{name}/{number}'): LibraryState()._replace("
        "selection={'kind': name})})\n"
    )
    children = [
        subprocess.Popen(
            [sys.executable, "-c", code, file, name],
            env=os.environ | {"PYTHONPATH": str(Path("app").resolve())},
        )
        for name in ("one", "two", "three")
    ]
    assert [child.wait() for child in children] == [0, 0, 0]

    found = SettingsStore(file)
    for name in ("one", "two", "three"):
        for number in range(12):
            state = found.of_library(Path(f"/{name}/{number}"))
            assert state.selection == {"kind": name}


def test_what_a_newer_version_wrote_is_left_in_the_file(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("[General]\nfuture=1\n", "utf-8")

    assert SettingsStore(file).save(Settings(zoom=2), {})

    assert "future=1" in file.read_text("utf-8")


def test_each_damaged_file_is_kept_under_a_name_of_its_own(file: Path) -> None:
    file.parent.mkdir()
    damaged = [b"[General]\nzoom=large\n", b"[General]\nzoom=small\n", b"[General]\nzoom=large\n"]
    told: list[str] = []
    for words in damaged:
        file.write_bytes(words)
        told += SettingsStore(file).messages

    assert (file.parent / "settings.ini.bad").read_bytes() == damaged[0]
    assert (file.parent / "settings.ini.bad-2").read_bytes() == damaged[1]
    assert len(list(file.parent.glob("*.bad*"))) == 2  # the third is the first
    assert ["settings.ini.bad-2" in message for message in told] == [False, True, False]


def test_a_wrong_value_costs_itself_and_is_told_once(file: Path) -> None:
    file.parent.mkdir()
    words = b"[General]\nzoom=large\ncolour_scheme=dark\n"
    file.write_bytes(words)

    store = SettingsStore(file)

    assert store.settings == Settings(colour_scheme=ColourScheme.DARK)
    (message,) = store.messages
    assert "settings.ini has values that cannot be used (zoom)" in message
    assert (file.parent / "settings.ini.bad").read_bytes() == words
    assert "settings.ini.bad" in message
    assert store.save(Settings(geometry="AAAA"), {})
    again = SettingsStore(file)
    assert (again.settings, again.messages) == (Settings(geometry="AAAA"), ())


def test_a_wrong_value_of_a_library_is_at_its_default(file: Path) -> None:
    assert SettingsStore(file).save(Settings(), {Path("/a"): STATE})
    file.write_text(file.read_text("ascii").replace("view=notes", "view=all of"), "ascii")

    assert SettingsStore(file).of_library(Path("/a")) == STATE._replace(view="")


def test_the_library_touched_longest_ago_is_forgotten_first(file: Path) -> None:
    store = SettingsStore(file)
    for number in range(MOST_LIBRARIES):
        assert store.save(Settings(), {Path(f"/{number}"): STATE})
    assert store.save(Settings(), {Path("/0"): STATE})
    assert store.save(Settings(), {Path("/new"): STATE})

    assert store.of_library(Path("/1")) == LibraryState()
    for name in ("0", "2", "new"):
        assert store.of_library(Path(f"/{name}")) == STATE
    assert file.read_text("ascii").count("folder=") == MOST_LIBRARIES


@pytest.mark.parametrize("what", ["a folder", "a pipe", "a large file", "a file above it"])
def test_what_is_no_file_of_settings_is_told_and_left(file: Path, what: str) -> None:
    if what == "a file above it":
        file.parent.write_text("")
    else:
        file.parent.mkdir()
    if what == "a folder":
        file.mkdir()
    elif what == "a pipe":
        if not hasattr(os, "mkfifo"):
            pytest.skip("there are no pipes")
        os.mkfifo(file)
    elif what == "a large file":
        file.write_bytes(b"a=1\n" * 1_100_000)

    store = SettingsStore(file)

    assert store.settings == Settings()
    assert what == "a file above it" or str(file) in store.messages[0]
    assert not store.save(Settings(zoom=2), {Path("/a"): STATE})
    assert store.of_library(Path("/a")) == LibraryState()


def test_a_save_that_failed_can_be_tried_again(file: Path) -> None:
    store = SettingsStore(file)
    file.parent.write_text("in the way")
    assert not store.save(Settings(zoom=2), {Path("/a"): STATE})

    file.parent.unlink()

    assert store.save(Settings(zoom=2), {Path("/a"): STATE})
    assert SettingsStore(file).settings == Settings(zoom=2)


def test_groups_are_apart_where_only_capitals_differ() -> None:
    assert group_of(Path("/a/Library")) != group_of(Path("/a/library"))
