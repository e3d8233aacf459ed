"""What can be chosen to link a passage to, found by parts of its words: claims that are there,
cells for a new one, approaches and questions."""

from collections.abc import Container, Iterable, Iterator, Sequence
from enum import Enum, auto
from itertools import islice
from typing import NamedTuple

from counterpoint.domain.approach import Approach, Dimension
from counterpoint.domain.editing.link_to import LinkTo
from counterpoint.domain.folding import fold

MOST = 60
"""Listed at once; another letter narrows them."""
_AT_HAND = 1000
"""Gone through where nothing is typed yet."""
_LEAST_OF_NEW = 2
"""Letters of which a title of something new can be made."""


class ChoiceKind(Enum):
    CLAIM = auto()
    NEW_CLAIM = auto()
    """In a cell, which is said."""
    APPROACH = auto()
    """Of a claim on a new question."""
    QUESTION = auto()
    """To which a new approach says something."""
    NEW_APPROACH = auto()
    NEW_QUESTION = auto()


class Choice(NamedTuple):
    """`to` is what is said once it is chosen."""

    kind: ChoiceKind
    to: LinkTo
    cue: str = ""
    approach: str = ""
    """Its title."""
    question: str = ""
    words: str = ""
    """Of a claim; of a new one what was typed, if that is to be its sentence."""


class _Found(NamedTuple):
    choice: Choice
    folded: str
    """All words by which it can be found, each after a space."""
    cue: str


class LinkChoices:
    """Of one library. What was made ready of an approach is kept until that is another."""

    def __init__(self) -> None:
        self._dimensions: tuple[Dimension, ...] = ()
        self._approaches: tuple[Approach, ...] = ()
        self._kept: dict[str, tuple[Approach, tuple[Dimension, ...], list[_Found]]] = {}

    def renew(self, dimensions: tuple[Dimension, ...], approaches: Iterable[Approach]) -> None:
        """What there is now; those come first that are named first."""
        self._dimensions, self._approaches = dimensions, tuple(approaches)

    def prepare(self) -> bool:
        """Makes one more approach ready, while nothing waits for it; False where all are."""
        for approach in self._approaches:
            if self._made_ready(approach) is None:
                self._make_ready(approach)
                return True
        return False

    def find(self, query: str, so_far: LinkTo, first: Sequence[LinkTo] = ()) -> list[Choice]:
        """What fits `query`, every word of which begins one of its own, and goes on from what was
        said; what is of the cells or claims `first` comes first. What would be new comes last: a
        claim that says what was typed, where `first` is, before an approach or a question."""
        words = fold(query).split()
        title = " ".join(query.split())
        if so_far.has_cell:
            return []
        if so_far.new_approach:
            rest = self._questions(so_far)
        elif so_far.new_question:
            rest = self._of_approaches(so_far)
        else:
            rest = self._claims([each.approach for each in first])
        if not words:  # those at hand, without going through all of a large library
            rest = islice(rest, _AT_HAND)
        fitting = [each for each in rest if _fits(each.folded, words)]
        fitting.sort(key=lambda each: _place(each, words, first))
        found = [each.choice for each in fitting[:MOST]]
        saying = [] if so_far != LinkTo() else self._saying(title, first, found)
        return [*found, *saying, *self._new(title, so_far)]

    def _saying(
        self, title: str, first: Sequence[LinkTo], found: Sequence[Choice]
    ) -> Iterator[Choice]:
        """New claims that say what was typed, in the cell, the row or the column that is meant."""
        if len(title) < _LEAST_OF_NEW or not first:
            return
        meant = first[0]
        for approach in self._approaches:
            for dimension in self._dimensions:
                to = LinkTo(approach.head.id, dimension.id)
                if not _within(to, meant) or any(each.to == to for each in found):
                    continue  # the words name that cell
                named = approach.head.cue, approach.head.title, dimension.title
                yield Choice(ChoiceKind.NEW_CLAIM, to, *named, title)

    def _claims(self, first: Container[str]) -> Iterator[_Found]:
        """Of the approaches `first`, then of the others."""
        for approach in sorted(self._approaches, key=lambda each: each.head.id not in first):
            yield from self._made_ready(approach) or self._make_ready(approach)

    def _made_ready(self, approach: Approach) -> "list[_Found] | None":
        kept = self._kept.get(approach.head.id)
        if kept is None or kept[0] is not approach or kept[1] is not self._dimensions:
            return None
        return kept[2]

    def _make_ready(self, approach: Approach) -> "list[_Found]":
        made = list(_in_approach(approach, self._dimensions))
        self._kept[approach.head.id] = approach, self._dimensions, made
        return made

    def _questions(self, so_far: LinkTo) -> Iterator[_Found]:
        for each in self._dimensions:
            to = so_far.in_question(each.id)
            choice = Choice(ChoiceKind.QUESTION, to, question=each.title)
            yield _Found(choice, _folded(each.title, each.question), "")

    def _of_approaches(self, so_far: LinkTo) -> Iterator[_Found]:
        for approach in self._approaches:
            head = approach.head
            to = so_far.of_approach(head.id)
            choice = Choice(ChoiceKind.APPROACH, to, head.cue, head.title)
            yield _Found(choice, _folded(head.cue, head.title), fold(head.cue))

    def _new(self, title: str, so_far: LinkTo) -> Iterator[Choice]:
        if len(title) < _LEAST_OF_NEW:
            return
        same = title.casefold()
        if not so_far.new_approach and all(
            each.head.title.casefold() != same for each in self._approaches
        ):
            to = so_far._replace(new_approach=title)
            yield Choice(ChoiceKind.NEW_APPROACH, to, approach=title)
        if not so_far.new_question and all(
            each.title.casefold() != same for each in self._dimensions
        ):
            to = so_far._replace(new_question=title)
            yield Choice(ChoiceKind.NEW_QUESTION, to, question=title)


def _in_approach(approach: Approach, dimensions: Iterable[Dimension]) -> Iterator[_Found]:
    head, cue = approach.head, fold(approach.head.cue)
    claims = {position.dimension: position.claims for position in approach.positions}
    for dimension in dimensions:
        to = LinkTo(head.id, dimension.id)
        named = head.cue, head.title, dimension.title
        place = _folded(*named)
        for claim in claims.get(dimension.id, ()):
            choice = Choice(ChoiceKind.CLAIM, to._replace(claim=claim.id), *named, claim.text)
            yield _Found(choice, place + _folded(claim.text), cue)
        yield _Found(Choice(ChoiceKind.NEW_CLAIM, to, *named), place, cue)


def _folded(*words: str) -> str:
    return " " + " ".join(_apart(fold(each)) for each in words)


def _apart(words: str) -> str:
    """With a space before whatever begins after a hyphen, a bracket or a quotation mark."""
    return "".join(sign if sign.isalnum() or sign in "'’" else " " for sign in words)


def _fits(folded: str, words: Iterable[str]) -> bool:
    return all(f" {word}" in folded for word in words)


def _within(to: LinkTo, meant: LinkTo) -> bool:
    """Whether it is of the cell that is meant, or of the approach or the question alone."""
    return bool(meant.approach or meant.dimension) and (
        meant.approach in ("", to.approach) and meant.dimension in ("", to.dimension)
    )


def _place(found: _Found, words: Sequence[str], first: Sequence[LinkTo]) -> tuple[int, int]:
    """The lower, the sooner: what `first` names, then what has the very letter that was typed."""
    to = found.choice.to
    rank = len(first)
    for at, each in enumerate(first):
        if to == each or _within(to, each):
            rank = at
            break
    return rank, -int(bool(found.cue) and found.cue in words)
