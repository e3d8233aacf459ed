"""Writes the changes of a library into its files, one after another, in the order in which they
were made; on a thread of its own, or by whoever calls `work`.

A file that somebody else has changed meanwhile is read again: where both changes go together, both
are in it; else theirs stays, and ours is written beside it.
"""

import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from counterpoint.application.clock import Clock
from counterpoint.application.uncaught_errors import uncaught_errors
from counterpoint.domain.editing.merging import Clash, merged
from counterpoint.domain.forms import ApproachForm
from counterpoint.storage.files import atomic
from counterpoint.storage.files.text_file import decode, read_bytes
from counterpoint.storage.files.unreadable import Unreachable, Unreadable
from counterpoint.storage.library.editable_file import (
    Form,
    ReadForm,
    new_text,
    read_form,
    with_comments,
    with_form,
)
from counterpoint.storage.library.entries_as_written import comments_gone
from counterpoint.storage.library.library_writer import ChangedMeanwhile, create, exchange, remove
from counterpoint.storage.yaml.yaml_edit import EditWentWrong

from .command import Part
from .difference import Difference
from .outcomes import BothKept, Failed, Outcome, Refused, Written

_PAINTED = 0.15
"""Seconds after a change, in which the window shows it with the processor to itself."""
_AGAIN = 2.0
"""Seconds until what the disk refused is tried again."""
_PATIENCE = 5.0
"""Seconds in which the thread has to have ended."""
_TRIES = 5
"""So often a file may change between being read and being written."""


class Job(NamedTuple):
    """One file of a step."""

    serial: int
    part: Part
    back: bool
    others: tuple[Part, ...] = ()
    """Of the same step; what comes from one of these comes as it is written there."""
    comments_stay: bool = False
    """Whether the comments at what goes are kept, as it goes elsewhere."""


def _nobody() -> None:
    """Nobody waits for outcomes."""


class LibraryWriter:
    """`put` what should be in the files; methods may be called from any thread."""

    def __init__(self, folder: Path, clock: Clock | None = None) -> None:
        self.folder = folder
        self.on_outcome: Callable[[], None] = _nobody
        """Called, on whichever thread works, when outcomes wait in `collect`."""
        self._clock = clock or Clock()
        self._jobs: deque[Job] = deque()
        self._outcomes: list[Outcome] = []
        self._done: dict[tuple[int, str], Difference] = {}
        """What each step made of each file."""
        self._last: dict[str, ReadForm] = {}
        self._changed = threading.Condition()
        self._disk = threading.Lock()
        self._thread: threading.Thread | None = None
        self._ending = False

    def put(self, job: Job) -> None:
        with self._changed:
            self._jobs.append(job)
            self._changed.notify_all()

    @property
    def waiting(self) -> frozenset[str]:
        """The files that are not yet as they should be."""
        with self._changed:
            return frozenset(job.part.name for job in self._jobs)

    def collect(self) -> list[Outcome]:
        """What happened since the last call."""
        with self._changed:
            found, self._outcomes = self._outcomes, []
            return found

    def start(self) -> None:
        """Begins to work on a thread of its own."""
        self._ending = False
        self._thread = threading.Thread(target=self._run, name="library", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ends the thread when what waits is written, or the disk refuses it."""
        with self._changed:
            self._ending = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(_PATIENCE)
            self._thread = None

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._jobs or self._ending)
                if not self._jobs:
                    return
                self._changed.wait_for(lambda: self._ending, _PAINTED)
            with uncaught_errors:
                self.work()
            with self._changed:
                if self._ending and self._jobs:
                    return
                if self._jobs:
                    self._changed.wait(_AGAIN)

    def work(self) -> bool:
        """Writes what waits, until the disk refuses; whether all is written."""
        with self._disk:
            while True:
                with self._changed:
                    job = self._jobs[0] if self._jobs else None
                if job is None:
                    return True
                try:
                    outcome: Outcome = self._tried(job)
                except atomic.NotWritten as error:
                    self._tell(Failed(job.part, error))
                    return False
                with self._changed:
                    self._jobs.popleft()
                self._tell(outcome)

    def _tell(self, outcome: Outcome) -> None:
        with self._changed:
            self._outcomes.append(outcome)
        self.on_outcome()

    def _tried(self, job: Job) -> Outcome:
        for attempt in range(_TRIES):
            try:
                return self._written(job)
            except (EditWentWrong, Unreadable) as error:
                return Refused(job.serial, job.part, in_words(error))
            except Clash:
                return self._both_kept(job)
            except ChangedMeanwhile:
                if attempt == _TRIES - 1:
                    raise
        raise AssertionError("the last try returns or raises")

    def _read(self, name: str) -> str | None:
        """None where there is no such file."""
        path = self.folder / name
        try:
            return decode(read_bytes(path, name), name)
        except Unreachable as error:
            raise atomic.NotWritten(path) from error
        except Unreadable:
            if path.exists():
                raise
            return None

    def _written(self, job: Job) -> Outcome:
        name, before, after = job.part
        path, was = self.folder / name, self._read(job.part.name)
        if was is None:
            if before is not None and after is not None:
                raise Clash  # gone meanwhile
            now = None if after is None else self._as_it_was(job, "") or new_text(name, after)
            if now is not None:
                create(path, now)
            return self._kept(job, "", now)
        now = self._as_it_was(job, was)
        if now is None:
            found = self._read_as(name, was)
            target = after if found.form == before else _both(before, after, found.form)
            now = ""
            if target is not None:
                read = self._last[name] = self._edited(job, found, target)
                now = read.file.text
        if not now:
            remove(path, was)
        elif now != was:
            exchange(path, was, now)
        return self._kept(job, was, now)

    def _edited(self, job: Job, found: ReadForm, target: Form) -> ReadForm:
        """What comes from a file that is still to be written is taken from there with its comments;
        those that have no place any more are kept at the end."""
        givers = [part for part in job.others if _gives(part) and _gives(job.part.back)]
        lent = {part.name: read for part in givers if (read := self._there(part.name)) is not None}
        read = with_form(found, target, tuple(lent.values()))
        if not job.comments_stay:
            return read
        before, after = [found.file], [read.file]
        for part in job.others:
            if part.after is None and part.name in lent:
                before.append(lent[part.name].file)
            done = self._done.get((job.serial, part.name))
            now = None if done is None or part.after is None else self._there(part.name)
            was = None if done is None or now is None else done.back(now.file.text)
            if now is not None and was:  # what was given is there by now
                before.append(read_form(was, part.name).file)
                after.append(now.file)
        gone = comments_gone(before, after)
        return with_comments(read, gone) if gone else read

    def _there(self, name: str) -> ReadForm | None:
        """What stands in another file now; None where that cannot be read."""
        try:
            was = self._read(name)
            return None if was is None else self._read_as(name, was)
        except Unreadable:
            return None

    def _as_it_was(self, job: Job, was: str) -> str | None:
        """The very bytes that stood there, where nobody has changed the file since; "" for none."""
        done = self._done.get((job.serial, job.part.name))
        if done is None:
            return None
        return done.back(was) if job.back else done.forth(was)

    def _kept(self, job: Job, was: str, now: str | None) -> Written:
        old, new = (now or "", was) if job.back else (was, now or "")
        if old != new:  # where others have made it so already, the step's own stays known
            self._done[job.serial, job.part.name] = Difference.between(old, new)
        return Written(job.serial, job.part, self._read_as(job.part.name, now) if now else None)

    def _read_as(self, name: str, text: str) -> ReadForm:
        """What a file says that has this text: as a rule that which was written last."""
        last = self._last.get(name)
        if last is None or last.file.text != text:
            last = self._last[name] = read_form(text, name)
        return last

    def _both_kept(self, job: Job) -> Outcome:
        name, _, after = job.part
        beside = ""
        if after is not None:
            path = self.folder / name
            when = f"{self._clock.now():%Y-%m-%d %H%M%S}"
            beside = f"options/{path.stem} (conflict, from Counterpoint, {when}){path.suffix}"
            create(self.folder / beside, new_text(name, after))
        theirs: ReadForm | None = None
        was = self._read(name)
        if was is not None:
            theirs = read_form(was, name)
        return BothKept(job.serial, job.part, beside, theirs)


def _both(before: Form | None, after: Form | None, theirs: Form) -> Form | None:
    if before is None or after is None:
        raise Clash
    return merged(before, after, theirs)


def _gives(part: Part) -> bool:
    """Whether an approach has claims fewer after."""
    before = part.before.positions if isinstance(part.before, ApproachForm) else ()
    after = part.after.positions if isinstance(part.after, ApproachForm) else ()
    return sum(len(one.claims) for one in before) > sum(len(one.claims) for one in after)


def in_words(error: EditWentWrong | Unreadable) -> str:
    """Why a file is left as it is, without its name and a full stop."""
    from counterpoint.labels.problem import sentence

    if isinstance(error, Unreadable):
        return "; ".join(map(sentence, error.problems))
    return str(error)
