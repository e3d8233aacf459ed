"""What each action of the table runs."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QApplication, QWidget

from counterpoint.application.library.arrangement import Depth, Rows
from counterpoint.application.library.page import Page, PageKind
from counterpoint.application.library.session import ReaderShows, Writing
from counterpoint.domain.approach import Stance
from counterpoint.domain.note import WHOLE_COMPARISON
from counterpoint.ui.reader.pane import ReaderPane
from counterpoint.ui.session.links_passages import LinksPassages
from counterpoint.ui.session.takes_notes import TakesNotes
from counterpoint.ui.settings.values import ColourScheme
from counterpoint.ui.theme.appearance import Appearance
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.window import panes
from counterpoint.ui.window.focus_order import focus_next_pane
from counterpoint.ui.window.frame.problem_reports import ProblemReports
from counterpoint.ui.window.lifecycle.lifecycle import Lifecycle
from counterpoint.ui.window.workspace import Workspace

from .changing import deeds_of, reply
from .choose_approaches import ChooseApproaches
from .copying import cell_at, column_at, copy, copy_cited, copy_notes, copy_table, row_at
from .go_to import GoTo
from .help_and_folders import show_about, show_keys, show_log_folder, show_notes_folder
from .libraries import Libraries
from .more_like import more_like
from .pages import copy_page, show_pair, show_question
from .source_chosen import describe_chosen, original_chosen, remove_chosen, replace_chosen
from .stepping import step_in_approach, step_onward

if TYPE_CHECKING:
    from .files import Files

ZOOM_STEP = 0.1


class ActedOn(NamedTuple):
    """What the actions are given to work on."""

    space: Workspace
    """With its session; another library has another."""
    lifecycle: Lifecycle
    libraries: Libraries
    appearance: Appearance
    reports: ProblemReports
    go_to: GoTo
    approaches: ChooseApproaches
    files: "Callable[[], Files]"
    """Made when something first leaves or comes in."""
    window: QWidget
    """What pages are shown over, and what is closed."""
    strips: Callable[[], Sequence[QWidget]]
    """What the focus goes to besides the panes."""


def commands(on: ActedOn) -> dict[str, Callable[[], object]]:
    """A callable for every action; those of the panes are made of the table of panes. A test holds
    this and the table of actions together, in their order."""
    space, session, navigator = on.space, on.space.session, on.space.navigator
    grid, arranger = space.comparison, space.comparison.arranger
    appearance, window = on.appearance, on.window

    def say(message: str) -> None:
        if message:
            space.signals.said.emit(message)

    def reader() -> ReaderPane:
        space.bring("reader")
        return space.reader

    views = {view.name: partial(session.show_view, view.name) for view in panes.VIEWS}
    return {
        "new-library": on.libraries.make_new,
        "open": on.libraries.choose,
        "open-shipped": on.libraries.open_shipped,
        "import": lambda: space.live_sources.files_wanted.emit(),
        "import-folder": lambda: space.live_sources.folder_wanted.emit(),
        "stop-import": lambda: say(space.live_sources.stop()),
        "import-references": lambda: on.files().take_in("references"),
        "import-annotations": lambda: on.files().take_in("annotations"),
        "import-project": lambda: on.files().take_in("project"),
        "import-library": lambda: on.files().open_packed(),
        "describe": lambda: say(describe_chosen(space)),
        "replace": lambda: say(replace_chosen(space)),
        "open-original": lambda: say(original_chosen(space, folder=False)),
        "show-original": lambda: say(original_chosen(space, folder=True)),
        "remove-source": lambda: say(remove_chosen(space)),
        "handover": views.pop("handover"),
        "export-matrix": lambda: on.files().export("matrix"),
        "export-references": lambda: on.files().export("references"),
        "export-annotations": lambda: on.files().export("annotations"),
        "export-project": lambda: on.files().export("project"),
        "export-map": lambda: on.files().export("map"),
        "export-replies": lambda: on.files().export("replies"),
        "export-library": lambda: on.files().export("library"),
        "print": lambda: say(_print(space, appearance.theme, window)),
        "reload": on.lifecycle.reload,
        "problems": on.reports.open_panel,
        "about-texts": lambda: navigator.show_source(""),
        "quit": window.close,
        "undo": lambda: space.live.undo(),
        "redo": lambda: space.live.redo(),
        "edit-here": lambda: deeds_of(space).edit(),
        "answer-here": lambda: deeds_of(space).answer(),
        "new-claim": lambda: deeds_of(space).new_claim(),
        "new-question": lambda: deeds_of(space).new_question(),
        "new-approach": lambda: deeds_of(space).new_approach(),
        "new-reply": lambda: reply(space),
        "move-here": lambda: deeds_of(space).move(),
        "cut": lambda: deeds_of(space).cut(),
        "paste": lambda: deeds_of(space).paste(),
        "paste-copy": lambda: deeds_of(space).paste(copy=True),
        "shift-back": lambda: deeds_of(space).shift(-1),
        "shift-on": lambda: deeds_of(space).shift(1),
        "merge-here": lambda: deeds_of(space).merge(),
        "split-claim": lambda: deeds_of(space).split(),
        "claim-kind": lambda: deeds_of(space).change_kind(),
        "delete-here": lambda: deeds_of(space).delete(),
        "copy": lambda: say(copy(space)),
        "copy-cited": lambda: say(copy_cited(space)),
        "copy-cell": lambda: say(copy_table(session, cell_at(session))),
        "copy-row": lambda: say(copy_table(session, row_at(session))),
        "copy-column": lambda: say(copy_table(session, column_at(session))),
        "copy-all": lambda: say(copy_table(session, WHOLE_COMPARISON)),
        "copy-notes": lambda: say(copy_notes(session)),
        "copy-page": lambda: say(copy_page(space)),
        "link": lambda: _link(space, reader),
        "find": lambda: reader().find_words(),
        "search": views.pop("search"),
        "more-like": lambda: say(more_like(space)),
        **views,
        "question-page": lambda: show_question(space),
        "pair-page": lambda: show_pair(space),
        "replies-page": lambda: navigator.show_page(Page(PageKind.REPLIES)),
        "approaches": on.approaches.open,
        "depth-answers": lambda: arranger.set_depth(Depth.ANSWERS),
        "depth-claims": lambda: arranger.set_depth(Depth.CLAIMS),
        "depth-map": lambda: arranger.set_depth(Depth.MAP),
        "rows-all": lambda: arranger.set_rows(Rows.ALL),
        "rows-differ": lambda: arranger.set_rows(Rows.DIFFER),
        "rows-gaps": lambda: arranger.set_rows(Rows.GAPS),
        "stance-any": lambda: arranger.set_stance(None),
        "stance-advocates": lambda: arranger.set_stance(Stance.ADVOCATES),
        "stance-describes": lambda: arranger.set_stance(Stance.DESCRIBES),
        "stance-criticises": lambda: arranger.set_stance(Stance.CRITICISES),
        "stance-concedes": lambda: arranger.set_stance(Stance.CONCEDES),
        "stance-tells-for": lambda: arranger.set_stance(Stance.TELLS_FOR),
        "stance-tells-against": lambda: arranger.set_stance(Stance.TELLS_AGAINST),
        "stance-bears-on": lambda: arranger.set_stance(Stance.BEARS_ON),
        "own-words": arranger.toggle_own_words,
        "transpose": arranger.transpose,
        "nearest-columns": arranger.put_nearest_together,
        "library-order": arranger.put_in_library_order,
        "fold-all": arranger.fold_all,
        "unfold-all": arranger.unfold_all,
        "hide-column": arranger.hide_current,
        "move-left": arranger.move_back,
        "move-right": arranger.move_on,
        "wider": arranger.widen,
        "narrower": arranger.narrow,
        "fold-row": arranger.toggle_fold_current,
        "zoom-in": lambda: appearance.zoom_by(ZOOM_STEP),
        "zoom-out": lambda: appearance.zoom_by(-ZOOM_STEP),
        "zoom-reset": lambda: appearance.theme.set_zoom(1.0),
        "compact": appearance.toggle_density,
        "colours-system": lambda: appearance.set_scheme(ColourScheme.SYSTEM),
        "colours-light": lambda: appearance.set_scheme(ColourScheme.LIGHT),
        "colours-dark": lambda: appearance.set_scheme(ColourScheme.DARK),
        **{f"show-{name}": partial(space.toggle_pane, name) for name in panes.names_beside()},
        **{f"read-{shows.value}": partial(read_as, space, shows.value) for shows in ReaderShows},
        "go-to": on.go_to.open,
        "next-pane": lambda: focus_next_pane(space, 1, on.strips()),
        "previous-pane": lambda: focus_next_pane(space, -1, on.strips()),
        "jump": grid.activate,
        "back": lambda: _back(space, reader),
        "forward": lambda: reader().go_forward(),
        "next-passage": lambda: say(step_onward(space, reader, 1)),
        "previous-passage": lambda: say(step_onward(space, reader, -1)),
        "next-of-approach": lambda: say(step_in_approach(session, space.reader, 1)),
        "previous-of-approach": lambda: say(step_in_approach(session, space.reader, -1)),
        "note-here": lambda: _note_here(space),
        "note-on-all": lambda: navigator.note_on(WHOLE_COMPARISON),
        "note-passage": lambda: space.reader.write_note(),
        "delete-note": lambda: say(space.notebook.delete_current()),
        "notes-folder": lambda: say(show_notes_folder(space.notes_folder)),
        "keys": lambda: show_keys(appearance.theme, window),
        "log-folder": lambda: say(show_log_folder()),
        "about": lambda: show_about(appearance.theme, window),
    }


def read_as(space: Workspace, shows: str) -> None:
    """The text, the pages that it came from, or both, in the reader."""
    space.bring("reader")
    space.reader.shows_wanted.emit(shows)


def _back(space: Workspace, reader: Callable[[], ReaderPane]) -> None:
    """To the view from which one was led here, but where the focus is in the reader; else to the
    place before in the texts."""
    if not space.go_back():
        reader().go_back()


def _link(space: Workspace, reader: Callable[[], ReaderPane]) -> None:
    """What is chosen among the results where the focus is in these, else the words selected."""
    pane = space.pane_at(QApplication.focusWidget())
    if isinstance(pane, LinksPassages):
        pane.link()
    else:
        reader().link()


def _print(space: Workspace, theme: Theme, window: QWidget) -> str:
    from .printing import print_view  # not before something is printed

    return print_view(space, theme, window)


def _note_here(space: Workspace) -> None:
    """A note on what the pane with the focus says is chosen in it, else on what is chosen."""
    pane = space.pane_at(QApplication.focusWidget())
    if isinstance(pane, TakesNotes) and pane.selection() is not None:
        pane.write_note()
    else:
        space.session.write(Writing())
