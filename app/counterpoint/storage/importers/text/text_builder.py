"""Joins paragraphs into a canonical text and keeps the way back from each of its letters."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from counterpoint.domain.layout import NEXT_BLOCK
from counterpoint.domain.source import Furniture, FurnitureKind
from counterpoint.domain.span import Span
from counterpoint.domain.text_map import Heading, Line, OriginalPlace, Page, SetIn, TextMap

from .characters import is_right, pieces, put_right


class Run(NamedTuple):
    """Letters that stand together in the document."""

    text: str
    page: int = -1
    """From 0; -1 where the document has no pages."""
    at: int = -1
    """PDFium's index of the first letter on the page; -1 for letters that stand nowhere in it."""
    line: int = 0
    kind: FurnitureKind | None = None
    """Of letters that are not the author's argument within a paragraph that is."""
    joined: bool = False
    """A hyphen and a line end stood before it."""


class Paragraph:
    """`kind` is None for the author's argument; `level` is a heading's, 0 for none. `depth`: within
    how many entries of lists it stands, but for its own; `quoted`: it is set as another's words."""

    __slots__ = ("depth", "kind", "level", "quoted", "runs")

    def __init__(
        self,
        runs: list[Run],
        kind: FurnitureKind | None = None,
        level: int = 0,
        *,
        depth: int = 0,
        quoted: bool = False,
    ) -> None:
        self.runs = runs
        self.kind = kind
        self.level = level
        self.depth = depth
        self.quoted = quoted

    @classmethod
    def of(cls, text: str, kind: FurnitureKind | None = None, level: int = 0) -> "Paragraph":
        return cls([Run(text)], kind, level)

    @property
    def words(self) -> str:
        return "".join(run.text for run in self.runs)


class Built(NamedTuple):
    text: str
    map: TextMap
    furniture: tuple[Furniture, ...]
    paragraphs: int
    """Those of the author's argument."""
    removed: int
    """Signs that no text can hold."""


def build(
    paragraphs: Iterable[Paragraph], labels: Sequence[str] = (), *, right: bool = False
) -> Built:
    """The text of `paragraphs`, parted by empty lines. `labels` are those of the pages; `right`:
    the words were put right before they were made paragraphs."""
    builder = _Builder(labels, right)
    for paragraph in paragraphs:
        builder.paragraph(paragraph)
    return builder.built()


class _Builder:
    def __init__(self, labels: Sequence[str], right: bool) -> None:
        self.labels = labels
        self.right = right
        self.parts: list[str] = []
        self.length = 0
        self.pages: list[Page] = []
        self.page = -1
        self.headings: list[Heading] = []
        self.furniture: list[Furniture] = []
        self.lines: list[Line] = []
        self.set_in: list[SetIn] = []
        self.places: list[OriginalPlace] = []
        self.as_it_was = False
        """Whether the last place holds the document's own letters."""
        self.joined: list[int] = []
        self.counted = 0
        self.removed = 0

    def paragraph(self, paragraph: Paragraph) -> None:
        """White space at either end is left out, and a paragraph of nothing else altogether."""
        runs = self._runs(paragraph)
        if not runs:
            return
        if self.parts:
            self._write("\n\n")
        start = self.length
        for run, text in runs:
            self._run(run, text)
        span = Span(start, self.length)
        if paragraph.depth or paragraph.quoted:
            self._stands_in(SetIn(*span, paragraph.depth, paragraph.quoted))
        if paragraph.level:
            self.headings.append(Heading(start, self.length, paragraph.level))
        elif paragraph.kind is not None:
            self.furniture.append(Furniture(span, paragraph.kind, False))
        else:
            self.counted += 1
            if any("\n" in text for _, text in runs):  # it may be several as it is read
                self.counted += len(NEXT_BLOCK.findall("".join(text for _, text in runs)))

    def _stands_in(self, piece: SetIn) -> None:
        """Neighbours that stand alike are one."""
        last = self.set_in[-1] if self.set_in else None
        if last is not None and last.end + len("\n\n") == piece.start and last[2:] == piece[2:]:
            piece = SetIn(self.set_in.pop().start, *piece[1:])
        self.set_in.append(piece)

    def _runs(self, paragraph: Paragraph) -> list[tuple[Run, str]]:
        runs: list[tuple[Run, str]] = []
        if self.right or is_right(paragraph.words):  # as most
            runs = [(run, run.text) for run in paragraph.runs if run.text]
            return _stripped(runs)
        for run in paragraph.runs:
            text, removed = put_right(run.text)
            self.removed += removed
            if text != run.text and run.at >= 0:
                runs += _aligned(run)
            elif text:
                runs.append((run, text))
        return _stripped(runs)

    def _run(self, run: Run, text: str) -> None:
        start = self.length
        if run.page >= 0 and run.page != self.page:
            self.page = run.page
            self.pages.append(Page(start, self.labels[run.page]))
        if run.line and (not self.lines or self.lines[-1].number != run.line):
            self.lines.append(Line(start, run.line))
        if run.joined:
            self.joined.append(start)
        self.parts.append(text)
        self.length += len(text)
        if run.at >= 0:
            as_it_was = text is run.text or text in run.text
            self._place(OriginalPlace(start, len(text), run.page, run.at), as_it_was)
        if run.kind is not None and text.strip():
            last = self.furniture[-1] if self.furniture else None
            goes_on = last is not None and last.span.end == start and last.kind is run.kind
            if goes_on:
                start = self.furniture.pop().span.start
            if goes_on or text.strip():  # white space alone is no mark
                self.furniture.append(Furniture(Span(start, self.length), run.kind, True))

    def _place(self, place: OriginalPlace, as_it_was: bool) -> None:
        """A letter that was composed or taken apart keeps a place of its own: what follows it does
        not stand in the file where counting from it would lead."""
        before, self.as_it_was = self.as_it_was, as_it_was
        if self.places and before and as_it_was:
            last = self.places[-1]
            # A space that stands for a line end lies between: two signs in the file, one here.
            if (
                last.at + last.length == place.at
                and last.start + last.length == place.start
                and last.page == place.page
            ):
                self.places[-1] = last._replace(length=last.length + place.length)
                return
        self.places.append(place)

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def built(self) -> Built:
        text = "".join(self.parts) + ("\n" if self.parts else "")
        furniture = sorted(self.furniture, key=lambda piece: piece.span)
        return Built(
            text,
            TextMap(
                tuple(self.pages),
                tuple(self.headings),
                tuple(self.lines),
                tuple(self.places),
                tuple(self.joined),
                tuple(self.set_in),
            ),
            tuple(furniture),
            self.counted,
            self.removed,
        )


def _stripped(runs: list[tuple[Run, str]]) -> list[tuple[Run, str]]:
    """Without white space at either end."""
    while runs and not runs[0][1].strip():
        del runs[0]
    while runs and not runs[-1][1].strip():
        del runs[-1]
    if runs:
        run, text = runs[0]
        bare = text.lstrip()
        cut = len(text) - len(bare)
        runs[0] = (run._replace(at=run.at + cut) if run.at >= 0 else run, bare)
        run, text = runs[-1]
        runs[-1] = (run, text.rstrip())
    return runs


def _aligned(run: Run) -> list[tuple[Run, str]]:
    """`run` put right, cut so that each part stands at its place in the file: what is alike letter
    for letter, and each piece that was composed, taken apart or is another line end by itself, at
    the place where what it was made of begins."""
    parts: list[tuple[Run, str]] = []
    for piece in pieces(run.text):
        last, words = parts[-1] if parts else (run, "")
        alike = piece.was == piece.now
        if alike and parts and last.text == words and last.at + len(words) == run.at + piece.at:
            parts[-1] = (last._replace(text=words + piece.now), words + piece.now)
            continue
        for letters in (piece.now,) if alike else piece.now:
            joined = run.joined and not parts
            parts.append(
                (run._replace(at=run.at + piece.at, text=piece.was, joined=joined), letters)
            )
    return parts
