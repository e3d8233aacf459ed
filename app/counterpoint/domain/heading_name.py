"""What a heading is called, and what numbers it.

The number of "3. Sanctions" goes on counting where a part is put in before it, and is another then
though nothing of it is. That of "Option 1" or "Resolution 1441" is all that tells it from others.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from .sentence_marks import signed_words

KINDS = "part|chapter|section|title|article|annex|appendix"
"""What a number stands behind that only counts, as alternatives of a pattern."""
_MONTHS = (
    "jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sept?|september"
    "|oct|october|nov|november|dec|december|januar|februar|märz|mai|juni|juli|oktober|dezember"
    "|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre"
)
_SET = re.compile(r"[#*_\s]+")
_NOTE = re.compile(r"[⁰¹²³⁴-⁹]+|\[\d{1,3}\]\s*$|(?<=[^\W\d_]{4})\d{1,3}\s*$")
"""What marks a footnote behind a heading."""
_LEADER = re.compile(r"\s*(?:[.·…_]{2,}|(?:[.·]\s){2,})\s*\d*\s*$")
_TIME = re.compile(r"[\[(]?\b\d{1,2}:\d\d(?::\d\d)?\b[\])]?")
_DATE = re.compile(
    rf"\d{{1,2}}(?:(?:st|nd|rd|th)?\.?\s+(?:of\s+)?(?:{_MONTHS})\b|[./-]\d{{1,2}}[./-]\d{{2,4}}\b)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    # "Part 2: Trade" is called "Trade", as "2. Trade" is
    rf"(?:the\s+)?(?:{KINDS})\s+(?P<part>[ivxlc]+|[a-z]|\d{{1,3}}(?:[.-]\d+)*[a-z]?)\b[\W_]*"
    r"|(?P<first>[IVXLC]+[.):]|[A-Z][.):]|[\[(]?\d{1,3}(?:[.-]\d{1,3})*[a-z]?(?:[\])]?[.:)]|\]))(?!\d)\s*"
    # "3 Sanctions", and not "100 days"
    r"|(?P<bare>\d{1,3}(?:\.\d{1,3})+\s+(?=\w)|\d{1,2}\s+(?-i:(?=[^\Wa-z\d])))",
    re.IGNORECASE,
)
_NAMED = re.compile(r"([^\W\d_]+)\s+(\d{1,3}(?:\.\d{1,3})*[a-z]?)(?:\s*[:.)]\s+|\s+[-–—]\s+)")
"""Of "Scenario 1: war" the first word is of the name."""


class HeadingName(NamedTuple):
    """`number` is what only counts; it is empty where nothing but it would be left."""

    words: tuple[str, ...]
    number: tuple[str, ...]


def heading_name(heading: str) -> HeadingName:
    text = _TIME.sub(" ", _LEADER.sub("", _NOTE.sub("", heading)))
    text = text[found.end() :] if (found := _SET.match(text)) else text
    word, number, rest = _parted(text)
    if number and any(sign.isalnum() for sign in rest):
        return HeadingName(tuple(signed_words(f"{word} {rest}")), tuple(signed_words(number)))
    return HeadingName(tuple(signed_words(text)), ())


def _parted(text: str) -> tuple[str, str, str]:
    if _DATE.match(text):
        return "", "", text
    if found := _COUNTED.match(text):
        return "", found["part"] or found["first"] or found["bare"], text[found.end() :]
    if found := _NAMED.match(text):
        return found[1], found[2], text[found.end() :]
    return "", "", text


Names = tuple[tuple[str, ...], ...]


def numbered_otherwise(paths: Iterable[Sequence[str]]) -> set[Names]:
    """By what they are called, those of `paths`, each headings from the outermost on, that stand
    more than once and are told apart by nothing but their numbers."""
    known: dict[Names, Names] = {}
    several = set[Names]()
    for path in paths:
        names = [*map(heading_name, path)]
        called = tuple(each.words for each in names)
        numbers = tuple(each.number for each in names)
        if known.setdefault(called, numbers) != numbers:
            several.add(called)
    return several


def same_headings(
    path: Sequence[str], other: Sequence[str], several: Collection[Names], *, cut: bool = False
) -> bool:
    """Whether both are the same but for what only counts. Numbers count for what is in `several`;
    `cut` where both are only the ends of what stands there."""
    names, others = [*map(heading_name, path)], [*map(heading_name, other)]
    called = tuple(each.words for each in names)
    if called != tuple(each.words for each in others):
        return False
    differs = [one.number != two.number for one, two in zip(names, others, strict=True)]
    if True not in differs:
        return True
    if cut:
        return not any(each[-len(called) :] == called for each in several)
    return not any(
        called[:length] in several for length in range(differs.index(True) + 1, len(called) + 1)
    )
