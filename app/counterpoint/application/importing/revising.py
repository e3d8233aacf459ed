"""A new version of a source being worked through: what becomes of each quotation from it, and what
a person has decided of those that nobody can be certain of."""

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from counterpoint.application.failures import told
from counterpoint.domain.quotation import BY_NEED, QuotationState
from counterpoint.domain.span import Span
from counterpoint.labels.problem import in_a_line
from counterpoint.labels.refusal import no_home
from counterpoint.storage.files.atomic import NotWritten
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.importers.draft import Choices
from counterpoint.storage.importers.refusal import Refused
from counterpoint.storage.library.kept_files import KeptFiles
from counterpoint.storage.library.source_writer import OriginalAltered
from counterpoint.storage.place import NoHome
from counterpoint.storage.yaml.yaml_edit import EditWentWrong

from .beside import after, before
from .import_lock import ImportRunning
from .source_step import Batch, Resting, resting_on
from .updating import CERTAIN, Affected, NoSuchSource, Report, Updating

__all__ = [
    "CERTAIN",
    "Affected",
    "Decision",
    "Item",
    "NotRevised",
    "Resting",
    "Revision",
    "compare",
    "put_in",
]


class Decision(Enum):
    STANDS = auto()
    """It is certain: nobody has to decide."""
    OPEN = auto()
    ACCEPTED = auto()
    """It is quoted from now on as it stands in the new version, at the place proposed or chosen."""
    LEFT = auto()
    """It stays as it is, and is told as not exact."""


class Choice(NamedTuple):
    """A place that an ambiguous quotation may have: how it is cited, and what stands around it."""

    span: Span
    label: str
    before: str
    words: str
    after: str


class Item(NamedTuple):
    """One quotation, or one note on a passage."""

    affected: Affected
    decision: Decision

    @property
    def state(self) -> QuotationState:
        return self.affected.place.state

    @property
    def supports(self) -> Resting | None:
        """The claim, or the reply, that quotes it; None of a note."""
        passage = self.affected.passage
        return None if passage is None else resting_on(passage)

    @property
    def may_be_accepted(self) -> bool:
        """Whether there is a place in the new version that it could have."""
        return self.affected.place.span is not None


class NotRevised(Exception):
    """The versions cannot be compared, or the new one not be put in. `why` is a phrase."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Revision(NamedTuple):
    source: str
    file: Path
    report: Report
    items: tuple[Item, ...]
    """Those that need a person come first."""
    read_by: Choices | None = None
    """What a person has decided of how the file is read; None where it is read as it may be."""

    @property
    def open(self) -> int:
        """How many a person has not decided yet."""
        return sum(item.decision is Decision.OPEN for item in self.items)

    def count(self, state: QuotationState) -> int:
        return sum(item.state is state for item in self.items)

    def decided(self, at: int, decision: Decision) -> "Revision":
        """The same with a decision on the item of this number. What is certain stays so."""
        item = self.items[at]
        wrong = decision is Decision.ACCEPTED and not item.may_be_accepted
        if item.decision is Decision.STANDS or wrong:
            return self
        return self._with(at, item._replace(decision=decision))

    def placed(self, at: int, choice: Choice) -> "Revision":
        """The same with an ambiguous item at the place that a person has chosen: accepted there."""
        affected = self.items[at].affected
        place = affected.place._replace(span=choice.span)
        moved = affected._replace(place=place, after=choice.label, proposed=choice.words)
        return self._with(at, Item(moved, Decision.ACCEPTED))

    def carrying(self, before: "Revision") -> "Revision":
        """The same with what was decided in `before`, a comparison of the same two, of what stands
        in both and is in the same state."""
        if before.report.preview.text_digest != self.report.preview.text_digest:
            return self
        decided = {_same(item.affected): item for item in before.items}
        items = tuple(_as_decided(item, decided.get(_same(item.affected))) for item in self.items)
        return self._replace(items=items)

    def choices(self, at: int) -> tuple[Choice, ...]:
        """The places that the item of this number may have."""
        draft = self.report.preview.draft
        if draft is None:
            return ()
        text, layout = draft.text, self.report.layout
        return tuple(
            Choice(
                span,
                layout.place_of(span),
                before(text, span.start, _AROUND),
                " ".join(text[span.start : span.end].split()),
                after(text, span.end, _AROUND),
            )
            for span in self.items[at].affected.place.others
        )

    def around(self, at: int) -> tuple[str, str]:
        """What stands before and after the place that the item of this number would have; the rest
        of its sentence, and what introduces it, where that is another than it was."""
        turned = self.items[at].affected.place.turned
        if turned is not None:
            return turned.now
        draft, span = self.report.preview.draft, self.items[at].affected.place.span
        return ("", "") if draft is None or span is None else _in_paragraph(draft.text, span)

    def around_old(self, at: int) -> tuple[str, str]:
        """What stands before and after it in the old version; more of it, as in `choices`, where it
        may stand at several places of the new."""
        item, text = self.items[at], self.report.old
        span = item.affected.stood
        turned = item.affected.place.turned
        if turned is not None and item.may_be_accepted:
            return turned.then
        if span is None:
            return "", ""
        if item.state is QuotationState.AMBIGUOUS:
            first, last = before(text, span.start, _AROUND), after(text, span.end, _AROUND)
            begins, ends = len(first) == span.start, span.end + len(last) == len(text)
            return f"{'' if begins else '…'}{first}", f"{last}{'' if ends else '…'}"
        return _in_paragraph(text, span)

    def _with(self, at: int, item: Item) -> "Revision":
        return self._replace(items=(*self.items[:at], item, *self.items[at + 1 :]))


def _same(affected: Affected) -> tuple[object, ...]:
    """What tells a quotation or a note from the others of a source, whenever it is compared."""
    path = affected.passage.path if affected.passage is not None else None
    return affected.file, path, affected.note, affected.words, affected.stood


def _as_decided(item: Item, was: Item | None) -> Item:
    """At the place and with the decision that it had, where it is in the same state still."""
    if was is None or was.state is not item.state:
        return item
    now, then = item.affected, was.affected
    placed = now._replace(place=then.place, after=then.after, proposed=then.proposed)
    return Item(placed, was.decision)


def _in_paragraph(text: str, span: Span) -> tuple[str, str]:
    beside = before(text, span.start, _BESIDE).rpartition("\n")[2]
    return beside, after(text, span.end, _BESIDE).partition("\n")[0]


_BESIDE = 60
"""Code points beside a place, in its paragraph."""
_AROUND = 120
"""Code points of what stands around a place."""


def compare(folder: Path, source: str, file: Path, choices: Choices | None = None) -> Revision:
    """What becomes of each quotation from `source` if `file`, read by `choices`, takes its place;
    nothing is written. Raises NotRevised."""
    try:
        with Updating(folder, source) as updating:
            report = updating.report(file, choices)
    except (NoSuchSource, Refused, Unreadable) as error:
        raise NotRevised(_why(error)) from error
    items = [
        Item(each, Decision.STANDS if each.place.state in CERTAIN else Decision.OPEN)
        for each in report.affected
    ]
    items.sort(key=lambda item: BY_NEED.index(item.state))
    return Revision(source, file, report, tuple(items), choices)


def put_in(folder: Path, revision: Revision) -> Batch:
    """The new version takes the source's place, with what was decided; the old one is kept. What
    was written, to be taken back. Raises NotRevised; then nothing was."""
    affected = tuple(item.affected for item in revision.items)
    accepted = [item.affected for item in revision.items if item.decision is Decision.ACCEPTED]
    try:
        with Updating(folder, revision.source) as updating:
            report = revision.report._replace(affected=affected)
            kept: list[KeptFiles] = []

            def keep(places: Sequence[str]) -> None:
                kept.append(KeptFiles(folder, places))

            notes = updating.accept(report, accepted, keep).notes
            (files,) = kept
            files.written()
            return Batch.replaced(folder, revision.source, files, notes)
    except (
        NoSuchSource,
        Unreadable,
        NotWritten,
        OriginalAltered,
        EditWentWrong,
        ImportRunning,
        NoHome,
    ) as error:
        raise NotRevised(_why(error)) from error


def _why(error: Exception) -> str:
    match error:
        case Refused():
            return error.message
        case Unreadable():
            return "; ".join(map(in_a_line, error.problems))
        case NotWritten():
            return told(error)
        case OriginalAltered():
            return "the file was altered meanwhile; compare the versions again"
        case NoSuchSource():
            return "the source is not in the library any more"
        case NoHome():
            return no_home()
    return str(error)
