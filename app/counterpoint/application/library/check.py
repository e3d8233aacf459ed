"""`counterpoint check`: everything that a library promises, verified from its files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from counterpoint.application.notes.check import on_nothing, out_of_reach, read_notes
from counterpoint.domain.approach import Evidence
from counterpoint.domain.faults.listing_fault import ListingFault
from counterpoint.domain.faults.source_fault import SourceFault
from counterpoint.domain.layout import Layout, lay_out_source
from counterpoint.domain.library import Passage
from counterpoint.domain.measures import Measures
from counterpoint.domain.problem import TO_BE_DONE, Problem, ProblemKind, in_order
from counterpoint.domain.quotation import QuotationState
from counterpoint.domain.source import Source
from counterpoint.labels.problem import sentence
from counterpoint.storage.files.litter import OWN, litter
from counterpoint.storage.files.text_file import read_source_text
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.library.library_folder import WholeLibrary, read_library
from counterpoint.storage.library.library_place import PARTS, Progress, not_judged
from counterpoint.storage.library.searches_file import read_searches
from counterpoint.storage.place import notes_in_reach

from .naming_nothing import naming_nothing
from .originals import NotOpened, Why, checked_original


@dataclass(frozen=True, slots=True)
class Check:
    """What was found. `states` counts the evidence by the state of its quotation."""

    library: Path
    sources: int
    approaches: int
    claims: int
    evidence: int
    replies: int
    notes: int
    states: dict[QuotationState, int]
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]
    """What is told though it is no fault: files that are no part of the library, notes on what is
    not in it, what is written in an older way, and documents of which only the text is left."""
    unfinished: tuple[Problem, ...] = ()
    """What nobody has written yet: cells without their answer."""

    @property
    def ok(self) -> bool:
        return not self.problems

    @property
    def empty(self) -> bool:
        """Whether there is nothing in the library that could have been verified."""
        return not self.sources and not self.approaches

    def as_json(self) -> dict[str, object]:
        """One object of plain types: the form of `counterpoint check --json`."""
        return {
            "ok": self.ok,
            "library": str(self.library),
            "sources": self.sources,
            "options": self.approaches,
            "claims": self.claims,
            "evidence": self.evidence,
            "notes": self.notes,
            "problems": [_as_json(problem) for problem in self.problems],
            "remarks": [_as_json(remark) for remark in self.remarks],
            "unfinished": [_as_json(cell) for cell in self.unfinished],
        }


def _as_json(problem: Problem) -> dict[str, object]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "kind": str(problem.kind),
        "message": sentence(problem),
    }


@dataclass(frozen=True, slots=True)
class Unread:
    """A paragraph that is neither quoted nor listed as bearing on nothing."""

    source: str
    paragraph: str
    words: str


def check_library(
    folder: Path, progress: Progress = lambda done, total, name: None
) -> tuple[Check, WholeLibrary | None]:
    """Reads every file of `folder`, and its notes, afresh (no cache) and verifies them."""
    try:
        whole = read_library(folder, progress)
    except Unreadable as error:
        return Check(folder, 0, 0, 0, 0, 0, 0, {}, error.problems, ()), None
    states = dict.fromkeys(QuotationState, 0)
    claims = 0
    for approach in whole.approaches:
        for position in approach.positions:
            claims += len(position.claims)
            for claim in position.claims:
                for piece in claim.evidence:
                    states[piece.standing.state] += 1
    contents = whole.contents
    unfinished = tuple(one for one in contents.remarks if one.kind in TO_BE_DONE)
    remarks = [one for one in contents.remarks if one.kind not in TO_BE_DONE]
    notes, problems = read_notes(notes_in_reach(folder))
    return (
        Check(
            library=folder,
            sources=len(contents.sources),
            approaches=len(whole.approaches),
            claims=claims,
            evidence=sum(states.values()),
            replies=len(contents.replies),
            notes=len(notes),
            states=states,
            problems=in_order([*contents.problems, *problems]),
            remarks=in_order(
                [
                    *out_of_reach(folder),
                    *_litter(folder),
                    *_originals(folder, contents.sources),
                    *on_nothing(notes, whole),
                    *naming_nothing(read_searches(folder), contents, notes),
                    *remarks,
                ]
            ),
            unfinished=unfinished,
        ),
        whole,
    )


def _litter(folder: Path) -> Iterator[Problem]:
    places = {part: folder / part for part in PARTS} | {"notes": notes_in_reach(folder)}
    for part, place in places.items():
        for name in not_judged(place) if place is not None else ():
            what = litter(name)
            if what is not None and name not in OWN:
                file, kind = f"{part}/{name}", ProblemKind.PASSED_OVER
                yield Problem(file, None, None, kind, ListingFault.HARMLESS, (what,))


def _originals(folder: Path, sources: Iterable[Source]) -> Iterator[Problem]:
    """A library may be handed on without its originals, and its texts stand without them."""
    faults = {
        Why.MISSING: (ProblemKind.MISSING, SourceFault.ORIGINAL_MISSING),
        Why.CHANGED: (ProblemKind.SOURCE_CHANGED, SourceFault.ORIGINAL_CHANGED),
        Why.UNREADABLE: (ProblemKind.UNREADABLE, SourceFault.ORIGINAL_UNREADABLE),
        Why.NO_DOCUMENT: (ProblemKind.WRONG_VALUE, SourceFault.ORIGINAL_NO_DOCUMENT),
    }
    for source in sources:
        if source.original is None:
            continue
        try:
            checked_original(folder, source)
        except NotOpened as error:
            kind, fault = faults[error.why]
            told = (source.original.file, *([error.detail] if error.detail else []))
            yield Problem(f"corpus/{source.id}.yaml", None, None, kind, fault, told)


def unread(folder: Path, whole: WholeLibrary) -> Iterator[Unread]:
    """Every numbered paragraph of every source that nobody has accounted for, in order.

    Raises Unreadable if a text has been taken away since `whole` was read.
    """
    for source in whole.contents.sources:
        name = f"corpus/{source.id}.txt"
        text, _ = read_source_text(folder / "corpus" / f"{source.id}.txt", name)
        layout = lay_out_source(text, source)
        seen = _quoted(source, whole, layout)
        seen |= {entry.paragraph for entry in source.bears_on_nothing}
        for index in range(len(layout)):
            block = layout.block(index)
            if block.label and block.label not in seen:
                words = " ".join(text[block.span.start : block.span.end].split())
                yield Unread(source.id, block.label, words)


def _quoted(source: Source, whole: WholeLibrary, layout: Layout) -> set[str]:
    """The labels of the paragraphs that a piece of evidence, or a reply, quotes."""
    labels: set[str] = set()
    for quoted in _quotations(whole):
        span = quoted.standing.span
        if quoted.source == source.id and quoted.standing.stands and span is not None:
            first, last = layout.index_at(span.start), layout.index_at(span.end - 1)
            labels |= {layout.label(index) for index in range(first, last + 1)}
    return labels


def _quotations(whole: WholeLibrary) -> Iterator[Evidence | Passage]:
    for approach in whole.approaches:
        for position in approach.positions:
            for claim in position.claims:
                yield from claim.evidence
    for reply in whole.contents.replies:
        yield reply.by
        yield reply.to


def measures(whole: WholeLibrary) -> dict[str, object]:
    """Plain numbers of the approaches that are shown at first, and under `all` of every one: the
    form of `counterpoint check --measures --json`."""
    first = [approach for approach in whole.approaches if approach.head.shown]
    return {
        **Measures.of(first or whole.approaches)._asdict(),
        "all": Measures.of(whole.approaches)._asdict(),
    }
