"""A settings file of rubbish, and a place where settings cannot be written: the window goes on."""

import json
from pathlib import Path

import pytest

from counterpoint.ui.theme.theme import Density
from tests.at_window import GO_ON, Sit, on_disk
from tests.library_on_disk import LibraryOnDisk

RUBBISH = [
    b"",
    b"\0" * 400,
    b"\xff\xfe{\x00",
    b"not json at all",
    b"[1, 2, 3]",
    b'"a string"',
    b"null",
    b'{"zoom": 1.0',
    b'{"zoom": 1e999, "zoom": NaN}',
    b"[" * 100_000,
    b'{"zoom": "large", "spacing": 7, "colour_scheme": "plaid", "panes": [], "splitters": 1}',
    b'{"geometry": "!!not base64!!", "recent_libraries": {"a": 1}, "arrangements": [1]}',
]
HOSTILE = {
    "zoom": -40,
    "geometry": "AAAA",
    "splitters": {"across": [0, -5], "side": [10**12, 1]},
    "panes": {"reader": "yes", "notebook": None},
    "recent_libraries": [7, "/nowhere"],
}


@pytest.mark.parametrize("rubbish", RUBBISH, ids=range(len(RUBBISH)))
def test_the_window_opens_with_defaults_says_so_and_goes_on(
    sit: Sit, disk: LibraryOnDisk, own_home: Path, rubbish: bytes
) -> None:
    settings = own_home / "settings.json"
    settings.write_bytes(rubbish)

    at = sit(disk.folder)

    assert at.window.theme.fonts.zoom == 1.0
    assert at.window.theme.density is Density.COMFORTABLE
    if rubbish:
        assert "settings.json" in at.window.status.message()
    at.jump_to(GO_ON)
    at.type("As ever.")
    at.window.menus.trigger("zoom-in")
    at.window.close()
    assert on_disk(disk.folder / "notes") == ["As ever."]
    assert json.loads(settings.read_text())["zoom"] == 1.1
    if rubbish:
        copies = [path for path in own_home.iterdir() if path.is_file() and path != settings]
        assert rubbish in [path.read_bytes() for path in copies], "what was there is kept"


def test_values_out_of_all_bounds(sit: Sit, disk: LibraryOnDisk, own_home: Path) -> None:
    key = str(disk.folder.resolve())
    hostile = HOSTILE | {
        "arrangements": {
            key: {"order": 5, "shown": [None], "rows": "sideways", "widths": {"a": -1}}
        },
        "selections": {key: {"kind": "claim", "option": "talk", "dimension": "no", "claim": 4}},
        "reader_places": {key: {"source": "letter", "position": 10**9}},
    }
    (own_home / "settings.json").write_text(json.dumps(hostile))

    at = sit(disk.folder)

    assert 0.6 <= at.window.theme.fonts.zoom <= 3
    assert at.window.space.comparison.arrangement().columns
    at.jump_to(GO_ON)
    assert at.jumped_to() == "Talks should go on."


def test_a_selection_and_a_place_that_are_gone(
    sit: Sit, disk: LibraryOnDisk, own_home: Path
) -> None:
    key = str(disk.folder.resolve())
    kept = {
        "selections": {key: {"kind": "evidence", "option": "gone", "evidence": "gone/a/1"}},
        "reader_places": {key: {"source": "letter", "position": 10**9}},
    }
    (own_home / "settings.json").write_text(json.dumps(kept))

    at = sit(disk.folder)

    at.jump_to(GO_ON)


def test_a_folder_in_the_files_place_is_put_aside(
    sit: Sit, disk: LibraryOnDisk, own_home: Path
) -> None:
    (own_home / "settings.json").mkdir()

    at = sit(disk.folder)

    assert "settings.json is a folder and is put aside" in at.window.status.message()
    at.window.close()
    assert (own_home / "settings.json").is_file()


def test_settings_that_cannot_be_written_are_told_and_cost_no_note(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file in the place of the folder refuses root, too. The cache cannot be kept either."""
    (tmp_path / "home").write_text("a file")
    monkeypatch.setenv("COUNTERPOINT_HOME", str(tmp_path / "home"))

    at = sit(disk.folder)

    at.jump_to(GO_ON)
    at.type("Still here.")
    at.window.lifecycle.keep()
    assert "The window's settings were not saved" in at.window.status.message()
    at.window.close()
    assert not at.window.isVisible()
    assert on_disk(disk.folder / "notes") == ["Still here."]
