"""The thin bar over a source that came from a PDF: the text or its pages, and turning these."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counterpoint.application.library.session import ReaderShows
from counterpoint.labels.text import capital
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context
from counterpoint.ui.actions.shown_keys import in_pane, of_action, with_key
from counterpoint.ui.theme.background import fill
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.elided_label import ElidedLabel
from counterpoint.ui.widgets.flow_layout import FlowLayout
from counterpoint.ui.widgets.icon_button import IconButton, Sign
from counterpoint.ui.widgets.segments import Segments

_LABEL = 130
"""Pixels at zoom 1 that a page's label has at most before it is cut."""


class PdfBar(QWidget):
    """Its parts are public, to be joined to what they do."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        told = (
            (ReaderShows.TEXT, tr("Text"), tr("Read the text")),
            (ReaderShows.PAGE, tr("Page"), tr("Read the pages of the PDF")),
            (ReaderShows.BOTH, tr("Both"), tr("Read the text beside the pages of the PDF")),
        )
        choices = [
            (shows.value, label, with_key(tip, of_action(f"read-{shows.value}")))
            for shows, label, tip in told
        ]
        self.choice = Segments(theme, tr("What is read"), choices, self)
        self.previous = IconButton(
            theme,
            Sign.PREVIOUS,
            tr("Previous page"),
            self,
            in_pane(Context.PDF, "previous-page"),
        )
        self.next = IconButton(
            theme, Sign.NEXT, tr("Next page"), self, in_pane(Context.PDF, "next-page")
        )
        self.page = ElidedLabel(self)
        self.page.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._turning = QWidget(self)
        row = QHBoxLayout(self._turning)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.page, 1)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        self._around = QHBoxLayout(self)
        self._flow = FlowLayout()
        self._around.addLayout(self._flow)
        self._flow.addWidget(self.choice)
        self._flow.addWidget(self._turning)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def show_page(self, label: str, *, before: bool, after: bool) -> None:
        """Which is looked at, as "page 3 of 12", and whether there is one before it and after."""
        self.page.setText(capital(label))
        self._give_room()
        self.previous.setEnabled(before)
        self.next.setEnabled(after)

    def show_choice(self, shows: ReaderShows) -> None:
        """Pages can be turned only where they are seen."""
        self.choice.set_choice(shows.value)
        for widget in (self.page, self.previous, self.next):
            widget.setVisible(shows is not ReaderShows.TEXT)

    def _give_room(self) -> None:
        """The page's label goes on a line of its own before it is cut."""
        whole = self.page.fontMetrics().horizontalAdvance(self.page.text())
        self.page.setMinimumWidth(min(whole + 2, self._theme.fonts.px(_LABEL)))

    def _apply_theme(self) -> None:
        px, colours = self._theme.fonts.px, self._theme.colours
        fill(self, colours.paper)
        self.page.setFont(self._theme.fonts.ours(Size.SMALL))
        self.page.setStyleSheet(f"color: {colours.ink_quiet};")
        self._around.setContentsMargins(px(16), px(4), px(8), px(5))
        self._flow.setSpacing(px(2))
        self._give_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(self._theme.colours.hairline))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
