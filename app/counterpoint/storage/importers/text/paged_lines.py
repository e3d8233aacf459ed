"""The pages of a plain text without form feeds: told by numbers in lines of their own that run on,
or by running heads that come back with another number."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from counterpoint.domain.because import Because
from counterpoint.domain.source import FurnitureKind, Numbering
from counterpoint.storage.importers.draft import Choices, Guess, PageNumbers, RunningHeads

from .running_lines import page_number, shape
from .transcript import FileLine

_LONGEST_FURNITURE = 90
_FEWEST_HEADS = 3
_UNEVEN = 0.4
"""Of the lines of a page: so many more or fewer another may have."""
_SHORT = 0.25
"""Of all pages: those that may be shorter, as the last of a chapter is."""
_BESIDE = 2
"""Lines before or behind the number of a page that may belong to its head or foot."""
_TITLE = 3
"""Lines that may stand over the number at the top of a first page."""
_OF_A_PAGE = re.compile(
    r"(?:\b(?:pages?|pag|p|p[aá]gina|seite|strona|sivu|sida|side)|\bстр|\bстраница)\.?\s?#"
)


class Parted(NamedTuple):
    lines: list[FileLine]
    """Those of the author's argument."""
    furniture: list[tuple[FileLine, FurnitureKind]]
    labels: list[str]
    """Of the pages."""
    guess: Guess | None = None
    """Where on their pages the numbers stand."""
    may_have_pages: bool = False
    """Whether there are pages if a person says so."""


def parted_by_numbers(lines: list[FileLine], choices: Choices) -> Parted:
    """`lines` are all of a file."""
    numbers = _running_numbers(lines)
    heads = _running_heads(lines)
    marks, may_have_pages = numbers, False
    if not numbers and len(heads) >= _FEWEST_HEADS:
        runs_on = all(heads[b] == heads[a] + 1 for a, b in pairwise(sorted(heads)))
        paged = runs_on and _are_of_pages(lines, sorted(heads))
        may_have_pages = runs_on and not paged
        if paged or (runs_on and choices.numbering is Numbering.PAGE):
            marks = {at: str(heads[at]) for at in sorted(heads)}
    keep = choices.running_heads is RunningHeads.KEPT
    furniture: dict[int, FurnitureKind] = dict.fromkeys(heads, FurnitureKind.HEADER)
    furniture |= dict.fromkeys(numbers, FurnitureKind.PAGE_NUMBER)
    begins, labels, guess = frozenset[int](), list[str](), None
    if marks:
        found = _Pages(lines, marks, furniture)
        furniture |= dict.fromkeys(found.heads, FurnitureKind.HEADER)
        where, why, sure = found.where(choices.page_numbers, heads=not numbers)
        begins, labels = found.pages(where)
        other = PageNumbers.FOOT if where is PageNumbers.TOP else PageNumbers.TOP
        guess = Guess("page_numbers", str(where), (str(other),), why, sure)
    if keep:
        furniture = dict.fromkeys(numbers, FurnitureKind.PAGE_NUMBER)
    kept, put_by = _sorted_out(lines, furniture, begins, paged=bool(labels))
    return Parted(kept, put_by, labels, guess, may_have_pages)


def _sorted_out(
    lines: list[FileLine],
    furniture: Mapping[int, FurnitureKind],
    begins: frozenset[int],
    *,
    paged: bool,
) -> tuple[list[FileLine], list[tuple[FileLine, FurnitureKind]]]:
    """The author's lines and the others, each with its page. `begins` are the first lines of all
    pages but one."""
    kept = lines
    put_by: list[tuple[FileLine, FurnitureKind]] = []
    if furniture:  # as seldom
        kept, page = [], 0 if paged else -1
        for line in lines:
            page += line.number in begins
            kind = furniture.get(line.number)
            if kind is None:
                kept.append(line._replace(page=page))
            else:
                put_by.append((FileLine(line.number, line.words.strip(), page), kind))
    while kept and not kept[-1].words.strip():
        kept.pop()
    return kept, put_by


class _Pages:
    """`marks` are the labels of pages by the lines, from 1, in which they stand; `furniture` what
    is known for it. `heads` are lines that come back beside the marks."""

    def __init__(
        self,
        lines: Sequence[FileLine],
        marks: Mapping[int, str],
        furniture: Mapping[int, FurnitureKind],
    ) -> None:
        self.lines = lines
        self.marks = marks
        self.at = sorted(marks)
        known = set(furniture)
        beside = {number: words for at in self.at for number, words in _beside(lines, at, known)}
        times = Counter(map(shape, beside.values()))
        enough = max(2, 0.4 * len(self.at))
        all_of = Counter(shape(words) for line in lines if _may_be_head(words := line.words))
        self._shapes = {
            form
            for form, many in times.items()
            if many >= enough and all_of[form] <= many + 2 and any(map(str.isalpha, form))
        }
        self.heads = {at for at, words in beside.items() if shape(words) in self._shapes}
        full = [line.number for line in lines if line.words.strip()]
        ends = {
            number
            for number in (*full[:_BESIDE], *full[-_BESIDE:])
            if number not in marks and shape(lines[number - 1].words.strip()) in self._shapes
        }
        self.heads |= ends
        self._set_apart = (self.heads | set(furniture)) - set(marks)
        own = [number for number in full if number not in marks and number not in self._set_apart]
        self.before = sum(number < self.at[0] for number in own)
        self.after = sum(number > self.at[-1] for number in own)
        self._begins_with_head = bool(own) and any(each < own[0] for each in self._set_apart)
        self._ends_with_head = bool(own) and any(each > own[-1] for each in self._set_apart)
        self._middle = sorted(b - a for a, b in pairwise(self.at))[(len(self.at) - 1) // 2]

    def where(
        self, chosen: PageNumbers | None, *, heads: bool
    ) -> tuple[PageNumbers, Because, bool]:
        """Where on their pages the marks stand, why so, and whether that is sure. A head stands at
        the top unless something speaks against it."""
        if chosen is not None:
            return chosen, Because.CHOSEN, True
        if bool(self.before) is not bool(self.after):
            top = bool(self.after)
            return _place(top=top), Because.AT_ITS_EDGE, True
        upper = sum(len(self._near(at, -1)) for at in self.at)
        lower = sum(len(self._near(at, 1)) for at in self.at)
        if (self._begins_with_head or self._ends_with_head) and upper != lower:
            return _place(top=upper > lower), Because.BESIDE_HEADS, True
        if heads:
            return PageNumbers.TOP, Because.HAS_PAGES, True
        over = [self._gap(at, -1) - self._gap(at, 1) for at in self.at]
        for top in (True, False):
            if sum((each > 0) is top and each != 0 for each in over) >= 0.8 * len(over):
                return _place(top=top), Because.NEARER, True
        first = self.marks[self.at[0]]
        titled = first == "1" and self.before <= _TITLE
        second = first == "2" and self.before <= 1.3 * self._middle
        return _place(top=titled or second), Because.BOTH_SIDES, False

    def pages(self, where: PageNumbers) -> tuple[frozenset[int], list[str]]:
        """The lines with which all pages but the first begin, and what each page is called."""
        labels = [self.marks[at] for at in self.at]
        if where is PageNumbers.TOP:
            begins = [self._first_of_block(at) for at in self.at]
            if not self.before or (labels[0] == "1" and self.before <= _TITLE):
                return frozenset(begins[1:]), labels
            first = int(labels[0]) - 1
            return frozenset(begins), [str(first) if first > 0 else "[1]", *labels]
        begins = [self._last_of_block(at) + 1 for at in self.at]
        if not self.after:
            return frozenset(begins[:-1]), labels
        return frozenset(begins), [*labels, str(int(labels[-1]) + 1)]

    def _near(self, at: int, step: int) -> list[int]:
        """How far from the mark at `at` its heads stand on one side."""
        found: list[int] = []
        passed = 0
        number = at + step
        while 0 < number <= len(self.lines) and passed < _BESIDE:
            if self.lines[number - 1].words.strip():
                if number not in self._set_apart:
                    break
                found.append(abs(number - at))
                passed += 1
            number += step
        return found

    def _first_of_block(self, at: int) -> int:
        """The first line of a page with the mark at its top: of the heads over it, unless these
        stand at the foot of the page before, as the text's end shows."""
        near = [] if self._ends_with_head and not self._begins_with_head else self._near(at, -1)
        return at - max(near, default=0)

    def _last_of_block(self, at: int) -> int:
        near = [] if self._begins_with_head and not self._ends_with_head else self._near(at, 1)
        return at + max(near, default=0)

    def _gap(self, at: int, step: int) -> int:
        """Empty lines between the author's and the mark with its heads."""
        number = at + step * (max(self._near(at, step), default=0) + 1)
        many = 0
        while 0 < number <= len(self.lines) and not self.lines[number - 1].words.strip():
            many += 1
            number += step
        return many


def _place(*, top: bool) -> PageNumbers:
    return PageNumbers.TOP if top else PageNumbers.FOOT


def _beside(lines: Sequence[FileLine], at: int, known: set[int]) -> list[tuple[int, str]]:
    """The lines next to the one at `at` that may be running heads, by their numbers."""
    found: list[tuple[int, str]] = []
    for step in (-1, 1):
        number, passed = at + step, 0
        while 0 < number <= len(lines) and passed < _BESIDE:
            words = lines[number - 1].words.strip()
            if words and number not in known:
                passed += 1
                if _may_be_head(words):
                    found.append((number, words))
            number += step
    return found


def _may_be_head(words: str) -> bool:
    return 0 < len(words.strip()) <= _LONGEST_FURNITURE


def _running_numbers(lines: Sequence[FileLine]) -> dict[int, str]:
    """Numbers that stand alone at the end of a block, each one more than the one before, by the
    numbers of their lines."""
    found: list[tuple[int, str]] = []
    empty = [-1, *(at for at, line in enumerate(lines) if not line.words), len(lines)]
    for at in sorted({beside for each in empty for beside in (each - 1, each + 1)}):
        number = page_number(lines[at].words) if 0 <= at < len(lines) else ""
        if not number.isdigit() or len(number) > 4:
            continue
        if not found or int(number) == int(found[-1][1]) + 1:
            found.append((lines[at].number, number))
    return dict(found) if len(found) > 1 else {}


def _are_of_pages(lines: Sequence[FileLine], at: Sequence[int]) -> bool:
    """Whether the heads in the lines `at` are those of pages: they say so, or part the
    text evenly but for a few short pages, as heads of chapters do not."""
    if all(_OF_A_PAGE.search(shape(lines[number - 1].words)) for number in at):
        return True
    far = sorted(b - a for a, b in pairwise(at))
    usual = far[len(far) // 2]
    short = sum(each < (1 - _UNEVEN) * usual for each in far)
    if far[-1] - far[0] <= _UNEVEN * usual:
        return True
    few = short <= _SHORT * len(far) and len(far) - short >= _FEWEST_HEADS
    return few and far[-1] <= (1 + _UNEVEN) * usual


def _running_heads(lines: Sequence[FileLine]) -> dict[int, int]:
    """Their numbers, by those of their lines."""
    by_shape: dict[str, list[FileLine]] = {}
    for line in lines:
        words = line.words.lstrip()
        if not (words[-1:].isdigit() or words[:1].isdigit()):
            continue
        if 3 < len(words) <= _LONGEST_FURNITURE:
            form = shape(words)
            if form.strip(" #.-–—|()") and "#" in form:
                by_shape.setdefault(form, []).append(line)
    heads: dict[int, int] = {}
    for form, alike in by_shape.items():
        numbers = [_edge_number(line.words.strip()) for line in alike]
        apart = _LEAST_OF_A_PAGE if _OF_A_PAGE.search(form) else _LEAST_APART
        far = all(b.number - a.number > apart for a, b in pairwise(alike))
        rising = all(b > a for a, b in pairwise(numbers))
        if len(alike) > 1 and far and rising:
            heads |= {line.number: number for line, number in zip(alike, numbers, strict=True)}
    return heads


_LEAST_APART, _LEAST_OF_A_PAGE = 15, 3
"""Lines between two heads, and between two that say themselves to be those of pages."""


def _edge_number(words: str) -> int:
    found = re.search(r"(\d+)$", words) or re.match(r"(\d+)", words)
    return int(found[1]) if found else 0
