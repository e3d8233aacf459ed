"""What a passage replies to and what replies to it."""

from counterpoint.domain.approach import Link
from counterpoint.domain.library import ReplyKind

from .translation import tr


def inferred(place: str) -> str:
    """The place of a passage to which nobody replied by name: we set the two side by side."""
    return tr("{place}, set beside it by us", place=place)


def passage_not_placed() -> str:
    """That one cannot go to a passage."""
    return tr("The words of this passage could not be placed in their source.")


def reply(of: ReplyKind, who: str, *, outgoing: bool) -> str:
    """ "Rebuts the Foreign Office", or "Rebutted by Hugo Klijn" where it comes in."""
    match of, outgoing:
        case ReplyKind.REBUTS, True:
            return tr("Rebuts {who}", who=who)
        case ReplyKind.REBUTS, _:
            return tr("Rebutted by {who}", who=who)
        case ReplyKind.CONCEDES_TO, True:
            return tr("Concedes to {who}", who=who)
        case ReplyKind.CONCEDES_TO, _:
            return tr("Conceded by {who}", who=who)
        case ReplyKind.SUPPORTS, True:
            return tr("Supports {who}", who=who)
        case _:
            return tr("Supported by {who}", who=who)


def kind(of: ReplyKind) -> str:
    """What the later passage does to the earlier."""
    match of:
        case ReplyKind.REBUTS:
            return tr("rebuts")
        case ReplyKind.CONCEDES_TO:
            return tr("concedes to")
        case ReplyKind.SUPPORTS:
            return tr("supports")


def standing(of: Link) -> str:
    """Whether the later text takes up the earlier, or we set the two side by side."""
    return tr("set beside it by us") if of is Link.INFERRED else tr("direct")
