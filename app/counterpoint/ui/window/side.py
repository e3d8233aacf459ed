"""What stands beside the views: the reader above the notebook, or, where the window is too low for
all that are shown, one of them at a time."""

from functools import cached_property

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QSplitter, QVBoxLayout, QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.segments import Segments

from . import panes

LOW = 180
"""Pixels at zoom 1 for each pane: with less there would be but a line or two of the text above the
notebook."""
CHOICE = 36
"""Pixels at zoom 1 that the choice between them takes."""


class Side(QWidget):
    """A place for each pane beside the views. The panes are put there when they are made."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names = panes.names_beside()
        self._wanted = dict.fromkeys(self._names, True)
        self._front = self._names[0]
        self._sizes = [pane.share for pane in panes.BESIDE]
        """The heights of all, as the person last had them."""
        # Kept, as a splitter that is taken apart asks once more, when the theme may be gone.
        self._low, self._choice_height = 0, 0
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.splitterMoved.connect(self._take_up_sizes)
        self.places = {name: _place(self.splitter) for name in self._names}
        for at, pane in enumerate(panes.BESIDE):
            self.splitter.setStretchFactor(at, pane.share)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._row = QWidget(self)
        self._row.hide()
        self._column.addWidget(self._row)
        self._column.addWidget(self.splitter, 1)
        theme.changed.connect(self._on_look)
        self._measure()

    @cached_property
    def choice(self) -> Segments:
        """Made when there is first no room for all."""
        choices = [pane.choice for pane in panes.BESIDE]
        made = Segments(self._theme, tr("Beside the comparison"), choices, self._row)
        inner = QHBoxLayout(self._row)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(made, 0, Qt.AlignmentFlag.AlignCenter)
        made.chosen.connect(self.bring)
        return made

    def is_shown(self, name: str) -> bool:
        """Whether a pane has its place here; where there is no room for all, another may be the
        visible one."""
        return self._wanted[name]

    def is_visible(self, name: str) -> bool:
        return not self.places[name].isHidden()

    def show_pane(self, name: str, shown: bool) -> None:
        self._take_up_sizes()
        self._wanted[name] = shown
        if shown:
            self._front = name
        self._arrange()

    def bring(self, name: str) -> None:
        """A pane is to be visible."""
        self.show_pane(name, True)

    def sizes(self) -> list[int]:
        """The heights of all, in pixels, as they are or, of what is hidden, were when it was last
        visible."""
        self._take_up_sizes()
        return self._sizes

    def set_sizes(self, sizes: list[int]) -> None:
        self._sizes = sizes
        self.splitter.setSizes(sizes)

    def _take_up_sizes(self) -> None:
        """The heights on the screen. Before they are there the splitter has but those of its own
        making; where there is no room for all, they say nothing; and what the visible ones got of
        those that are hidden is not theirs to keep."""
        seen = self._seen()
        if not self.isVisible() or len(seen) < 2 or self._is_low():
            return
        now = self.splitter.sizes()
        there = [at for at, name in enumerate(self._names) if name in seen]
        if not all(now[at] for at in there):
            return
        room, all_seen = sum(now[at] for at in there), len(seen) == len(self._names)
        theirs = room if all_seen else sum(self._sizes[at] for at in there)
        self._sizes = [
            round(now[at] * theirs / room) if at in there else size
            for at, size in enumerate(self._sizes)
        ]

    def _seen(self) -> set[str]:
        return {name for name in self._names if self.is_visible(name)}

    def _is_low(self) -> bool:
        """Whether there is no room for all that are wanted."""
        wanted = sum(self._wanted.values())
        return wanted > 1 and self.height() < self._low * wanted

    def minimumSizeHint(self) -> QSize:
        """With one at a time: it arranges itself once it has its height."""
        wanted = [self.places[name] for name in self._names if self._wanted[name]]
        for place in wanted:
            if place.isHidden():
                _lay_out_hidden(place)
        least = [place.minimumSizeHint() for place in wanted]
        width = max((size.width() for size in least), default=0)
        height = max((size.height() for size in least), default=0)
        return QSize(width, height + (self._choice_height if len(least) > 1 else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def _measure(self) -> None:
        px = self._theme.fonts.px
        self._low, self._choice_height = px(LOW), px(CHOICE)
        self._row.setFixedHeight(self._choice_height)

    def _on_look(self) -> None:
        self._measure()
        self._arrange()

    def _arrange(self) -> None:
        one, seen = self._is_low(), self._seen()
        focus = QApplication.focusWidget()
        for name in self._names:
            if (
                one
                and len(seen) > 1
                and focus is not None
                and self.places[name].isAncestorOf(focus)
            ):
                self._front = name
        if one and not self._wanted[self._front]:
            self._front = next(name for name in self._names if self._wanted[name])
        for name in self._names:
            shown = self._wanted[name] and (not one or name == self._front)
            self.places[name].setVisible(shown)
        if one:
            for name in self._names:
                self.choice.button(name).setVisible(self._wanted[name])
            self.choice.set_choice(self._front)
        self._row.setVisible(one)
        if not one and self._seen() != seen:
            self._column.activate()  # else the choice would still take its room
            self.splitter.refresh()  # else the handles would be counted only later
            self.splitter.setSizes(self._sizes)
        self.updateGeometry()


def _lay_out_hidden(place: QWidget) -> None:
    """Else what is dressed anew while it is hidden would tell its old size until it is shown, and
    take its room from the rest only then."""
    for layout in reversed(place.findChildren(QLayout)):  # the innermost first
        layout.activate()


def _place(splitter: QSplitter) -> QWidget:
    """An empty place in the splitter, for a pane that is made later."""
    place = QWidget(splitter)
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    splitter.addWidget(place)
    return place
