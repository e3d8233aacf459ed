"""What the notebook says in words."""

from counterpoint.domain.note import Note, NoteKind, Target
from counterpoint.labels.note import first_words, note_kind, note_kind_told, target_kind
from counterpoint.labels.translation import tr
from counterpoint.ui.painting.eliding import shortened


def note_kinds() -> tuple[tuple[str, str, str], ...]:
    """Id, label and tooltip of each kind, as a row of choices wants them."""
    return tuple((kind.value, note_kind(kind), note_kind_told(kind)) for kind in NoteKind)


def name_of_kind(target: Target) -> str:
    """What to call a target before a library is open."""
    return target_kind(target.kind).lower()


def is_there(_target: Target) -> bool:
    """Before a library is open, nothing is said to be missing."""
    return True


def tab_label(note: Note) -> str:
    """The first words of a note, for its tab."""
    words = shortened(first_words(note), 24)
    return tr("Other version: {words}", words=words) if note.conflict_of else words
