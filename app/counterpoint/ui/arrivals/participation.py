"""The documents in the session: what came in is opened in the reader, or among the sources."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.session.participant import Participant

from .page import ArrivalsPage


def make(participant: Participant, parent: QWidget) -> ArrivalsPage:
    """The view, which takes part from now on."""
    page = ArrivalsPage(
        participant.sources(), participant.theme, participant.session.named_source, parent
    )
    ArrivalsParticipation(page, participant)
    return page


class ArrivalsParticipation(QObject):
    """Opens what came in."""

    def __init__(self, page: ArrivalsPage, participant: Participant) -> None:
        super().__init__(page)
        self._participant = participant
        page.open_requested.connect(self._on_open)
        page.describe_requested.connect(participant.signals.describe_wanted)
        page.show_requested.connect(self._on_show)
        page.keys_changed.connect(participant.signals.keys_changed)
        participant.signals.library_changed.connect(page.refresh)

    def _on_open(self, source: str) -> None:
        if self._is_there(source):
            self._participant.navigator.open_source(source)

    def _on_show(self, file: str) -> None:
        """In the system's own window of files: the document itself is nothing to be run."""
        folder = Path(file).absolute().parent
        if folder.is_dir():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        else:
            self._participant.signals.said.emit(
                tr("The folder {folder} is not there any more.", folder=folder)
            )

    def _is_there(self, source: str) -> bool:
        library = self._participant.session.library
        there = library is not None and any(each.id == source for each in library.contents.sources)
        if not there:
            self._participant.signals.said.emit(
                tr("The library is being read again; the source is there in a moment.")
            )
        return there
