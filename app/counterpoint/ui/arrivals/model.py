"""The documents as rows: those that wait, those that were left out, those that came in."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QObject

from counterpoint.application.importing.arrivals import Arrival, Standing, doubts
from counterpoint.domain.because import Because
from counterpoint.labels import arrival as words
from counterpoint.labels.text import set_apart
from counterpoint.ui.session.documents_listed import likeness, why_left_out
from counterpoint.ui.widgets.grouped_model import GroupedModel, GroupedRow

_ORDER: tuple[tuple[Standing, Callable[[], str]], ...] = (
    (Standing.WAITS, words.waits),
    (Standing.LEFT_OUT, words.left_out),
    (Standing.CAME_IN, words.came_in),
)


class ArrivalRows(GroupedModel):
    """`title` gives what tells a source from others, for its id, or ""."""

    def __init__(self, title: Callable[[str], str], parent: QObject) -> None:
        super().__init__(parent)
        self._title = title

    def show_arrivals(self, arrivals: Iterable[Arrival]) -> None:
        self.show_rows(self._rows_of(tuple(arrivals)))

    def row_of(self, key: str) -> int:
        """The row of a document, by its key; -1 where it has none."""
        return self.row_where(lambda entry: isinstance(entry, Arrival) and entry.key == key)

    def first(self) -> int:
        """The row of the first document; -1 where there is none."""
        return self.row_where(lambda _entry: True)

    def _rows_of(self, arrivals: tuple[Arrival, ...]) -> Iterator[GroupedRow]:
        for standing, name in _ORDER:
            here = [each for each in arrivals if each.standing is standing]
            if here:
                yield GroupedRow(name(), f"{len(here):,}")
            for each in here:
                named, more = set_apart(each.name), detail(each, self._title)
                yield GroupedRow(named, more, each, f"{named}. {name()}. {more}")


def standing_of(standing: Standing) -> str:
    return next(name() for each, name in _ORDER if each is standing)


def detail(arrival: Arrival, title: Callable[[str], str]) -> str:
    """What a row says of a document."""
    draft = arrival.preview.draft
    if arrival.standing is Standing.LEFT_OUT:
        return why_left_out(arrival, title)
    waits = arrival.standing is Standing.WAITS
    alike = likeness(arrival, title) if waits else ""
    if draft is None:
        return alike
    said = alike or words.size(draft.kind, draft.pages, draft.paragraphs)
    if waits:
        unsure = [each.what for each in doubts(draft) if each.why is not Because.CHOSEN]
        said = words.size_and_guessed(said, unsure)
    return words.with_lost(said, draft.lost)
