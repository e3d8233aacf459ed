"""A list beside the page of the row that is chosen in it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from counterpoint.ui.theme.theme import Theme

from .grouped_model import GroupedModel
from .grouped_rows import GroupedRows
from .list_view import ListView

_SHARE = 0.3
"""Of the width, that a list takes at most when it is first seen."""


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
        zoom 1, when it is first seen."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._wide = wide
        self._seen = False
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
        if not self._seen:
            self._seen = True
            beside = min(self._theme.fonts.px(self._wide), int(self.width() * _SHARE))
            self.setSizes([beside, self.width() - beside])

    def _apply_theme(self) -> None:
        # Not by its palette, which the application's style sheet, set anew, would take back.
        self.list.setStyleSheet(
            f"QListView {{ background: {self._theme.colours.panel}; border: 0; }}"
        )
        self.list.setMinimumWidth(self._theme.fonts.px(160))
        self.list.doItemsLayout()
