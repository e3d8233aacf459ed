"""What a style says by those that it is made from, in documents of Word and OpenDocument."""

from collections.abc import Mapping
from typing import TypeVar

_MOST_STYLES = 12
"""That a style may be made from, one from the other, as Word allows."""

_T = TypeVar("_T")


def inherited(own: Mapping[str, _T | None], above: Mapping[str, str]) -> dict[str, _T]:
    """What each style says, or the first above it that says something. `own` is what each says
    itself, and `above` the name of what it is made from."""
    found: dict[str, _T] = {}
    for name in own:
        at = name
        for _ in range(_MOST_STYLES):
            if own.get(at) is not None or at not in above:
                break
            at = above[at]
        said = own.get(at)
        if said is not None:
            found[name] = said
    return found
