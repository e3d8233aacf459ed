"""What is measured of the rows of a PDF: sizes, pitch, indents, edges. Lengths are points."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from .pdf_order import Row

_ENDS = re.compile(r"[.?!:…][\"'”’»)\]]*\d{0,3}$")
_EDGE = 3
"""Rows of a running head, at most."""
_NUMBERED = re.compile(r"\d{1,3}[.)]?\s+(?=.*[^\W\d_])")
_AS_BEFORE = re.compile(r"(?:ibid|id|idem|ebd|ebenda|ders|там же)\b", re.IGNORECASE)
_NOTES = 4
"""Rows of footnotes that are looked at at the foot of a page."""
LONGEST_HEADING = 160
"""Letters."""
SMALLER = 0.93
"""Of the usual size: what is set no larger may be a note."""


def outermost(rows: Sequence[Row]) -> list[Row]:
    """The two rows at the top of a page and the two at its foot, among which its number is."""
    ordered = sorted(rows, key=lambda row: -row.y)
    return ordered[:2] + ordered[2:][-2:]


def notes_at_foot(pages: Sequence[list[Row]]) -> set[int]:
    """The ids of the rows at the feet of pages that are footnotes, with whose numbers those of
    pages might be mistaken: smaller than the text, a number and words. What says the same on
    several pages is a running foot, but for “ibid.”"""
    size = 0.0
    found: list[tuple[Row, str]] = []
    for rows in pages:
        ordered = sorted(rows, key=lambda row: -row.y)
        for row in ordered[max(2, len(ordered) // 2) :][-_NOTES:]:
            number = _NUMBERED.match(row.text)
            if number is None:
                continue
            size = size or usual_size(pages)
            if row.size <= SMALLER * size:
                found.append((row, row.text[number.end() :].casefold()))
    said = Counter(words for _, words in found)
    return {id(row) for row, words in found if said[words] == 1 or _AS_BEFORE.match(words)}


def edge_rows(rows: Sequence[Row], pitch: float) -> list[Row]:
    """The rows at the top and the foot of a page that may be its running heads: the outermost, and
    those next to it that a gap parts from the rest."""
    ordered = sorted(rows, key=lambda row: -row.y)
    found: list[Row] = []
    for side in (ordered, ordered[::-1]):
        block = 1
        for nth in range(1, min(_EDGE + 1, len(side))):
            apart = abs(side[nth - 1].y - side[nth].y) > 1.6 * pitch
            if apart and (nth == 1 or len(side) > nth + _EDGE):
                block = nth
        found += side[:block]
    return list(dict.fromkeys(found))


def usual_size(pages: Sequence[list[Row]]) -> float:
    exact: Counter[float] = Counter()
    for rows in pages:
        for row in rows:
            exact[row.size] += len(row.text)
    sizes: Counter[float] = Counter()
    for size, letters in exact.items():
        sizes[round(size, 1)] += letters
    return max(1.0, sizes.most_common(1)[0][0]) if sizes else 10.0


def heading_sizes(pages: Sequence[list[Row]], usual: float) -> dict[float, int]:
    """The level of each size that is larger than the usual one, the largest first; sizes that are
    nearly alike are one."""
    sizes: Counter[float] = Counter()
    letters = 0
    for rows in pages:
        for row in rows:
            letters += len(row.text)
            if row.size > 1.12 * usual and len(row.text) <= LONGEST_HEADING:
                sizes[round(row.size, 1)] += len(row.text)
    found: dict[float, int] = {}
    level = 0
    last = float("inf")
    for size in sorted(sizes, reverse=True):
        if sizes[size] > 0.3 * letters and letters > 400:
            continue  # that is no heading: half of the document is set in it
        if size < 0.95 * last:
            level, last = min(level + 1, 6), size
        found[size] = level
    return found


def usual_pitch(pages: Sequence[list[Row]], size: float) -> float:
    gaps: list[float] = []
    for rows in pages[:60]:
        for before, row in pairwise(rows):
            gap = before.y - row.y
            if before.column == row.column and 0.5 * size < gap < 4 * size:
                gaps.append(gap)
    if not gaps:
        return 1.2 * size
    gaps.sort()
    # Lines within paragraphs are nearer to one another than paragraphs are.
    usual = gaps[len(gaps) // 4]
    return usual if len(gaps) >= 6 else min(usual, 1.3 * size)


def uses_indents(pages: Sequence[list[Row]], size: float) -> bool:
    """Whether paragraphs begin with an indent: seen where a line ends a sentence and the next
    stands in, without a gap."""
    indented = plain = 0
    for rows in pages[:60]:
        for before, row in pairwise(rows):
            if before.column == row.column and ends(before.text):
                step = row.left - before.left
                indented += 0.7 * size < step < 5 * size
                plain += abs(step) < 0.3 * size
    return indented > 3 and indented > 0.2 * plain


def ends(text: str) -> bool:
    """Whether a sentence ends with it."""
    if text[-1:].isalpha():  # as most lines
        return False
    return _ENDS.search(text, max(0, len(text) - 8)) is not None


def ends_early(before: Row, row: Row, spare: float = 0.0) -> bool:
    """Whether the next word, and `spare` of the line's letters more, would have had room: the line
    was not broken for its length."""
    text = row.text
    letter = (row.right - row.left) / max(1, len(text))
    word = text.split(maxsplit=1)[0]
    return before.right + (len(word) + 1.5 + spare * len(before.text)) * letter < before.edges[1]


def begins_at_edge(row: Row) -> bool:
    """Of its column: it is neither indented nor set in the middle."""
    return row.left - row.edges[0] <= 0.7 * row.size


def is_mostly_bold(pages: Sequence[list[Row]]) -> bool:
    bold = letters = 0
    for rows in pages:
        for row in rows:
            letters += len(row.text)
            bold += len(row.text) if row.lines[0].bold else 0
    return bold > 0.6 * letters
