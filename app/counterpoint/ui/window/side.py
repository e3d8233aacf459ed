"""What stands beside the views: the reader above the notebook, or, where the window is too low for
both, one of them at a time."""

from functools import cached_property

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.segments import Segments

from .panes import BESIDE

PANES = tuple(pane.name for pane in BESIDE)
LOW = 360
"""Pixels at zoom 1: with less there would be but a line or two of the text above the notebook."""
CHOICE = 36
"""Pixels at zoom 1 that the choice between the two takes."""


class Side(QWidget):
    """Two places, for "reader" and "notebook". The panes are put there when they are made."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wanted = dict.fromkeys(PANES, True)
        self._front = PANES[0]
        self._sizes: list[int] = []
        # Kept, as a splitter that is taken apart asks once more, when the theme may be gone.
        self._low, self._choice_height = 0, 0
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.places = {name: _place(self.splitter) for name in PANES}
        for at, share in enumerate((2, 1)):
            self.splitter.setStretchFactor(at, share)
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
        """Made when there is first no room for both."""
        choices = [pane.choice for pane in BESIDE]
        made = Segments(self._theme, tr("Beside the comparison"), choices, self._row)
        inner = QHBoxLayout(self._row)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(made, 0, Qt.AlignmentFlag.AlignCenter)
        made.chosen.connect(self.bring)
        return made

    def is_shown(self, name: str) -> bool:
        """Whether a pane has its place here; where there is no room for both, the other may be in
        sight."""
        return self._wanted[name]

    def is_visible(self, name: str) -> bool:
        return not self.places[name].isHidden()

    def show_pane(self, name: str, shown: bool) -> None:
        self._wanted[name] = shown
        if shown:
            self._front = name
        self._arrange()

    def bring(self, name: str) -> None:
        """A pane is to be visible."""
        self.show_pane(name, True)

    def sizes(self) -> list[int]:
        """The heights of both, in pixels, as they are or were when both were last visible."""
        if self._are_both_visible() and not self._is_low():
            self._sizes = self.splitter.sizes()
        return self._sizes or self.splitter.sizes()

    def set_sizes(self, sizes: list[int]) -> None:
        self._sizes = sizes
        self.splitter.setSizes(sizes)

    def _are_both_visible(self) -> bool:
        return all(self.is_visible(name) for name in PANES)

    def _is_low(self) -> bool:
        return self.height() < self._low

    def minimumSizeHint(self) -> QSize:
        """With one at a time: it arranges itself once it has its height."""
        least = [self.places[name].minimumSizeHint() for name in PANES if self._wanted[name]]
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
        both = all(self._wanted.values())
        one = both and self._is_low()
        were_both, sizes = self._are_both_visible(), self.sizes()
        focus = QApplication.focusWidget()
        for name in PANES:
            if one and were_both and focus is not None and self.places[name].isAncestorOf(focus):
                self._front = name
        for name in PANES:
            shown = self._wanted[name] and (not one or name == self._front)
            self.places[name].setVisible(shown)
        if one:
            self.choice.set_choice(self._front)
        self._row.setVisible(one)
        if both and not one and not were_both:
            self._column.activate()  # else the choice would still take its room
            self.splitter.setSizes(sizes)
        self.updateGeometry()


def _place(splitter: QSplitter) -> QWidget:
    """An empty place in the splitter, for a pane that is made later."""
    place = QWidget(splitter)
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    splitter.addWidget(place)
    return place
