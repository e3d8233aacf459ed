"""Which page of the comparison is open, as a value that can be kept as plain JSON."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from counterpoint.domain.library import Library
from counterpoint.domain.note import (
    WHOLE_COMPARISON,
    Target,
    TargetKind,
    pair_target,
    question_target,
)


class PageKind(StrEnum):
    QUESTION = "question"
    """One question, with what each approach answers."""
    PAIR = "pair"
    """Two approaches on every question, and the replies between them."""
    REPLIES = "replies"
    """Who answers whom."""


class Page(NamedTuple):
    """`question` of a question; `one` and `other` of a pair, left and right."""

    kind: PageKind
    question: str = ""
    one: str = ""
    other: str = ""

    @property
    def target(self) -> Target:
        """What notes are on while it is read."""
        match self.kind:
            case PageKind.QUESTION:
                return question_target(self.question)
            case PageKind.PAIR:
                return pair_target(self.one, self.other)
            case PageKind.REPLIES:
                return WHOLE_COMPARISON

    def is_in(self, library: Library) -> bool:
        """Whether the library has what it is on."""
        match self.kind:
            case PageKind.QUESTION:
                return any(each.id == self.question for each in library.dimensions)
            case PageKind.PAIR:
                ids = {head.id for head in library.approaches}
                return self.one != self.other and {self.one, self.other} <= ids
            case PageKind.REPLIES:
                return True

    def to_dict(self) -> dict[str, object]:
        """As plain JSON types; only what is set."""
        return {name: value for name, value in self._asdict().items() if value}


def pair_beside(columns: Sequence[str], approach: str) -> Page | None:
    """An approach and the column to the right of it, else to the left; None where there is no
    other. Where it is no column itself, the first two of those."""
    one = approach if approach in columns else next(iter(columns), "")
    others = [id for id in columns if id != one]
    if not others:
        return None
    at = columns.index(one)
    return Page(PageKind.PAIR, one=one, other=others[min(at, len(others) - 1)])


def page_of(target: Target) -> Page:
    """The page for a target that is a question or a pair."""
    if target.kind is TargetKind.QUESTION:
        return Page(PageKind.QUESTION, target.dimension)
    return Page(PageKind.PAIR, one=target.approach, other=target.other)


def page_from_dict(kept: object) -> Page | None:
    """What `to_dict` gave; None of anything else."""
    if not isinstance(kept, dict):
        return None
    kind = next((each for each in PageKind if each.value == kept.get("kind")), None)
    words = [kept.get(name, "") for name in ("question", "one", "other")]
    if kind is None or not all(isinstance(word, str) for word in words):
        return None
    return Page(kind, *map(str, words))
