"""Undo and redo across all notes. A burst of typing is one step."""

from collections import deque
from dataclasses import dataclass, replace

from counterpoint.domain.note import Note

MOST_STEPS = 1000
MOST_CHARACTERS = 20_000_000
"""Of all the bodies that the history keeps, so that long notes do not fill the memory."""
PAUSE = 1.5
"""Seconds without a keystroke that end a burst."""


@dataclass(frozen=True, slots=True)
class Step:
    """One change of one note. `before` is None if the note was begun, `after` where deleted."""

    id: str
    before: Note | None
    after: Note | None
    what: str
    """For the menu: "typing", "kind", "tags", "deletion"."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What a keystroke did to a body: `removed` code points at `at` gave way to `added`."""

    at: int
    removed: int
    added: str


@dataclass(slots=True)
class _Burst:
    id: str
    caret: int
    inserting: bool
    last: float

    def goes_on(self, id: str, typed: Typed, now: float) -> bool:
        if id != self.id or now - self.last > PAUSE:
            return False
        if typed.added:
            single = len(typed.added) <= 2 and typed.added != "\n"  # two: a key that composes
            return self.inserting and single and not typed.removed and typed.at == self.caret
        return not self.inserting and self.caret in (typed.at, typed.at + typed.removed)


class UndoStack:
    """Steps done and steps undone. Knows nothing of files or windows."""

    def __init__(self) -> None:
        self._done: deque[Step] = deque()
        self._undone: list[Step] = []
        self._burst: _Burst | None = None
        self._characters = 0

    @property
    def next_undo(self) -> Step | None:
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Step | None:
        return self._undone[-1] if self._undone else None

    def push(self, step: Step) -> None:
        """A step of its own. What was undone before it cannot be redone any more."""
        self._undone.clear()
        self._burst = None
        self._done.append(step)
        self._characters += _size(step)
        while len(self._done) > MOST_STEPS or (
            self._characters > MOST_CHARACTERS and len(self._done) > 1
        ):
            self._characters -= _size(self._done.popleft())

    def push_typing(self, step: Step, typed: Typed, now: float) -> None:
        """A keystroke: joined to the step before where it goes on from it. `now` in seconds."""
        burst = self._burst
        if burst is not None and self._done and burst.goes_on(step.id, typed, now):
            last = self._done.pop()
            self._done.append(replace(last, after=step.after))
        else:
            self.push(step)
        caret = typed.at + len(typed.added)
        self._burst = _Burst(step.id, caret, bool(typed.added), now)

    def end_burst(self) -> None:
        """The next keystroke begins a step of its own."""
        self._burst = None

    def undo(self) -> Step | None:
        """The step to take back, or None. It can be redone until something else is done."""
        self._burst = None
        if not self._done:
            return None
        step = self._done.pop()
        self._characters -= _size(step)
        self._undone.append(step)
        return step

    def redo(self) -> Step | None:
        """The step to do again, or None."""
        self._burst = None
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        self._characters += _size(step)
        return step

    def forget(self, id: str) -> None:
        """Drops every step of one note: it was changed from outside, so they no longer apply."""
        self._replace([step for step in self._done if step.id != id])
        self._undone = [step for step in self._undone if step.id != id]

    def rename(self, id: str, to: str) -> None:
        """The steps of note `id` are from now on those of `to`."""
        self._replace([_renamed(step, to) if step.id == id else step for step in self._done])
        self._undone = [_renamed(step, to) if step.id == id else step for step in self._undone]

    def _replace(self, steps: list[Step]) -> None:
        self._burst = None
        self._done = deque(steps)
        self._characters = sum(_size(step) for step in steps)


def _size(step: Step) -> int:
    return len(step.before.body) if step.before else 0


def _renamed(step: Step, to: str) -> Step:
    def of(note: Note | None) -> Note | None:
        return note._replace(id=to, conflict_of=note.conflict_of or step.id) if note else None

    return Step(to, of(step.before), of(step.after), step.what)
