"""Keeps the notes on the disk: when they are due, what failed, what came from outside.

All disk work is done here, by a thread of its own or by whoever calls `work` or `flush`; what
happened waits in `collect` for the one who owns the notes in memory. Plain data goes both ways.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from counterpoint.domain.note import Note
from counterpoint.domain.problem import Problem, in_order
from counterpoint.storage.atomic import NotWritten
from counterpoint.storage.notes_folder import ChangedOutside, NotesFolder, OnDisk, Stamp
from counterpoint.storage.unreadable import Unreadable

from .clock import Clock
from .note_outcomes import BothKept, Failed, FolderRead, FromOutside, Outcome, Saved

IDLE = 0.3
"""Seconds after the last keystroke at which a note is saved."""
LONGEST = 0.6
"""Seconds after the first unsaved keystroke at which it is saved in any case."""
_RETRIES = (1.0, 2.0, 5.0)
"""Seconds until it is tried again when the disk refused; the last holds for all further times."""
_SETTLE = 0.1
"""Seconds for which a change in the folder is left alone: its writer may be in the middle."""


@dataclass(slots=True)
class _Pending:
    note: Note | None
    first: float
    last: float
    not_before: float = 0.0
    tries: int = 0
    last_words: Note | None = None
    """What was unsaved when the note was deleted: it goes into the bin with them."""
    stale: bool = False
    """Written on top of a version that is no longer on the disk."""

    @property
    def due(self) -> float:
        return max(min(self.last + IDLE, self.first + LONGEST), self.not_before)


def _nobody() -> None:
    """Nobody waits for outcomes."""


def _copy_of(note: Note, id: str) -> Note:
    return note._replace(id=id, conflict_of=note.conflict_of or note.id)


class NoteKeeper:
    """`put` what should be on the disk; it will be. Methods may be called from any thread."""

    def __init__(
        self,
        folder: NotesFolder,
        clock: Clock,
        new_id: Callable[[], str],
    ) -> None:
        self.folder = folder
        self.on_outcome: Callable[[], None] = _nobody
        """Called, on whichever thread works, when outcomes wait in `collect`."""
        self._clock = clock
        self._new_id = new_id
        self._disk = threading.RLock()
        """Held during disk work; guards `_known` and `_bad`. Taken before `_mind`, never after."""
        self._known: dict[str, OnDisk] = {}
        self._bad: dict[str, tuple[Stamp, tuple[Problem, ...]]] = {}
        self._mind = threading.Condition()
        """Held for moments only; guards all that follows. Re-entrant, for signal handlers."""
        self._pending: dict[str, _Pending] = {}
        self._busy: set[str] = set()
        self._moved: dict[str, str] = {}
        """Where our version went when both were kept, until the owner of the notes knows."""
        self._untold: set[str] = set()
        """Notes taken up from outside, until the owner of the notes knows."""
        self._outcomes: list[Outcome] = []
        self._look_at: float | None = None
        self._thread: threading.Thread | None = None
        self._stopping = False

    # What the owner of the notes asks for

    def put(self, id: str, note: Note | None) -> None:
        """The disk should have `note` as `id`, or, where it is None, have it in the bin."""
        now = self._clock.elapsed()
        with self._mind:
            self._revive()
            copy = self._moved.get(id)
            if copy is not None:
                note = note and _copy_of(note, copy)
                id = copy
            waiting = self._pending.get(id)
            if waiting is None:
                self._pending[id] = _Pending(note, now, now, stale=id in self._untold)
                self._mind.notify_all()
            else:
                waiting.last_words = None if note else waiting.note or waiting.last_words
                waiting.note, waiting.last = note, now
                waiting.stale |= id in self._untold
                if waiting.not_before:  # a keystroke is a reason to try again
                    waiting.first, waiting.not_before = now, 0.0
                    self._mind.notify_all()

    def take_back(self, id: str) -> None:
        """All that was typed in a new note was taken back: no file, and nothing in the bin."""
        self.put(id, None)
        with self._mind:
            if id in self._pending:
                self._pending[id].last_words = None

    def hurry(self) -> None:
        """Whatever waits is due now."""
        with self._mind:
            for waiting in self._pending.values():
                waiting.first = waiting.last = float("-inf")
            self._mind.notify_all()

    def look(self) -> None:
        """Look through the folder for changes from outside, soon."""
        with self._mind:
            if self._look_at is None:
                self._look_at = self._clock.elapsed() + _SETTLE
                self._mind.notify_all()

    @property
    def waiting(self) -> frozenset[str]:
        """The notes whose last version is not on the disk."""
        with self._mind:
            return frozenset(self._pending.keys() | self._busy)

    def collect(self) -> list[Outcome]:
        """What happened since the last call. Whoever calls must take all of it up at once, before
        the next `put`."""
        with self._mind:
            outcomes, self._outcomes = self._outcomes, []
            for outcome in outcomes:
                if isinstance(outcome, BothKept):
                    self._moved.pop(outcome.id, None)
                elif isinstance(outcome, FromOutside):
                    self._untold.discard(outcome.id)
            return outcomes

    def deleted(self) -> list[Note]:
        """The notes in the bin, read from the disk."""
        return self.folder.deleted()

    # The thread

    def start(self) -> None:
        """Begins to work on a thread of its own."""
        self._stopping = False
        self._thread = threading.Thread(target=self._run, name="notes", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ends the thread when its work in hand is done, and tells nobody any more. What waits,
        waits: see `flush`."""
        with self._mind:
            self._stopping = True
            self._mind.notify_all()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self.on_outcome = _nobody

    def _revive(self) -> None:
        """Should an error that nobody foresaw have ended the thread, it begins anew."""
        if self._thread is not None and not self._thread.is_alive() and not self._stopping:
            self.start()

    def _run(self) -> None:
        while True:
            with self._mind:
                while not self._stopping and (wait := self._wait()) != 0:
                    self._mind.wait(wait)
                if self._stopping:
                    return
            self.work()

    def _wait(self) -> float | None:
        """Seconds until there is work; None where there is none in sight."""
        times = [waiting.due for waiting in self._pending.values()]
        if self._look_at is not None:
            times.append(self._look_at)
        return max(0.0, min(times) - self._clock.elapsed()) if times else None

    def work(self) -> None:
        """Does what is due by now."""
        now = self._clock.elapsed()
        with self._mind:
            due = [id for id, waiting in self._pending.items() if waiting.due <= now]
            look = self._look_at is not None and self._look_at <= now
        if look:
            self.read_folder()
        for id in due:
            self._save(id)

    def flush(self) -> bool:
        """Saves whatever waits, now, on the caller's thread; False where the disk refused some."""
        with self._disk:  # a save in hand on the other thread ends first
            with self._mind:
                waiting = list(self._pending)
            for id in waiting:
                self._save(id)
        return not self.waiting

    # The disk

    def read_folder(self) -> None:
        """Looks through the folder now, on the caller's thread."""
        with self._mind:
            self._look_at = None
        with self._disk:
            if not self._known:
                self.folder.clear_strays()
            try:
                listing = self.folder.listing(set(self._known))
            except NotWritten as error:
                with self._mind:
                    self._look_at = self._clock.elapsed() + _RETRIES[-1]
                self._tell(FolderRead(self._problems(), error))
                return
            for id, stamp in listing.items():
                self._look_at_file(id, stamp)
            for id in self._known.keys() - listing.keys():
                self._take_up(id, None)
            for id in self._bad.keys() - listing.keys():
                del self._bad[id]
            self._tell(FolderRead(self._problems()))

    def _problems(self) -> tuple[Problem, ...]:
        return in_order(problem for _, problems in self._bad.values() for problem in problems)

    def _look_at_file(self, id: str, stamp: Stamp) -> None:
        known = self._known.get(id)
        if known is not None and known.stamp == stamp:
            return
        if id in self._bad and self._bad[id][0] == stamp:
            return
        try:
            found = self.folder.read(id)
        except Unreadable as error:
            self._bad[id] = (stamp, error.problems)
            if known is not None:
                self._take_up(id, None)
            return
        self._bad.pop(id, None)
        if found is not None and known is not None and found.digest == known.digest:
            self._known[id] = found
        elif found is not None:
            self._take_up(id, found)

    def _take_up(self, id: str, found: OnDisk | None) -> None:
        with self._mind:
            if id in self._pending:
                return  # when it is saved, it will be seen that the file has changed
            known = self._known.pop(id, None) is not None
            if found is not None:
                self._known[id] = found
                self._untold.add(id)
            self._outcomes.append(FromOutside(id, found.note if found else None, known))

    def _save(self, id: str) -> None:
        with self._disk:
            with self._mind:
                waiting = self._pending.pop(id, None)
                if waiting is None:
                    return
                self._busy.add(id)
            try:
                self._tell(self._put_on_disk(id, waiting))
            except NotWritten as error:
                self._try_again(id, waiting)
                self._tell(Failed(id, error))
            except BaseException:
                self._try_again(id, waiting)
                raise
            finally:
                with self._mind:
                    self._busy.discard(id)

    def _put_on_disk(self, id: str, waiting: _Pending) -> Outcome:
        if waiting.stale:
            return self._keep_both(id, waiting)
        try:
            if waiting.note is not None:
                self._write(waiting.note)
            else:
                self._bin(id, waiting.last_words)
        except ChangedOutside:
            return self._keep_both(id, waiting)
        return Saved(id, waiting.note)

    def _write(self, note: Note) -> None:
        was = self._known.get(note.id) or self._from_bin(note.id)
        self._known[note.id] = self.folder.save(note, was)

    def _bin(self, id: str, last_words: Note | None) -> None:
        if last_words is not None:
            self._write(last_words)
        known = self._known.get(id)
        if known is not None:
            self.folder.bin(known)
            del self._known[id]

    def _from_bin(self, id: str) -> OnDisk | None:
        try:
            return self.folder.bring_back(id)
        except Unreadable:
            return None

    def _keep_both(self, id: str, waiting: _Pending) -> Outcome:
        if waiting.note is None:
            return self._keep_theirs(id, waiting.last_words)
        saved = self._save_copy(waiting.note)
        self._known[saved.note.id] = saved
        copy = saved.note
        theirs = self._read_theirs(id)
        with self._mind:
            self._moved[id] = copy.id
            since = self._pending.pop(id, None)
            if since is not None:
                since.note = since.note and _copy_of(since.note, copy.id)
                since.last_words = since.last_words and _copy_of(since.last_words, copy.id)
                since.stale = False
                self._pending[copy.id] = since
        self.look()  # should theirs be unreadable, its problems are told
        return BothKept(id, copy, theirs)

    def _keep_theirs(self, id: str, last_words: Note | None) -> Outcome:
        """The note was to be deleted, and somebody else wrote in it: their version stays."""
        if last_words is not None:
            self.folder.bin(self._save_copy(last_words))
        with self._mind:
            self._untold.add(id)
            if id in self._pending:
                self._pending[id].stale = True
        return FromOutside(id, self._read_theirs(id), known=True)

    def _save_copy(self, note: Note) -> OnDisk:
        while True:
            with suppress(ChangedOutside):  # another window took the same name
                return self.folder.save(_copy_of(note, self._new_id()), None)

    def _read_theirs(self, id: str) -> Note | None:
        self._known.pop(id, None)
        try:
            theirs = self.folder.read(id)
        except Unreadable:
            return None
        if theirs is not None:
            self._known[id] = theirs
        return theirs.note if theirs else None

    def _try_again(self, id: str, failed: _Pending) -> None:
        now = self._clock.elapsed()
        pause = _RETRIES[min(failed.tries, len(_RETRIES) - 1)]
        with self._mind:
            waiting = self._pending.setdefault(id, failed)
            waiting.tries = failed.tries + 1
            waiting.stale |= failed.stale
            waiting.not_before = now + pause
            self._look_at = waiting.not_before  # the folder may be back by then

    def _tell(self, outcome: Outcome) -> None:
        with self._mind:
            self._outcomes.append(outcome)
        self.on_outcome()
