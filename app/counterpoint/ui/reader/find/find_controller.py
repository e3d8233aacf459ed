"""Find in the text: joins the bar, the finder and the page."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from counterpoint.domain.span import Span
from counterpoint.ui.reader.copying import words_of
from counterpoint.ui.reader.page.view import ReaderView
from counterpoint.ui.theme.theme import Theme

from .find_bar import FindBar
from .text_finder import TextFinder

_LONGEST_SEED = 100


class FindController(QObject):
    """Searches as one types, from where one reads; the find looked at is selected on closing."""

    def __init__(self, theme: Theme, view: ReaderView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._from = 0
        self._interruptions: Sequence[Span] = ()
        self._waits = False
        """Whether another source was opened under the bar: its finds are marked, and none is gone
        to before that is asked for."""
        self.finder = TextFinder(self)
        self.bar = FindBar(theme, self.finder, parent)
        self.bar.typed.connect(self._on_typed)
        self.bar.closed.connect(self._leave)
        self.finder.found.connect(self._show)
        self.finder.changed.connect(self._show_all)
        self.bar.stepped.connect(self._step)

    def open(self) -> None:
        """Opens the bar, with the selected words if they are few."""
        if not self._view.model:
            return
        span = self._view.selection()
        self._from = span.start if span else self._view.first_visible()[0]
        self._waits = False
        short = span is not None and span.length <= _LONGEST_SEED
        self.bar.begin(words_of(self._view.model, span) if span and short else "")

    def step(self, *, forward: bool) -> None:
        """To the next find or the one before; opens the bar where it is closed."""
        if self.bar.isVisible():
            self._step(forward)
        else:
            self.open()

    def renew(self, interruptions: Sequence[Span]) -> None:
        """Another source is open, with what interrupts its sentences: the words are found in it
        too, while the bar stays open. What was jumped to stays visible."""
        self._interruptions = interruptions
        if self.bar.isVisible():
            self._waits = True
            self._seek(self.bar.field.text())

    def _step(self, forward: bool) -> None:
        if self._waits:
            self._waits = False
            self._from = self._view.first_visible()[0]
            self._seek(self.bar.field.text())
        else:
            self.finder.step(forward=forward)

    def close(self) -> bool:
        """Closes the bar; False if it was closed."""
        was_open = self.bar.isVisible()
        self.bar.leave()
        return was_open

    def _on_typed(self, query: str) -> None:
        self._waits = False
        self._seek(query)

    def _seek(self, query: str) -> None:
        if self._view.model:
            self.finder.begin(self._view.model.text, query, self._from, self._interruptions)

    def _show(self, hit: Span) -> None:
        if self._waits:
            return
        self._view.show_hits(self.finder.search.touching, hit)
        self._view.ensure_visible(hit.start)

    def _show_all(self) -> None:
        looked_at = None if self._waits else self.finder.hit
        self._view.show_hits(self.finder.search.touching, looked_at)

    def _leave(self) -> None:
        hit = None if self._waits else self.finder.hit
        self.finder.stop()
        self._view.show_hits(None, None)
        if hit:
            self._view.select(hit.start, hit.end)
        self._view.setFocus()
