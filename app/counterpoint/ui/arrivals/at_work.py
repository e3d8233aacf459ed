"""Above the page of a document, while documents are read or stored: how far that is."""

from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.shown_work import ShownWork


class AtWork(ShownWork):
    """As broad as the page. The status line tells the same where another view is seen, and what is
    heard of it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._grid = QGridLayout(self)
        self._grid.addWidget(self._words, 0, 0)
        self._grid.addWidget(self.cancel_button, 0, 1)
        self._grid.addWidget(self._bar, 1, 0, 1, 2)
        self._grid.setColumnStretch(0, 1)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def _make_button(self) -> QAbstractButton:
        return PlainButton(self._theme, tr("Cancel"), tr("Stop; what has come in stays"), self)

    def _apply_theme(self) -> None:
        fonts = self._theme.fonts
        px = fonts.px
        self._words.setFont(fonts.ours())
        self._words.setStyleSheet(f"color: {self._theme.colours.ink};")
        self._bar.setFixedHeight(px(8))
        self._round_bar(px(4))
        self._grid.setContentsMargins(px(24), px(10), px(16), px(12))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setHorizontalSpacing(px(12))
