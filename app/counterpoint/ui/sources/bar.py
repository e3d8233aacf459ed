"""The bar over a source's page: its name, the way to its text, and copying a citation."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from counterpoint.application.library.citation import CitationStyle
from counterpoint.labels.translation import tr
from counterpoint.ui.accessibility.announcing import announce
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.elided_label import ElidedLabel
from counterpoint.ui.widgets.plain_button import PlainButton


def style_label(of: CitationStyle) -> str:
    match of:
        case CitationStyle.NOTE:
            return tr("As a footnote (Chicago)")
        case CitationStyle.AUTHOR_DATE:
            return tr("Author and date (APA)")
        case CitationStyle.INLINE:
            return tr("In the line (ICD 206)")


def open_labels() -> tuple[str, str]:
    """The label of the button, and the one where there is little room."""
    return tr("Open the text"), tr("Open")


def cite_labels() -> tuple[str, str]:
    return tr("Copy citation"), tr("Cite")


def _width_with(button: QToolButton, label: str) -> int:
    """Pixels that a button needs once it has this label."""
    metrics = button.fontMetrics()
    now, then = metrics.horizontalAdvance(button.text()), metrics.horizontalAdvance(label)
    return button.minimumSizeHint().width() - now + then


_LEFT_OF_NAME, _LEFT_OF_BUTTONS, _RIGHT = 24, 8, 16
"""Pixels at zoom 1 of air at the ends."""


class SourceBar(QWidget):
    """Thin. The buttons are there only while a source is shown."""

    open_requested = Signal()
    copy_requested = Signal(str)
    """The value of a CitationStyle."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = ElidedLabel(self)
        self._said = ElidedLabel(self)
        self.open_button = PlainButton(
            theme, open_labels()[0], tr("Read this source from its start"), self
        )
        self.copy_button = PlainButton(
            theme,
            cite_labels()[0],
            tr("Copy a citation of this source in one of three styles"),
            self,
        )
        self.copy_menu = QMenu(self.copy_button)
        for style in CitationStyle:
            action = QAction(style_label(style), self.copy_menu)
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
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def show_name(self, name: str, *, source: bool) -> None:
        """`source` where the buttons have something to act on."""
        self._name.setText(name)
        self._said.setText("")
        self.open_button.setVisible(source)
        self.copy_button.setVisible(source)
        self._arrange()

    def say(self, message: str) -> None:
        """A word on what was done, for eyes and ears; it stays until another page is shown."""
        self._said.setText(message)
        announce(self._said, message)

    def said(self) -> str:
        return self._said.text()

    def minimumSizeHint(self) -> QSize:
        """With the brief labels: it takes them once it has its width."""
        return QSize(self._needed(open_labels()[1], cite_labels()[1]), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _needed(self, *labels: str) -> int:
        """Pixels for the two buttons with these labels and what stands round them; no name."""
        px, buttons = self._theme.fonts.px, (self.open_button, self.copy_button)
        round_them = px(_LEFT_OF_BUTTONS) + px(_RIGHT) + 2 * self._row.spacing()
        return round_them + sum(
            _width_with(button, label) for button, label in zip(buttons, labels, strict=True)
        )

    def _arrange(self) -> None:
        """Brief labels where the name would have no room beside the others; and where it has none
        even so it goes, as it stands in the list and on the page too."""
        px = self._theme.fonts.px
        name, air = self._name.sizeHint().width(), px(_LEFT_OF_NAME)
        brief = self.width() < self._needed(open_labels()[0], cite_labels()[0]) + air + min(
            name, px(120)
        )
        self.open_button.setText(open_labels()[brief])
        self.copy_button.setText(cite_labels()[brief])
        room = self.width() - self._needed(open_labels()[brief], cite_labels()[brief])
        named = self.open_button.isHidden() or room >= air + min(name, px(60))
        self._name.setVisible(named)
        left = px(_LEFT_OF_NAME if named else _LEFT_OF_BUTTONS)
        self._row.setContentsMargins(left, 0, px(_RIGHT), 0)

    def _on_style(self, action: QAction) -> None:
        self.copy_requested.emit(str(action.data()))

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        self._name.setFont(fonts.ours(Size.BODY, bold=True))
        self._name.setStyleSheet(f"color: {colours.ink};")
        self._said.setFont(fonts.ours(Size.SMALL))
        self._said.setStyleSheet(f"color: {colours.ink_quiet};")
        # The height stays the same with and without buttons, so that nothing below it moves.
        self.setFixedHeight(px(44))
        self._row.setSpacing(px(8))
        self._arrange()
