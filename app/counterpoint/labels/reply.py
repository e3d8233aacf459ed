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


def reply(of: ReplyKind, link: Link, who: str, *, outgoing: bool) -> str:
    """ "Rebuts the Foreign Office", or "Rebutted by Hugo Klijn" where it comes in. Where we set the
    two side by side, neither did anything to the other: "Set against Hugo Klijn"."""
    if link is Link.INFERRED:
        if of is ReplyKind.REBUTS:
            return tr("Set against {who}", who=who)
        return tr("Set beside {who}", who=who)
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


def told(of: ReplyKind, link: Link) -> str:
    """What the later passage does to the earlier; else what we did with the two."""
    if link is Link.DIRECT:
        return kind(of)
    return tr("set against") if of is ReplyKind.REBUTS else tr("set beside")


def kind(of: ReplyKind) -> str:
    """What the later passage does to the earlier, where it takes that up."""
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
