"""Settings and their file together: opened whatever is there, shared by two windows."""

import json
from pathlib import Path

import pytest

from counterpoint.application.kept_settings import KeptSettings
from counterpoint.application.settings import ColourScheme, ReaderPlace, Settings
from counterpoint.storage.files.atomic import NotWritten


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_the_first_start_has_defaults_and_nothing_to_say(file: Path) -> None:
    kept = KeptSettings.open(file)
    assert (kept.settings, kept.messages) == (Settings(), ())
    assert not file.parent.exists()


def test_what_was_saved_is_there_the_next_day(file: Path) -> None:
    settings = Settings(
        zoom=1.25,
        splitters={"main": (900, 500)},
        arrangements={"/library": {"transposed": True}},
        reader_places={"/library": ReaderPlace("london-cable-2008", 1840)},
        recent_libraries=("/library", "/bücher/\udcff"),
    )
    assert KeptSettings.open(file).save(settings) == ()
    assert KeptSettings.open(file).settings == settings


def test_a_file_of_rubbish_gives_defaults_and_is_put_aside(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"\xff\xfe rubbish")
    kept = KeptSettings.open(file)
    assert kept.settings == Settings()
    assert "is put aside as settings.json.bad" in kept.messages[0]
    kept.save(Settings(zoom=2.0))
    assert file.with_name("settings.json.bad").read_bytes() == b"\xff\xfe rubbish"


def test_a_file_partly_wrong_keeps_what_is_right_and_a_copy(file: Path) -> None:
    file.parent.mkdir()
    rubbish = b'{"zoom": "two", "colour_scheme": "dark", "panes": {"reader": 1}}'
    file.write_bytes(rubbish)
    kept = KeptSettings.open(file)
    assert kept.settings == Settings(colour_scheme=ColourScheme.DARK)
    assert kept.messages == (
        "settings.json has values that cannot be used (zoom, panes): they are at their defaults; "
        "the file as it was is kept as settings.json.bad.",
    )
    kept.save(kept.settings._replace(zoom=2.0))
    assert file.with_name("settings.json.bad").read_bytes() == rubbish
    assert KeptSettings.open(file).settings == Settings(zoom=2.0, colour_scheme=ColourScheme.DARK)


def test_two_windows_keep_each_other_s_libraries(file: Path) -> None:
    one, two = KeptSettings.open(file), KeptSettings.open(file)
    one.save(Settings(zoom=2.0, arrangements={"/a": {"n": 1}}, recent_libraries=("/a",)))
    two.save(Settings(arrangements={"/b": {"n": 1}}, recent_libraries=("/b",)))
    one.save(Settings(zoom=2.0, arrangements={"/a": {"n": 2}}, recent_libraries=("/a",)))
    assert KeptSettings.open(file).settings == Settings(
        zoom=2.0,
        arrangements={"/b": {"n": 1}, "/a": {"n": 2}},
        recent_libraries=("/b", "/a"),
    )


def test_the_last_to_change_a_thing_has_the_word(file: Path) -> None:
    one, two = KeptSettings.open(file), KeptSettings.open(file)
    one.save(Settings(zoom=2.0, colour_scheme=ColourScheme.DARK))
    two.save(Settings(zoom=1.5))
    one.save(Settings(zoom=2.0, colour_scheme=ColourScheme.DARK))
    settings = KeptSettings.open(file).settings
    assert (settings.zoom, settings.colour_scheme) == (1.5, ColourScheme.DARK)


def test_what_a_newer_version_wrote_is_left_in_the_file(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('{"timeline": {"folded": true}, "zoom": 2}')
    kept = KeptSettings.open(file)
    kept.save(kept.settings._replace(zoom=1.5))
    written = json.loads(file.read_text())
    assert (written["timeline"], written["zoom"]) == ({"folded": True}, 1.5)


def test_a_file_broken_while_we_were_open_is_put_aside_not_lost(file: Path) -> None:
    kept = KeptSettings.open(file)
    kept.save(Settings(zoom=2.0))
    file.write_text("rubbish")
    messages = kept.save(Settings(zoom=2.0, panes={"reader": False}))
    assert "settings.json.bad" in messages[0]
    assert KeptSettings.open(file).settings == Settings(zoom=2.0, panes={"reader": False})


def test_a_file_partly_broken_while_we_were_open_is_copied_first(file: Path) -> None:
    kept = KeptSettings.open(file)
    kept.save(Settings(zoom=2.0))
    file.write_text('{"zoom": "two", "panes": {"reader": true}}')
    messages = kept.save(Settings(zoom=2.0, colour_scheme=ColourScheme.DARK))
    assert "the file as it was is kept as settings.json.bad" in messages[0]
    assert "two" in file.with_name("settings.json.bad").read_text()
    settings = KeptSettings.open(file).settings
    assert settings == Settings(panes={"reader": True}, colour_scheme=ColourScheme.DARK)


def test_a_failed_save_is_named_and_can_be_tried_again(file: Path) -> None:
    file.parent.write_bytes(b"in the way")
    kept = KeptSettings.open(file)
    assert "cannot be read" in kept.messages[0]
    with pytest.raises(NotWritten):
        kept.save(Settings(zoom=2.0))
    file.parent.unlink()
    kept.save(Settings(zoom=2.0))
    assert KeptSettings.open(file).settings.zoom == 2.0
