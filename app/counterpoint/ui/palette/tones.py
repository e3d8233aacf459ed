"""The few tones that the palette needs between the theme's own."""

from PySide6.QtGui import QColor

from counterpoint.ui.theme.colours import Colours, mixed


def surface(colours: Colours) -> str:
    """What floats above the window: paper by day, by night the lighter panel."""
    return colours.panel if colours.dark else colours.paper


def edge(colours: Colours) -> QColor:
    """Round what floats, and so round the field in it: 3:1 with its shadow too."""
    return QColor(colours.ink_faint)


def hovered_tone(colours: Colours) -> QColor:
    """Behind the entry under the mouse; text keeps its contrast on it."""
    return mixed(colours.control, surface(colours), 0.08)
