"""One question as a page: what each approach answers, in whose words, and what speaks against."""

from collections.abc import Iterable
from typing import NamedTuple

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.approach import (
    ApproachSummary,
    Dimension,
    Evidence,
    NamedAnswer,
    Position,
)
from counterpoint.domain.leading import best_words, objections
from counterpoint.domain.library import Reply
from counterpoint.domain.note import Target, TargetKind
from counterpoint.domain.parting import Holders, holders


class ApproachAnswer(NamedTuple):
    """What one approach says on the question."""

    head: ApproachSummary
    position: Position
    held: tuple[NamedAnswer, ...]
    """What it holds, in the order of the question."""
    best: Evidence | None
    """The words that carry its answer best."""
    objection: Evidence | None
    """The passage that criticises it most plainly, directly."""
    more_objections: int
    reply: Reply | None
    """To the objection; one that takes it up before one that we set beside it."""

    @property
    def target(self) -> Target:
        return Target(TargetKind.POSITION, self.head.id, self.position.dimension)


class QuestionPage(NamedTuple):
    dimension: Dimension
    holders: Holders
    answers: tuple[ApproachAnswer, ...]
    before: str
    """The id of the question before it; "" for none. So with `after`."""
    after: str


def question_page(
    library: OpenedLibrary, dimension: str, approaches: Iterable[str]
) -> QuestionPage:
    """The page of a question for these approaches, in their order. It reads them and no text.
    Raises KeyError where the library has no such question or approach."""
    asked = library.contents.dimension(dimension)
    whole = [library.approach(id) for id in approaches]
    order = [each.id for each in library.contents.dimensions]
    at = order.index(dimension)
    return QuestionPage(
        asked,
        holders(whole, asked),
        tuple(_answer(library, each.head, each.position(dimension), asked) for each in whole),
        order[at - 1] if at else "",
        order[at + 1] if at + 1 < len(order) else "",
    )


def _answer(
    library: OpenedLibrary, head: ApproachSummary, position: Position, asked: Dimension
) -> ApproachAnswer:
    against = objections(position)
    objection = against[0] if against else None
    return ApproachAnswer(
        head,
        position,
        held_answers(asked, position),
        best_words(head, position, of_anyone=asked.of_anyone),
        objection,
        max(0, len(against) - 1),
        reply_to(library, objection) if objection is not None else None,
    )


def held_answers(asked: Dimension, position: Position) -> tuple[NamedAnswer, ...]:
    """The named answers that a cell holds, in the order of the question."""
    return tuple(answer for answer in asked.answers if answer.id in position.holds)


def reply_to(library: OpenedLibrary, piece: Evidence) -> Reply | None:
    """What answers the words of a passage; directly if anything does."""
    found = [
        here.reply
        for here in library.replies_at(piece.source, piece.standing.span)
        if not here.outgoing
    ]
    return min(found, key=lambda reply: reply.link.value, default=None)
