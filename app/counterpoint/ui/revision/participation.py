"""A new version in the session: where it was put in, its source is shown."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from counterpoint.domain.note import TargetKind
from counterpoint.labels import revision as words
from counterpoint.ui.session.participant import Participant

from .page import RevisionPage

_SOON = 150
"""Milliseconds after a change, of which there may be several."""


def make(participant: Participant, parent: QWidget) -> RevisionPage:
    """The view, which takes part from now on."""
    title = participant.session.short_of
    page = RevisionPage(participant.sources(), participant.theme, title, parent)
    RevisionParticipation(page, participant)
    return page


class RevisionParticipation(QObject):
    def __init__(self, page: RevisionPage, participant: Participant) -> None:
        super().__init__(page)
        self._page = page
        self._participant = participant
        self._is_stale = False
        """Whether the library was changed since the versions were compared."""
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._compare_again)
        for each in (participant.signals.library_changed, participant.signals.library_edited):
            each.connect(self._on_library)
        participant.signals.view_changed.connect(self._soon.start)
        participant.sources().changed.connect(self._soon.start)
        page.replace_requested.connect(self._on_replace)
        page.done.connect(self._on_done)
        page.keys_changed.connect(participant.signals.keys_changed)
        participant.sources().put.connect(self._on_put)

    def _on_replace(self) -> None:
        self._participant.sources().replace_wanted.emit("")

    def _on_done(self) -> None:
        self._participant.session.show_view("sources")

    def _on_library(self, _by: object) -> None:
        """What was compared is another now, as where a step was undone."""
        self._is_stale = self._participant.sources().revision is not None
        self._soon.start()

    def _compare_again(self) -> None:
        """Only where it is seen: each comparison reads the whole document."""
        live = self._participant.sources()
        if self._is_stale and self._page.isVisible() and not live.at_work:
            self._is_stale = False
            live.again_wanted.emit()

    def _on_put(self, source: str, again: bool) -> None:
        session = self._participant.session
        short, target = session.short_of(source) or source, session.target
        if target.kind is TargetKind.PASSAGE and target.source == source:
            session.go("sources", target)  # the note on it stays open
        else:
            self._participant.navigator.show_source(source)
        self._participant.signals.said.emit(words.put_in(short, again=again))
