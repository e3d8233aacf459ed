"""The quotations and notes as rows, under what has become of them."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from counterpoint.application.importing.revising import Decision, Item, Revision
from counterpoint.labels.paragraph import paragraph
from counterpoint.labels.quotation_state import state
from counterpoint.labels.revision import accepted, left_as_it_is
from counterpoint.labels.text import DOT, capital, in_one_line
from counterpoint.labels.translation import tr
from counterpoint.ui.widgets.grouped_rows import DETAIL, ENTRY
from counterpoint.ui.widgets.painted_rows import Index

OPEN = Qt.ItemDataRole.UserRole + 2
"""Whether a person has to decide on it yet."""


class Row(NamedTuple):
    words: str
    detail: str
    item: int | None
    open: bool = False


class RevisionRows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_revision(self, revision: Revision | None) -> None:
        self.beginResetModel()
        self._rows = [] if revision is None else list(_rows_of(revision))
        self.endResetModel()

    def row_of(self, item: int) -> int:
        """The row of an item; -1 where there is none."""
        return next((at for at, row in enumerate(self._rows) if row.item == item), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self._rows[index.row()].item is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.words}: {row.detail}" if row.item is None else _spoken(row)
            case _ if role == ENTRY:
                return row.item
            case _ if role == DETAIL:
                return row.detail
            case _ if role == OPEN:
                return row.open
        return None


def _spoken(row: Row) -> str:
    return f"{row.detail}. {row.words}"


def _rows_of(revision: Revision) -> Iterator[Row]:
    numbered = enumerate(revision.items)
    for of, group in groupby(numbered, key=lambda each: each[1].state):
        here = list(group)
        yield Row(capital(state(of)), f"{len(here):,}", None)
        for number, item in here:
            words = in_one_line(item.affected.words)
            yield Row(f"“{words}”", detail(item), number, item.decision is Decision.OPEN)


def detail(item: Item) -> str:
    """Where it stood and stands, what it is, and what was decided of it."""
    affected = item.affected
    before, after = paragraph(affected.before), paragraph(affected.after)
    where = before
    if item.may_be_accepted and after and after != before:
        where = tr("{before}, now {after}", before=before or "?", after=after)
    what = tr("note") if affected.note else ""
    decided = {Decision.ACCEPTED: accepted(), Decision.LEFT: left_as_it_is()}
    kept = state(item.state), where, what, decided.get(item.decision, "")
    return DOT.join(filter(None, kept))
