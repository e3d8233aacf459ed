"""A quotation: exact words, where they were found, and where they are now."""

from enum import StrEnum
from typing import NamedTuple

from .span import Span

CONTEXT = 32
"""Code points kept before and after a quotation, as the W3C Web Annotation quote selector does."""


class QuotationState(StrEnum):
    EXACT = "exact"
    """Word for word where the anchor says, in its surroundings."""
    SPELT_OTHERWISE = "spelt otherwise"
    """The words stand, with other marks, dashes, ligatures, line ends, composition or width."""
    MOVED = "moved"
    """Word for word elsewhere, or in surroundings that are others in part: clearly in one place."""
    CHANGED = "changed"
    """The words are not there; one passage is much like them, and is proposed."""
    AMBIGUOUS = "ambiguous"
    """Several places may be meant: a person has to say which."""
    LOST = "lost"
    """Neither the words, in their surroundings, nor anything like them is in the text."""


class Anchor(NamedTuple):
    """Where a quotation stood when it was anchored."""

    span: Span
    before: str
    after: str
    digest: str


class Quotation(NamedTuple):
    """The words as their writer gave them; white space and page breaks in them may differ from
    the text's, nothing else. `anchor` is None until `counterpoint anchor` has found them."""

    words: str
    anchor: Anchor | None


class Standing(NamedTuple):
    """Where a quotation is in the text as it is now; `span` is None if it is lost or ambiguous.

    For a changed quotation the span is where the nearest likeness stands: a proposal for a person
    to judge, never to be shown as the quotation.
    """

    state: QuotationState
    span: Span | None

    @property
    def exact(self) -> bool:
        return self.state is QuotationState.EXACT

    @property
    def stands(self) -> bool:
        """Whether the words are there, if set otherwise: nothing has to be done about them."""
        return self.state in STANDING


STANDING = frozenset({QuotationState.EXACT, QuotationState.SPELT_OTHERWISE})

BY_NEED = (
    QuotationState.CHANGED,
    QuotationState.AMBIGUOUS,
    QuotationState.LOST,
    QuotationState.SPELT_OTHERWISE,
    QuotationState.MOVED,
    QuotationState.EXACT,
)
"""What needs a person comes first."""
