"""How the rows of the problems are set."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from counterpoint.domain.problem import Problem
from counterpoint.labels.problem_kind import problem_kind
from counterpoint.ui.painting.text_block import Run, TextBlock
from counterpoint.ui.theme.fonts import LINE_OF_CLAIM, Size
from counterpoint.ui.theme.theme import Theme

from .model import FILE, PROBLEM, message, place_in_file

_Index = QModelIndex | QPersistentModelIndex
PLACE_WIDTH = 72
"""The column of line and column numbers, in pixels at zoom 1."""


class ProblemDelegate(QStyledItemDelegate):
    """A file's name over its problems; of each the place, the message and its kind."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._set: dict[tuple[Problem, int], TextBlock] = {}

    def forget(self) -> None:
        """The theme or the problems changed."""
        self._set.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        px = self._theme.fonts.px
        problem = index.data(PROBLEM)
        width = self._view.viewport().width()
        if not isinstance(problem, Problem):
            return QSize(width, round(px(Size.BODY.value) * LINE_OF_CLAIM) + px(20))
        return QSize(width, round(self._paragraph(problem, width).height) + px(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, px = self._theme, self._theme.fonts.px
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        problem = index.data(PROBLEM)
        painter.save()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, QColor(theme.colours.selection if chosen else theme.colours.paper))
        if chosen:
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            rule = QRect(box.left(), box.top(), px(3), box.height())
            painter.fillRect(
                rule, QColor(theme.colours.accent if focused else theme.colours.control)
            )
        if isinstance(problem, Problem):
            self._paint_problem(painter, box, problem)
        else:
            self._paint_file(painter, box, str(index.data(FILE)), str(index.data()))
        painter.restore()

    def _paint_file(self, painter: QPainter, box: QRect, file: str, words: str) -> None:
        theme, px = self._theme, self._theme.fonts.px
        pitch = round(px(Size.BODY.value) * LINE_OF_CLAIM)
        top, left, right = box.bottom() - px(5) - pitch, box.left() + px(16), box.right() - px(16)
        bold = theme.fonts.ours(bold=True)
        metrics = QFontMetrics(bold)
        base = top + (pitch + metrics.ascent() - metrics.descent()) / 2
        small = theme.fonts.ours(Size.SMALL)
        room = right - left - QFontMetrics(small).horizontalAdvance(words) - px(12)
        name = metrics.elidedText(file, Qt.TextElideMode.ElideMiddle, room)
        painter.setFont(bold)
        painter.setPen(QColor(theme.colours.ink))
        painter.drawText(QPointF(left, base), name)
        painter.setFont(small)
        painter.setPen(QColor(theme.colours.ink_quiet))
        painter.drawText(QPointF(left + metrics.horizontalAdvance(name) + px(12), base), words)
        painter.setPen(QColor(theme.colours.hairline))
        painter.drawLine(left, box.bottom(), right, box.bottom())

    def _paint_problem(self, painter: QPainter, box: QRect, problem: Problem) -> None:
        theme, px = self._theme, self._theme.fonts.px
        paragraph = self._paragraph(problem, box.width())
        left, top = box.left() + px(16), box.top() + px(6)
        small = theme.fonts.ours(Size.SMALL)
        metrics = QFontMetrics(small)
        base = top + (paragraph.pitch + metrics.ascent() - metrics.descent()) / 2
        painter.setFont(small)
        painter.setPen(QColor(theme.colours.ink_quiet))
        painter.drawText(QPointF(left, base), place_in_file(problem))
        paragraph.paint(painter, left + px(PLACE_WIDTH), top)

    def _message(self, text: str) -> list[Run]:
        """The message; what stands between backquotes is to be found in the file, and is bold."""
        fonts, ink = self._theme.fonts, QColor(self._theme.colours.ink)
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
            theme, px = self._theme, self._theme.fonts.px
            quiet = QColor(theme.colours.ink_quiet)
            named = f"\u2003{problem_kind(problem.kind)}".replace(" ", "\u00a0")
            runs = self._message(message(problem))
            runs.append(Run(named, theme.fonts.ours(Size.SMALL), quiet))
            inner = max(px(120), width - px(PLACE_WIDTH) - 2 * px(16))
            found = TextBlock(runs, inner, LINE_OF_CLAIM)
            self._set[problem, width] = found
        return found
