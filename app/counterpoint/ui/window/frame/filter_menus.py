"""The menus of what claims can be filtered by that only the library knows: its sources, its voices
and its years."""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from counterpoint.application.library.sheet import Sheet
from counterpoint.domain.claim_filter import ClaimFilter, by_year
from counterpoint.domain.source import Source, short_names
from counterpoint.labels import claim_filter as words
from counterpoint.labels.translation import tr
from counterpoint.ui.widgets.plain_text import on_control


class FilterMenu(QMenu):
    """Made anew whenever it is opened: `parts` gives what can be chosen, `now` the filter in force,
    and `narrow` is called with the one that is to be."""

    def __init__(
        self,
        title: str,
        parts: Callable[[], Iterator[tuple[str, ClaimFilter]]],
        now: Callable[[], ClaimFilter],
        narrow: Callable[[ClaimFilter], None],
        parent: QMenu,
    ) -> None:
        super().__init__(title, parent)
        self._parts, self._now, self._narrow = parts, now, narrow
        self._offered: list[ClaimFilter] = []
        self.aboutToShow.connect(self.fill)
        self.triggered.connect(self._on_chosen)

    def fill(self) -> None:
        self.clear()
        self._offered = []
        on = list(self._now().parts())
        for label, part in self._parts():
            action = self.addAction(on_control(label))
            action.setCheckable(True)
            action.setChecked(part in on)
            action.setData(len(self._offered))
            self._offered.append(part)
        if self.isEmpty():
            self.addAction(tr("There is none")).setEnabled(False)

    def _on_chosen(self, action: QAction) -> None:
        at = action.data()
        if isinstance(at, int):
            part, now = self._offered[at], self._now()
            self._narrow(now.without(part) if part in now.parts() else now.with_part(part))


def of_sources(sources: tuple[Source, ...]) -> Iterator[tuple[str, ClaimFilter]]:
    for id, short in short_names(sources).items():
        yield words.by_source(short), ClaimFilter(source=id)


def of_years(sources: tuple[Source, ...]) -> Iterator[tuple[str, ClaimFilter]]:
    for year, held in by_year(sources).items():
        yield words.by_year(year), ClaimFilter(years={year: held})


def of_voices(sheet: Sheet) -> Iterator[tuple[str, ClaimFilter]]:
    """Of those whose words stand behind the approaches that are shown."""
    voices = {
        piece.voice[-1]
        for approach in sheet.approaches
        for position in approach.positions
        for claim in position.claims
        for piece in claim.evidence
        if piece.voice
    }
    for voice in sorted(voices, key=str.casefold):
        yield words.by_voice(voice), ClaimFilter(voice=voice)
