"""The page of one source, or of the texts as a whole, under its bar."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from counterpoint.application.library.citation import (
    CitationStyle,
    cite_source,
    quotation_with_citation,
)
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.approach import ApproachSummary
from counterpoint.labels.translation import tr
from counterpoint.ui.paper.page_browser import PageBrowser
from counterpoint.ui.paper.page_style import PageStyle
from counterpoint.ui.paper.paper_pane import PaperPane
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.clipboard import put_on_clipboard

from .about_html import about_page
from .bar import SourceBar, style_label
from .passages import PassagesBySource
from .source_html import source_page
from .source_list import about_title

AT_ONCE = 60
"""Passages that are set before more are asked for."""


class SourceView(PaperPane):
    """Sets a page and does what its links and buttons ask."""

    jump_requested = Signal(str)
    """The key of the evidence whose passage is wanted."""
    open_requested = Signal(str)
    """The id of the source whose text is wanted."""
    describe_requested = Signal(str)
    """The id of the source whose description is to be corrected."""
    replace_requested = Signal(str)
    """The id of the source of which a new version is to take the place."""
    original_requested = Signal(str, bool)
    """The id of the source whose original is to be opened; where true, its folder shown."""
    remove_requested = Signal(str)
    """The id of the source that is to go from the library."""
    extent_requested = Signal(bool)
    """True if all approaches are wanted, False if those shown will do."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._library: OpenedLibrary | None = None
        self._by_source: PassagesBySource | None = None
        self._heads: Sequence[ApproachSummary] = ()
        self._extent = ""
        self._source = ""
        self._most = AT_ONCE
        self.bar = SourceBar(theme, self)
        self.paper = PageBrowser(theme, self)
        self.paper.setAccessibleName(tr("About the source"))
        self.bar.open_requested.connect(self._on_open)
        self.bar.copy_requested.connect(self._on_copy_citation)
        self.paper.asked.connect(self._on_asked)
        self.paper.menu_wanted.connect(self._on_menu)
        self.lay_out(self.bar, self.paper)

    def show_library(self, library: OpenedLibrary, by_source: PassagesBySource) -> None:
        self._library, self._by_source = library, by_source

    def show_approaches(self, heads: Sequence[ApproachSummary], extent: str) -> None:
        """Whose passages are set from now on; `extent` is HTML that says so."""
        self._heads, self._extent = heads, extent
        self.set_page(keep_place=True)

    def show_source(self, source: str) -> None:
        """The page of a source, or of the texts as a whole for ""."""
        self._source, self._most = source, AT_ONCE
        self.set_page(keep_place=False)

    def has_page(self) -> bool:
        return self._library is not None and self._by_source is not None

    def html(self, style: PageStyle, *, keep_place: bool) -> str:
        if self._library is None or self._by_source is None:
            return ""
        contents = self._library.contents
        if self._source:
            source = contents.source(self._source)
            groups = self._by_source.groups(source.id, [head.id for head in self._heads])
            html = source_page(style, source, groups, self._most, self._extent)
            name = source.short
        else:
            html = about_page(style, contents, self._heads, self._by_source.gaps, self._extent)
            name = about_title()
        if not keep_place:
            self.bar.show_name(name, source=bool(self._source))
            self.paper.setAccessibleName(name)
        return html

    def _on_asked(self, action: str, argument: str) -> None:
        match action:
            case "jump":
                self.jump_requested.emit(argument)
            case "more":
                self._most += AT_ONCE
                self.set_page(keep_place=True)
            case "describe":
                self.describe_requested.emit(self._source)
            case "replace":
                self.replace_requested.emit(self._source)
            case "original" | "folder":
                self.original_requested.emit(self._source, action == "folder")
            case "remove":
                self.remove_requested.emit(self._source)
            case "extent":
                self.extent_requested.emit(argument == "all")
            case "digest" if self._library is not None:
                self._copy(self._library.contents.source(argument).digest, tr("Digest copied"))

    def _on_open(self) -> None:
        self.open_requested.emit(self._source)

    def _on_copy_citation(self, style: str) -> None:
        if self._library is not None and self._source:
            source = self._library.contents.source(self._source)
            self._copy(cite_source(source, CitationStyle(style)), tr("Citation copied"))

    def _on_menu(self, action: str, argument: str, where: QPoint) -> None:
        """Over a passage: copy it with its citation; elsewhere: copy what is selected."""
        menu = QMenu(self)
        if action == "jump":
            jump = menu.addAction(tr("Jump to the passage"))
            jump.setData(("jump", argument))
            menu.addSeparator()
            for style in CitationStyle:
                label = style_label(style)
                how = f"{label[0].lower()}{label[1:]}"
                entry = menu.addAction(tr("Copy with citation: {how}", how=how))
                entry.setData((style.value, argument))
        else:
            entry = menu.addAction(tr("Copy"))
            entry.setData(("copy", ""))
            entry.setEnabled(self.paper.textCursor().hasSelection())
        menu.triggered.connect(self._on_menu_chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _on_menu_chosen(self, entry: QAction) -> None:
        action, key = entry.data()
        if action == "copy":
            self.paper.copy()
        elif action == "jump":
            self.jump_requested.emit(key)
        elif self._library is not None:
            piece = self._library.find(key).evidence
            source = self._library.contents.source(piece.source)
            cited = quotation_with_citation(
                piece.quotation.words, source, piece.paragraph, CitationStyle(action)
            )
            self._copy(cited, tr("Quotation copied with its citation"))

    def _copy(self, text: str, said: str) -> None:
        put_on_clipboard(text)
        self.bar.say(said)
