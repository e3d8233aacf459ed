"""A piece of evidence in words: its stance, its link, its voice and its mark."""

from collections.abc import Mapping

from counterpoint.domain.approach import Evidence, Link, Stance

from .names import briefly, chained
from .paragraph import NO_BREAK, in_source
from .quotation_state import state
from .text import set_apart
from .translation import tr

BRIEF_NAME = 14
"""Characters of a source's name that stay on one line."""


def stance(of: Stance) -> str:
    match of:
        case Stance.ADVOCATES:
            return tr("advocates")
        case Stance.DESCRIBES:
            return tr("describes")
        case Stance.CRITICISES:
            return tr("criticises")
        case Stance.CONCEDES:
            return tr("concedes")
        case Stance.TELLS_FOR:
            return tr("tells for")
        case Stance.TELLS_AGAINST:
            return tr("tells against")
        case Stance.BEARS_ON:
            return tr("bears on")


def link(of: Link) -> str:
    match of:
        case Link.DIRECT:
            return tr("direct")
        case Link.INFERRED:
            return tr("inferred")


def cited(piece: Evidence, short: Mapping[str, str]) -> str:
    """ "London cable ¶4"; a number is never parted from the word before it, nor a brief name."""
    name = short.get(piece.source, piece.source)
    if len(name) <= BRIEF_NAME:
        name = name.replace(" ", NO_BREAK)
    return in_source(name, piece.paragraph)


def whose(piece: Evidence) -> str:
    """Whose view it is, in a few words: the last of the chain."""
    return briefly(piece.voice[-1]) if piece.voice else ""


def chain(piece: Evidence) -> str:
    """The voices in full, nearest to the reader first."""
    return chained(piece.voice)


def pills(piece: Evidence) -> tuple[str, ...]:
    """The small words that qualify a mark, and the one that warns comes first."""
    words = []
    if not piece.standing.exact:
        words.append(state(piece.standing.state))
    if piece.link is Link.INFERRED:
        words.append(link(piece.link))
    if piece.partial:
        words.append(tr("partial"))
    if piece.tone:
        words.append(piece.tone)
    return tuple(words)


def remarks(piece: Evidence) -> tuple[str, ...]:
    """What keeps the words from bearing their claim wholly and directly, each in a few words."""
    found = []
    if piece.hedge:
        found.append(tr("hedged: “{words}”", words=set_apart(piece.hedge)))
    if piece.tone:
        found.append(set_apart(piece.tone))
    if piece.link is Link.INFERRED:
        found.append(_with_why(link(piece.link), piece.why))
    if piece.partial:
        found.append(_with_why(tr("in part"), piece.partial))
    return tuple(found)


def _with_why(what: str, why: str) -> str:
    return f"{what}: {set_apart(why)}" if why else what
