"""The documents as rows: those that wait, those that were left out, those that came in."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from counterpoint.application.importing.arrivals import Arrival, Standing
from counterpoint.labels import arrival as words
from counterpoint.labels.text import set_apart
from counterpoint.labels.translation import tr
from counterpoint.ui.widgets.grouped_rows import DETAIL, ENTRY
from counterpoint.ui.widgets.painted_rows import Index

_ORDER: tuple[tuple[Standing, Callable[[], str]], ...] = (
    (Standing.WAITS, words.waits),
    (Standing.LEFT_OUT, words.left_out),
    (Standing.CAME_IN, words.came_in),
)


class Row(NamedTuple):
    words: str
    detail: str
    arrival: Arrival | None


class ArrivalRows(QAbstractListModel):
    """`title` gives a source's short name for its id, or ""."""

    def __init__(self, title: Callable[[str], str], parent: QObject) -> None:
        super().__init__(parent)
        self._title = title
        self._rows: list[Row] = []

    def show_arrivals(self, arrivals: Iterable[Arrival]) -> None:
        self.beginResetModel()
        self._rows = list(self._rows_of(tuple(arrivals)))
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """The row of a document, by its key; -1 where it has none."""
        for at, row in enumerate(self._rows):
            if row.arrival is not None and row.arrival.key == key:
                return at
        return -1

    def first(self) -> int:
        """The row of the first document; -1 where there is none."""
        return next((at for at, row in enumerate(self._rows) if row.arrival is not None), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self._rows[index.row()].arrival is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._in_words(row)
            case _ if role == ENTRY:
                return row.arrival
            case _ if role == DETAIL:
                return row.detail
        return None

    def _rows_of(self, arrivals: tuple[Arrival, ...]) -> Iterator[Row]:
        for standing, name in _ORDER:
            here = [each for each in arrivals if each.standing is standing]
            if here:
                yield Row(name(), words.documents(len(here)), None)
            yield from (Row(set_apart(e.name), detail(e, self._title), e) for e in here)

    def _in_words(self, row: Row) -> str:
        if row.arrival is None:
            return f"{row.words}: {row.detail}"
        return f"{row.words}. {standing_of(row.arrival.standing)}. {row.detail}"


def standing_of(standing: Standing) -> str:
    return next(name() for each, name in _ORDER if each is standing)


def detail(arrival: Arrival, title: Callable[[str], str]) -> str:
    """What a row says of a document in one line."""
    draft = arrival.preview.draft
    match arrival.standing:
        case Standing.LEFT_OUT:
            return why(arrival, title)
        case Standing.WAITS if arrival.is_version_of:
            return words.version_of(title(arrival.is_version_of) or arrival.is_version_of)
    if draft is None:
        return ""
    size = words.size(draft.kind, draft.pages, draft.paragraphs)
    if draft.lost and arrival.standing is Standing.CAME_IN:
        return tr("{size}; not all of it came in", size=size)
    return size


def why(arrival: Arrival, title: Callable[[str], str]) -> str:
    """Why a document was left out, in a sentence."""
    like = arrival.preview.like
    if arrival.source and like is not None:
        return words.here_already(title(arrival.source) or arrival.source)
    return words.why_left_out(arrival.problem)
