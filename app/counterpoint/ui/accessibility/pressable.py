"""A widget of ours that can be pressed, for screen readers."""

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from .part import address
from .press import Press


class Pressable(QAccessibleWidget):
    """A widget with a role and a press, which does `what`, in a few words."""

    def __init__(
        self, widget: QWidget, role: QAccessible.Role, press: Callable[[], None], what: str
    ) -> None:
        super().__init__(widget, role)
        self._press = Press(widget.setFocus, press, what)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        if kind == QAccessible.InterfaceType.ActionInterface:
            return address(self._press)
        return address(super().interface_cast(kind))  # type: ignore[arg-type]
