"""What a key types, and what it commands."""

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from counterpoint.ui.widgets.typed_text import typed_text

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
META, GROUP = Qt.KeyboardModifier.MetaModifier, Qt.KeyboardModifier.GroupSwitchModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier
KEY = Qt.Key


@pytest.mark.parametrize(
    ("key", "held", "text"),
    [
        (KEY.Key_A, NONE, "a"),
        (KEY.Key_A, SHIFT, "A"),
        (KEY.Key_5, KEYPAD, "5"),
        (KEY.Key_At, CONTROL | ALT, "@"),
        (KEY.Key_0, CONTROL | ALT, "@"),
        (KEY.Key_NumberSign, CONTROL | ALT, "#"),
        (KEY.Key_At, GROUP, "@"),
        (KEY.Key_At, NONE, "@"),
        (KEY.Key_Q, CONTROL | ALT | SHIFT, "\N{GREEK CAPITAL LETTER OMEGA}"),
        (KEY.Key_Space, NONE, "\u00a0"),
    ],
)
def test_letters_are_typed_by_whatever_makes_them(
    key: Qt.Key, held: Qt.KeyboardModifier, text: str
) -> None:
    assert typed_text(QKeyEvent(QEvent.Type.KeyPress, key, held, text)) == text


@pytest.mark.parametrize(
    ("key", "held", "text"),
    [
        (KEY.Key_0, CONTROL, "0"),
        (KEY.Key_A, CONTROL, "\x01"),
        (KEY.Key_A, META, "a"),
        (KEY.Key_Return, NONE, "\r"),
        (KEY.Key_Delete, NONE, "\x7f"),
        (KEY.Key_Escape, NONE, "\x1b"),
        (KEY.Key_Dead_Acute, NONE, ""),
        (KEY.Key_Right, CONTROL | ALT, ""),
    ],
)
def test_commands_type_nothing(key: Qt.Key, held: Qt.KeyboardModifier, text: str) -> None:
    assert typed_text(QKeyEvent(QEvent.Type.KeyPress, key, held, text)) == ""


@pytest.mark.parametrize(("system", "typed"), [("darwin", "@"), ("linux", ""), ("win32", "")])
def test_the_approach_key_types_on_a_mac_only(
    monkeypatch: pytest.MonkeyPatch, system: str, typed: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    event = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_At, ALT, "@")
    assert typed_text(event) == typed
