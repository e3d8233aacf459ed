"""A note leaves its sign in the comparison and in the text, and the sign leads to it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from counterpoint.domain.note import Target, TargetKind, question_target
from counterpoint.domain.span import Span
from counterpoint.ui.comparison.grid.navigation import GridPosition
from counterpoint.ui.reader.highlights.note_mark import NoteMark
from counterpoint.ui.reader.note_signs import notes_in
from tests.at_window import GO_ON, NOT_REAL, AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk

HEAD = Target(TargetKind.APPROACH, "talk")
CELL = Target(TargetKind.POSITION, "talk", "channels")
GAP = Target(TargetKind.POSITION, "firm", "channels")
EVIDENCE = Target(TargetKind.EVIDENCE, "talk", "channels", "go-on", "talk/go-on/1", source="letter")


def signs(at: AtWindow) -> dict[str, NoteMark]:
    """Those in the margin of the reader, by the words that they stand beside."""
    view = at.window.space.reader.view
    assert view.model is not None
    found: dict[str, NoteMark] = {}
    for y in range(view.viewport().height()):
        for x in range(view.viewport().width() - 40, view.viewport().width(), 4):
            for note in view.notes_at(QPoint(x, y)):
                found[view.model.text[note.span.start : note.span.end]] = note
    return found


def evidence(at: AtWindow) -> Target:
    model = at.grid.grid_model
    place = model.place(GO_ON)
    assert place is not None
    return model.target(place._replace(evidence=0))


@pytest.mark.parametrize("target", [HEAD, CELL, GAP, GO_ON, NOT_REAL], ids=lambda one: one.kind)
def test_a_note_shows_in_the_comparison_as_soon_as_it_is_begun(
    sit: Sit, disk: LibraryOnDisk, target: Target
) -> None:
    at = sit(disk.folder)
    model = at.grid.grid_model
    place = model.place(target)
    assert place is not None
    assert model.notes_at(place) == 0
    at.type("M", on=target)
    at.qtbot.waitUntil(lambda: model.notes_at(place) == 1)
    at.window.menus.trigger("undo")
    at.qtbot.waitUntil(lambda: model.notes_at(place) == 0)


def test_notes_of_another_day_show_when_the_window_opens(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.type("On the cell.", on=CELL)
    at.wait_saved()
    at.leave()
    again = sit(disk.folder)
    again.qtbot.waitUntil(lambda: again.grid.grid_model.notes_at(GridPosition(0, 0)) == 1)


def test_a_passage_with_a_note_is_marked_in_the_text_and_the_mark_leads_to_the_note(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.jump_to(GO_ON)
    at.type("On the evidence.", on=evidence(at))
    view = at.window.space.reader.view
    assert view.model is not None
    start = view.model.text.index("Nobody spoke")
    view.select(start, start + len("Nobody spoke"))
    at.window.menus.trigger("note-passage")
    at.qtbot.keyClicks(at.window.space.notebook.editor, "Who are they?")
    wanted = {"Talks should go on.", "Nobody spoke"}
    at.qtbot.waitUntil(lambda: set(signs(at)) == wanted)

    at.window.space.session.choose(NOT_REAL)
    assert at.words == ""
    at.window.space.show_pane("notebook", False)
    sign = next(
        QPoint(x, y)
        for x in range(view.viewport().width() - 40, view.viewport().width(), 2)
        for y in range(view.viewport().height())
        if [note.words for note in view.notes_at(QPoint(x, y))] == ["Who are they?"]
    )
    at.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=sign)
    assert at.words == "Who are they?"
    assert at.window.space.notebook.isVisible()
    assert at.window.space.session.target.kind is TargetKind.PASSAGE

    at.window.menus.trigger("delete-note")
    at.qtbot.waitUntil(lambda: set(signs(at)) == {"Talks should go on."})


def test_signs_are_there_in_a_text_that_is_opened_later(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.type("On the evidence.", on=evidence(at))
    at.qtbot.waitUntil(lambda: at.grid.grid_model.notes_at(GridPosition(0, 0, 0, 0)) == 1)
    at.window.space.navigator.open_source("letter")
    assert set(signs(at)) == {"Talks should go on."}


def test_words_that_no_longer_stand_there_have_no_sign(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    library = at.window.space.session.library
    assert library is not None
    passage = Target(TargetKind.PASSAGE, source="letter", span=Span(0, 8))
    kept = at.window.space.live.notebook.draft(passage, "A LETTER")
    for quote, marked in (("A LETTER", 1), ("A\nLETTER", 1), ("", 1), ("A POSTER", 0)):
        assert len(notes_in(library, [kept._replace(quote=quote)], "letter")) == marked, quote
    assert notes_in(library, [kept], "other") == []
    gone = EVIDENCE._replace(evidence="talk/go-on/none")
    assert notes_in(library, [kept._replace(target=gone)], "letter") == []
    disk.write("corpus/letter.txt", "Another text.\n")
    assert notes_in(library, [kept], "letter") == []


@pytest.mark.parametrize("turned", [False, True])
def test_a_note_on_a_question_has_its_sign_at_its_head(
    sit: Sit, disk: LibraryOnDisk, *, turned: bool
) -> None:
    at = sit(disk.folder)
    if turned:
        at.window.menus.trigger("transpose")
    way = Qt.Orientation.Horizontal if turned else Qt.Orientation.Vertical
    header = at.grid.columns_header if turned else at.grid.rows_header
    assert not at.grid.head_noted(way, 0)
    bare = header.viewport().grab().toImage()
    comparison = at.window.space.comparison
    comparison.note_on_question("channels")
    assert at.window.space.session.target == question_target("channels")
    QTest.keyClicks(at.window.space.notebook.editor, "On the question.")

    at.qtbot.waitUntil(lambda: at.grid.head_noted(way, 0))
    assert not at.grid.head_noted(way, 1)
    assert header.viewport().grab().toImage() != bare
