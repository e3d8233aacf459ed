"""Phrases that several importers tell a loss in."""

from collections.abc import Sequence

_NAMED, _LONG = 12, 200


def quoted(pieces: Sequence[str], named: int = _NAMED, most: int = _LONG) -> str:
    """What several pieces of a document say, so that nobody has to open it: "“Is that so?”, “No.”
    and 3 more": so many of them are `named`, and `most` code points of each."""
    told = ", ".join(f"“{sample(each, most)}”" for each in pieces[:named])
    more = len(pieces) - named
    return f"{told} and {more:,} more" if more > 0 else told


def sample(words: str, most: int = 60) -> str:
    """The beginning of `words`, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
