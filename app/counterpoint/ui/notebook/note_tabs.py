"""A tab for each note on one thing; of very many notes only those around the visible one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabBar, QWidget

from counterpoint.domain.note import Note
from counterpoint.labels.translation import tr
from counterpoint.ui.widgets.plain_text import on_control, plain_tip

from .words import tab_label

MOST = 25
"""Notes that have tabs at once. A row of tabs is laid out anew with each that is added: a thousand
take seconds, and nobody looks through them here rather than in the list of notes."""


class NoteTabs(QTabBar):
    """Where there are more notes than tabs, the outermost say how many, and lead on to the next."""

    note_wanted = Signal(str)
    """The id of a note."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ids: list[str] = []
        """Of each tab, the note that it leads to."""
        self._first = ""
        """The note of the first tab."""
        self.setAccessibleName(tr("Notes on this"))
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.currentChanged.connect(self._on_tab)
        self.hide()

    def show_notes(self, notes: list[Note], current: str) -> None:
        """`notes` in their order, `current` the id of the visible one; without telling. None for
        a single note."""
        if len(notes) < 2:
            # With the tabs that are there: to take each away would lay out the others anew.
            self.hide()
            return
        first = self._first_shown([note.id for note in notes], current)
        shown = notes[first : first + MOST]
        later = len(notes) - first - len(shown)
        tabs = [(note.id, tab_label(note), note.first_words) for note in shown]
        if first:
            tabs.insert(0, (notes[first - 1].id, tr("‹ {n} earlier", "", first), ""))
        if later:
            tabs.append((notes[first + MOST].id, tr("{n} later ›", "", later), ""))
        self.blockSignals(True)
        while self.count() > len(tabs):
            self.removeTab(self.count() - 1)
        while self.count() < len(tabs):
            self.addTab("")
        for place, (_, words, tip) in enumerate(tabs):
            label = on_control(words)
            if self.tabText(place) != label:
                self.setTabText(place, label)
                self.setTabToolTip(place, plain_tip(tip))
        self._ids = [id for id, _, _ in tabs]
        self._first = shown[0].id
        if current in self._ids:
            self.setCurrentIndex(self._ids.index(current))
        self.blockSignals(False)
        self.show()

    def _first_shown(self, ids: list[str], current: str) -> int:
        """Which of `ids` has the first tab: the one that has it already, if `current` has a tab
        then, else so that `current` is in the middle."""
        at = ids.index(current) if current in ids else 0
        last = max(0, len(ids) - MOST)
        before = ids.index(self._first) if self._first in ids else 0
        if before <= at < before + MOST:
            return min(before, last)
        return max(0, min(at - MOST // 2, last))

    def _on_tab(self, at: int) -> None:
        if 0 <= at < len(self._ids):
            self.note_wanted.emit(self._ids[at])
