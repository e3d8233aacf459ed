"""A page on its sheet, under a bar."""

from PySide6.QtGui import QAccessibleInterface, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from counterpoint.ui.theme.theme import Theme

from .page_browser import PageBrowser
from .page_style import Breadth, PageStyle


def _interface(page: PageBrowser) -> QAccessibleInterface:
    """Only where a screen reader asks."""
    from .accessible import PageBrowserInterface

    return PageBrowserInterface(page)


class PaperPane(QWidget):
    """Sets its page once it is seen, and anew for another theme, and where the sheet has got
    another breadth. Which page that is, who inherits it says."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._breadth = Breadth.WIDE
        self._stale, self._keeps_place = False, True
        self._line = QFrame(self)
        self._line.setFrameShape(QFrame.Shape.NoFrame)
        self._line.setFixedHeight(1)

    def lay_out(self, bar: QWidget, paper: PageBrowser, *above: QWidget) -> None:
        """Puts them one below the other, `above` right above the sheet. To be called once, when all
        that a page needs is there."""
        self._paper = paper
        paper.interface = _interface
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (bar, self._line, *above):
            column.addWidget(part)
        column.addWidget(paper, 1)
        self._theme.changed.connect(self._on_look)
        self._apply_theme()

    def has_page(self) -> bool:
        """Whether there is anything to set yet."""
        raise NotImplementedError

    def html(self, style: PageStyle, *, keep_place: bool) -> str:
        """The page, now that it is seen; the bar is to say what it is. `keep_place` where it is
        the page that was there, set anew."""
        raise NotImplementedError

    def set_page(self, *, keep_place: bool) -> None:
        """Sets the page, from its top or where the one before was scrolled to; one that nobody
        sees is only set once it is seen."""
        if not self.has_page():
            return
        self._keeps_place = keep_place and self._keeps_place
        self._stale = not self.isVisible()
        if self._stale:
            return
        keep_place, self._keeps_place = self._keeps_place, True
        self._breadth = self._paper.breadth
        html = self.html(PageStyle(self._theme, self._breadth), keep_place=keep_place)
        self._paper.show_page(html, keep_place=keep_place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._paper.breadth is not self._breadth:
            self.set_page(keep_place=True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.set_page(keep_place=self._keeps_place)

    def _on_look(self) -> None:
        self._apply_theme()
        self.set_page(keep_place=True)

    def _apply_theme(self) -> None:
        self._line.setStyleSheet(f"background: {self._theme.colours.hairline};")
