"""Links the words that are selected in the reader to a claim, in the field at them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QTimer

from counterpoint.application.editing.last_link import LastLink
from counterpoint.application.editing.link_choices import Choice, LinkChoices
from counterpoint.application.editing.passages import NothingSelected, passage_at
from counterpoint.application.editing.qualities import Qualities
from counterpoint.application.library.opened_library import (
    OpenedLibrary,
    SourceAltered,
    Unreadable,
)
from counterpoint.application.library.session import How
from counterpoint.application.library.session import Linking as LinkWanted
from counterpoint.domain.approach import Approach
from counterpoint.domain.editing.link_to import LinkTo
from counterpoint.domain.forms import PassageForm
from counterpoint.domain.note import WHOLE_COMPARISON, Target, TargetKind
from counterpoint.domain.source import NOT_STATED
from counterpoint.domain.span import Span
from counterpoint.labels import linking
from counterpoint.ui.actions.works_on import WorksOn, lacking
from counterpoint.ui.reader.pane import ReaderPane
from counterpoint.ui.session.participant import Participant

from .field import LinkField
from .others import Others

if TYPE_CHECKING:
    from counterpoint.application.editing.desk import Changes, LibraryDesk
    from counterpoint.application.editing.linking import Linked


class Linking(QObject):
    """Belongs to one reader."""

    def __init__(self, reader: ReaderPane, participant: Participant) -> None:
        super().__init__(reader)
        self._reader = reader
        self._participant = participant
        self._session = participant.session
        self._signals = participant.signals
        self._passage: PassageForm | None = None
        self._others = Others()
        self._choices = LinkChoices()
        self._kept: LastLink | None = None
        """What was chosen last: it is offered first. None until the field is first opened."""
        self._at: LinkTo | None = None
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._prepare)
        self.field = LinkField(participant.theme, reader)
        self.field.fitting = self._fitting
        self.field.wanted.connect(self._link)
        self.field.left.connect(self._on_left)
        self.field.typed.connect(self._on_typed)
        reader.view.verticalScrollBar().valueChanged.connect(self._follow)
        reader.opened.connect(self.field.close_up)
        reader.installEventFilter(self)
        self._signals.library_edited.connect(self._on_edited)

    def begin(
        self,
        span: Span | None,
        at: Target | None = None,
        others: tuple[tuple[str, Span], ...] = (),
    ) -> None:
        """Opens the field at a span of the text; `at` is a cell or a claim that is meant
        already; `others` are linked to the same."""
        library, source = self._session.library, self._reader.source
        if library is None or source is None or span is None:
            self._signals.said.emit(lacking(WorksOn.WORDS))
            return
        editing = self._participant.editing()
        wanted = LinkWanted(source.id, span, at or WHOLE_COMPARISON, others)
        if not editing.may_change(lambda session: session.link(wanted)):
            return
        try:
            passage = passage_at(source, library.text(source.id), span, ())
        except NothingSelected:
            self._signals.said.emit(lacking(WorksOn.WORDS))
            return
        except (Unreadable, SourceAltered):
            self._session.call_stale(self)
            return
        if passage.anchor is None:
            return
        words = passage.anchor.span
        self._passage = passage
        self._others = Others.of(library, others, self._voices_in)
        self._reader.view.select(words.start, words.end)
        self._at = _cell_of(at or self._session.target)
        self._renew(None)
        qualities = self.field.qualities
        if self._kept is None:
            self._take_up(LastLink.from_dict(self._session.linked))
        voices = self._voices_in(library, source.id)
        said_before = self._last.voices
        author = "" if source.author.startswith(NOT_STATED) else source.author
        qualities.begin(
            [*voices, *(each for each in said_before.values() if each not in voices)],
            author,
            here=bool(voices),
        )
        several = 1 + self._others.number
        self.field.open_at(self._rect(words), editing.draft(self._what()), several)
        covered = self.field.covered()
        if covered:
            self._reader.view.scroll_by(covered)
            self._follow()
        editing.when_ready(self._renew)

    @property
    def _last(self) -> LastLink:
        return self._kept or LastLink()

    def _take_up(self, last: LastLink) -> None:
        self._kept = last
        self.field.qualities.take_up(last.stance, last.link, last.kind)

    def _what(self) -> str:
        """What the sentence of a new claim is called, as long as it is no claim yet."""
        passage = self._passage
        if passage is None or passage.anchor is None:
            return "link"
        return f"link/{passage.source}/{passage.anchor.span.start}-{passage.anchor.span.end}"

    def _voices_in(self, library: OpenedLibrary, source: str) -> list[tuple[str, ...]]:
        """Those that speak in a source as it is quoted so far, the one chosen last before the
        others, and these by how often."""
        said: dict[tuple[str, ...], int] = {}
        for placed in library.placed_in(source, self._session.arrangement.columns):
            said[placed.evidence.voice] = said.get(placed.evidence.voice, 0) + 1
        voices = sorted(said, key=lambda voice: -said[voice])
        last = self._last.voices.get(source)
        return list(dict.fromkeys(([last] if last else []) + voices))

    # What can be chosen

    def _on_edited(self, by: object) -> None:
        if by is not self and self.field.isVisible():
            self._renew(by)

    def _renew(self, _by: object) -> None:
        library = self._session.library
        if library is None or self._passage is None:
            return
        shown = self._session.arrangement.columns
        approaches: list[Approach] = [library.approach(id) for id in shown]
        desk = self._participant.editing().desk
        if desk is not None:  # then they are at hand
            approaches += [
                one.approach for id, one in desk.resolved.approaches.items() if id not in shown
            ]
        self._choices.renew(library.contents.dimensions, approaches)
        self.field.renew()
        self._idle.start()

    def _prepare(self) -> None:
        """What a first letter would have to wait for, approach by approach, while none is typed."""
        if not self._choices.prepare():
            self._idle.stop()

    def _fitting(self, query: str, so_far: LinkTo) -> list[Choice]:
        first: list[LinkTo] = []
        for each in (self._at, self._last.to):
            if each is not None:  # a claim, then the others of its cell
                first += [each, each._replace(claim="")]
        return self._choices.find(query, so_far, first)

    # Linking

    def _link(self, to: LinkTo, sentence: str, how: Qualities) -> None:
        from counterpoint.application.editing.linking import all_linked, kind_of

        passage, others = self._passage, self._others
        if passage is None:
            return
        outcome: list[Linked] = []

        def changes(desk: "LibraryDesk") -> "Changes":
            first = passage._replace(voice=how.voice)
            every = (first, *others.in_voices(passage.source, how.voice))
            outcome.append(all_linked(desk, every, to, sentence, how))
            return outcome[-1].changes

        def done() -> None:
            voices = {**self._last.voices}
            voices.pop(passage.source, None)
            voices[passage.source] = how.voice
            self._kept = LastLink(_place_of(outcome[-1]), how.stance, how.link, how.kind, voices)
            self._session.linked = self._kept.to_dict()
            editing = self._participant.editing()
            editing.settle_when_written(self._what(), outcome[-1].changes)
            self.field.hide()
            self._reader.view.setFocus()
            self._show(outcome[-1], others.told(outcome[-1].passages, passage.source))

        self._participant.editing().change(kind_of(to), changes, self, self.field.say, done)

    def _show(self, linked: "Linked", also: str) -> None:
        """What was linked is chosen, and seen in the comparison; the text stays where it is. `also`
        is told of it."""
        library = self._session.library
        if library is None:
            return
        head = library.contents.approach(linked.approach)
        position = library.approach(linked.approach).position(linked.dimension)
        for claim in position.claims:
            if claim.id == linked.claim:
                piece = claim.evidence[-1]
                target = Target(
                    TargetKind.EVIDENCE,
                    linked.approach,
                    linked.dimension,
                    linked.claim,
                    piece.key,
                    piece.source,
                )
                if linked.approach not in self._session.arrangement.columns:
                    self._session.arrange(self._session.arrangement.show(linked.approach), self)
                self._session.choose(target, How.GONE_TO, self)
                asked = library.contents.dimension(linked.dimension).title
                said = linking.linked_to(linking.cell(head.cue, asked), claim.text)
                if linked.holder:
                    said = f"{said} {linking.holder_now(linked.holder)}"
                self._signals.said.emit(f"{said}  {also}".strip())

    def _on_typed(self, sentence: str) -> None:
        self._participant.editing().type(self._what(), sentence)

    def _on_left(self) -> None:
        if self._passage is not None:
            self._participant.editing().settle(self._what())
        self._reader.view.setFocus()

    # Where the field stands

    def _rect(self, span: Span) -> QRect:
        on_screen = self._reader.view.screen_rectangle(span)
        if not on_screen.isValid():
            self._reader.view.ensure_visible(span.start)
            on_screen = self._reader.view.screen_rectangle(span)
        return QRect(self._reader.mapFromGlobal(on_screen.topLeft()), on_screen.size())

    def _follow(self) -> None:
        passage = self._passage
        if self.field.isVisible() and passage is not None and passage.anchor is not None:
            on_screen = self._reader.view.screen_rectangle(passage.anchor.span)
            if on_screen.isValid():
                corner = self._reader.mapFromGlobal(on_screen.topLeft())
                self.field.move_to(QRect(corner, on_screen.size()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.field.fit()
        return False


def _place_of(linked: "Linked") -> LinkTo:
    return LinkTo(linked.approach, linked.dimension, linked.claim)


def _cell_of(target: Target) -> LinkTo | None:
    """The cell that a target is in, with its claim if it is one; an approach or a question alone
    where that is meant."""
    if target.kind is TargetKind.PAIR or not (target.approach or target.dimension):
        return None
    return LinkTo(target.approach, target.dimension, target.claim)
