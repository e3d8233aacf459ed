"""Which replies pass between approaches: whose words reply to whose, as the voices tell."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from .approach import ApproachSummary
from .holder import Holder
from .library import Passage, Reply


class ReplyOrder(StrEnum):
    """In which order replies are listed."""

    WHEN = "when"
    """The earliest reply first."""
    WHO = "who"
    """By the names of those who reply."""
    TO_WHOM = "to whom"
    """By the names of those who are replied to."""


class ReplyShare(StrEnum):
    """Which replies are listed."""

    ALL = "all"
    DIRECT = "direct"
    """Where the later text takes up the earlier."""
    INFERRED = "inferred"
    """Where we set it beside."""


class ReplyBetween(NamedTuple):
    """A reply with the ids of the approaches in whose holders' voices its passages are."""

    reply: Reply
    by: tuple[str, ...]
    to: tuple[str, ...]


def replies_between(
    one: ApproachSummary, other: ApproachSummary, replies: Iterable[Reply]
) -> tuple[ReplyBetween, ...]:
    """Those by a holder of either to a holder of the other, in their order."""
    found = attributed((one, other), replies)
    return tuple(
        each
        for each in found
        if (one.id in each.by and other.id in each.to)
        or (other.id in each.by and one.id in each.to)
    )


def attributed(
    approaches: Sequence[ApproachSummary], replies: Iterable[Reply]
) -> tuple[ReplyBetween, ...]:
    """Every reply, with whose words it joins; nobody's where no holder speaks."""
    holders = [(head.id, Holder.of(head.proponents)) for head in approaches]

    def whose(passage: Passage) -> tuple[str, ...]:
        end = passage.voice[-1] if passage.voice else None
        return tuple(id for id, holder in holders if end in holder.voices)

    return tuple(ReplyBetween(reply, whose(reply.by), whose(reply.to)) for reply in replies)
