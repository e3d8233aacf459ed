"""The sheet of a page of the comparison, with the keys that mean something on it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent

from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.paper.page_browser import PageBrowser
from counterpoint.ui.widgets.typed_text import typed_text


class KeyedPaper(PageBrowser):
    pressed = Signal(str)
    """What a key does here, by its id among the keys of pages."""
    typed = Signal(str)
    """A letter: the beginning of a note."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        done, letters = done_by(event, Context.PAGE), typed_text(event)
        if done:
            self.pressed.emit(done)
        elif letters.strip():  # a space turns the page over
            self.typed.emit(letters)
        else:
            super().keyPressEvent(event)
