"""Keeps the notes on the disk: what failed, what came from outside.

All disk work is done here, by a thread of its own or by whoever calls `work`; what happened waits
in `collect` for the one who owns the notes in memory. Plain data goes both ways. What waits, and
when it is due, is in `queue`.
"""

import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress

from counterpoint.application.clock import Clock
from counterpoint.application.uncaught_errors import uncaught_errors
from counterpoint.domain.note import Note
from counterpoint.domain.problem import Problem, in_order
from counterpoint.domain.refusal import Refusal
from counterpoint.storage.files.atomic import NotWritten
from counterpoint.storage.files.unreadable import Unreachable, Unreadable
from counterpoint.storage.notes.notes_folder import (
    Binned,
    ChangedOutside,
    FolderBusy,
    NotesFolder,
    OnDisk,
    Stamp,
)

from .outcomes import BothKept, Failed, FolderRead, FromOutside, Outcome, Saved
from .queue import RETRIES, SETTLE, NoteQueue, Pending, copy_of

_EVERY = 30.0
"""Seconds until the folder is looked through in any case: a disk that was taken away and put back,
and a network folder, tell of no change."""
_PATIENCE = 5.0
"""Seconds in which the disk has to have answered when somebody waits for it."""


class WentWrong(NotWritten):
    refusal = Refusal.WENT_WRONG


class NoAnswer(NotWritten):
    refusal = Refusal.NO_ANSWER


def _nobody() -> None:
    """Nobody waits for outcomes."""


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
        self._new_id = new_id
        self._queue = NoteQueue(clock)
        self._disk = threading.RLock()
        """Held during disk work; guards what follows."""
        self._known: dict[str, OnDisk] = {}
        self._binned: dict[str, Binned] = {}
        self._bad: dict[str, tuple[Stamp, tuple[Problem, ...]]] = {}
        self._unreachable: dict[str, tuple[Problem, ...]] = {}
        self._thread: threading.Thread | None = None

    # What the owner of the notes asks for

    def put(self, id: str, note: Note | None) -> None:
        """The disk should have `note` as `id`, or, where it is None, have it in the bin."""
        self._queue.put(id, note)

    def take_back(self, id: str) -> None:
        """All that was typed in a new note was taken back: no file, and nothing in the bin."""
        self._queue.put(id, None)
        self._queue.forget_last_words(id)

    def hurry(self) -> None:
        """Whatever waits is due now."""
        self._queue.hurry()

    def look(self) -> None:
        """Look through the folder for changes from outside, soon."""
        self._queue.look_within(SETTLE)

    @property
    def waiting(self) -> frozenset[str]:
        """The notes whose last version is not on the disk."""
        return self._queue.waiting

    def words(self) -> dict[str, Note]:
        """What is not on the disk, or not yet in the bin, by the ids of the notes."""
        return self._queue.words()

    def collect(self) -> list[Outcome]:
        """What happened since the last call. Whoever calls must take all of it up at once, before
        the next `put`."""
        return self._queue.collect()

    def deleted(self) -> list[Note]:
        """The notes in the bin, read from the disk. Raises `storage.atomic.NotWritten`."""
        return self.folder.deleted()

    # The thread

    def start(self) -> None:
        """Begins to work on a thread of its own."""
        self._queue.go_on()
        self._thread = threading.Thread(target=self._run, name="notes", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ends the thread when its work in hand is done, and tells nobody any more. What waits,
        waits: see `flush`. A thread that the disk does not let end is left to itself."""
        self._queue.end()
        if self._thread is not None:
            self._thread.join(_PATIENCE)
            self._thread = None
        self.on_outcome = _nobody

    def _run(self) -> None:
        while self._queue.wait_for_work():
            with uncaught_errors:
                self.work()

    def work(self) -> None:
        """Does what is due by now."""
        if self._queue.look_is_due():
            self.read_folder()
        self._save(self._queue.due())

    def flush(self) -> bool:
        """Saves whatever waits, now; returns when it is on the disk, or False if the disk
        refused some or gave no answer for some seconds. Without a thread it is done here."""
        self._queue.ask()
        if self._thread is None:
            self._save(self._queue.all())
        else:
            for id in self._queue.answered(_PATIENCE):
                self._tell(Failed(id, NoAnswer(self.folder.file(id))))
        return not self.waiting

    # The disk

    def read_folder(self) -> None:
        """Looks through the folder now, on the caller's thread."""
        self._queue.looking()
        with self._disk:
            error: NotWritten | None = WentWrong(self.folder.path)
            strays: Sequence[Problem] = ()
            with uncaught_errors:
                error = self._read_folder()
                strays = self.folder.strays()
            self._queue.look_within(RETRIES[-1] if error or self._unreachable else _EVERY)
            bad = (
                *(problems for _, problems in self._bad.values()),
                *self._unreachable.values(),
                strays,
            )
            self._tell(FolderRead(in_order(each for problems in bad for each in problems), error))

    def _read_folder(self) -> NotWritten | None:
        """Why it could not be looked through, or None."""
        if not self._known:
            self.folder.clear_strays()
        try:
            listing = self.folder.listing(set(self._known))
        except NotWritten as error:
            return error
        self._unreachable = {}
        for id, stamp in listing.items():
            self._look_at_file(id, stamp)
        for id in self._known.keys() - listing.keys():
            self._take_up(id, None)
        for id in self._bad.keys() - listing.keys():
            del self._bad[id]
        return None

    def _look_at_file(self, id: str, stamp: Stamp) -> None:
        known = self._known.get(id)
        if known is not None and known.stamp == stamp:
            return
        if id in self._bad and self._bad[id][0] == stamp:
            return
        try:
            found = self.folder.read(id)
        except Unreachable as error:
            self._bad.pop(id, None)
            self._unreachable[id] = error.problems
            return
        except Unreadable as error:
            self._bad[id] = (stamp, error.problems)
            if known is not None:
                self._take_up(id, None, unreadable=True)
            return
        self._bad.pop(id, None)
        if found is not None and known is not None and found.digest == known.digest:
            self._known[id] = found
        elif found is not None:
            self._take_up(id, found)

    def _take_up(self, id: str, found: OnDisk | None, *, unreadable: bool = False) -> None:
        note = found.note if found else None
        outcome = FromOutside(id, note, id in self._known, unreadable=unreadable)
        if not self._queue.take_up(outcome):
            return  # when it is saved, it will be seen that the file has changed
        self._known.pop(id, None)
        if found is not None:
            self._known[id] = found

    def _save(self, ids: Iterable[str]) -> None:
        busy: FolderBusy | None = None
        for id in ids:
            with self._disk:
                busy = self._save_one(id, busy)

    def _save_one(self, id: str, busy: FolderBusy | None) -> FolderBusy | None:
        """`busy`: why it need not be tried at all. Gives why the next need not be."""
        if busy is None:
            self._take_another_folder_up()
        waiting = self._queue.take(id)
        if waiting is None:
            return busy
        outcome: Outcome = Failed(id, busy or WentWrong(self.folder.file(id)))
        try:
            if busy is None:
                with uncaught_errors:
                    outcome = self._tried(id, waiting)
        finally:
            if isinstance(outcome, Failed):
                self._queue.refused(id)
            else:
                self._queue.done(id)
        self._tell(outcome)
        error = outcome.error if isinstance(outcome, Failed) else None
        return error if isinstance(error, FolderBusy) else None

    def _take_another_folder_up(self) -> None:
        """Where another folder stands there than before, what is in it is taken up first."""
        with uncaught_errors, suppress(NotWritten):
            if self.folder.is_another():
                self.read_folder()

    def _tried(self, id: str, waiting: Pending) -> Outcome:
        try:
            return self._put_on_disk(id, waiting)
        except NotWritten as error:
            return Failed(id, error)

    def _put_on_disk(self, id: str, waiting: Pending) -> Outcome:
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
        if note.id not in self._known:
            back = self.folder.bring_back(note, self._binned.get(note.id))
            self._binned.pop(note.id, None)
            if back is not None:
                self._known[note.id] = back
        self._known[note.id] = self.folder.save(note, self._known.get(note.id))

    def _bin(self, id: str, last_words: Note | None) -> None:
        if last_words is not None:
            self._write(last_words)
        known = self._known.get(id)
        if known is not None:
            binned = self.folder.bin(known)
            del self._known[id]
            if binned is not None:
                self._binned[id] = binned

    def _keep_both(self, id: str, waiting: Pending) -> Outcome:
        if waiting.note is None:
            return self._keep_theirs(id, waiting.last_words)
        saved = self._save_copy(waiting.note)
        self._known[saved.note.id] = saved
        copy = saved.note
        theirs = self._read_theirs(id)
        self._queue.moved(id, copy.id)
        self.look()  # should theirs be unreadable, its problems are told
        return BothKept(id, copy, theirs)

    def _keep_theirs(self, id: str, last_words: Note | None) -> Outcome:
        """The note was to be deleted, and somebody else wrote in it: their version stays."""
        if last_words is not None:
            self.folder.bin(self._save_copy(last_words))
        self._queue.theirs_stays(id)
        return FromOutside(id, self._read_theirs(id), known=True)

    def _save_copy(self, note: Note) -> OnDisk:
        while True:
            with suppress(ChangedOutside):  # another window took the same name
                return self.folder.save(copy_of(note, self._new_id()), None)

    def _read_theirs(self, id: str) -> Note | None:
        self._known.pop(id, None)
        try:
            theirs = self.folder.read(id)
        except Unreadable:
            return None
        if theirs is not None:
            self._known[id] = theirs
        return theirs.note if theirs else None

    def _tell(self, outcome: Outcome) -> None:
        self._queue.tell(outcome)
        self.on_outcome()
