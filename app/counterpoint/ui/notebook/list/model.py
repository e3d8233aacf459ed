"""The notes of a list as Qt's views want them."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from counterpoint.application.notes.state import told
from counterpoint.domain.note import Note, Target
from counterpoint.labels.note import first_words, gone, note_kind, whose
from counterpoint.labels.translation import tr
from counterpoint.ui.notebook.words import is_there, name_of_kind

NOTE = Qt.ItemDataRole.UserRole
TITLE = Qt.ItemDataRole.UserRole + 1
EXCERPT = Qt.ItemDataRole.UserRole + 2
DATE = Qt.ItemDataRole.UserRole + 3
QUOTE = Qt.ItemDataRole.UserRole + 4

_LENGTH = 400
"""Code points of an excerpt: more than two lines of any list."""
_LEAD = 40
"""Code points before the first word that was looked for."""
_SPACE = re.compile(r"\s+")

Index = QModelIndex | QPersistentModelIndex


class NoteListModel(QAbstractListModel):
    """Notes in the order in which they are given."""

    def __init__(self, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._now = now
        self._notes: Sequence[Note] = ()
        self._words: tuple[str, ...] = ()
        self.title_of: Callable[[Target], str] = name_of_kind
        self.is_there: Callable[[Target], bool] = is_there

    def show_notes(self, notes: Sequence[Note], words: str) -> None:
        """`words`, parted by spaces, are what the list was searched for; excerpts show them."""
        looked_for = tuple(words.casefold().split())
        if tuple(notes) == self._notes and looked_for == self._words:
            return
        self.beginResetModel()
        self._notes, self._words = tuple(notes), looked_for
        self.endResetModel()

    def retitle(self) -> None:
        """The titles may have changed."""
        if self._notes:
            self.dataChanged.emit(self.index(0), self.index(len(self._notes) - 1))

    def note_at(self, index: Index) -> Note | None:
        return self._notes[index.row()] if index.isValid() else None

    def row_of(self, id: str) -> int:
        """-1 where the list does not have the note."""
        return next((row for row, note in enumerate(self._notes) if note.id == id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._notes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        note = self.note_at(index)
        if note is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._in_words(note)
            case r if r == NOTE:
                return note
            case r if r == TITLE:
                return self._title(note)
            case r if r == EXCERPT:
                return self._excerpt(note)
            case r if r == DATE:
                return self._date(note)
            case r if r == QUOTE:
                return quoted(note)
        return None

    def _title(self, note: Note) -> str:
        there = self.is_there(note.target)
        return (
            tr("on {title}", title=self.title_of(note.target)) if there else gone(note.target.kind)
        )

    def _date(self, note: Note) -> str:
        return told(datetime.fromisoformat(note.changed), self._now())

    def _excerpt(self, note: Note) -> str:
        start = 0
        if self._words:
            body = note.body.casefold()
            found = [at for word in self._words if (at := body.find(word)) >= 0]
            # Folding may lengthen a text by a letter here and there; an excerpt can bear that.
            start = max(0, min(found, default=0) - _LEAD)
        words = _SPACE.sub(" ", note.body[start : start + _LENGTH]).strip()
        return f"…{words}" if start else words or first_words(note)

    def _in_words(self, note: Note) -> str:
        tags = tr(" Tags: {tags}.", tags=", ".join(note.tags)) if note.tags else ""
        quote = f" {quoted(note)}" if quoted(note) else ""
        kind = f"{note_kind(note.kind)} {whose(note)}".rstrip()
        return f"{kind} {self._title(note)}, {self._date(note)}.{quote} {self._excerpt(note)}{tags}"


def quoted(note: Note) -> str:
    """The words of the passage that a note is on, in one line between quotation marks; "" for a
    note on anything else."""
    words = _SPACE.sub(" ", note.quote[:_LENGTH]).strip()
    return f"“{words}”" if words else ""
