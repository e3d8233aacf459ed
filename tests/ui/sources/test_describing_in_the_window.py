"""The description of a source, corrected in its form and written into its file."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from counterpoint.labels import description as words
from counterpoint.storage.place import shipped_library
from counterpoint.ui.sources.description_form import DescriptionForm
from counterpoint.ui.widgets.headline_bar import HeadlineBar
from tests.at_window import GO_ON, AtWindow, Sit, fonts, heard, sit
from tests.importing_library import SPEECH, bring_in
from tests.library_on_disk import LibraryOnDisk
from tests.ui.window.seen_whole import has_whole_headline

__all__ = ["fonts", "sit"]
CONTROL = Qt.KeyboardModifier.ControlModifier
FILE = "corpus/letter.yaml"


@pytest.fixture
def at(sit: Sit, disk: LibraryOnDisk) -> AtWindow:
    return sit(disk.folder)


def opened(at: AtWindow) -> DescriptionForm:
    """The form of the letter, opened by its key."""
    at.window.space.navigator.show_source("letter")
    at.key(Qt.Key.Key_D, CONTROL)
    form = at.window.space.sources.form
    assert form.isVisible()
    return form


def write(at: AtWindow, form: DescriptionForm, field: str, text: str) -> None:
    """As a person does: the field is emptied and written anew."""
    widget = form.fields[field]
    widget.setFocus()
    at.key(Qt.Key.Key_A, CONTROL)
    at.key(Qt.Key.Key_Delete)
    for number, line in enumerate(text.split("\n")):
        if number:
            at.key(Qt.Key.Key_Return)
        at.qtbot.keyClicks(widget, line)


def until_read(at: AtWindow, field: str, value: str) -> None:
    """Until the library that is shown says so of the letter."""

    def says() -> bool:
        library = at.window.space.session.library
        sources = () if library is None else library.contents.sources
        return any(getattr(each, field) == value for each in sources if each.id == "letter")

    at.qtbot.waitUntil(says, timeout=20_000)


def test_what_is_corrected_is_written_and_shown_and_nothing_else_changes(
    at: AtWindow, disk: LibraryOnDisk
) -> None:
    before = disk.read(FILE).splitlines()
    form = opened(at)
    assert QApplication.focusWidget() is form.fields["title"]
    write(at, form, "author", "The minister")
    write(at, form, "date", "2008-11")
    write(at, form, "language", "en-GB")
    at.key(Qt.Key.Key_Return, CONTROL)

    until_read(at, "author", "The minister")
    assert not form.isVisible()
    after = disk.read(FILE).splitlines()
    assert set(after) - set(before) == {
        "author: The minister",
        'date: "2008-11"',
        "language: en-GB",
    }
    assert len(set(before) - set(after)) == 2
    assert "The minister" in at.window.space.sources.view.paper.toPlainText()
    said = words.saved("Letter")
    at.qtbot.waitUntil(lambda: at.window.status.message() in (said, "The library was read again."))


def test_a_correction_is_undone_and_done_again(at: AtWindow, disk: LibraryOnDisk) -> None:
    before = disk.read(FILE)
    form = opened(at)
    write(at, form, "author", "The minister")
    write(at, form, "language", "en")
    at.click(form.save_button)
    until_read(at, "author", "The minister")
    at.window.menus.trigger("undo")
    until_read(at, "author", "not stated in the text")
    assert disk.read(FILE) == before
    at.window.menus.trigger("redo")
    until_read(at, "author", "The minister")


def test_what_could_not_be_written_is_no_step(at: AtWindow, disk: LibraryOnDisk) -> None:
    form = opened(at)
    write(at, form, "author", "The minister")
    disk.write(FILE, disk.read(FILE).replace("author: ", "author: &who ", 1))
    at.click(form.save_button)
    at.qtbot.waitUntil(lambda: "is not saved" in form.said(), timeout=20_000)
    assert at.window.space.session.history.next_undo is None


def test_an_empty_field_is_not_stated(at: AtWindow, disk: LibraryOnDisk) -> None:
    form = opened(at)
    write(at, form, "publisher", "")
    at.click(form.save_button)
    until_read(at, "publisher", "not stated")
    assert "publisher: not stated" in disk.read(FILE)

    again = opened(at)
    field = again.fields["publisher"]
    assert not isinstance(field, QPlainTextEdit)
    assert (field.text(), field.placeholderText()) == ("", "not stated")


def test_paragraphs_of_a_statement_are_kept(at: AtWindow) -> None:
    form = opened(at)
    write(at, form, "statement", "Near to it.\n\nNot complete.")
    at.click(form.save_button)
    until_read(at, "statement", "Near to it.\n\nNot complete.")


def test_a_date_that_is_none_is_said_and_nothing_is_written(
    at: AtWindow, disk: LibraryOnDisk
) -> None:
    before = disk.read(FILE)
    form = opened(at)
    write(at, form, "date", "in May 2008")
    at.key(Qt.Key.Key_Return, CONTROL)
    assert form.isVisible()
    assert form.said() == words.wrong_date()
    assert QApplication.focusWidget() is form.fields["date"]
    write(at, form, "title", "")
    write(at, form, "date", "May 2008")
    at.key(Qt.Key.Key_Escape)
    assert form.said() == words.needed("title")
    assert disk.read(FILE) == before


def test_what_is_taken_back_is_not_written(at: AtWindow, disk: LibraryOnDisk) -> None:
    before = disk.read(FILE)
    form = opened(at)
    write(at, form, "author", "Nobody")
    at.click(form.back_button)
    assert not form.isVisible()
    form = opened(at)
    assert form.changes() == {}
    at.key(Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert disk.read(FILE) == before


def test_going_elsewhere_saves(at: AtWindow) -> None:
    form = opened(at)
    write(at, form, "kind", "Note verbale")
    at.window.space.session.show_view("compare")
    until_read(at, "kind", "Note verbale")


@pytest.fixture
def beside_speech(sit: Sit, disk: LibraryOnDisk, tmp_path: Path) -> AtWindow:
    """At a library that has a speech beside the letter."""
    file = tmp_path / "speech.txt"
    file.write_text(SPEECH)
    bring_in(disk.folder, file)
    return sit(disk.folder)


def go_by_keys(at: AtWindow, words: str) -> None:
    """To what is called so, as a person goes there: by the palette."""
    at.key(Qt.Key.Key_K, CONTROL)
    field = QApplication.focusWidget()
    assert field is not None
    at.qtbot.keyClicks(field, words)
    at.key(Qt.Key.Key_Return)


def test_the_form_goes_where_another_source_is_gone_to_and_what_was_typed_is_saved(
    beside_speech: AtWindow, disk: LibraryOnDisk
) -> None:
    at = beside_speech
    other = disk.read("corpus/speech.yaml")
    form = opened(at)
    write(at, form, "kind", "Note verbale")
    go_by_keys(at, "speech")

    page = at.window.space.sources
    assert page.current_source() == "speech"
    assert not form.isVisible()
    assert page.view.isVisible()
    until_read(at, "kind", "Note verbale")
    assert disk.read("corpus/speech.yaml") == other
    assert page.current_source() == "speech", "and it stays so"


@pytest.mark.parametrize("by_list", [False, True])
def test_what_cannot_be_saved_is_kept_for_its_own_source(
    beside_speech: AtWindow, disk: LibraryOnDisk, by_list: bool
) -> None:
    at = beside_speech
    before = disk.read(FILE)
    form = opened(at)
    write(at, form, "author", "The minister")
    write(at, form, "date", "yesterday")
    page = at.window.space.sources
    if by_list:
        rows = page.list.model()
        each = (rows.index(row, 0) for row in range(rows.rowCount()))
        there = page.list.visualRect(next(row for row in each if "speech" in str(row.data())))
        left = Qt.MouseButton.LeftButton
        at.qtbot.mouseClick(page.list.viewport(), left, pos=there.center())
    else:
        go_by_keys(at, "speech")
    assert page.current_source() == "speech"
    assert not form.isVisible()
    assert at.window.status.message() == words.kept("Letter", "date")
    assert disk.read(FILE) == before

    form = opened(at)
    assert form.changes() == {"author": "The minister", "date": "yesterday"}
    form.take_back()


def test_what_is_typed_and_deleted_again_does_not_come_back(at: AtWindow) -> None:
    form = opened(at)
    field = form.fields["marking"]
    field.setFocus()
    at.key(Qt.Key.Key_End)
    at.qtbot.keyClicks(field, "x")
    at.key(Qt.Key.Key_Backspace)
    at.key(Qt.Key.Key_Escape)
    form = opened(at)
    assert form.changes() == {}


def test_what_could_not_be_written_stays_in_the_form(at: AtWindow, disk: LibraryOnDisk) -> None:
    form = opened(at)
    write(at, form, "author", "The minister")
    text = disk.read(FILE)
    disk.write(FILE, text.replace("author: ", "author: &who ", 1))  # which is not read
    at.click(form.save_button)
    at.qtbot.waitUntil(lambda: "is not saved" in form.said(), timeout=20_000)
    assert form.isVisible()
    disk.write(FILE, text)
    assert form.changes() == {"author": "The minister"}
    at.click(form.save_button)
    until_read(at, "author", "The minister")


def test_what_others_changed_meanwhile_is_told_and_not_overwritten_unsaid(
    at: AtWindow, disk: LibraryOnDisk
) -> None:
    form = opened(at)
    write(at, form, "author", "The minister")
    text = disk.read(FILE)
    theirs = re.sub("^author: .*$", "author: A clerk", text, flags=re.MULTILINE)
    disk.write(FILE, theirs)
    until_read(at, "author", "A clerk")

    at.click(form.save_button)

    at.qtbot.waitUntil(lambda: "“A clerk”" in form.said(), timeout=20_000)
    assert form.isVisible()
    assert form.changes() == {"author": "The minister"}
    assert disk.read(FILE) == theirs
    at.click(form.save_button)
    until_read(at, "author", "The minister")


def test_undoing_leaves_what_others_changed_since(at: AtWindow, disk: LibraryOnDisk) -> None:
    form = opened(at)
    write(at, form, "author", "The minister")
    at.click(form.save_button)
    until_read(at, "author", "The minister")
    disk.write(FILE, disk.read(FILE).replace("author: The minister", "author: A clerk"))
    until_read(at, "author", "A clerk")

    at.window.menus.trigger("undo")

    at.qtbot.waitUntil(lambda: bool(at.window.notices.said()), timeout=20_000)
    (said,) = at.window.notices.said()
    assert "“A clerk”" in said
    assert "author: A clerk" in disk.read(FILE)


def test_what_was_typed_when_the_window_closed_is_there_the_next_day(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    form = opened(at)
    write(at, form, "author", "The minister")
    at.window.close()

    again = sit(disk.folder)
    form = opened(again)
    assert form.changes() == {"author": "The minister"}


def test_the_library_that_comes_with_the_app_offers_a_copy(sit: Sit) -> None:
    at = sit(shipped_library())
    at.window.space.navigator.show_source("isc-report-2020")
    at.key(Qt.Key.Key_D, CONTROL)
    assert at.window.libraries.maker.isVisible()
    assert at.window.space.sources.right.currentWidget() is at.window.space.sources.view


def test_an_imported_source_is_described_from_the_list(
    at: AtWindow, disk: LibraryOnDisk, tmp_path: Path
) -> None:
    file = tmp_path / "speech.txt"
    file.write_text(SPEECH)
    at.window.space.live_sources.brought.emit([file])
    page = at.window.space.pane("arrivals")

    def is_there() -> bool:
        library = at.window.space.session.library
        return library is not None and any(s.id == "speech" for s in library.contents.sources)

    at.qtbot.waitUntil(is_there, timeout=20_000)
    page.setFocus()
    paper = page.findChildren(type(at.window.space.sources.view.paper))[0]
    while "description" not in paper.textCursor().selectedText():
        at.key(Qt.Key.Key_Tab)
    at.key(Qt.Key.Key_Return)
    form = at.window.space.sources.form
    assert form.isVisible()
    assert form.source == "speech"
    author = form.fields["author"]
    assert not isinstance(author, QPlainTextEdit)
    assert author.text() == ""  # "not stated" in the file
    assert "author: not stated" in disk.read("corpus/speech.yaml")


def test_without_a_source_it_says_so(at: AtWindow) -> None:
    at.window.space.reader.setFocus()
    at.click_claim(GO_ON)
    at.window.menus.trigger("sources")
    at.window.space.navigator.show_source("")
    at.window.menus.trigger("describe")
    assert at.window.space.sources.right.currentWidget() is at.window.space.sources.view


def test_screen_readers_find_each_field_by_its_name(at: AtWindow) -> None:
    form = opened(at)
    found = heard(QAccessible.queryAccessibleInterface(form))
    for name in form.fields:
        assert words.field(name) in found


def test_a_field_that_cannot_be_so_is_marked_until_it_is_typed_in(at: AtWindow) -> None:
    form = opened(at)
    before = form.fields["date"].styleSheet()
    write(at, form, "date", "yesterday")
    at.key(Qt.Key.Key_Return, CONTROL)
    assert form.isVisible()
    assert form.fields["date"].styleSheet() != before
    assert form.fields["title"].styleSheet() == before, "of the others none is"
    at.qtbot.keyClicks(form.fields["date"], "x")
    assert form.fields["date"].styleSheet() == before
    form.take_back()


def test_fields_are_wide_and_the_title_whole_where_there_is_little_room(at: AtWindow) -> None:
    at.window.resize(1024, 700)
    for _ in range(5):
        at.key(Qt.Key.Key_Plus, CONTROL)
    at.window.space.navigator.open_source("letter")
    form = opened(at)
    at.qtbot.waitUntil(lambda: form.fields["title"].width() > form.width() * 0.7)
    right = form.fields["title"].mapTo(form, form.fields["title"].rect().topRight()).x()
    assert right < form.width()
    bar = form.findChild(HeadlineBar)
    assert isinstance(bar, HeadlineBar)
    assert has_whole_headline(bar)
    form.take_back()
