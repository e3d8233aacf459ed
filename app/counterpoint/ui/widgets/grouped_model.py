"""Rows under headings as a model; `grouped_rows` paints them."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from .grouped_rows import DETAIL, ENTRY
from .painted_rows import Index
from .plain_text import plain_tip


class GroupedRow(NamedTuple):
    """`entry` is what it stands for, None for a heading; `spoken` is what a screen reader is given
    of an entry, as of a heading it hears both lines."""

    words: str
    detail: str
    entry: object = None
    spoken: str = ""


class GroupedModel(QAbstractListModel):
    """Headings cannot be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[GroupedRow] = []

    def show_rows(self, rows: Iterable[GroupedRow]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def change_row(self, row: int, to: GroupedRow) -> None:
        """Of the same height."""
        if self._rows[row] != to:
            self._rows[row] = to
            self.dataChanged.emit(self.index(row), self.index(row))

    def row_where(self, is_it: Callable[[object], bool]) -> int:
        """The first row whose entry is meant; -1 where there is none."""
        entries = enumerate(row.entry for row in self._rows)
        return next((at for at, entry in entries if entry is not None and is_it(entry)), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self._rows[index.row()].entry is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.words
            case Qt.ItemDataRole.ToolTipRole if row.entry is not None:
                return plain_tip(f"{row.words}\n{row.detail}".strip())
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.words}: {row.detail}" if row.entry is None else row.spoken
            case _ if role == ENTRY:
                return row.entry
            case _ if role == DETAIL:
                return row.detail
        return None
