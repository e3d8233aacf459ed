"""How a cell is folded."""

from enum import Enum, auto


class Fold(Enum):
    """Whether a cell is folded, and which way its dimension runs."""

    OPEN = auto()
    ROW = auto()
    AGREED = auto()
    """As ROW, and what all hold stands across the row instead of anything in its cells."""
    COLUMN = auto()
