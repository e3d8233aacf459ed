"""`counterpoint check`: everything that a library promises, verified from its files."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from counterpoint.domain.layout import Layout, lay_out
from counterpoint.domain.library import Passage
from counterpoint.domain.option import Evidence
from counterpoint.domain.problem import Problem
from counterpoint.domain.quotation import QuotationState
from counterpoint.domain.source import Source
from counterpoint.storage.library_folder import WholeLibrary, read_library
from counterpoint.storage.library_place import Progress
from counterpoint.storage.text_file import read_source_text
from counterpoint.storage.unreadable import Unreadable


@dataclass(frozen=True, slots=True)
class Check:
    """What was found. `states` counts the evidence by the state of its quotation."""

    sources: int
    options: int
    claims: int
    evidence: int
    answers: int
    states: dict[QuotationState, int]
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        return not self.problems

    def as_json(self) -> dict[str, object]:
        """One object of plain types: the form of `counterpoint check --json`."""
        return {
            "ok": self.ok,
            "sources": self.sources,
            "options": self.options,
            "claims": self.claims,
            "evidence": self.evidence,
            "problems": [
                {
                    "file": problem.file,
                    "line": problem.line,
                    "column": problem.column,
                    "kind": str(problem.kind),
                    "message": problem.message,
                }
                for problem in self.problems
            ],
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
    """Reads every file of `folder` afresh (no cache) and verifies it."""
    try:
        whole = read_library(folder, progress)
    except Unreadable as error:
        return Check(0, 0, 0, 0, 0, {}, error.problems), None
    states = dict.fromkeys(QuotationState, 0)
    claims = 0
    for option in whole.options:
        for position in option.positions:
            claims += len(position.claims)
            for claim in position.claims:
                for piece in claim.evidence:
                    states[piece.standing.state] += 1
    contents = whole.contents
    return (
        Check(
            sources=len(contents.sources),
            options=len(whole.options),
            claims=claims,
            evidence=sum(states.values()),
            answers=len(contents.answers),
            states=states,
            problems=contents.problems,
        ),
        whole,
    )


def unread(folder: Path, whole: WholeLibrary) -> Iterator[Unread]:
    """Every numbered paragraph of every source that nobody has accounted for, in order.

    Raises Unreadable where a text has been taken away since `whole` was read.
    """
    for source in whole.contents.sources:
        name = f"corpus/{source.id}.txt"
        text, _ = read_source_text(folder / "corpus" / f"{source.id}.txt", name)
        layout = lay_out(text, source.furniture, source.numbering)
        seen = _quoted(source, whole, layout)
        seen |= {entry.paragraph for entry in source.bears_on_nothing}
        for index in range(len(layout)):
            block = layout.block(index)
            if block.label and block.label not in seen:
                words = " ".join(text[block.span.start : block.span.end].split())
                yield Unread(source.id, block.label, words)


def _quoted(source: Source, whole: WholeLibrary, layout: Layout) -> set[str]:
    """The labels of the paragraphs that a piece of evidence, or an answer, quotes."""
    labels: set[str] = set()
    for quoted in _quotations(whole):
        span = quoted.standing.span
        if quoted.source == source.id and quoted.standing.exact and span is not None:
            first, last = layout.index_at(span.start), layout.index_at(span.end - 1)
            labels |= {layout.label(index) for index in range(first, last + 1)}
    return labels


def _quotations(whole: WholeLibrary) -> Iterator[Evidence | Passage]:
    for option in whole.options:
        for position in option.positions:
            for claim in position.claims:
                yield from claim.evidence
    for answer in whole.contents.answers:
        yield answer.by
        yield answer.to
