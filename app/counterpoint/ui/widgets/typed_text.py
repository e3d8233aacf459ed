"""What a key types, told apart from what it commands."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_M = Qt.KeyboardModifier
_HELD = _M.ControlModifier | _M.AltModifier | _M.MetaModifier
_ALTGR = _M.ControlModifier | _M.AltModifier
"""How Windows tells AltGr; X11 tells it as GroupSwitchModifier, or not at all."""
_DELETE = "\x7f"


def typed_text(event: QKeyEvent) -> str:
    """The letters that a key types; "" where it types none, or where what is held with it makes it
    a command. AltGr is no command, nor is the option key of a Mac."""
    text = event.text()
    if not text or text[0] < " " or text[0] == _DELETE:
        return ""
    held = event.modifiers() & _HELD
    types = held in (_M.NoModifier, _ALTGR) or bool(event.modifiers() & _M.GroupSwitchModifier)
    if sys.platform == "darwin":
        types = types or held == _M.AltModifier
    return text if types else ""


def needs_more_than_shift(event: QKeyEvent) -> bool:
    """Whether something is held that commands begin with, such as AltGr."""
    return bool(event.modifiers() & (_HELD | _M.GroupSwitchModifier))
