"""The notebook in the session: it shows the note on what is chosen."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from counterpoint.application.library.session import How
from counterpoint.domain.note import WHOLE_COMPARISON, Target
from counterpoint.ui.session.follow_edits import follow_edits
from counterpoint.ui.session.participant import Participant

from .pane import NotebookPane


def make(participant: Participant, parent: QWidget) -> NotebookPane:
    """The pane, which takes part from now on."""
    target, quote = participant.session.selection[:2]
    notebook = NotebookPane(participant.live(), participant.theme, parent, target, quote)
    NotebookParticipation(notebook, participant)
    return notebook


class NotebookParticipation(QObject):
    """Follows what is chosen, and writes where that is asked for elsewhere."""

    def __init__(self, notebook: NotebookPane, participant: Participant) -> None:
        super().__init__(notebook)
        self._notebook = notebook
        self._session = participant.session
        notebook.left.connect(self._on_left)
        notebook.header.close_button.clicked.connect(participant.close)
        notebook.went_to.connect(self._on_went_to)
        signals = participant.signals
        signals.library_changed.connect(self._on_library)
        follow_edits(signals, notebook, self._on_library)
        signals.selection_changed.connect(self._on_selection)
        signals.writing_wanted.connect(self._on_writing)
        self._on_library(None)
        if participant.session.writing.visible:  # for which it was made
            self._on_writing(None)

    def _on_left(self) -> None:
        self._session.focus_view(self)

    def _on_went_to(self, target: Target, quote: str) -> None:
        """A note on another thing is shown, as after an undo."""
        self._session.choose(target, How.NAMED, self, quote=quote)

    def _on_library(self, _by: object) -> None:
        library = self._session.library
        if library is not None:
            self._notebook.set_titles(library.title_of, library.still_there)
            self._on_selection(None)

    def _on_selection(self, by: object) -> None:
        if by is self:
            return
        target, quote, _, how = self._session.selection
        if how is How.RESTORED and target in self._notebook.moved:
            target = self._notebook.moved[target]  # the library is another version's by now
            self._session.choose(target, How.NAMED, self, quote=quote)
        if target == WHOLE_COMPARISON and how in (How.NAMED, How.RESTORED) and self._writes_on_gone:
            return  # what is being written stays on what it was begun on
        self._notebook.show_target(target, self._session.title_of(target), quote)

    @property
    def _writes_on_gone(self) -> bool:
        """Whether somebody is writing on what the library, read again, does not have any more."""
        focus, library = QApplication.focusWidget(), self._session.library
        writing = focus is not None and self._notebook.isAncestorOf(focus)
        return writing and library is not None and not library.still_there(self._notebook.target)

    def _on_writing(self, _by: object) -> None:
        writing = self._session.writing
        if writing.note:
            self._notebook.show_note(writing.note)
        elif not writing.focus:  # something is composed elsewhere, and goes on at its end
            self._notebook.editor.moveCursor(QTextCursor.MoveOperation.End)
        if writing.focus:
            self._notebook.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if writing.words:
            self._notebook.type(writing.words)
