"""What keys and menus ask of the comparison, and which keys ask for what."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QKeyCombination, Qt


class Commands(Protocol):
    """All go by the cursor, but for those that name a dimension or concern everything."""

    def activate(self) -> None: ...
    def peek(self) -> None: ...
    def copy(self) -> None: ...
    def hide_current(self) -> None: ...
    def show_only_current(self) -> None: ...
    def move_back(self) -> None: ...
    def move_on(self) -> None: ...
    def widen(self) -> None: ...
    def narrow(self) -> None: ...
    def share_width(self) -> None: ...
    def fold_current(self) -> None: ...
    def unfold_current(self) -> None: ...
    def toggle_fold(self, dimension: str) -> None: ...
    def fold_all(self) -> None: ...
    def unfold_all(self) -> None: ...


def keys_of(commands: Commands) -> dict[QKeyCombination, Callable[[], None]]:
    """The keys beside those that walk; a shortcut of the window goes before any of them."""
    key, modifier = Qt.Key, Qt.KeyboardModifier
    shift = modifier.ShiftModifier
    move = modifier.ControlModifier | shift
    widen = modifier.ControlModifier | modifier.AltModifier
    return {
        QKeyCombination(key.Key_Return): commands.activate,
        QKeyCombination(key.Key_Enter): commands.activate,
        QKeyCombination(key.Key_Space): commands.peek,
        QKeyCombination(modifier.ControlModifier, key.Key_C): commands.copy,
        QKeyCombination(key.Key_Minus): commands.fold_current,
        QKeyCombination(key.Key_Plus): commands.unfold_current,
        QKeyCombination(shift, key.Key_Plus): commands.unfold_current,
        QKeyCombination(move, key.Key_H): commands.hide_current,
        QKeyCombination(move, key.Key_Left): commands.move_back,
        QKeyCombination(move, key.Key_Up): commands.move_back,
        QKeyCombination(move, key.Key_Right): commands.move_on,
        QKeyCombination(move, key.Key_Down): commands.move_on,
        QKeyCombination(widen, key.Key_Right): commands.widen,
        QKeyCombination(widen, key.Key_Left): commands.narrow,
    }
