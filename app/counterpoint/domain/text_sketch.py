"""What of a text is compared to tell whether it is another version of one."""

import re
import zlib
from collections.abc import Iterable

_WORDS = re.compile(r"\w+")
_SOME = re.compile(r"[jkqzJKQZжщюэЖЩЮЭ](?<=\b.)\w+(?:\W+\w+){4}")
"""Stretches of five words: few, and the same ones wherever the same words stand. That a word begins
there is asked last, as each of these letters is quickly found."""
_ENOUGH = 24
_SHORT = 6_000
"""Code points. Of a text with fewer of those stretches, all are compared that it has so far."""


def sketch_of(text: str) -> frozenset[int]:
    """What is compared of a text: the same for the same words, whatever parts them."""
    few = _hashed(_SOME.findall(text))
    if len(few) >= _ENOUGH:
        return few
    words = _WORDS.findall(text[:_SHORT])
    return _hashed(" ".join(words[at : at + 5]) for at in range(max(1, len(words) - 4)))


def _hashed(stretches: Iterable[str]) -> frozenset[int]:
    return frozenset(
        zlib.crc32(" ".join(stretch.casefold().split()).encode()) for stretch in stretches
    )


def shared(one: frozenset[int], other: frozenset[int]) -> float:
    """0 to 1: how much of the shorter text the other has too."""
    if len(one) < 8 or len(other) < 8:
        return 1.0 if one and one == other else 0.0
    shorter, longer = sorted((len(one), len(other)))
    if longer > 4 * shorter:
        return 0.0  # one quotes the other
    return len(one & other) / shorter
