"""One question as a page: what each approach answers, in whose words, and what speaks against."""

from collections.abc import Iterable
from typing import NamedTuple

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.approach import (
    ApproachSummary,
    Dimension,
    Evidence,
    Link,
    NamedAnswer,
    Position,
)
from counterpoint.domain.holder import Holder
from counterpoint.domain.leading import best_words, objections
from counterpoint.domain.library import Passage, Reply, ReplyKind
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
    """The passage that criticises it most plainly, directly; None where a rebuttal stands."""
    rebuttal: Reply | None
    """What directly rebuts the best words themselves, where no claim of the cell has it."""
    more_objections: int
    """In the cell, besides the one that stands."""
    reply: Reply | None
    """To the objection or the rebuttal; one that takes it up before one that we set beside it."""

    @property
    def in_own_words(self) -> bool:
        """Whether the holder speaks the best words."""
        voice = self.best.voice if self.best is not None else ()
        return bool(voice) and voice[-1] in Holder.of(self.head.proponents).voices

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
    best = best_words(head, position, of_anyone=asked.of_anyone)
    against = objections(position)
    # Where anyone is asked, the best words may be the objection: what rebuts them is a reply.
    rebuttals = rebuttals_of(library, best) if best is not None and not asked.of_anyone else ()
    known = [piece for piece in against if any(_is_said_in(piece, each.by) for each in rebuttals)]
    rebuttal = rebuttals[0] if rebuttals and not known else None
    objection = next(iter(known or against), None) if rebuttal is None else None
    reply = None
    if rebuttal is not None:
        reply = reply_to(library, rebuttal.by)
    elif objection is not None:
        reply = reply_to(library, objection)
    return ApproachAnswer(
        head,
        position,
        held_answers(asked, position),
        best,
        objection,
        rebuttal,
        len(against) - (objection is not None),
        reply,
    )


def held_answers(asked: Dimension, position: Position) -> tuple[NamedAnswer, ...]:
    """The named answers that a cell holds, in the order of the question."""
    return tuple(answer for answer in asked.answers if answer.id in position.holds)


def reply_to(library: OpenedLibrary, piece: Evidence | Passage) -> Reply | None:
    """What answers the words of a passage; directly if anything does."""
    return min(_answering(library, piece), key=lambda reply: reply.link.value, default=None)


def rebuttals_of(library: OpenedLibrary, piece: Evidence) -> tuple[Reply, ...]:
    """What takes up the words of a passage and rebuts them, in the order of the library."""
    return tuple(
        reply
        for reply in _answering(library, piece)
        if reply.kind is ReplyKind.REBUTS and reply.link is Link.DIRECT
    )


def _answering(library: OpenedLibrary, piece: Evidence | Passage) -> list[Reply]:
    here = library.replies_at(piece.source, piece.standing.span)
    return [each.reply for each in here if not each.outgoing]


def _is_said_in(piece: Evidence, passage: Passage) -> bool:
    """Whether the two share words."""
    one, other = piece.standing.span, passage.standing.span
    together = one is not None and other is not None and one.overlaps(other)
    return piece.source == passage.source and together
