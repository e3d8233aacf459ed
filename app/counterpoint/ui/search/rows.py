"""The results as rows."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from counterpoint.application.search.searching import Result
from counterpoint.ui.widgets.painted_rows import Index

RESULT = Qt.ItemDataRole.UserRole
PLACE = Qt.ItemDataRole.UserRole + 1
"""What it is, and where: one line."""


class ResultRows(QAbstractListModel):
    """`place_of` says of a result what it is and where."""

    def __init__(self, place_of: Callable[[Result], str], parent: QObject) -> None:
        super().__init__(parent)
        self._place_of = place_of
        self._results: Sequence[Result] = ()

    def show_results(self, results: Sequence[Result]) -> None:
        self.beginResetModel()
        self._results = results
        self.endResetModel()

    def row_of(self, result: Result) -> int:
        """Where the same thing stands; -1 where it does not."""
        same = (at for at, each in enumerate(self._results) if _key(each) == _key(result))
        return next(same, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._results)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        result = self._results[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return result.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._place_of(result)}. {result.words}"
            case _ if role == RESULT:
                return result
            case _ if role == PLACE:
                return self._place_of(result)
        return None


def _key(result: Result) -> tuple[str, str]:
    return result.kind, result.id
