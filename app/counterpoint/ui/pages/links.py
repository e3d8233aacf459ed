"""What the links of the pages ask, as an action and an argument, and how these are read."""

from enum import StrEnum

from counterpoint.application.library.page import Page, PageKind
from counterpoint.domain.library import Passage, Reply
from counterpoint.domain.note import Target, TargetKind

Asked = tuple[str, str]
_BETWEEN = "\t"
"""Between ids, which have none in them."""


class Side(StrEnum):
    """One of the two passages of a reply."""

    BY = "by"
    TO = "to"

    def of(self, reply: Reply) -> Passage:
        return reply.by if self is Side.BY else reply.to


def to_cell(target: Target) -> Asked:
    """To a cell of the comparison; to an approach where it names no question."""
    return "cell", _BETWEEN.join((target.approach, target.dimension))


def cell_in(argument: str) -> Target:
    approach, _, dimension = argument.partition(_BETWEEN)
    kind = TargetKind.POSITION if dimension else TargetKind.APPROACH
    return Target(kind, approach, dimension)


def to_note(target: Target) -> Asked:
    """To the notes on a cell."""
    return "note", to_cell(target)[1]


def to_reply(number: int, side: Side) -> Asked:
    """To a passage of a reply, which is counted from 0 among those of the library."""
    return "reply", _BETWEEN.join((str(number), side.value))


def reply_in(argument: str) -> tuple[int, Side]:
    number, _, side = argument.partition(_BETWEEN)
    return int(number), Side(side)


def to_page(page: Page) -> Asked:
    return "page", _BETWEEN.join((page.kind.value, page.question, page.one, page.other))


def page_in(argument: str) -> Page:
    kind, question, one, other = argument.split(_BETWEEN)
    return Page(PageKind(kind), question, one, other)
