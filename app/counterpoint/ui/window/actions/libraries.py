"""Which other library to open: a folder that the person chooses, one that was open lately, or a new
one."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from counterpoint.application.library.session import Session
from counterpoint.application.places import each_once, shipped_library
from counterpoint.labels.translation import tr
from counterpoint.ui.tasks.task import Task
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.window.frame.body import Body
from counterpoint.ui.window.lifecycle.leaving import Leaving
from counterpoint.ui.window.lifecycle.lifecycle import Lifecycle
from counterpoint.ui.window.lifecycle.window_state import WindowState

if TYPE_CHECKING:
    from counterpoint.application.failures import NotWritten
    from counterpoint.application.library.new_library import Template
    from counterpoint.ui.window.frame.library_maker import LibraryMaker


class Libraries(QObject):
    """Opens another library in the window."""

    unsaid = Signal(str)
    """What was told in the status line holds no more."""

    def __init__(
        self,
        window: QWidget,
        lifecycle: Lifecycle,
        leaving: Leaving,
        window_state: WindowState,
        theme: Theme,
        body: Body,
    ) -> None:
        super().__init__(window)
        self._theme, self._body = theme, body
        self._maker: LibraryMaker | None = None
        self._task: Task | None = None
        """That makes a library."""
        self._then: Callable[[], None] | None = None
        """What is done in the library that is being made."""
        self._when_ready: Callable[[], None] | None = None
        lifecycle.ready.connect(self._on_ready)
        self._window = window
        self._lifecycle = lifecycle
        self._leaving = leaving
        self._window_state = window_state

    # New ones

    @property
    def maker(self) -> "LibraryMaker":
        """Made when it is first wanted."""
        if self._maker is None:
            from counterpoint.ui.window.frame.library_maker import LibraryMaker

            self._maker = made = LibraryMaker(self._theme, self._body)
            made.wanted.connect(self._make)
            made.closed.connect(self._on_maker_closed)
            made.cancelled.connect(self._on_cancelled)
            self._body.put_strip(made)
        return self._maker

    def make_new(self) -> None:
        """Asks what a new library is to begin with and where it is to be."""
        self._then = None
        self.maker.open(
            self._title(),
            copy=False,
            has_library=self._lifecycle.stage.has_library,
            words=tr("A new library is a folder of plain files, which are yours."),
        )

    def offer_copy(self, again: Callable[[Session], None] | None = None) -> None:
        """Something was to be changed in the library that comes with the program; `again` goes on
        with it in the copy."""
        self._then = None if again is None else lambda: again(self._lifecycle.space.session)
        title = self._title()
        words = tr(
            "“{title}” comes with Counterpoint and stays as it is. To change it, make a copy, "
            "which opens at this place with your notes.",
            title=title,
        )
        self.maker.open(title, copy=True, has_library=True, words=words)
        self._lifecycle.said.emit(_not_changed())

    def make_for_documents(self, bring_in: Callable[[], None]) -> None:
        """Documents were brought where none can come in: a new library is offered, and once it is
        open `bring_in` is called."""
        title, has_library = self._title(), self._lifecycle.stage.has_library
        words = tr("Documents come into a library of your own: a folder of plain files.")
        if title:
            words = tr(
                "“{title}” comes with Counterpoint and stays as it is. Your documents come into a "
                "library of your own: a folder of plain files.",
                title=title,
            )
        self._then = bring_in
        self.maker.open(title, copy=False, has_library=has_library, words=words)

    def _title(self) -> str:
        library = self._lifecycle.space.session.library
        return "" if library is None else library.contents.title

    def _make(self, folder: Path, template: "Template") -> None:
        from counterpoint.application.failures import NotWritten
        from counterpoint.application.library.new_library import new_library

        has_library = self._lifecycle.stage.has_library
        if self._task is not None or (has_library and not self._leaving.save_first()):
            return  # what is not on the disk would not be in the copy
        other = self._lifecycle.opener.folder if has_library else None
        notes = self._lifecycle.space.notes_folder
        self.maker.show_work("")
        self._task = Task(
            lambda report: new_library(folder, template, other, notes, report), (NotWritten,), self
        )
        self._task.progressed.connect(lambda _done, _total, name: self.maker.show_work(name))
        self._task.finished.connect(lambda _none: self._on_made(folder, template))
        self._task.failed.connect(self._on_not_made)
        self._task.start()

    def _on_made(self, folder: Path, template: "Template") -> None:
        from counterpoint.application.library.new_library import Template

        self._task = None
        self.maker.end_work()
        space = self._lifecycle.space
        if self._lifecycle.stage.has_library and template is Template.COPY:
            self._window_state.keep_library(folder, space, space.session.target)
        then = self._then
        self.maker.close_up()
        self._when_ready = then
        self.open(folder)

    def _on_ready(self) -> None:
        then, self._when_ready = self._when_ready, None
        if then is not None and self._lifecycle.stage.has_library:
            then()

    def _on_not_made(self, error: "NotWritten") -> None:
        from counterpoint.application.failures import told

        self._task = None
        self.maker.end_work()
        self.maker.say(told(error))
        self.maker.folder.setFocus()  # which it could not have while it was at work

    def _on_cancelled(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _on_maker_closed(self) -> None:
        self._then = None
        self.unsaid.emit(_not_changed())
        if self._lifecycle.stage.has_library:
            self._lifecycle.space.session.focus_view()

    # Those that are there

    def open(self, folder: Path) -> None:
        """Opens a library, or says why it cannot."""
        self._lifecycle.said.emit("")  # what was said of the one before
        self._lifecycle.keep()
        if self._lifecycle.shows(folder):
            self._lifecycle.open_again(folder)
        elif self._leaving.may_leave():
            self._lifecycle.leave_for(folder)

    def choose(self) -> None:
        """Asks for a folder and opens it."""
        from PySide6.QtWidgets import QFileDialog

        lately = self._window_state.settings.recent_libraries[:1]
        chosen = QFileDialog.getExistingDirectory(
            self._window,
            tr("Open a library: the folder that holds corpus and options"),
            lately[0] if lately else "",
        )
        if chosen:
            self.open(Path(chosen))

    def open_shipped(self) -> None:
        """The library that comes with the program."""
        self.open(shipped_library())

    def go_back(self) -> None:
        """To the library that was open before."""
        before = self._lifecycle.before
        if before is not None:
            self.open(before)

    def recent(self) -> tuple[str, ...]:
        """Those open lately, the latest first, without the one that is open now."""
        lately = each_once(self._window_state.settings.recent_libraries)
        return tuple(path for path in lately if not self._lifecycle.shows(Path(path)))


def _not_changed() -> str:
    """Told while a copy is offered."""
    return tr("This library is not changed: make a copy to change it.")
