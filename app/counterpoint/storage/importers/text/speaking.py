"""Paragraphs of a transcript whose lines are broken: each begins where another speaks."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from counterpoint.domain.speaker import LONGEST_HEAD, head_of

_FEWEST = 3
"""Lines that name a speaker alike, in a text that is a record of what was said."""


class _Head(NamedTuple):
    place: tuple[int, int]
    """The paragraph and the line in it."""
    name: str
    stop: str
    """The sign that ends it."""
    sure: bool


def speakers_begin(
    paragraphs: Sequence[Sequence[str]], ends: Sequence[Sequence[bool]]
) -> list[tuple[int, int]]:
    """The lines within `paragraphs` with which another speaker begins: each by its paragraph and
    its place in it. `ends` tells of each line whether something ends with it: in mid-sentence a
    name is nobody's turn, unless a colon ends it and it has had its turn elsewhere."""
    heads = [
        found
        for at, lines in enumerate(paragraphs)
        for nth, line in enumerate(lines)
        if (found := _head(line, (at, nth))) is not None
    ]
    turns = [head for head in heads if _after_an_end(head, ends)]
    by_stop = Counter(head.stop for head in turns)
    by_name = Counter(head.name for head in turns)
    return [
        head.place
        for head in heads
        if head.place[1]
        and by_stop[head.stop] >= _FEWEST
        and (
            (head.sure or by_name[head.name] > 1)
            if _after_an_end(head, ends)
            else head.stop == ":" and head.name in by_name
        )
    ]


def _after_an_end(head: _Head, ends: Sequence[Sequence[bool]]) -> bool:
    at, nth = head.place
    return not nth or ends[at][nth - 1]


def _head(line: str, place: tuple[int, int]) -> _Head | None:
    beginning = line[:LONGEST_HEAD]
    if not line.strip()[:1].isupper() or not any(sign in beginning for sign in ":.–—：-|"):
        return None
    found = head_of(beginning)
    if found is None:
        return None
    named = beginning[: found.end].rstrip()
    return _Head(place, found.name, named[-1:], found.sure)
