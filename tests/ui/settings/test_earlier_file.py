"""The settings of earlier versions, in settings.json, are taken over once."""

import json
import re
from pathlib import Path

import pytest

from counterpoint.ui.settings.store import SettingsStore
from counterpoint.ui.settings.values import (
    ColourScheme,
    LibraryState,
    ReaderPlace,
    Settings,
    Spacing,
)
from tests.pseudo_translation import pseudo_translated

EARLIER = {
    "geometry": "AAAA",
    "splitters": {"across": [600, 400], "side": [300, 200]},
    "zoom": 1.25,
    "spacing": "compact",
    "colour_scheme": "dark",
    "panes": {"reader": False},
    "recent_libraries": ["/a", "/b"],
    "recent_choices": ["action:find"],
    "views": {"/a": "notes"},
    "arrangements": {"/a": {"order": ["x"]}},
    "selections": {"/b": {"kind": "claim"}},
    "reader_places": {"/a": {"source": "letter", "position": 9}},
    "of another version": 1,
}
SETTINGS = Settings(
    geometry="AAAA",
    splitters={"across": (600, 400), "side": (300, 200)},
    zoom=1.25,
    spacing=Spacing.COMPACT,
    colour_scheme=ColourScheme.DARK,
    panes={"reader": False},
    recent_libraries=("/a", "/b"),
    recent_choices=("action:find",),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


def test_everything_in_it_is_taken_over_once_and_it_stays(file: Path) -> None:
    earlier = file.with_name("settings.json")
    earlier.write_text(json.dumps(EARLIER))

    store = SettingsStore(file)

    assert (store.settings, store.messages) == (SETTINGS, ())
    place = ReaderPlace("letter", 9)
    assert store.of_library(Path("/a")) == LibraryState("notes", {"order": ["x"]}, None, place)
    assert store.of_library(Path("/b")) == LibraryState(selection={"kind": "claim"})
    assert json.loads(earlier.read_text()) == EARLIER
    assert store.save(SETTINGS._replace(zoom=2), {})
    assert SettingsStore(file).settings.zoom == 2


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"", "holds no settings"),
        (b"\xff", "holds no settings"),
        (b"[" * 100_000, "holds no settings"),
        (b"[1]", "holds no settings"),
        (b'{"zoom": 1e999, "panes": 1}', "(zoom, panes)"),
        (b'{"views": 1, "selections": {"/a": 1}}', "(views, selection)"),
    ],
)
def test_what_is_of_no_use_is_told_and_left(file: Path, data: bytes, named: str) -> None:
    earlier = file.with_name("settings.json")
    earlier.write_bytes(data)

    store = SettingsStore(file)

    assert store.settings == Settings()
    (message,) = store.messages
    assert "settings.json" in message
    assert named in message
    assert earlier.read_bytes() == data
    assert SettingsStore(file).messages == () if file.exists() else True


@pytest.mark.parametrize("data", [b"[1]", b'{"zoom": "large"}'])
def test_what_is_told_of_it_is_translated(file: Path, data: bytes) -> None:
    file.with_name("settings.json").write_bytes(data)
    with pseudo_translated():
        (message,) = SettingsStore(file).messages

    plain = message.replace(str(file.with_suffix(".json")), "").replace("settings.json", "")
    assert plain != message
    assert re.findall("[a-z]", plain.replace("zoom", "")) == []
