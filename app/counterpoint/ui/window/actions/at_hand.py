"""What is there for actions to work on, asked of the panes and the session as they are now."""

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication

from counterpoint.ui.actions.situation import Situation
from counterpoint.ui.actions.works_on import WorksOn
from counterpoint.ui.session.links_passages import LinksPassages
from counterpoint.ui.window.workspace import Workspace

from .changing import can_change


def situation_of(space: Workspace, *, has_library: bool) -> Situation:
    """`has_library`: one is shown, and not only being opened. Makes no pane."""
    if not has_library:
        return Situation()
    return Situation(space.view_name(), frozenset(_at_hand(space)))


def _at_hand(space: Workspace) -> Iterator[WorksOn]:
    session, arranger = space.session, space.comparison.arranger
    if session.target.approach or arranger.current_approach():
        yield WorksOn.APPROACH
    if arranger.current_dimension():
        yield WorksOn.ROW
    if can_change(space):
        yield WorksOn.CHOSEN
        on_page = space.view_name() == "pages"
        if space.pages.deeds.can_paste() if on_page else space.comparison.can_paste():
            yield WorksOn.CUT
    if session.history.next_undo is not None:
        yield WorksOn.STEP_DONE
    if session.history.next_redo is not None:
        yield WorksOn.STEP_UNDONE
    if _is_on_note(space):
        yield WorksOn.NOTE
    if space.view_name() == "search":
        yield WorksOn.PASSAGES
    pane = space.pane_at(QApplication.focusWidget())
    if isinstance(pane, LinksPassages) and pane.chosen_results():
        yield WorksOn.WORDS
    if space.can_go_back():
        yield WorksOn.EARLIER_PLACE
    if space.has("reader"):
        yield from _in_reader(space)


def _in_reader(space: Workspace) -> Iterator[WorksOn]:
    reader = space.reader
    if reader.source is not None:
        yield WorksOn.PASSAGES
        if reader.source.from_pdf:
            yield WorksOn.PDF
    if reader.selection() is not None:
        yield WorksOn.WORDS
    if reader.history.can_go_back:
        yield WorksOn.EARLIER_PLACE
    if reader.history.can_go_forward:
        yield WorksOn.LATER_PLACE


def _is_on_note(space: Workspace) -> bool:
    """Whether a note is visible in the notebook, or would be once it is made."""
    notebook = space.session.notebook
    if notebook is None:
        return False
    if space.has("notebook"):
        return not notebook.notes.is_draft(space.notebook.current)
    return any(notebook.notes.on(space.session.target))
