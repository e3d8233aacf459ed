"""The keys at hand, at the end of the status line: always those of where the focus is; and in its
middle, wherever answers are seen, what their marks mean."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from counterpoint.application.library.sheet import has_answers
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context
from counterpoint.ui.actions.shown_keys import in_pane, of_action
from counterpoint.ui.window.workspace import Workspace

from .status_line import StatusLine


def keys_in(pane: str, *, on_map: bool = False) -> str:
    """A few keys of the pane of this name; of no pane ("") those that lead into one. `on_map` where
    the comparison shows the map."""
    note = tr("{key} note", key=of_action("note-here"))
    if on_map:
        go = tr("{key} go to the answer", key=in_pane(Context.MAP, "activate"))
        compare = tr("{key} compare it", key=in_pane(Context.MAP, "pair"))
        return " · ".join((go, tr("{key} peek", key=in_pane(Context.MAP, "peek")), compare, note))
    said = {
        "compare": (
            tr("{key} jump", key=in_pane(Context.COMPARISON, "activate")),
            tr("{key} peek", key=in_pane(Context.COMPARISON, "peek")),
            note,
        ),
        "pages": (tr("{key} back", key=in_pane(Context.PAGE, "leave")), note),
        "sources": (tr("{key} open the text", key=in_pane(Context.SOURCES, "open")), note),
        "notes": (
            tr("{key} go to it", key=in_pane(Context.NOTES, "enter")),
            tr("{key} delete", key=in_pane(Context.NOTES, "delete")),
        ),
        "reader": (
            tr("{key} next passage", key=in_pane(Context.READER, "next-passage")),
            tr("{key} back to the claim", key=in_pane(Context.READER, "to-claim")),
        ),
        "notebook": (
            tr("{key} back", key=in_pane(Context.NOTEBOOK, "leave")),
            tr("{key} undo", key=of_action("undo")),
        ),
    }
    next_pane = tr("{key} next pane", key=of_action("next-pane"))
    return " · ".join((*said.get(pane, ()), next_pane))


class Hints(QObject):
    """Keeps the hints true for one workspace, as long as it is there."""

    def __init__(self, space: Workspace, status: StatusLine) -> None:
        super().__init__(space)
        self._space, self._status = space, status
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)
        self._on_focus(None, QApplication.focusWidget())
        signals = space.signals
        for changed in (
            signals.library_changed,
            signals.arrangement_changed,
            signals.view_changed,
        ):
            changed.connect(self._on_shown)
        self._on_shown(None)

    def _on_shown(self, _by: object) -> None:
        space = self._space
        answers = space.comparison.grid.grid_model.at_a_glance
        self._status.show_legend(
            space.view_name() == "compare" and answers and self._names_answers()
        )

    def _names_answers(self) -> bool:
        library = self._space.session.library
        return library is not None and has_answers(library.contents.dimensions)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        # While another window has the focus, or a menu, one is still where one was.
        if now is not None and now.window() is self._space.window():
            pane, on_map = self._space.pane_of(now), self._space.comparison.map_shown is not None
            self._status.show_hints(keys_in(pane, on_map=on_map and pane == "compare"))
