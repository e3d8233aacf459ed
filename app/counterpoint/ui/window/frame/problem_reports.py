"""What is wrong with the files or only remarked of them: how much of it, and the list of it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.labels import counts
from counterpoint.labels.translation import tr
from counterpoint.ui.theme.theme import Theme

from .body import Body
from .status_line import StatusLine

if TYPE_CHECKING:
    from counterpoint.domain.problem import Problem
    from counterpoint.ui.problems.panel import ProblemsPanel


class ProblemReports(QObject):
    """Gathers what is wrong in the library's files and, once they are read, in those of the notes,
    for the status line and for the panel under the top bar."""

    reload_requested = Signal()
    closed = Signal()
    """The panel went, and the focus has to go somewhere."""
    led = Signal(str, str)
    """To the cell of an approach and a question."""

    def __init__(self, theme: Theme, status: StatusLine, body: Body, parent: QObject):
        super().__init__(parent)
        self._theme = theme
        self._status = status
        self._body = body
        self._panel: ProblemsPanel | None = None
        self._folder: Path | None = None
        self._of_library: tuple[Problem, ...] = ()
        self._of_notes: tuple[Problem, ...] = ()
        self._remarks: tuple[Problem, ...] = ()

    @property
    def panel(self) -> "ProblemsPanel":
        """Made when it is first wanted."""
        if self._panel is None:
            from counterpoint.ui.problems.panel import ProblemsPanel

            self._panel = made = ProblemsPanel(self._theme, self._body)
            made.reload_requested.connect(self.reload_requested)
            made.closed.connect(self._close)
            made.led.connect(self.led)
            self._body.put_panel(made)
        return self._panel

    def set_library(self, library: OpenedLibrary) -> None:
        """A library was read, or read again."""
        self._folder, self._of_library = library.folder, library.contents.problems
        self._remarks = library.contents.remarks
        self._tell()

    def tell_remarks(self) -> None:
        """Says that there are some: once, where a library was opened. Where something stands in the
        status line already, that matters more."""
        if self._remarks and not self._status.message():
            remarks = counts.remarks(len(self._remarks))
            self._status.say(tr("{remarks} on the files of this library", remarks=remarks))

    def set_unread(self, problems: "tuple[Problem, ...]") -> None:
        """The library could not be read again; it stays as it was read, and this is why. Whoever
        is writing goes on: the panel does not take the place of the work."""
        self._of_library, panel = problems, self.panel
        self._tell()
        if self._body.has_room(panel):
            self._body.show_panel(True)

    def set_notes(self, problems: "tuple[Problem, ...]") -> None:
        """May be called at each letter that is typed: it tells only of what has changed."""
        if problems != self._of_notes:
            self._of_notes = problems
            self._tell()

    def clear(self) -> None:
        """There is no library."""
        self._folder, self._of_library, self._of_notes, self._remarks = None, (), (), ()
        self._status.show_problems(0)
        self._status.show_remarks(0)
        self._body.show_panel(False)

    def open_panel(self) -> None:
        panel = self.panel
        self._tell()
        self._body.show_panel(True)
        panel.setFocus()

    def _tell(self) -> None:
        if self._folder is None:
            return
        told = self._of_library + self._of_notes
        self._status.show_problems(len(told))
        self._status.show_remarks(len(self._remarks))
        if self._panel is not None:
            self._panel.show_problems(told, self._folder, remarks=self._remarks)

    def _close(self) -> None:
        self.closed.emit()  # first: else the focus would go by way of whatever is next to it
        self._body.show_panel(False)
