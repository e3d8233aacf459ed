"""A new version in the session: where it was put in, its source is shown."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from counterpoint.labels import revision as words
from counterpoint.ui.session.participant import Participant

from .page import RevisionPage


def make(participant: Participant, parent: QWidget) -> RevisionPage:
    """The view, which takes part from now on."""
    session = participant.session

    def title(id: str) -> str:
        sources = () if session.library is None else session.library.contents.sources
        return next((source.short for source in sources if source.id == id), "")

    page = RevisionPage(participant.sources(), participant.theme, title, parent)
    RevisionParticipation(page, participant)
    return page


class RevisionParticipation(QObject):
    def __init__(self, page: RevisionPage, participant: Participant) -> None:
        super().__init__(page)
        self._participant = participant
        page.replace_requested.connect(self._on_replace)
        page.done.connect(self._on_done)
        participant.sources().put.connect(self._on_put)

    def _on_replace(self) -> None:
        self._participant.sources().replace_wanted.emit("")

    def _on_done(self) -> None:
        self._participant.session.show_view("sources")

    def _on_put(self, source: str) -> None:
        library = self._participant.session.library
        found = () if library is None else library.contents.sources
        short = next((each.short for each in found if each.id == source), source)
        self._participant.navigator.show_source(source)
        self._participant.signals.said.emit(words.put_in(short))
