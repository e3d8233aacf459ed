"""What each key does on the reader's page."""

from enum import StrEnum

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from counterpoint.ui.actions.pane_keys import Context, bindings, pressed

from .movement import Move


class Act(StrEnum):
    """What a key asks for that is not a move of the caret, by its id among the keys."""

    LINE_UP = "line-up"
    LINE_DOWN = "line-down"
    PAGE_UP = "page-up"
    PAGE_DOWN = "page-down"
    TO_START = "to-start"
    TO_END = "to-end"
    CARET = "caret"
    SELECT_ALL = "select-all"
    COPY = "copy"
    COPY_CITED = "copy-cited"
    NEXT_PASSAGE = "next-passage"
    PREVIOUS_PASSAGE = "previous-passage"
    TO_CLAIM = "to-claim"
    FIND = "find"
    FIND_NEXT = "find-next"
    FIND_PREVIOUS = "find-previous"
    BACK = "back"
    FORWARD = "forward"
    ESCAPE = "escape"


_S = QKeySequence.StandardKey

_STANDARD = (
    (_S.SelectAll, Act.SELECT_ALL),
    (_S.Copy, Act.COPY),
    (_S.Find, Act.FIND),
    (_S.FindNext, Act.FIND_NEXT),
    (_S.FindPrevious, Act.FIND_PREVIOUS),
    (_S.Back, Act.BACK),
    (_S.Forward, Act.FORWARD),
)
"""What every platform has keys of its own for."""


def act_of(event: QKeyEvent, *, caret: bool) -> Act | Move | None:
    """What a key does; with Shift held, a Move extends the selection. `caret`: one is visible."""
    for standard, act in _STANDARD:
        if event.matches(standard):
            return act
    keys, moves = pressed(event), bindings(Context.CARET)
    act_id = bindings(Context.READER).get(keys)
    if act_id is not None and not (caret and keys in moves):
        return Act(act_id)
    held = keys.keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier
    move = moves.get(QKeyCombination(held, keys.key()))
    return None if move is None else Move(move)
