"""The keys of the reader's page, as data: what each does."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from .movement import Move


class Act(Enum):
    """What a key asks for that is not a move of the caret."""

    LINE_UP = auto()
    LINE_DOWN = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()
    TO_START = auto()
    TO_END = auto()
    CARET = auto()
    SELECT_ALL = auto()
    COPY = auto()
    COPY_CITED = auto()
    NEXT_PASSAGE = auto()
    PREVIOUS_PASSAGE = auto()
    TO_CLAIM = auto()
    FIND = auto()
    FIND_NEXT = auto()
    FIND_PREVIOUS = auto()
    BACK = auto()
    FORWARD = auto()
    ESCAPE = auto()


_K = Qt.Key
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
_WITH_ALT = {_K.Key_Down: Act.NEXT_PASSAGE, _K.Key_Up: Act.PREVIOUS_PASSAGE}
_PLAIN = {
    _K.Key_N: Act.NEXT_PASSAGE,
    _K.Key_P: Act.PREVIOUS_PASSAGE,
    _K.Key_Return: Act.TO_CLAIM,
    _K.Key_Enter: Act.TO_CLAIM,
    _K.Key_Escape: Act.ESCAPE,
    _K.Key_F7: Act.CARET,
    _K.Key_PageUp: Act.PAGE_UP,
    _K.Key_PageDown: Act.PAGE_DOWN,
    _K.Key_Space: Act.PAGE_DOWN,
}
_WITHOUT_CARET = {
    _K.Key_Up: Act.LINE_UP,
    _K.Key_Down: Act.LINE_DOWN,
    _K.Key_Home: Act.TO_START,
    _K.Key_End: Act.TO_END,
}
_MOVES = {
    _K.Key_Left: Move.LEFT,
    _K.Key_Right: Move.RIGHT,
    _K.Key_Up: Move.UP,
    _K.Key_Down: Move.DOWN,
    _K.Key_Home: Move.LINE_START,
    _K.Key_End: Move.LINE_END,
}
_MOVES_WITH_CONTROL = {
    _K.Key_Left: Move.WORD_LEFT,
    _K.Key_Right: Move.WORD_RIGHT,
    _K.Key_Home: Move.TEXT_START,
    _K.Key_End: Move.TEXT_END,
}
_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.MetaModifier
)


def act_of(event: QKeyEvent, *, caret: bool) -> Act | Move | None:
    """What a key does; with Shift held, a Move extends the selection. `caret`: one is visible."""
    for standard, act in _STANDARD:
        if event.matches(standard):
            return act
    key = Qt.Key(event.key())
    held = event.modifiers() & _HELD
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    if held == Qt.KeyboardModifier.AltModifier:
        return _WITH_ALT.get(key)
    if held == control | shift and key == _K.Key_C:
        return Act.COPY_CITED
    if held & ~shift == control:
        if not held & shift and not caret and key in (_K.Key_Home, _K.Key_End):
            return _WITHOUT_CARET[key]
        return _MOVES_WITH_CONTROL.get(key)
    if held == shift:
        return Act.PAGE_UP if key == _K.Key_Space else _MOVES.get(key)
    if held != Qt.KeyboardModifier.NoModifier:
        return None
    if not caret and key in _WITHOUT_CARET:
        return _WITHOUT_CARET[key]
    return _PLAIN.get(key) or _MOVES.get(key)
