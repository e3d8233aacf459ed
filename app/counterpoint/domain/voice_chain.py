"""A chain of voices as it is typed: nearest to the reader first."""

import re

APART = " › "
"""Between the voices of a chain, where one is typed or chosen."""
_BETWEEN = re.compile("[›>\r\n]")


def chain_of(typed: str) -> tuple[str, ...]:
    """The voices in `typed`, which "›", ">" or line breaks part, without empty ones."""
    voices = (" ".join(each.split()) for each in _BETWEEN.split(typed))
    return tuple(filter(None, voices))
