"""The bar over a source's page: its name, the way to its text, and copying a citation."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from counterpoint.application.citation import CitationStyle
from counterpoint.ui.parts.announcing import announce
from counterpoint.ui.parts.plain_button import PlainButton
from counterpoint.ui.theme.letters import Size
from counterpoint.ui.theme.look import Look

STYLES = (
    (CitationStyle.NOTE, "As a footnote (Chicago)"),
    (CitationStyle.AUTHOR_DATE, "Author and date (APA)"),
    (CitationStyle.INLINE, "In the line (ICD 206)"),
)


class SourceBar(QWidget):
    """Thin. The buttons are there only while a source is shown."""

    open_requested = Signal()
    copy_requested = Signal(str)
    """The value of a CitationStyle."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._name = QLabel(self)
        self._said = QLabel(self)
        self.open_button = PlainButton(
            look, "Open the text", "Read this source from its start", self
        )
        self.copy_button = PlainButton(
            look, "Copy citation", "Copy a citation of this source in one of three styles", self
        )
        self.copy_menu = QMenu(self.copy_button)
        for style, label in STYLES:
            action = QAction(label, self.copy_menu)
            action.setData(style.value)
            self.copy_menu.addAction(action)
        self.copy_menu.triggered.connect(self._on_style)
        self.copy_button.setMenu(self.copy_menu)
        self.copy_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.open_button.clicked.connect(self.open_requested)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._name)
        self._row.addStretch(1)
        self._row.addWidget(self._said)
        self._row.addWidget(self.open_button)
        self._row.addWidget(self.copy_button)
        look.changed.connect(self._dress)
        self._dress()

    def show_name(self, name: str, *, source: bool) -> None:
        """`source` where the buttons have something to act on."""
        self._name.setText(name)
        self._said.clear()
        self.open_button.setVisible(source)
        self.copy_button.setVisible(source)

    def say(self, message: str) -> None:
        """A word on what was done, for eyes and ears; it stays until another page is shown."""
        self._said.setText(message)
        announce(self._said, message)

    def said(self) -> str:
        return self._said.text()

    def _on_style(self, action: QAction) -> None:
        self.copy_requested.emit(str(action.data()))

    def _dress(self) -> None:
        colours, letters = self._look.colours, self._look.letters
        px = letters.px
        self._name.setFont(letters.ours(Size.BODY, bold=True))
        self._name.setStyleSheet(f"color: {colours.ink};")
        self._said.setFont(letters.ours(Size.SMALL))
        self._said.setStyleSheet(f"color: {colours.ink_quiet};")
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        # The height stays the same with and without buttons, so that nothing below it moves.
        self.setFixedHeight(px(44))
        self._row.setContentsMargins(px(24), 0, px(16), 0)
        self._row.setSpacing(px(8))
