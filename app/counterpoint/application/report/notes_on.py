"""The notes on something, and on what is in it, as they are copied into a paper."""

from collections.abc import Iterable

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.report.material.gather import gathered_note
from counterpoint.application.report.notes_report import note_blocks
from counterpoint.domain.note import Note, Target, TargetKind
from counterpoint.domain.report.blocks import Block


def notes_on(notes: Iterable[Note], target: Target) -> tuple[Note, ...]:
    """Those on `target` and on what is within it, the oldest first: of a claim also those on its
    evidence, of a source those on its passages; of the whole comparison all."""
    found = [note for note in notes if _is_within(note.target, target)]
    return tuple(sorted(found, key=lambda note: (note.created, note.id)))


def notes_blocks(library: OpenedLibrary, notes: Iterable[Note]) -> tuple[Block, ...]:
    """Each with its kind, what it is on, its tags and its day."""
    return tuple(block for note in notes for block in note_blocks(gathered_note(library, note)))


def _is_within(inner: Target, outer: Target) -> bool:
    if inner == outer or outer.kind is TargetKind.COMPARISON:
        return True
    match outer.kind:
        case TargetKind.APPROACH:
            return inner.approach == outer.approach and inner.kind is not TargetKind.PAIR
        case TargetKind.POSITION:
            return (inner.approach, inner.dimension) == (outer.approach, outer.dimension)
        case TargetKind.CLAIM:
            return inner[1:4] == outer[1:4]
        case TargetKind.QUESTION:
            return inner.dimension == outer.dimension
        case TargetKind.SOURCE:
            return inner.source == outer.source and inner.kind is TargetKind.PASSAGE
    return False
