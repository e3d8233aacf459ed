"""A claim or a piece of evidence that the mouse takes along."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from counterpoint.domain.note import Target

from .cell_content import MORE
from .navigation import GridPosition


class Dragging:
    """From the press of the button to its release."""

    def __init__(self) -> None:
        self._pressed_at = QPoint()
        self._on_claim = False
        self.what: Target | None = None
        """What is taken along, once the mouse has gone far enough."""
        self.over: GridPosition | None = None
        """Where it would be put."""

    def press(self, place: GridPosition | None, point: QPoint) -> None:
        self.what = self.over = None
        self._on_claim = place is not None and place.claim is not None and place.claim != MORE
        self._pressed_at = point

    def begins(self, point: QPoint) -> bool:
        """Whether the mouse, with its button held, has gone far enough from a claim."""
        far = (point - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        return self._on_claim and self.what is None and far

    def end(self) -> None:
        self.what = self.over = None
        self._on_claim = False
