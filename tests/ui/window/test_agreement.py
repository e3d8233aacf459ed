"""Grid, notebook, Ctrl+N, typing and copying agree on what is chosen, and nothing hidden is."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from counterpoint.domain.note import WHOLE_COMPARISON, Target, TargetKind
from counterpoint.ui.window.actions.copying import NOTHING
from tests.at_window import GO_ON, NOT_REAL, AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk

CELL = Target(TargetKind.POSITION, "talk", "channels")
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def noted(at: AtWindow, target: Target) -> list[str]:
    return [note.body for note in at.window.space.live.notebook.notes.on(target)]


def at_a_noted_claim(at: AtWindow, target: Target = GO_ON) -> None:
    at.type("mine", on=target)
    at.click_claim(target)
    at.grid.setFocus()


def agree_on(at: AtWindow, target: Target) -> None:
    """The notebook, the actions, copying, Ctrl+N and letters, in turn; a note is left on it."""
    window = at.window
    assert window.space.comparison.selection() == (None if target == WHOLE_COMPARISON else target)
    assert window.space.session.target == target
    title = window.space.session.title_of(target)
    editor = window.space.notebook.editor
    assert editor.accessibleName() == f"Note on {title}"
    if target == WHOLE_COMPARISON:
        window.menus.trigger("copy")
        assert window.status.message() == NOTHING
    before = noted(at, GO_ON)
    window.space.comparison.setFocus()
    window.menus.trigger("note-here")
    assert editor.accessibleName() == f"Note on {title}"
    window.space.comparison.setFocus()
    focus = QApplication.focusWidget()
    at.qtbot.keyClicks(focus, "X")
    assert noted(at, target)[-1].endswith("X")
    if target != GO_ON:
        assert noted(at, GO_ON) == before


def hide_column(at: AtWindow) -> None:
    at.key(Qt.Key.Key_H, CONTROL | SHIFT)


def filter_stance(at: AtWindow) -> None:
    at.window.menus.trigger("stance-concedes")


def only_gaps(at: AtWindow) -> None:
    at.window.menus.trigger("rows-gaps")


def choose_another(at: AtWindow) -> None:
    at.window.approaches.open()
    at.window.approaches.picker.shown_changed.emit(["firm"])
    at.window.approaches.picker.close()


def test_of_what_is_filtered_out_nothing_is_chosen(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at_a_noted_claim(at)
    filter_stance(at)
    agree_on(at, WHOLE_COMPARISON)


@pytest.mark.parametrize("hide", [hide_column, choose_another])
def test_of_a_column_that_is_hidden_the_one_beside_is_chosen(
    sit: Sit, disk: LibraryOnDisk, hide: Callable[[AtWindow], None]
) -> None:
    at = sit(disk.folder)
    at_a_noted_claim(at)
    hide(at)
    agree_on(at, Target(TargetKind.POSITION, "firm", "channels"))


def test_of_a_row_that_only_gaps_hides_nothing_is_chosen(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at_a_noted_claim(at, NOT_REAL)
    only_gaps(at)
    assert at.window.space.session.target == (
        at.window.space.comparison.selection() or WHOLE_COMPARISON
    )
    at.qtbot.keyClicks(at.grid, "X")
    assert noted(at, NOT_REAL) == ["mine"]


@pytest.mark.parametrize("fold", ["fold-row", "fold-all"])
def test_of_a_folded_row_the_cell_is_chosen(sit: Sit, disk: LibraryOnDisk, fold: str) -> None:
    at = sit(disk.folder)
    at_a_noted_claim(at)
    at.window.menus.trigger(fold)
    agree_on(at, CELL)


def test_unfolding_brings_the_claim_back(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at_a_noted_claim(at)
    at.window.menus.trigger("fold-all")
    at.window.menus.trigger("unfold-all")
    agree_on(at, GO_ON)


def test_taking_the_filter_away_brings_the_claim_back(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at_a_noted_claim(at)
    filter_stance(at)
    at.window.menus.trigger("stance-any")
    agree_on(at, GO_ON)


def test_nothing_comes_back_where_something_else_was_chosen(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at_a_noted_claim(at)
    at.window.menus.trigger("fold-row")
    at.key(Qt.Key.Key_Right)
    chosen = at.window.space.comparison.selection()
    assert chosen is not None
    at.window.menus.trigger("unfold-all")
    agree_on(at, chosen)


def test_whoever_writes_a_note_goes_on_with_it_until_the_notebook_is_left(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.type("mine", on=GO_ON)
    filter_stance(at)
    at.qtbot.keyClicks(QApplication.focusWidget(), " too")
    assert noted(at, GO_ON) == ["mine too"]
    at.key(Qt.Key.Key_Escape)
    agree_on(at, WHOLE_COMPARISON)


def begin_a_note(at: AtWindow) -> None:
    at.qtbot.keyClicks(at.grid, "y")


def go_into_the_notebook(at: AtWindow) -> None:
    at.window.space.enter(at.window.space.notebook)


@pytest.mark.parametrize("write", [begin_a_note, go_into_the_notebook])
def test_whoever_writes_on_the_whole_is_on_the_whole_when_all_is_shown_again(
    sit: Sit, disk: LibraryOnDisk, write: Callable[[AtWindow], None]
) -> None:
    at = sit(disk.folder)
    at_a_noted_claim(at)
    filter_stance(at)
    write(at)
    at.window.menus.trigger("stance-any")
    assert at.window.space.comparison.selection() is None
    at.qtbot.keyClicks(QApplication.focusWidget(), " on")
    at.key(Qt.Key.Key_Escape)
    agree_on(at, WHOLE_COMPARISON)
    assert noted(at, GO_ON) == ["mine"]


def test_going_to_a_claim_takes_away_the_filter_that_hides_it(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    filter_stance(at)
    hide_column(at)
    at.window.space.navigator.go_to(GO_ON)
    assert at.window.space.comparison.selection() == GO_ON
    assert at.window.space.session.target == GO_ON
    assert at.window.bar.chips == []


def test_after_an_undo_elsewhere_letters_go_to_where_the_cursor_is(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.type("Elsewhere", on=NOT_REAL)
    at.window.space.live.notebook.history.end_burst()
    at.qtbot.keyClicks(QApplication.focusWidget(), " too")
    at.click_claim(GO_ON)
    at.window.menus.trigger("undo")
    assert noted(at, NOT_REAL) == ["Elsewhere"]
    at.grid.setFocus()
    at.qtbot.keyClicks(at.grid, "X")
    assert noted(at, GO_ON) == ["X"]
    assert noted(at, NOT_REAL) == ["Elsewhere"]


def test_ctrl_n_in_the_list_of_notes_is_on_what_the_note_is_on(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.type("mine", on=NOT_REAL)
    at.click_claim(GO_ON)
    at.window.space.session.show_view("notes")
    at.window.menus.trigger("note-here")
    at.qtbot.keyClicks(QApplication.focusWidget(), " too")
    assert noted(at, NOT_REAL) == ["mine too"]
    at.window.space.session.show_view("compare")
    agree_on(at, GO_ON)


def test_what_was_chosen_and_is_hidden_now_is_not_taken_up_the_next_day(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    filter_stance(at)
    at.window.space.navigator.take_up(GO_ON)
    agree_on(at, WHOLE_COMPARISON)
