"""Lays out the panes of the window: a view, and what stands beside it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from counterpoint.application.library.navigator import Navigator, source_target
from counterpoint.application.library.session import Part, ReaderShows, Session
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.session.participant import Participant
from counterpoint.ui.session.signals import SessionSignals
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.current_stack import CurrentStack

from . import panes
from .side import Side

if TYPE_CHECKING:
    from counterpoint.application.notes.notebook import Change
    from counterpoint.ui.comparison.view import ComparisonView
    from counterpoint.ui.notebook.list.view import NoteListView
    from counterpoint.ui.notebook.pane import NotebookPane
    from counterpoint.ui.pages.view import PagesView
    from counterpoint.ui.reader.pane import ReaderPane
    from counterpoint.ui.session.live_index import LiveIndex
    from counterpoint.ui.session.live_library import LiveLibrary
    from counterpoint.ui.session.live_notebook import LiveNotebook
    from counterpoint.ui.session.live_searches import LiveSearches
    from counterpoint.ui.session.live_sources import LiveSources
    from counterpoint.ui.sources.page import SourcesPage

    from .room_for_both import RoomForBoth

PAGES = "pages"
"""The view whose Escape goes back to the comparison."""
SIDE_SHARE = 0.36
"""Of the window's width, when it is first opened."""
SIDE_MOST = 660
"""Pixels at zoom 1 that a source's lines and margins can use; the rest is the comparison's."""


LEAST_WIDTH = 260
"""Pixels at zoom 1 that a view and the side each have at least; with less they take turns."""


class Workspace(QWidget):
    """Where everything is on one library. It lays the panes out; the session, which it holds,
    joins what they do.

    Only the comparison is made at once, so that it is painted as early as may be. The others are
    made when they are first wanted, and their places stand empty until then.
    """

    sized = Signal()
    """It has got its size, for the first time or another, and its panes can be given theirs."""
    panes_changed = Signal()
    """A pane beside the views was shown or hidden."""

    def __init__(
        self,
        theme: Theme,
        notes_folder: Path,
        make_live: "Callable[[Workspace], LiveNotebook]",
        make_editing: "Callable[[Workspace], LiveLibrary]",
        make_sources: "Callable[[Workspace], LiveSources]",
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.session = Session()
        self.signals = signals = SessionSignals(self.session, self)
        self.navigator = Navigator(self.session, signals.said.emit)
        self.notes_folder = notes_folder
        self._make_live, self._make_editing = make_live, make_editing
        self._make_sources = make_sources
        self._editing: LiveLibrary | None = None
        self._live_sources: LiveSources | None = None
        self._panes = {pane.name: pane for pane in (*panes.VIEWS, *panes.BESIDE)}
        self._made: dict[str, QWidget] = {}
        self.views = CurrentStack(self)
        self.side = Side(theme, self)
        self.side.hide()  # else the views would be laid out beside it, and again without it
        self.across = QSplitter(Qt.Orientation.Horizontal, self)
        self.across.addWidget(self.views)
        self.across.addWidget(self.side)
        self._lent = False
        """Whether the notebook was opened for a page, and goes with it if nothing is written."""
        self._side_first = False
        """Whether the side is the one that is seen where there is no room for both."""
        self._widths: list[int] = []
        """Of the views and the side, as the person last had both."""
        self.across.setChildrenCollapsible(False)
        self.across.setHandleWidth(1)
        self._both: RoomForBoth | None = None
        """Made when text and page are first read side by side."""
        for at, share in enumerate((2, 1)):
            self.across.setStretchFactor(at, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.across)
        theme.changed.connect(self._on_room)
        # Before any pane hears of it: a pane that is wanted has to be there.
        signals.view_changed.connect(self._on_view)
        signals.focus_wanted.connect(self._focus_view)
        signals.describe_wanted.connect(self._on_describe)
        signals.read_otherwise.connect(self._on_read_otherwise)
        signals.reading_wanted.connect(self._on_reading)
        signals.writing_wanted.connect(self._on_writing)
        self.pane(panes.VIEWS[0].name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._both is not None:
            self._both.resized()
        if self.session.reader_shows is ReaderShows.BOTH:
            self._on_read_otherwise()
        self._on_room()
        self.sized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What a pane has no use for."""
        if done_by(event, Context.PAGE) != "leave" or not self.go_back():
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """A pane that needs more room than it has is given it, before the window would grow."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._on_room()
        return super().event(event)

    # The panes

    def pane(self, name: str) -> QWidget:
        """A pane by its name in the table, made if need be. Raises KeyError for another name."""
        if name not in self._made:
            self._make(self._panes[name])
        return self._made[name]

    def pane_at(self, widget: QWidget | None) -> object:
        """The pane that a widget is or stands in; None of any other. What it can say of itself is
        asked by protocols, of which mypy holds that no widget keeps one."""
        for pane in self._made.values():
            if widget is not None and (pane is widget or pane.isAncestorOf(widget)):
                return pane
        return None

    def has(self, name: str) -> bool:
        """Whether a pane was made already."""
        return name in self._made

    @property
    def comparison(self) -> "ComparisonView":
        return cast("ComparisonView", self.pane("compare"))

    @property
    def sources(self) -> "SourcesPage":
        return cast("SourcesPage", self.pane("sources"))

    @property
    def pages(self) -> "PagesView":
        return cast("PagesView", self.pane("pages"))

    @property
    def notes(self) -> "NoteListView":
        return cast("NoteListView", self.pane("notes"))

    @property
    def reader(self) -> "ReaderPane":
        return cast("ReaderPane", self.pane("reader"))

    @property
    def notebook(self) -> "NotebookPane":
        return cast("NotebookPane", self.pane("notebook"))

    @cached_property
    def live(self) -> "LiveNotebook":
        """The notes on this library; read from the disk once they are started."""
        made = self._make_live(self)
        self.session.notebook = made.notebook
        made.changed.connect(self._on_notes)
        made.said.connect(self.signals.said)
        return made

    @property
    def editing(self) -> "LiveLibrary":
        """The library as it is changed here; its files are read for that when it is first
        wanted."""
        if self._editing is None:
            self._editing = self._make_editing(self)
            self._editing.said.connect(self.signals.said)
        return self._editing

    @property
    def is_editing(self) -> bool:
        """Whether `editing` was made."""
        return self._editing is not None

    @cached_property
    def index(self) -> "LiveIndex":
        """The index of all that can be found in this library."""
        from counterpoint.ui.session.live_index import LiveIndex  # not before something is sought

        return LiveIndex(self.signals, self)

    @cached_property
    def searches(self) -> "LiveSearches":
        """The searches that are kept in this library."""
        from counterpoint.ui.session.live_searches import LiveSearches

        return LiveSearches(self.signals, lambda: self.editing, lambda: self.is_editing, self)

    @property
    def live_sources(self) -> "LiveSources":
        """What is being brought into this library; made once it is wanted."""
        if self._live_sources is None:
            self._live_sources = self._make_sources(self)
        return self._live_sources

    @property
    def has_sources(self) -> bool:
        """Whether `live_sources` was made."""
        return self._live_sources is not None

    def _on_notes(self, change: "Change") -> None:
        self.session.change_notes(change.initiator)

    def _make(self, pane: panes.Pane) -> None:
        beside = pane in panes.BESIDE
        participant = Participant(
            theme=self._theme,
            signals=self.signals,
            navigator=self.navigator,
            live=lambda: self.live,
            editing=lambda: self.editing,
            sources=lambda: self.live_sources,
            search_index=lambda: self.index,
            searches=lambda: self.searches,
            is_shown=lambda: not beside or self.is_shown(pane.name),
            has_room=self._has_room,
            close=lambda: self.show_pane(pane.name, False),
            note_field=lambda: self.notebook.editor,
            is_writing=self._is_writing,
        )
        parent = self.side.places[pane.name] if beside else self
        made = self._made[pane.name] = pane.make(participant, parent)
        layout = parent.layout()
        if not beside:
            self.views.addWidget(made)
        elif layout is not None:
            layout.addWidget(made)
            made.show()  # else only when events are next seen to: it could not take the focus yet

    def _is_writing(self) -> bool:
        focus = QApplication.focusWidget()
        if focus is None or not self.has("notebook"):
            return False
        return self.notebook.isAncestorOf(focus)

    # What is wanted

    def _on_view(self, _by: object) -> None:
        self.views.go_to(self.pane(self.view_name()))
        self._view_first()
        if self._lent and self.view_name() != PAGES:
            self._lent = False
            if not self.notebook.editor.toPlainText().strip():
                self.show_pane("notebook", False)

    def _is_narrow(self) -> bool:
        """Whether what is wanted beside the views would leave them too little room."""
        wanted = any(self.is_shown(each) for each in panes.names_beside())
        return wanted and not self._has_room()

    def _has_room(self) -> bool:
        least = self._theme.fonts.px(LEAST_WIDTH)
        beside = max(self.side.minimumSizeHint().width(), least)
        view = max(self.views.minimumSizeHint().width(), least)
        return self.width() >= beside + view

    def _take_turns(self) -> None:
        """Where there is no room for both, either the view is seen or what stands beside it; the
        focus is where something is seen."""
        narrow = self._is_narrow()
        wanted = any(self.is_shown(each) for each in panes.names_beside())
        over = narrow and self._side_first
        focus = QApplication.focusWidget()
        if over and focus is not None and self.views.isAncestorOf(focus):
            shown = next(each for each in panes.names_beside() if self.side.is_visible(each))
            self.side.show()
            self.pane(shown).setFocus(Qt.FocusReason.OtherFocusReason)
        self.views.setVisible(not over)
        self.side.setVisible(wanted and (over or not narrow))

    def _on_room(self) -> None:
        """There is other room, or another is needed: who had both before goes on where he is."""
        if self.views.isVisible() and self.side.isVisible() and self._is_narrow():
            focus = QApplication.focusWidget()
            self._side_first = focus is not None and self.side.isAncestorOf(focus)
        self._take_turns()

    def _view_first(self) -> None:
        self._side_first = False
        self._take_turns()

    def _focus_view(self, _by: object) -> None:
        self._view_first()
        self.pane(self.view_name()).setFocus()

    def _on_describe(self, source: str) -> None:
        """Shows the source before its form is asked for."""
        library = self.session.library
        if library is not None and library.still_there(source_target(source)):
            came_from = self.view_name()
            self.navigator.show_source(source)
            self.sources.describe_requested.emit(source)
            self.sources.came_from = came_from if came_from != self.view_name() else ""
        else:
            self.signals.said.emit(
                tr("The library is being read again; the source is there in a moment.")
            )

    def _on_reading(self, _by: object) -> None:
        reading = self.session.reading
        if reading is not None:
            visible = reading.aloud and not reading.lost
            self._answer(Part.READING, visible=visible)

    def _on_writing(self, _by: object) -> None:
        self._answer(Part.NOTE, visible=self.session.writing.visible)

    def _on_read_otherwise(self) -> None:
        # Not within it, as it may be the reader's first source, while that is being made.
        QTimer.singleShot(0, self, self._give_both_room)

    def _give_both_room(self) -> None:
        source = self.reader.source if self.has("reader") else None
        from_pdf = source is not None and source.from_pdf
        both = from_pdf and self.session.reader_shows is ReaderShows.BOTH
        if both and self._both is None:
            from .room_for_both import RoomForBoth

            self._both = RoomForBoth(self.across, self._theme)
        if self._both is not None and self.side.isVisible() and self.views.isVisible():
            self._both.follow(both=both)

    def _answer(self, part: Part, *, visible: bool) -> None:
        for pane in panes.BESIDE:
            if pane.answers is part:
                if visible and part is Part.NOTE and not self.is_shown(pane.name):
                    self._lent = self.view_name() == PAGES
                if visible:
                    self.bring(pane.name)  # first: what is not visible cannot take the focus
                self.pane(pane.name)

    # Where they are

    def view_name(self) -> str:
        """Which view is visible."""
        return self.session.view

    def sizes(self) -> dict[str, tuple[int, ...]]:
        """The widths of the views and the side, and the heights of the panes in it, in pixels: as
        they are or, while the side takes no room, were when it last did."""
        self._take_up_widths()
        return {"across": tuple(self._widths), "side": tuple(self.side.sizes())}

    def _take_up_widths(self) -> None:
        """The widths on the screen. Before they are there the splitter has but those of its own
        making."""
        if self.side.isVisible() and self.views.isVisible():
            views, side = self.across.sizes()
            theirs = side if self._both is None else self._both.of_person(side)
            self._widths = [views + side - theirs, theirs]

    def _give_widths(self) -> None:
        """The side as wide as it was; the views have the rest."""
        self.across.refresh()  # else the handle would be counted only later
        now = sum(self.across.sizes())
        if now and len(self._widths) == self.across.count():
            side = self._widths[-1]
            self.across.setSizes([max(0, now - side), side])

    def share_space(
        self, width: int, height: int, kept: Mapping[str, Sequence[int]] = MappingProxyType({})
    ) -> None:
        """Gives each pane its share of `width` × `height` pixels: that of the sizes `kept`, or its
        first, as where there was another number of panes when they were kept."""
        side = min(round(width * SIDE_SHARE), self._theme.fonts.px(SIDE_MOST))
        across, heights = [width - side, side], panes.first_heights(height)
        for name, first, give in (
            ("across", across, self.across.setSizes),
            ("side", heights, self.side.set_sizes),
        ):
            sizes = list(kept.get(name, ()))
            give(sizes if len(sizes) == len(first) else first)
        self._widths = list(kept.get("across", ()))
        if len(self._widths) != len(across):
            self._widths = across

    def can_go_back(self) -> bool:
        """Whether one was led here from another view; not where the focus is in a text, which has
        a way back of its own."""
        focus = QApplication.focusWidget()
        reading = self.has("reader") and focus is not None and self.reader.isAncestorOf(focus)
        return bool(self.session.came_from) and not reading

    def go_back(self) -> bool:
        """To the view from which one was led here; whether there is one."""
        if not self.can_go_back():
            return False
        self.session.show_view(self.session.came_from)
        return True

    def focus_order(self) -> list[QWidget]:
        """What F6 goes round, in order; only the visible ones."""
        shown = [name for name in panes.names_beside() if self.is_shown(name)]
        return [self.pane(name) for name in (self.view_name(), *shown)]

    def is_shown(self, name: str) -> bool:
        """Whether a pane beside the views has its place in the window."""
        return self.side.is_shown(name)

    def show_pane(self, name: str, shown: bool) -> None:
        """Shows or hides a pane beside the views; with none, the side takes no room, and the focus
        that was in it goes to the view."""
        self._take_up_widths()
        had_focus = not shown and self._has_focus(name)
        was_there = not self.side.isHidden()
        self.side.show_pane(name, shown)
        self._side_first = shown or self._side_first
        if shown:
            self.pane(name)
        self._take_turns()
        if not self.side.isHidden() and not was_there:
            self._give_widths()
        if had_focus:
            self.session.focus_view()
        self.panes_changed.emit()

    def place_beside(self, names: Collection[str]) -> None:
        """Those panes alone have a place beside the views, whether or not they are made yet."""
        for name in panes.names_beside():
            self.side.show_pane(name, name in names)
        self._take_turns()
        if names:
            self._give_widths()
        self.panes_changed.emit()

    def _has_focus(self, name: str) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.side.places[name].isAncestorOf(focus)

    def toggle_pane(self, name: str) -> None:
        """Hides what is visible, shows what is not."""
        self.show_pane(name, not self._is_seen(name))

    def bring(self, name: str) -> None:
        """A pane is to be visible; a view that is shown is."""
        if name in panes.names_beside() and not self._is_seen(name):
            self.show_pane(name, True)

    def _is_seen(self, name: str) -> bool:
        return self.side.is_visible(name) and not self.side.isHidden()

    def enter(self, wanted: QWidget) -> None:
        """A pane gets the focus, and is made visible."""
        for pane in panes.BESIDE:
            if self._made.get(pane.name) is wanted:
                self.bring(pane.name)
        if self.views.isAncestorOf(wanted):
            self._view_first()
        wanted.setFocus(Qt.FocusReason.TabFocusReason)
