"""A question or a word to the person that has to be answered before anything else."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from .plain_text import window_title


class PlainBox(QMessageBox):
    """Looks for no markup in its words, unlike Qt's own."""

    def __init__(self, parent: QWidget, title: str, words: str) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(window_title(title))
        self.setText(words)
