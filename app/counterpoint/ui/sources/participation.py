"""The sources in the session: the page that is shown is what notes are on."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from counterpoint.application.library.navigator import source_target
from counterpoint.application.library.session import How, Writing
from counterpoint.domain.note import TargetKind
from counterpoint.ui.session.follow_edits import follow_edits
from counterpoint.ui.session.participant import Participant
from counterpoint.ui.widgets.composing import Composing

from .describing import Describing
from .page import SourcesPage

NAME = "sources"
"""Of this view."""


def make(participant: Participant, parent: QWidget) -> SourcesPage:
    """The view, which takes part from now on."""
    page = SourcesPage(participant.theme, parent)
    SourcesParticipation(page, participant)
    return page


class SourcesParticipation(QObject):
    """Lists the passages of the approaches that are shown; shows a source that is gone to."""

    def __init__(self, page: SourcesPage, participant: Participant) -> None:
        super().__init__(page)
        self._page = page
        self._session = participant.session
        self._navigator = participant.navigator
        self._participant = participant
        page.jump_requested.connect(self._on_jump)
        page.open_requested.connect(self._on_open)
        page.source_chosen.connect(self._on_chosen)
        page.typed.connect(self._on_typed)
        page.note_requested.connect(self._on_note)
        page.said.connect(participant.signals.said)
        page.back_requested.connect(participant.session.show_view)
        page.view.original_requested.connect(participant.signals.original_wanted)
        page.view.remove_requested.connect(self._on_remove)
        page.view.replace_requested.connect(self._on_replace)
        Describing(page, participant)
        composing = page.list.composing = Composing(page.list, participant.note_field)
        composing.began.connect(self._on_composing)
        composing.done.connect(self._on_composed)
        signals = participant.signals
        signals.library_changed.connect(self._on_library)
        follow_edits(signals, page, self._on_library)
        signals.arrangement_changed.connect(self._on_arrangement)
        signals.view_changed.connect(self._on_view)
        signals.selection_changed.connect(self._on_selection)
        self._on_library(None)
        self._on_view(None)
        self._on_selection(None)

    def _on_jump(self, key: str) -> None:
        self._navigator.jump(key)

    def _on_replace(self, source: str) -> None:
        self._participant.sources().replace_wanted.emit(source)

    def _on_remove(self, source: str) -> None:
        self._participant.sources().remove_wanted.emit(source)

    def _on_open(self, source: str) -> None:
        self._navigator.open_source(source)

    def _on_chosen(self, source: str) -> None:
        self._session.choose(source_target(source), How.NAMED, self)

    def _take_row(self) -> None:
        """Chooses the source that is shown, as the notebook may have been elsewhere."""
        target = source_target(self._page.current_source())
        if target != self._session.target:
            self._session.choose(target, How.NAMED, self)

    def _on_typed(self, words: str) -> None:
        """What was typed in the list goes on in the note on the source."""
        self._take_row()
        self._session.write(Writing(words=words), self)

    def _on_note(self) -> None:
        self._take_row()
        self._session.write(Writing(), self)

    def _on_composing(self) -> None:
        """The note is made visible; the focus stays where it is."""
        self._take_row()
        self._session.write(Writing(focus=False), self)

    def _on_composed(self) -> None:
        self._session.write(Writing(), self)

    def _on_library(self, _by: object) -> None:
        library = self._session.library
        if library is not None:
            self._page.show_library(library)
            self._on_arrangement(None)

    def _on_arrangement(self, _by: object) -> None:
        self._page.show_approaches(self._session.arrangement.columns)

    def _on_view(self, _by: object) -> None:
        """What is chosen in the view that is shown is what notes are on."""
        if self._session.view == NAME and not self._is_gone_to():
            self._on_chosen(self._page.current_source())

    def _on_selection(self, _by: object) -> None:
        source = self._session.target.source
        if self._is_gone_to() and source != self._page.current_source():
            self._page.show_source(source)

    def _is_gone_to(self) -> bool:
        """Whether a source, a passage of it, or the texts as a whole, are to be seen here."""
        selection = self._session.selection
        kinds = (TargetKind.SOURCE, TargetKind.PASSAGE, TargetKind.COMPARISON)
        here = selection.target.kind in kinds
        return selection.how is How.GONE_TO and here and self._session.view == NAME
