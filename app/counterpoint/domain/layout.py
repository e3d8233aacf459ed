"""The paragraphs of a text: where each stands, how it is cited, and which are not the argument."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from .source import Furniture, FurnitureKind, Numbering, Source
from .span import Span
from .text_map import Line, Page, line_number, page_index
from .wrapping import is_wrapped_dash, unwrapped_starts

NEXT_BLOCK = re.compile(r"\n[^\S\n]*(?:\n\s*|(?=[-*•] ))")
"""From the end of one block's last line to the first sign of the next block."""
_NOT_TEXT = re.compile(rb"[^\0]")
_DASHES = re.compile(r"[-–—]{2,}")
_LABELS = {
    Numbering.PILCROW: re.compile(r"(¶\d+)\."),
    Numbering.NUMBER: re.compile(r"(\d+)\.\s"),
}


class BlockKind(IntEnum):
    TEXT = 0
    HEADING = 1
    FURNITURE = 2
    RULE = 3
    """A line of dashes that only underlines the heading above it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph. `span` begins and ends with something other than white space."""

    span: Span
    label: str
    """As cited: "¶4", "144", "§9", "p. 12 ¶3"; "" where it has no number."""
    kind: BlockKind


_RUN_ON = (Numbering.PAGE, Numbering.LINE)
"""What one paragraph may have several of."""


class Layout:
    """The blocks of one text, in order. Two small arrays, so that it costs little for 50 MB.

    Together the blocks hold every code point that is not white space, each in one block.
    """

    __slots__ = (
        "_kinds",
        "_lines",
        "_numbering",
        "_page_starts",
        "_pages",
        "_starts",
        "_text",
        "_uncounted",
    )

    def __init__(
        self,
        text: str,
        starts: "array[int]",
        kinds: bytes,
        numbering: Numbering,
        pages: Sequence[Page] = (),
        lines: Sequence[Line] = (),
    ) -> None:
        """`kinds` holds a BlockKind for each of `starts`."""
        self._pages = pages
        # A page is taken up again where its footnotes stand below what runs on to the next.
        self._page_starts = {page.label: page.start for page in reversed(pages)}
        self._lines = lines
        self._text = text
        self._starts = starts
        self._kinds = kinds
        self._numbering = numbering
        self._uncounted = array("q", [found.start() for found in _NOT_TEXT.finditer(kinds)])

    def __len__(self) -> int:
        return len(self._starts)

    @property
    def starts(self) -> Sequence[int]:
        """The first code point of each block, ascending. Not to be changed."""
        return self._starts

    def kind(self, index: int) -> BlockKind:
        return BlockKind(self._kinds[index])

    def span(self, index: int) -> Span:
        """Raises IndexError if there is no such block."""
        after = index + 1
        limit = self._starts[after] if 0 < after < len(self._starts) else len(self._text)
        start = self._starts[index]
        return Span(start, _end_of_words(self._text, start, limit))

    def label(self, index: int) -> str:
        """How the block is cited, or "" where it has no number."""
        return self._label(index, self._starts[index])

    def _label(self, index: int, position: int) -> str:
        """As a passage of the block is cited that begins at `position`."""
        if self._kinds[index]:
            return ""
        match self._numbering:
            case Numbering.COUNT:
                return f"§{self._nth(index)}"
            case Numbering.PAGE:
                return self._on_page(index, position)
            case Numbering.LINE:
                line = line_number(self._lines, position)
                page = self._pages[page_index(self._pages, position)].label if self._pages else ""
                parts = (page and f"p. {page}", line and f"l. {line}")
                return " ".join(part for part in parts if part)
        found = _LABELS[self._numbering].match(self._text, self._starts[index])
        return found[1] if found else ""

    def _nth(self, index: int) -> int:
        """Which text block of the whole it is, from 1."""
        return index + 1 - bisect_left(self._uncounted, index)

    def _on_page(self, index: int, position: int) -> str:
        """The first paragraph of a page is the one that runs on from the page before, if one does:
        so a person counts who has only that page before him."""
        if not self._pages:
            return f"§{self._nth(index)}"
        label = self._pages[page_index(self._pages, position)].label
        start = self._page_starts[label]
        first = self.index_at(start)
        if self._kinds[first] or self.span(first).end <= start:
            first += 1
        return f"p. {label} ¶{max(1, self._nth(index) - self._nth(first) + 1)}"

    def block(self, index: int) -> Block:
        """Raises IndexError if there is no such block."""
        return Block(self.span(index), self.label(index), self.kind(index))

    def index_at(self, position: int) -> int:
        """The block that holds a code point; for white space the block before it, else the first.

        Raises IndexError if the text has no block at all.
        """
        if not self._starts:
            raise IndexError("The text has no paragraphs")
        return max(0, bisect_right(self._starts, position) - 1)

    def label_at(self, position: int) -> str:
        """The label of the block that `index_at` finds; "" if it has none, or there is none."""
        if not self._starts:
            return ""
        index = self.index_at(position)
        return self._label(index, max(position, self._starts[index]))

    def labels_in(self, span: Span) -> tuple[str, ...]:
        """The labels of the numbered blocks that share words with `span`, in order."""
        if not self._starts or not span.length:
            return ()
        found: list[str] = []
        for index in range(self.index_at(span.start), self.index_at(span.end - 1) + 1):
            label = self._label(index, max(span.start, self._starts[index]))
            if label and self.span(index).overlaps(span):
                found.append(label)
        return tuple(found)

    def cited(self, span: Span) -> str:
        """The blocks that share words with `span`, as cited: "¶4", "¶4–¶6", or "" for none."""
        labels = list(self.labels_in(span))
        if labels and self._numbering in _RUN_ON:
            end = self.label_at(span.end - 1)
            labels = [labels[0], *([end] if end and end != labels[0] else [])]
        return "".join(labels) if len(labels) < 2 else f"{labels[0]}–{labels[-1]}"

    def place_of(self, span: Span) -> str:
        """How the place is cited at which `span` begins; where that is cited by pages or lines and
        runs on to others, from where to where."""
        if self._numbering in _RUN_ON and span.length:
            return self.cited(span) or self.label_at(span.start)
        return self.label_at(span.start)


def lay_out_source(text: str, source: Source) -> Layout:
    """The paragraphs of the text of `source`, cited by its pages and lines where it has them."""
    return lay_out(text, source.furniture, source.numbering, source.pages, source.lines)


def lay_out(
    text: str,
    furniture: Sequence[Furniture],
    numbering: Numbering,
    pages: Sequence[Page] = (),
    lines: Sequence[Line] = (),
) -> Layout:
    """The paragraphs of `text` (line feeds only) under the rules of docs/file-formats.md.

    Blocks are parted by lines of white space, before a line that begins with a bullet, and by every
    line end where lines are not wrapped. Lines at either end of a block that are furniture are
    blocks of their own. What is parted by nothing but furniture that interrupts is one block.
    """
    starts = _starts(text)
    pieces = _in_order(furniture)
    if not pieces or not starts:
        return Layout(text, starts, bytes(len(starts)), numbering, pages, lines)
    aside = _Aside(text, pieces)
    touched = _touched(starts, pieces)
    for index in touched:
        limit = starts[index + 1] if index + 1 < len(starts) else len(text)
        aside.part(starts[index], _end_of_words(text, starts[index], limit))
    kept = _with(starts, {*aside.kinds, *aside.cores})
    joined = _joined(text, kept, aside)
    if joined:
        kept = array("q", [start for start in kept if start not in joined])
    kinds = bytearray(len(kept))
    for start, kind in aside.kinds.items():
        if start not in joined:
            kinds[bisect_left(kept, start)] = kind
    return Layout(text, kept, bytes(kinds), numbering, pages, lines)


def _starts(text: str) -> "array[int]":
    first = len(text) - len(text.lstrip()) if text[:1].isspace() else 0
    if first == len(text):
        return array("q")
    starts = array("q", [first])
    starts.extend(
        [
            gap.end()
            for gap in NEXT_BLOCK.finditer(text, first)
            if text[gap.end() : gap.end() + 2] != "- " or not is_wrapped_dash(text, *gap.span())
        ]
    )
    if starts[-1] == len(text):
        starts.pop()
    return _with(starts, unwrapped_starts(text, starts))


def _with(starts: "array[int]", more: set[int]) -> "array[int]":
    """`starts` with what it lacks of `more`."""
    new = [start for start in more if starts[bisect_right(starts, start) - 1] != start]
    return array("q", sorted([*starts, *new])) if new else starts


def _end_of_words(text: str, start: int, end: int) -> int:
    """`end` moved back over white space, in steps, so that a long block is never copied."""
    while end > start:
        tail = text[max(start, end - 64) : end]
        words = tail.rstrip()
        end -= len(tail) - len(words)
        if words:
            break
    return end


def _in_order(furniture: Sequence[Furniture]) -> list[Furniture]:
    """Sorted, and where two overlap only what sticks out of the later one."""
    pieces: list[Furniture] = []
    reached = 0
    for piece in sorted(furniture, key=lambda piece: (piece.span.start, -piece.span.end)):
        start = max(piece.span.start, reached)
        if start < piece.span.end:
            pieces.append(Furniture(Span(start, piece.span.end), piece.kind, piece.interrupts))
            reached = piece.span.end
    return pieces


def _touched(starts: "array[int]", pieces: list[Furniture]) -> Iterator[int]:
    """The blocks that share a code point with any furniture, in order."""
    done = -1
    for piece in pieces:
        first = max(done + 1, bisect_right(starts, piece.span.start) - 1, 0)
        last = bisect_left(starts, piece.span.end) - 1
        yield from range(first, last + 1)
        done = max(done, last)


class _Aside:
    """Tells furniture from text within blocks, and remembers which blocks that makes."""

    def __init__(self, text: str, pieces: list[Furniture]) -> None:
        self.kinds: dict[int, BlockKind] = {}
        """By start: every block that is not text."""
        self.interrupting: set[int] = set()
        """Starts of the blocks that are nothing but furniture that interrupts."""
        self.cores: set[int] = set()
        """Starts of what is left of a block once the furniture at its ends is cut off."""
        self.pieces = pieces
        self._text = text
        self._piece_starts = [piece.span.start for piece in pieces]

    def part(self, start: int, end: int) -> None:
        """Parts the block from `start` to `end` (white space trimmed) at furniture lines."""
        core = self._lead(start, end)
        if core >= end:
            return
        self.cores.add(core)
        self._trail(core, end)

    def _lead(self, start: int, end: int) -> int:
        """Takes furniture lines off the front; returns where the first other line begins."""
        previous: tuple[BlockKind, int] | None = None
        while start < end:
            line = self._text.find("\n", start, end)
            line_end = end if line < 0 else line
            first, last = self._trimmed(start, line_end)
            found = self._furniture(first, last)
            if found is None and previous and previous[0] is BlockKind.HEADING:
                found = self._rule(first, last)
            if found is None:
                return first
            if found != previous:
                self._add(first, found)
            previous = found
            start = line_end + 1
        return end

    def _trail(self, core: int, end: int) -> None:
        """Takes furniture lines off the back of a block whose first line is text."""
        lines: list[tuple[int, tuple[BlockKind, int]]] = []
        while True:
            line = self._text.rfind("\n", core, end)
            if line < 0:
                break
            first, last = self._trimmed(line + 1, end)
            found = self._furniture(first, last)
            if found is None:
                break
            lines.append((first, found))
            end = line
        previous: tuple[BlockKind, int] | None = None
        for first, found in reversed(lines):
            if found != previous:
                self._add(first, found)
            previous = found

    def _add(self, start: int, found: tuple[BlockKind, int]) -> None:
        kind, piece = found
        self.kinds[start] = kind
        if piece >= 0 and self.pieces[piece].interrupts:
            self.interrupting.add(start)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        line = self._text[start:end]
        return start + len(line) - len(line.lstrip()), start + len(line.rstrip())

    def _furniture(self, start: int, end: int) -> tuple[BlockKind, int] | None:
        """The kind of a line, and which furniture it begins with; None if any of it is text."""
        index = bisect_right(self._piece_starts, start) - 1
        if index < 0 or self.pieces[index].span.end <= start:
            return None
        first, reached = index, start
        headings = True
        while reached < end:
            if index == len(self.pieces) or self.pieces[index].span.start > reached:
                return None
            headings = headings and self.pieces[index].kind is FurnitureKind.HEADING
            reached = self.pieces[index].span.end
            while reached < end and self._text[reached].isspace():
                reached += 1
            index += 1
        if _DASHES.fullmatch(self._text, start, end):
            return BlockKind.RULE, first
        return (BlockKind.HEADING if headings else BlockKind.FURNITURE), first

    def _rule(self, start: int, end: int) -> tuple[BlockKind, int] | None:
        return (BlockKind.RULE, -1) if _DASHES.fullmatch(self._text, start, end) else None


def _joined(text: str, starts: "array[int]", aside: _Aside) -> set[int]:
    """Starts of the blocks that only carry on the text block before them."""
    joined: set[int] = set()
    for piece in aside.pieces:
        if not piece.interrupts:
            continue
        before = bisect_right(starts, piece.span.start) - 1
        while before >= 0 and starts[before] in aside.interrupting:
            before -= 1
        after = before + 1
        while after < len(starts) and starts[after] in aside.interrupting:
            after += 1
        if before < 0 or after == len(starts):
            continue
        if starts[before] in aside.kinds or starts[after] in aside.kinds:
            continue
        if after > before + 1 or _covers_gap(text, starts[before], starts[after], piece.span):
            joined.update(starts[before + 1 : after + 1])
    return joined


def _covers_gap(text: str, before: int, after: int, piece: Span) -> bool:
    """True if `piece` holds every line end between the words of two neighbouring blocks."""
    end = _end_of_words(text, before, after)
    return "\n" not in text[end : piece.start] and "\n" not in text[piece.end : after]
