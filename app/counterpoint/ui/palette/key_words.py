"""Key sequences as the platform writes them."""

from PySide6.QtGui import QKeySequence


def keys_in_words(keys: str) -> str:
    """A portable key sequence ("Ctrl+Shift+F") as it is shown: "Ctrl Shift F", "⇧⌘F" on a Mac."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    # The last plus may be the key itself, as in Ctrl++.
    return native[:-1].replace("+", " ") + native[-1:]
