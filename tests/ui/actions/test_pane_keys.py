"""Keys stand in one place: none means two things where one is, and the page of keys has all."""

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from pytestqt.qtbot import QtBot

from counterpoint.ui.actions.pane_keys import (
    OF_ACTIONS,
    PANE_KEYS,
    Context,
    bindings,
    combination,
    done_by,
)
from counterpoint.ui.actions.shown_keys import native
from counterpoint.ui.actions.table import ACTIONS
from counterpoint.ui.reader.cursor.keys import Act, act_of
from counterpoint.ui.reader.cursor.movement import Move
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.window.frame.help_page import keys_html

pytestmark = pytest.mark.usefixtures("qapp")  # what keys mean is asked of the platform

TAKEN_FIRST = {"italic"}
"""Where one writes, the note takes it before the window does: its words say so."""
NOTHING, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def press(keys: str, *, keypad: bool = False) -> QKeyEvent:
    found = combination(keys)
    held = found.keyboardModifiers()
    if keypad:
        held |= Qt.KeyboardModifier.KeypadModifier
    return QKeyEvent(QEvent.Type.KeyPress, found.key(), held)


@pytest.mark.parametrize("context", Context, ids=lambda one: one.name)
def test_no_key_is_bound_twice_where_one_is(context: Context) -> None:
    rows = [row for row in PANE_KEYS if row.context is context and row.id not in TAKEN_FIRST]
    here = [keys for row in rows for keys in row.keys]
    everywhere = [keys for action in ACTIONS for keys in action.keys]
    counted = Counter(combination(keys).toCombined() for keys in (*here, *everywhere))

    twice = [QKeySequence(keys).toString() for keys, count in counted.items() if count > 1]
    assert twice == []
    assert Qt.Key.Key_unknown.value not in counted


@pytest.mark.parametrize("context", OF_ACTIONS, ids=lambda one: one.name)
def test_what_a_pane_does_of_the_actions_has_their_keys(context: Context) -> None:
    for action in ACTIONS:
        if action.id in OF_ACTIONS[context]:
            assert done_by(press(action.keys[0]), context) == action.id


def test_the_page_of_keys_has_every_key(qtbot: QtBot) -> None:
    page = keys_html(Theme()).replace("&amp;", "&")

    for context in Context:
        assert f"<b>{context}</b>" in page
    of_panes = [keys for row in PANE_KEYS for keys in row.keys]
    for keys in (*of_panes, *(keys for action in ACTIONS for keys in action.keys)):
        assert native(keys) in page
    for row in PANE_KEYS:
        assert row.what in page


def test_every_key_of_the_reader_does_something() -> None:
    for row in PANE_KEYS:
        for keys in row.keys:
            if row.context is Context.READER:
                assert act_of(press(keys), caret=False) == Act(row.id)
            elif row.context is Context.CARET:
                assert act_of(press(keys), caret=True) == Move(row.id)


@pytest.mark.parametrize(
    ("keys", "without_caret", "with_caret"),
    [
        ("Home", Act.TO_START, Move.LINE_START),
        ("Ctrl+Home", Act.TO_START, Move.TEXT_START),
        ("Shift+Home", Move.LINE_START, Move.LINE_START),
        ("Ctrl+Shift+Home", Move.TEXT_START, Move.TEXT_START),
        ("Down", Act.LINE_DOWN, Move.DOWN),
        ("Shift+Down", Move.DOWN, Move.DOWN),
        ("Right", Move.RIGHT, Move.RIGHT),
        ("Ctrl+C", Act.COPY, Act.COPY),
        ("Ctrl+Shift+C", Act.COPY_CITED, Act.COPY_CITED),
        ("Alt+Shift+Down", None, None),
        ("Ctrl+N", None, None),
        ("Shift+Space", Act.PAGE_UP, Act.PAGE_UP),
    ],
)
def test_a_caret_takes_the_arrows_and_shift_selects(
    keys: str, without_caret: Act | Move | None, with_caret: Act | Move | None
) -> None:
    assert act_of(press(keys), caret=False) == without_caret
    assert act_of(press(keys), caret=True) == with_caret


def test_the_keypad_is_as_good() -> None:
    assert done_by(press("Enter", keypad=True), Context.COMPARISON) == "activate"


def test_nothing_is_done_by_a_letter() -> None:
    assert done_by(press("A"), Context.COMPARISON) == ""
    assert set(bindings(Context.NOTEBOOK).values()) == {"leave", "bold", "italic"}
