"""Whether the lines of a text are wrapped ones, which end where the page did, or paragraphs."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

WIDEST = 200
"""Code points in a line. Nobody wraps lines as wide as that: a longer one is a paragraph."""
_AT_LEAST = 3
"""So many lines wider than that make a block of unwrapped lines; one may have been broken once."""
_NEARBY = 10
"""Lines on either side in which another bullet makes a list."""


def unwrapped_starts(text: str, starts: Sequence[int]) -> set[int]:
    """Where paragraphs begin in those blocks that are made of unwrapped lines for the most part:
    with each line but one that goes on with a sentence. `starts` are those of the blocks."""
    found: set[int] = set()
    wide: dict[int, list[int]] = {}
    for start, end in _wide_lines(text):
        block = bisect_right(starts, end - 1) - 1
        if block >= 0:
            wide.setdefault(block, []).append(end - start)
    for block, widths in wide.items():
        start = starts[block]
        end = starts[block + 1] if block + 1 < len(starts) else len(text)
        if len(widths) >= _AT_LEAST and sum(widths) * 2 > end - start:
            found.update(_paragraphs(text, start, end))
    return found


def _wide_lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each line of more than WIDEST code points."""
    start = 0
    while start + WIDEST < len(text):
        line_end = text.rfind("\n", start, start + WIDEST + 1)
        if line_end < 0:
            end = text.find("\n", start + WIDEST)
            end = len(text) if end < 0 else end
            yield start, end
            line_end = end
        start = line_end + 1


def _paragraphs(text: str, start: int, end: int) -> Iterator[int]:
    """The first sign of each line, from the one at `start`, but of one that is empty or goes on."""
    last = ""
    while start < end:
        line_end = text.find("\n", start, end)
        line = text[start : end if line_end < 0 else line_end]
        words = line.strip()
        if words:
            if not (words[0].islower() and _goes_on(last)):
                yield start + line.index(words[0])
            last = words[-1]
        start = end if line_end < 0 else line_end + 1


def _goes_on(last: str) -> bool:
    """Whether a sentence may go on after a line that ends with `last`."""
    return last.isalnum() or last in (",", "-", "–", "—", ")", "]", "’", "'", "”", '"')


def is_wrapped_dash(text: str, end: int, dash: int) -> bool:
    """Whether the dash that begins a line at `dash` stands in mid-sentence, where the line before,
    which ends at `end`, was full: a bullet is it otherwise.

    Only where all of this speaks for it: the line before is as far indented, long, and ends in a
    word or a comma; the dash is followed by a small letter; and no other line nearby begins so.
    """
    start = text.rfind("\n", 0, end) + 1
    before = text[start:end]
    last = before.rstrip()[-1:]
    if text.count("\n", end, dash) != 1 or not (last and _goes_on(last)):
        return False
    if not text[dash + 2 : dash + 3].islower():
        return False
    indent = len(before) - len(before.lstrip())
    if dash - text.rfind("\n", 0, dash) - 1 != indent or before.lstrip()[:2] in _BULLETS:
        return False
    nearby = [*_back(text, start), *_onward(text, dash)]
    if any(line.lstrip()[:2] in _BULLETS for line in nearby):
        return False
    line_end = text.find("\n", dash)
    own = text[dash : line_end if line_end >= 0 else len(text)]
    return len(before.rstrip()) * 2 > max(len(line.rstrip()) for line in (*nearby, before, own))


_BULLETS = ("- ", "* ", "• ")


def _back(text: str, start: int) -> Iterator[str]:
    """The lines before the one at `start`, as far as they are near and not empty."""
    for _ in range(_NEARBY):
        if start == 0:
            return
        end = start - 1
        start = text.rfind("\n", 0, end) + 1
        line = text[start:end]
        if not line.strip():
            return
        yield line


def _onward(text: str, dash: int) -> Iterator[str]:
    """The lines after that of `dash`, likewise."""
    end = text.find("\n", dash)
    for _ in range(_NEARBY):
        if end < 0:
            return
        start, end = end + 1, text.find("\n", end + 1)
        line = text[start : end if end >= 0 else len(text)]
        if not line.strip():
            return
        yield line


def paragraphs_within(text: str, start: int, end: int) -> int:
    """How many paragraphs a block of wrapped lines seems to be: a line that ends a sentence well
    before the others end, and after which another begins, is most often the last of one."""
    lines = [line.strip() for line in text[start:end].split("\n")]
    widest = sorted(map(len, lines))[len(lines) * 9 // 10]
    found = 1
    for line, following in pairwise(lines):
        ends = line.rstrip("”\"’')")[-1:] in _ENDS and len(line) < _SHORT * widest
        found += bool(ends and following and not following[0].islower())
    return found


_ENDS = frozenset(".!?:")
_SHORT = 0.75
"""Of the width of the others."""
