"""From opening a library to leaving it: which workspace is there, and at which stage it is."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.library.session import Reading
from counterpoint.application.log import log
from counterpoint.application.places import same_folder
from counterpoint.labels.translation import tr
from counterpoint.ui.theme.appearance import Appearance
from counterpoint.ui.widgets.current_stack import CurrentStack
from counterpoint.ui.window import panes
from counterpoint.ui.window.workspace import Workspace

from .first_paint import FirstPaint
from .library_opener import LibraryOpener
from .pane_places import PanePlaces
from .stage import Stage, may_follow
from .verifier import Verifier
from .window_state import WindowState

if TYPE_CHECKING:
    from counterpoint.domain.problem import Problem

    from .opening_page import OpeningPage


class Lifecycle(QObject):
    """Opens libraries, each in a workspace of its own, which takes the place of the one before.

    What it shows besides, and what of a workspace is joined to the rest of the window, is the
    business of who hears its signals.
    """

    workspace_made = Signal(object)
    """A Workspace, before anything is shown in it."""
    opened = Signal()
    """The workspace is visible, with its library or about to get it."""
    page_shown = Signal()
    """There is nothing to show, and a page says so."""
    painted = Signal()
    """The comparison was painted: whatever could wait for that comes now."""
    ready = Signal()
    """All panes are there, or the page that says why there are none."""
    notes_wanted = Signal()
    """The notes begin to be read and saved."""
    said = Signal(str)
    """Something to be told in the status line."""
    unread = Signal(object)
    """The problems for which the library that is shown could not be read again."""

    def __init__(
        self,
        stack: CurrentStack,
        window_state: WindowState,
        appearance: Appearance,
        cache: Path | None,
        make_workspace: Callable[[Path], Workspace],
        make_page: "Callable[[], OpeningPage]",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._stack = stack
        self._window_state = window_state
        self._appearance = appearance
        self._make = make_workspace
        self._make_page = make_page
        self.stage = Stage.OPENING
        self._before: tuple[Path, str] | None = None
        """The folder and the title of the library that was open before."""
        self._is_quiet = False
        """Whether it is read again for what was just done here, which has been told."""
        self._verifier = Verifier(self)
        self._verifier.altered.connect(self.reload)
        self._first_paint = FirstPaint(self)
        self._first_paint.done.connect(self._after_paint)
        # Its own, so that it ends with the window.
        self._read_again = QTimer(self, singleShot=True, interval=0)
        self._read_again.timeout.connect(self._after_paint)
        self.opener = LibraryOpener(cache, self)
        self.opener.opened.connect(self._on_opened)
        self.opener.failed.connect(self._on_failed)
        self.opener.stopped.connect(self._on_stopped)
        self.opener.progressed.connect(self._on_progress)

    def _to(self, stage: Stage) -> None:
        if not may_follow(stage, self.stage):
            raise ValueError(f"{stage} cannot come after {self.stage}")
        self.stage = stage

    # Opening

    def begin(self, folder: Path) -> None:
        """The first library, or another in place of the one that was left."""
        self._make_workspace(folder)
        self.opener.open(folder)

    def _make_workspace(self, folder: Path) -> None:
        self.space = self._make(folder)
        self._places = PanePlaces(self.space, self._window_state)
        self.space.signals.stale.connect(self.reload)
        self._stack.addWidget(self.space)
        self.workspace_made.emit(self.space)

    def shows(self, folder: Path) -> bool:
        """Whether `folder` is the library that is open, or was asked for last."""
        return same_folder(folder, self.opener.folder)

    def open_again(self, folder: Path) -> None:
        """The same library, from the cache where that has it as it is now."""
        self._to_opening()
        self.opener.open(folder)

    def reload(self) -> None:
        """Reads the library again from its files."""
        self.keep()
        self._is_quiet = False
        if self.space.is_editing:
            self._is_quiet = self.space.editing.is_own
            self.space.editing.flush()
            self.space.editing.is_read_again()
        self._to_opening()
        self.opener.open(self.opener.folder, fresh=True)

    def _to_opening(self) -> None:
        if not self.stage.has_library:
            self._to(Stage.OPENING)

    def leave_for(self, folder: Path) -> None:
        """Opens another library. What is not saved is lost: ask before."""
        self._verifier.stop()
        self._first_paint.give_up()
        library = self.space.session.library
        if library is not None:
            self._before = library.folder, library.contents.title
        old = self.space
        _stop(old)
        self._to(Stage.OPENING)
        self._make_workspace(folder)
        self._stack.removeWidget(old)
        old.deleteLater()
        self.opener.open(folder)

    @property
    def before(self) -> Path | None:
        """The library that was open before this one."""
        return None if self._before is None else self._before[0]

    @cached_property
    def page(self) -> "OpeningPage":
        """What stands in the place of a workspace while there is nothing to show."""
        made = self._make_page()
        made.again_requested.connect(self.reload)
        made.cancelled.connect(self.opener.cancel)
        self._stack.addWidget(made)
        return made

    # What becomes of it

    def _on_progress(self, done: int, total: int, what: str) -> None:
        if self.stage.has_library:
            # Read again: the work goes on meanwhile, nothing is put in front of it.
            if self.stage is not Stage.SHOWN:
                self._to(Stage.READING_AGAIN)
            if not self._is_quiet:
                self.said.emit(tr("Reading the library again…"))
            return
        self.page.show_progress(done, total, what)
        self._show_page()

    def _on_opened(self, library: OpenedLibrary) -> None:
        again = self.stage.has_library
        space, session = self.space, self.space.session
        self._stack.setCurrentWidget(space)
        self._to(Stage.SHOWN if self.stage in (Stage.OPENING, Stage.SHOWN) else Stage.READY)
        self.opened.emit()
        session.show_library(library, self._window_state.arrangement(library))
        session.linked = self._window_state.linked(library)
        target = self._window_state.target(library)
        if target is not None:
            space.navigator.take_up(target)
        if again:
            # Whoever is writing a note meanwhile goes on writing.
            if not self._is_quiet:
                self.said.emit(tr("The library was read again."))
            self._read_again.start()
            return
        session.focus_view()
        # Once the comparison is painted: the other panes, the notes, the texts verified again.
        self._first_paint.await_(space.comparison.visible_widget())

    def _after_paint(self) -> None:
        if not self.stage.has_library:
            return
        session = self.space.session
        library, first = session.library, self.stage is Stage.SHOWN
        if library is None:
            return
        self.painted.emit()
        if first:
            session.reader_shows = self._window_state.reader_shows(library)
        place = self._window_state.reader_place(library)
        if place is not None:
            session.read(Reading(place.source, position=place.position, aloud=False))
        if first:
            session.hand_over = self._window_state.hand_over(library)
            page = self._window_state.page(library)
            if page is not None:
                session.open_page(page)
            self._return_to_view(self._window_state.view(library))
        for pane in self.space.focus_order():
            pane.ensurePolished()
        session.resume()
        if first:
            self._to(Stage.READY)
        self.ready.emit()
        if first:
            self.space.live.start()
            self.space.editing.start()
            self.notes_wanted.emit()
        self._verifier.start(library)

    def _return_to_view(self, view: str) -> None:
        """The first view is painted first, as it is there soonest; then the view that was left."""
        session = self.space.session
        if session.view == panes.VIEWS[0].name != view:
            session.go(view, session.target)

    def _on_failed(self, folder: Path, problems: "tuple[Problem, ...]") -> None:
        if self.stage.has_library:
            # What is shown stays, and whoever is writing a note goes on writing.
            self.said.emit(
                tr(
                    "“{library}” could not be read again: it is shown as it was read.",
                    library=folder.name,
                )
            )
            self._reading_again_is_over()
            self.unread.emit(problems)
            return
        before = self._before[1] if self._before is not None else ""
        heading = tr("“{library}” cannot be opened as a library", library=folder.name)
        self.page.show_problems(heading, problems, before)
        self._show_page()
        self._to(Stage.NO_LIBRARY)
        self.ready.emit()

    def _on_stopped(self) -> None:
        if self.stage.has_library:
            self._reading_again_is_over()
            self.said.emit(tr("The library was not read again."))
            return
        self.page.show_cancelled()
        self._show_page()
        self._to(Stage.STOPPED)

    def _reading_again_is_over(self) -> None:
        if self.stage is Stage.READING_AGAIN:
            self._to(Stage.READY)

    def _show_page(self) -> None:
        if self._stack.currentWidget() is not self.page:
            self.page_shown.emit()
            self._stack.setCurrentWidget(self.page)

    # Staying and leaving

    def keep(self) -> str:
        """Writes down how the panes and the library stand; says so where it cannot. What it says,
        for when nobody sees the status line."""
        window, session = self._stack.window(), self.space.session
        self._window_state.keep_appearance(self._appearance)
        if self._places.given:
            self._window_state.keep_panes(self.space, window.saveGeometry())
        if session.library is not None:
            self._window_state.keep_library(session.library.folder, self.space, session.target)
        message = self._window_state.write()
        if message:
            log.warning(message)
            self.said.emit(message)
        return message

    def part(self) -> None:
        """Nothing more is read, verified or saved; no thread tells this window of anything."""
        self._verifier.stop()
        self._first_paint.give_up()
        self.opener.cancel(tell=False)
        _stop(self.space)
        self._to(Stage.CLOSED)


def _stop(space: Workspace) -> None:
    """Nothing of it is saved or watched any more."""
    space.live.stop()
    if space.is_editing:
        space.editing.stop()
