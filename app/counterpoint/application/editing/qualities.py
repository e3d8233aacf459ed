"""How a passage is evidence, as a person says it when they link it."""

from typing import NamedTuple

from counterpoint.domain.approach import ClaimKind, Link, Stance


class Qualities(NamedTuple):
    """`kind` is of the claim, where that is new."""

    stance: Stance = Stance.ADVOCATES
    link: Link = Link.DIRECT
    voice: tuple[str, ...] = ()
    why: str = ""
    hedge: str = ""
    partial: str = ""
    kind: ClaimKind = ClaimKind.PRESCRIPTION
