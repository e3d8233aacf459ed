"""From a key to its letter painted, in a note of 100 kB, while it is saved as always."""

import random
from functools import partial

from PySide6.QtCore import Qt

from tests.benchmarks.harness import Figure
from tests.benchmarks.long_texts import prose
from tests.benchmarks.window_child import ROOT, p95_of, tell

BYTES = 100_000
"""Of the note."""
PLACES, KEYS_AT_ONE = 18, 20
"""How often the caret goes elsewhere, and how many keys are struck there."""
PAUSE = 20
"""Milliseconds from a letter painted to the next key: quicker than any hand, and long enough that
the note is saved a dozen times meanwhile."""


def measure() -> list[Figure]:
    return p95_of("keystroke", "a keystroke in a note of 100 kB, 95th percentile", limit=16.7)


_LETTERS = (Qt.Key.Key_A, Qt.Key.Key_T, Qt.Key.Key_Space, Qt.Key.Key_E)
_BETWEEN = {10: Qt.Key.Key_Return, 15: Qt.Key.Key_Backspace}


def child() -> None:
    """At the end, at the start, and between, turn about with a bare QPlainTextEdit as large."""
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QPlainTextEdit

    from tests.benchmarks.opened_window import OpenedWindow
    from tests.benchmarks.paint_clock import PaintClock, rest

    opened = OpenedWindow(ROOT)
    notebook = opened.window.space.notebook
    bare = QPlainTextEdit()
    bare.resize(notebook.editor.size())
    bare.setFont(notebook.editor.font())
    bare.show()
    words = note()
    QGuiApplication.clipboard().setText(words)
    fields: list[QPlainTextEdit] = [notebook.editor, bare]
    for field in fields:
        field.paste()
    clocks = [PaintClock(field.viewport()) for field in fields]
    kept: tuple[list[float], list[float]] = ([], [])
    dice = random.Random(1989)
    places = [len(words), 0, *(dice.randrange(len(words)) for _ in range(PLACES - 2))]
    rest(1500)
    for number, place in enumerate(places):
        turns = list(zip(fields, clocks, kept, strict=True))
        for field, clock, taken in turns if number % 2 else turns[::-1]:
            field.window().activateWindow()
            field.setFocus()
            cursor = field.textCursor()
            cursor.setPosition(place)
            field.setTextCursor(cursor)
            field.ensureCursorVisible()
            rest(50)
            for nth in range(KEYS_AT_ONE):
                key = _BETWEEN.get(nth, _LETTERS[nth % len(_LETTERS)])
                taken.append(clock.time(partial(QTest.keyClick, field, key)))
                rest(PAUSE)
    current = opened.window.space.live.notebook.notes.get(notebook.current)
    if not opened.window.space.live.flush() or current is None:
        raise AssertionError("the note was not saved")
    if not current.body == notebook.editor.toPlainText() == bare.toPlainText() != words:
        raise AssertionError("the keys did not do the same in both")
    tell(*kept)


def note() -> str:
    """Paragraphs of all lengths that a person writes, of `BYTES` bytes together."""
    dice = random.Random(1975)
    parts: list[str] = []
    while sum(len(part.encode()) + 2 for part in parts) < BYTES:
        parts.append(f"{prose(dice, dice.randrange(1, 120))}.")
    return "\n\n".join(parts)


if __name__ == "__main__":
    child()
