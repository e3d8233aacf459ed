"""What was changed in the files of a library from outside: by an editor, git, another window."""

import os
from typing import NamedTuple

from counterpoint.domain.problem import Problem
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.library.library_place import PARTS, judged
from counterpoint.storage.yaml.yaml_edit import EditWentWrong

from .desk import LibraryDesk

State = tuple[int, int, int]
"""Stands for the bytes of a file without reading them."""


class Seen(NamedTuple):
    """`taken_up` names the files whose changes are in the desk now. `reopen`: something else was
    changed, such as a text, for which the library has to be read again."""

    taken_up: frozenset[str] = frozenset()
    reopen: bool = False
    problems: tuple[Problem, ...] = ()
    """Why a file that was changed cannot be read; its approach is as it was."""


class Outside:
    """Compares the folder of a desk with what it was when it was looked at last."""

    def __init__(self, desk: LibraryDesk) -> None:
        self._desk = desk
        self._states = self._now()

    def look(self) -> Seen:
        """Takes up what was changed since the last look. What waits to be written is left to the
        next one."""
        now, before = self._now(), self._states
        waiting = self._desk.writer.waiting
        taken_up: set[str] = set()
        problems: list[Problem] = []
        reopen = False
        for name in sorted(now.keys() | before.keys()):
            if now.get(name) == before.get(name):
                continue
            if name in waiting:
                continue
            if name in now:
                self._states[name] = now[name]
            else:
                del self._states[name]
            if not self._desk.knows(name):
                reopen = True
                continue
            try:
                if self._desk.look(name):
                    taken_up.add(name)
            except Unreadable as error:
                problems += error.problems
            except EditWentWrong:  # some of the questions cannot be read
                reopen = True
        return Seen(frozenset(taken_up), reopen, tuple(problems))

    def _now(self) -> dict[str, State]:
        found: dict[str, State] = {}
        for part in PARTS:
            for name in judged(self._desk.folder / part):
                try:
                    state = os.stat(self._desk.folder / part / name)  # noqa: PTH116
                except OSError:
                    continue
                found[f"{part}/{name}"] = (state.st_size, state.st_mtime_ns, state.st_ino)
        return found
