"""Something in a text that is much like words which the text lacks: to be proposed, never taken."""

from collections.abc import Sequence
from typing import NamedTuple

from .span import Span

_CLEARLY = 4.0
"""Of 100. A word of a long sentence that is another, and none of another sentence."""
ALIKE = 100.0
"""All letters are the same, but for their case and what stands between."""


class Likeness(NamedTuple):
    """`likeness` is of 100, at which all letters are the same."""

    span: Span
    likeness: float


def clearly_nearest(likenesses: Sequence[Likeness]) -> tuple[Span, ...]:
    """Where the likest is, with all others that are nearly as like; they come the likest first."""
    if not likenesses:
        return ()
    least = likenesses[0].likeness - _CLEARLY
    return tuple(each.span for each in likenesses if each.likeness > least)
