"""The reader in the session: what it tells of, and what it takes up."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from counterpoint.application.library.opened_library import (
    EvidenceInPlace,
    SourceAltered,
    Unreadable,
)
from counterpoint.application.library.session import How, ReaderShows, Reading
from counterpoint.domain.note import Target, TargetKind
from counterpoint.domain.span import Span
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.works_on import WorksOn, lacking
from counterpoint.ui.session.participant import Participant

from . import jump_words
from .highlights.highlight import Highlight, HighlightAnswer
from .highlights.in_source import highlights_in
from .history import HistoryEntry
from .note_signs import NoteSigns
from .opening_sources import come_back, first_of, open_source, renew
from .pane import ReaderPane

if TYPE_CHECKING:
    from counterpoint.domain.forms import PassageForm

    from .linking.linking import Linking
    from .pdf.sides import PdfSides
    from .replying import Replying

FOLLOW = 120
"""Milliseconds without a further step before the reader follows the cursor in the comparison."""


def make(participant: Participant, parent: QWidget) -> ReaderPane:
    """The pane, which takes part from now on."""
    reader = ReaderPane(participant.theme, parent)
    ReaderParticipation(reader, participant)
    NoteSigns(reader, participant)
    return reader


class ReaderParticipation(QObject):
    """The reader stands at the passage of what is chosen, once it is asked to or the cursor in the
    comparison rests."""

    def __init__(self, reader: ReaderPane, participant: Participant) -> None:
        super().__init__(reader)
        self._reader = reader
        self._participant = participant
        self._session = participant.session
        self._signals = participant.signals
        self._navigator = participant.navigator
        self._session.selected = self._selected
        self._is_shown = participant.is_shown
        self._gone: HistoryEntry | None = None
        """Where a source was read that is not in the library any more: should it come back."""
        self._follow = QTimer(self, singleShot=True, interval=FOLLOW)
        self._follow.timeout.connect(self._catch_up)
        reader.highlight_activated.connect(self._on_highlight)
        reader.passage_requested.connect(self._on_passage)
        reader.selection_changed.connect(self._on_selected)
        reader.source_page_requested.connect(self._on_source_page)
        reader.original_requested.connect(self._signals.original_wanted)
        reader.left.connect(self._on_left)
        reader.header.close_button.clicked.connect(participant.close)
        reader.said.connect(self._signals.said)
        reader.source_wanted.connect(self._open_last)
        reader.find_begun.connect(self._look_elsewhere)
        reader.finding.next_wanted.connect(self._on_next_source)
        reader.note_requested.connect(self._on_note)
        reader.link_requested.connect(self._on_link)
        reader.like_requested.connect(self._session.seek)
        reader.reply_requested.connect(self._on_reply)
        reader.answer_requested.connect(self._on_answer)
        reader.history.open_requested.connect(self._on_history)
        self._signals.library_changed.connect(self._on_library)
        self._signals.library_edited.connect(self._on_library)
        self._signals.arrangement_changed.connect(self._on_arrangement)
        self._signals.selection_changed.connect(self._on_selection)
        self._signals.reading_wanted.connect(self._on_reading)
        self._signals.linking_wanted.connect(self._on_linking)
        self._signals.asking_wanted.connect(self._on_asking)
        reader.opened.connect(self._on_opened)
        reader.shows_wanted.connect(self._on_shows)
        if self._session.reading is not None:
            self._on_reading(None)

    # What the person does here

    def _on_highlight(self, key: str) -> None:
        self._navigator.go_to_claim_of(key)

    def _on_selected(self, span: Span | None) -> None:
        """The words may be linked next."""
        if span is not None:
            self._participant.editing().read_early()

    def _on_passage(self, key: str) -> None:
        self._navigator.jump(key)

    def _on_source_page(self, source: str) -> None:
        self._navigator.show_source(source)

    def _on_left(self) -> None:
        self._session.focus_view(self)

    def _open_last(self) -> None:
        """Words are to be found, and no text is open: opens the one that was read last, else that
        of what is chosen, else the first."""
        library = self._session.library
        if library is not None:
            placed = self._session.selection.leads_to
            chosen = placed.evidence.source if placed else self._session.target.source
            source = first_of(library, (self._reader.last_source, chosen))
            if source:
                self._open(source)

    def _look_elsewhere(self) -> None:
        """Words are sought for the first time: where they are not here, it is told where they
        are."""
        from .find.elsewhere import Elsewhere

        reader = self._reader
        reader.find_begun.disconnect(self._look_elsewhere)
        reader.finding.look_in(Elsewhere(self._participant.search_index(), reader))

    def _on_next_source(self, source: str) -> None:
        if self._open(source):
            self._reader.finding.go_on()

    def _on_asking(self, _by: object) -> None:
        asking = self._session.asking
        if asking is not None and asking.pane == "reader" and self._open(asking.source):
            asking.do(self.replying)

    def _selected(self) -> "PassageForm | None":
        span = self._reader.selection()
        seen = span is not None and self._reader.isVisible()
        return self.replying.selected(span) if span is not None and seen else None

    def _on_reply(self, span: Span | None) -> None:
        self.replying.begin(span)

    @cached_property
    def replying(self) -> "Replying":
        """Made when a reply is first made here."""
        from .replying import Replying

        return Replying(self._reader, self._participant)

    def _on_opened(self) -> None:
        self._gone = None
        if self._reader.source is not None and self._reader.source.from_pdf:
            self.pdf_sides.follow_opened()

    def _on_shows(self, shows: str) -> None:
        source = self._reader.source
        if source is None or not source.from_pdf:
            self._signals.said.emit(lacking(WorksOn.PDF))
        else:
            self.pdf_sides.show(ReaderShows(shows))

    @cached_property
    def pdf_sides(self) -> "PdfSides":
        """Made when a source that came from a PDF is first opened."""
        from .pdf.sides import PdfSides

        return PdfSides(self._reader, self._participant)

    def _on_note(self, span: Span | None) -> None:
        """A note is to be written on words chosen in the source."""
        source, library = self._reader.source, self._session.library
        if span is None or source is None or library is None:
            self._signals.said.emit(lacking(WorksOn.WORDS))
            return
        try:
            words = library.text(source.id).text[span.start : span.end]
        except (Unreadable, SourceAltered):
            self._session.call_stale(self)
            return
        start = span.start + len(words) - len(words.lstrip())
        words = words.strip()  # no note is on the blank behind a word
        span = Span(start, start + len(words)) if words else span
        target = Target(TargetKind.PASSAGE, source=source.id, span=span)
        self._navigator.note_on(target, words)

    def _on_link(self, span: Span | None) -> None:
        self.linking.begin(span)

    def _on_linking(self, _by: object) -> None:
        wanted = self._session.linking
        if wanted is not None and self._open(wanted.source):
            self.linking.begin(wanted.span, wanted.at, wanted.others)

    @cached_property
    def linking(self) -> "Linking":
        """Made when something is first linked."""
        from .linking.linking import Linking

        return Linking(self._reader, self._participant)

    def _on_answer(self, answer: HighlightAnswer) -> None:
        if self._open(answer.source):
            self._reader.jump_span(answer.span)

    def _on_history(self, source: str, _position: int) -> None:
        self._open(source)

    # What others do

    def _on_library(self, _by: object) -> None:
        library, was = self._session.library, self._reader.source
        if library is None:
            return
        if was is not None:
            place = self._reader.place()
            renew(self._reader, library, was, self._highlights)
            self._gone = place if self._reader.source is None else None
        elif self._gone is not None and come_back(
            self._reader, library, self._gone, self._highlights
        ):
            self._gone = None

    def _on_arrangement(self, _by: object) -> None:
        """The passages of the approaches that are shown are marked."""
        if self._reader.source is not None:
            self._reader.set_highlights(self._highlights(self._reader.source.id))

    def _on_selection(self, _by: object) -> None:
        selection = self._session.selection
        if selection.how is How.WALKED_TO:
            if selection.leads_to is None:
                self._follow.stop()
            else:
                self._follow.start()

    def _catch_up(self) -> None:
        leading = self._session.selection.leads_to
        if leading is not None:
            reading = Reading(leading.evidence.source, leading, aloud=False)
            self._session.read(reading)

    def _on_reading(self, _by: object) -> None:
        reading = self._session.reading
        if reading is None or self._session.library is None:
            return
        self._follow.stop()
        to_passage = reading.evidence is not None or reading.span is not None
        if to_passage and not reading.aloud and not self._is_shown():
            return  # nobody would see it follow
        if reading.evidence is not None:
            self._jump(reading, reading.evidence)
        elif reading.span is not None:
            if self._open(reading.source):
                self._reader.jump_span(reading.span, aloud=reading.aloud)
        elif reading.position is not None:
            self._return_to(reading.source, reading.position)
        else:
            self._open(reading.source)

    def _jump(self, reading: Reading, placed: EvidenceInPlace) -> None:
        if reading.lost:
            self._show_lost(placed, aloud=reading.aloud)
        elif self._open(reading.source):
            self._reader.set_passages(_keys(placed), tr("of this claim"))
            self._reader.jump(placed.evidence.key, aloud=reading.aloud)
            self._signals.shown.emit(jump_words.found(placed))
        else:
            self._session.put_off(reading)

    def _show_lost(self, placed: EvidenceInPlace, *, aloud: bool) -> None:
        """Says that a passage cannot be shown; nothing stays marked as if it were this one."""
        why = jump_words.lost(placed, self._short(placed.evidence.source))
        (self._signals.said if aloud else self._signals.shown).emit(why)
        self._reader.set_passages(_keys(placed), tr("of this claim"))
        self._reader.show_lost(placed.evidence.key, why)

    def _short(self, source: str) -> str:
        """The short title of a source, or its file where it was left out."""
        library = self._session.library
        try:
            return library.contents.source(source).short if library else ""
        except KeyError:
            return f"corpus/{source}.txt"

    def _return_to(self, source: str, position: int) -> None:
        """Where the reader stood, if the source is still there and as it was; the passage of what
        is chosen is marked again. A source that is open stays as it is: it stands there still, at a
        passage that may be another than the first of what is chosen."""
        library = self._session.library
        if self._reader.source is not None and self._reader.source.id == source:
            return
        if library is None or source not in {each.id for each in library.contents.sources}:
            return
        if not self._open(source):
            return
        self._reader.view.put(position, 0.0)
        placed = self._session.leads_to(self._session.target, source)
        if placed is not None:
            self._reader.set_passages(_keys(placed), tr("of this claim"))
            self._reader.highlight(placed.evidence.key)

    def _open(self, source: str) -> bool:
        """Puts a source into the reader; False if it cannot be read, and says why."""
        library = self._session.library
        if library is None:
            return False
        try:
            return open_source(self._reader, library, source, self._highlights)
        except (Unreadable, SourceAltered):
            self._session.call_stale(self)
            return False

    def _highlights(self, source: str) -> list[Highlight]:
        library = self._session.library
        if library is None:
            return []
        return highlights_in(library, source, self._session.arrangement.columns)


def _keys(placed: EvidenceInPlace) -> list[str]:
    """Of all evidence of the same claim."""
    return [piece.key for piece in placed.claim.evidence]
