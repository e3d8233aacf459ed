"""What the notebook says in words."""

from counterpoint.domain.note import Note, NoteKind, Target, TargetKind
from counterpoint.ui.painting.eliding import shortened

KINDS: tuple[tuple[str, str, str], ...] = (
    (NoteKind.OBSERVATION.value, "Observation", "What you see in the texts"),
    (NoteKind.ASSUMPTION.value, "Assumption", "What you take for given, to be tested"),
    (NoteKind.JUDGEMENT.value, "Judgement", "What you conclude"),
)
"""Id, label and tooltip of each kind, as a row of choices wants them."""

_THINGS = {
    TargetKind.COMPARISON: "the whole comparison",
    TargetKind.APPROACH: "this approach",
    TargetKind.POSITION: "this cell",
    TargetKind.CLAIM: "this claim",
    TargetKind.EVIDENCE: "this passage and what it is linked to",
    TargetKind.SOURCE: "this source",
    TargetKind.PASSAGE: "this passage",
}

_NAMES = {
    TargetKind.COMPARISON: "Whole comparison",
    TargetKind.APPROACH: "Approach",
    TargetKind.POSITION: "Cell",
    TargetKind.CLAIM: "Claim",
    TargetKind.EVIDENCE: "Evidence",
    TargetKind.SOURCE: "Source",
    TargetKind.PASSAGE: "Passage",
}


def invitation(target: Target) -> str:
    """What an empty field says."""
    return f"Type a note on {_THINGS[target.kind]}. It is saved as you type."


def target_kind_label(kind: TargetKind) -> str:
    return _NAMES[kind]


def name_of_kind(target: Target) -> str:
    """What to call a target before a library is open."""
    return _NAMES[target.kind].lower()


def is_there(_target: Target) -> bool:
    """Before a library is open, nothing is said to be missing."""
    return True


def kind_label(kind: NoteKind) -> str:
    return kind.value.capitalize()


def gone(target: Target) -> str:
    """What is said of a note whose target is gone."""
    name = _NAMES[target.kind].lower()
    return f"Its {name} is no longer in the library."


def tab_label(note: Note) -> str:
    """The first words of a note, for its tab."""
    words = note.first_words or "Empty note"
    words = shortened(words, 24)
    return f"Other version: {words}" if note.conflict_of else words
