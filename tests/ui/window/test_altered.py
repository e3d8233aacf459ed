"""Files that change under an open window: noticed at the next jump, told, and nothing is lost."""

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from counterpoint.bootstrap import make_window
from counterpoint.domain.quotation import QuotationState
from counterpoint.labels.problem import in_a_line
from counterpoint.storage.library.library_cache import cache_file
from counterpoint.storage.place import user_cache
from counterpoint.ui.problems.model import TITLE
from tests.at_window import GO_ON, NOT_REAL, AtWindow, Sit, heard_of_cells
from tests.library_on_disk import LETTER, LibraryOnDisk


def state(at: AtWindow, approach: str, dimension: str) -> list[QuotationState]:
    assert at.window.space.session.library is not None
    position = at.window.space.session.library.approach(approach).position(dimension)
    return [piece.standing.state for claim in position.claims for piece in claim.evidence]


def said(widget: QWidget) -> str:
    """All the words of the labels in a widget."""
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_a_text_altered_meanwhile_is_noticed_at_the_next_jump(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.jump_to(NOT_REAL)
    before = at.window.space.session.library
    disk.write("corpus/letter.txt", "A WORD BEFORE IT ALL\n\n" + LETTER)

    at.click_claim(GO_ON)
    at.qtbot.waitUntil(lambda: at.window.space.session.library is not before)

    # The jump that found it out is made, in the text as it is now.
    at.qtbot.waitUntil(lambda: at.jumped_to() == "Talks should go on.")
    model = at.window.space.reader.view.model
    assert model is not None
    assert model.text == disk.read("corpus/letter.txt")
    assert state(at, "talk", "channels") == [QuotationState.MOVED]
    assert "Moved" in at.window.status.message()
    assert not at.sees_page()


def test_words_that_were_altered_are_marked_in_the_grid_and_the_reader(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.jump_to(GO_ON)
    disk.replace(
        "corpus/letter.txt", "critics called this unrealistic", "critics named this unrealistic"
    )
    disk.replace("corpus/letter.txt", "The debate ran over", "Nobody knows of any other")

    at.read_again()

    assert state(at, "talk", "objections") == [QuotationState.CHANGED, QuotationState.LOST]
    cell = heard_of_cells(at.grid)[2]
    assert "changed" in cell
    assert "lost" in cell
    view = at.window.space.reader.view
    assert view.model is not None
    assert view.model.text == disk.read("corpus/letter.txt")
    shown = {mark.key: mark.state for mark in view.highlights}
    assert [each for key, each in shown.items() if "not-real" in key] == [QuotationState.CHANGED]
    at.click_claim(NOT_REAL)
    at.key(Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: "passage of Letter is not shown" in at.window.status.message())


def test_a_lost_passage_leaves_no_mark_of_another_in_the_reader(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    talk = disk.read("options/talk.yaml")
    disk.write("options/talk.yaml", talk.replace("Talks should go on.", "Zebras graze by night."))
    at = sit(disk.folder)
    at.jump_to(NOT_REAL)
    reader = at.window.space.reader

    at.click_claim(GO_ON)
    at.key(Qt.Key.Key_Return)

    at.qtbot.waitUntil(reader.banner.isVisible)
    assert at.jumped_to() == ""
    assert "passage of Letter is not shown" in reader.banner.text()
    assert "any more" not in reader.banner.text()
    assert reader.source is not None
    at.jump_to(NOT_REAL)
    assert reader.banner.isHidden()


def test_a_text_deleted_while_it_is_open(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.jump_to(GO_ON)
    at.type("Kept, whatever happens to the text.")
    before = at.window.space.session.library
    disk.path("corpus/letter.txt").unlink()

    at.click_claim(NOT_REAL)
    at.qtbot.waitUntil(lambda: at.window.space.session.library is not before)
    at.qtbot.waitUntil(lambda: at.window.space.reader.source is None)

    assert "corpus/letter.txt was left out" in said(at.window.space.reader.notice)
    assert at.window.space.session.library is not None
    problems = [in_a_line(problem) for problem in at.window.space.session.library.contents.problems]
    assert any(each.startswith("corpus/letter.txt: the file is not there") for each in problems)
    at.window.space.navigator.take_up(GO_ON)
    assert at.words == "Kept, whatever happens to the text."

    disk.write("corpus/letter.txt", LETTER)
    at.read_again()
    at.jump_to(GO_ON)
    assert at.jumped_to() == "Talks should go on."


def test_a_note_being_written_is_not_disturbed_by_reading_again(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.click_claim(GO_ON)
    at.type("Half a sen")
    disk.write("corpus/letter.txt", LETTER + "\n¶4. More.\n")

    at.read_again()

    assert QApplication.focusWidget() is at.window.space.notebook.editor
    assert not at.sees_page()
    at.qtbot.keyClicks(at.window.space.notebook.editor, "tence")
    assert at.words == "Half a sentence"
    assert at.window.space.session.target == GO_ON


def test_an_approach_added_meanwhile_comes_with_f5_in_any_view(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.window.space.session.show_view("sources")
    disk.write("options/third.yaml", disk.read("options/talk.yaml").replace("Keep talking", "Two"))

    at.read_again()

    assert at.window.space.view_name() == "sources"
    assert at.window.space.session.library is not None
    assert "third" in {head.id for head in at.window.space.session.library.contents.approaches}
    at.qtbot.waitUntil(at.is_open)


@pytest.mark.parametrize("damage", ["removed", "cut", "garbled"])
def test_the_cache_lost_or_damaged_while_the_window_is_open(
    sit: Sit, disk: LibraryOnDisk, damage: str
) -> None:
    sit(disk.folder).leave()
    cache = cache_file(user_cache(), disk.folder)
    assert cache.is_file()
    at = sit(disk.folder)
    if damage == "removed":
        cache.unlink()
    else:
        data = cache.read_bytes()
        cache.write_bytes(data[:40] if damage == "cut" else data.replace(b"go on", b"stop!"))

    at.jump_to(GO_ON)
    assert at.jumped_to() == "Talks should go on."
    at.read_again()
    at.jump_to(NOT_REAL)


def test_a_cache_with_one_damaged_approach_costs_nothing_but_a_moment(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    sit(disk.folder).leave()
    cache = cache_file(user_cache(), disk.folder)
    lines = cache.read_bytes().split(b"\n")
    lines[-3] = lines[-3][: len(lines[-3]) // 2]
    lines[-2] = b"[]"
    cache.write_bytes(b"\n".join(lines))

    at = sit(disk.folder)

    at.jump_to(GO_ON)
    assert at.jumped_to() == "Talks should go on."


def test_a_text_altered_without_its_size_or_cache_being_wrong_is_found_after_the_paint(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    """The cache goes by size and time; the texts are verified once the window is painted."""
    sit(disk.folder).leave()
    path = disk.path("corpus/letter.txt")
    stamp = path.stat()
    with path.open("r+b") as file:
        file.write(LETTER.replace("Talks should go on.", "Talks should end on.")[:-1].encode())
    os.truncate(path, stamp.st_size)
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))

    at = sit(disk.folder)

    at.qtbot.waitUntil(lambda: state(at, "talk", "channels") != [QuotationState.EXACT])


def test_a_note_whose_target_is_gone_is_still_listed_and_says_so(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.type("On the claim.", on=GO_ON)
    at.wait_saved()
    disk.replace("options/talk.yaml", "id: go-on", "id: go-further")

    at.read_again()
    at.window.space.session.show_view("notes")

    (note,) = at.window.space.live.notebook.notes.all()
    assert note.body == "On the claim."
    notes = at.window.space.notes
    rows = [
        str(notes.list.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(notes.list.model().rowCount())
    ]
    assert any("On the claim." in each and "no longer" in each for each in rows), rows
    at.window.space.navigator.go_to(note.target)
    assert "its note is kept" in at.window.status.message()
    at.window.space.notebook.show_note(note.id)
    assert at.words == "On the claim."
    cursor = at.window.space.notebook.editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    at.window.space.notebook.editor.setTextCursor(cursor)
    at.qtbot.keyClicks(at.window.space.notebook.editor, " Still.")
    at.wait_saved()
    assert at.words == "On the claim. Still."


def test_a_note_stays_in_sight_when_the_library_cannot_be_read_again(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.type("Half a sen", on=GO_ON)
    disk.folder.rename(disk.folder.with_name("elsewhere"))

    at.window.menus.trigger("reload")
    at.qtbot.waitUntil(lambda: "could not be read again" in at.window.status.message())

    assert not at.sees_page()
    assert at.window.reports.panel.isVisible()
    assert at.window.reports.panel.list.model().rowCount() > 0
    at.qtbot.keyClicks(at.window.space.notebook.editor, "tence")
    assert at.words == "Half a sentence"

    disk.folder.with_name("elsewhere").rename(disk.folder)
    at.read_again()
    assert at.window.reports.panel.list.model().index(0, 0).data(TITLE) == "Remarks"


def test_the_notes_are_read_though_the_comparison_is_never_painted(
    qtbot: QtBot, fonts: None, disk: LibraryOnDisk
) -> None:
    window = make_window(disk.folder)
    window.space.comparison.grid.viewport().setUpdatesEnabled(False)
    window.show()
    qtbot.waitUntil(lambda: window.lifecycle.stage.ready, timeout=20_000)
    window.space.live.stop()
    window.lifecycle.part()
    window.hide()
    window.deleteLater()
