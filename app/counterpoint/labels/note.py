"""A note in words: its kind, and what it is on."""

from counterpoint.domain.note import Note, NoteKind, TargetKind

from .text import isolated
from .translation import tr


def note_kind(of: NoteKind) -> str:
    match of:
        case NoteKind.OBSERVATION:
            return tr("Observation")
        case NoteKind.ASSUMPTION:
            return tr("Assumption")
        case NoteKind.JUDGEMENT:
            return tr("Judgement")


def note_kind_told(of: NoteKind) -> str:
    """What a note of the kind is for."""
    match of:
        case NoteKind.OBSERVATION:
            return tr("What you see in the texts")
        case NoteKind.ASSUMPTION:
            return tr("What you take for given, to be tested")
        case NoteKind.JUDGEMENT:
            return tr("What you conclude")


def whose(note: Note) -> str:
    """ "by Ann", of a note that came from somebody else; "" of one's own."""
    return tr("by {author}", author=isolated(note.author)) if note.author else ""


def target_kind(of: TargetKind) -> str:
    match of:
        case TargetKind.COMPARISON:
            return tr("Whole comparison")
        case TargetKind.APPROACH:
            return tr("Approach")
        case TargetKind.POSITION:
            return tr("Cell")
        case TargetKind.CLAIM:
            return tr("Claim")
        case TargetKind.EVIDENCE:
            return tr("Evidence")
        case TargetKind.SOURCE:
            return tr("Source")
        case TargetKind.PASSAGE:
            return tr("Passage")
        case TargetKind.QUESTION:
            return tr("Question")
        case TargetKind.PAIR:
            return tr("Two approaches")


def invitation(of: TargetKind) -> str:
    """What an empty field says."""
    return tr("Type a note on {thing}. It is saved as you type.", thing=_this(of))


def _this(of: TargetKind) -> str:
    match of:
        case TargetKind.COMPARISON:
            return tr("the whole comparison")
        case TargetKind.APPROACH:
            return tr("this approach")
        case TargetKind.POSITION:
            return tr("this cell")
        case TargetKind.CLAIM:
            return tr("this claim")
        case TargetKind.EVIDENCE:
            return tr("this passage and what it is linked to")
        case TargetKind.SOURCE:
            return tr("this source")
        case TargetKind.PASSAGE:
            return tr("this passage")
        case TargetKind.QUESTION:
            return tr("this question")
        case TargetKind.PAIR:
            return tr("these two approaches")


def gone(of: TargetKind) -> str:
    """What is said of a note whose target is gone."""
    return tr("Its {thing} is no longer in the library.", thing=target_kind(of).lower())


def first_words(note: Note) -> str:
    """What a note is called where there is little room: its first line; in words, where it has
    none."""
    return isolated(note.first_words) or tr("Empty note")


def target_gone() -> str:
    """That one cannot go to what a note is on."""
    return tr("This is no longer in the library; its note is kept.")
