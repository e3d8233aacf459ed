"""A label that shows what it is given."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """Looks for no markup in its words, unlike Qt's own."""

    def __init__(self, parent: QWidget, words: str = "") -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIndent(0)  # else half a letter, by its font, where a style sheet gives it padding
        self.setText(words)
