"""What of the library must not be overlooked: it is told at length, with what one can do."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counterpoint.application.history import Impossible, NotNow, Told, Way
from counterpoint.labels import command
from counterpoint.labels.translation import tr

from .noticed import Deed, Noticed

if TYPE_CHECKING:
    from counterpoint.application.editing.outcomes import BothKept, Refused


class Noticing(QObject):
    """Of the library that is open."""

    noticed = Signal(object)
    """A `Noticed`."""

    def __init__(self, parent: QObject, put_mine: Callable[[int], None]) -> None:
        """`put_mine` does a step all the same, over the words of others."""
        super().__init__(parent)
        self._put_mine = put_mine

    def unsaved(self, why: str) -> None:
        """The disk refuses: why, and what to do; "" where that is over."""
        self.noticed.emit(Noticed("unsaved", why, closes=False))

    def clash(self, outcome: "BothKept | Refused", said: str) -> None:
        """A step did not come about, which is `said`."""
        from counterpoint.application.editing.outcomes import BothKept

        deeds: tuple[Deed, ...] = ()
        if isinstance(outcome, BothKept):
            mine = partial(self._put_mine, outcome.serial)
            deeds = (Deed(tr("Put mine there all the same"), mine),)
        self.noticed.emit(Noticed(f"step/{outcome.serial}", said, deeds))

    def not_now(self, told: Told, why: NotNow) -> None:
        """A step can not be undone, or done again, as long as a file is as it is."""
        words = command.not_undone_yet if told.way is Way.UNDONE else command.not_redone_yet
        self.stays(words(told.kind, why.file, why.why))

    def stays(self, said: str) -> None:
        """The same, in words."""
        self.noticed.emit(Noticed("step stays", said))

    def gone(self) -> None:
        """A step was undone, or done again."""
        self.noticed.emit(Noticed("step stays", ""))

    def impossible(self, told: Told, why: Impossible) -> None:
        """A step could not be undone, or done again."""
        undone = told.way is Way.UNDONE
        words = command.not_undone if undone else command.not_redone
        label = tr("Undo it all the same") if undone else tr("Do it all the same")
        deed = Deed(label, partial(self._put_mine, why.serial))
        said = words(told.kind, ", ".join(why.files))
        self.noticed.emit(Noticed(f"step/{why.serial}", said, (deed,)))
