"""How the rows of the problems are set."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from counterpoint.domain.problem import Problem
from counterpoint.labels.problem_kind import kind_of
from counterpoint.ui.painting.text_block import Run, TextBlock
from counterpoint.ui.theme.fonts import LINE_OF_CLAIM, Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.painted_rows import Index, PaintedRows

from .model import PROBLEM, TITLE, message, place_in_file, whole_file

PLACE_WIDTH = 72
"""The column of line and column numbers, in pixels at zoom 1; wider where words need it."""


class ProblemDelegate(PaintedRows):
    """A file's name over its problems; of each the place, the message and its kind."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(theme, view)
        self._view = view
        self._set: dict[tuple[Problem, int], TextBlock] = {}

    def forget(self) -> None:
        """The theme or the problems changed."""
        self._set.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self.theme.fonts.px
        problem = index.data(PROBLEM)
        width = self._view.viewport().width()
        if not isinstance(problem, Problem):
            return QSize(width, self.pitch(Size.BODY) + px(20))
        return QSize(width, round(self._paragraph(problem, width).height) + px(12))

    def paint_row(self, painter: QPainter, box: QRect, index: Index, *, focused: bool) -> None:
        problem = index.data(PROBLEM)
        if isinstance(problem, Problem):
            self._paint_problem(painter, box, problem)
        else:
            self._paint_title(painter, box, str(index.data(TITLE)), str(index.data()))

    def _paint_title(self, painter: QPainter, box: QRect, title: str, words: str) -> None:
        theme, px = self.theme, self.theme.fonts.px
        pitch = self.pitch(Size.BODY)
        top, left, right = box.bottom() - px(5) - pitch, box.left() + px(16), box.right() - px(16)
        bold = theme.fonts.ours(bold=True)
        metrics = QFontMetrics(bold)
        base = self.baseline(top, pitch, bold)
        small = theme.fonts.ours(Size.SMALL)
        room = right - left - QFontMetrics(small).horizontalAdvance(words) - px(12)
        name = metrics.elidedText(title, Qt.TextElideMode.ElideMiddle, room)
        painter.setFont(bold)
        painter.setPen(QColor(theme.colours.ink))
        painter.drawText(QPointF(left, base), name)
        painter.setFont(small)
        painter.setPen(QColor(theme.colours.ink_quiet))
        painter.drawText(QPointF(left + metrics.horizontalAdvance(name) + px(12), base), words)
        painter.setPen(QColor(theme.colours.hairline))
        painter.drawLine(left, box.bottom(), right, box.bottom())

    def _paint_problem(self, painter: QPainter, box: QRect, problem: Problem) -> None:
        theme, px = self.theme, self.theme.fonts.px
        paragraph = self._paragraph(problem, box.width())
        left, top = box.left() + px(16), box.top() + px(6)
        small = theme.fonts.ours(Size.SMALL)
        base = self.baseline(top, paragraph.pitch, small)
        painter.setFont(small)
        painter.setPen(QColor(theme.colours.ink_quiet))
        painter.drawText(QPointF(left, base), place_in_file(problem))
        paragraph.paint(painter, left + self._place_width(), top)

    def _place_width(self) -> int:
        fonts = self.theme.fonts
        words = QFontMetrics(fonts.ours(Size.SMALL)).horizontalAdvance(whole_file())
        return max(fonts.px(PLACE_WIDTH), words + fonts.px(10))

    def _message(self, text: str) -> list[Run]:
        """The message; what stands between backquotes is to be found in the file, and is bold."""
        fonts, ink = self.theme.fonts, QColor(self.theme.colours.ink)
        parts = text.split("`")
        if len(parts) % 2 == 0:
            return [Run(text, fonts.ours(), ink)]
        return [
            Run(part, fonts.ours(bold=bool(place % 2)), ink)
            for place, part in enumerate(parts)
            if part or place == 0
        ]

    def _paragraph(self, problem: Problem, width: int) -> TextBlock:
        found = self._set.get((problem, width))
        if found is None:
            theme, px = self.theme, self.theme.fonts.px
            quiet = QColor(theme.colours.ink_quiet)
            named = f"\u2003{kind_of(problem)}".replace(" ", "\u00a0")
            runs = self._message(message(problem))
            runs.append(Run(named, theme.fonts.ours(Size.SMALL), quiet))
            inner = max(px(120), width - self._place_width() - 2 * px(16))
            found = TextBlock(runs, inner, LINE_OF_CLAIM)
            self._set[problem, width] = found
        return found
