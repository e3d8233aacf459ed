"""What notes are on agrees with what is seen: nothing is written to a thing that is hidden."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from counterpoint.application.library.session import How
from counterpoint.domain.note import WHOLE_COMPARISON, TargetKind
from counterpoint.ui.session.participant import Participant

from .view import ComparisonView

_OF_PAGES = (TargetKind.QUESTION, TargetKind.PAIR)
"""What is chosen by reading a page, which leaves what is marked in the comparison as it is."""
NAME = "compare"
"""Of this view."""


class Agreement(QObject):
    """Holds what is chosen in the session to the cursor in the comparison."""

    def __init__(self, view: ComparisonView, participant: Participant) -> None:
        super().__init__(view)
        self._view = view
        self._session = participant.session
        self._is_writing = participant.is_writing
        self._fallen = False
        """Whether what is chosen is so only because the arrangement hid what was."""
        self._due = False
        """Whether somebody was writing when there was something to settle."""
        participant.signals.selection_changed.connect(self._on_selection)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def take_cursor(self) -> None:
        """Chooses what the cursor is on: it may have stood there all the while, and the notebook
        elsewhere. Where it is on nothing, what was chosen stays so, unless it is hidden."""
        chosen, target = self._view.selection(), self._session.target
        if chosen is None and self._view.hides(target):
            chosen = WHOLE_COMPARISON
        if chosen is not None and chosen != target:
            self._session.choose(chosen, How.NAMED, self)

    def come_back(self) -> None:
        """From another view: what the cursor is on is chosen, or the whole. What is hidden stays
        marked for when it is shown again."""
        self._session.choose(self._view.selection() or WHOLE_COMPARISON, How.NAMED, self)

    def settle(self) -> None:
        """After another arrangement: what is hidden is chosen no more, but what the cursor is on
        instead, be it the folded cell, or else the whole. When it is shown again, so is the choice,
        if nothing else was chosen and nothing written meanwhile. Whoever is writing goes on
        writing, until the focus leaves the notebook."""
        self._due = False
        if self._session.view != NAME or self._session.library is None:
            return
        if not self._fallen and not self._view.hides(self._session.target):
            return
        if self._is_writing():
            self._due = True
            return
        self._session.choose(self._view.selection() or WHOLE_COMPARISON, How.NAMED, self)
        self._fallen = True

    def _on_selection(self, by: object) -> None:
        """Something was chosen, which stays so."""
        chosen = self._session.selection
        of_page = chosen.target.kind in _OF_PAGES or (
            chosen.target == WHOLE_COMPARISON and self._session.view != NAME
        )
        here = not of_page or chosen.how is How.WALKED_TO
        if by is not self and here:
            self._stay()

    def _stay(self) -> None:
        """What is chosen stays so, and what was hidden is not marked beside it when it is shown
        again."""
        self._fallen = False
        self._view.grid.forget_hidden(self._session.target)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._fallen and self._is_writing():
            self._stay()
        if self._due and now is not None and not self._is_writing():
            self.settle()
