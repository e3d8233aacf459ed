"""Two approaches as a page: what they share and where they part on each question, and the replies
between them."""

from typing import NamedTuple

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.approach import Approach, ApproachSummary, Dimension, NamedAnswer, Position
from counterpoint.domain.parting import Between, Nearness, between, column, held_in, nearness
from counterpoint.domain.replying import ReplyBetween, replies_between

from .question_page import held_answers

_ORDER = (
    Between.PARTED,
    Between.SHARED,
    Between.ONE_SILENT,
    Between.BOTH_SILENT,
    Between.UNFINISHED,
)


class Said(NamedTuple):
    """What one of the two says."""

    head: ApproachSummary
    position: Position
    held: tuple[NamedAnswer, ...]


class PairRow(NamedTuple):
    dimension: Dimension
    between: Between
    one: Said
    other: Said

    @property
    def alike(self) -> tuple[NamedAnswer, ...]:
        """What both hold."""
        return tuple(each for each in self.one.held if each in self.other.held)


class PairPage(NamedTuple):
    one: ApproachSummary
    other: ApproachSummary
    nearness: Nearness
    rows: tuple[PairRow, ...]
    """Every question, in the order of the library."""
    replies: tuple[ReplyBetween, ...]
    """Those that take up what they reply to come first; else in the order of the library."""

    def groups(self) -> tuple[tuple[Between, tuple[PairRow, ...]], ...]:
        """The questions by how the two stand on them, as they are told: first where they part."""
        found = [(how, tuple(row for row in self.rows if row.between is how)) for how in _ORDER]
        return tuple((how, rows) for how, rows in found if rows)


def pair_page(library: OpenedLibrary, one: str, other: str) -> PairPage:
    """The page of two approaches. It reads them and no text. Raises KeyError where the library has
    no such approach."""
    contents = library.contents
    first, second = library.approach(one), library.approach(other)
    between = replies_between(first.head, second.head, contents.replies)
    return PairPage(
        first.head,
        second.head,
        nearness(column(first, contents.dimensions), column(second, contents.dimensions)),
        tuple(_row(first, second, asked) for asked in contents.dimensions),
        tuple(sorted(between, key=lambda each: each.reply.link.value)),
    )


def _row(first: Approach, second: Approach, asked: Dimension) -> PairRow:
    one, other = (_said(each, asked) for each in (first, second))
    return PairRow(asked, between(held_in(one.position), held_in(other.position)), one, other)


def _said(approach: Approach, asked: Dimension) -> Said:
    position = approach.position(asked.id)
    return Said(approach.head, position, held_answers(asked, position))
