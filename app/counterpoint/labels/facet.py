"""What a search is narrowed by, and how many have what, in words."""

from counterpoint.domain.search.groups import Group, Whose
from counterpoint.domain.search.narrowing import YES, Facet
from counterpoint.domain.search.rows import RowKind

from .translation import QT_TR_NOOP, tr, translated

_FACETS = {
    Facet.KIND: QT_TR_NOOP("Kind"),
    Facet.APPROACH: QT_TR_NOOP("Approach"),
    Facet.YEAR: QT_TR_NOOP("Year"),
    Facet.VOICE: QT_TR_NOOP("Voice"),
    Facet.LINKED: QT_TR_NOOP("Evidence"),
    Facet.SOURCE: QT_TR_NOOP("Source"),
}
_KINDS = {
    RowKind.SOURCE: QT_TR_NOOP("Descriptions"),
    RowKind.PASSAGE: QT_TR_NOOP("Passages"),
    RowKind.QUOTATION: QT_TR_NOOP("Quotations"),
    RowKind.CLAIM: QT_TR_NOOP("Claims"),
    RowKind.ANSWER: QT_TR_NOOP("Answers"),
    RowKind.APPROACH: QT_TR_NOOP("Approaches"),
    RowKind.QUESTION: QT_TR_NOOP("Questions"),
    RowKind.REPLY: QT_TR_NOOP("Replies"),
    RowKind.NOTE: QT_TR_NOOP("Notes"),
}


def facet(of: Facet) -> str:
    return translated(_FACETS[of])


def kinds(of: RowKind) -> str:
    """ "Passages"."""
    return translated(_KINDS[of])


def linked(value: str) -> str:
    return tr("Linked already") if value == YES else tr("Not linked yet")


def spoken(name: str, rows: int, *, chosen: bool) -> str:
    """What a screen reader says of a value."""
    parts = (name, tr("{n} found", "", rows), tr("chosen") if chosen else "")
    return ", ".join(filter(None, parts))


def chosen(facet: str, value: str) -> str:
    """A value on a sign of its own."""
    return tr("{facet}: {value}", facet=facet, value=value)


def more(number: int) -> str:
    """Stands for the values that are not listed yet."""
    return tr("{n} more…", "values", number)


def group(of: Group, source: str) -> str:
    """The head over what was found in one source, which is called `source`, or elsewhere."""
    match of.whose:
        case Whose.SOURCE:
            return source
        case Whose.COMPARISON:
            return tr("In the comparison")
        case Whose.NOTES:
            return tr("In notes")


def in_group(listed: int, rows: int) -> str:
    """How many of its results are listed, of how many."""
    if rows <= listed:
        return f"{listed:,}"
    return tr("{listed} of {rows}", listed=f"{listed:,}", rows=f"{rows:,}")
