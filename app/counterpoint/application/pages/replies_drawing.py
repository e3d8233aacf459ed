"""Who answers whom as a drawing: a place for each passage in the column of its text and year, and
an arc for each reply. Places are in shares of the width and the height."""

from typing import NamedTuple

from counterpoint.domain.approach import Link
from counterpoint.domain.library import Passage

from .replies_page import RepliesPage, TextYear


class Spot(NamedTuple):
    """A passage. `x` and `y` go from 0 to 1."""

    x: float
    y: float
    approaches: tuple[str, ...]
    """In whose holders' voices it is."""


class Arc(NamedTuple):
    """A reply, from the later passage to the earlier: places among the spots."""

    number: int
    """Among the replies of the library."""
    by: int
    to: int
    direct: bool


class Drawing(NamedTuple):
    columns: tuple[tuple[TextYear, float], ...]
    """Each with its place from left to right."""
    spots: tuple[Spot, ...]
    arcs: tuple[Arc, ...]
    most: int
    """Spots in the fullest column."""


_Key = tuple[str, int, str]


def drawing_of(page: RepliesPage) -> Drawing:
    """The passages of a column stand in the order of their text."""
    inside: dict[TextYear, dict[_Key, tuple[str, ...]]] = {each: {} for each in page.columns}
    for line in page.lines:
        reply = line.between.reply
        inside[line.by].setdefault(_key(reply.by), line.between.by)
        inside[line.to].setdefault(_key(reply.to), line.between.to)
    places: dict[tuple[TextYear, _Key], int] = {}
    spots: list[Spot] = []
    columns = [(column, _middle(at, len(page.columns))) for at, column in enumerate(page.columns)]
    for column, x in columns:
        for at, key in enumerate(sorted(inside[column], key=lambda key: key[1:])):
            places[column, key] = len(spots)
            spots.append(Spot(x, _middle(at, len(inside[column])), inside[column][key]))
    arcs = tuple(
        Arc(
            line.number,
            places[line.by, _key(line.between.reply.by)],
            places[line.to, _key(line.between.reply.to)],
            line.between.reply.link is Link.DIRECT,
        )
        for line in page.lines
    )
    most = max((len(keys) for keys in inside.values()), default=0)
    return Drawing(tuple(columns), tuple(spots), arcs, most)


def _middle(at: int, of: int) -> float:
    return (at + 0.5) / of


def _key(passage: Passage) -> _Key:
    span = passage.standing.span
    return passage.source, span.start if span is not None else -1, passage.quotation.words
