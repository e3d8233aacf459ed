"""The menus under the right mouse button."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from .commands import Commands


class _Menu(QMenu):
    """A menu that goes when it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def add(self, text: str, slot: Callable[[], None], *, enabled: bool = True) -> None:
        """An entry; what follows a tab in `text` is the key that does the same."""
        action = self.addAction(text)
        action.triggered.connect(slot)
        action.setEnabled(enabled)


class ClaimMenu(_Menu):
    """For what the cursor is on in a cell. `on_claim` is False for a gap or a whole position."""

    def __init__(self, parent: QWidget, commands: Commands, *, on_claim: bool) -> None:
        super().__init__(parent)
        self.add("Jump to the passage\tEnter", commands.activate, enabled=on_claim)
        self.add("Peek\tSpace", commands.peek)
        self.addSeparator()
        self.add("Copy claim with quotations\tCtrl+C", commands.copy, enabled=on_claim)


class OptionMenu(_Menu):
    """For an option's header. The option itself is chosen before the menu opens."""

    def __init__(
        self, parent: QWidget, commands: Commands, *, place: int, of: int, across: bool
    ) -> None:
        """`place` counts from 0 among `of` shown options; `across` where they are columns."""
        super().__init__(parent)
        self.add("Hide\tCtrl+Shift+H", commands.hide_current)
        self.add("Show only this", commands.show_only_current, enabled=of > 1)
        self.addSeparator()
        back, on = ("Left", "Right") if across else ("Up", "Down")
        self.add(f"Move {back.lower()}\tCtrl+Shift+{back}", commands.move_back, enabled=place > 0)
        self.add(f"Move {on.lower()}\tCtrl+Shift+{on}", commands.move_on, enabled=place < of - 1)
        if across:
            self.addSeparator()
            self.add("Widen\tCtrl+Alt+Right", commands.widen)
            self.add("Narrow\tCtrl+Alt+Left", commands.narrow)
            self.add("Share the width evenly", commands.share_width)


class DimensionMenu(_Menu):
    """For a dimension's head."""

    def __init__(
        self, parent: QWidget, commands: Commands, dimension: str, *, folded: bool
    ) -> None:
        super().__init__(parent)
        self._commands, self._dimension = commands, dimension
        self.add("Unfold\t+" if folded else "Fold\t\N{MINUS SIGN}", self._fold)
        self.addSeparator()
        self.add("Fold all", commands.fold_all)
        self.add("Unfold all", commands.unfold_all)

    def _fold(self) -> None:
        self._commands.toggle_fold(self._dimension)
