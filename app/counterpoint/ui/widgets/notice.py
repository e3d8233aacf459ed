"""A line across the pane for what must not be overlooked, with what one can do about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.plain_label import PlainLabel


class Notice(QFrame):
    """Hidden until something is said. `done` emits the id of the deed that was pressed."""

    done = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._said: tuple[object, ...] = ()
        self.words = PlainLabel(self)
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.words, 1)
        self._buttons: list[QToolButton] = []
        self.hide()
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def say(self, words: str, *deeds: tuple[str, str]) -> None:
        """Each deed has an id and a label. Without words the notice goes."""
        if (words, deeds) == self._said:
            return
        self._said = (words, deeds)
        self.words.setText(words)
        self.setAccessibleName(words)
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(id, label) for id, label in deeds]
        if self._buttons:
            self.setFocusProxy(self._buttons[0])
        self.setVisible(bool(words))

    def button(self, id: str) -> QToolButton:
        """Raises KeyError where there is no such deed now."""
        for button in self._buttons:
            if button.property("deed") == id:
                return button
        raise KeyError(id)

    def _button(self, id: str, label: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(label)
        button.setProperty("deed", id)
        button.setFont(self._theme.fonts.ours(Size.SMALL))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(self._on_clicked)
        self._row.addWidget(button)
        button.show()
        return button

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton):
            self.done.emit(str(button.property("deed")))

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        small = fonts.ours(Size.SMALL)
        self.words.setFont(small)
        for button in self._buttons:
            button.setFont(small)
        self._row.setContentsMargins(px(10), px(6), px(8), px(6))
        self._row.setSpacing(px(8))
        self.setStyleSheet(
            f"""
            Notice {{ background: {colours.warning_panel}; border-left: {px(3)}px solid
                {colours.warning}; }}
            QLabel {{ color: {colours.warning}; background: transparent; }}
            QToolButton {{ color: {colours.warning}; background: transparent;
                border: 1px solid {colours.warning}; border-radius: {px(4)}px;
                padding: {px(2)}px {px(8)}px; }}
            QToolButton:hover, QToolButton:focus {{ background: {colours.paper}; }}
            QToolButton:focus {{ border: 2px solid {colours.warning}; }}
            """
        )
