"""What a person wrote of the approaches and the replies, as values that can be changed: no
quotation has been looked for in them yet. `resolve` makes approaches of them.

A path leads from a form to a part of it by the keys of its file: `("positions", "channels",
"claims", 0, "evidence", 1, "quote")`. Entries of lists are counted from 0, without those that
could not be read. `left_out` counts what could not be read of a form itself, outside its parts.
"""

from typing import NamedTuple

from .approach import ClaimKind, Colour, Coverage, Link, Proponent, Relation, Stance, Status
from .library import ReplyKind
from .quotation import Anchor, Quotation

KeyPath = tuple[str | int, ...]
"""How a value is reached from the root of a file: keys, and numbers of entries of lists from 0."""


class PassageForm(NamedTuple):
    """A quotation with what its writer said of where it stands, and who says it."""

    source: str
    quote: str
    voice: tuple[str, ...]
    paragraph: str | None = None
    occurrence: int | None = None
    """Counted from 1."""
    anchor: Anchor | None = None
    left_out: int = 0
    date: str | None = None
    """Of a reply's: when the words were said, where the source reports earlier ones."""

    @property
    def quotation(self) -> Quotation:
        return Quotation(self.quote, self.anchor)


class EvidenceForm(NamedTuple):
    """In its file the keys of `passage` stand among its own."""

    passage: PassageForm
    stance: Stance
    link: Link = Link.DIRECT
    why: str | None = None
    hedge: str | None = None
    tone: str | None = None
    partial: str | None = None


class ClaimForm(NamedTuple):
    id: str
    text: str
    kind: ClaimKind
    evidence: tuple[EvidenceForm, ...]
    left_out: int = 0

    @property
    def all_left_out(self) -> int:
        """With what is left out of its evidence."""
        return self.left_out + sum(piece.passage.left_out for piece in self.evidence)


class PositionForm(NamedTuple):
    dimension: str
    coverage: Coverage | None
    """None where it could not be read."""
    why: str | None = None
    looked_for: str | None = None
    claims: tuple[ClaimForm, ...] = ()
    unread: frozenset[str] = frozenset()
    """The keys that could not be read, or are not known."""
    claims_left_out: int = 0
    answer: str | None = None
    holds: tuple[str, ...] | None = None
    rests_on: tuple[str, ...] | None = None

    @property
    def all_left_out(self) -> int:
        """With what is left out of its claims."""
        own = len(self.unread) + self.claims_left_out
        return own + sum(claim.all_left_out for claim in self.claims)


class ApproachForm(NamedTuple):
    """`None` stands for what could not be read."""

    title: str | None
    gist: str | None
    cue: str | None
    colour: Colour
    status: Status | None
    status_note: str | None
    date: str | None
    proponents: tuple[Proponent, ...]
    positions: tuple[PositionForm, ...]
    """At most one on a dimension, in the order of the file."""
    shown: bool = True
    status_detail: str = ""
    relations: tuple[Relation, ...] = ()
    positions_unread: bool = False
    """Whether none of the positions could be read."""
    unread: frozenset[str] = frozenset()
    """The dimensions whose positions could not be read."""
    left_out: int = 0

    @property
    def all_left_out(self) -> int:
        """With what is left out of its positions."""
        return self.left_out + sum(position.all_left_out for position in self.positions)


class ReplyForm(NamedTuple):
    kind: ReplyKind
    by: PassageForm
    to: PassageForm
    why: str | None = None
    link: Link = Link.DIRECT
