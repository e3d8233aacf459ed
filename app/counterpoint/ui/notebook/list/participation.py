"""The list of notes in the session: a note that is chosen in it is shown with what it is on."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from counterpoint.application.library.session import Writing
from counterpoint.domain.note import Target
from counterpoint.ui.session.follow_edits import follow_edits
from counterpoint.ui.session.participant import Participant

from .view import NoteListView


def make(participant: Participant, parent: QWidget) -> NoteListView:
    """The view, which takes part from now on."""
    notes = NoteListView(participant.live(), participant.theme, parent)
    NoteListParticipation(notes, participant)
    return notes


class NoteListParticipation(QObject):
    """Goes to what notes are on."""

    def __init__(self, notes: NoteListView, participant: Participant) -> None:
        super().__init__(notes)
        self._notes = notes
        self._session = participant.session
        self._navigator = participant.navigator
        notes.look_requested.connect(self._on_look)
        notes.jump_requested.connect(self._on_jump)
        notes.note_requested.connect(self._on_note)
        notes.like_requested.connect(self._session.seek)
        notes.said.connect(participant.signals.said)
        participant.signals.library_changed.connect(self._on_library)
        follow_edits(participant.signals, notes, self._on_library)
        self._on_library(None)

    def _on_look(self, target: Target) -> None:
        self._navigator.look_at(target)

    def _on_jump(self, target: Target) -> None:
        self._navigator.go_to(target)

    def _on_note(self, id: str) -> None:
        # Before the jump to its target, on which there may be several notes.
        self._session.write(Writing(note=id, visible=False, focus=False), self)

    def _on_library(self, _by: object) -> None:
        library = self._session.library
        if library is not None:
            self._notes.set_titles(library.title_of, library.still_there, self._approach_titles)

    def _approach_titles(self) -> list[tuple[str, str]]:
        library = self._session.library
        heads = () if library is None else library.contents.approaches
        return [(head.id, head.title) for head in heads]
