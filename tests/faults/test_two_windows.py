"""Two windows on one library: what is written in one comes to the other, and nothing is lost."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QLabel

from tests.at_window import GO_ON, NOT_REAL, AtWindow, Sit, on_disk
from tests.library_on_disk import LibraryOnDisk

ROOT = Path(__file__).resolve().parents[2]


def told(at: AtWindow) -> str:
    """What the notice in the notebook says."""
    labels = at.window.space.notebook.notice.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def test_a_note_typed_in_one_appears_in_the_other(sit: Sit, disk: LibraryOnDisk) -> None:
    first, second = sit(disk.folder), sit(disk.folder)
    second.window.space.navigator.take_up(GO_ON)

    first.type("Seen from both sides.", on=GO_ON)

    second.qtbot.waitUntil(lambda: second.words == "Seen from both sides.")
    first.type(" And again.")
    second.qtbot.waitUntil(lambda: second.words.endswith("And again."))
    assert on_disk(disk.folder / "notes") == ["Seen from both sides. And again."]


def test_both_write_in_the_same_note_and_both_are_kept(sit: Sit, disk: LibraryOnDisk) -> None:
    first, second = sit(disk.folder), sit(disk.folder)
    first.type("Begun.", on=GO_ON)
    second.window.space.navigator.take_up(GO_ON)
    second.qtbot.waitUntil(lambda: second.words == "Begun.")

    first.type(" One way.")
    second.type(" Another way.", on=GO_ON)
    assert first.window.space.live.flush()
    second.wait_saved()

    second.qtbot.waitUntil(lambda: "Both versions are kept" in told(second))
    assert on_disk(disk.folder / "notes") == ["Begun. Another way.", "Begun. One way."]
    first.qtbot.waitUntil(lambda: len(first.window.space.live.notebook.notes.all()) == 2)


def test_each_deletes_and_writes_without_harm_to_the_other(sit: Sit, disk: LibraryOnDisk) -> None:
    first, second = sit(disk.folder), sit(disk.folder)
    first.type("To be deleted.", on=NOT_REAL)
    second.window.space.navigator.take_up(NOT_REAL)
    second.qtbot.waitUntil(lambda: second.words == "To be deleted.")

    first.window.menus.trigger("delete-note")
    first.wait_saved()
    second.qtbot.waitUntil(lambda: second.words == "")

    second.type("Another.", on=NOT_REAL)
    first.qtbot.waitUntil(lambda: first.words == "Another.")


def test_their_settings_do_not_wipe_out_each_other(sit: Sit, disk: LibraryOnDisk) -> None:
    other = LibraryOnDisk.make(disk.folder.with_name("other"))
    first, second = sit(disk.folder), sit(other.folder)
    first.window.space.navigator.take_up(GO_ON)
    second.window.space.navigator.take_up(NOT_REAL)
    first.window.close()
    second.window.close()

    assert sit(disk.folder).window.space.session.target == GO_ON
    assert sit(other.folder).window.space.session.target == NOT_REAL


def test_a_window_of_another_process(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    with subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("type_in_window.py")), disk.folder],
        env=os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT / "app"), str(ROOT)))},
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        try:
            at.qtbot.waitUntil(lambda: at.words == "Typed a moment ago", timeout=20_000)
        finally:
            child.terminate()

    assert on_disk(disk.folder / "notes") == ["Typed a moment ago"]
