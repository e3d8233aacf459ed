"""How a program counted the positions in a text of a project: in code points or in the units of
UTF-16, with a line end as one or as two. Each way is tried, and the words that a selection is named
by decide."""

from bisect import bisect_right
from collections.abc import Callable

Claimed = tuple[int, int, str]
"""Where a selection begins and ends as the file counts, and the words that it is named by."""
Counting = Callable[[int], int]
"""Makes a position of the file one in code points."""


def best_counting(text: str, claimed: list[Claimed]) -> Counting:
    """The way of counting by which most selections stand at the words that they are named by; where
    they are named otherwise, at the edges of words. It makes a position of the file one in code
    points of `text`."""
    ways = [_identity, _from_units(text)]
    if "\r\n" in text:
        ways += [_with_line_ends(text, one=True), _from_units(text, line_end=1)]
    elif "\n" in text:
        ways += [_with_line_ends(text, one=False), _from_units(text, line_end=2)]
    scores = [sum(_fits(text, way, each) for each in claimed) for way in ways]
    return ways[scores.index(max(scores))]


def _fits(text: str, way: Counting, claimed: Claimed) -> int:
    start, end, name = claimed
    first, last = way(start), way(end)
    if not 0 <= first < last <= len(text):
        return -4
    words = " ".join(text[first:last].split())
    named = " ".join(name.rstrip("…. ").split())
    if len(named) > 3 and words.startswith(named[:60]):
        return 8
    starts = not words[:1].isspace() and (first == 0 or not text[first - 1].isalnum())
    ends = last == len(text) or not (text[last - 1].isalnum() and text[last].isalnum())
    return int(starts) + int(ends)


def _identity(position: int) -> int:
    return position


def _from_units(text: str, line_end: int = 0) -> Counting:
    """Positions in units of UTF-16; a line end as `line_end` of them, 0 for as it stands."""
    jumps: list[tuple[int, int]] = []  # from which position on, by how much less
    less = at = 0
    for sign in text:
        width = 2 if ord(sign) > 0xFFFF else 1
        if line_end == 2 and sign == "\n":
            width = 2
        elif line_end == 1 and sign == "\r":
            width = 0
        at += width
        if width != 1:
            less += width - 1
            jumps.append((at, less))
    return _shifted(jumps)


def _with_line_ends(text: str, *, one: bool) -> Counting:
    """Positions in code points, with each line end as one, or as two."""
    jumps: list[tuple[int, int]] = []
    less = at = 0
    for sign in text:
        width = 1
        if one and sign == "\r":
            width = 0
        elif not one and sign == "\n":
            width = 2
        at += width
        if width != 1:
            less += width - 1
            jumps.append((at, less))
    return _shifted(jumps)


def _shifted(jumps: list[tuple[int, int]]) -> Counting:
    places = [place for place, _ in jumps]

    def counting(position: int) -> int:
        index = bisect_right(places, position) - 1
        return position - jumps[index][1] if index >= 0 else position

    return counting
