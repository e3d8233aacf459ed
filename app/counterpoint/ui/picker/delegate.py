"""How an approach is set in the picker."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from counterpoint.domain.approach import ApproachSummary
from counterpoint.labels.approach import status_line
from counterpoint.labels.text import in_one_line
from counterpoint.ui.painting.eliding import elided
from counterpoint.ui.painting.shapes import cue_width, draw_cue
from counterpoint.ui.theme.fonts import LINE_OF_CLAIM, Size
from counterpoint.ui.theme.theme import Theme

from .model import HEAD

_Index = QModelIndex | QPersistentModelIndex


class PickerDelegate(QStyledItemDelegate):
    """A check box, the cue, the title, the gist in one line, and how much stands behind it."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        px = self._theme.fonts.px
        return QSize(px(240), self._pitch(Size.BODY) + 2 * self._pitch(Size.SMALL) + 2 * px(8))

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """A click on the box or its surroundings shows or hides; one on the words chooses."""
        if event.type() != QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return False
        box: QRect = option.rect
        reach = self._theme.fonts.px(40)
        if event.button() != Qt.MouseButton.LeftButton or event.position().x() > box.left() + reach:
            return False
        checked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked
        return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, px = self._theme, self._theme.fonts.px
        colours, fonts = theme.colours, theme.fonts
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        head = index.data(HEAD)
        if not isinstance(head, ApproachSummary):
            return
        painter.save()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        painter.fillRect(box, QColor(colours.selection if focused else colours.paper))
        if focused:
            painter.fillRect(
                QRect(box.left(), box.top(), px(3), box.height()), QColor(colours.accent)
            )
        top = box.top() + px(8)
        middle = top + self._pitch(Size.BODY) / 2
        side = px(15)
        check = QRectF(box.left() + px(14), middle - side / 2, side, side)
        shown = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        self._paint_check(painter, check, shown)
        small_bold = fonts.ours(Size.SMALL, bold=True)
        height = px(18)
        wide = cue_width(head.cue, small_bold, height)
        cue = QRectF(box.left() + px(40), middle - height / 2, wide, height)
        fill = QColor(colours.approach(head.colour).text)
        draw_cue(painter, head.cue, cue, small_bold, fill, QColor(colours.paper))
        left = round(cue.right()) + px(8)
        room = QRect(left, top, box.right() - px(16) - left, box.height())
        title = str(index.data())
        bold = fonts.ours(bold=True)
        top = self._line(painter, room, top, title, bold, Size.BODY, colours.ink)
        small = fonts.ours(Size.SMALL)
        gist = in_one_line(head.gist)
        top = self._line(painter, room, top, gist, small, Size.SMALL, colours.ink_quiet)
        self._line(painter, room, top, status_line(head), small, Size.SMALL, colours.ink_quiet)
        painter.restore()

    def _paint_check(self, painter: QPainter, box: QRectF, shown: bool) -> None:
        colours = self._theme.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent if shown else colours.control), 1.2))
        painter.setBrush(QColor(colours.accent if shown else colours.paper))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if shown:
            pen = QPen(QColor(colours.accent_ink), max(1.5, box.width() / 8))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline(
                QPolygonF(
                    [
                        QPointF(box.left() + box.width() * x, box.top() + box.height() * y)
                        for x, y in ((0.24, 0.52), (0.43, 0.71), (0.77, 0.30))
                    ]
                )
            )

    def _pitch(self, size: Size) -> int:
        return round(self._theme.fonts.px(size.value) * LINE_OF_CLAIM)

    def _line(
        self,
        painter: QPainter,
        room: QRect,
        top: int,
        text: str,
        font: QFont,
        size: Size,
        colour: str,
    ) -> int:
        metrics = QFontMetrics(font)
        pitch = self._pitch(size)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        cut = elided(text, metrics, room.width())
        base = top + (pitch + metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(room.left(), base), cut)
        return top + pitch
