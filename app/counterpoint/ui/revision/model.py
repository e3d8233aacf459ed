"""The quotations and notes as rows, under what has become of them."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QObject, Qt

from counterpoint.application.importing.revising import Decision, Item, Revision
from counterpoint.labels.paragraph import paragraph
from counterpoint.labels.quotation_state import state
from counterpoint.labels.revision import accepted, left_as_it_is
from counterpoint.labels.text import DOT, capital, in_one_line
from counterpoint.labels.translation import tr
from counterpoint.ui.widgets.grouped_model import GroupedModel, GroupedRow
from counterpoint.ui.widgets.grouped_rows import ENTRY
from counterpoint.ui.widgets.painted_rows import Index

OPEN = Qt.ItemDataRole.UserRole + 2
"""Whether a person has to decide on it yet."""


class RevisionRows(GroupedModel):
    """An entry is the number of an item."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._items: tuple[Item, ...] = ()

    def show_revision(self, revision: Revision | None) -> None:
        self._items = () if revision is None else revision.items
        self.show_rows(_rows_of(self._items))

    def row_of(self, item: int) -> int:
        """The row of an item; -1 where there is none."""
        return self.row_where(lambda entry: entry == item)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == OPEN:
            item = super().data(index, ENTRY)
            return isinstance(item, int) and self._items[item].decision is Decision.OPEN
        return super().data(index, role)


def _rows_of(items: Sequence[Item]) -> Iterator[GroupedRow]:
    for of, group in groupby(enumerate(items), key=lambda each: each[1].state):
        here = list(group)
        yield GroupedRow(capital(state(of)), f"{len(here):,}")
        for number, item in here:
            words, more = f"“{in_one_line(item.affected.words)}”", detail(item)
            yield GroupedRow(words, more, number, f"{more}. {words}")


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
