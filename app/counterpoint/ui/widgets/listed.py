"""A list beside the page of the row that is chosen in it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from counterpoint.ui.theme.theme import Theme

from .grouped_model import GroupedModel
from .grouped_rows import GroupedRows
from .list_view import ListView

_SHARE, _WIDE_SHARE = 0.3, 0.27
"""Of the width, that a list takes at most, and that it takes where there is plenty."""
_WIDEST = 560
"""Pixels at zoom 1 that a list takes at most of its own accord."""


class Listed(QSplitter):
    """Fills `parent`. The list is at the left, the page added to it has the rest."""

    def __init__(
        self,
        theme: Theme,
        rows: GroupedModel,
        delegate: GroupedRows,
        name: str,
        wide: int,
        parent: QWidget,
    ) -> None:
        """`name` of the list is for assistive technology; `wide` is what it takes, in pixels at
        zoom 1, where there is not so much room that it may be wider. Once somebody has drawn it to
        another width it keeps that."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._wide = wide
        self._by_hand = False
        self.splitterMoved.connect(self._on_moved)
        self.list = ListView(self)
        self.list.setModel(rows)
        self.list.setItemDelegate(delegate)
        self.list.setAccessibleName(name)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(ListView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(ListView.ResizeMode.Adjust)
        self.list.setLayoutMode(ListView.LayoutMode.Batched)
        self.list.setEditTriggers(ListView.EditTrigger.NoEditTriggers)
        self.addWidget(self.list)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        column = QVBoxLayout(parent)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def add_page(self, page: QWidget) -> None:
        """What room there is more is its."""
        self.addWidget(page)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._give_share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_share()

    def _on_moved(self, _at: int, _handle: int) -> None:
        self._by_hand = True

    def _give_share(self) -> None:
        if not self._by_hand:
            px, width = self._theme.fonts.px, self.width()
            plenty = min(px(_WIDEST), int(width * _WIDE_SHARE))
            beside = min(max(px(self._wide), plenty), int(width * _SHARE))
            self.setSizes([beside, width - beside])

    def _apply_theme(self) -> None:
        # Not by its palette, which the application's style sheet, set anew, would take back.
        self.list.setStyleSheet(
            f"QListView {{ background: {self._theme.colours.panel}; border: 0; }}"
        )
        self.list.setMinimumWidth(self._theme.fonts.px(160))
        self.list.doItemsLayout()
        self._give_share()
