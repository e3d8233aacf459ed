"""What a screen reader can do to an object: go to it, and press it."""

from collections.abc import Callable

from PySide6.QtGui import QAccessibleActionInterface


class Press(QAccessibleActionInterface):
    """Qt's own two actions; `what` says what a press does, in a few words. `go` is None if
    the keys never come to the object."""

    def __init__(self, go: Callable[[], None] | None, press: Callable[[], None], what: str) -> None:
        super().__init__()
        self._deeds = {self.pressAction(): press}
        if go is not None:
            self._deeds[self.setFocusAction()] = go
        self._what = what

    def actionNames(self) -> list[str]:
        return list(self._deeds)

    def localizedActionDescription(self, name: str) -> str:
        return (
            self._what if name == self.pressAction() else super().localizedActionDescription(name)
        )

    def doAction(self, name: str) -> None:
        if name in self._deeds:
            self._deeds[name]()

    def keyBindingsForAction(self, name: str) -> list[str]:
        return []
