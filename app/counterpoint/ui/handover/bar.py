"""The bar over a paper that is handed over: the way back, how long it is, and its export."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counterpoint.labels import counts
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context
from counterpoint.ui.actions.shown_keys import in_pane, of_action, with_key
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.elided_label import ElidedLabel
from counterpoint.ui.widgets.plain_button import PlainButton

_HIGH = 44
"""Pixels at zoom 1."""


class HandOverBar(QWidget):
    back_requested = Signal()
    export_requested = Signal()
    print_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._too_long = False
        back = with_key(tr("Back to the comparison"), in_pane(Context.PAGE, "leave"))
        self.back = PlainButton(theme, tr("‹ Comparison"), back, self)
        self._name = ElidedLabel(self)
        self._name.setText(tr("Hand over"))
        self.length = ElidedLabel(self)
        self.print = PlainButton(
            theme,
            tr("Print…"),
            with_key(tr("See the pages, and print them"), of_action("print")),
            self,
        )
        self.export = PlainButton(
            theme, tr("Export…"), tr("Write it for Word, as PDF, as a web page and others"), self
        )
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.back)
        self._row.addWidget(self._name)
        self._row.addStretch(1)
        for part in (self.length, self.print, self.export):
            self._row.addWidget(part)
        self.back.clicked.connect(self.back_requested)
        self.print.clicked.connect(self.print_requested)
        self.export.clicked.connect(self.export_requested)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def show_length(self, words: int, most: int) -> None:
        """How many words there are, and how many there is room for; 0 for any number."""
        self._too_long = 0 < most < words
        said = counts.words(words)
        if most:
            said = tr("{words} of some {most}", words=said, most=f"{most:,}")
        self.length.setText(said)
        self._apply_theme()

    def offer_paper(self, there: bool) -> None:
        """Whether there is a paper that can be printed and written."""
        self.print.setEnabled(there)
        self.export.setEnabled(there)

    def say(self, words: str) -> None:
        """In the place of the length."""
        self._too_long = False
        self.length.setText(words)
        self._apply_theme()

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        self._name.setFont(fonts.ours(Size.BODY, bold=True))
        self._name.setStyleSheet(f"color: {colours.ink};")
        self.length.setFont(fonts.ours(Size.SMALL, bold=self._too_long))
        ink = colours.warning if self._too_long else colours.ink_quiet
        self.length.setStyleSheet(f"color: {ink};")
        self._row.setContentsMargins(px(12), px(6), px(12), px(6))
        self._row.setSpacing(px(8))
        self.setFixedHeight(px(_HIGH))
