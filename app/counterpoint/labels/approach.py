"""An approach in words: its status, who stands for it, how it stands to others."""

from counterpoint.domain.approach import ApproachSummary, RelationKind, Status, Tally

from . import counts
from .date import month
from .names import LONGEST_NAME, briefly
from .text import DOT, capital, set_apart
from .translation import tr

THIN = 4
"""An approach with no more claims than this is thin, whoever advocates it."""
_SMALL = frozenset(("A", "An", "Almost", "Another", "One", "Over", "Some", "The"))
"""Words that begin a description rather than a name."""


def status(of: Status) -> str:
    match of:
        case Status.ADOPTED:
            return tr("adopted")
        case Status.DRAFTED:
            return tr("drafted")
        case Status.ADVOCATED:
            return tr("advocated")
        case Status.REJECTED:
            return tr("rejected")


def relation(of: RelationKind) -> str:
    """How it stands to another approach, whose title follows."""
    match of:
        case RelationKind.OVERLAPS:
            return tr("overlaps")
        case RelationKind.SUBSUMES:
            return tr("subsumes")
        case RelationKind.ANSWERS:
            return tr("answers")
        case RelationKind.ABANDONED_FOR:
            return tr("abandoned for")


def is_thin(tally: Tally) -> bool:
    """True if little stands behind an approach, or nobody who wants it."""
    return tally.claims <= THIN or tally.advocates == 0


def needs_look(head: ApproachSummary) -> str:
    """What there is to be wary of, for where a line may be cut before it comes to that: "2
    quotations not exact · 1 entry left out"; "" where there is nothing."""
    parts: list[str] = []
    if head.tally.not_exact:
        parts.append(counts.not_exact(head.tally.not_exact))
    if head.left_out:
        parts.append(counts.left_out(head.left_out))
    return DOT.join(parts)


def status_line(head: ApproachSummary, *, wary: bool = True) -> str:
    """ "Drafted, UK 2008 · 21 claims · 3 sources"; says so where the column is thin, and at its end
    what `needs_look` says, unless that is said elsewhere (`wary`).

    A note that is too long for a header gives way to the date; the peek has it in full.
    """
    tally = head.tally
    said = capital(status(head.status)) if head.status else tr("Status not readable")
    note = set_apart(head.status_note).rstrip(".")
    if len(note) > LONGEST_NAME:
        note = month(head.date)
    if note.casefold().startswith(said.casefold()):
        said = note
    elif note:
        said = f"{said}, {note}"
    claims = counts.claims(tally.claims)
    parts = [said, tr("only\u00a0{claims}", claims=claims) if 0 < tally.claims <= THIN else claims]
    sources = counts.sources(tally.sources)
    parts.append(sources if tally.advocates else tr("{sources}, no advocate", sources=sources))
    if wary and (look := needs_look(head)):
        parts.append(look)
    return DOT.join(parts)


def proponents_line(head: ApproachSummary, most: int = 1) -> str:
    """Who stands for the option: "By A and 2 others"; "" where nobody is named."""
    names = [_after_by(briefly(proponent.name)) for proponent in head.proponents]
    if not names:
        return ""
    if len(names) > most:
        named = ", ".join(names[:most])
        return tr("By {names} and {n}\u00a0other(|s)", "", len(names) - most, names=named)
    return tr("By {names}", names=tr(" and ").join(names))


def _after_by(name: str) -> str:
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if first in _SMALL else name
