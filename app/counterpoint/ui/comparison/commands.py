"""What keys and menus ask of the comparison, and which keys ask for what."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QKeyCombination, Qt

from .arranger import Arranger


class ClaimCommands(Protocol):
    """What can be asked of the claim that the cursor is on."""

    def activate(self) -> None: ...
    def peek(self) -> None: ...
    def copy(self) -> None: ...
    def write_note(self) -> None: ...


def keys_of(claims: ClaimCommands, arranger: Arranger) -> dict[QKeyCombination, Callable[[], None]]:
    """The keys beside those that walk; a shortcut of the window goes before any of them."""
    key, modifier = Qt.Key, Qt.KeyboardModifier
    shift = modifier.ShiftModifier
    move = modifier.ControlModifier | shift
    widen = modifier.ControlModifier | modifier.AltModifier
    return {
        QKeyCombination(key.Key_Return): claims.activate,
        QKeyCombination(key.Key_Enter): claims.activate,
        QKeyCombination(key.Key_Space): claims.peek,
        QKeyCombination(modifier.ControlModifier, key.Key_C): claims.copy,
        QKeyCombination(key.Key_Minus): arranger.fold_current,
        QKeyCombination(key.Key_Plus): arranger.unfold_current,
        QKeyCombination(shift, key.Key_Plus): arranger.unfold_current,
        QKeyCombination(move, key.Key_H): arranger.hide_current,
        QKeyCombination(move, key.Key_Left): arranger.move_back,
        QKeyCombination(move, key.Key_Up): arranger.move_back,
        QKeyCombination(move, key.Key_Right): arranger.move_on,
        QKeyCombination(move, key.Key_Down): arranger.move_on,
        QKeyCombination(widen, key.Key_Right): arranger.widen,
        QKeyCombination(widen, key.Key_Left): arranger.narrow,
    }
