"""A place in a cell, and how it is painted while the cursor is on it."""

from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from counterpoint.ui.painting.filling import fill

from .style import Style


class Spot(NamedTuple):
    """A place in a cell, by numbers from 0: the whole position or its answer, a claim, or one of
    its marks; the line that stands for what is inferred has the number MORE."""

    claim: int | None = None
    evidence: int | None = None


def paint_chosen(painter: QPainter, box: QRectF, style: Style, *, focused: bool) -> None:
    """The ground and the rule of what the cursor is on."""
    fill(painter, box, style.selection)
    rule = QRectF(box.left(), box.top(), style.px(3 if focused else 2), box.height())
    fill(painter, rule, style.accent if focused else style.control)
