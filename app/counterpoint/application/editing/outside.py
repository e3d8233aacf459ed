"""What was changed in the files of a library from outside: by an editor, git, another window."""

from typing import NamedTuple

from counterpoint.domain.problem import Problem
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.yaml.yaml_edit import EditWentWrong

from .desk import LibraryDesk
from .folder_states import State, folder_states


class Seen(NamedTuple):
    """`taken_up` names the files whose changes are in the desk now. `reopen`: something else was
    changed, such as a text, for which the library has to be read again."""

    taken_up: frozenset[str] = frozenset()
    reopen: bool = False
    problems: tuple[Problem, ...] = ()
    """Why a file that was changed since cannot be read; what was read of it is as it was."""


class Outside:
    """Compares the folder of a desk with what it was when it was looked at last."""

    def __init__(self, desk: LibraryDesk, states: dict[str, State] | None = None) -> None:
        """`states`: as the files were when the desk was read, else as they are now."""
        self._desk = desk
        self._states = folder_states(desk.folder) if states is None else states
        self._unread: dict[str, tuple[Problem, ...]] = {}

    @property
    def states(self) -> dict[str, State]:
        """How the files were when they were looked at last."""
        return dict(self._states)

    @property
    def unread(self) -> tuple[Problem, ...]:
        """Why files cannot be read, of all that could not be when they were looked at last."""
        return tuple(problem for name in sorted(self._unread) for problem in self._unread[name])

    def look(self, now: dict[str, State] | None = None) -> Seen:
        """Takes up what was changed since the last look; `now` is how the files are, where that is
        known. What waits to be written is left to the next one."""
        now = folder_states(self._desk.folder) if now is None else now
        before = self._states
        waiting = self._desk.writer.waiting
        taken_up: set[str] = set()
        problems: list[Problem] = []
        reopen = False
        others = {name for name, _ in now.items() ^ before.items()}
        for name in sorted(others):
            if name in waiting:
                continue
            if name in now:
                self._states[name] = now[name]
            else:
                del self._states[name]
            self._unread.pop(name, None)
            if not self._desk.knows(name):
                reopen = True
                continue
            try:
                if self._desk.look(name):
                    taken_up.add(name)
            except Unreadable as error:
                self._unread[name] = tuple(error.problems)
                problems += error.problems
            except EditWentWrong:  # some of the questions cannot be read
                reopen = True
        return Seen(frozenset(taken_up), reopen, tuple(problems))
