"""The window: one library's workspace under its bars, or the page that says why there is none."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from counterpoint.application.library.arrangement import Rows
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.note import Target
from counterpoint.domain.problem import Problem
from counterpoint.storage.place import notes_place, real, resources, shipped_library
from counterpoint.ui.theme.appearance import Appearance
from counterpoint.ui.theme.font_files import load_serif
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.current_stack import CurrentStack
from counterpoint.ui.widgets.plain_text import window_title
from counterpoint.ui.window.frame.body import Body
from counterpoint.ui.window.frame.history_menu import HistoryMenu
from counterpoint.ui.window.frame.menus import Menus, Run
from counterpoint.ui.window.frame.problem_reports import ProblemReports
from counterpoint.ui.window.frame.stance_words import stance_words
from counterpoint.ui.window.frame.status_line import StatusLine
from counterpoint.ui.window.frame.summary import counts_of, detail_of
from counterpoint.ui.window.frame.top_bar import TopBar
from counterpoint.ui.window.frame.typing_first import TypingFirst
from counterpoint.ui.window.lifecycle.first_paint import FirstPaint
from counterpoint.ui.window.lifecycle.leaving import Leaving
from counterpoint.ui.window.lifecycle.library_opener import LibraryOpener
from counterpoint.ui.window.lifecycle.preferred_size import PreferredSize
from counterpoint.ui.window.lifecycle.restored_geometry import RestoredGeometry
from counterpoint.ui.window.lifecycle.verifier import Verifier
from counterpoint.ui.window.lifecycle.window_state import WindowState

from .navigator import Navigator
from .workspace import Workspace

if TYPE_CHECKING:
    from counterpoint.application.clock import Clock
    from counterpoint.application.library.find import Entry
    from counterpoint.ui.notebook.live import LiveNotebook
    from counterpoint.ui.palette.view import Palette
    from counterpoint.ui.picker.picker import ApproachPicker
    from counterpoint.ui.window.lifecycle.opening_page import OpeningPage


class MainWindow(QMainWindow):
    """Made for one library; opening another makes its workspace anew."""

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
        self._clock = clock
        self.setObjectName("main")
        self.window_state = window_state
        self.theme = Theme(self)
        window_state.apply_to(self.theme)
        # Before the bars: it has to hear of another theme before any of them.
        self.appearance = Appearance(self.theme, window_state.settings.colour_scheme, self)
        self._verifier = Verifier(self)
        self._verifier.altered.connect(self.reload)
        self._first_paint = FirstPaint(self)
        self._first_paint.done.connect(self._after_paint)
        self._before: tuple[Path, str] | None = None
        self.leaving = Leaving(self)
        self.opener = LibraryOpener(cache, self)
        self.opener.opened.connect(self._on_opened)
        self.opener.failed.connect(self._on_failed)
        self.opener.stopped.connect(self._on_stopped)
        self.opener.progressed.connect(self._on_progress)
        body = Body(self)
        self.bar = TopBar(self.theme, body)
        self.stack = CurrentStack(body)
        self.status = StatusLine(self.theme, body)
        body.fill(self.bar, self.stack, self.status)
        self.problem_reports = ProblemReports(self.theme, self.status, body, self)
        self.setCentralWidget(body)
        PreferredSize(self)
        TypingFirst(self)
        self.menus = Menus(self, self._commands)
        self.history_menu = HistoryMenu(self.menus)
        self._make_workspace(folder)
        self._join()
        self._show_checks()
        self.ready.connect(RestoredGeometry(self, window_state.geometry()).settle)
        if window_state.messages:
            self.status.say(" ".join(window_state.messages))
        self.opener.open(folder)

    # Making

    def _make_workspace(self, folder: Path) -> None:
        self.notes_folder = notes_place(folder)
        self.__dict__.pop("live", None)
        self.problem_reports.set_notes(())
        self.space = Workspace(self.theme, self._get_live, self.stack)
        self.stack.addWidget(self.space)
        # Before anything in it is shown, so that the comparison is laid out only once.
        self.space.sized.connect(self._place_panes)
        self.space.panes_changed.connect(self._show_checks)
        self.navigator = Navigator(self.space, self.space)
        self.navigator.said.connect(self.status.say)
        self.navigator.shown.connect(self.status.show_message)
        self.navigator.stale.connect(self.reload)
        self.navigator.view_wanted.connect(self.show_view)
        self.navigator.arrangement_changed.connect(self._show_checks)
        self.space.comparison.choose_requested.connect(self.choose_approaches)
        self.space.comparison.copy_requested.connect(self._copy_target)
        self._placed = self._noting = self._settled = self._ready = False

    def _join(self) -> None:
        self.bar.search.clicked.connect(self.go_to_anything)
        self.bar.views.chosen.connect(self.show_view)
        self.bar.rows.chosen.connect(self._on_rows)
        self.bar.filter.clicked.connect(self._on_every_stance)
        self.status.problems_requested.connect(self.problem_reports.open_panel)
        self.problem_reports.reload_requested.connect(self.reload)
        self.problem_reports.closed.connect(self._focus_view)
        self.menus.filled.connect(self._on_menus_filled)
        self.menus.ran.connect(self._show_checks)
        self.appearance.changed.connect(self._show_checks)

    @cached_property
    def live(self) -> "LiveNotebook":
        """The notes of this library; read from the disk once `start`ed."""
        from counterpoint.application.history import History
        from counterpoint.application.notes.notebook import Notebook
        from counterpoint.storage.notes.notes_folder import NotesFolder
        from counterpoint.ui.notebook.live import LiveNotebook

        from .note_signs import NoteSigns

        history = History()
        notebook = Notebook(NotesFolder(self.notes_folder), self._clock, history)
        made = LiveNotebook(notebook, self)
        self.history_menu.follow(history)
        made.rescue_wanted.connect(self._rescue)
        made.changed.connect(self._on_notes)
        NoteSigns(made, self.navigator, self.space)
        made.said.connect(self.status.say)
        return made

    def _get_live(self) -> "LiveNotebook":
        return self.live

    @cached_property
    def page(self) -> "OpeningPage":
        from counterpoint.ui.window.lifecycle.opening_page import OpeningPage

        made = OpeningPage(self.theme, self.stack)
        made.open_requested.connect(self.choose_library)
        made.shipped_requested.connect(self.open_shipped)
        made.again_requested.connect(self.reload)
        made.back_requested.connect(self.go_back)
        made.cancelled.connect(self.opener.cancel)
        self.stack.addWidget(made)
        return made

    @cached_property
    def command_palette(self) -> "Palette":
        from counterpoint.ui.palette.view import Palette

        made = Palette(self.theme, self)
        made.set_recent(self.window_state.settings.recent_choices)
        made.chosen.connect(self._on_entry)
        return made

    @cached_property
    def picker(self) -> "ApproachPicker":
        from counterpoint.ui.picker.picker import ApproachPicker

        made = ApproachPicker(self.theme, self)
        made.shown_changed.connect(self._on_picked)
        made.left.connect(self._focus_view)
        return made

    # Opening

    def open_library(self, folder: Path) -> None:
        """Opens another library in this window, or says why it cannot."""
        self.keep()
        if real(folder) != real(self.opener.folder):
            if not self.leaving.may_leave():
                return
            self._verifier.stop()
            self._first_paint.give_up()
            if self.navigator.library is not None:
                self._before = (
                    self.navigator.library.folder,
                    self.navigator.library.contents.title,
                )
            old, old_live = self.space, self.live
            old_live.stop()
            self._make_workspace(folder)
            self.menus.ask_again()
            self.stack.removeWidget(old)
            old.deleteLater()
            old_live.deleteLater()
        self.opener.open(folder)

    def choose_library(self) -> None:
        from counterpoint.ui.window.actions.choose_library import choose_library

        choose_library(self)

    def go_back(self) -> None:
        """To the library that was open before."""
        if self._before is not None:
            self.open_library(self._before[0])

    def open_shipped(self) -> None:
        self.open_library(shipped_library())

    def reload(self) -> None:
        """Reads the library again from its files."""
        self.keep()
        self.opener.open(self.opener.folder, fresh=True)

    def _on_opened(self, library: OpenedLibrary) -> None:
        contents = library.contents
        again = self._has_shown()
        self.stack.setCurrentWidget(self.space)
        self._offer_work(True)
        self.navigator.show_library(library, self.window_state.arrangement(library))
        self.bar.show_library(contents.title, detail_of(contents))
        self.setWindowTitle(window_title(f"{contents.title} – Counterpoint"))
        self.status.show_counts(counts_of(contents))
        self.problem_reports.set_library(library)
        self._show_checks()
        self.bar.views.set_choice(self.space.view_name())
        target = self.window_state.target(library)
        if target is not None:
            self.navigator.take_up(target)
        self._settled = True
        if again:
            # Whoever is writing a note meanwhile goes on writing.
            self.status.say("The library was read again.")
            QTimer.singleShot(0, self._after_paint)
            return
        self._focus_view()
        # Once the comparison is painted: the other panes, the notes, the texts verified again.
        self._first_paint.await_(self.space.comparison.visible_widget())

    def _after_paint(self) -> None:
        from counterpoint.ui.accessibility.factory import install

        install(self)
        load_serif(resources() / "fonts")
        self.menus.fill()
        library = self.navigator.library
        place = None if library is None else self.window_state.reader_place(library)
        if place is not None:
            self.navigator.return_to(place.source, place.position)
        for pane in self.space.focus_order():
            pane.ensurePolished()
        self.navigator.resume()
        self._ready = True
        self.ready.emit()
        if not self._noting:
            self._noting = True
            self.live.start()
            self.leaving.tell_of_rescued()
        if library is not None:
            self._verifier.start(library)

    def _on_failed(self, folder: Path, problems: tuple[Problem, ...]) -> None:
        if self._has_shown():
            # What is shown stays, and whoever is writing a note goes on writing.
            self.status.say(f"“{folder.name}” could not be read again: it is shown as it was read.")
            self.problem_reports.set_unread(problems)
            return
        before = self._before[1] if self._before is not None else ""
        self.page.show_problems(f"“{folder.name}” cannot be opened as a library", problems, before)
        self._show_page()
        self._settled = self._ready = True
        self.ready.emit()

    def _on_stopped(self) -> None:
        if self._has_shown():
            self.status.say("The library was not read again.")
            return
        self.page.show_cancelled()
        self._show_page()

    def _on_progress(self, done: int, total: int, what: str) -> None:
        if self._has_shown():
            # Read again: the work goes on meanwhile, nothing is put in front of it.
            self.status.say("Reading the library again…")
            return
        self.page.show_progress(done, total, what)
        if self.stack.currentWidget() is not self.page:
            self._show_page()

    def _has_shown(self) -> bool:
        """Whether the library that is opened stands there already, as it was read before."""
        return self.navigator.library is not None and self.stack.currentWidget() is self.space

    def _show_page(self) -> None:
        self.bar.show_library("Counterpoint", "")
        self.setWindowTitle("Counterpoint")
        self.status.show_counts("")
        self.problem_reports.clear()
        self._offer_work(False)
        self.menus.fill()
        self.stack.setCurrentWidget(self.page)

    def _commands(self) -> Run:
        from counterpoint.ui.window.actions.handlers import commands

        return commands(self)

    def _on_menus_filled(self) -> None:
        from counterpoint.ui.window.frame.recent_menu import RecentMenu

        recent = RecentMenu(self._recent, self.open_library, self)
        self.menus.menus["Library"].insertMenu(self.menus.action("open-shipped"), recent)
        self.menus.offer_work(self._has_shown())
        self._show_checks()

    def _recent(self) -> tuple[str, ...]:
        from counterpoint.ui.window.actions.choose_library import recent_libraries

        return recent_libraries(self)

    def _offer_work(self, on: bool) -> None:
        """Without a library there is nothing to filter, to walk and to note."""
        self.bar.offer_work(on)
        self.status.offer_work(on)
        if self.menus.is_filled():
            self.menus.offer_work(on)

    # What is shown

    def show_view(self, view: str) -> None:
        """ "compare", "sources" or "notes"."""
        widget = self.space.view(view)
        changed = self.space.views.currentWidget() is not widget
        self.space.views.setCurrentWidget(widget)
        self.bar.views.set_choice(view)
        self.bar.show_rows(view == "compare")
        if changed:
            self.navigator.view_shown(view)
        widget.setFocus()

    def _focus_view(self) -> None:
        self.space.view(self.space.view_name()).setFocus()

    def _on_notes(self, _change: object) -> None:
        self.problem_reports.set_notes(self.live.notebook.problems)

    def show_about_texts(self) -> None:
        self.navigator.show_source("")

    def choose_approaches(self) -> None:
        library = self.navigator.library
        if library is not None:
            arrangement = self.space.comparison.arrangement()
            self.picker.open(library.contents.approaches, arrangement, self.bar.views)

    def _on_picked(self, shown: list[str]) -> None:
        grid = self.space.comparison
        chosen = grid.arrangement().in_order(self.picker.order).show_only(shown)
        grid.set_arrangement(chosen)
        self.navigator.arranged()

    def _on_rows(self, rows: str) -> None:
        self.space.comparison.arranger.set_rows(Rows(rows))

    def _on_every_stance(self) -> None:
        self.space.comparison.arranger.set_stance(None)
        self._focus_view()

    def _show_checks(self) -> None:
        arrangement = self.space.comparison.arrangement()
        self.bar.rows.set_choice(arrangement.rows.value)
        self.bar.show_filter(stance_words(arrangement.stance) if arrangement.stance else "")
        if self.menus.is_filled():
            from counterpoint.ui.window.actions.checked_actions import show_checks

            show_checks(self)

    # Going

    def go_to_anything(self) -> None:
        from counterpoint.ui.window.actions.go_to import go_to_anything

        go_to_anything(self)

    def _on_entry(self, entry: "Entry") -> None:
        from counterpoint.ui.window.actions.go_to import go_to_entry

        go_to_entry(self, entry)

    def _copy_target(self, target: Target) -> None:
        from counterpoint.ui.window.actions.copying import copy_target

        self.status.say(copy_target(self, target))

    # Staying and leaving

    def keep(self) -> None:
        """Writes down how the window and the library stand; says so where it cannot."""
        self.window_state.keep_theme(self.theme, self.appearance.scheme)
        if self._placed:
            self.window_state.keep_panes(self.space, self.saveGeometry())
        if self.navigator.library is not None:
            self.window_state.keep_library(
                self.navigator.library.folder, self.space, self.navigator.target
            )
        message = self.window_state.write()
        if message:
            self.status.say(message)

    def is_settled(self) -> bool:
        """Whether a library is shown, or the page that says why there is none."""
        return self._settled

    def is_ready(self) -> bool:
        """Whether all panes are there besides, or the page: whether `ready` was emitted."""
        return self._ready

    def part(self) -> None:
        """Nothing more is read, verified or saved; no thread tells this window of anything."""
        self._verifier.stop()
        self._first_paint.give_up()
        self.opener.cancel(tell=False)
        self.live.stop()

    def _rescue(self) -> None:
        from counterpoint.ui.window.lifecycle.closing import save_elsewhere

        save_elsewhere(self, self.live)

    def _place_panes(self) -> None:
        if self._placed:
            return
        self._placed = True
        if not self.window_state.place_panes(self.space):
            self.space.share_space(self.stack.width(), self.stack.height())
        self._show_checks()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # should anything go wrong before all is saved
        if self.leaving.close():
            event.accept()
