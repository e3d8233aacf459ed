"""Find in the text: joins the bar, the finder and the page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from counterpoint.domain.span import Span
from counterpoint.ui.reader.copying import words_of
from counterpoint.ui.reader.page.view import ReaderView
from counterpoint.ui.theme.theme import Theme

from .find_bar import FindBar
from .next_source import NextSource
from .text_finder import TextFinder

if TYPE_CHECKING:
    from .elsewhere import Elsewhere

_LONGEST_SEED = 100


class FindController(QObject):
    """Searches as one types, from where one reads; the find looked at is selected on closing."""

    next_wanted = Signal(str)
    """The id of the next source that has the words, which is to be opened."""

    def __init__(self, theme: Theme, view: ReaderView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._from = 0
        self._interruptions: Sequence[Span] = ()
        self._waits = False
        """Whether another source was opened under the bar: its finds are marked, and none is gone
        to before that is asked for."""
        self._elsewhere: Elsewhere | None = None
        self._next: NextSource | None = None
        """Where the words are besides, while that is shown."""
        self.finder = TextFinder(self)
        self.bar = FindBar(theme, self.finder, parent)
        self.bar.typed.connect(self._on_typed)
        self.bar.closed.connect(self._leave)
        self.finder.found.connect(self._show)
        self.finder.changed.connect(self._show_all)
        self.finder.changed.connect(self._look_elsewhere)
        self.bar.stepped.connect(self._step)
        self.bar.next_wanted.connect(self._go_elsewhere)

    def look_in(self, elsewhere: "Elsewhere") -> None:
        """The other sources, where the words are not, or no longer, in the one that is read."""
        self._elsewhere = elsewhere
        elsewhere.found.connect(self._show_next)

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

    def _look_elsewhere(self) -> None:
        """Once all is found that this text has, and one is at the last of it."""
        finder, words = self.finder, self.bar.field.text()
        model, elsewhere = self._view.model, self._elsewhere
        at_end = not finder.running and finder.number == finder.count and not self._waits
        if elsewhere is None or model is None or not self.bar.isVisible():
            return
        if at_end and words.strip():
            elsewhere.seek(words, model.source.id)
        else:
            elsewhere.stop()
            self._show_next(None)

    def _show_next(self, there: "NextSource | None") -> None:
        self._next = there
        self.bar.show_elsewhere(there)

    def _go_elsewhere(self) -> None:
        if self._next is not None:
            self.next_wanted.emit(self._next.source)

    def go_on(self) -> None:
        """The next source is open: to the first that was found in it."""
        self._waits = False
        self._from = 0
        self._seek(self.bar.field.text())

    def _step(self, forward: bool) -> None:
        if forward and self._next is not None and not self._waits:
            self._go_elsewhere()
        elif self._waits:
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
        if self._elsewhere is not None:
            self._elsewhere.stop()
        self._show_next(None)
        self._view.show_hits(None, None)
        if hit:
            self._view.select(hit.start, hit.end)
        self._view.setFocus()
