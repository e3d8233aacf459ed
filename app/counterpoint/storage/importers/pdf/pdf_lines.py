"""The lines of a PDF's pages, as PDFium tells them: words, place on the page, size of letters.

Lengths are points; y grows upwards. A page that is shown turned is turned here too, so that lines
run from left to right.
"""

import ctypes
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from counterpoint.storage.importers.limits import LIMITS
from counterpoint.storage.importers.refusal import Reason, Refused

from . import pdfium_calls as calls
from .pdf_accents import ACCENT, over_letters
from .pdf_annotations import annotations_on
from .pdf_drawn import drawn_on
from .pdf_marks import GONE, Mark, marks_in
from .pdf_rules import NO_RULES, Rule, Rules
from .pdf_struck import without_struck
from .pdf_unseen import MOST_SIZE, UnseenWords

HYPHEN = "\ufffe"
"""What PDFium gives for a hyphen at a line's end."""
_END = "\r\n"


class PdfLine:
    """Words that stand side by side on a page, with no gap that could be one between columns."""

    __slots__ = ("at", "bold", "left", "marks", "right", "size", "text", "top", "y")

    def __init__(
        self,
        text: str,
        at: int,
        left: float,
        right: float,
        y: float,
        top: float,
        size: float,
        bold: bool,
    ) -> None:
        self.text = text
        self.at = at
        """PDFium's index of the first letter."""
        self.left = left
        self.right = right
        self.y = y
        """Where it stands: the lowest point of its letters."""
        self.top = top
        self.size = size
        """The height of its font."""
        self.bold = bold
        self.marks: tuple[Mark, ...] = ()

    def __repr__(self) -> str:
        return f"{self.left:.0f}–{self.right:.0f} @{self.y:.0f} {self.size:.1f} {self.text!r}"


class PdfPage(NamedTuple):
    lines: list[PdfLine]
    sideways: list[PdfLine]
    """Those that run up or down the page."""
    width: float
    height: float
    letters: int
    unmapped: bool
    """Whether most of its shapes have no letters behind them."""
    pictures: int
    pictured: float
    """How much of the page pictures cover, from 0 to 1."""
    comments: tuple[str, ...]
    """What each comment or mark says; "" where it says nothing."""
    filled: tuple[str, ...]
    """What somebody has filled into each field of a form."""
    hidden: int
    """Words without ink."""
    white: int
    """Words in white."""
    no_size: int
    """Places with letters too small or too large for any page."""
    off_page: tuple[str, ...]
    """Lines that stand beyond the edges of what is shown of it."""
    struck: tuple[str, ...]
    """What a line is drawn through."""
    rules: Rules


class _Page:
    """One page that is being read; its ctypes values are made once for all pages."""

    def __init__(self) -> None:
        self.edges = (ctypes.c_double * 4)()
        """Left, top, right and bottom of a rectangle."""
        first, step = ctypes.addressof(self.edges), ctypes.sizeof(ctypes.c_double)
        self.edge_places = tuple(range(first, first + 4 * step, step))
        self.box = pdfium.FS_RECTF()
        self.box_ref = ctypes.byref(self.box)
        self.text = (ctypes.c_ushort * _USUAL)()
        self.unseen = UnseenWords()


_USUAL = 10_000
"""Letters of a page, and more than most have."""


class _Open(NamedTuple):
    """PDFium's handles of a page and of its text, or null."""

    page: Any
    words: Any

    def close(self) -> None:
        if self.words:
            pdfium.FPDFText_ClosePage(self.words)
        if self.page:
            pdfium.FPDF_ClosePage(self.page)


def read_pages(document: Any, pages: Iterable[int]) -> Iterator[PdfPage]:
    """`document` is PDFium's own handle. Raises Refused if a page holds too much."""
    room = _Page()
    open_now = _Open(None, None)
    try:
        for number in pages:
            page = pdfium.FPDF_LoadPage(document, number)
            words = pdfium.FPDFText_LoadPage(page) if page else None
            # Not before: else the memory of each page goes back to the system, and it takes a
            # fifth of the time to ask for that of the next.
            open_now.close()
            open_now = _Open(page, words)
            if page:
                yield _read(page, words, room)
            else:
                yield PdfPage([], [], 0, 0, 0, False, 0, 0, (), (), 0, 0, 0, (), (), NO_RULES)
    finally:
        open_now.close()


def _read(page: Any, words: Any, room: _Page) -> PdfPage:
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    count = pdfium.FPDFText_CountChars(words) if words else 0
    if count > LIMITS.page_letters:
        raise Refused(Reason.TOO_LONG, "one of its pages holds more letters than a book")
    text = _text(words, count, room)
    same = len(text) == count  # as nearly always: then both count alike
    lines, sideways = _lines(words, text, same, room) if text.strip() else ([], [])
    lines, sideways, off_page = _on_page(page, lines, sideways, room)
    drawn = drawn_on(page, width * height)
    lines = _cut(words, lines, drawn.rules.upright, room)
    struck: tuple[str, ...] = ()
    if drawn.thin:
        struck = without_struck(words, lines, drawn.thin, room.box)
        lines = [_without_blanks(line) for line in lines if line.text.strip()]
    turn = pdfium.FPDFPage_GetRotation(page)
    if turn:
        lines, sideways = _turned([*lines, *sideways], turn), []
    return PdfPage(
        lines,
        sideways,
        width,
        height,
        len(text),
        _unmapped(words, text, count),
        *drawn.pictures,
        *annotations_on(page, words),
        *room.unseen.of(drawn.texts, words),
        off_page,
        struck,
        NO_RULES if turn else drawn.rules,
    )


def _without_blanks(line: PdfLine) -> PdfLine:
    """As it begins, where its first words are gone."""
    cut = len(line.text) - len(line.text.lstrip())
    if cut and line.marks and line.marks[0].rise == GONE:
        line.at += cut
        line.text = line.text[cut:]
        moved = (mark._replace(start=mark.start - cut, end=mark.end - cut) for mark in line.marks)
        line.marks = tuple(mark for mark in moved if mark.start >= 0)
    return line


def _on_page(
    page: Any, lines: list[PdfLine], sideways: list[PdfLine], room: _Page
) -> tuple[list[PdfLine], list[PdfLine], tuple[str, ...]]:
    """The lines without those that stand wholly beyond what is shown of the page, and the words of
    these: nobody sees them, as the marks of printers."""
    if not pdfium.FPDF_GetPageBoundingBox(page, room.box_ref):
        return lines, sideways, ()
    left, bottom, right, top = room.box.left, room.box.bottom, room.box.right, room.box.top
    off = {
        id(line): line.text
        for line in (*lines, *sideways)
        if (line.right <= left or line.left >= right or line.top <= bottom or line.y >= top)
        and line.size < MOST_SIZE
    }
    if not off:
        return lines, sideways, ()
    kept = [[line for line in each if id(line) not in off] for each in (lines, sideways)]
    return kept[0], kept[1], tuple(off.values())


def _text(words: Any, count: int, room: _Page) -> str:
    if count <= 0:
        return ""
    if count >= len(room.text):
        room.text = (ctypes.c_ushort * (2 * count))()
    got = pdfium.FPDFText_GetText(words, 0, count, room.text)
    data = ctypes.string_at(room.text, ctypes.sizeof(ctypes.c_ushort) * max(0, got - 1))
    return data.decode("utf-16-le", "replace")


def _lines(words: Any, text: str, same: bool, room: _Page) -> tuple[list[PdfLine], list[PdfLine]]:
    lines: list[PdfLine] = []
    sideways: list[PdfLine] = []
    index_of = pdfium.FPDFText_GetCharIndexFromTextIndex
    count_rects, get_rect, weight = calls.count_rects, calls.get_rect, calls.get_font_weight
    get_loose_char_box = calls.get_loose_char_box
    edges, edge_places = room.edges, room.edge_places
    box, box_ref = room.box, room.box_ref
    accented = ACCENT.search(text) is not None
    plain = text.isascii() or max(text) <= "\uffff"
    position = 0
    for line in text.replace(HYPHEN, HYPHEN + _END).split(_END):
        start = position
        # PDFium counts in UTF-16 units, Python in code points.
        position += len(line) if plain else len(line) + sum(sign > "\uffff" for sign in line)
        position += 0 if line.endswith(HYPHEN) else 2
        if not line or line.isspace():
            continue
        at = start if same else index_of(words, start)
        found = count_rects(words, at, len(line))
        if not found:
            continue
        if accented and ACCENT.search(line) is not None:
            line = over_letters(words, line, at)  # noqa: PLW2901
        rects = []
        for nth in range(found):
            get_rect(words, nth, *edge_places)
            left, top, right, bottom = edges[:]
            rects.append((left, right, bottom, top))
        middle = at + _letter_in(line)
        get_loose_char_box(words, middle, box_ref)
        size = box.top - box.bottom
        if size <= 0:
            size = max(1.0, rects[0][3] - rects[0][2])
        bold = weight(words, middle) >= 600 and weight(words, at) >= 600
        bold = bold and weight(words, at + len(line.rstrip()) - 1) >= 600
        if found == 1:
            x0, x1, y0, y1 = rects[0]
            if y1 - y0 > 3 * (x1 - x0) and len(line) > 3:
                sideways.append(PdfLine(line, at, x0, x1, y0, y1, size, bold))
                continue
            foot, head = (box.bottom, box.top) if box.top > box.bottom else (y0, y1)
            made = PdfLine(line, at, x0, x1, foot, head, size, bold)
            made.marks = marks_in(words, line, at, size, room.box)
            lines.append(made)
        else:
            lines += _parted(words, line, at, rects, size, bold, room)
    return lines, sideways


def _letter_in(line: str) -> int:
    """A letter near the middle of it: a figure may be the mark of a footnote."""
    middle = len(line) // 2
    if line[middle].isalpha():
        return middle
    places: list[int] = [*range(middle, len(line)), *range(middle - 1, -1, -1)]
    for at in places:
        if line[at].isalpha():
            return at
    return len(line) - len(line.lstrip())


Rect = tuple[float, float, float, float]


def _parted(
    words: Any, line: str, at: int, rects: list[Rect], size: float, bold: bool, room: _Page
) -> list[PdfLine]:
    """A line of several rectangles: cut where these stand apart, as in two columns, or one below
    the other; its raised signs found."""
    groups: list[list[Rect]] = [[rects[0]]]
    for rect in rects[1:]:
        x0, x1, y0, y1 = groups[-1][-1]
        gap = rect[0] - x1
        below = y1 < rect[2] + 0.1 * size or rect[3] < y0 - 0.1 * size or gap < -2 * size
        if gap > 1.3 * size or (below and gap < -size):
            groups.append([rect])
        else:
            groups[-1].append(rect)
    if len(groups) == 1:
        own = max(size, _size(words, at, room), _size(words, at + len(line.rstrip()) - 1, room))
        _size(words, at + _letter_in(line), room)
        made = _line(line, at, rects, own, bold, room)
        made.marks = marks_in(words, line, at, own, room.box)
        return [made]
    cuts = [0]
    for group in groups[1:]:
        x0, _, y0, y1 = group[0]
        found = pdfium.FPDFText_GetCharIndexAtPos(words, x0 + 0.5, (y0 + y1) / 2, 3, 3) - at
        if not cuts[-1] < found < len(line):
            return [_line(line, at, rects, size, bold, room)]
        cuts.append(found)
    cuts.append(len(line))
    lines: list[PdfLine] = []
    for group, start, end in zip(groups, cuts, cuts[1:], strict=False):
        part = line[start:end]
        if part.strip():
            pdfium.FPDFText_GetLooseCharBox(words, at + start + _letter_in(part), room.box_ref)
            own = room.box.top - room.box.bottom or size
            made = _line(part, at + start, group, own, bold, room)
            made.marks = marks_in(words, part, at + start, own, room.box)
            lines.append(made)
    return lines


def _size(words: Any, at: int, room: _Page) -> float:
    pdfium.FPDFText_GetLooseCharBox(words, at, room.box_ref)
    return float(room.box.top - room.box.bottom)


def _line(text: str, at: int, rects: list[Rect], size: float, bold: bool, room: _Page) -> PdfLine:
    """Its height is that of the letter whose box was asked for last, where this lies in it."""
    low, high = min(rect[2] for rect in rects), max(rect[3] for rect in rects)
    if low - size < room.box.bottom < room.box.top < high + size:
        low, high = room.box.bottom, room.box.top
    return PdfLine(
        text,
        at,
        min(rect[0] for rect in rects),
        max(rect[1] for rect in rects),
        low,
        high,
        size,
        bold,
    )


def _cut(words: Any, lines: list[PdfLine], upright: Sequence[Rule], room: _Page) -> list[PdfLine]:
    """The lines with those beside upright rules parted where one crosses them, as they are two
    cells, and where letters stand apart."""
    if not upright:
        return lines
    found: list[PdfLine] = []
    for line in lines:
        middle = (line.y + line.top) / 2
        at = [rule.at for rule in upright if rule.start <= middle <= rule.end]
        found += _cut_at(words, line, at, room) if at else [line]
    return found


def _cut_at(words: Any, line: PdfLine, places: list[float], room: _Page) -> list[PdfLine]:
    boxes = [_across(words, line.at + nth, room) for nth in range(len(line.text))]
    inked = [nth for nth, sign in enumerate(line.text) if not sign.isspace()]
    starts = [0]
    for before, nth in pairwise(inked):
        (left, end), (start, right) = boxes[before], boxes[nth]
        crossed = any((left + end) / 2 < x < (start + right) / 2 for x in places)
        if crossed or start - end > 1.3 * line.size:
            starts.append(nth)
    if len(starts) == 1:
        return [line]
    found: list[PdfLine] = []
    for start, end in pairwise([*starts, len(line.text)]):
        own = [boxes[nth] for nth in inked if start <= nth < end]
        made = PdfLine(
            line.text[start:end],
            line.at + start,
            own[0][0],
            own[-1][1],
            line.y,
            line.top,
            line.size,
            line.bold,
        )
        made.marks = tuple(
            Mark(mark.start - start, mark.end - start, mark.rise)
            for mark in line.marks
            if start <= mark.start and mark.end <= end
        )
        found.append(made)
    return found


def _across(words: Any, at: int, room: _Page) -> tuple[float, float]:
    pdfium.FPDFText_GetLooseCharBox(words, at, room.box_ref)
    return room.box.left, room.box.right


def _turned(lines: list[PdfLine], turn: int) -> list[PdfLine]:
    for line in lines:
        x0, x1, y0, y1 = line.left, line.right, line.y, line.top
        match turn:
            case 1:
                line.left, line.right, line.y, line.top = y0, y1, -x1, -x0
            case 2:
                line.left, line.right, line.y, line.top = -x1, -x0, -y1, -y0
            case 3:
                line.left, line.right, line.y, line.top = -y1, -y0, x0, x1
    return lines


def _unmapped(words: Any, text: str, count: int) -> bool:
    """Looks at some twenty of the signs of a page. PDFium says of some fonts that their letters are
    not known though it tells them rightly (those that are drawn, Type 3): then they make words, in
    which small letters are the most; the numbers of shapes make capitals and signs."""
    if count < 8:
        return False
    step = max(1, count // 20)
    looked = range(0, count, step)
    asked = map(pdfium.FPDFText_HasUnicodeMapError, repeat(words), looked)
    wrong = [*asked].count(1)
    odd = len(_NO_LETTER.findall(text[::step]))
    half = 0.5 * len(looked)
    return odd > half or (wrong > half and not _makes_words(text))


_NO_LETTER = re.compile("[\ufffd\ue000-\uf8ff\0-\x01\x03-\x08\x0b\x0c\x0e-\x1f]")


def _makes_words(text: str) -> bool:
    letters = [sign for sign in text[:2000] if sign.isalnum()]
    return sum(sign.islower() for sign in letters) > 0.4 * len(letters)
