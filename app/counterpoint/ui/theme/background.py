"""Filling a pane with one colour of the theme."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget


def fill(widget: QWidget, colour: str) -> None:
    """`colour` (#rrggbb) behind everything in `widget`, until it is filled with another."""
    widget.setAutoFillBackground(True)
    palette = widget.palette()
    palette.setColor(widget.backgroundRole(), QColor(colour))
    widget.setPalette(palette)
