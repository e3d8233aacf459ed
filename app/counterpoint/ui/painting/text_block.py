"""A paragraph set in a width: runs of several fonts and colours, and outlined pills."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from counterpoint.domain.utf16 import utf16_length

_WRAP = QTextOption()
_WRAP.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


class Run(NamedTuple):
    """A stretch of text in one font and colour; a pill is drawn round it if `border` is set, else
    `fill` lies behind its words."""

    text: str
    font: QFont
    colour: QColor
    border: QColor | None = None
    fill: QColor | None = None


def pill(word: str, font: QFont, ink: QColor, border: QColor, fill: QColor | None = None) -> Run:
    """A word with an outline, never parted at a line's end."""
    return Run("\u00a0" + word.replace(" ", "\u00a0") + "\u00a0", font, ink, border, fill)


def longest_word(run: Run) -> int:
    """Pixels of the widest word, which is what must fit a line if no word is to be broken."""
    metrics = QFontMetrics(run.font)
    return max(map(metrics.horizontalAdvance, set(run.text.split(" "))), default=0)


class TextBlock:
    """Text laid out in `width` pixels, each line `spacing` times its first font's size apart.

    `height` is the whole height in pixels. With
    `most_lines` the rest is cut and `cut` is True, so that the caller can say so.
    """

    def __init__(
        self, runs: Sequence[Run], width: float, spacing: float, most_lines: int = 0
    ) -> None:
        self._runs = runs
        self._layout = QTextLayout("".join(run.text for run in runs), runs[0].font)
        self._layout.setTextOption(_WRAP)
        self._layout.setCacheEnabled(True)
        self._starts = [0]
        for run in runs:
            self._starts.append(self._starts[-1] + utf16_length(run.text))
        if len(runs) > 1:
            self._layout.setFormats(self._formats())
        pitch = round(runs[0].font.pixelSize() * spacing)
        self.pitch = pitch
        self.natural = self.last = 0.0
        """How wide the longest line is, and the last."""
        self.reach = 0
        """How many UTF-16 units its lines hold: all, unless it is cut."""
        top = 0
        self._layout.beginLayout()
        while not most_lines or top < most_lines * pitch:
            line = self._layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + (pitch - line.height()) / 2))
            self.last = line.naturalTextWidth()
            self.natural = max(self.natural, self.last)
            self.reach += line.textLength()
            top += pitch
        self._layout.endLayout()
        self.cut = self.reach < self._starts[-1]
        self.height = top

    @property
    def text(self) -> str:
        """All its words, whether or not there are lines for them."""
        return self._layout.text()

    def _formats(self) -> list[QTextLayout.FormatRange]:
        ranges = []
        for run, start in zip(self._runs, self._starts, strict=False):
            form = QTextCharFormat()
            form.setFont(run.font)
            form.setForeground(run.colour)
            if run.fill is not None and run.border is None:
                form.setBackground(run.fill)
            one = QTextLayout.FormatRange()
            one.start, one.length, one.format = start, utf16_length(run.text), form
            ranges.append(one)
        return ranges

    @property
    def lines(self) -> int:
        return self._layout.lineCount()

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        for run, start in zip(self._runs, self._starts, strict=False):
            if run.border is not None:
                self._paint_pill(painter, run, start, left, top)
        painter.setPen(self._runs[0].colour)
        self._layout.draw(painter, QPointF(left, top))

    def _paint_pill(self, painter: QPainter, run: Run, start: int, left: float, top: float) -> None:
        line = self._layout.lineForTextPosition(start)
        if not line.isValid() or run.border is None:
            return
        end = min(start + utf16_length(run.text), line.textStart() + line.textLength())
        begin, finish = _cursor(line.cursorToX(start)), _cursor(line.cursorToX(end))
        height = round(run.font.pixelSize() * 1.25)
        middle = top + line.y() + line.height() / 2
        box = QRectF(
            round(left + begin) - 1.5,
            round(middle - height / 2) + 0.5,
            round(finish - begin) + 3,
            height,
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(run.border, 1))
        painter.setBrush(run.fill if run.fill is not None else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.restore()


def _cursor(answer: object) -> float:
    """QTextLine.cursorToX gives a pair in PySide6: the place and the position it stands for."""
    return float(answer[0]) if isinstance(answer, (tuple, list)) else float(str(answer))
