"""What each action of the table runs."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from counterpoint.application.library.arrangement import Rows
from counterpoint.application.settings import ColourScheme
from counterpoint.domain.approach import Stance
from counterpoint.domain.note import WHOLE_COMPARISON
from counterpoint.ui.window.focus_order import focus_next_pane

from .copying import copy, copy_cited
from .help_and_folders import show_about, show_keys, show_notes_folder

if TYPE_CHECKING:
    from counterpoint.ui.reader.pane import ReaderPane
    from counterpoint.ui.window.main_window import MainWindow

ZOOM_STEP = 0.1


def commands(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """A callable for every action; a test holds this and the table together."""
    space, navigator = window.space, window.navigator
    grid, arranger = space.comparison, space.comparison.arranger

    def reader() -> "ReaderPane":
        space.bring("reader")
        return space.reader

    return {
        "open": window.choose_library,
        "open-shipped": window.open_shipped,
        "reload": window.reload,
        "problems": window.problem_reports.open_panel,
        "about-texts": window.show_about_texts,
        "quit": window.close,
        "undo": lambda: window.live.undo(),
        "redo": lambda: window.live.redo(),
        "copy": lambda: copy(window),
        "copy-cited": lambda: copy_cited(window),
        "find": lambda: reader().find_words(),
        "compare": lambda: window.show_view("compare"),
        "sources": lambda: window.show_view("sources"),
        "notes": lambda: window.show_view("notes"),
        "approaches": window.choose_approaches,
        "rows-all": lambda: arranger.set_rows(Rows.ALL),
        "rows-differ": lambda: arranger.set_rows(Rows.DIFFER),
        "rows-gaps": lambda: arranger.set_rows(Rows.GAPS),
        "stance-any": lambda: arranger.set_stance(None),
        "stance-advocates": lambda: arranger.set_stance(Stance.ADVOCATES),
        "stance-describes": lambda: arranger.set_stance(Stance.DESCRIBES),
        "stance-criticises": lambda: arranger.set_stance(Stance.CRITICISES),
        "stance-concedes": lambda: arranger.set_stance(Stance.CONCEDES),
        "transpose": arranger.transpose,
        "fold-all": arranger.fold_all,
        "unfold-all": arranger.unfold_all,
        "hide-column": arranger.hide_current,
        "move-left": arranger.move_back,
        "move-right": arranger.move_on,
        "wider": arranger.widen,
        "narrower": arranger.narrow,
        "fold-row": arranger.toggle_fold_current,
        "zoom-in": lambda: window.appearance.zoom_by(ZOOM_STEP),
        "zoom-out": lambda: window.appearance.zoom_by(-ZOOM_STEP),
        "zoom-reset": lambda: window.theme.set_zoom(1.0),
        "compact": window.appearance.toggle_density,
        "colours-system": lambda: window.appearance.set_scheme(ColourScheme.SYSTEM),
        "colours-light": lambda: window.appearance.set_scheme(ColourScheme.LIGHT),
        "colours-dark": lambda: window.appearance.set_scheme(ColourScheme.DARK),
        "show-reader": lambda: space.toggle_pane("reader"),
        "show-notebook": lambda: space.toggle_pane("notebook"),
        "go-to": window.go_to_anything,
        "next-zone": lambda: focus_next_pane(space, 1),
        "previous-zone": lambda: focus_next_pane(space, -1),
        "jump": grid.activate,
        "back": lambda: reader().go_back(),
        "forward": lambda: reader().go_forward(),
        "next-passage": lambda: reader().next_passage(),
        "previous-passage": lambda: reader().previous_passage(),
        "next-of-approach": lambda: navigator.step_in_approach(1),
        "previous-of-approach": lambda: navigator.step_in_approach(-1),
        "note-here": navigator.note_actions.note_here,
        "note-on-all": lambda: navigator.note_actions.note_on(WHOLE_COMPARISON),
        "note-passage": lambda: navigator.note_actions.note_on_passage(space.reader.selection()),
        "delete-note": lambda: space.notebook.delete_current(),
        "notes-folder": lambda: show_notes_folder(window),
        "keys": lambda: show_keys(window),
        "about": lambda: show_about(window),
    }
