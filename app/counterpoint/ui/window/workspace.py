"""The zones of the window: the comparison, the reader and the notebook, and the two other views."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from counterpoint.ui.comparison.view import ComparisonView
from counterpoint.ui.notebook.list import NoteListView
from counterpoint.ui.notebook.live import LiveNotebook
from counterpoint.ui.notebook.pane import NotebookPane
from counterpoint.ui.reader.pane import ReaderPane
from counterpoint.ui.sources.page import SourcesPage
from counterpoint.ui.theme.look import Look

READER_SHARE, NOTEBOOK_SHARE = 0.36, 0.34
"""Of the window's width, and of the reader's height, when it is first opened."""


class Workspace(QWidget):
    """Where everything is. It lays the panes out; the desk joins what they do."""

    def __init__(self, look: Look, live: LiveNotebook, parent: QWidget) -> None:
        super().__init__(parent)
        self.comparison = ComparisonView(look, self)
        self.sources = SourcesPage(look, self)
        self.notes = NoteListView(live, look, self)
        self.reader = ReaderPane(look, self)
        self.notebook = NotebookPane(live, look, self)
        self.views = QStackedWidget(self)
        for view in (self.comparison, self.sources, self.notes):
            self.views.addWidget(view)
        self.side = QSplitter(Qt.Orientation.Vertical, self)
        self.side.addWidget(self.reader)
        self.side.addWidget(self.notebook)
        self.across = QSplitter(Qt.Orientation.Horizontal, self)
        self.across.addWidget(self.views)
        self.across.addWidget(self.side)
        for splitter in (self.across, self.side):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
            splitter.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.across)

    def share_space(self, width: int, height: int) -> None:
        """Gives each zone its first share of `width` × `height` pixels."""
        side = round(width * READER_SHARE)
        self.across.setSizes([width - side, side])
        notes = round(height * NOTEBOOK_SHARE)
        self.side.setSizes([height - notes, notes])

    def view(self, name: str) -> QWidget:
        """ "compare", "sources" or "notes". Raises KeyError for another name."""
        views: dict[str, QWidget] = {
            "compare": self.comparison,
            "sources": self.sources,
            "notes": self.notes,
        }
        return views[name]

    def zones(self) -> list[QWidget]:
        """What the keys go round, in order; only those in sight."""
        view = self.views.currentWidget()
        zones = [view, self.reader, self.notebook]
        return [zone for zone in zones if zone is not None and zone.isVisible()]

    def show_pane(self, pane: QWidget, shown: bool) -> None:
        """Shows or hides the reader or the notebook; with neither, the side goes too."""
        pane.setVisible(shown)
        self.side.setVisible(not self.reader.isHidden() or not self.notebook.isHidden())
