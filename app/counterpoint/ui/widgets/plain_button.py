"""A button with a word on it, styled by the theme."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme

from .plain_text import on_control, plain_tip


class PlainButton(QToolButton):
    """Thin, with a border that is seen and a focus that is seen better."""

    def __init__(self, theme: Theme, label: str, tip: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.put_words(label, tip)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def put_words(self, label: str, tip: str) -> None:
        """What stands on it, and what it does."""
        self.setText(on_control(label))
        self.setToolTip(plain_tip(tip))
        self.setAccessibleName(label.rstrip("…"))
        self.setAccessibleDescription(tip)

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        self.setFont(fonts.ours(Size.SMALL))
        self.setMinimumHeight(px(26))
        self.setStyleSheet(
            f"""
            QToolButton {{ background: {colours.paper}; color: {colours.ink};
                border: 1px solid {colours.control}; border-radius: {px(4)}px;
                padding: {px(3)}px {px(10)}px; }}
            QToolButton[popupMode="2"] {{ padding-right: {px(22)}px; }}
            QToolButton:hover {{ background: {colours.selection}; }}
            QToolButton:pressed {{ background: {colours.hairline}; }}
            QToolButton:focus {{ border: 1px solid {colours.accent};
                background: {colours.selection}; }}
            QToolButton:checked {{ background: {colours.selection}; }}
            QToolButton:disabled {{ color: {colours.ink_faint}; border-color: {colours.hairline};
                background: {colours.paper}; }}
            QToolButton::menu-indicator {{ subcontrol-position: right center;
                subcontrol-origin: padding; right: {px(6)}px; width: {px(9)}px; }}
            """
        )
