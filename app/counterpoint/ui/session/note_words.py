"""What a note is called where there is little room."""

from counterpoint.domain.note import Note

EMPTY = "Empty note"


def first_words(note: Note) -> str:
    """Its first line; in words, where it has none."""
    return note.first_words or EMPTY
