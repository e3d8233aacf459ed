"""A list beside the page of the row that is chosen in it."""

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QFrame, QListView, QSplitter, QVBoxLayout, QWidget

from .grouped_rows import GroupedRows


def set_up(rows: QListView, model: QAbstractItemModel, delegate: GroupedRows, name: str) -> None:
    """A list of painted rows, which are never typed in; `name` is for assistive technology."""
    rows.setModel(model)
    rows.setItemDelegate(delegate)
    rows.setAccessibleName(name)
    rows.setFrameShape(QFrame.Shape.NoFrame)
    rows.setMouseTracking(True)
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    rows.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    rows.setResizeMode(QListView.ResizeMode.Adjust)
    rows.setLayoutMode(QListView.LayoutMode.Batched)
    rows.setEditTriggers(QListView.EditTrigger.NoEditTriggers)


def side_by_side(rows: QListView, page: QWidget, parent: QWidget) -> QSplitter:
    """Both fill `parent`; what room there is more is the page's."""
    splitter = QSplitter(Qt.Orientation.Horizontal, parent)
    splitter.addWidget(rows)
    splitter.addWidget(page)
    splitter.setStretchFactor(0, 0)
    splitter.setStretchFactor(1, 1)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(splitter)
    return splitter
