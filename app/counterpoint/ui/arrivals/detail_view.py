"""The page of one document, under the bar."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counterpoint.application.importing.arrivals import Arrival
from counterpoint.labels.translation import tr
from counterpoint.ui.paper.page_browser import PageBrowser
from counterpoint.ui.paper.page_style import PageStyle
from counterpoint.ui.paper.paper_pane import PaperPane
from counterpoint.ui.session.documents_listed import likeness
from counterpoint.ui.theme.theme import Theme

from .at_work import AtWork
from .bar import ArrivalsBar
from .detail_html import Shown, document_page, nothing_yet

AT_ONCE = 80
"""Paragraphs that are set before more are asked for."""


class ArrivalView(PaperPane):
    """Sets the page of what is chosen, and tells what its links ask."""

    asked = Signal(str, str)
    """What is to be done, and to what."""

    def __init__(self, theme: Theme, title: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._title = title
        self._arrival: Arrival | None = None
        self._alike = ""
        self._read_only = False
        self._at_work = ""
        self._shown = Shown(AT_ONCE)
        self.bar = ArrivalsBar(theme, self)
        self.paper = PageBrowser(theme, self)
        self.paper.setAccessibleName(tr("About the document"))
        self.paper.asked.connect(self._on_asked)
        self.work = AtWork(theme, self)
        self.lay_out(self.bar, self.paper, self.work)

    def show_arrival(self, arrival: Arrival) -> None:
        before = self._arrival
        same = before is not None and before.key == arrival.key
        alike = likeness(arrival, self._title)  # another where the library was read since
        if (before, self._alike) == (arrival, alike):
            return
        self._arrival, self._alike = arrival, alike
        if not same:
            self._shown = Shown(AT_ONCE)
        self.set_page(keep_place=same)

    def show_nothing(self, *, read_only: bool, at_work: str) -> None:
        """Nothing was brought yet; `at_work`: what is being read."""
        self._arrival, self._read_only, self._at_work = None, read_only, at_work
        self.set_page(keep_place=False)

    def has_page(self) -> bool:
        return True

    def html(self, style: PageStyle, *, keep_place: bool) -> str:
        if self._arrival is None:
            return nothing_yet(style, read_only=self._read_only, at_work=self._at_work)
        return document_page(style, self._arrival, self._title, self._shown)

    def _on_asked(self, action: str, argument: str) -> None:
        if action == "more":
            self._shown = self._shown._replace(paragraphs=self._shown.paragraphs + AT_ONCE)
            self.set_page(keep_place=True)
        elif action == "whole":
            self._shown = self._shown._replace(whole=self._shown.whole | {argument})
            self.set_page(keep_place=True)
        else:
            self.asked.emit(action, argument)
