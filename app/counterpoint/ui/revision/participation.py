"""A new version in the session: where it was put in, its source is shown."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from counterpoint.domain.note import TargetKind
from counterpoint.labels import revision as words
from counterpoint.ui.session.participant import Participant

from .page import RevisionPage


def make(participant: Participant, parent: QWidget) -> RevisionPage:
    """The view, which takes part from now on."""
    title = participant.session.short_of
    page = RevisionPage(participant.sources(), participant.theme, title, parent)
    RevisionParticipation(page, participant)
    return page


class RevisionParticipation(QObject):
    def __init__(self, page: RevisionPage, participant: Participant) -> None:
        super().__init__(page)
        self._participant = participant
        page.replace_requested.connect(self._on_replace)
        page.done.connect(self._on_done)
        page.keys_changed.connect(participant.signals.keys_changed)
        participant.sources().put.connect(self._on_put)

    def _on_replace(self) -> None:
        self._participant.sources().replace_wanted.emit("")

    def _on_done(self) -> None:
        self._participant.session.show_view("sources")

    def _on_put(self, source: str) -> None:
        session = self._participant.session
        short, target = session.short_of(source) or source, session.target
        if target.kind is TargetKind.PASSAGE and target.source == source:
            session.go("sources", target)  # the note on it stays open
        else:
            self._participant.navigator.show_source(source)
        self._participant.signals.said.emit(words.put_in(short))
