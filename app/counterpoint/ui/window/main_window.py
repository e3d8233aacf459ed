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
from counterpoint.ui.theme.appearance import Wardrobe
from counterpoint.ui.theme.font_files import load_serif
from counterpoint.ui.theme.theme import Look
from counterpoint.ui.widgets.current_stack import CurrentStack
from counterpoint.ui.widgets.plain_text import window_title
from counterpoint.ui.window.frame.body import Body
from counterpoint.ui.window.frame.menus import Menus, Run
from counterpoint.ui.window.frame.problem_reports import WhatIsWrong
from counterpoint.ui.window.frame.stance_words import stance_words
from counterpoint.ui.window.frame.status_line import StatusLine
from counterpoint.ui.window.frame.summary import counts_of, detail_of
from counterpoint.ui.window.frame.top_bar import TopBar
from counterpoint.ui.window.frame.typing_first import TypingFirst
from counterpoint.ui.window.lifecycle.first_paint import FirstPaint
from counterpoint.ui.window.lifecycle.leaving import Leaving
from counterpoint.ui.window.lifecycle.library_opener import LibraryOpener
from counterpoint.ui.window.lifecycle.preferred_size import OwnSize
from counterpoint.ui.window.lifecycle.restored_geometry import OnScreen
from counterpoint.ui.window.lifecycle.verifier import Verifier
from counterpoint.ui.window.lifecycle.window_state import Memory

from .navigator import Desk
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
        self, folder: Path, memory: Memory, cache: Path | None, clock: "Clock | None" = None
    ) -> None:
        super().__init__()
        self._clock = clock
        self.setObjectName("main")
        self.memory = memory
        self.look = Look(self)
        memory.dress(self.look)
        # Before the bars: it has to hear of another look before any of them.
        self.wardrobe = Wardrobe(self.look, memory.settings.colour_scheme, self)
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
        self.bar = TopBar(self.look, body)
        self.stack = CurrentStack(body)
        self.status = StatusLine(self.look, body)
        body.fill(self.bar, self.stack, self.status)
        self.wrong = WhatIsWrong(self.look, self.status, body, self)
        self.setCentralWidget(body)
        OwnSize(self)
        TypingFirst(self)
        self.menus = Menus(self, self._commands)
        self._make_workspace(folder)
        self._join()
        self._show_checks()
        self.ready.connect(OnScreen(self, memory.geometry()).settle)
        if memory.messages:
            self.status.say(" ".join(memory.messages))
        self.opener.open(folder)

    # Making

    def _make_workspace(self, folder: Path) -> None:
        self.notes_folder = notes_place(folder)
        self.__dict__.pop("live", None)
        self.wrong.set_notes(())
        self.space = Workspace(self.look, self._get_live, self.stack)
        self.stack.addWidget(self.space)
        # Before anything in it is shown, so that the comparison is laid out only once.
        self.space.sized.connect(self._place_zones)
        self.space.panes_changed.connect(self._show_checks)
        self.desk = Desk(self.space, self.space)
        self.desk.said.connect(self.status.say)
        self.desk.shown.connect(self.status.show_message)
        self.desk.stale.connect(self.reload)
        self.desk.view_wanted.connect(self.show_view)
        self.desk.arrangement_changed.connect(self._show_checks)
        self.space.comparison.choose_requested.connect(self.choose_approaches)
        self.space.comparison.copy_requested.connect(self._copy_target)
        self._placed = self._noting = self._settled = self._ready = False

    def _join(self) -> None:
        self.bar.search.clicked.connect(self.go_to_anything)
        self.bar.views.chosen.connect(self.show_view)
        self.bar.rows.chosen.connect(self._on_rows)
        self.bar.filter.clicked.connect(self._on_every_stance)
        self.status.problems_requested.connect(self.wrong.open_panel)
        self.wrong.reload_requested.connect(self.reload)
        self.wrong.closed.connect(self._focus_view)
        self.menus.filled.connect(self._on_menus_filled)
        self.menus.ran.connect(self._show_checks)
        self.wardrobe.changed.connect(self._show_checks)

    @cached_property
    def live(self) -> "LiveNotebook":
        """The notes of this library; read from the disk once `start`ed."""
        from counterpoint.application.notes.notebook import Notebook
        from counterpoint.storage.notes.notes_folder import NotesFolder
        from counterpoint.ui.notebook.live import LiveNotebook

        from .note_signs import NoteSigns

        made = LiveNotebook(Notebook(NotesFolder(self.notes_folder), self._clock), self)
        made.rescue_wanted.connect(self._rescue)
        made.changed.connect(self._on_notes)
        NoteSigns(made, self.desk, self.space)
        made.said.connect(self.status.say)
        return made

    def _get_live(self) -> "LiveNotebook":
        return self.live

    @cached_property
    def page(self) -> "OpeningPage":
        from counterpoint.ui.window.lifecycle.opening_page import OpeningPage

        made = OpeningPage(self.look, self.stack)
        made.open_requested.connect(self.choose_library)
        made.shipped_requested.connect(self.open_shipped)
        made.again_requested.connect(self.reload)
        made.back_requested.connect(self.go_back)
        made.cancelled.connect(self.opener.cancel)
        self.stack.addWidget(made)
        return made

    @cached_property
    def finder(self) -> "Palette":
        from counterpoint.ui.palette.view import Palette

        made = Palette(self.look, self)
        made.set_recent(self.memory.settings.recent_choices)
        made.chosen.connect(self._on_entry)
        return made

    @cached_property
    def picker(self) -> "ApproachPicker":
        from counterpoint.ui.picker.picker import ApproachPicker

        made = ApproachPicker(self.look, self)
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
            if self.desk.library is not None:
                self._before = (self.desk.library.folder, self.desk.library.contents.title)
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
        self.desk.show_library(library, self.memory.arrangement(library))
        self.bar.show_library(contents.title, detail_of(contents))
        self.setWindowTitle(window_title(f"{contents.title} – Counterpoint"))
        self.status.show_counts(counts_of(contents))
        self.wrong.set_library(library)
        self._show_checks()
        self.bar.views.set_choice(self.space.view_name())
        target = self.memory.target(library)
        if target is not None:
            self.desk.take_up(target)
        self._settled = True
        if again:
            # Whoever is writing a note meanwhile goes on writing.
            self.status.say("The library was read again.")
            QTimer.singleShot(0, self._after_paint)
            return
        self._focus_view()
        # Once the comparison is painted: the other panes, the notes, the texts verified again.
        self._first_paint.await_(self.space.comparison.in_sight())

    def _after_paint(self) -> None:
        from counterpoint.ui.accessibility.factory import install

        install(self)
        load_serif(resources() / "fonts")
        self.menus.fill()
        library = self.desk.library
        place = None if library is None else self.memory.reader_place(library)
        if place is not None:
            self.desk.return_to(place.source, place.position)
        for pane in self.space.zones():
            pane.ensurePolished()
        self.desk.resume()
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
            self.wrong.set_unread(problems)
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
        return self.desk.library is not None and self.stack.currentWidget() is self.space

    def _show_page(self) -> None:
        self.bar.show_library("Counterpoint", "")
        self.setWindowTitle("Counterpoint")
        self.status.show_counts("")
        self.wrong.clear()
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
            self.desk.view_shown(view)
        widget.setFocus()

    def _focus_view(self) -> None:
        self.space.view(self.space.view_name()).setFocus()

    def _on_notes(self, _change: object) -> None:
        self.wrong.set_notes(self.live.book.problems)

    def show_about_texts(self) -> None:
        self.desk.show_source("")

    def choose_approaches(self) -> None:
        library = self.desk.library
        if library is not None:
            arrangement = self.space.comparison.arrangement()
            self.picker.open(library.contents.approaches, arrangement, self.bar.views)

    def _on_picked(self, shown: list[str]) -> None:
        grid = self.space.comparison
        chosen = grid.arrangement().in_order(self.picker.order).show_only(shown)
        grid.set_arrangement(chosen)
        self.desk.arranged()

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
        self.memory.keep_look(self.look, self.wardrobe.scheme)
        if self._placed:
            self.memory.keep_panes(self.space, self.saveGeometry())
        if self.desk.library is not None:
            self.memory.keep_library(self.desk.library.folder, self.space, self.desk.target)
        message = self.memory.write()
        if message:
            self.status.say(message)

    def is_settled(self) -> bool:
        """Whether a library is shown, or the page that says why there is none."""
        return self._settled

    def is_ready(self) -> bool:
        """Whether all panes are there besides, or the page: whether `ready` was told."""
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

    def _place_zones(self) -> None:
        if self._placed:
            return
        self._placed = True
        if not self.memory.place_panes(self.space):
            self.space.share_space(self.stack.width(), self.stack.height())
        self._show_checks()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # should anything go wrong before all is saved
        if self.leaving.close():
            event.accept()
