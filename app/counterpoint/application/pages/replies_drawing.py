"""Who answers whom as a drawing: in the column of each text and year a place for each whose words
they are, and an arc for the replies from one to another. Places are shares of width and height."""

from typing import NamedTuple

from counterpoint.domain.approach import Link
from counterpoint.domain.library import Passage

from .replies_page import RepliesPage, TextYear


class Spot(NamedTuple):
    """Those who speak in one text and year. `x` and `y` go from 0 to 1."""

    x: float
    y: float
    who: str
    """The end of the chain of voices."""
    approaches: tuple[str, ...]
    """Whose holder it is."""


class Arc(NamedTuple):
    """Replies that all are direct, or all set beside, from the later words to the earlier."""

    numbers: tuple[int, ...]
    """Of the replies, among those of the library."""
    by: int
    to: int
    """Places among the spots."""
    direct: bool


class Drawing(NamedTuple):
    columns: tuple[tuple[TextYear, float], ...]
    """Each with its place from left to right."""
    spots: tuple[Spot, ...]
    arcs: tuple[Arc, ...]
    most: int
    """Spots in the fullest column."""


_Key = tuple[TextYear, tuple[str, ...], str]
"""Holders of one approach are one, whatever they are called."""


def drawing_of(page: RepliesPage) -> Drawing:
    """In a column those stand higher who speak earlier in the list."""
    inside: dict[TextYear, dict[_Key, str]] = {each: {} for each in page.columns}
    joined: dict[tuple[_Key, _Key, bool], list[int]] = {}
    for line in page.lines:
        between, reply = line.between, line.between.reply
        by, to = _key(line.by, between.by, reply.by), _key(line.to, between.to, reply.to)
        inside[line.by].setdefault(by, _who(reply.by))
        inside[line.to].setdefault(to, _who(reply.to))
        joined.setdefault((by, to, reply.link is Link.DIRECT), []).append(line.number)
    columns = [(column, _middle(at, len(page.columns))) for at, column in enumerate(page.columns)]
    places: dict[_Key, int] = {}
    spots: list[Spot] = []
    for column, x in columns:
        for at, (key, who) in enumerate(inside[column].items()):
            places[key] = len(spots)
            spots.append(Spot(x, _middle(at, len(inside[column])), who, key[1]))
    arcs = tuple(
        Arc(tuple(numbers), places[by], places[to], direct)
        for (by, to, direct), numbers in joined.items()
    )
    most = max((len(keys) for keys in inside.values()), default=0)
    return Drawing(tuple(columns), tuple(spots), arcs, most)


def _middle(at: int, of: int) -> float:
    return (at + 0.5) / of


def _key(column: TextYear, approaches: tuple[str, ...], passage: Passage) -> _Key:
    return column, approaches, "" if approaches else _who(passage)


def _who(passage: Passage) -> str:
    return passage.voice[-1] if passage.voice else passage.source
