"""Something wrong in a library's files, said so that its owner can mend it."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from .faults.file_fault import FileFault
from .faults.form_fault import FormFault
from .faults.library_fault import LibraryFault
from .faults.listing_fault import ListingFault
from .faults.note_fault import NoteFault
from .faults.quotation_fault import QuotationFault
from .faults.schema_fault import SchemaFault
from .faults.source_fault import SourceFault
from .faults.template_fault import TemplateFault
from .faults.text_fault import TextFault
from .faults.yaml_fault import YamlFault, YamlSlip

Fault = (
    FileFault
    | FormFault
    | LibraryFault
    | ListingFault
    | NoteFault
    | QuotationFault
    | SchemaFault
    | SourceFault
    | TemplateFault
    | TextFault
    | YamlFault
    | YamlSlip
)
Argument = str | int


class ProblemKind(StrEnum):
    """The short name of what is wrong; each leads to its entry in docs/file-formats.md."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    ENCODING = "encoding"
    LINE_ENDINGS = "line-endings"
    BYTE_ORDER_MARK = "byte-order-mark"
    PASSED_OVER = "passed-over"
    OLDER_FORM = "older-form"
    UNFINISHED = "unfinished"
    CONFLICT_COPY = "conflict-copy"
    SYNTAX = "syntax"
    DUPLICATE_KEY = "duplicate-key"
    UNKNOWN_KEY = "unknown-key"
    MISSING_KEY = "missing-key"
    WRONG_TYPE = "wrong-type"
    WRONG_VALUE = "wrong-value"
    DOUBTFUL = "doubtful"
    UNKNOWN_DIMENSION = "unknown-dimension"
    UNKNOWN_SOURCE = "unknown-source"
    UNKNOWN_APPROACH = "unknown-option"
    DUPLICATE_NAME = "duplicate-name"
    UNKNOWN_TARGET = "unknown-target"
    NOT_COVERED = "not-covered"
    NO_EVIDENCE = "no-evidence"
    NO_VOICE = "no-voice"
    NOT_ANCHORED = "not-anchored"
    SOURCE_CHANGED = "source-changed"
    SPELT_OTHERWISE = "spelt-otherwise"
    QUOTATION_MOVED = "quotation-moved"
    QUOTATION_CHANGED = "quotation-changed"
    QUOTATION_LOST = "quotation-lost"
    QUOTATION_AMBIGUOUS = "quotation-ambiguous"
    WORDS_NOT_FOUND = "words-not-found"
    UNSEEN = "unseen"
    NO_PARAGRAPHS = "no-paragraphs"


DOUBTS = frozenset({ProblemKind.DOUBTFUL, ProblemKind.UNSEEN, ProblemKind.NO_PARAGRAPHS})
"""What is told though nothing is wrong in the terms of the files."""

REMARKS = frozenset({ProblemKind.SPELT_OTHERWISE, ProblemKind.NOT_COVERED})
"""What is told though it is no problem: of a quotation that stands, or of what nobody has looked at
yet."""

TO_BE_DONE = frozenset({ProblemKind.UNFINISHED, ProblemKind.NOT_COVERED})
"""What nobody has written yet."""


class Problem(NamedTuple):
    """One thing wrong.

    `file` is relative to the library, with forward slashes. `line` and `column` count from 1 and
    are None if the whole file is meant. `fault` says what is the case, `arguments` what is told of
    it; `labels/problem.py` makes a sentence of them, which says what would be right too.
    """

    file: str
    line: int | None
    column: int | None
    kind: ProblemKind
    fault: Fault
    arguments: tuple[Argument, ...] = ()


def cell_of(problem: Problem) -> tuple[str, str] | None:
    """The approach and the question of a cell in which something is still to be written; None of
    all else."""
    if problem.kind not in TO_BE_DONE or len(problem.arguments) < 2:
        return None
    approach = problem.file.removeprefix("options/").removesuffix(".yaml")
    return approach, str(problem.arguments[1])


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sorted by file, line and column, each told once."""

    def place(problem: Problem) -> tuple[str, int, int, str, str, list[str]]:
        file, line, column, kind, fault, arguments = problem
        return file, line or 0, column or 0, kind, fault, list(map(str, arguments))

    return tuple(sorted(set(problems), key=place))
