"""The menus under the right mouse button. Each tells what was asked for; others do it."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget


class _Menu(QMenu):
    """A menu that goes when it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def add(self, text: str, signal: SignalInstance, *, enabled: bool = True) -> QAction:
        """An entry that sends `signal`; what follows a tab in `text` is the key that does it."""
        action = self.addAction(text)
        action.triggered.connect(signal)
        action.setEnabled(enabled)
        return action


class ClaimMenu(_Menu):
    """For what the cursor is on in a cell. `on_claim` is False for a gap or a whole position."""

    jump = Signal()
    peek = Signal()
    copy = Signal()

    def __init__(self, parent: QWidget, *, on_claim: bool) -> None:
        super().__init__(parent)
        self.add("Jump to the passage\tEnter", self.jump, enabled=on_claim)
        self.add("Peek\tSpace", self.peek)
        self.addSeparator()
        self.add("Copy claim with quotations\tCtrl+C", self.copy, enabled=on_claim)


class OptionMenu(_Menu):
    """For an option's header. The option itself is chosen before the menu opens."""

    hide_it = Signal()
    hide_others = Signal()
    move_back = Signal()
    move_on = Signal()
    widen = Signal()
    narrow = Signal()
    share_width = Signal()

    def __init__(self, parent: QWidget, *, place: int, of: int, across: bool) -> None:
        """`place` counts from 0 among `of` shown options; `across` where they are columns."""
        super().__init__(parent)
        self.add("Hide\tCtrl+Shift+H", self.hide_it)
        self.add("Show only this", self.hide_others, enabled=of > 1)
        self.addSeparator()
        back, on = ("left", "right") if across else ("up", "down")
        self.add(f"Move {back}\tCtrl+Shift+{back.title()}", self.move_back, enabled=place > 0)
        self.add(f"Move {on}\tCtrl+Shift+{on.title()}", self.move_on, enabled=place < of - 1)
        if across:
            self.addSeparator()
            self.add("Widen\tCtrl+Alt+Right", self.widen)
            self.add("Narrow\tCtrl+Alt+Left", self.narrow)
            self.add("Share the width evenly", self.share_width)


class DimensionMenu(_Menu):
    """For a dimension's head; `fold_wanted` carries its id."""

    fold_wanted = Signal(str)
    fold_all = Signal()
    unfold_all = Signal()

    def __init__(self, parent: QWidget, dimension: str, *, folded: bool) -> None:
        super().__init__(parent)
        self._dimension = dimension
        action = self.addAction("Unfold\t+" if folded else "Fold\t\N{MINUS SIGN}")
        action.triggered.connect(self._fold)
        self.addSeparator()
        self.add("Fold all", self.fold_all)
        self.add("Unfold all", self.unfold_all)

    def _fold(self) -> None:
        self.fold_wanted.emit(self._dimension)
