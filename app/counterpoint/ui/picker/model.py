"""The approaches that the filter lets through, as rows with a check each."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from counterpoint.domain.approach import ApproachSummary
from counterpoint.labels.approach import status_line
from counterpoint.labels.text import sentence, set_apart
from counterpoint.ui.widgets.plain_text import plain_tip

from .choice import Choice, matching

_Index = QModelIndex | QPersistentModelIndex
HEAD = Qt.ItemDataRole.UserRole


class PickerRows(QAbstractListModel):
    """Rows stand in the order of the comparison. They can be moved while nothing is filtered."""

    chosen = Signal()
    """A person changed what is shown or its order."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.choice = Choice()
        self._heads: dict[str, ApproachSummary] = {}
        self._words = ""
        self._rows: list[str] = []

    def show_approaches(
        self, heads: Sequence[ApproachSummary], order: Sequence[str], shown: Collection[str]
    ) -> None:
        """`order` as far as it goes; what it lacks comes after it."""
        self.beginResetModel()
        self._heads = {head.id: head for head in heads}
        every = dict.fromkeys([*(id for id in order if id in self._heads), *self._heads])
        self.choice = Choice(tuple(every), frozenset(shown) & self._heads.keys())
        self._filter()
        self.endResetModel()

    def filter(self, words: str) -> None:
        self.beginResetModel()
        self._words = words
        self._filter()
        self.endResetModel()

    def _filter(self) -> None:
        heads = [self._heads[id] for id in self.choice.order]
        self._rows = [head.id for head in matching(heads, self._words)]

    @property
    def filtered(self) -> bool:
        return bool(self._words.split())

    @property
    def ids(self) -> list[str]:
        """What the filter lets through, in order."""
        return list(self._rows)

    def choose(self, choice: Choice) -> None:
        """Takes over what a person decided, if it is anything new."""
        if choice == self.choice:
            return
        self.choice = choice
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        self.chosen.emit()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags if self.filtered else Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        flags |= Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemNeverHasChildren
        return flags if self.filtered else flags | Qt.ItemFlag.ItemIsDragEnabled

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        head = self._heads[self._rows[index.row()]]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return set_apart(head.title)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(set_apart(head.gist))
            case Qt.ItemDataRole.AccessibleTextRole:
                title, gist = set_apart(head.title), sentence(head.gist)
                return f"{head.cue}: {title}. {gist} {status_line(head)}"
            case Qt.ItemDataRole.CheckStateRole:
                shown = head.id in self.choice.shown
                return Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked
            case _ if role == HEAD:
                return head
        return None

    def setData(  # noqa: N802 (Qt's own name)
        self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        shown = Qt.CheckState(value) == Qt.CheckState.Checked
        self.choose(self.choice.with_shown([self._rows[index.row()]], shown=shown))
        return True

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 (Qt's own name)
        return Qt.DropAction.MoveAction

    def moveRows(  # noqa: N802 (Qt's own name)
        self, parent: _Index, row: int, count: int, onto: _Index, before: int
    ) -> bool:
        """Moves one row to stand before the row that is now at `before`."""
        last = len(self._rows)
        if self.filtered or count != 1 or not 0 <= row < last or not 0 <= before <= last:
            return False
        if not self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), before):
            return False
        id = self._rows[row]
        self.choice = self.choice.moved(id, before - 1 if before > row else before)
        self._filter()
        self.endMoveRows()
        self.chosen.emit()
        return True

    def move_by(self, row: int, steps: int) -> bool:
        """Moves a row down by `steps`, up where they are negative."""
        to = row + steps
        return self.moveRows(QModelIndex(), row, 1, QModelIndex(), to + 1 if steps > 0 else to)
