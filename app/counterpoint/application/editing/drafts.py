"""What is being typed and is no change of the library yet: kept within a second, so that a crash
does not take it; what the last time left is found when the library is opened again.

Each desk has a file of its own in the person's data folder, as several windows may have one
library. It is locked as long as its desk lives: what is not locked was left behind.
"""

import json
import os
import threading
import zlib
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import NamedTuple

from counterpoint.application.clock import Clock
from counterpoint.application.uncaught_errors import uncaught_errors
from counterpoint.storage.files import atomic, lock
from counterpoint.storage.files.own_file import make_own_folder, read_own
from counterpoint.storage.place import real, user_data

_FOLDER = "drafts"
_WITHIN = 0.4
"""Seconds after the first letter that is not kept yet."""
_AGAIN = 2.0
"""Seconds until what the disk refused is tried again."""
_PATIENCE = 5.0
"""Seconds in which the thread has to have ended."""


class Draft(NamedTuple):
    """Words that were typed somewhere. `what` names the place, for whoever put them there: such as
    "talk/go-on/text"."""

    what: str
    words: str
    when: str
    """ISO 8601, with the zone."""


class Drafts:
    """The drafts of one desk on the library in `folder`. Methods may be called from any thread."""

    def __init__(self, folder: Path, clock: Clock | None = None) -> None:
        """Raises NoHome."""
        self.failure: atomic.NotWritten | None = None
        """Why what is typed is not kept, or None."""
        self._clock = clock or Clock()
        place = os.fsencode(real(folder))
        self._library = f"{zlib.crc32(place):08x}{len(place):04x}"
        self._home = user_data()
        self._name = f"{self._library}-{os.urandom(8).hex()}"
        self._older: tuple[Draft, ...] = ()
        """What was found of earlier times."""
        self._drafts: dict[str, Draft] = {}
        self._kept: tuple[Draft, ...] = ()
        self._changed = threading.Condition()
        self._disk = threading.Lock()
        self._thread: threading.Thread | None = None
        self._ending = False
        self._locks = ExitStack()

    def type(self, what: str, words: str) -> None:
        """`words` are what stands now in the place `what`."""
        with self._changed:
            self._drafts[what] = Draft(what, words, self._clock.now().isoformat())
            self._changed.notify_all()

    def settle(self, what: str) -> None:
        """What was typed there has become a change of the library, or was given up."""
        with self._changed:
            self._drafts.pop(what, None)
            self._older = tuple(draft for draft in self._older if draft.what != what)
            self._changed.notify_all()

    @property
    def _all(self) -> tuple[Draft, ...]:
        return (*self._older, *self._drafts.values())

    def left_behind(self) -> tuple[Draft, ...]:
        """What desks on this library that did not end well have left, the last typed last; and it
        is this desk's from now on, until it is settled."""
        found: list[Draft] = []
        for path in self._others():
            with suppress(lock.Busy, OSError, ValueError), lock.held(_lock_of(path), 0.0):
                drafts = _read(self._home, path.name)
                with self._changed:
                    self._older += tuple(drafts)
                found += drafts
                if self.flush():
                    path.unlink()
            with suppress(OSError):
                _lock_of(path).unlink()
        return tuple(sorted(found, key=lambda draft: draft.when))

    def _others(self) -> list[Path]:
        with suppress(OSError):
            names = os.listdir(self._home / _FOLDER)  # noqa: PTH208
            return [
                self._home / _FOLDER / name
                for name in sorted(names)
                if name.startswith(f"{self._library}-")
                and name.endswith(".json")
                and not name.startswith(self._name)
            ]
        return []

    # Keeping

    def start(self) -> None:
        """Begins to keep on a thread of its own."""
        self._ending = False
        self._thread = threading.Thread(target=self._run, name="drafts", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Keeps what there is, and ends; nothing is left on the disk where all was settled."""
        with self._changed:
            self._ending = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(_PATIENCE)
            self._thread = None
        self.flush()
        self._locks.close()
        if not self._kept:
            with suppress(OSError):
                _lock_of(self._path).unlink()

    @property
    def _path(self) -> Path:
        return self._home / _FOLDER / f"{self._name}.json"

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(self._is_asked)
                if self._ending:
                    return
                # What is typed meanwhile goes with it.
                self._changed.wait_for(lambda: self._ending, _WITHIN)
            kept = False
            with uncaught_errors:
                kept = self.flush()
            if not kept:
                with self._changed:
                    self._changed.wait_for(lambda: self._ending, _AGAIN)

    def _is_asked(self) -> bool:
        return self._ending or self._all != self._kept

    def flush(self) -> bool:
        """Keeps what there is, now; False, with `failure`, where the disk refuses."""
        with self._disk:
            with self._changed:
                drafts = self._all
            if drafts == self._kept:
                return True
            try:
                with atomic.refusing(self._path):
                    self._write(drafts)
            except atomic.NotWritten as error:
                self.failure = error
                return False
            self._kept, self.failure = drafts, None
            return True

    def _write(self, drafts: tuple[Draft, ...]) -> None:
        if not drafts:
            self._path.unlink(missing_ok=True)
            return
        make_own_folder(self._home, _FOLDER)
        if not self._kept:
            with suppress(lock.Busy):  # nobody else knows the name
                self._locks.enter_context(lock.held(_lock_of(self._path), 0.0))
        data = json.dumps([list(draft) for draft in drafts], ensure_ascii=False)
        atomic.write(self._path, data.encode(), private=True)


def _lock_of(path: Path) -> Path:
    return path.with_suffix(".lock")


def _read(home: Path, name: str) -> list[Draft]:
    """Raises OSError, ValueError where it is none of ours."""
    entries = json.loads(read_own(home, _FOLDER, name))
    drafts = [Draft(*entry) for entry in entries if isinstance(entry, list) and len(entry) == 3]
    if not all(isinstance(part, str) for draft in drafts for part in draft):
        raise ValueError(name)
    return drafts
