"""Beginning a note: on what the person is at, in the notebook."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from counterpoint.application.library.opened_library import SourceAltered
from counterpoint.domain.note import Target, TargetKind
from counterpoint.domain.span import Span
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.ui.widgets.composing import Composing
from counterpoint.ui.window.workspace import Workspace

if TYPE_CHECKING:
    from counterpoint.ui.notebook.editor import NoteEditor
    from counterpoint.ui.window.navigator import Navigator


class NoteActions(QObject):
    """Chooses what a note is on, and puts the caret there."""

    def __init__(self, navigator: "Navigator", workspace: Workspace) -> None:
        super().__init__(navigator)
        self._navigator = navigator
        self._space = workspace
        grid = workspace.comparison.grid
        grid.composing = Composing(grid, self._field)
        grid.composing.began.connect(self._begin)
        grid.composing.done.connect(self._write)

    def note_on(self, target: Target) -> None:
        """Opens the notebook for a thing and puts the caret there."""
        self._navigator.choose(target)
        self._write()

    def note_here(self) -> None:
        """Opens the notebook for what the person is at: words chosen in the source if it has
        the focus, else the thing that is chosen."""
        reader = self._space.reader if self._space.has("reader") else None
        focus = QApplication.focusWidget()
        if reader is not None and focus is not None and reader.isAncestorOf(focus):
            words = reader.selection()
            if words is not None:
                self.note_on_passage(words)
                return
        self.note_on(self._navigator.target)

    def note_on_passage(self, span: Span | None) -> None:
        """Opens the notebook for words chosen in the source."""
        source, library = self._space.reader.source, self._navigator.library
        if span is None or source is None or library is None:
            self._navigator.said.emit("Choose some words in the source first.")
            return
        try:
            words = library.text(source.id).text[span.start : span.end]
        except (Unreadable, SourceAltered):
            self._navigator.stale.emit()
            return
        self._navigator.choose_words(Target(TargetKind.PASSAGE, source=source.id, span=span), words)
        self._write()

    def go_on(self, words: str) -> None:
        """What was typed at a claim goes on in its note."""
        self._navigator.take_cursor()
        self._write()
        self._space.notebook.type(words)

    def _field(self) -> "NoteEditor":
        return self._space.notebook.editor

    def _begin(self) -> None:
        """Something is composed at a claim: its note is made visible, with the caret at its
        end; the focus stays where it is."""
        self._navigator.take_cursor()
        self._space.bring("notebook")
        self._space.notebook.editor.moveCursor(QTextCursor.MoveOperation.End)

    def _write(self) -> None:
        self._space.bring("notebook")
        self._space.notebook.setFocus(Qt.FocusReason.ShortcutFocusReason)
