"""The notes at hand: those that are kept, the empty ones that are not yet, what the disk has."""

from bisect import bisect_left, insort
from collections import Counter

from counterpoint.domain.note import Note, Target


class NotesInMemory:
    """Asked by anyone, changed by the notebook alone."""

    def __init__(self) -> None:
        self._kept: dict[str, Note] = {}
        self._drafts: dict[str, Note] = {}
        self._on_disk: dict[str, Note] = {}
        self._on: dict[Target, list[tuple[str, str]]] = {}
        """When they were begun, and ids, of the kept notes by what they are on, in order: asked for
        with every keystroke."""

    def __len__(self) -> int:
        """How many notes there are, without the drafts."""
        return len(self._kept)

    def all(self) -> tuple[Note, ...]:
        """Every note but the drafts, in no particular order."""
        return tuple(self._kept.values())

    def everything(self) -> tuple[Note, ...]:
        """Every note, and the drafts."""
        return (*self._kept.values(), *self._drafts.values())

    def on(self, target: Target) -> tuple[Note, ...]:
        """The notes on one thing, the first begun first; drafts are not among them."""
        return tuple(self._kept[id] for _, id in self._on.get(target, ()))

    def get(self, id: str) -> Note | None:
        """The note or draft of that id."""
        return self._kept.get(id) or self._drafts.get(id)

    def is_draft(self, id: str) -> bool:
        """Whether nothing has been typed in it yet: a draft is in no list and on no disk."""
        return id in self._drafts

    def is_unsaved(self, id: str) -> bool:
        """Whether the last words of a kept note are not on the disk."""
        return id in self._kept and self._kept[id] != self._on_disk.get(id)

    def is_on_disk(self, id: str) -> bool:
        return id in self._on_disk

    def unsaved(self) -> tuple[Note, ...]:
        return tuple(note for note in self._kept.values() if self.is_unsaved(note.id))

    def tags(self) -> tuple[str, ...]:
        """Every tag in use, those used most first."""
        counts = Counter(tag for note in self._kept.values() for tag in note.tags)
        return tuple(sorted(counts, key=lambda tag: (-counts[tag], tag.casefold())))

    def keep(self, note: Note) -> None:
        self.drop(note.id)
        self._kept[note.id] = note
        insort(self._on.setdefault(note.target, []), (note.created, note.id))

    def keep_as_draft(self, note: Note) -> None:
        self.drop(note.id)
        self._drafts[note.id] = note

    def drop(self, id: str) -> None:
        self._drafts.pop(id, None)
        note = self._kept.pop(id, None)
        if note is not None:
            there = self._on[note.target]
            del there[bisect_left(there, (note.created, id))]

    def drop_draft(self, id: str) -> bool:
        """Whether there was one."""
        return self._drafts.pop(id, None) is not None

    def disk_has(self, id: str, note: Note | None) -> None:
        if note is None:
            self._on_disk.pop(id, None)
        else:
            self._on_disk[id] = note
