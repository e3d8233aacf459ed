"""Which headings stand above a paragraph of a text that does not say which of its lines are
headings, nor of which level.

What is set alike is of one level: a line begins a part of the one that it stands under until a
line that is set as one of those comes again.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from .folding import MARKS
from .heading_name import KINDS
from .speaker import like_name

HEADING = 160
"""Code points of a line that may be a heading though nobody has said so."""
_QUESTION = 40
"""The same of one that asks."""
_PATH = 6
"""So many lines, one under another, are one path."""
LEVEL = "level "
"""Begins the style of a heading of which the text's own description tells the level."""
LETTER = "letter"
"""The style of one that a letter numbers."""
_A_OR_I = "a or i"
"""Of "C.", "I.", "V.", "X.", which may be letters or numbers."""
_LINES = 10
"""So many lines of a paragraph tell how wide they are."""
_SHORT = 0.75
"""Of the width of the others."""
_UNDERLINE = re.compile(r"\n[-–—=_*~]{2,}\s*$")
_BULLET = re.compile(r"[-–—•*]\s|\((?:\d{1,3}|[a-z]|[ivx]{1,5})\)\s")
_ENDS = frozenset(".!…;,。！")
_STOPS = frozenset(".;,。")
_ASKS = frozenset("?？؟")
_CLOSING = " \"'”’»)]*"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_NUMBER = re.compile(
    rf"#*\s*(?:(?:{KINDS})\s+(?:[ivxlc]+|[a-z]|\d\S*)\b"
    r"|[IVXLC]+[.):]|[A-Za-z][.):]|[\[(]?\d\S*)\s*",
    re.I,
)
_DATE = re.compile(
    rf"\b(?:\d{{4}}|\d+[./]\d+[./]\d+|\d+:\d+|{_MONTH}\.?\s+\d+|\d+\.?\s+{_MONTH})\b", re.I
)
_LABEL = re.compile(
    r"(?:[QH][1-4]\W?\s)?\(?(?:1[5-9]|20)\d\d(?:\s?[-–—/]\s?\d{2,4})?\)?[.:]?"
    rf"|(?:\w+,\s)?\d{{1,2}}(?:st|nd|rd|th)?\.?\s+(?:of\s+)?{_MONTH}\.?,?(?:\s+\d{{4}})?[.:]?"
    rf"|(?:\w+,\s)?{_MONTH}\.?(?:\s+\d{{1,2}}(?:st|nd|rd|th)?,?)?(?:\s+\d{{4}})?[.:]?"
    r"|(?:no|nr|[§¶])\.?\s?\d{1,4}[.:]?",
    re.IGNORECASE,
)
"""What is a heading though it is hardly a word; a bare number is that of a page."""
_NUMBERED = (
    (re.compile(r"(#{1,6})\s"), "{0}"),
    (re.compile(r"(\d+)[.)]?\s"), "1"),
    (re.compile(r"\d+\.\d+[.)]?\s"), "1.1"),
    (re.compile(r"\d+\.\d+\.\d+[.)]?\s"), "1.1.1"),
    (re.compile(r"[ABD-HJKMNP-UWYZ][.)]\s"), LETTER),
    (re.compile(r"[CILVX][.)]\s"), _A_OR_I),
    (re.compile(r"[IVXLC]+[.)]\s"), "I"),
    (re.compile(rf"(?:the\s+)?({KINDS})\s+(?:\d|[ivxlc]+\b|[a-z]\b)", re.I), "{0}"),
)
_NAME = "name"
_PLAIN, _CAPITALS, _BOLD, _UNDERLINED, _COLON = "plain", "capitals", "bold", "underlined", "colon"
_DATED = "dated"
_SET = frozenset([_NAME, _PLAIN, _CAPITALS, _BOLD, _UNDERLINED, _COLON])
"""Of lines that are not numbered: where two follow one another one is above the other."""

_NUMBERS = frozenset(["1", "1.1", "1.1.1", LETTER, "I", *KINDS.split("|")])


class Line(NamedTuple):
    style: str
    words: str


def as_heading(words: str) -> Line | None:
    """`words`, a short paragraph, as a heading; None if it can be none."""
    underline = _UNDERLINE.search(words)
    words = (words[: underline.start()] if underline else words).strip()
    if "\n" in words or not 0 < len(words) <= HEADING:
        return None
    bare = words.strip("*_ ")
    if not underline and _LABEL.fullmatch(bare):
        return Line(_DATED if bare == words else _BOLD, words)
    style = _UNDERLINED if underline else _style(words)
    letters = sum(sign.isalpha() for sign in bare)
    if 2 * letters <= len("".join(bare.split())) or _BULLET.match(words):
        return None
    last = words.rstrip(_CLOSING)[-1:]
    if style in (_PLAIN, _CAPITALS, _COLON, _NAME):
        if last in _ENDS or (last in _ASKS and len(words) > _QUESTION):
            return None
        if words.lstrip(MARKS)[:1].islower() or words[:1] in "([":
            return None
    elif style in _NUMBERS and last in _STOPS:
        return None  # a paragraph with its number
    return Line(style, words)


def without_number(heading: str) -> str:
    """What numbers it left out: it goes on counting where another heading is put in before it."""
    found = _NUMBER.match(heading)
    return heading[found.end() :] if found else heading


def _style(words: str) -> str:
    for pattern, style in _NUMBERED:
        found = pattern.match(words)
        if found:
            return style.format(*(group.casefold() for group in found.groups()))
    if words.startswith(("**", "__")):
        return _BOLD
    if like_name(words):
        return _NAME
    if words.isupper():
        return _CAPITALS
    return _COLON if words[-1] in ":：" else _PLAIN


class Placed(NamedTuple):
    """A line that may be a heading: which paragraph it is, where it begins, whether that is before
    all text, and whether another such line is right before it."""

    block: int
    line: Line
    start: int
    front: bool
    adjacent: bool


Path = tuple[tuple[int, str], ...]
"""Lines, the outermost first, each with where it begins."""


def settled(lines: Sequence[Placed]) -> list[Placed]:
    """`lines` with "I." taken for a letter only where others have letters that are no numbers."""
    styles = {each.line.style for each in lines}
    style = LETTER if LETTER in styles and "I" not in styles else "I"
    return [
        each._replace(line=Line(style, each.line.words)) if each.line.style == _A_OR_I else each
        for each in lines
    ]


def titles(lines: Sequence[Placed]) -> set[Placed]:
    """Those before all text that are no heading of a part: all that are neither numbered nor set as
    one further on nor told to be below another, dates, and all but the last that are set alike."""
    body = {each.line.style for each in lines if not each.front}
    front = [each for each in lines if each.front]
    upper = min(
        (each.line.style for each in front if each.line.style.startswith(LEVEL)), default=""
    )
    parts = {
        each.line.style: each
        for each in front
        if (each.line.style in body or each.line.style in _NUMBERS or _is_below(each, upper))
        and not _DATE.search(each.line.words)
    }
    return {each for each in front if parts.get(each.line.style) is not each}


def _is_below(each: Placed, upper: str) -> bool:
    """Whether the document tells it to stand below a line of the style `upper`: "Adopted" below
    "Record" is no second title."""
    return bool(upper) and each.line.style.startswith(LEVEL) and each.line.style > upper


def paths(lines: Sequence[Placed]) -> Iterator[tuple[int, Path]]:
    """From which paragraph on which of `lines` stand above the text."""
    known = _known_levels(lines)
    stack: list[Placed] = []
    for each in lines:
        stack = [*_above(each, stack, known), each][-_PATH:]
        yield each.block, tuple((above.start, above.line.words) for above in stack)


def _above(
    each: Placed, stack: Sequence[Placed], known: Collection[tuple[str, str]]
) -> Sequence[Placed]:
    """What of `stack` stands above the line that comes next."""
    style, styles = each.line.style, [above.line.style for above in stack]
    if style.startswith(LEVEL):
        upper = [n for n, other in enumerate(styles) if other.startswith(LEVEL) and other < style]
        told = [n for n, other in enumerate(styles) if other.startswith(LEVEL)]
        if told:
            return stack[: upper[-1] + 1] if upper else stack[: told[0]]
        return stack
    if style not in styles or (each.adjacent and styles[-1] == style and style in _SET):
        return stack
    at = styles.index(style)
    return [*stack[:at], *(o for o in stack[at:] if (o.line.style, style) in known)]


def _known_levels(lines: Sequence[Placed]) -> set[tuple[str, str]]:
    """Of which two styles the first is the upper: a line of it has one of the other right below."""
    pairs = Counter(
        (one.line.style, other.line.style)
        for one, other in pairwise(lines)
        if other.adjacent and not one.front and one.line.style != other.line.style
    )
    return {(one, other) for (one, other), times in pairs.items() if times > pairs[other, one]}


def heading_line(block: str) -> Line | None:
    """The first of the wrapped lines of a paragraph as a heading that has nothing between it and
    the text: it ends long before the others do. None where it is none."""
    first, *others = block.split("\n")[:_LINES]
    width = max(map(len, others), default=0)
    following = others[0].split() if others else []
    if not following or len(first) > _SHORT * width or following[0][:1].islower():
        return None
    return as_heading(first) if len(first) + 1 + len(following[0]) <= width else None
