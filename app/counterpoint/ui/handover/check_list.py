"""A list of things of which some are chosen."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from counterpoint.labels.text import set_apart
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.plain_text import plain_tip

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
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
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
            f"QListWidget::item {{ padding: {px(2)}px {px(4)}px; }}"
            f"QListWidget::item:selected {{ background: {colours.selection};"
            f" color: {colours.ink}; }}"
        )
        self._fit()
