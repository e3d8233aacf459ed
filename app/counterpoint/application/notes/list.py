"""Which notes a list shows, and in which order."""

from collections.abc import Iterable
from dataclasses import dataclass

from counterpoint.domain.note import Note, NoteKind, TargetKind


@dataclass(frozen=True, slots=True)
class NoteFilter:
    """An empty set, or "", lets every note pass; of `tags` a note must have all."""

    kinds: frozenset[NoteKind] = frozenset()
    tags: frozenset[str] = frozenset()
    target_kinds: frozenset[TargetKind] = frozenset()
    approaches: frozenset[str] = frozenset()
    words: str = ""
    """Parted by spaces; every one must occur in the note, its quote, its tags or its author's name,
    in any case."""

    def lets_pass(self, note: Note) -> bool:
        if self.kinds and note.kind not in self.kinds:
            return False
        if not self.tags <= set(note.tags):
            return False
        if self.target_kinds and note.target.kind not in self.target_kinds:
            return False
        if self.approaches and note.target.approach not in self.approaches:
            return False
        words = self.words.casefold().split()
        if not words:
            return True
        text = "\n".join((note.body, note.quote, note.author, *note.tags)).casefold()
        return all(word in text for word in words)


def listed(notes: Iterable[Note], through: NoteFilter) -> tuple[Note, ...]:
    """Those that pass, the last changed first."""
    passed = (note for note in notes if through.lets_pass(note))
    # By one string: tens of thousands of pairs would keep every other thread for some frames.
    return tuple(sorted(passed, key=lambda note: f"{note.changed} {note.id}", reverse=True))
