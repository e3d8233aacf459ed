"""The few tones that the palette needs between the theme's own."""

from PySide6.QtGui import QColor

from counterpoint.ui.theme.colours import Colours


def mixed(colour: str, paper: str, share: float) -> QColor:
    """`share` (0 to 1) of `colour` on `paper`."""
    front, back = QColor(colour), QColor(paper)
    return QColor(
        round(front.red() * share + back.red() * (1 - share)),
        round(front.green() * share + back.green() * (1 - share)),
        round(front.blue() * share + back.blue() * (1 - share)),
    )


def surface(colours: Colours) -> str:
    """What floats above the window: paper by day, by night the lighter panel."""
    return colours.panel if colours.dark else colours.paper


def edge(colours: Colours) -> QColor:
    """Round what floats, and so round the field in it: 3:1 with its shadow too."""
    return QColor(colours.ink_faint)


def hovered(colours: Colours) -> QColor:
    """Behind the entry under the mouse; text keeps its contrast on it."""
    return mixed(colours.control, surface(colours), 0.08)
