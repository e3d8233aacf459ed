"""A list of things of which some are chosen."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel, QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from counterpoint.labels.text import set_apart
from counterpoint.ui.painting.check_box import draw_check
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.painted_rows import Index, PaintedRows
from counterpoint.ui.widgets.plain_text import plain_tip


class _Rows(PaintedRows):
    """A box and a name. A click anywhere on the row ticks it, or takes the tick off."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, self.pitch(Size.SMALL) + self.theme.fonts.px(4))

    def paint_row(self, painter: QPainter, box: QRect, index: Index, *, focused: bool) -> None:
        px, colours, fonts = self.theme.fonts.px, self.theme.colours, self.theme.fonts
        side = px(14)
        check = QRectF(box.left() + px(7), box.center().y() - side / 2 + 0.5, side, side)
        draw_check(painter, check, colours, on=_is_on(index))
        left = round(check.right()) + px(7)
        room = QRect(left, box.top(), box.right() - px(6) - left, box.height())
        small = fonts.ours(Size.SMALL)
        top = box.top() + px(2)
        self.line(painter, room, top, str(index.data()), small, Size.SMALL, colours.ink)

    def is_chosen(self, state: QStyle.StateFlag) -> bool:
        """Only where the list has the focus: its rows are not for going on with."""
        return super().is_chosen(state) and bool(state & QStyle.StateFlag.State_HasFocus)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        if event.type() is not QEvent.Type.MouseButtonRelease:
            return False
        state = Qt.CheckState.Unchecked if _is_on(index) else Qt.CheckState.Checked
        return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)


def _is_on(index: Index) -> bool:
    return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked


MOST = 8
"""Rows that are seen at once."""


class CheckList(QListWidget):
    """Space chooses or leaves the row with the cursor."""

    changed = Signal()
    """The person has chosen, or left something."""

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Rows(theme, self))
        self.setUniformItemSizes(True)
        self.itemChanged.connect(self._on_item)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def show_things(self, things: Iterable[tuple[str, str]], chosen: Iterable[str]) -> None:
        """Ids with what they are called, and the ids of those that are chosen. The cursor stays in
        its row."""
        things, chosen, row = list(things), frozenset(chosen), self.currentRow()
        self.blockSignals(True)
        self.clear()
        for id, words in things:
            item = QListWidgetItem(set_apart(words))
            item.setToolTip(plain_tip(words))
            item.setData(Qt.ItemDataRole.UserRole, id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if id in chosen else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.setCurrentRow(max(0, min(row, self.count() - 1)))
        self.blockSignals(False)
        self._fit()

    def chosen(self) -> tuple[str, ...]:
        """The ids, in order."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )

    def sizeHint(self) -> QSize:
        return QSize(self._theme.fonts.px(200), self.height())

    def _on_item(self, _item: QListWidgetItem) -> None:
        self.changed.emit()

    def _fit(self) -> None:
        rows = max(1, min(MOST, self.count()))
        high = self.sizeHintForRow(0) if self.count() else self.fontMetrics().lineSpacing()
        self.setFixedHeight(rows * high + 2 * self.frameWidth() + self._theme.fonts.px(4))

    def _apply_theme(self) -> None:
        colours, px = self._theme.colours, self._theme.fonts.px
        self.setFont(self._theme.fonts.ours(Size.SMALL))
        self.setStyleSheet(
            f"QListWidget {{ background: {colours.paper}; color: {colours.ink};"
            f" border: 1px solid {colours.control}; border-radius: {px(4)}px; }}"
            f"QListWidget:focus {{ border-color: {colours.accent}; }}"
        )
        self._fit()
