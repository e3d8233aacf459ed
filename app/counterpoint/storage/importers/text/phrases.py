"""Phrases that several importers tell a loss in."""

from collections.abc import Sequence

_NAMED, _LONG = 12, 200
"""So many pieces are told, and so many code points of each."""


def quoted(pieces: Sequence[str]) -> str:
    """What several pieces of a document say, so that nobody has to open it: "“Is that so?”, “No.”
    and 3 more"."""
    named = ", ".join(f"“{sample(each, _LONG)}”" for each in pieces[:_NAMED])
    more = len(pieces) - _NAMED
    return f"{named} and {more:,} more" if more > 0 else named


def sample(words: str, most: int = 60) -> str:
    """The beginning of `words`, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
