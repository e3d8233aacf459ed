"""How the marks of one row are told apart: tints and underlines, rules and cues in the margin."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QRectF

from counterpoint.domain.approach import Colour
from counterpoint.domain.layout import BlockKind
from counterpoint.domain.span import Span
from counterpoint.ui.reader.layout.model import ReaderModel
from counterpoint.ui.reader.layout.paragraph import Paragraph

from .highlight import Highlight, Highlights
from .note_mark import NoteMark, NoteMarks


@dataclass(frozen=True, slots=True)
class Tint:
    box: QRectF
    colour: Colour


@dataclass(frozen=True, slots=True)
class Underline:
    """Beneath `box`; where several passages overlap, `nth` counts them from 0 downward. Those that
    are not exact come first."""

    box: QRectF
    nth: int
    colour: Colour
    dashed: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """In the margin, from the first to the last of these lines; lane 0 is beside the text."""

    lane: int
    first: int
    last: int
    cue: str
    colour: Colour
    dashed: bool


@dataclass(frozen=True, slots=True)
class RowHighlights:
    """Pixels as in the Paragraph it belongs to."""

    tints: list[Tint] = field(default_factory=list)
    underlines: list[Underline] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    words: list[tuple[int, str]] = field(default_factory=list)
    """Line and word for the passages that are not exact."""
    answered: set[int] = field(default_factory=set)
    """The lines on which a passage begins that answers another or is answered."""
    noted: dict[int, list[NoteMark]] = field(default_factory=dict)
    """By the line on which its passage begins, each note."""

    @property
    def lanes(self) -> int:
        return 1 + max((rule.lane for rule in self.rules), default=-1)


def highlights_of_row(
    paragraph: Paragraph, model: ReaderModel, highlights: Highlights, notes: NoteMarks | None = None
) -> RowHighlights:
    here = highlights.overlapping(paragraph.span)
    noted = notes.begun_in(paragraph.span) if notes else []
    if not (here or noted) or paragraph.kind is BlockKind.RULE:
        return RowHighlights()
    pieces = [
        (
            highlight,
            [
                piece
                for piece in model.without_breaks(highlight.span)
                if piece.overlaps(paragraph.span)
            ],
        )
        for highlight in here
    ]
    pieces = [(highlight, parts) for highlight, parts in pieces if parts]
    row_highlights = RowHighlights()
    for note in noted:
        line = paragraph.line_of(model.first_word(note.span))
        row_highlights.noted.setdefault(line, []).append(note)
    _colour_words(paragraph, pieces, row_highlights)
    row_highlights.rules.extend(_rules(paragraph, pieces))
    for highlight, parts in pieces:
        if not highlight.exact:
            row_highlights.words.append((paragraph.line_of(parts[0].start), str(highlight.state)))
        if highlight.answers and paragraph.span.start <= highlight.span.start:
            row_highlights.answered.add(paragraph.line_of(parts[0].start))
    return row_highlights


def _colour_words(
    paragraph: Paragraph,
    pieces: Sequence[tuple[Highlight, list[Span]]],
    row_highlights: RowHighlights,
) -> None:
    """The innermost exact passage gives its tint, every other approach there an underline."""
    ends = sorted({end for _, parts in pieces for part in parts for end in (part.start, part.end)})
    for start, end in pairwise(ends):
        segment = Span(start, end)
        covering = [m for m, parts in pieces if any(part.contains(segment) for part in parts)]
        exact = [highlight for highlight in covering if highlight.exact]
        top = min(exact, key=lambda highlight: highlight.span.length, default=None)
        others: dict[str, Highlight] = {}
        for highlight in covering:
            if not highlight.exact or (top and highlight.approach_cue != top.approach_cue):
                others.setdefault(highlight.approach_cue, highlight)
        for box in paragraph.rectangles(segment):
            if top:
                row_highlights.tints.append(Tint(box, top.colour))
            for nth, highlight in enumerate(
                sorted(others.values(), key=lambda highlight: highlight.exact)
            ):
                row_highlights.underlines.append(
                    Underline(box, nth, highlight.colour, not highlight.exact)
                )


def _rules(paragraph: Paragraph, pieces: Sequence[tuple[Highlight, list[Span]]]) -> list[Rule]:
    """For each approach the lines its passages touch, in a lane that no other rule there uses."""
    lines: dict[tuple[str, Colour, bool], list[tuple[int, int]]] = {}
    for highlight, parts in pieces:
        first = paragraph.line_of(parts[0].start)
        last = paragraph.line_of(min(parts[-1].end, paragraph.span.end) - 1)
        lines.setdefault(
            (highlight.approach_cue, highlight.colour, not highlight.exact), []
        ).append((first, last))
    taken: list[list[tuple[int, int]]] = []
    rules: list[Rule] = []
    for (cue, colour, dashed), touched in lines.items():
        runs = _joined(touched)
        lane = next((i for i, used in enumerate(taken) if not _clash(used, runs)), len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].extend(runs)
        rules += [Rule(lane, first, last, cue, colour, dashed) for first, last in runs]
    return sorted(rules, key=lambda rule: (rule.first, rule.lane))


def _joined(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for first, last in sorted(runs):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return joined


def _clash(used: list[tuple[int, int]], runs: list[tuple[int, int]]) -> bool:
    return any(a <= d and c <= b for a, b in used for c, d in runs)
