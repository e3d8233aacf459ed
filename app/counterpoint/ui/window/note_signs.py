"""Notes leave their sign where they are: in the comparison, and in the margin of the reader."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from counterpoint.application.library.opened_library import OpenedLibrary, SourceAltered
from counterpoint.domain.note import Note, Target, TargetKind
from counterpoint.domain.span import Span
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.ui.comparison.grid.noted import Noted
from counterpoint.ui.notebook.live import LiveNotebook
from counterpoint.ui.reader.highlights.note_mark import NoteMark, NoteMarks

if TYPE_CHECKING:
    from .navigator import Navigator
    from .workspace import Workspace

EMPTY = "Empty note"
_SOON = 150
"""Milliseconds after a change before the signs follow it, so that typing costs nothing."""


class NoteSigns(QObject):
    """Follows the notebook, and what is open in the reader."""

    def __init__(self, live: LiveNotebook, navigator: "Navigator", space: "Workspace") -> None:
        super().__init__(live)
        self._notebook = live.notebook
        self._navigator = navigator
        self._space = space
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._show)
        live.changed.connect(self._soon.start)
        navigator.library_shown.connect(self._show)
        space.made.connect(self._on_made)
        if space.has("reader"):
            self._on_made("reader")

    def _on_made(self, pane: str) -> None:
        if pane == "reader":
            reader = self._space.reader
            reader.opened.connect(self._show_in_reader)
            reader.view.note_clicked.connect(self._on_clicked)
            self._show_in_reader()

    def _show(self) -> None:
        counts = Counter(note.target for note in self._notebook.notes.all())
        self._space.comparison.set_noted(Noted(counts), self._first_words)
        self._show_in_reader()

    def _first_words(self, target: Target) -> list[str]:
        return [note.first_words or EMPTY for note in self._notebook.notes.on(target)]

    def _show_in_reader(self) -> None:
        reader = self._space.reader if self._space.has("reader") else None
        library = self._navigator.library
        if reader is not None and reader.source is not None and library is not None:
            notes = self._notebook.notes.all()
            reader.view.set_notes(NoteMarks(notes_in(library, notes, reader.source.id)))

    def _on_clicked(self, id: str) -> None:
        note = self._notebook.notes.get(id)
        if note is not None:
            self._navigator.choose_words(note.target, note.quote)
            self._space.bring("notebook")
            self._space.notebook.show_note(id)


def notes_in(library: OpenedLibrary, notes: Iterable[Note], source: str) -> list[NoteMark]:
    """A mark for each of `notes` that is on a passage of `source`, or on evidence from it, and
    whose words stand there still."""
    found: list[NoteMark] = []
    for note in notes:
        span = _span(library, note) if note.target.source == source else None
        if span is not None:
            found.append(NoteMark(span, note.id, note.first_words or EMPTY))
    return found


def _span(library: OpenedLibrary, note: Note) -> Span | None:
    try:
        if note.target.kind is TargetKind.EVIDENCE:
            return library.find(note.target.evidence).evidence.standing.span
        span = note.target.span
        if span is None:
            return None
        words = library.text(note.target.source).text[span.start : span.end]
    except (KeyError, Unreadable, SourceAltered):
        return None
    return span if not note.quote or words.split() == note.quote.split() else None
