"""Who answers whom: every reply, in an order that is asked for, and by the texts it joins."""

from typing import NamedTuple

from counterpoint.domain.approach import Link
from counterpoint.domain.library import Library, Passage
from counterpoint.domain.replying import ReplyBetween, ReplyOrder, ReplyShare, attributed
from counterpoint.domain.source import Source


class TextYear(NamedTuple):
    """The words of one year in one text: a text may quote what was said long before."""

    year: str
    """ "2008", or "" where it is not known."""
    source: str


class ReplyLine(NamedTuple):
    """A reply, with the columns of the picture that it joins."""

    number: int
    """Among the replies of the library, from 0."""
    between: ReplyBetween
    by: TextYear
    to: TextYear


class RepliesPage(NamedTuple):
    lines: tuple[ReplyLine, ...]
    columns: tuple[TextYear, ...]
    """All that the lines join, from the earliest to the latest; undated ones last."""
    direct: int
    """Of all replies, whatever is listed."""
    inferred: int


def replies_page(
    library: Library, order: ReplyOrder = ReplyOrder.WHEN, share: ReplyShare = ReplyShare.ALL
) -> RepliesPage:
    """All replies of a library, or only some. It reads no approach and no text."""
    sources = {source.id: source for source in library.sources}
    found = [
        ReplyLine(number, each, _when(each.reply.by, sources), _when(each.reply.to, sources))
        for number, each in enumerate(attributed(library.approaches, library.replies))
    ]
    listed = sorted(
        (line for line in found if _is_listed(line, share)), key=lambda line: _rank(line, order)
    )
    columns = {place for line in listed for place in (line.by, line.to)}
    inferred = sum(line.between.reply.link is Link.INFERRED for line in found)
    return RepliesPage(
        tuple(listed),
        tuple(sorted(columns, key=lambda place: (place.year or "9999", place.source))),
        len(found) - inferred,
        inferred,
    )


def _is_listed(line: ReplyLine, share: ReplyShare) -> bool:
    return share is ReplyShare.ALL or line.between.reply.link.value == share.value


def _rank(line: ReplyLine, order: ReplyOrder) -> tuple[str, ...]:
    by, to = line.between.reply.by, line.between.reply.to
    when = (by.date or line.by.year or "9999", f"{line.number:06}")
    match order:
        case ReplyOrder.WHEN:
            return when
        case ReplyOrder.WHO:
            return (_who(by), *when)
        case ReplyOrder.TO_WHOM:
            return (_who(to), *when)


def _who(passage: Passage) -> str:
    return (passage.voice[-1] if passage.voice else passage.source).casefold()


def _when(passage: Passage, sources: dict[str, Source]) -> TextYear:
    described = sources[passage.source].date if passage.source in sources else ""
    date = passage.date or described
    return TextYear(date[:4] if date[:4].isdecimal() else "", passage.source)
