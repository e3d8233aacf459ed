"""The names of persons and offices in a few words."""

import re
from collections.abc import Iterable

from counterpoint.domain.voice_chain import APART

from .text import in_one_line, isolated, set_apart

_REPORTING = r", \w+ing$"
LONGEST_NAME = 40
"""Characters of a name that a header or an evidence mark has room for."""


def briefly(name: str) -> str:
    """A name in a few words: cut at a comma, a bracket or a word, and then marked with "…"."""
    name = in_one_line(name)
    return isolated(name if len(name) <= LONGEST_NAME else _cut(name))


def _cut(name: str) -> str:
    head = name.split(",", maxsplit=1)[0].split(" (", maxsplit=1)[0]
    if len(head) <= LONGEST_NAME:
        return head
    return head[:LONGEST_NAME].rsplit(" ", 1)[0].rstrip(",;:") + "\u00a0…"


def in_a_choice(voice: Iterable[str]) -> str:
    """A chain among others to choose from, as one types it."""
    return APART.join(map(set_apart, voice))


def chained(voice: Iterable[str]) -> str:
    """ "Embassy London, reporting Michael Davenport": a chain of voices in full, nearest to the
    reader first."""
    chain = ""
    for name in map(set_apart, voice):
        chain += (" " if re.search(_REPORTING, chain) else ", ") + name if chain else name
    return chain
