"""The results as rows, under the source that they stand in."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject

from counterpoint.application.search.searching import Result
from counterpoint.domain.search.groups import Group, GroupSizes, grouped
from counterpoint.domain.search.narrowing import Chosen, Counts, Narrowing
from counterpoint.labels import facet
from counterpoint.ui.widgets.grouped_model import GroupedModel, GroupedRow
from counterpoint.ui.widgets.grouped_rows import DETAIL, ENTRY

RESULT = ENTRY
PLACE = DETAIL
"""What it is, and where in its group: one line."""


class Names(NamedTuple):
    """How what was found is called."""

    place: Callable[[Result], str]
    """What it is and where, on one line."""
    in_group: Callable[[Result], str]
    """The same, below the head of its group."""
    source: Callable[[str], str]
    value: Callable[[Chosen], str]
    """Of what results are narrowed by."""


class ResultRows(GroupedModel):
    """A head over the results of each group; the group of the best comes first."""

    def __init__(self, names: Names, parent: QObject) -> None:
        super().__init__(parent)
        self._names = names
        self._results: Sequence[Result] = ()
        self._heads: list[tuple[int, Group, int]] = []
        """Of each group the row of its head, and how many of its results are listed."""

    @property
    def results(self) -> Sequence[Result]:
        """The best first."""
        return self._results

    def show_results(self, results: Sequence[Result]) -> None:
        self._results = results
        self._heads = []
        rows: list[GroupedRow] = []
        for group, places in grouped((each.kind, each.source) for each in results):
            self._heads.append((len(rows), group, len(places)))
            rows.append(self._head(group, facet.in_group(len(places), 0)))
            rows += [self._row(results[place]) for place in places]
        self.show_rows(rows)

    def _head(self, group: Group, detail: str) -> GroupedRow:
        return GroupedRow(facet.group(group, self._names.source(group.source)), detail)

    def _row(self, result: Result) -> GroupedRow:
        spoken = f"{self._names.place(result)}. {result.words}"
        return GroupedRow(result.words, self._names.in_group(result), result, spoken)

    def show_counts(self, counts: Counts, narrowing: Narrowing, total: int) -> None:
        """How many of all that was found are in each group."""
        sizes = GroupSizes(counts, narrowing, total)
        for row, group, listed in self._heads:
            said = facet.in_group(listed, sizes.of(group))
            self.change_row(row, self._head(group, said))

    def row_of(self, result: Result) -> int:
        """Where the same thing stands; -1 where it does not."""
        return self.row_where(lambda one: isinstance(one, Result) and _key(one) == _key(result))

    def next_row(self, row: int, by: int) -> int:
        """The row of the next result after `row`, or, where `by` is -1, of the one before; -1 where
        there is none."""
        row += by
        while 0 <= row < self.rowCount():
            if self.index(row).data(RESULT) is not None:
                return row
            row += by
        return -1


def _key(result: Result) -> tuple[str, str]:
    return result.kind, result.id
