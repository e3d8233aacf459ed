"""The library as it is being changed in the window: what a pane changes it by, how what became of
it is told, and how changes from outside come in."""

import gc
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from counterpoint.application.editing.folder_states import State, folder_states, number_of_files
from counterpoint.application.history import Told, Way
from counterpoint.application.library.edited import edited
from counterpoint.application.library.opened_library import Unreadable
from counterpoint.application.library.session import How, Session
from counterpoint.application.places import same_folder, shipped_library
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.forms import ApproachForm
from counterpoint.domain.note import Target, TargetKind
from counterpoint.domain.problem import Problem
from counterpoint.labels import command
from counterpoint.labels.translation import tr
from counterpoint.ui.tasks.task import Report, Task
from counterpoint.ui.tasks.window_thread import window_thread

from .cache_renewal import CacheRenewal
from .library_watch import LibraryWatch
from .noticing import Noticing
from .signals import SessionSignals
from .typed_words import TypedWords

if TYPE_CHECKING:
    from counterpoint.application.editing.desk import Changes, LibraryDesk
    from counterpoint.application.editing.outcomes import Outcome
    from counterpoint.application.editing.outside import Outside
    from counterpoint.application.editing.reading import FilesRead
    from counterpoint.domain.editing.following import Became

    from .draft_notices import DraftNotices

LARGE = 4_000_000
"""Bytes of files from which on they are read before anything is to be changed: it takes seconds."""
_IDLE = 2000
"""Milliseconds in which nothing was chosen before that begins."""
_SOON = 250
"""Milliseconds after a change in which what is wrong with the library is told anew."""
_MANY = 500
"""Files that are no longer looked at on the window's thread."""
_VAST = 4_000
"""Files that are read for changing them only when something is changed."""


class LiveLibrary(QObject):
    """One for each library that is open. Panes change it by `change` and `change_approach`, and
    hear of every change by the session's `library_edited`.

    The files are read, for changing them, when that is first wanted (`prepare`), off the window's
    thread; what is asked for meanwhile waits. `start` it after the first paint.
    """

    copy_wanted = Signal(object)
    """The library that comes with the app was to be changed: a copy is to be offered. With what
    goes on there, given the session of the copy; or None."""
    said = Signal(str)
    """Something to be told in the status line."""
    progressed = Signal(int, int)
    """How many of the files are read for changing them, and of how many."""

    def __init__(
        self, signals: SessionSignals, folder: Path, parent: QObject, cache: Path | None = None
    ) -> None:
        """`cache`: the folder of the cache that is to be true after changes too."""
        super().__init__(parent)
        self.folder = folder
        self.read_only = same_folder(folder, shipped_library())
        self.desk: LibraryDesk | None = None
        """None until the files were read for changing them."""
        self.failure = ""
        """Why something is not saved; "" where all is."""
        self._signals, self._session = signals, signals.session
        self.noticing = Noticing(self, self._put_mine)
        self._typed = TypedWords(folder)
        self._draft_notices: DraftNotices | None = None
        self._renewal = CacheRenewal(folder, cache, self._at_rest, self)
        self._states: dict[str, State] = {}
        self._outside: Outside | None = None
        self._watch: LibraryWatch | None = None
        self._task: Task | None = None
        self._looking: Task | None = None
        """Looks at the files, where there are very many."""
        self._is_held = False
        self.is_own = False
        """Whether the files are others by what was done with sources in this window."""
        self._is_own_due = False
        """Whether that is to be seen yet."""
        self._is_look_due = False
        """Whether somebody wanted to look while they were read."""
        self._is_due = False
        """Whether the files have to be read again before anything is changed."""
        self._waiting: list[Callable[[LibraryDesk], None]] = []
        self._unread: tuple[Problem, ...] = ()
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._tell)
        self._early = QTimer(self, singleShot=True, interval=_IDLE)
        self._early.timeout.connect(self.read_early)
        for sign in (signals.selection_changed, signals.arrangement_changed):
            sign.connect(self._put_off_early)  # not while somebody is about
        self._at_once = QTimer(self, singleShot=True, interval=0)
        self._at_once.timeout.connect(self.look)
        self._session.history.subscribe(self._on_step)
        signals.library_changed.connect(self._on_library)

    # Beginning and ending

    def start(self) -> None:
        """Begins to watch the files; finds what was being typed when the program ended the last
        time."""
        if self._watch is not None:
            return
        library = self._session.library
        self._states = folder_states(self.folder) if library is None else library.states
        self._watch = LibraryWatch(self.folder, self._states, self)
        self._watch.changed.connect(self.look)
        if (
            len(self._states) <= _VAST
            and sum(size for size, _, _ in self._states.values()) >= LARGE
        ):
            self._early.start()
        self._tell_typed(self._typed.find())

    def _put_off_early(self, _by: object) -> None:
        if self._early.isActive():
            self._early.start()

    def stop(self) -> None:
        """Nothing is watched or told any more; what waits is written if the disk takes it."""
        for task in (self._task, self._looking):
            if task is not None:
                task.cancel()
        self._task = self._looking = None
        self._waiting.clear()
        self._at_once.stop()
        self._early.stop()
        if self._watch is not None:
            self._watch.deleteLater()
            self._watch = None
        if self.desk is not None:
            self.desk.writer.on_outcome = _nobody
            self.desk.writer.stop()
            self._tell_written(self.desk, self.desk.writer.collect())
        self._typed.stop()
        self._renewal.stop()

    def flush(self) -> bool:
        """Writes everything now; False, with `failure`, where the disk refuses."""
        self._typed.flush()
        if self.desk is None:
            return True
        done = self.desk.writer.work()
        self._collect()
        return done

    def save_rescue(self, folder: Path) -> None:
        """Writes the files that the disk did not take, as they should be, into `folder`. Raises
        NotWritten."""
        if self.desk is not None:
            self.desk.save_rescue(folder)

    # Changing

    def may_change(self, again: Callable[[Session], None] | None = None) -> bool:
        """Whether the library can be changed; of the one that comes with the app, a copy is offered
        where it cannot. `again` goes on in that, and is given its session."""
        if self.read_only:
            self.copy_wanted.emit(again)
        return not self.read_only

    def prepare(self) -> None:
        """Something is about to be changed: the files are read, if they were not yet."""
        if self.desk is None or self._is_due:
            self._read()

    def read_early(self) -> None:
        """Something may be changed soon: so that nobody waits for the files then."""
        if not self.read_only and not self._is_held and self.desk is None:
            self._read()

    def when_ready(self, do: "Callable[[LibraryDesk], None]") -> None:
        """`do` is called with the desk, now or as soon as the files are read."""
        if self.desk is not None and not self._is_due:
            do(self.desk)
            return
        self._waiting.append(do)
        self._read()

    def change(
        self,
        kind: CommandKind,
        changes: "Callable[[LibraryDesk], Changes]",
        by: object = None,
        refused: Callable[[str], None] | None = None,
        done: Callable[[], None] | None = None,
        became: "Became | None" = None,
    ) -> None:
        """One step: the files that `changes` names say from now on what it gives; it may raise one
        of `REFUSALS` (`application/editing/told.py`). The step is shown before this returns if the
        files are read already. `refused` is told why where it cannot be, in place of the status
        line; `done` is called where it could. `became`: as `LibraryDesk.do` has it."""
        self._try(lambda desk: desk.do(kind, changes(desk), by, became or {}), refused, done)

    def change_approach(
        self,
        id: str,
        kind: CommandKind,
        change: Callable[[ApproachForm], ApproachForm],
        by: object = None,
        refused: Callable[[str], None] | None = None,
        done: Callable[[], None] | None = None,
    ) -> None:
        """As `change`, of one approach."""
        self._try(lambda desk: desk.change_approach(id, kind, change, by), refused, done)

    def _try(
        self,
        step: "Callable[[LibraryDesk], object]",
        refused: Callable[[str], None] | None,
        done: Callable[[], None] | None,
    ) -> None:
        def try_it(desk: "LibraryDesk") -> None:
            from counterpoint.application.editing.told import REFUSALS, why_not

            desk.notebook = self._session.notebook
            try:
                step(desk)
            except REFUSALS as error:
                (refused or self.said.emit)(why_not(error))
            else:
                if done is not None:
                    done()

        if self.may_change():
            self.when_ready(try_it)

    # What is being typed

    def type(self, what: str, words: str) -> None:
        """`words` are being typed in the place `what`, such as "talk/go-on/text": kept within half
        a second, until `settle`."""
        self._typed.type(what, words)
        self._draft_over(what)

    def settle(self, what: str) -> None:
        """What was typed there was given up, or became something that is no change of a file."""
        self._typed.settle(what)
        self._draft_over(what)

    def put_aside(self, what: str, words: str) -> None:
        """`words` were typed in a place that is gone: they stay kept, as its draft."""
        self._typed.put_aside(what, words)

    def settle_when_written(self, what: str, files: Iterable[str]) -> None:
        """What was typed there has become a change of `files`, relative to the library."""
        self._typed.became(what, frozenset(files))
        self._draft_over(what)
        if self.desk is not None:
            self._typed.written(self.desk.writer.waiting)

    def draft(self, what: str) -> str:
        """What was being typed there when the program ended the last time; else ""."""
        return self._typed.left(what)

    def _tell_typed(self, drafts: dict[str, str]) -> None:
        if drafts:
            from .draft_notices import DraftNotices  # not where nothing was left

            self._draft_notices = DraftNotices(self._signals, self.noticing, self.settle)
            self._draft_notices.tell(drafts)

    def _draft_over(self, what: str) -> None:
        if self._draft_notices is not None:
            self._draft_notices.over(what)

    # Reading

    def _on_library(self, _by: object) -> None:
        """The library was read again, for whatever reason; what is changed in it is now of that."""
        library = self._session.library
        if library is not None:
            self._states = library.states
        if self._watch is not None:
            self._watch.watch(self._states)
            self._at_once.start()  # they may have been changed while they were read
        self._unread = ()
        if self.desk is not None:
            self._is_due = True
            self._read()

    def _read(self) -> None:
        if self._task is not None or self._session.library is None:
            return
        if self.desk is not None:
            self.flush()
        self._task = Task(self._work, (Unreadable,), self)
        self._task.finished.connect(self._on_read)
        self._task.failed.connect(self._on_unread)
        self._task.progressed.connect(lambda done, total, _name: self.progressed.emit(done, total))
        self._task.start()

    def _work(self, report: Report) -> "FilesRead":
        # On its thread: to import what reads and writes YAML takes a sixth of a second.
        from counterpoint.application.editing.reading import read_for_editing
        from counterpoint.application.giving_way import giving_way

        with giving_way():
            return read_for_editing(self.folder, report)

    def _on_read(self, read: "FilesRead") -> None:
        from counterpoint.application.editing.desk import LibraryDesk
        from counterpoint.application.editing.outside import Outside

        self._task = None
        desk, differs = self.desk, read.states != self._states
        if desk is None:
            desk = self.desk = LibraryDesk(self.folder, self._session.history, read.files)
            # Called on the writing thread.
            desk.writer.on_outcome = partial(window_thread().call, self, self._collect)
            desk.writer.start()
        elif desk.writer.waiting or (
            not self._has_many and read.states != folder_states(self.folder)
        ):
            self._read()  # something was changed meanwhile
            return
        else:
            desk.renew(read.files)
            differs = True
        # A large library has millions of objects, in no cycle: to go through all of them for
        # garbage would take seconds of the window's thread.
        gc.freeze()
        self._outside = Outside(desk, read.states)
        self._is_due = False
        if differs:
            self._show(desk, desk.approach_files(), None)
        waiting, self._waiting = self._waiting, []
        for do in waiting:
            do(desk)
        if self._is_look_due:
            self.look()

    def _on_unread(self, error: Unreadable) -> None:
        self._task = None
        self._waiting.clear()
        self._signals.session.call_stale(self)

    # Outside

    def is_read_again(self) -> None:
        """The window is about to read the files again."""
        self.is_own = False

    def hold(self, on: bool) -> None:
        """While documents come in the files are not looked at, but once all are there: what is
        another then is this window's own doing."""
        if on == self._is_held:
            return
        self._is_held = on
        if self._watch is not None:
            self._watch.hold(on)
        if not on:
            self._look(own=True)

    def look(self) -> None:
        """Takes up what others did to the files."""
        self._look(own=False)

    def _look(self, *, own: bool) -> None:
        if self._is_held:
            return
        if self._task is not None or self._is_due:
            self._is_own_due = own or self._is_own_due
            self._is_look_due = True  # they may have been read before
            return
        own, self._is_own_due = own or self._is_own_due, False
        self._is_look_due = False
        if self._has_many:
            self._look_elsewhere(own=own)
        else:
            self._looked(folder_states(self.folder), own=own)

    @property
    def _has_many(self) -> bool:
        """Whether it takes long even to look at each of the files."""
        return len(self._states) > _MANY or number_of_files(self.folder) > _MANY

    def _look_elsewhere(self, *, own: bool) -> None:
        if self._looking is not None:
            self._looking.cancel()
        self._looking = Task(lambda _report: folder_states(self.folder), (), self)

        def looked(states: dict[str, State]) -> None:
            self._looking = None
            self._looked(states, own=own)

        self._looking.finished.connect(looked)
        self._looking.start()

    def _looked(self, now: dict[str, State], *, own: bool) -> None:
        if self._watch is not None:
            self._watch.watch(now)
        if self._task is not None or self._is_due:  # since it was begun to look
            self._is_own_due = own or self._is_own_due
            self._is_look_due = True
            return
        desk, outside = self.desk, self._outside
        if desk is None or outside is None:
            if now != self._states:
                self._states, self.is_own = now, own
                self._session.call_stale(self)
            return
        self._collect()
        seen = outside.look(now)
        if seen.taken_up:
            self._show(desk, seen.taken_up, None)
        if seen.taken_up and not own:
            self.said.emit(tr("The library was changed by another program: it is shown as it is."))
        if outside.unread != self._unread:
            self._unread = outside.unread
            self._soon.start()
        if seen.problems:
            self.said.emit(
                tr(
                    "{file} was changed by another program and cannot be read now: it is shown as "
                    "it was.",
                    file=seen.problems[0].file,
                )
            )
        if seen.reopen:
            self.is_own = own
            self._session.call_stale(self)

    def _at_rest(self) -> "FilesRead | None":
        """What the files say, once all is written; None before that."""
        from counterpoint.application.editing.reading import FilesRead

        if not self._has_many:  # else who renews the cache sees whether they are others
            self.look()
        desk, outside = self.desk, self._outside
        if desk is None or outside is None or self._is_due or desk.writer.waiting:
            return None
        return FilesRead(desk.files, outside.states)

    # Showing and telling

    def _on_step(self, told: Told | None) -> None:
        desk = self.desk
        if told is not None and told.impossible is not None:
            self.noticing.impossible(told, told.impossible)
        if told is not None and told.not_now is not None:
            self.noticing.not_now(told, told.not_now)
        if told is not None and told.changed.nothing:
            already = command.undone_already if told.way is Way.UNDONE else command.redone_already
            self.said.emit(already(told.kind))
        if told is None or not told.changed.files or desk is None:
            return
        self._show(desk, told.changed.files, told.initiator)
        if told.way is Way.DONE:
            return
        self.noticing.gone()
        said = command.undone if told.way is Way.UNDONE else command.redone
        self.said.emit(said(told.kind))
        self._go_to_changed()

    def _show(self, desk: "LibraryDesk", names: Iterable[str], by: object) -> None:
        """What the desk has of these files."""
        before = self._session.library
        if before is None:
            return
        contents = desk.files.contents(before.contents.problems, before.contents.remarks)
        approaches = {id: one.approach for id, one in desk.resolved.approaches.items()}
        named = {id for name in names if (id := desk.approach_in(name)) is not None}
        if contents.dimensions != before.contents.dimensions:
            named |= {*approaches, *(head.id for head in before.contents.approaches)}
        now = before.with_changes(contents, approaches, named)
        what = edited(named, before.contents, before.approach, contents, now.approach)
        self._session.take_up(now, what, by)
        self._soon.start()
        self._renewal.await_rest()

    def _tell(self) -> None:
        if self.desk is not None:
            files = self.desk.files
            self._session.tell((*files.problems(), *self._unread), files.remarks())

    def _go_to_changed(self) -> None:
        """To the cell that was changed by undoing something, where cells are seen."""
        what, library = self._session.edited, self._session.library
        if library is None or self._session.view != "compare":
            return
        for approach in sorted(what.approaches):
            for dimension in library.contents.dimensions:
                target = Target(TargetKind.POSITION, approach, dimension.id)
                chosen = self._session.target
                if dimension.id in what.dimensions and library.still_there(target):
                    if (chosen.approach, chosen.dimension) != (approach, dimension.id):
                        self._session.choose(target, How.GONE_TO, self)
                    return

    def _collect(self) -> None:
        desk = self.desk
        if desk is None:
            return
        from counterpoint.application.editing.outcomes import (
            BothKept,
            Failed,
            NotGone,
            Refused,
            Written,
        )
        from counterpoint.application.editing.told import came_of

        others: set[str] = set()
        before = self.failure
        outcomes = desk.collect()
        self._tell_written(desk, outcomes)
        for outcome in outcomes:
            if isinstance(outcome, Written):
                if (outcome.read and outcome.read.form) != outcome.asked.after:
                    others.add(outcome.asked.name)
            elif not isinstance(outcome, Failed):
                others.add(outcome.asked.name)
            said = came_of(outcome)
            self.failure = said if isinstance(outcome, Failed) else ""
            if isinstance(outcome, BothKept | Refused):
                self.noticing.clash(outcome, said)
            elif isinstance(outcome, NotGone):
                self.noticing.stays(said)
                self.said.emit(said)  # in the place of its having been undone
        if self.failure != before:
            self.noticing.unsaved(self.failure)
        if others:
            self._show(desk, others, None)
        self._soon.start()

    def _put_mine(self, serial: int) -> None:
        """The step `serial`, which others' words kept from coming about, is done over them."""
        self.change(CommandKind.PUT_MINE, lambda desk: desk.all_the_same(serial), self)

    def _tell_written(self, desk: "LibraryDesk", outcomes: "Iterable[Outcome]") -> None:
        from counterpoint.application.editing.outcomes import Refused

        refused = frozenset(one.asked.name for one in outcomes if isinstance(one, Refused))
        self._typed.written(desk.writer.waiting, refused)


def _nobody() -> None:
    """Nobody waits for outcomes."""
