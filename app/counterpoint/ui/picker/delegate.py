"""How an approach is set in the picker."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from counterpoint.domain.approach import ApproachSummary
from counterpoint.labels.approach import status_line
from counterpoint.labels.text import set_apart
from counterpoint.ui.painting.check_box import draw_check
from counterpoint.ui.painting.shapes import cue_width, draw_cue
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.widgets.painted_rows import Index, PaintedRows

from .model import HEAD


class PickerDelegate(PaintedRows):
    """A check box, the cue, the title, the gist in one line, and how much stands behind it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self.theme.fonts.px
        return QSize(px(240), self.pitch(Size.BODY) + 2 * self.pitch(Size.SMALL) + 2 * px(8))

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A click on the box or its surroundings shows or hides; one on the words chooses."""
        if event.type() != QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return False
        box: QRect = option.rect
        reach = self.theme.fonts.px(40)
        if event.button() != Qt.MouseButton.LeftButton or event.position().x() > box.left() + reach:
            return False
        checked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked
        return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def is_chosen(self, state: QStyle.StateFlag) -> bool:
        """Only where the list has the focus: its rows are not for going on with."""
        return super().is_chosen(state) and bool(state & QStyle.StateFlag.State_HasFocus)

    def paint_row(self, painter: QPainter, box: QRect, index: Index, *, focused: bool) -> None:
        px, colours, fonts = self.theme.fonts.px, self.theme.colours, self.theme.fonts
        head = index.data(HEAD)
        if not isinstance(head, ApproachSummary):
            return
        top = box.top() + px(8)
        middle = top + self.pitch(Size.BODY) / 2
        side = px(15)
        check = QRectF(box.left() + px(14), middle - side / 2, side, side)
        shown = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        draw_check(painter, check, colours, on=shown)
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
        top = self.line(painter, room, top, title, bold, Size.BODY, colours.ink)
        small = fonts.ours(Size.SMALL)
        gist = set_apart(head.gist)
        top = self.line(painter, room, top, gist, small, Size.SMALL, colours.ink_quiet)
        self.line(painter, room, top, status_line(head), small, Size.SMALL, colours.ink_quiet)
