"""Phrases that several importers tell a loss in."""

from collections.abc import Sequence

_NAMED, _LONG = 500, 2000
ALL = 20_000
"""Code points that one phrase tells, about: what shows it to a person shows its beginning first."""


def quoted(pieces: Sequence[str], named: int = _NAMED, most: int = _LONG) -> str:
    """What several pieces of a document say, so that nobody has to open it: "“Is that so?”, “No.”
    and 3 more": so many of them are `named`, up to `ALL` code points, and `most` of each."""
    told: list[str] = []
    room = ALL
    for each in pieces[:named]:
        if room <= 0:
            break
        told.append(f"“{sample(each, most)}”")
        room -= len(told[-1])
    more = len(pieces) - len(told)
    return f"{', '.join(told)} and {more:,} more" if more > 0 else ", ".join(told)


def sample(words: str, most: int = 60) -> str:
    """The beginning of `words`, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
