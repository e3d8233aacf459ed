"""The field in which a note is written: plain text, kept to the letter, told as what was typed."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from counterpoint.application.notes.line_ends import with_line_feeds
from counterpoint.application.notes.note_edit import Typed
from counterpoint.domain.utf16 import code_point_at, utf16_length, utf16_offset
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.widgets.copy_key import is_for_window
from counterpoint.ui.widgets.edit_menu import EditMenu
from counterpoint.ui.widgets.exact_words import with_exact_words

from .text_changes import changed_stretch, clean
from .unbroken import is_unbroken, is_unbroken_at

_UNDO_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_LINE_KEYS = (QKeySequence.StandardKey.InsertLineSeparator,)
_WRAPS = {"bold": "**", "italic": "*"}
"""What is put around words, by the id of the key."""


class NoteEditor(QPlainTextEdit):
    """Shows a body and emits every change to it.

    The body is followed change by change, never read back from the widget, which would turn
    no-break spaces into spaces. Undo is the notebook's: the keys for it are left to the window.
    """

    typed = Signal(object)
    """A Typed, in code points of the body."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._body = ""
        self._showing = False
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(tr("Note"))
        self.document().contentsChange.connect(self._on_contents_change)

    @property
    def body(self) -> str:
        """As last shown or typed; every line end a line feed."""
        return self._body

    def show_body(self, body: str) -> None:
        """Another note: its words, the caret at their end."""
        self._body = with_line_feeds(body)
        self._wrap_anywhere(is_unbroken(self._body))
        self._showing = True
        self.setPlainText(self._body)
        self._showing = False
        self.moveCursor(QTextCursor.MoveOperation.End)

    def take_up(self, body: str) -> None:
        """The same note, changed elsewhere: only what differs is replaced, and shown."""
        body = with_line_feeds(body)
        at, removed, added = changed_stretch(self._body, body)
        if not removed and not added:
            return
        start = utf16_offset(self._body, at)
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(utf16_offset(self._body, at + removed), QTextCursor.MoveMode.KeepAnchor)
        if is_unbroken_at(body, at, at + len(added)):
            self._wrap_anywhere(True)
        self._showing = True
        cursor.insertText(added)
        self._showing = False
        self._body = body
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are dropped on the window, wherever in it: they are no words."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def _wrap_anywhere(self, on: bool) -> None:
        """Where a stretch is very long in which no line can be broken, until another note."""
        modes = QTextOption.WrapMode
        mode = modes.WrapAnywhere if on else modes.WrapAtWordBoundaryOrAnywhere
        if self.wordWrapMode() != mode:
            self.setWordWrapMode(mode)

    def _on_contents_change(self, at: int, removed: int, added: int) -> None:
        """`at`, `removed` and `added` count UTF-16 units; a change of the whole text counts one
        too many, for the end of the last paragraph."""
        if self._showing:
            return
        body = self._body
        start = code_point_at(body, at)
        end = code_point_at(body, min(at + removed, utf16_length(body)))
        cursor = QTextCursor(self.document())
        cursor.setPosition(at)
        cursor.setPosition(
            min(at + added, self.document().characterCount() - 1), QTextCursor.MoveMode.KeepAnchor
        )
        words = cursor.selectedText().replace("\u2029", "\n")
        # An input method tells of the whole paragraph, and another theme of what is the same.
        skipped, gone, came = changed_stretch(body[start:end], words)
        if gone or came:
            start += skipped
            self._body = body[:start] + came + body[start + gone :]
            if is_unbroken_at(self._body, start, start + len(came)):
                self._wrap_anywhere(True)
            self.typed.emit(Typed(start, gone, came))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What is composed comes, as what is pasted does, with line feeds for every line's end."""
        words = clean(event.commitString())
        if words != event.commitString():
            cleaned = QInputMethodEvent(event.preeditString(), event.attributes())
            cleaned.setCommitString(words, event.replacementStart(), event.replacementLength())
            event = cleaned
        super().inputMethodEvent(event)

    def composed(self) -> str:
        """What an input method has begun here and not yet ended."""
        return self.textCursor().block().layout().preeditAreaText()

    def finish_composing(self) -> None:
        """Puts what is being composed into the note as it stands, so that it is not lost, and not
        ended in another note."""
        if not self.composed():
            return
        QGuiApplication.inputMethod().commit()
        words = self.composed()  # where the input method itself did not end it
        if words:
            ended = QInputMethodEvent()
            ended.setCommitString(words)
            self.inputMethodEvent(ended)
            QGuiApplication.inputMethod().reset()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish_composing()
        super().focusOutEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted or dropped comes as plain text, its line ends as line feeds."""
        if source.hasText():
            self.textCursor().insertText(clean(source.text()))
            self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied, cut or dragged: plain text, to the letter."""
        data = super().createMimeDataFromSelection()
        return with_exact_words(data, self.textCursor(), rich=False)

    def wrap(self, mark: str) -> None:
        """Puts `mark` on both sides of what is selected, or takes it away where it stands."""
        cursor = self.textCursor()
        words = cursor.selectedText()
        size = len(mark)
        if len(words) >= 2 * size and words.startswith(mark) and words.endswith(mark):
            inner = words[size : len(words) - size]
            before = after = ""
        else:
            inner, before, after = words, mark, mark
        start = cursor.selectionStart()
        cursor.insertText(before + inner.replace("\u2029", "\n") + after)
        cursor.setPosition(start + (0 if words and not before else len(before)))
        cursor.setPosition(cursor.position() + utf16_length(inner), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def event(self, event: QEvent) -> bool:
        if is_for_window(event, any_chosen=self.textCursor().hasSelection()):
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if any(event.matches(key) for key in _UNDO_KEYS):
                event.ignore()  # else the field would swallow them, though it has no undo
                return True
            if done_by(event, Context.NOTEBOOK) in _WRAPS:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if any(event.matches(key) for key in _UNDO_KEYS):
            event.ignore()
            return
        mark = _WRAPS.get(done_by(event, Context.NOTEBOOK))
        if mark is not None:
            self.wrap(mark)
            return
        if any(event.matches(key) for key in _LINE_KEYS):
            self.textCursor().insertText("\n")  # not the line separator that Qt has in mind
            self.ensureCursorVisible()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        some = self.textCursor().hasSelection()
        EditMenu(
            self,
            (tr("Cut"), self.cut, some),
            (tr("Copy"), self.copy, some),
            (tr("Paste"), self.paste, self.canPaste()),
            (tr("Select all"), self.selectAll, bool(self._body)),
        ).popup(event.globalPos())
