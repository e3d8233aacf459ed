"""A quotation: exact words, where they were found, and where they are now."""

from enum import StrEnum
from typing import NamedTuple

from .span import Span

CONTEXT = 32
"""Code points kept before and after a quotation, as the W3C Web Annotation quote selector does."""


class QuotationState(StrEnum):
    EXACT = "exact"
    """The words stand where the anchor says."""
    MOVED = "moved"
    """The words stand elsewhere in the text, in one place only."""
    CHANGED = "changed"
    """The words are not in the text; something much like them is."""
    LOST = "lost"
    """Neither the words nor anything like them is in the text, or nobody can say which place."""


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
    """Where a quotation is in the text as it is now; `span` is None if it is lost.

    For a changed quotation the span is where the nearest likeness stands: a proposal for a person
    to judge, never to be shown as the quotation.
    """

    state: QuotationState
    span: Span | None

    @property
    def exact(self) -> bool:
        return self.state is QuotationState.EXACT
