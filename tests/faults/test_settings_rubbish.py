"""A settings file of rubbish, and a place where settings cannot be written: the window goes on."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from counterpoint.ui.settings.store import group_of
from counterpoint.ui.theme.theme import Density
from tests.at_window import GO_ON, Sit, on_disk
from tests.library_on_disk import LibraryOnDisk

RUBBISH = [
    b"",
    b"\0" * 400,
    b"\xff\xfe{\x00",
    b"not settings at all",
    b"[[[[",
    b"[" * 100_000,
    b"zoom=large\nspacing=7\ncolour_scheme=plaid\npanes=[]\nsplitters=1\n",
    b"zoom=1e999\nsplitters=NaN\n",
    b'geometry="!!not base64!!"\nrecent_libraries="{\\"a\\": 1}"\n',
    b"zoom=1, 2\nrecent_choices=a, b\n",
    b"splitters=" + b"[" * 100_000,
    b"zoom=@Size(1 2)\ngeometry=@ByteArray(!)\n",
]
HOSTILE = {
    "zoom": "-40",
    "geometry": "AAAA",
    "splitters": '{"across": [0, -5], "side": [1000000000000, 1]}',
    "panes": '{"reader": "yes", "notebook": null}',
    "recent_libraries": '[7, "/nowhere"]',
}


def write(file: Path, shared: Mapping[str, object], library: Path, **own: object) -> None:
    """Settings as a hand or another program may have put them there."""
    settings = QSettings(str(file), QSettings.Format.IniFormat)
    for name, value in shared.items():
        settings.setValue(name, value)
    for name, value in own.items():
        settings.setValue(f"{group_of(library.resolve())}/{name}", json.dumps(value))
    settings.sync()


@pytest.mark.parametrize("rubbish", RUBBISH, ids=range(len(RUBBISH)))
def test_the_window_opens_with_defaults_says_so_and_goes_on(
    sit: Sit, disk: LibraryOnDisk, own_home: Path, rubbish: bytes
) -> None:
    settings = own_home / "settings.ini"
    settings.write_bytes(rubbish)

    at = sit(disk.folder)

    assert at.window.theme.fonts.zoom == 1.0
    assert at.window.theme.density is Density.COMFORTABLE
    if rubbish:
        assert "settings.ini" in at.window.status.message()
    at.jump_to(GO_ON)
    at.type("As ever.")
    at.window.menus.trigger("zoom-in")
    at.window.close()
    assert on_disk(disk.folder / "notes") == ["As ever."]
    assert QSettings(str(settings), QSettings.Format.IniFormat).value("zoom") == "1.1"
    if rubbish:
        copies = [path for path in own_home.iterdir() if path.is_file() and path != settings]
        assert rubbish in [path.read_bytes() for path in copies], "what was there is kept"


def test_values_out_of_all_bounds(sit: Sit, disk: LibraryOnDisk, own_home: Path) -> None:
    write(
        own_home / "settings.ini",
        HOSTILE,
        disk.folder,
        arrangement={"order": 5, "shown": [None], "rows": "sideways", "widths": {"a": -1}},
        selection={"kind": "claim", "option": "talk", "dimension": "no", "claim": 4},
        reader_place={"source": "letter", "position": 10**9},
        view="all of them",
    )

    at = sit(disk.folder)

    assert 0.6 <= at.window.theme.fonts.zoom <= 3
    assert at.window.space.comparison.arrangement().columns
    at.jump_to(GO_ON)
    assert at.jumped_to() == "Talks should go on."


def test_a_selection_and_a_place_that_are_gone(
    sit: Sit, disk: LibraryOnDisk, own_home: Path
) -> None:
    write(
        own_home / "settings.ini",
        {},
        disk.folder,
        selection={"kind": "evidence", "option": "gone", "evidence": "gone/a/1"},
        reader_place={"source": "letter", "position": 10**9},
    )

    at = sit(disk.folder)

    at.jump_to(GO_ON)


def test_a_folder_in_the_files_place_is_told_and_costs_no_note(
    sit: Sit, disk: LibraryOnDisk, own_home: Path
) -> None:
    (own_home / "settings.ini").mkdir()

    at = sit(disk.folder)

    assert "settings.ini is a folder" in at.window.status.message()
    at.type("Still here.", on=GO_ON)
    at.window.close()
    assert on_disk(disk.folder / "notes") == ["Still here."]


def test_settings_that_cannot_be_written_are_told_and_cost_no_note(
    sit: Sit,
    disk: LibraryOnDisk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A file in the place of the folder refuses root, too. The cache cannot be kept either."""
    (tmp_path / "home").write_text("a file")
    monkeypatch.setenv("COUNTERPOINT_HOME", str(tmp_path / "home"))

    at = sit(disk.folder)

    at.jump_to(GO_ON)
    at.type("Still here.")
    at.window.lifecycle.keep()
    assert "The window's settings were not saved" in at.window.status.message()
    assert capsys.readouterr().err == ""
    at.window.close()
    assert not at.window.isVisible()
    assert "The window's settings were not saved" in capsys.readouterr().err
    assert on_disk(disk.folder / "notes") == ["Still here."]
