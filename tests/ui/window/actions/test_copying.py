"""Ctrl+C and the Copy of the menu take what has the focus, and say what they took, or that there is
nothing."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from counterpoint.domain.note import Target, TargetKind
from counterpoint.ui.widgets.copies import NO_WORDS
from counterpoint.ui.window.actions.copying import NOTHING
from tests.answered_library import with_answers
from tests.at_window import GO_ON, NOT_REAL, AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk

CELL = Target(TargetKind.POSITION, "talk", "objections")
GAP = Target(TargetKind.POSITION, "firm", "channels")
HEAD = Target(TargetKind.APPROACH, "talk")
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(at: AtWindow) -> None:
    at.key(Qt.Key.Key_C, CONTROL)


def choose(at: AtWindow) -> None:
    at.window.menus.trigger("copy")


@pytest.fixture(params=[press, choose], ids=["key", "menu"])
def copied(request: pytest.FixtureRequest) -> Callable[[AtWindow], tuple[str, str]]:
    """Copies; what is on the clipboard then, and what was said."""

    def copy(at: AtWindow) -> tuple[str, str]:
        QGuiApplication.clipboard().setText("kept")
        at.window.status.say("")
        request.param(at)
        return QGuiApplication.clipboard().text(), at.window.status.message()

    return copy


Copied = Callable[[AtWindow], tuple[str, str]]


def test_of_the_comparison_whatever_the_cursor_is_on(
    sit: Sit, disk: LibraryOnDisk, copied: Copied
) -> None:
    at = sit(disk.folder)
    at.grid.setFocus()
    told: dict[Target, tuple[str, str]] = {}
    for target in (HEAD, CELL, GAP, NOT_REAL):
        at.window.space.comparison.select(target)
        told[target] = copied(at)

    words, said = told[HEAD]
    assert words.startswith("Keep talking\nTalk, whatever happens.\nBy the minister\nAdvocated")
    assert said == "Copied the approach."

    words, said = told[CELL]
    assert words.startswith("Keep talking: Objections and risks\n\nCritics find it unrealistic.\n“")
    assert words.count("(Letter, ¶2)") == 2
    assert "\n\nIn part only. only one critic is heard.\n\nSources\n\nLetter: A letter" in words
    assert said == "Copied the cell with its quotations."

    assert told[GAP][0] == ("Firmness first: Channels\n\nNot said. Looked for: any word on talks.")
    words, said = told[NOT_REAL]
    assert words.startswith("Critics find it unrealistic.\n“His critics")
    assert said == "Copied the claim with its quotations."


def test_of_one_piece_of_evidence_that_piece(sit: Sit, disk: LibraryOnDisk, copied: Copied) -> None:
    at = sit(disk.folder)
    at.window.space.comparison.select(NOT_REAL)
    at.grid.setFocus()
    at.key(Qt.Key.Key_Period)
    words, said = copied(at)
    assert words.count("(Letter") == 1
    assert said == "Copied the claim with this quotation."


def test_of_the_list_of_notes_the_note_and_never_the_claim_out_of_sight(
    sit: Sit, disk: LibraryOnDisk, copied: Copied
) -> None:
    at = sit(disk.folder)
    at.type("My own words.", on=GO_ON)
    at.window.space.session.show_view("notes")
    assert at.window.space.notes.list.hasFocus()
    assert copied(at) == ("My own words.", "Copied the note.")

    at.window.space.notes.words.setText("not in any note")
    at.window.space.notes.list.setFocus()
    assert copied(at)[0] == "kept"


def test_of_the_sources_the_citation(sit: Sit, disk: LibraryOnDisk, copied: Copied) -> None:
    at = sit(disk.folder)
    at.window.space.comparison.select(GO_ON)
    at.window.space.session.show_view("sources")
    assert copied(at) == ("kept", "Choose a source: its citation can be copied.")
    at.window.space.sources.show_source("letter")
    words, said = copied(at)
    assert "A letter" in words
    assert "Talks should" not in words
    assert said == "Copied the citation of “Letter”."


def test_of_the_reader_the_words_or_it_says_that_none_are_chosen(
    sit: Sit, disk: LibraryOnDisk, copied: Copied
) -> None:
    at = sit(disk.folder)
    at.jump_to(GO_ON)
    at.window.space.reader.setFocus()
    words, said = copied(at)
    assert words == "kept"
    assert "Choose some words" in said
    view = at.window.space.reader.view
    assert view.jump_span is not None
    view.select(view.jump_span.start, view.jump_span.end)
    assert copied(at) == ("Talks should go on.", "Copied the words.")


def test_of_a_field_its_words_and_of_nothing_else(
    sit: Sit, disk: LibraryOnDisk, copied: Copied
) -> None:
    at = sit(disk.folder)
    at.jump_to(GO_ON)
    at.window.menus.trigger("find")
    field = at.window.space.reader.finding.bar.field
    field.setText("talks")
    field.selectAll()
    assert copied(at)[0] == "talks"
    field.deselect()
    assert copied(at)[0] == "kept"

    at.type("A note.")
    at.window.space.notebook.editor.selectAll()
    assert copied(at)[0] == "A note."


def test_of_the_problems_the_row(sit: Sit, disk: LibraryOnDisk, copied: Copied) -> None:
    disk.replace("options/firm.yaml", "colour: orange", "colour: beige")
    at = sit(disk.folder)
    at.window.space.comparison.select(GO_ON)
    at.window.reports.open_panel()
    words, said = copied(at)
    assert words.startswith("options/firm.yaml")
    assert said == "Copied the problem."


def test_where_nothing_can_be_copied_it_says_so(
    sit: Sit, disk: LibraryOnDisk, copied: Copied
) -> None:
    at = sit(disk.folder)
    at.window.space.comparison.select(GO_ON)
    at.window.bar.search.setFocus()
    assert copied(at) == ("kept", NOTHING)
    focus = QApplication.focusWidget()
    assert focus is not None
    focus.clearFocus()
    assert copied(at) == ("kept", NOTHING)


def test_copying_with_a_citation_says_where_there_is_none(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.type("A note.", on=GO_ON)
    QGuiApplication.clipboard().setText("kept")
    at.key(Qt.Key.Key_C, CONTROL | SHIFT)
    assert QGuiApplication.clipboard().text() == "kept"
    assert "with a citation" in at.window.status.message()

    at.window.space.comparison.select(GO_ON)
    at.grid.setFocus()
    at.key(Qt.Key.Key_C, CONTROL | SHIFT)
    assert "“Talks should go on.” (Letter, ¶2)" in QGuiApplication.clipboard().text()


def fields(at: AtWindow) -> Iterator[QWidget]:
    """Every field in which words are typed or chosen, one after the other with the focus."""
    window = at.window
    at.jump_to(GO_ON)
    window.menus.trigger("find")
    yield window.space.reader.finding.bar.field
    yield window.space.notebook.tags.field
    yield window.space.notebook.editor
    window.approaches.open()
    yield window.approaches.picker.field
    window.approaches.picker.close_panel()
    window.go_to.open()
    yield from window.go_to.palette.findChildren(QLineEdit)
    at.key(Qt.Key.Key_Escape)
    window.space.session.show_view("notes")
    yield window.space.notes.words
    window.space.session.show_view("sources")
    yield window.space.sources.view.paper


def test_of_a_field_without_chosen_words_it_says_that_words_are_wanted(
    sit: Sit, disk: LibraryOnDisk, copied: Copied
) -> None:
    at = sit(disk.folder)
    seen: set[QWidget] = set()
    for field in fields(at):
        field.setFocus()
        assert field.hasFocus(), field.accessibleName()
        for words in ("", "half"):
            if isinstance(field, QLineEdit):
                field.setText(words)
                field.deselect()
            assert copied(at) == ("kept", NO_WORDS), field.accessibleName()
        seen.add(field)
    kinds = (QLineEdit, QPlainTextEdit, QTextEdit)
    every = {found for kind in kinds for found in at.window.findChildren(kind)}
    assert seen == every


def test_words_chosen_in_a_field_are_copied(sit: Sit, disk: LibraryOnDisk, copied: Copied) -> None:
    at = sit(disk.folder)
    for field in fields(at):
        if isinstance(field, QLineEdit):
            field.setFocus()
            field.setText("talks")
            field.selectAll()
            assert copied(at)[0] == "talks", field.accessibleName()


@pytest.mark.parametrize(
    ("action", "rows", "columns"),
    [
        ("copy-cell", ["Objections"], ["A Keep talking"]),
        ("copy-row", ["Objections"], ["A Keep talking", "B Firmness first"]),
        ("copy-column", ["Channels", "Objections"], ["A Keep talking"]),
        ("copy-all", ["Channels", "Objections"], ["A Keep talking", "B Firmness first"]),
    ],
)
@pytest.mark.parametrize("transposed", [False, True], ids=["as it is", "turned"])
def test_answers_are_copied_as_a_table_as_it_is_seen(
    sit: Sit,
    disk: LibraryOnDisk,
    action: str,
    rows: list[str],
    columns: list[str],
    transposed: bool,
) -> None:
    at = sit(with_answers(disk).folder)
    if transposed:
        at.window.menus.trigger("transpose")
        other = {"copy-row": "copy-column", "copy-column": "copy-row"}
        action = other.get(action, action)
    at.window.space.comparison.select(NOT_REAL)
    at.window.space.session.choose(NOT_REAL)
    at.grid.setFocus()
    at.window.menus.trigger(action)

    data = QGuiApplication.clipboard().mimeData()
    table = [line.split("\t") for line in data.text().partition("\n\n")[0].split("\n")]
    if transposed:
        table = [list(row) for row in zip(*table, strict=True)]
    assert table[0][1:] == columns
    assert [row[0].partition(" ")[0] for row in table[1:]] == rows
    assert "<table" in data.html()
    assert "\n\nSources\n\nLetter: A letter" in data.text()
    assert b"| ---" in data.data("text/markdown").data()
    assert "Copied as a table" in at.window.status.message()


def test_a_cell_has_its_answer_before_its_claims(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(with_answers(disk).folder)
    at.window.space.comparison.select(CELL)
    at.grid.setFocus()
    press(at)

    data = QGuiApplication.clipboard().mimeData()
    assert "First answer. Critics call it unrealistic.\n\nCritics find" in data.text()
    assert "<blockquote>" in data.html()
    assert b"> \xe2\x80\x9cHis critics" in data.data("text/markdown").data()


def test_all_notes_of_a_claim_are_copied_with_what_each_is_on(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    library = at.window.space.session.library
    assert library is not None
    piece = library.approach("talk").position("channels").claims[0].evidence[0]
    on_piece = Target(TargetKind.EVIDENCE, "talk", "channels", "go-on", piece.key, piece.source)
    at.type("On the claim.", on=GO_ON)
    at.type("On its words.", on=on_piece)
    at.type("Elsewhere.", on=NOT_REAL)
    at.window.space.comparison.select(GO_ON)
    at.window.space.session.choose(GO_ON)
    at.window.menus.trigger("copy-notes")

    words = QGuiApplication.clipboard().text()
    assert "On the claim." in words
    assert "On its words." in words
    assert "Elsewhere." not in words
    assert words.startswith("Observation on ")
    assert at.window.status.message() == "Copied 2\u00a0notes."

    at.window.space.session.choose(GAP)
    at.window.menus.trigger("copy-notes")
    assert at.window.status.message() == "There is no note on this."
    assert QGuiApplication.clipboard().text() == words
