"""Where something stands that is to be changed."""

from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont


class Placed(NamedTuple):
    """In pixels of the pane. `words` are where the very words stand, with their font and the
    height of their lines; None where that is not known."""

    box: QRect
    words: QRect | None = None
    font: QFont | None = None
    pitch: int = 0
