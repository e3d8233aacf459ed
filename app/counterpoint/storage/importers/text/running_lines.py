"""Which lines at the edges of pages are not the author's: running heads, page numbers."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from counterpoint.domain.because import Because
from counterpoint.domain.heading_name import KINDS
from counterpoint.domain.source import FurnitureKind
from counterpoint.storage.importers.draft import Guess, RunningHeads

_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxlc]+", re.IGNORECASE)
_NUMBER = re.compile(
    r"[\[(\-–—|\s]*(?:page|p\.|seite|стр\.)?\s*(\d{1,6}|[ivxlc]{1,8})(?:\s*(?:of|/|von|из)\s*\d+)?"
    r"[\])\-–—|.\s]*",
    re.IGNORECASE,
)
_NO_BEGINNING = frozenset("abdefghjkmnoqrtuwyzABDEFGHJKMNOQRTUWYZ")
"""The letters of ASCII with which no number of a page begins, nor a word before it."""
_PREFIXED = re.compile(r"[\[(|–—\s]*([A-Z]{1,3}[-–.]?)(\d{1,4})[\])|–—.\s]*")
_PARAGRAPH = re.compile(r"(?:¶ ?)?\d{1,4}[.)] (?=\w)|¶ ?\d{1,4} |[\[(]\d{1,4}[\])] (?=\w)")
_AT_EDGE = re.compile(r"^(\d{1,6})\b|\b(\d{1,6})$")
_EDGE_ROMAN = re.compile(r"^[ivxlc]{1,8}(?=\s)|(?<=\s)[ivxlc]{1,8}$")
_COUNTING = re.compile(rf"(?:{KINDS}) #\W*")
_ITEM = re.compile(r"\d+[.)]")
_ASKED_AGAIN = 2000
"""Lines of which it is kept what was found: those at the edges of pages are looked at for the names
of the pages, for running heads and for what is furniture."""
_TOP = 2
"""Lines of the edge of a page that stand at its top."""


@lru_cache(_ASKED_AGAIN)
def page_number(line: str) -> str:
    """The number where `line` is a page's number and nothing else: "12" of "- 12 -", "Page 12 of
    40"; "" where it is not."""
    bare = line.strip()
    if bare[:1] in _NO_BEGINNING:  # as most lines
        return ""
    found = _NUMBER.fullmatch(bare)
    if found is None:
        return ""
    number = found[1]
    return number if number.isdigit() or _is_roman(number) else ""


def value(number: str) -> int:
    """12 for "12" and "xii"."""
    if number.isdigit():
        return int(number)
    signs = [_SIGNS[sign] for sign in number.lower()]
    pairs = zip(signs, [*signs[1:], 0], strict=True)
    return sum(-sign if sign < after else sign for sign, after in pairs)


_SIGNS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_WELL_FORMED = re.compile(r"c{0,3}(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})", re.IGNORECASE)


def _is_roman(number: str) -> bool:
    return bool(number) and _WELL_FORMED.fullmatch(number) is not None


@lru_cache(_ASKED_AGAIN)
def shape(line: str) -> str:
    """`line` with each number as the same sign, so that running heads of two pages are alike; but
    the number of a paragraph stays: many begin alike, and are no running heads for that."""
    words = " ".join(line.split())
    if roman_at_edge(words):
        words = _EDGE_ROMAN.sub("#", words, count=1)
    words = words.casefold()
    if not words[:1].isalpha() and (numbered := _PARAGRAPH.match(words)) is not None:
        return numbered[0] + _DIGITS.sub("#", words[numbered.end() :])
    return _DIGITS.sub("#", words)


def roman_at_edge(line: str) -> str:
    """The roman number in small letters that other words of `line` stand behind or before, as in
    the running heads of a preface; "" where there is none."""
    found = _EDGE_ROMAN.search(line.strip())
    return found[0] if found is not None and _is_roman(found[0]) else ""


def repeated(edges: Sequence[Iterable[str]]) -> frozenset[str]:
    """The shapes of the lines that stand at the edge of page after page. `edges` gives for each
    page the lines near its top and foot. Headings that count, each with a number of its own, come
    back with none: "Article 1" and "Article 2" may each begin a page."""
    pages = len(edges)
    if pages < 2:
        return frozenset()
    counted = Counter(found for lines in edges for found in {shape(line) for line in lines})
    counting: dict[str, set[str]] = {each: set() for each in counted if _COUNTING.fullmatch(each)}
    if counting:  # as seldom
        for line in (line for lines in edges for line in lines if shape(line) in counting):
            if _DIGITS.search(line):
                counting[shape(line)].add(" ".join(line.split()).casefold())
    enough = 2 if pages < 6 else 3
    return frozenset(
        found
        for found, times in counted.items()
        if times >= enough and found.strip(" #.-–—|") and times > len(counting.get(found, ()))
    )


def printed_numbers(edges: Sequence[Sequence[str]], labels: Sequence[str] = ()) -> list[str] | None:
    """The number printed on each page, where they run on from page to page; else None.

    A page on which none is printed, as a first one, has the number that the others give it. Where
    other numbers run on too, as those of footnotes may, one that stands alone in its line or beside
    a running head counts twice, and so does one that the file names as the page's in `labels`.
    """
    votes: Counter[int] = Counter()
    weights: Counter[int] = Counter()
    heads = repeated(edges)
    candidates = [_candidates(lines, heads) for lines in edges]
    for page, (surely, beside) in enumerate(candidates):
        votes.update({number - page for number in surely | beside})
        weights.update({number - page for number in surely | beside})
        weights.update({number - page for number in surely})
        label = labels[page] if page < len(labels) else ""
        if label.isascii() and label.isdigit():
            weights.update({number - page for number in (surely | beside) & {int(label)}})
    enough = [offset for offset, times in votes.items() if times >= 2 and times >= 0.5 * len(edges)]
    if not enough:
        return None
    offset = max(enough, key=weights.__getitem__)
    numbers = _with_gaps([offset + page for page in range(len(edges))], candidates)
    roman = any(page_number(line).isalpha() for lines in edges for line in lines)
    if roman and not any(
        line[:1].isdigit() or line[-1:].isdigit() for each in edges for line in each
    ):
        return [to_roman(number) if number > 0 else "" for number in numbers]
    return [str(number) if number > 0 else "" for number in numbers]


def _with_gaps(
    numbers: Sequence[int], candidates: Sequence[tuple[set[int], set[int]]]
) -> list[int]:
    """The numbers of pages that run on, and where pages were taken out those that are printed: on
    two pages at least, or on the first of all, each of which bears no other that may be its own."""
    borne = Counter(number for surely, _ in candidates for number in surely)
    steps = Counter(
        number - page for page, (surely, _) in enumerate(candidates) for number in surely
    )
    found = [*numbers]
    for page, (surely, beside) in enumerate(candidates):
        own = {number for number in surely if borne[number] == 1}
        if numbers[page] in surely | beside or len(own) != 1:
            continue
        (number,) = own
        several = steps[number - page] > 1 and (not page or number > found[page - 1])
        if several or (not page and numbers[0] - _NEAR <= number < numbers[0]):
            found[page] = number
    return found


_NEAR = 10
"""Pages that may be taken out behind the first, if its number alone is another."""


def to_roman(number: int) -> str:
    """ "xii" for 12."""
    tens = ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"]
    ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
    return "c" * (number // 100) + tens[number // 10 % 10] + ones[number % 10]


def _candidates(lines: Sequence[str], heads: frozenset[str]) -> tuple[set[int], set[int]]:
    """The numbers that are all of their line or stand beside a head that comes back, and those
    that begin or end another. What a figure begins at the foot of a page is a footnote, and what
    one with a full stop begins is a paragraph."""
    surely: set[int] = set()
    beside: set[int] = set()
    for at, line in enumerate(lines):
        number = page_number(line)
        if number:
            surely.add(value(number))
            continue
        found = [*_AT_EDGE.finditer(line.strip())]
        numbers = {int(each[1] or each[2]) for each in found}
        if numbers and shape(line) in heads:
            surely |= numbers
        else:
            at_foot = at >= _TOP or at == len(lines) - 1
            beside |= {
                int(each[1] or each[2])
                for each in found
                if each[2] or not (at_foot or _ITEM.match(line.strip()))
            }
    return surely, beside


def borne_numbers(edges: Sequence[Sequence[str]]) -> list[tuple[set[int], set[int]]]:
    """The numbers in figures at the edges of each page: those that are surely its own if any is,
    and the others."""
    heads = repeated(edges)
    return [
        _candidates([line for line in lines if not page_number(line).isalpha()], heads)
        for lines in edges
    ]


def kind_of(line: str, shapes: frozenset[str], printed: str) -> FurnitureKind | None:
    """What a line at the edge of a page is; None if it may be the author's. `printed` is the
    number that the page should bear, "" where that is not known."""
    if printed and are_one_number(line, printed):
        return FurnitureKind.PAGE_NUMBER
    return FurnitureKind.HEADER if shape(line) in shapes else None


def heads_guessed(
    kinds: Iterable[FurnitureKind | None], chosen: RunningHeads | None
) -> tuple[Guess, ...]:
    """What became of running heads, of which there are some among `kinds`, and may become of them:
    what comes back may be the author's, as a sentence with which each part of a speech ends."""
    if chosen is None and FurnitureKind.HEADER not in kinds:
        return ()
    how = chosen or RunningHeads.ASIDE
    others = tuple(str(each) for each in RunningHeads if each is not how)
    why = Because.CHOSEN if chosen else Because.COMES_BACK
    return (Guess("running_heads", str(how), others, why),)


def are_one_number(line: str, label: str) -> bool:
    """Whether `line` is nothing but the number of the page that is called `label`."""
    number, named = page_number(line), page_number(label)
    if number and named:
        return value(number) == value(named)
    prefixed = prefixed_number(line)
    return bool(prefixed) and "".join(prefixed).casefold() == label.replace("–", "-").casefold()


def prefixed_number(line: str) -> tuple[str, str] | tuple[()]:
    """The letters and the figures where `line` is nothing but these: "A-" and "12"."""
    found = _PREFIXED.fullmatch(line.strip())
    return (found[1].replace("–", "-"), found[2]) if found is not None else ()
