"""The panes of the window: the comparison, the reader and the notebook, and the two other views."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from counterpoint.ui.comparison.view import ComparisonView
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.current_stack import CurrentStack

from .side import PANES, Side

if TYPE_CHECKING:
    from counterpoint.ui.notebook.list.view import NoteListView
    from counterpoint.ui.notebook.live import LiveNotebook
    from counterpoint.ui.notebook.pane import NotebookPane
    from counterpoint.ui.reader.pane import ReaderPane
    from counterpoint.ui.sources.page import SourcesPage

Pane = TypeVar("Pane", bound=QWidget)

READER_SHARE, NOTEBOOK_SHARE = 0.36, 0.34
"""Of the window's width, and of the reader's height, when it is first opened."""
READER_MOST = 660
"""Pixels at zoom 1 that a source's lines and margins can use; the rest is the comparison's."""


class Workspace(QWidget):
    """Where everything is. It lays the panes out; the navigator joins what they do.

    Only the comparison is made at once, so that it is painted as early as may be. The others are
    made when they are first asked for, and their places stand empty until then.
    """

    made = Signal(str)
    """The name of a pane that was made: "reader", "notebook", "sources" or "notes"."""
    sized = Signal()
    """It has got its size, for the first time or another, and its panes can be given theirs."""

    panes_changed = Signal()
    """The reader or the notebook was shown or hidden."""

    def __init__(self, theme: Theme, live: "Callable[[], LiveNotebook]", parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._live = live
        self.comparison = ComparisonView(theme, self)
        self.views = CurrentStack(self)
        self.views.addWidget(self.comparison)
        self.side = Side(theme, self)
        self.across = QSplitter(Qt.Orientation.Horizontal, self)
        self.across.addWidget(self.views)
        self.across.addWidget(self.side)
        self.across.setChildrenCollapsible(False)
        self.across.setHandleWidth(1)
        for at, share in enumerate((2, 1)):
            self.across.setStretchFactor(at, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.across)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sized.emit()

    @cached_property
    def reader(self) -> "ReaderPane":
        from counterpoint.ui.reader.pane import ReaderPane

        return self._put("reader", ReaderPane(self._theme, self.side.places["reader"]))

    @cached_property
    def notebook(self) -> "NotebookPane":
        from counterpoint.ui.notebook.pane import NotebookPane

        return self._put(
            "notebook", NotebookPane(self._live(), self._theme, self.side.places["notebook"])
        )

    @cached_property
    def sources(self) -> "SourcesPage":
        from counterpoint.ui.sources.page import SourcesPage

        return self._add("sources", SourcesPage(self._theme, self))

    @cached_property
    def notes(self) -> "NoteListView":
        from counterpoint.ui.notebook.list.view import NoteListView

        return self._add("notes", NoteListView(self._live(), self._theme, self))

    def has(self, name: str) -> bool:
        """Whether a pane was made already."""
        return name in self.__dict__

    def view(self, name: str) -> QWidget:
        """ "compare", "sources" or "notes". Raises KeyError for another name."""
        match name:
            case "compare":
                return self.comparison
            case "sources":
                return self.sources
            case "notes":
                return self.notes
        raise KeyError(name)

    def view_name(self) -> str:
        """Which view is visible."""
        current = self.views.currentWidget()
        made = [name for name in ("sources", "notes") if self.has(name)]
        return next((name for name in made if self.view(name) is current), "compare")

    def share_space(self, width: int, height: int) -> None:
        """Gives each pane its first share of `width` × `height` pixels."""
        side = min(round(width * READER_SHARE), self._theme.fonts.px(READER_MOST))
        self.across.setSizes([width - side, side])
        notes = round(height * NOTEBOOK_SHARE)
        self.side.set_sizes([height - notes, notes])

    def focus_order(self) -> list[QWidget]:
        """What F6 goes round, in order; only the visible ones."""
        focus_order: list[QWidget] = [self.view(self.view_name())]
        focus_order += [pane for name, pane in self._panes() if self.is_shown(name)]
        return focus_order

    def is_shown(self, name: str) -> bool:
        """Whether "reader" or "notebook" has its place in the window."""
        return self.side.is_shown(name)

    def show_pane(self, name: str, shown: bool) -> None:
        """Shows or hides "reader" or "notebook"; with neither, the side goes too."""
        self.side.show_pane(name, shown)
        self.side.setVisible(any(self.is_shown(each) for each in PANES))
        self.panes_changed.emit()

    def toggle_pane(self, name: str) -> None:
        """Hides what is visible, shows what is not."""
        self.show_pane(name, not self.side.is_visible(name))

    def bring(self, name: str) -> None:
        """ "reader" or "notebook" is to be visible; any other view is."""
        if name in PANES and not self.side.is_visible(name):
            self.show_pane(name, True)

    def enter(self, wanted: QWidget) -> None:
        """A pane gets the focus, and is made visible."""
        for name, pane in self._panes():
            if pane is wanted:
                self.bring(name)
        wanted.setFocus(Qt.FocusReason.TabFocusReason)

    def _panes(self) -> list[tuple[str, QWidget]]:
        return [("reader", self.reader), ("notebook", self.notebook)]

    def _put(self, name: str, pane: Pane) -> Pane:
        layout = self.side.places[name].layout()
        if layout is not None:
            layout.addWidget(pane)
        pane.show()  # else only when events are next seen to, and it could not take the focus yet
        self.__dict__[name] = pane
        self.made.emit(name)
        return pane

    def _add(self, name: str, pane: Pane) -> Pane:
        self.views.addWidget(pane)
        self.__dict__[name] = pane
        self.made.emit(name)
        return pane
