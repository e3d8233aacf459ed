"""What is wrong with the notes' files is told where all else that is wrong is told."""

from pathlib import Path

from PySide6.QtCore import Qt

from counterpoint.application.library.check import check_library
from counterpoint.ui.problems.model import FILE
from tests.at_window import Sit
from tests.library_on_disk import LibraryOnDisk


def test_a_note_that_cannot_be_understood_is_listed_with_its_remedy(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    disk.path("notes").mkdir()
    disk.write("notes/odd.md", "---\nkind: idea\ntarget: comparison\n---\nWords.\n")

    here = sit(disk.folder)
    here.qtbot.waitUntil(lambda: here.window.space.live.notebook.problems != ())
    here.window.menus.trigger("problems")

    (problem,) = {each.file for each in here.window.space.live.notebook.problems}
    model = here.window.reports.panel.list.model()
    rows = [
        model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
    ]
    said = " ".join(map(str, rows))
    assert problem in said
    assert "idea" in said


def test_what_stands_among_the_notes_and_is_none_is_listed_as_check_lists_it(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    disk.path("notes").mkdir()
    disk.write("notes/.DS_Store", "")
    disk.write("notes/good.md", "Words.\n")
    for name in ("note.md.txt", "good (conflicted copy).md", "draft.docx"):
        disk.write(f"notes/{name}", "Words.\n")

    here = sit(disk.folder)
    here.qtbot.waitUntil(lambda: here.window.space.live.notebook.problems != ())

    assert here.window.space.live.notebook.problems == check_library(disk.folder)[0].problems
    assert len(here.window.space.live.notebook.problems) == 3
    disk.path("notes/draft.docx").unlink()
    here.qtbot.waitUntil(lambda: len(here.window.space.live.notebook.problems) == 2)


def test_another_library_does_not_inherit_what_is_wrong_here(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path
) -> None:
    disk.path("notes").mkdir()
    disk.write("notes/odd.md", "---\nkind: idea\ntarget: comparison\n---\nWords.\n")
    other = LibraryOnDisk.make(tmp_path / "other")
    here = sit(disk.folder)
    here.qtbot.waitUntil(lambda: here.window.space.live.notebook.problems != ())
    here.window.menus.trigger("problems")
    rows = here.window.reports.panel.list.model()
    assert rows.rowCount() > 0

    here.window.libraries.open(other.folder)
    here.qtbot.waitUntil(here.is_open)
    files = {rows.index(row, 0).data(FILE) for row in range(rows.rowCount())}
    assert not any(file.startswith("notes/") for file in files)

    here.window.libraries.open(tmp_path / "missing")
    here.qtbot.waitUntil(here.sees_page)
    assert not here.window.reports.panel.isVisible()
