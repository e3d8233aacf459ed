"""What the copy actions put on the clipboard, by where the focus is."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from counterpoint.domain.note import Target

    from .main_window import MainWindow


def copy(window: "MainWindow") -> None:
    """The words chosen in the source or in a field; of the comparison, the claim."""
    focus = QApplication.focusWidget()
    if focus is not None and window.space.reader.isAncestorOf(focus):
        window.space.reader.words.copy()
    elif focus is not None and hasattr(focus, "copy"):
        focus.copy()
    else:
        window.space.comparison.copy()


def copy_cited(window: "MainWindow") -> None:
    """The words chosen in the source with their citation; of the comparison, the claim."""
    focus = QApplication.focusWidget()
    if focus is not None and window.space.reader.isAncestorOf(focus):
        window.space.reader.words.copy_cited()
    else:
        window.space.comparison.copy()


def copy_claim(window: "MainWindow", target: "Target") -> None:
    """A claim with its quotations and citations."""
    from .claim_text import claim_text

    library = window.desk.library
    text = "" if library is None else claim_text(library, target)
    if text:
        QGuiApplication.clipboard().setText(text)
        window.status.say("Copied the claim with its quotations.")
