"""A row of two or more choices of which one is on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QToolButton, QWidget

from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme

from .plain_text import on_control, plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface


class _Segment(QToolButton):
    """One of the choices."""

    def make_accessible(self) -> "QAccessibleInterface":
        from counterpoint.ui.accessibility.radio import Radio

        return Radio(self)


class Segments(QWidget):
    """Choices side by side. Left and Right move between them; `chosen` emits the id."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, name: str, choices: Sequence[tuple[str, str, str]], parent: QWidget
    ) -> None:
        """`name` is for assistive technology; each choice has an id, a label and a tooltip."""
        super().__init__(parent)
        self._theme = theme
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for id, label, tip in choices:
            button = _Segment(self)
            button.setText(on_control(label))
            button.setToolTip(plain_tip(tip))
            button.setAccessibleName(f"{name}: {label}")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setProperty("choice", id)
            self._group.addButton(button)
            self._buttons[id] = button
            row.addWidget(button)
        self._group.buttonClicked.connect(self._on_clicked)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def button(self, id: str) -> QToolButton:
        """Raises KeyError where there is no such choice."""
        return self._buttons[id]

    def set_choice(self, id: str) -> None:
        """Shows `id` as the one that is on, without telling."""
        self._buttons[id].setChecked(True)

    def choice(self) -> str:
        """The id that is on, or ""."""
        button = self._group.checkedButton()
        return "" if button is None else str(button.property("choice"))

    def _on_clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(str(button.property("choice")))

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        self.setFont(fonts.ours(Size.SMALL))
        self.setStyleSheet(
            f"""
            QToolButton {{ background: {colours.paper}; color: {colours.ink_quiet};
                border: 1px solid {colours.control}; border-left-width: 0;
                padding: {px(4)}px {px(10)}px; font-size: {px(Size.SMALL.value + 1)}px; }}
            QToolButton:hover {{ color: {colours.ink}; }}
            QToolButton:checked {{ background: {colours.selection}; color: {colours.accent};
                font-weight: 600; }}
            QToolButton:focus {{ border: 1px solid {colours.accent}; }}
            QToolButton[edge="first"] {{ border-left-width: 1px;
                border-top-left-radius: {px(4)}px; border-bottom-left-radius: {px(4)}px; }}
            QToolButton[edge="last"] {{
                border-top-right-radius: {px(4)}px; border-bottom-right-radius: {px(4)}px; }}
            """
        )
        buttons = list(self._buttons.values())
        buttons[0].setProperty("edge", "first")
        buttons[-1].setProperty("edge", "last")
        for button in buttons:
            button.setMinimumHeight(px(28))
