"""Two approaches as a page: what they share and where they part on each question, and the replies
between them."""

from typing import NamedTuple

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.approach import Approach, ApproachSummary, Dimension, NamedAnswer, Position
from counterpoint.domain.parting import Between, Nearness, between, column, held_in, nearness
from counterpoint.domain.replying import ReplyBetween, replies_between

from .question_page import held_answers


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


class PairPage(NamedTuple):
    one: ApproachSummary
    other: ApproachSummary
    nearness: Nearness
    rows: tuple[PairRow, ...]
    """Every question, in the order of the library."""
    replies: tuple[ReplyBetween, ...]
    """Those that take up what they reply to come first; else in the order of the library."""


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
