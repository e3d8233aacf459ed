"""Notes leave their sign in the margin of the reader."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer

from counterpoint.application.library.opened_library import (
    OpenedLibrary,
    SourceAltered,
    Unreadable,
)
from counterpoint.application.library.session import Writing
from counterpoint.domain.note import Note, TargetKind
from counterpoint.domain.span import Span
from counterpoint.labels.note import first_words
from counterpoint.ui.session.participant import Participant

from .highlights.note_mark import NoteMark, NoteMarks
from .pane import ReaderPane

_SOON = 150
"""Milliseconds after a change before the signs follow it, so that typing costs nothing."""


class NoteSigns(QObject):
    """Follows the notes, and what is open in the reader."""

    def __init__(self, reader: ReaderPane, participant: Participant) -> None:
        super().__init__(reader)
        self._reader = reader
        self._session = participant.session
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._show)
        participant.signals.notes_changed.connect(self._soon.start)
        participant.signals.library_changed.connect(self._show)
        participant.signals.library_edited.connect(self._soon.start)
        reader.opened.connect(self._show)
        reader.view.note_clicked.connect(self._on_clicked)
        self._show()

    def _show(self) -> None:
        session, source = self._session, self._reader.source
        if source is not None and session.library is not None and session.notebook is not None:
            notes = session.notebook.notes.all()
            self._reader.view.set_notes(NoteMarks(notes_in(session.library, notes, source.id)))

    def _on_clicked(self, id: str) -> None:
        notebook = self._session.notebook
        note = None if notebook is None else notebook.notes.get(id)
        if note is not None:
            # First the note itself: there may be several on its target.
            self._session.write(Writing(note=id, focus=False), self)
            self._session.choose(note.target, by=self, quote=note.quote)


def notes_in(library: OpenedLibrary, notes: Iterable[Note], source: str) -> list[NoteMark]:
    """A mark for each of `notes` that is on a passage of `source`, or on evidence from it, and
    whose words stand there still."""
    found: list[NoteMark] = []
    for note in notes:
        span = _span(library, note) if note.target.source == source else None
        if span is not None:
            found.append(NoteMark(span, note.id, first_words(note)))
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
