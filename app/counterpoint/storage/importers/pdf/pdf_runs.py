"""What is written in the rows of a PDF: marks of notes, powers and lowered figures told apart."""

import re
from collections.abc import Iterator, Sequence

from counterpoint.domain.source import FurnitureKind
from counterpoint.storage.importers.text.text_builder import Run

from .pdf_lines import PdfLine
from .pdf_marks import GONE, Mark
from .pdf_measures import SMALLER
from .pdf_order import APART, Row

_HIGH = str.maketrans("0123456789-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻")
"""What is raised beside a figure: it would be another number, whether it is a power or a mark."""
_LOW = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_SIGN = re.compile(r"\d{1,3}|[*†‡§]{1,3}")
_FIGURE = re.compile(r"\d{1,3}(?=\D)")
_BEFORE_MARKS = re.compile(r"(?:[^\W\d_]{3}|[^\w\s/⁄+=<>(\[{*·×-])$")
"""A word of more than two letters, or what ends a sentence, a part of it or a quotation."""
_ENDS = re.compile(r"[.,;:!?…\"'”’»]$")
_UNIT = re.compile(r"(?:^|[\W\d_])(?:[kcdmnµμ]?m|s|ft|yd|mi)$")


class Runs:
    """Makes runs of the rows of `pages`; `size` is the usual one of their letters, in points."""

    def __init__(self, pages: Sequence[list[Row]], size: float) -> None:
        self.notes = [set(_begun(rows, size)) for rows in pages]
        """The numbers of the notes of each page."""
        self.likely = [set(_likely(rows)) for rows in pages]
        """The figures that are raised where marks stand."""
        self.all_likely = {number for here in self.likely for number in here}

    def of_row(self, row: Row, page: int) -> list[Run]:
        first = row.lines[0]
        if len(row.lines) == 1 and not first.marks:  # as most
            return [Run(first.text.rstrip(), page, first.at, row.number)]
        return self.of_lines(row.lines, page, row.number)

    def of_lines(self, lines: Sequence[PdfLine], page: int, number: int) -> list[Run]:
        """`number` is that which is printed beside them in the margin; 0 for none."""
        runs: list[Run] = []
        before: PdfLine | None = None
        for line in lines:
            lone = before is not None and _lone(before, line)
            if before is not None and lone:
                runs.append(self._of_mark(before.text + line.text, lone, page, line.at, number))
                continue
            if before is not None and _are_apart(before, line):
                runs.append(Run(" ", page))
            before = line
            start = 0
            text = line.text.rstrip()
            if text and not line.marks:  # as most
                runs.append(Run(text, page, line.at, number))
                continue
            for mark in line.marks:
                if mark.start > start:
                    runs.append(Run(text[start : mark.start], page, line.at + start, number))
                if mark.rise == GONE:
                    start = mark.end
                    blank = not runs or runs[-1].text[-1:].isspace()
                    start += len(text[start:]) - len(text[start:].lstrip()) if blank else 0
                    continue
                words, at = text[mark.start : mark.end], line.at + mark.start
                if words and not mark.start and mark.rise >= 0 and not _hangs_on(text, mark):
                    runs.append(Run(words, page, at, number))
                    if not text[mark.end : mark.end + 1].isspace():
                        runs.append(Run(" ", page))  # what is raised touches nothing
                elif words:
                    runs.append(self._of_mark(text, mark, page, at, number))
                start = mark.end
            if text[start:]:
                runs.append(Run(text[start:], page, line.at + start, number))
        return runs

    def _of_mark(self, text: str, mark: Mark, page: int, at: int, number: int) -> Run:
        if self._is_of_note(text, mark, page):
            words = text[mark.start : mark.end]
            return Run(words, page, at, kind=FurnitureKind.FOOTNOTE_MARK)
        return Run(_written(text, mark), page, at, number)

    def _is_of_note(self, text: str, mark: Mark, page: int) -> bool:
        words = text[mark.start : mark.end]
        if mark.rise < 0 or text[mark.start - 1].isdecimal():
            return False
        if not words.isdecimal():
            return words[:1] not in "-−–"
        number = int(words)
        here = self.notes[page]
        if _may_mark(text, mark):
            following = self.notes[page + 1] if page + 1 < len(self.notes) else set()
            if number in here or number in following or {number - 1, number + 1} & self.all_likely:
                return True
            return _ENDS.search(text[: mark.start].rstrip()) is not None  # nothing else is there
        if _hangs_on(text, mark) or (number in (2, 3) and _UNIT.search(text[: mark.start])):
            return False
        return number in here and number not in self.likely[page]


def raised_figure(row: Row) -> str:
    """The figure or sign at the beginning of a row that is set smaller than it and higher; else
    \"\"."""
    first = row.lines[0]
    if not first.marks and len(row.lines) == 1:  # as most
        return ""
    bare = first.text.strip()
    if len(row.lines) > 1 and first.size < 0.8 * row.size and _SIGN.fullmatch(bare):
        return bare
    start = len(first.text) - len(first.text.lstrip())
    if first.marks and first.marks[0].start == start and first.marks[0].rise >= 0:
        return first.text[start : first.marks[0].end]
    return ""


def _lone(before: PdfLine, line: PdfLine) -> Mark | None:
    """The mark that is all of `line`, within the words of both, where it touches `before`."""
    touches = line.left - before.right < APART * before.size
    if not touches or line.size > 0.85 * before.size or not _SIGN.fullmatch(line.text):
        return None
    start, higher = len(before.text), line.y - before.y
    rise = 1 if higher > 0.15 * before.size else -1 if higher < 0 else 0
    return Mark(start, start + len(line.text), rise)


def _are_apart(before: PdfLine, line: PdfLine) -> bool:
    """Whether a blank stands between two lines of a row that neither has."""
    if before.text[-1:].isspace() or line.text[:1].isspace():
        return before.text[-1:].isspace() and not line.text[:1].isspace()
    return line.left - before.right > APART * max(line.size, before.size)


def _begun(rows: Sequence[Row], size: float) -> Iterator[int]:
    """The numbers with which notes begin, or what may be one."""
    for row in rows:
        figure = raised_figure(row)
        if figure.isdecimal():
            yield int(figure)
        elif row.size <= SMALLER * size and (found := _FIGURE.match(row.text)) is not None:
            yield int(found[0])


def _likely(rows: Sequence[Row]) -> Iterator[int]:
    for row in rows:
        for line in row.lines:
            for mark in line.marks:
                words = line.text[mark.start : mark.end]
                if mark.start and words.isdecimal() and _may_mark(line.text, mark):
                    yield int(words)


def _may_mark(text: str, mark: Mark) -> bool:
    """Whether the mark of a note may stand there."""
    before = text[: mark.start]
    if mark.rise < 0 or _hangs_on(text, mark):
        return False
    return _BEFORE_MARKS.search(before.rstrip()) is not None


def _hangs_on(text: str, mark: Mark) -> bool:
    """Whether it belongs to what follows: ¹⁴C, ¹/₂."""
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    return after in ("/", "⁄") or (not before.strip() and mark.start > 0 and after.isalpha())


def _written(text: str, mark: Mark) -> str:
    words = text[mark.start : mark.end]
    if mark.rise:
        return words.translate(_HIGH if mark.rise > 0 else _LOW)
    return words.translate(_HIGH) if text[mark.start - 1 : mark.start].isdecimal() else words
