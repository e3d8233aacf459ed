"""A view of several parts, through which one goes as from pane to pane."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget


@runtime_checkable
class HasParts(Protocol):
    def focus_parts(self) -> Sequence[QWidget]:
        """In order; each takes the focus, or has something in it that does."""
        ...
