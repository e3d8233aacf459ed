"""The keys at hand, at the end of the status line: always those of where the focus is; and in its
middle, wherever answers are seen, what their marks mean."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from counterpoint.application.library.sheet import has_answers
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context
from counterpoint.ui.actions.shown_keys import in_pane, of_action
from counterpoint.ui.session.tells_keys import TellsKeys
from counterpoint.ui.window.workspace import Workspace

from .status_line import StatusLine

if TYPE_CHECKING:
    from counterpoint.ui.comparison.view import ComparisonView


def _in_comparison(comparison: "ComparisonView") -> Sequence[str]:
    note = tr("{key} note", key=of_action("note-here"))
    if comparison.map_shown is not None:
        go = tr("{key} go to the answer", key=in_pane(Context.MAP, "activate"))
        compare = tr("{key} compare it", key=in_pane(Context.MAP, "pair"))
        return go, tr("{key} peek", key=in_pane(Context.MAP, "peek")), compare, note
    jump = tr("{key} jump", key=in_pane(Context.COMPARISON, "activate"))
    return jump, tr("{key} peek", key=in_pane(Context.COMPARISON, "peek")), note


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
        signals.keys_changed.connect(self._on_keys)
        for changed in (
            signals.library_changed,
            signals.library_edited,
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

    def _on_keys(self) -> None:
        self._on_focus(None, QApplication.focusWidget())

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        # While another window has the focus, or a menu, one is still where one was.
        if now is not None and now.window() is self._space.window():
            next_pane = tr("{key} next pane", key=of_action("next-pane"))
            self._status.show_hints(" · ".join((*self._of(now), next_pane)))

    def _of(self, now: QWidget) -> Sequence[str]:
        """A few keys of what stands over a pane and has the focus, such as a form; else of the
        pane; of none those that lead into one."""
        pane = self._space.pane_at(now)
        within: QWidget | None = now
        while within is not None and within is not pane:
            over: object = within
            if isinstance(over, TellsKeys):
                return over.key_hints()
            within = within.parentWidget()
        if pane is self._space.comparison:
            return _in_comparison(self._space.comparison)
        return pane.key_hints() if isinstance(pane, TellsKeys) else ()
