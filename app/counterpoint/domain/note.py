"""A note: words of the analyst, or of somebody else, on one thing in the library."""

from enum import StrEnum
from typing import NamedTuple

from .span import Span


class NoteKind(StrEnum):
    OBSERVATION = "observation"
    ASSUMPTION = "assumption"
    JUDGEMENT = "judgement"


class TargetKind(StrEnum):
    COMPARISON = "comparison"
    APPROACH = "option"
    POSITION = "position"
    CLAIM = "claim"
    EVIDENCE = "evidence"
    SOURCE = "source"
    PASSAGE = "passage"
    QUESTION = "question"
    PAIR = "pair"
    """Two approaches, one beside the other."""


class Target(NamedTuple):
    """What a note is on. Only the fields its kind needs are set; two equal targets are one thing.

    comparison: none. approach: `approach`. position: `approach`, `dimension`. claim: `approach`,
    `dimension`, `claim`. evidence: those and `evidence` (its key) and `source`. source: `source`.
    passage: `source` and `span` (code points). question: `dimension`. pair: `approach` and `other`,
    in the order of the alphabet, as `pair_target` has them.
    """

    kind: TargetKind
    approach: str = ""
    dimension: str = ""
    claim: str = ""
    evidence: str = ""
    source: str = ""
    span: Span | None = None
    other: str = ""


WHOLE_COMPARISON = Target(TargetKind.COMPARISON)


def question_target(dimension: str) -> Target:
    """A question, as what notes are on."""
    return Target(TargetKind.QUESTION, dimension=dimension)


def pair_target(one: str, other: str) -> Target:
    """Two approaches, as what notes are on: the same whichever is named first."""
    first, second = sorted((one, other))
    return Target(TargetKind.PAIR, approach=first, other=second)


class Note(NamedTuple):
    """One note. Times are ISO 8601 in UTC, to the second."""

    id: str
    target: Target
    kind: NoteKind
    tags: tuple[str, ...]
    created: str
    changed: str
    quote: str
    """The words of the passage or evidence when the note was begun, or ""; kept so that the note
    can still be read when its target is gone."""
    body: str
    conflict_of: str = ""
    """The id of the note whose file was changed from outside while this was being written, so
    that both were kept; else ""."""
    author: str = ""
    """Whose it is, where it came from somebody else; "" for the analyst's own."""

    @property
    def first_words(self) -> str:
        """The first line with anything in it, without Markdown's marks; "" where there is none.

        Only the first 500 code points are looked at: a list of notes asks for it all the time.
        """
        for line in self.body[:500].splitlines():
            words = line.strip(" \t#>*_`-+").strip()
            if words:
                return words
        return ""
