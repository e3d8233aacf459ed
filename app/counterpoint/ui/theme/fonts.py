"""Four sizes of two font families: the platform's own for our words, one serif for the sources'."""

from enum import Enum
from typing import NamedTuple

from PySide6.QtGui import QFont, QGuiApplication

SERIF = "Source Serif Pro"
LINE_OF_SOURCE = 1.45
LINE_OF_CLAIM = 1.35
LINE_OF_ANSWER = 1.25
LEAST_ZOOM, MOST_ZOOM = 0.6, 3.0


class Size(Enum):
    """In pixels at a zoom of 1 on a screen of 96 dots an inch."""

    SMALL = 12
    BODY = 14
    TITLE = 16
    SOURCE = 17


class Fonts(NamedTuple):
    """Fonts at one zoom. Equal zooms give equal fonts, so layouts can be kept by zoom."""

    zoom: float = 1.0

    def px(self, at_zoom_one: float) -> int:
        """A measure of the 4-pixel grid, scaled, rounded to whole pixels, at least 1."""
        return max(1, round(at_zoom_one * self.zoom))

    def ours(self, size: Size = Size.BODY, *, bold: bool = False, italic: bool = False) -> QFont:
        """For what we say: the platform's interface font."""
        font = QGuiApplication.font()
        font.setPixelSize(self.px(size.value))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        font.setItalic(italic)
        return font

    def theirs(self, size: Size = Size.SOURCE, *, italic: bool = False) -> QFont:
        """For what the source says: the serif shipped in resources/fonts."""
        font = QFont(SERIF)
        font.setStyleHint(QFont.StyleHint.Serif)
        font.setPixelSize(self.px(size.value))
        font.setItalic(italic)
        return font
