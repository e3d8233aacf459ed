"""Paints one row: what lies behind the words, the words, what lies beneath, and the margin."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from counterpoint.domain.layout import BlockKind
from counterpoint.domain.span import Span
from counterpoint.ui.painting.note_sign import draw_note
from counterpoint.ui.reader.highlights.note_mark import sign_box
from counterpoint.ui.reader.highlights.row_highlights import RowHighlights
from counterpoint.ui.reader.layout.measures import Measures
from counterpoint.ui.reader.layout.paragraph import Paragraph
from counterpoint.ui.theme.colours import Colours
from counterpoint.ui.theme.fonts import Size

SELECTION_SHARE = 0.28
"""How much of the accent lies over what is behind words that are selected."""
_MOST_UNDERLINES = 2
"""More would run through the next line; the margin and the tooltip tell all."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """What is marked for the moment, in code points."""

    jump: tuple[Span, ...] = ()
    """The passage jumped to, in as many pieces as page breaks leave."""
    jump_exact: bool = True
    """False if the words there are not, or not where, the quotation has them."""
    hits: Sequence[Span] = ()
    hit: Span | None = None
    """The one of `hits` that is looked at."""
    selection: Span | None = None
    caret: int | None = None


class RowPainter:
    """Holds what is the same for every row of one paint event."""

    def __init__(self, painter: QPainter, measures: Measures, colours: Colours) -> None:
        self._painter = painter
        self._measures = measures
        self._colours = colours
        self._px = measures.fonts.px
        self._thin = 1.5 * measures.fonts.zoom
        self._cue_font = measures.fonts.ours(Size.SMALL, bold=True)
        self._label_font = measures.fonts.ours(Size.SMALL)
        self._cue_metrics = QFontMetricsF(self._cue_font)
        self._label_metrics = QFontMetricsF(self._label_font)

    def paint(
        self,
        paragraph: Paragraph,
        y: float,
        label: str,
        row_highlights: RowHighlights,
        overlay: Overlay,
    ) -> None:
        """`y` is the top of the row in the viewport, `label` how its paragraph is cited."""
        self._painter.save()
        self._painter.translate(0, y)
        self._margin(paragraph, label, row_highlights)
        self._painter.translate(self._measures.text_left, 0)
        if paragraph.quoted:
            self._quotation(paragraph)
        coloured = self._behind(paragraph, row_highlights, overlay)
        # Words that stand back could not be read on a colour.
        aside = paragraph.kind in (BlockKind.FURNITURE, BlockKind.RULE) and not coloured
        self._painter.setPen(QColor(self._colours.ink_faint if aside else self._colours.ink))
        paragraph.layout.draw(self._painter, QPointF(0, 0))
        self._beneath(paragraph, row_highlights, overlay)
        self._painter.restore()

    def _quotation(self, paragraph: Paragraph) -> None:
        """A rule beside words that the document sets as another's, down to the next of them."""
        left = paragraph.indent - self._px(12)
        below = 0 if paragraph.quotation_goes_on else paragraph.line.below
        height = paragraph.height - paragraph.above - below
        colour = QColor(self._colours.ink_faint)
        self._painter.fillRect(QRectF(left, paragraph.above, self._px(2), height), colour)

    def _behind(
        self, paragraph: Paragraph, row_highlights: RowHighlights, overlay: Overlay
    ) -> bool:
        """Whether anything lies there."""
        colours = self._colours
        boxes = [
            (tint.box, QColor(colours.approach(tint.colour).tint)) for tint in row_highlights.tints
        ]
        jumped = self._jumped(paragraph, overlay) if overlay.jump_exact else []
        hit = paragraph.rectangles(overlay.hit) if overlay.hit else []
        boxes += [(box, QColor(colours.jump)) for box in (*jumped, *hit)]
        if overlay.selection:
            chosen = QColor(colours.accent)
            chosen.setAlphaF(SELECTION_SHARE)
            boxes += [(box, chosen) for box in paragraph.rectangles(overlay.selection)]
        for box, colour in boxes:
            self._painter.fillRect(box, colour)
        return bool(boxes)

    def _jumped(self, paragraph: Paragraph, overlay: Overlay) -> list[QRectF]:
        if paragraph.kind is BlockKind.RULE:
            return []
        return [box for span in overlay.jump for box in paragraph.rectangles(span)]

    def _beneath(
        self, paragraph: Paragraph, row_highlights: RowHighlights, overlay: Overlay
    ) -> None:
        jumped = self._jumped(paragraph, overlay)
        for line in row_highlights.underlines:
            rule = QColor(self._colours.approach(line.colour).rule)
            nth = line.nth + any(box.intersects(line.box) for box in jumped)
            if nth < _MOST_UNDERLINES:
                self._underline(line.box, nth, rule, self._thin, dashed=line.dashed)
        for box in jumped:
            if overlay.jump_exact:
                jump_rule = QColor(self._colours.jump_rule)
                self._underline(box, 0, jump_rule, self._px(2), dashed=False)
            else:
                self._frame(box)
        self._painter.setPen(QPen(QColor(self._colours.accent), self._px(1)))
        for span in overlay.hits:
            for box in paragraph.rectangles(span):
                self._painter.drawRect(box.adjusted(-0.5, 0.5, 0.5, -0.5))
        if overlay.caret is not None:
            self._caret(paragraph, overlay.caret)

    def _underline(
        self, box: QRectF, nth: int, colour: QColor, thick: float, *, dashed: bool
    ) -> None:
        y = box.bottom() - self._px(1) + nth * (self._thin + self._px(1))
        pen = QPen(colour, thick)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dashed:
            pen.setDashPattern([2.5, 2.0])
        self._painter.setPen(pen)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.drawLine(QLineF(box.left(), y, box.right(), y))
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _frame(self, box: QRectF) -> None:
        """Around words that are not the quotation's: nothing behind them, as behind its own."""
        pen = QPen(QColor(self._colours.warning), self._thin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([2.5, 2.0])
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(box.adjusted(-self._thin, 0, self._thin, -self._thin / 2))

    def _caret(self, paragraph: Paragraph, position: int) -> None:
        line = paragraph.line_of(position)
        top = paragraph.line_top(line) + paragraph.line.baseline - paragraph.line.ascent
        height = paragraph.line.ascent + paragraph.line.descent
        x = paragraph.x_of(position, line)
        self._painter.fillRect(
            QRectF(x - 1, top, self._px(2), height), QColor(self._colours.accent)
        )

    def _margin(self, paragraph: Paragraph, label: str, row_highlights: RowHighlights) -> None:
        baselines = [
            paragraph.line_top(line) + paragraph.line.baseline
            for line in range(len(paragraph.breaks))
        ]
        if label:
            self._painter.setFont(self._label_font)
            self._painter.setPen(QColor(self._colours.ink_faint))
            self._right(label, self._measures.labels_right, baselines[0], self._label_metrics)
        self._rules(paragraph, row_highlights)
        used = self._cues(baselines, row_highlights, labelled=bool(label))
        self._words(baselines, row_highlights, used)
        self._answers(paragraph, row_highlights)
        for line in row_highlights.noted:
            box = sign_box(paragraph, self._measures, line, below=line in row_highlights.answered)
            draw_note(self._painter, box, QColor(self._colours.ink_quiet))

    def _answers(self, paragraph: Paragraph, row_highlights: RowHighlights) -> None:
        """Two arrows in the right margin where a passage is answered or answers another."""
        self._painter.setPen(QPen(QColor(self._colours.ink_quiet), self._thin))
        left = self._measures.text_left + self._measures.text_width + self._px(4)
        wide, head = self._px(9), self._px(3)
        for line in row_highlights.answered:
            middle = paragraph.line_top(line) + paragraph.line.pitch / 2
            for y, tip, turn in (
                (middle - head, left + wide, -head),
                (middle + head, left, head),
            ):
                self._painter.drawLine(QLineF(left, y, left + wide, y))
                self._painter.drawLine(QLineF(tip + turn, y - head * 0.7, tip, y))
                self._painter.drawLine(QLineF(tip + turn, y + head * 0.7, tip, y))

    def _rules(self, paragraph: Paragraph, row_highlights: RowHighlights) -> None:
        pitch = min(self._px(5), self._measures.rules_width / max(1, row_highlights.lanes))
        width = min(self._px(3), max(2.0, pitch - 1))
        for rule in row_highlights.rules:
            colour = QColor(self._colours.approach(rule.colour).rule)
            top = paragraph.line_top(rule.first) + self._px(2)
            bottom = paragraph.line_top(rule.last) + paragraph.line.pitch - self._px(2)
            right = self._measures.rules_right - rule.lane * pitch
            pen = QPen(colour, width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if rule.dashed:
                pen.setDashPattern([1.6, 1.2])
            self._painter.setPen(pen)
            x = right - width / 2
            self._painter.drawLine(QLineF(x, top, x, bottom))

    def _cues(
        self, baselines: list[float], row_highlights: RowHighlights, *, labelled: bool
    ) -> set[int]:
        """Writes each rule's cue on its first line, or the next with room; returns the lines used.

        Below the line with the label there is room in the label's column too.
        """
        self._painter.setFont(self._cue_font)
        used: set[int] = set()
        left = dict[int, float]()
        for rule in row_highlights.rules:
            width = self._cue_metrics.horizontalAdvance(rule.cue)
            for line in range(rule.first, len(baselines)):
                beside_label = line == rule.first or (labelled and line == 0)
                start = self._measures.cues_right if beside_label else self._measures.labels_right
                right = left.get(line, start)
                if right - width >= self._px(2) or line == len(baselines) - 1:
                    self._painter.setPen(QColor(self._colours.approach(rule.colour).text))
                    self._right(rule.cue, right, baselines[line], self._cue_metrics)
                    left[line] = right - width - self._px(3)
                    used.add(line)
                    break
        return used

    def _words(self, baselines: list[float], row_highlights: RowHighlights, used: set[int]) -> None:
        """Says in a word that a passage is moved or changed, on the first free line from its own;
        where the row has no free line the word stands below the cue."""
        self._painter.setFont(self._label_font)
        self._painter.setPen(QColor(self._colours.warning))
        for line, word in row_highlights.words:
            free = (n for n in range(max(1, line), len(baselines)) if n not in used)
            chosen = next(free, None)
            if chosen is None:
                y = baselines[-1] + self._label_metrics.height()
            else:
                used.add(chosen)
                y = baselines[chosen]
            self._right(word, self._measures.labels_right, y, self._label_metrics)

    def _right(self, words: str, right: float, baseline: float, metrics: QFontMetricsF) -> None:
        self._painter.drawText(QPointF(right - metrics.horizontalAdvance(words), baseline), words)
