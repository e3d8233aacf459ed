"""What waits for the disk and when it is due, and what the disk has answered. Plain data under one
lock, which is held for moments only."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from counterpoint.application.clock import Clock
from counterpoint.domain.note import Note

from .outcomes import BothKept, FromOutside, Outcome

IDLE = 0.3
"""Seconds after the last keystroke at which a note is saved."""
LONGEST = 0.6
"""Seconds after the first unsaved keystroke at which it is saved in any case."""
RETRIES = (1.0, 2.0, 5.0)
"""Seconds until it is tried again when the disk refused; the last holds for all further times."""
SETTLE = 0.1
"""Seconds for which a change in the folder is left alone: its writer may be in the middle."""


@dataclass(slots=True)
class Pending:
    """A note as the disk should have it; None if it should be in the bin."""

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


def copy_of(note: Note, id: str) -> Note:
    """`note` as a note of its own, beside the one that somebody else has changed."""
    return note._replace(id=id, conflict_of=note.conflict_of or note.id)


class NoteQueue:
    """Filled by the owner of the notes, emptied by whoever writes them, who tells the outcome;
    from any thread."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._mind = threading.Condition()
        """Guards all that follows."""
        self._pending: dict[str, Pending] = {}
        self._in_hand: dict[str, Pending] = {}
        self._asked: set[str] = set()
        """Notes of which somebody waits to hear."""
        self._moved: dict[str, str] = {}
        """Where our version went when both were kept, until the owner of the notes knows."""
        self._untold: Counter[str] = Counter()
        """How often notes were taken up from outside of which their owner does not know yet."""
        self._outcomes: list[Outcome] = []
        self._look_at: float | None = None
        self._stopping = False

    @contextmanager
    def _changing(self) -> Iterator[None]:
        with self._mind:
            yield
            self._mind.notify_all()

    # Filled

    def put(self, id: str, note: Note | None) -> None:
        """The disk should have `note` as `id`, or, where it is None, have it in the bin."""
        now = self._clock.elapsed()
        with self._mind:
            copy = self._moved.get(id)
            if copy is not None:
                note = note and copy_of(note, copy)
                id = copy
            waiting = self._pending.get(id)
            if waiting is None:
                self._pending[id] = Pending(note, now, now, stale=id in self._untold)
                self._mind.notify_all()
                return
            waiting.last_words = None if note else waiting.note or waiting.last_words
            waiting.note, waiting.last = note, now
            waiting.stale |= id in self._untold
            if waiting.not_before:  # a keystroke is a reason to try again
                waiting.first, waiting.not_before = now, 0.0
                self._mind.notify_all()

    def forget_last_words(self, id: str) -> None:
        """A note that is to be deleted needs no place in the bin for what was typed in it."""
        with self._mind:
            if id in self._pending:
                self._pending[id].last_words = None

    def hurry(self) -> None:
        """Whatever waits is due now, but for what the disk has refused."""
        with self._changing():
            for waiting in self._pending.values():
                waiting.first = waiting.last = float("-inf")

    def look_within(self, seconds: float) -> None:
        """The folder is to be looked through within so many seconds."""
        with self._changing():
            at = self._clock.elapsed() + seconds
            self._look_at = at if self._look_at is None else min(at, self._look_at)

    def collect(self) -> list[Outcome]:
        """What was told since the last call. Whoever calls must take all of it up at once, before
        the next `put`."""
        with self._mind:
            outcomes, self._outcomes = self._outcomes, []
            for outcome in outcomes:
                if isinstance(outcome, BothKept):
                    self._moved.pop(outcome.id, None)
                elif isinstance(outcome, FromOutside):
                    self._untold[outcome.id] -= 1
                    if self._untold[outcome.id] <= 0:
                        del self._untold[outcome.id]
            return outcomes

    # Asked

    @property
    def waiting(self) -> frozenset[str]:
        """The notes whose last version is not on the disk."""
        with self._mind:
            return frozenset(self._pending.keys() | self._in_hand.keys())

    def words(self) -> dict[str, Note]:
        """What is not on the disk, or not yet in the bin, by the ids of the notes."""
        with self._mind:
            waiting = {**self._in_hand, **self._pending}
        words = {id: each.note or each.last_words for id, each in waiting.items()}
        return {id: note for id, note in words.items() if note is not None}

    def ask(self) -> None:
        """Whatever waits is due now, also what the disk has refused: see `answered`."""
        with self._changing():
            for waiting in self._pending.values():
                waiting.first = waiting.last = float("-inf")
                waiting.not_before = 0.0
            self._asked = set(self._pending) | set(self._in_hand)

    def answered(self, within: float) -> frozenset[str]:
        """Waits until each note that waited at `ask` was saved or refused; those that were
        neither after so many seconds."""
        with self._mind:
            self._mind.wait_for(lambda: not self._asked, within)
            silent, self._asked = frozenset(self._asked), set()
            return silent

    # Emptied

    def wait_for_work(self) -> bool:
        """Returns when something is due; False if the work is to end."""
        with self._mind:
            while not self._stopping and (wait := self._wait()) != 0:
                self._mind.wait(wait)
            return not self._stopping

    def _wait(self) -> float | None:
        """Seconds until there is work; None if none is known of."""
        times = [waiting.due for waiting in self._pending.values()]
        if self._look_at is not None:
            times.append(self._look_at)
        return max(0.0, min(times) - self._clock.elapsed()) if times else None

    def go_on(self) -> None:
        with self._mind:
            self._stopping = False

    def end(self) -> None:
        """Whoever waits for work is to stop when what is in hand is done."""
        with self._changing():
            self._stopping = True

    def due(self) -> list[str]:
        """The notes to be written by now."""
        now = self._clock.elapsed()
        with self._mind:
            return [id for id, waiting in self._pending.items() if waiting.due <= now]

    def all(self) -> list[str]:
        """The notes that wait, due or not."""
        with self._mind:
            return list(self._pending)

    def look_is_due(self) -> bool:
        with self._mind:
            return self._look_at is not None and self._look_at <= self._clock.elapsed()

    def looking(self) -> None:
        """The folder is being looked through."""
        with self._mind:
            self._look_at = None

    def take(self, id: str) -> Pending | None:
        """Takes a note into hand, until `done` or `refused`. None: it does not wait."""
        with self._mind:
            waiting = self._pending.pop(id, None)
            if waiting is not None:
                self._in_hand[id] = waiting
            return waiting

    def done(self, id: str) -> None:
        """The note in hand is on the disk."""
        with self._changing():
            del self._in_hand[id]
            if id not in self._pending:
                self._asked.discard(id)

    def refused(self, id: str) -> None:
        """The disk did not take the note in hand: it is tried again, or what was put since."""
        now = self._clock.elapsed()
        with self._changing():
            failed = self._in_hand.pop(id)
            pause = RETRIES[min(failed.tries, len(RETRIES) - 1)]
            waiting = self._pending.setdefault(id, failed)
            waiting.tries = failed.tries + 1
            waiting.stale |= failed.stale
            waiting.not_before = now + pause
            if waiting is not failed and waiting.note is None and waiting.last_words is None:
                waiting.last_words = failed.note or failed.last_words
            self._asked.discard(id)
        self.look_within(pause)  # the folder may be back by then

    def moved(self, id: str, copy: str) -> None:
        """The note in hand was saved as `copy`, since somebody else changed it; so is what was put
        meanwhile."""
        with self._changing():
            self._moved[id] = copy
            since = self._pending.pop(id, None)
            if since is None:
                return
            since.note = since.note and copy_of(since.note, copy)
            since.last_words = since.last_words and copy_of(since.last_words, copy)
            since.stale = False
            self._pending[copy] = since
            if id in self._asked:
                self._asked.add(copy)

    def tell(self, outcome: Outcome) -> None:
        """Something happened on the disk."""
        with self._mind:
            self._outcomes.append(outcome)

    def take_up(self, outcome: FromOutside) -> bool:
        """Tells that a file was changed from outside. False, and nothing is told, where its note
        waits to be written."""
        with self._mind:
            if outcome.id in self._pending:
                return False
            self._untold[outcome.id] += 1
            self._outcomes.append(outcome)
            return True

    def theirs_stays(self, id: str) -> None:
        """The note in hand was to be deleted, and stays as somebody else has changed it; the
        outcome is told next."""
        with self._mind:
            self._untold[id] += 1
            if id in self._pending:
                self._pending[id].stale = True
