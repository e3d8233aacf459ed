"""Words of which the text has something more in between: a page number, a header, a footnote that
nobody has described as such, or words that the quotation leaves out.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from counterpoint.domain.flat import Flat
from counterpoint.domain.haystack import Haystack
from counterpoint.domain.span import Span

_FARTHEST = 1_500
"""Code points between the two halves: the footnotes of a page, at most."""
_LEFT_OUT = 120
"""The same where the words in between are part of a line."""
_TRIES = 20
"""Places of a half that are looked at."""
_SPACE = 100
"""Code points of white space around it that are looked through for line ends."""
_HEAD = 5
"""Words of the second half that have to follow, and of either that are shown."""
_MARK = re.compile(r"[\[(]?(?:\d{1,4}|[*†‡§¹²³⁰⁴-⁹]+)[\])]?")
_PAGE_NUMBER = re.compile(
    r"(?:(?:page|p\.|seite)\s*)?[-–—\[(]?\s*\d{1,4}\s*[-–—\])]?", re.IGNORECASE
)
_ELLIPSIS = re.compile(r"\s*(?:[\[(]\s*(?:…|\.{3}|\. \. \.)\s*[\])]|…|\.{3}|\. \. \.)\s*")


class Interruption(NamedTuple):
    """What stands in a text between words that a quotation has side by side."""

    span: Span
    whole: Span
    """From the first word before it to the last word after that is sure."""
    before: str
    after: str
    """The last words before it, and the first after."""
    kind: str
    """"page number", "footnote mark" or "header", as it seems; "" where it is part of a line."""


def interruption(words: str, haystack: Haystack) -> Interruption | None:
    """Where and by what `words`, which a text lacks, are interrupted in it."""
    flat = haystack.unbroken
    needle = " ".join(words.split())
    for first, gap, last in _halves(needle, flat):
        found = _interruption(first, gap, last, flat, haystack.text)
        if found is not None:
            return found
    return None


def _halves(needle: str, flat: Flat) -> Iterator[tuple[int, tuple[int, int], int]]:
    """Where in `flat` the words begin, from where to where they are interrupted, and where what is
    sure of them ends. One half of them at least has nothing in between."""
    parts, text = needle.split(" "), flat.text
    if len(parts) < 2:
        return
    middle = (len(parts) + 1) // 2
    first = " ".join(parts[:middle])
    for start in islice(flat.begins(first), _TRIES):
        same = _same(needle, text[start : start + len(needle)])
        same = same if needle[same : same + 1] == " " else needle.rfind(" ", 0, same)
        rest = " ".join(needle[same:].split(" ")[: _HEAD + 1]).strip()
        gap = start + same
        after = text.find(rest, gap, gap + _FARTHEST + len(rest))
        if rest and after > gap:
            yield start, (gap, after), after + len(rest)
    last = " ".join(parts[middle:])
    for at in islice(flat.begins(last), _TRIES):
        end = at + len(last)
        there = text[max(0, end - len(needle)) : end]
        same = _same(needle[::-1], there[::-1])
        cut = len(needle) - same
        cut = cut if needle[cut - 1 : cut] == " " else needle.find(" ", cut) + 1
        rest = " ".join(needle[:cut].split(" ")[-_HEAD - 1 :]).strip()
        gap = end - (len(needle) - cut)
        before = text.rfind(rest, max(0, gap - _FARTHEST - len(rest)), gap)
        if rest and 0 <= before < gap - len(rest):
            yield before, (before + len(rest), gap), end


def _same(one: str, other: str) -> int:
    """How many code points at the beginning are the same."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _interruption(
    first: int, gap: tuple[int, int], last: int, flat: Flat, text: str
) -> Interruption | None:
    words = flat.text[slice(*gap)].strip()
    if not words:
        return None
    start = gap[0] + flat.text[slice(*gap)].index(words[0])
    span = flat.span(start, start + len(words))
    kind = _kind(words, span, text)
    if not kind and len(words) > _LEFT_OUT:
        return None
    return Interruption(
        span,
        flat.span(first, last),
        " ".join(flat.text[first : gap[0]].split()[-_HEAD:]),
        " ".join(flat.text[gap[1] : last].split()[:_HEAD]),
        kind,
    )


def _kind(words: str, span: Span, text: str) -> str:
    before, after = (
        text[max(0, span.start - _SPACE) : span.start],
        text[span.end : span.end + _SPACE],
    )
    space_before = before[len(before.rstrip()) :]
    space_after = after[: len(after) - len(after.lstrip())]
    if "\n" in space_before and "\n" in space_after:
        return "page number" if _PAGE_NUMBER.fullmatch(words) else "header"
    return "footnote mark" if _MARK.fullmatch(words) else ""


def pieces(words: str) -> list[str]:
    """What a quotation has on either side of “…” or “[…]”; one piece where it has neither."""
    return [piece for piece in _ELLIPSIS.split(words.strip()) if piece]
