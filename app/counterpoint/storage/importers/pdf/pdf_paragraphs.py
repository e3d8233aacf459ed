"""The rows of a PDF's pages as paragraphs: what is furniture, what runs on to another page."""

import re
from collections.abc import Collection, Sequence

from counterpoint.domain.source import FurnitureKind
from counterpoint.storage.importers.text.hyphens import HYPHEN_SIGNS, Hyphen, Words
from counterpoint.storage.importers.text.running_lines import kind_of, repeated, shape
from counterpoint.storage.importers.text.text_builder import Paragraph, Run

from .pdf_lines import HYPHEN
from .pdf_measures import (
    LONGEST_HEADING,
    SMALLER,
    begins_at_edge,
    edge_rows,
    ends,
    ends_early,
    heading_sizes,
    is_mostly_bold,
    uses_indents,
    usual_pitch,
    usual_size,
)
from .pdf_order import CELLS, Row
from .pdf_runs import Runs, raised_figure

_SHORTEST = 25
"""Letters of a line of running text, however narrow its column."""
_SPARE = 0.03
"""Of a line's letters, which are not all as wide: where no sentence ends, it has ended early only
if the next word and so many had had room."""
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡§]{1,3})[.)]?\s*\S")
_FIGURE = re.compile(r"\d{1,3}(?=\D)")
_BULLETS = "•▪■●○◦‣·*–—-"
_BULLET = re.compile(rf"[{_BULLETS}]\s+\S")
_ITEM = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+\S")
_LEADER = re.compile(r"(?:\s\.\.+|\.{4,})\s*$")
_LABEL = re.compile(r"[^\W\d_]{3,}(?: [^\W\d_]+){0,5}:\s+\S")
"""“DATES: ”, “FOR FURTHER CONTACT: ”, as a part begins that has no line for its head."""

_DASHES = frozenset((HYPHEN, "/", "–", "—", "@", "-", "\u2010"))

Outline = dict[tuple[int, str], int]
"""The level of each heading that the PDF's own outline names, by its page and its shape."""


class Reader:
    """Goes through the rows of all pages in order."""

    def __init__(
        self,
        pages: Sequence[list[Row]],
        printed: Sequence[str],
        outline: Outline,
        no_edges: Collection[int] = (),
        *,
        keep_heads: bool = False,
    ) -> None:
        """`no_edges`: the ids of rows at the edges of pages that are no running heads or feet; with
        `keep_heads` no row is one."""
        self.keep_heads = keep_heads
        self.pages = pages
        self.printed = printed
        self.outline = outline
        self.no_edges = no_edges
        self.size = usual_size(pages)
        self.heads = heading_sizes(pages, self.size)
        self.pitch = usual_pitch(pages, self.size)
        self.indents = uses_indents(pages, self.size)
        self.all_bold = is_mostly_bold(pages)
        """Then nothing is a heading for being bold."""
        self.words = Words(row.text for rows in pages for row in rows)
        self.runs = Runs(pages, self.size)
        self.paragraphs: list[Paragraph] = []
        self.furniture: list[Paragraph] = []
        """What stands after the paragraph that is open, when this ends."""
        self.open: Paragraph | None = None
        self.before: Row | None = None
        self.before_page = -1
        self.note_runs_on = False

    def read(self) -> list[Paragraph]:
        edges = [
            [row for row in edge_rows(rows, self.pitch) if id(row) not in self.no_edges]
            for rows in self.pages
        ]
        near = [[row.text for row in edge] for edge in edges]
        shapes = frozenset[str]() if self.keep_heads else repeated(near)
        for number, (rows, edge) in enumerate(zip(self.pages, edges, strict=True)):
            self._page(number, rows, edge, shapes)
        self._close()
        if not any(each.kind is None and not each.level for each in self.paragraphs):
            for each in self.paragraphs:  # what heads nothing is no heading
                each.level = 0
        return self.paragraphs

    def _page(self, number: int, rows: list[Row], edge: list[Row], shapes: frozenset[str]) -> None:
        at_edge = set(map(id, edge))
        body: list[Row] = []
        top: list[tuple[Row, FurnitureKind]] = []
        foot: list[tuple[Row, FurnitureKind]] = []
        for row in rows:
            kind = kind_of(row.text, shapes, self.printed[number]) if id(row) in at_edge else None
            if kind is None:
                body.append(row)
            elif body:
                foot.append((row, kind))
            else:
                top.append((row, kind))
        notes = self._notes(body)
        for row, kind in top:
            self.furniture.append(Paragraph(self.runs.of_row(row, number), kind))
        if self.open is None:
            self._flush()
        for row in body:
            if id(row) not in notes:
                self._row(row, number)
        note: Paragraph | None = None
        for row in body:
            if id(row) in notes:
                note = self._note(row, number, note)
        self.note_runs_on = note is not None and not ends(note.words.rstrip())
        for row, kind in foot:
            self.furniture.append(Paragraph(self.runs.of_row(row, number), kind))

    def _notes(self, body: list[Row]) -> set[int]:
        """The rows at the foot of each column that are footnotes: smaller than the text, and the
        first of them begins with a mark, or runs on from the page before."""
        found: set[int] = set()
        runs_on = self.note_runs_on
        for column in dict.fromkeys(row.column for row in body):
            its_rows = [row for row in body if row.column == column]
            small = 0
            for row in reversed(its_rows):
                if row.size > SMALLER * self.size or row.tabled:
                    break
                small += 1
            for at in range(len(its_rows) - small, len(its_rows)):
                if self._begins_notes(its_rows, at, runs_on=runs_on):
                    found |= set(map(id, its_rows[at:]))
                    runs_on = not ends(its_rows[-1].text)
                    break
            else:
                found |= set(map(id, _of_the_same_size(its_rows)))
        return found

    def _begins_notes(self, rows: list[Row], at: int, *, runs_on: bool) -> bool:
        """A raised mark tells. A plain figure, or a note that runs on, may be smaller text of the
        author's: so only a few rows, below a gap."""
        row, rest = rows[at], len(rows) - at
        if raised_figure(row):
            return True
        gap = at == 0 or rows[at - 1].y - row.y > 1.3 * self.pitch
        few = rest <= max(3, 0.4 * len(rows)) and (at > 0 or rest <= 3)
        return gap and few and (bool(_NOTE.match(row.text)) or runs_on)

    def _note(self, row: Row, page: int, note: Paragraph | None) -> Paragraph:
        runs = self.runs.of_row(row, page)
        if note is None or (
            _NOTE.match(row.text)
            and (raised_figure(row) or not row.text[0].isdigit() or _follows(note, row))
        ):
            note = Paragraph(runs, FurnitureKind.FOOTNOTE)
            self.furniture.append(note)
        else:
            self._continue(note, runs)
        return note

    def _row(self, row: Row, page: int) -> None:
        if row.cells and self._is_unfinished():
            self.furniture.append(Paragraph(self._cells(row, page)))
            return
        level = self._level(row, page)
        if self.open is not None and self._runs_on(row, page, level):
            self._continue(self.open, self.runs.of_row(row, page))
        else:
            self._close()
            runs = self._cells(row, page) if row.cells else self.runs.of_row(row, page)
            self.open = Paragraph(runs, level=level)
        self.before, self.before_page = row, page

    def _is_unfinished(self) -> bool:
        """Whether a sentence is open that fills its line, and may go on below a table."""
        before = self.before
        if self.open is None or self.open.level or before is None or before.tabled:
            return False
        left, right = before.edges
        return before.right > right - 0.15 * (right - left) and not ends(before.text)

    def _cells(self, row: Row, page: int) -> list[Run]:
        """The cells of a table's row, the lines of each joined."""
        runs: list[Run] = []
        for cell in row.cells:
            if runs:
                runs.append(Run(CELLS, page))
            joined: Paragraph | None = None
            for line in cell:
                its_runs = self.runs.of_lines([line], page, row.number)
                if joined is None:
                    joined = Paragraph(its_runs)
                else:
                    self._continue(joined, its_runs)
            if joined is not None:
                runs += _without_leader(joined.runs)
        while runs and runs[-1].text == CELLS:
            runs.pop()
        return runs

    def _level(self, row: Row, page: int) -> int:
        """Of a heading, from 1; 0 for none."""
        text = row.text
        outlined = self.outline.get((page, shape(text))) if self.outline else None
        if outlined:
            return outlined
        if len(text) > LONGEST_HEADING or row.tabled:
            return 0
        if not (text[0].isalpha() or any(map(str.isalpha, text))):
            return 0
        if self.heads and (level := self.heads.get(round(row.size, 1))):
            return level
        bold = row.lines[0].bold and all(line.bold for line in row.lines)
        if bold and not self.all_bold and row.size >= 0.9 * self.size and not ends(text):
            return len(set(self.heads.values())) + 1
        return 0

    def _runs_on(self, row: Row, page: int, level: int) -> bool:
        """Whether `row` goes on with the paragraph that is open."""
        before = self.before
        if before is None or self.open is None:
            return False
        text, last = row.text, before.text
        if level or self.open.level:
            return (
                level == self.open.level
                and page == self.before_page
                and row.column == before.column
                and 0 < before.y - row.y < 1.7 * max(row.size, before.size)
                and not _BULLET.match(text)
            )
        if before.tabled or row.tabled:
            return False
        if text[0] in _BULLETS and text[0] not in "*-–—" and _BULLET.match(text):
            return False
        if last[-1] in HYPHEN_SIGNS and text[0].islower():
            return True
        ended = ends(last)
        high = not text.lstrip("\"'“‘«([„")[:1].islower()
        if page == self.before_page and row.column == before.column and row.y < before.y:
            return self._goes_on_below(row, before, ended=ended, high=high)
        if ended and high:
            # At the end of a page or column an indent is seen against the column, not the line.
            return self.indents and begins_at_edge(row) and not ends_early(before, row)
        return not (high and (len(last) < _SHORTEST or ends_early(before, row, _SPARE)))

    def _goes_on_below(self, row: Row, before: Row, *, ended: bool, high: bool) -> bool:
        size = max(row.size, before.size)
        if before.y - row.y > 1.4 * self.pitch * max(1.0, row.size / self.size):
            return False
        if abs(row.size - before.size) > 0.12 * size:
            return False
        step = row.left - before.left
        if abs(step) > 0.4 * (row.edges[1] - row.edges[0]):
            return False
        if _ITEM.match(row.text) and (
            ended or before.text.endswith((";", ",")) or ends_early(before, row)
        ):
            return False
        if ended and _is_labelled(row.text):
            return False
        if step > 0.7 * row.size and (ended or self.indents):
            return not high
        return not (high and ends_early(before, row, 0.0 if ended else _SPARE))

    def _continue(self, paragraph: Paragraph, runs: list[Run]) -> None:
        last, first = paragraph.runs[-1], runs[0]
        bare = last.text.rstrip()
        joined = False
        hyphened = bare[-1:] in HYPHEN_SIGNS  # as few lines are
        match self.words.hyphen(bare, first.text.lstrip()) if hyphened else Hyphen.NONE:
            case Hyphen.NONE:
                if bare != last.text or bare.endswith(HYPHEN):
                    paragraph.runs[-1] = last._replace(text=_with_hyphen(bare))
                # After a dash or a stroke at a line's end, as in addresses, no space was there.
                dashed = bare[-1:] in _DASHES
                if not dashed or bare[-2:-1].isspace() or _is_of_word(bare, first.text):
                    paragraph.runs.append(Run(" ", last.page))
            case Hyphen.OF_THE_LINE:
                paragraph.runs[-1] = last._replace(text=bare[:-1])
                joined = True
            case Hyphen.OF_THE_WORD:
                paragraph.runs[-1] = last._replace(text=_with_hyphen(bare))
            case Hyphen.DOUBTFUL:
                paragraph.runs[-1] = last._replace(text=bare[:-1])
                at = last.at + len(bare) - 1 if last.at >= 0 else -1
                paragraph.runs.append(
                    Run(_with_hyphen(bare)[-1], last.page, at, kind=FurnitureKind.HYPHEN)
                )
        if joined or first.text[:1].isspace():
            text = first.text.lstrip()
            runs[0] = first._replace(text=text, at=_moved(first), joined=joined)
        paragraph.runs += runs

    def _close(self) -> None:
        if self.open is not None:
            _finish(self.open)
            self.paragraphs.append(self.open)
        self.open = self.before = None
        self._flush()

    def _flush(self) -> None:
        for paragraph in self.furniture:
            _finish(paragraph)
        self.paragraphs += self.furniture
        self.furniture = []


def _is_labelled(text: str) -> bool:
    label = _LABEL.match(text)
    return label is not None and label[0].partition(":")[0].isupper()


def _is_of_word(before: str, text: str) -> bool:
    """Whether a hyphen ends `before` and a word begins `text`."""
    return before.endswith("-") and text.lstrip()[:1].isalpha()


def _follows(note: Paragraph, row: Row) -> bool:
    """Whether `row` begins with the number after that of `note`, which has ended."""
    number, following = _FIGURE.match(note.words), _FIGURE.match(row.text)
    if number is None or following is None or not ends(note.words.rstrip()):
        return False
    return int(following[0]) == int(number[0]) + 1


def _of_the_same_size(rows: list[Row]) -> list[Row]:
    """The footnotes at the foot of a column that are set as large as its text: the first begins
    with the raised figure that a line above bears too."""
    for at in range(len(rows) // 3, len(rows)):
        figure = raised_figure(rows[at])
        if figure and any(
            line.text[mark.start : mark.end] == figure
            for row in rows[:at]
            for line in row.lines
            for mark in line.marks
            if mark.start and mark.rise >= 0
        ):
            return rows[at:]
    return []


def _moved(run: Run) -> int:
    return run.at + len(run.text) - len(run.text.lstrip()) if run.at >= 0 else -1


def _with_hyphen(text: str) -> str:
    return text[:-1] + "-" if text.endswith(HYPHEN) else text


def _finish(paragraph: Paragraph) -> None:
    last = paragraph.runs[-1]
    paragraph.runs[-1] = last._replace(text=_with_hyphen(last.text.rstrip()))


def _without_leader(runs: list[Run]) -> list[Run]:
    """Without the dots that lead on to the next cell."""
    last = runs[-1]
    return [*runs[:-1], last._replace(text=_LEADER.sub("", last.text))]
