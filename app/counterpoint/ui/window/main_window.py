"""The window: one library's workspace under its bars, or the page that says why there is none."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from counterpoint.application.places import notes_place, resources
from counterpoint.domain.source import Source
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.situation import Situation
from counterpoint.ui.theme.appearance import Appearance
from counterpoint.ui.theme.font_files import load_serif
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.current_stack import CurrentStack
from counterpoint.ui.widgets.plain_text import window_title

from .actions.copy_requests import CopyRequests
from .frame.body import Body
from .frame.hints import Hints
from .frame.history_menu import HistoryMenu
from .frame.menus import Menus, Run
from .frame.problem_reports import ProblemReports
from .frame.session_frame import PROGRAM, SessionFrame
from .frame.status_line import StatusLine
from .frame.top_bar import TopBar
from .frame.typing_first import TypingFirst
from .lifecycle.leaving import Leaving
from .lifecycle.lifecycle import Lifecycle
from .lifecycle.preferred_size import PreferredSize
from .lifecycle.restored_geometry import RestoredGeometry
from .lifecycle.window_state import WindowState
from .workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

    from counterpoint.application.clock import Clock
    from counterpoint.ui.session.live_library import LiveLibrary
    from counterpoint.ui.session.live_notebook import LiveNotebook
    from counterpoint.ui.session.live_sources import LiveSources

    from .actions.choose_approaches import ChooseApproaches
    from .actions.drops import Drops
    from .actions.files import Files
    from .actions.go_to import GoTo
    from .actions.libraries import Libraries
    from .frame.notices import Notices
    from .lifecycle.opening_page import OpeningPage


class MainWindow(QMainWindow):
    """Hosts: the bars, the menus, and the workspace that its lifecycle makes for each library."""

    ready = Signal()
    """A library is shown, or the page that says why not."""

    def __init__(
        self,
        folder: Path,
        window_state: WindowState,
        cache: Path | None,
        clock: "Clock | None" = None,
    ) -> None:
        super().__init__()
        self._clock, self._cache = clock, cache
        self._files: Files | None = None
        self._notices: Notices | None = None
        self.setObjectName("main")
        self.setAcceptDrops(True)
        self.window_state = window_state
        self.theme = Theme(self)
        window_state.apply_to(self.theme)
        # Before the bars: it has to hear of another theme before any of them.
        self.appearance = Appearance(self.theme, window_state.settings.colour_scheme, self)
        self._body = body = Body(self)
        self.bar = TopBar(self.theme, body)
        self.stack = CurrentStack(body)
        self.status = StatusLine(self.theme, body)
        body.fill(self.bar, self.stack, self.status)
        self.reports = ProblemReports(self.theme, self.status, body, self)
        self.setCentralWidget(body)
        PreferredSize(self)
        TypingFirst(self)
        self.menus = Menus(self, self._commands, self._situation)
        self._history_menu = HistoryMenu(self.menus)
        self.lifecycle = Lifecycle(
            self.stack,
            window_state,
            self.appearance,
            cache,
            self._make_workspace,
            self._make_page,
            self,
        )
        self.leaving = Leaving(self, self.lifecycle)
        self._join()
        self.ready.connect(RestoredGeometry(self, window_state.geometry()).settle)
        if window_state.messages:
            self.status.say(" ".join(window_state.messages))
        self.lifecycle.begin(folder)

    def _join(self) -> None:
        self.bar.search.clicked.connect(lambda: self.go_to.open())
        self.status.problems_requested.connect(self.reports.open_panel)
        self.reports.reload_requested.connect(self.lifecycle.reload)
        self.menus.filled.connect(self._on_menus_filled)
        self.menus.ran.connect(self._show_checks)
        self.menus.refused.connect(self.status.say_briefly)
        self.appearance.changed.connect(self._show_checks)
        lifecycle = self.lifecycle
        lifecycle.workspace_made.connect(self._on_workspace)
        lifecycle.opened.connect(self._on_opened)
        lifecycle.painted.connect(self._on_painted)
        lifecycle.page_shown.connect(self._on_page)
        lifecycle.ready.connect(self.ready)
        lifecycle.notes_wanted.connect(self.leaving.tell_of_rescued)
        lifecycle.notes_wanted.connect(self.reports.tell_remarks)
        lifecycle.unread.connect(self.reports.set_unread)
        lifecycle.said.connect(self.status.say)

    # Made when they are wanted

    @cached_property
    def libraries(self) -> "Libraries":
        from .actions.libraries import Libraries

        made = Libraries(
            self, self.lifecycle, self.leaving, self.window_state, self.theme, self._body
        )
        made.unsaid.connect(self.status.take_back)
        return made

    @property
    def notices(self) -> "Notices":
        """Made when there is first something that must not be overlooked."""
        if self._notices is None:
            from .frame.notices import Notices

            self._notices = Notices(self.theme, self._body)
        return self._notices

    @cached_property
    def go_to(self) -> "GoTo":
        from .actions.go_to import GoTo

        field = self.bar.search
        return GoTo(self.theme, self.lifecycle, self.window_state, self.menus, field, self)

    @cached_property
    def approaches(self) -> "ChooseApproaches":
        from .actions.choose_approaches import ChooseApproaches

        return ChooseApproaches(self.theme, self.lifecycle, self.bar.views, self)

    @property
    def files(self) -> "Files":
        if self._files is None:
            from .actions.files import Files

            self._files = made = Files(self.theme, self.lifecycle, self._body, self)
            made.library_wanted.connect(self.libraries.open)
            made.said.connect(self.status.say_briefly)
        return self._files

    def open_packed_once_ready(self, file: Path) -> None:
        """A library in one file is to be opened, once there is something to ask over."""
        once = Qt.ConnectionType(
            Qt.ConnectionType.QueuedConnection.value | Qt.ConnectionType.SingleShotConnection.value
        )
        self.ready.connect(lambda: self.files.open_packed(file), once)

    def _make_workspace(self, folder: Path) -> Workspace:
        return Workspace(
            self.theme,
            notes_place(folder),
            self._make_live,
            self._editing_of(folder),
            self._sources_of(folder),
            self.stack,
        )

    def _make_live(self, space: Workspace) -> "LiveNotebook":
        from counterpoint.application.notes.opening import notebook_in
        from counterpoint.ui.session.live_notebook import LiveNotebook

        history = space.session.history
        made = LiveNotebook(notebook_in(space.notes_folder, self._clock, history), space)
        self._history_menu.follow(history)
        made.rescue_wanted.connect(self.leaving.rescue)
        return made

    def _editing_of(self, folder: Path) -> "Callable[[Workspace], LiveLibrary]":
        def make(space: Workspace) -> "LiveLibrary":
            from counterpoint.ui.session.live_library import LiveLibrary

            made = LiveLibrary(space.signals, folder, space, self._cache)
            made.noticing.noticed.connect(lambda noticed: self.notices.show(noticed))
            made.copy_wanted.connect(lambda again: self.libraries.offer_copy(again))
            return made

        return make

    def _sources_of(self, folder: Path) -> "Callable[[Workspace], LiveSources]":
        def make(space: Workspace) -> "LiveSources":
            from counterpoint.ui.session.live_sources import LiveSources

            from .actions.imports import Imports

            session = space.session
            made = LiveSources(folder, session.history, session.named_source, space)
            Imports(space, made, self.status, self)
            made.own_library_wanted.connect(self._offer_library_for)
            made.noticed.connect(lambda noticed: self.notices.show(noticed))
            return made

        return make

    def _make_page(self) -> "OpeningPage":
        from .lifecycle.opening_page import OpeningPage

        made = OpeningPage(self.theme, self.stack)
        made.new_requested.connect(self.libraries.make_new)
        made.open_requested.connect(self.libraries.choose)
        made.shipped_requested.connect(self.libraries.open_shipped)
        made.back_requested.connect(self.libraries.go_back)
        return made

    def _commands(self) -> Run:
        from .actions.handlers import ActedOn, commands

        acted_on = ActedOn(
            space=self.space,
            lifecycle=self.lifecycle,
            libraries=self.libraries,
            appearance=self.appearance,
            reports=self.reports,
            go_to=self.go_to,
            approaches=self.approaches,
            files=lambda: self.files,
            window=self,
            strips=self._strips,
        )
        return commands(acted_on)

    def _strips(self) -> "Sequence[QWidget]":
        """What the focus goes to besides the panes."""
        told = [] if self._notices is None else self._notices.focus_stops()
        return told if self._files is None else [*self._files.focus_stops(), *told]

    def _on_original(self, source: str, folder: bool) -> None:
        from .actions.originals import Originals

        Originals(self.space).open(source, folder)

    def _situation(self) -> Situation:
        from .actions.at_hand import situation_of

        return situation_of(self.space, has_library=self.lifecycle.stage.has_library)

    # What the lifecycle tells

    def _on_workspace(self, space: Workspace) -> None:
        self.space = space
        if self._notices is not None:
            self._notices.clear()
        self.reports.set_notes(())
        SessionFrame(
            space.signals,
            space.comparison.arranger,
            self,
            self.bar,
            self.status,
            self.reports,
            self._show_checks,
            space,
        )
        space.panes_changed.connect(self._show_checks)
        space.signals.asking_wanted.connect(self._on_asking)
        signals = space.signals
        for changed in (
            signals.view_changed,
            signals.selection_changed,
            signals.arrangement_changed,
            signals.notes_changed,
        ):
            changed.connect(self.menus.refresh)
        # Once the reader has opened the text, which is made only then.
        signals.reading_wanted.connect(self.menus.refresh, Qt.ConnectionType.QueuedConnection)
        signals.original_wanted.connect(self._on_original)
        signals.read_otherwise.connect(self.menus.refresh)
        signals.read_otherwise.connect(self._show_checks)
        signals.print_wanted.connect(lambda: self.menus.trigger("print"))
        Hints(space, self.status)
        space.comparison.choose_requested.connect(lambda: self.approaches.open())
        CopyRequests(space.comparison, space.session, self.status.say_briefly, space)
        self.menus.ask_again()
        self._history_menu.let_go()
        self.menus.refresh()

    def _on_asking(self, _by: object) -> None:
        asking = self.space.session.asking
        if asking is not None and asking.pane == "window":
            asking.do(self.space)

    def _on_opened(self) -> None:
        self._offer_work(True)

    def _on_painted(self) -> None:
        from counterpoint.ui.accessibility.factory import install

        install(self)
        load_serif(resources() / "fonts")
        self.menus.fill()

    def _on_page(self) -> None:
        self.bar.show_library(PROGRAM, "")
        self.setWindowTitle(window_title(PROGRAM))
        self.status.show_counts("")
        self.reports.clear()
        self._offer_work(False)
        self.menus.fill()

    def _offer_work(self, on: bool) -> None:
        """Without a library there is nothing to filter, to walk and to note."""
        self.bar.offer_work(on)
        self.status.offer_work(on)
        self.menus.refresh()

    def _on_menus_filled(self) -> None:
        from .frame.recent_menu import RecentMenu

        recent = RecentMenu(self.libraries.recent, self.libraries.open, self)
        self.menus.menus["Library"].insertMenu(self.menus.action("open-shipped"), recent)
        self._add_filter_menus()
        self.menus.refresh()
        self._show_checks()

    def _add_filter_menus(self) -> None:
        from .frame import filter_menus

        def contents() -> tuple[Source, ...]:
            library = self.space.session.library
            return () if library is None else library.contents.sources

        menu = self.menus.menu_of("own-words")
        for title, parts in (
            (tr("From a source"), lambda: filter_menus.of_sources(contents())),
            (
                tr("What one voice says"),
                lambda: filter_menus.of_voices(self.space.comparison.grid.grid_model.sheet),
            ),
            (tr("Texts of a year"), lambda: filter_menus.of_years(contents())),
        ):
            menu.addMenu(
                filter_menus.FilterMenu(
                    title,
                    parts,
                    lambda: self.space.session.arrangement.filter,
                    lambda narrowed: self.space.comparison.arranger.show_claims(narrowed),
                    menu,
                )
            )

    def _show_checks(self) -> None:
        if self.menus.is_filled():
            from .actions.checked_actions import show_checks

            show_checks(self.menus, self.space, self.appearance)

    @cached_property
    def drops(self) -> "Drops":
        from .actions.drops import Drops, Taking

        taking = Taking(
            lambda: self.space if self.lifecycle.stage.has_library else None,
            lambda folder: self.libraries.open(folder),
            lambda file: self.files.open_packed(file),
            self._offer_library_for,
        )
        return Drops(self.theme, self, taking)

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        self.drops.enter(event)

    def dragLeaveEvent(self, _event: "QDragLeaveEvent") -> None:
        self.drops.leave()

    def dropEvent(self, event: "QDropEvent") -> None:
        self.drops.drop(event)

    def _offer_library_for(self, documents: "Sequence[Path]") -> None:
        self.libraries.make_for_documents(lambda: self.space.live_sources.brought.emit(documents))

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # should anything go wrong before all is saved
        if self.leaving.close():
            event.accept()
