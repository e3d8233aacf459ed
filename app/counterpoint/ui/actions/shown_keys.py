"""Keys as a person is shown them: those of the two tables (table.py, pane_keys.py), written as the
platform writes them."""

from collections.abc import Iterable

from PySide6.QtGui import QKeySequence

from counterpoint.labels.translation import tr

from .pane_keys import PANE_KEYS, Context
from .table import ACTIONS


def native(keys: str) -> str:
    """A portable key sequence ("Ctrl+K") as it is shown: "Ctrl+K", "⌘K" on a Mac."""
    shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return shown.replace("Return", "Enter")  # as the key is labelled where it is not "↩"


def spaced(shown: str) -> str:
    """What is shown without its plus signs: "Ctrl Shift F", "⇧⌘F" on a Mac."""
    # The last plus may be the key itself, as in Ctrl++.
    return shown[:-1].replace("+", " ") + shown[-1:]


def all_native(keys: Iterable[str]) -> str:
    """Several, each once: "Enter, Space"."""
    return ", ".join(dict.fromkeys(map(native, keys)))


def of_action(id: str) -> str:
    """The first key of an action, as it is shown; "" where it has none. Raises KeyError where there
    is no such action."""
    for action in ACTIONS:
        if action.id == id:
            return native(action.keys[0]) if action.keys else ""
    raise KeyError(id)


def in_pane(context: Context, id: str, number: int = 0) -> str:
    """The first key of what a pane does, as it is shown; or another, by its number from 0. Raises
    KeyError where the pane does no such thing."""
    for row in PANE_KEYS:
        if row.context is context and row.id == id:
            return native(row.keys[number])
    raise KeyError(id)


def with_key(words: str, key: str) -> str:
    """A tip: "All notes (Ctrl+3)"."""
    return tr("{words} ({key})", words=words, key=key) if key else words


def entry(words: str, key: str) -> str:
    """The text of a menu's entry whose key stands at the right, where Qt looks for a tab."""
    return f"{words}\t{key}" if key else words
