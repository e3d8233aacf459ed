"""The theme in force: colours, fonts and density, told to whoever paints when it changes."""

from enum import Enum

from PySide6.QtCore import QObject, Signal

from .colours import Colours, light
from .fonts import LEAST_ZOOM, MOST_ZOOM, Fonts


class Density(Enum):
    """How much air a cell gets: padding and the space between claims, in pixels at zoom 1."""

    COMFORTABLE = (12, 8)
    COMPACT = (8, 4)

    @property
    def padding(self) -> int:
        return self.value[0]

    @property
    def between(self) -> int:
        return self.value[1]


class Theme(QObject):
    """One object per window. Panes read it when they paint and repaint on `changed`."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.colours: Colours = light()
        self.fonts = Fonts()
        self.density = Density.COMFORTABLE

    def set_colours(self, colours: Colours) -> None:
        if colours != self.colours:
            self.colours = colours
            self.changed.emit()

    def set_zoom(self, zoom: float) -> None:
        """Kept between 0.6 and 3."""
        fonts = Fonts(round(min(MOST_ZOOM, max(LEAST_ZOOM, zoom)), 2))
        if fonts != self.fonts:
            self.fonts = fonts
            self.changed.emit()

    def set_density(self, density: Density) -> None:
        if density is not self.density:
            self.density = density
            self.changed.emit()
