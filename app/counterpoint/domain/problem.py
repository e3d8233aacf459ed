"""Something wrong in a library's files, said so that its owner can mend it."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


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
    QUOTATION_MOVED = "quotation-moved"
    QUOTATION_CHANGED = "quotation-changed"
    QUOTATION_LOST = "quotation-lost"
    QUOTATION_AMBIGUOUS = "quotation-ambiguous"
    WORDS_NOT_FOUND = "words-not-found"
    UNSEEN = "unseen"
    NO_PARAGRAPHS = "no-paragraphs"


DOUBTS = frozenset({ProblemKind.DOUBTFUL, ProblemKind.UNSEEN, ProblemKind.NO_PARAGRAPHS})
"""What is told though nothing is wrong in the terms of the files."""


class Problem(NamedTuple):
    """One thing wrong.

    `file` is relative to the library, with forward slashes. `line` and `column` count from 1 and
    are None if the whole file is meant. `message` says what is wrong and what would be right.
    """

    file: str
    line: int | None
    column: int | None
    kind: ProblemKind
    message: str

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return f"{place}: {self.message} [{self.kind}]"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sorted by file, line and column, each told once."""
    return tuple(
        sorted(set(problems), key=lambda p: (p.file, p.line or 0, p.column or 0, p.kind, p.message))
    )
