"""The Edit menu names what it would undo and redo."""

from pathlib import Path

from counterpoint.ui.window.main_window import MainWindow
from tests.at_window import GO_ON, Sit, on_disk
from tests.library_on_disk import LibraryOnDisk


def entries(window: MainWindow) -> list[str]:
    return [window.menus.action(id).text() for id in ("undo", "redo")]


def test_the_entries_name_the_next_step(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    assert entries(at.window) == ["Undo", "Redo"]
    at.type("M", on=GO_ON)
    at.qtbot.waitUntil(lambda: entries(at.window) == ["Undo typing in note", "Redo"])
    at.window.menus.trigger("undo")
    assert entries(at.window) == ["Undo", "Redo typing in note"]
    at.window.menus.trigger("redo")
    (note,) = at.window.space.live.notebook.notes.on(GO_ON)
    at.window.space.live.notebook.delete(note.id)
    assert entries(at.window) == ["Undo deleting a note", "Redo"]


def test_what_the_notes_did_is_in_the_history_of_the_session(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.type("M", on=GO_ON)
    history = at.window.space.session.history
    at.qtbot.waitUntil(lambda: history.next_undo is not None)
    changed = history.undo()
    assert changed is not None and len(changed.notes) == 1
    assert entries(at.window) == ["Undo", "Redo typing in note"]


def test_another_library_begins_with_nothing_to_undo(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path
) -> None:
    at = sit(disk.folder)
    at.type("M", on=GO_ON)
    at.wait_saved()
    other = LibraryOnDisk.make(tmp_path / "other")
    with at.qtbot.waitSignal(at.window.ready):
        at.window.libraries.open(other.folder)
    at.qtbot.waitUntil(lambda: entries(at.window) == ["Undo", "Redo"])


def test_the_entries_name_the_deed(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.type("M", on=GO_ON)
    tags = at.window.space.notebook.tags
    tags.field.setFocus()
    at.qtbot.keyClicks(tags.field, "tag,")
    assert entries(at.window)[0] == "Undo changing tags"


def test_while_another_library_opens_nothing_can_be_undone(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path
) -> None:
    at = sit(disk.folder)
    at.type("M", on=GO_ON)
    at.wait_saved()
    assert entries(at.window)[0] == "Undo typing in note"
    undo = at.window.menus.action("undo")

    other = LibraryOnDisk.make(tmp_path / "other")
    with at.qtbot.waitSignal(at.window.ready):
        at.window.libraries.open(other.folder)
        assert not undo.isEnabled()
        assert entries(at.window) == ["Undo", "Redo"]
    assert not undo.isEnabled()
    at.type("M", on=GO_ON)
    assert undo.isEnabled()
    assert on_disk(disk.folder / "notes") == ["M"]
