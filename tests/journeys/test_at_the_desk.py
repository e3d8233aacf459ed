"""The comparison, the jump and the notes: with the mouse alone, with the keys alone, next day."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication

from counterpoint.domain.note import Target, TargetKind
from counterpoint.storage.place import shipped_library

from .conftest import Sitting

Sit = Callable[[Path], Sitting]
SIX = [
    "hard-headed-engagement",
    "containment",
    "engage-but-beware",
    "compartmentalised-dialogue",
    "twin-track",
    "helsinki-detente",
]


def first_claim(sitting: Sitting, approach: str, dimension: str) -> Target:
    library = sitting.window.space.session.library
    assert library is not None
    claim = library.approach(approach).position(dimension).claims[0]
    return Target(TargetKind.CLAIM, approach, dimension, claim.id)


def quotation(sitting: Sitting, target: Target) -> str:
    library = sitting.window.space.session.library
    assert library is not None
    claims = library.approach(target.approach).position(target.dimension).claims
    (claim,) = (claim for claim in claims if claim.id == target.claim)
    return claim.evidence[0].quotation.words


def test_the_six_approaches_stand_side_by_side_on_ten_rows(sit: Sit) -> None:
    sitting = sit(shipped_library())

    model = sitting.grid.model()
    assert list(sitting.window.space.comparison.arrangement().columns) == SIX
    assert (model.rowCount(), model.columnCount()) == (10, 6)
    table = QAccessible.queryAccessibleInterface(sitting.grid)
    found = [table.child(at) for at in range(table.childCount())]
    cells = [each for each in found if each.role() == QAccessible.Role.Cell]
    assert len(cells) == 60
    said = [cell.text(QAccessible.Text.Name) for cell in cells]
    silent = [words for words in said if words.endswith(": not said.")]
    assert 0 < len(silent) < 30
    assert all(": " in words.partition(": ")[2] for words in said if words not in silent), (
        "a named answer and its sentence, or that none is said"
    )


def test_with_the_mouse_alone(sit: Sit) -> None:
    sitting = sit(shipped_library())
    target = first_claim(sitting, "containment", "pressure")

    sitting.click_claim(target)
    sitting.qtbot.waitUntil(lambda: bool(sitting.words_jumped_to()))
    assert sitting.words_jumped_to().split() == quotation(sitting, target).split()
    assert sitting.window.space.session.target == target

    editor = sitting.window.space.notebook.editor
    sitting.qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 12))
    assert QApplication.focusWidget() is editor

    bar = sitting.window.bar
    sitting.qtbot.mouseClick(bar.views.button("sources"), Qt.MouseButton.LeftButton)
    assert sitting.window.space.view_name() == "sources"
    sitting.qtbot.mouseClick(bar.views.button("compare"), Qt.MouseButton.LeftButton)
    sitting.qtbot.mouseClick(bar.rows.button("gaps"), Qt.MouseButton.LeftButton)
    assert 0 < sitting.grid.model().rowCount() < 10


def test_with_the_keys_alone(sit: Sit) -> None:
    sitting = sit(shipped_library())
    window = sitting.window
    assert sitting.keys_go_to(window.space.comparison)

    sitting.keys(Qt.Key.Key_Down, Qt.Key.Key_Return)
    sitting.qtbot.waitUntil(lambda: bool(sitting.words_jumped_to()))
    assert window.space.session.target.kind is TargetKind.POSITION
    assert sitting.words_jumped_to()
    sitting.keys(Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Return)
    target = window.space.session.target
    assert target.kind is TargetKind.CLAIM
    assert sitting.words_jumped_to().split() == quotation(sitting, target).split()

    window.menus.trigger("next-pane")
    assert sitting.keys_go_to(window.space.reader)
    window.menus.trigger("next-pane")
    editor = window.space.notebook.editor
    assert QApplication.focusWidget() is editor
    sitting.qtbot.keyClicks(editor, "Does any text test this?")
    window.menus.trigger("undo")
    assert editor.toPlainText() == ""
    window.menus.trigger("redo")
    assert editor.toPlainText() == "Does any text test this?"
    window.menus.trigger("next-pane")
    assert sitting.keys_go_to(window.space.comparison)

    sitting.keys(Qt.Key.Key_Space)
    assert sitting.is_peeking()
    sitting.keys(Qt.Key.Key_Escape)
    assert not sitting.is_peeking()

    window.menus.trigger("go-to")
    sitting.qtbot.keyClicks(window.go_to.palette.query, "only gaps")
    sitting.keys(Qt.Key.Key_Return, on=window.go_to.palette.query)
    assert 0 < sitting.grid.model().rowCount() < 10


def test_a_claim_is_copied_with_its_quotations_and_citations(sit: Sit) -> None:
    sitting = sit(shipped_library())
    target = first_claim(sitting, "containment", "pressure")
    sitting.click_claim(target)

    sitting.window.menus.trigger("copy")

    copied = QGuiApplication.clipboard().text()
    assert " ".join(quotation(sitting, target).split()) in copied
    assert "London cable" in copied


def test_closing_and_opening_brings_everything_back(sit: Sit) -> None:
    sitting = sit(shipped_library())
    target = first_claim(sitting, "twin-track", "pressure")
    sitting.window.menus.trigger("sources")
    sitting.window.menus.trigger("compare")
    sitting.window.space.comparison.arranger.hide_approach("containment")
    sitting.window.menus.trigger("zoom-in")
    sitting.click_claim(target)
    sitting.qtbot.waitUntil(lambda: bool(sitting.words_jumped_to()))
    editor = sitting.window.space.notebook.editor
    sitting.qtbot.keyClicks(editor, "Pressure and dialogue at once.")
    sitting.close()

    again = sit(shipped_library())

    window = again.window
    assert window.space.session.target == target
    assert "containment" not in window.space.comparison.arrangement().columns
    assert window.theme.fonts.zoom > 1
    again.qtbot.waitUntil(
        lambda: window.space.notebook.editor.toPlainText() == "Pressure and dialogue at once."
    )
    assert window.space.reader.source is not None
    assert window.space.reader.source.id == "clingendael-2020"


def test_a_passage_chosen_in_the_source_can_be_noted(sit: Sit) -> None:
    sitting = sit(shipped_library())
    window = sitting.window
    window.space.navigator.open_source("isc-report-2020")
    view = window.space.reader.view
    view.setFocus()
    view.select(820, 900)

    window.menus.trigger("note-passage")
    sitting.qtbot.keyClicks(window.space.notebook.editor, "Their terms alone.")
    assert window.space.live.flush()

    (note,) = window.space.live.notebook.notes.all()
    library = window.space.session.library
    assert library is not None
    assert note.target.kind is TargetKind.PASSAGE
    assert note.quote == library.text("isc-report-2020").text[820:900]
    window.menus.trigger("notes")
    window.space.navigator.go_to(note.target)
    assert view.jump_span == note.target.span


def test_what_answers_a_passage_is_told_in_the_reader_and_leads_there(sit: Sit) -> None:
    sitting = sit(shipped_library())
    window = sitting.window
    sitting.click_claim(first_claim(sitting, "containment", "pressure"))
    sitting.qtbot.waitUntil(lambda: bool(sitting.words_jumped_to()))
    reader = window.space.reader
    span = reader.view.jump_span
    assert span is not None
    mark = next(mark for mark in reader.view.highlights.at(span.start) if mark.answers)
    answer = mark.answers[0]
    assert answer.words in mark.description

    reader.view.menu_wanted.emit(span.start, window.pos())
    menu = reader.words.menu
    assert menu is not None
    (action,) = (action for action in menu.actions() if action.data() == answer)
    action.trigger()
    menu.close()

    assert reader.view.jump_span == answer.span
    assert reader.source is not None
    assert reader.source.id == answer.source
