"""Paragraphs that a document counts: "12. We hold …", "(b) to all members …".

Where a paragraph is put in before them each later one has another number, and says what it said."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

_FORMS = (
    re.compile(r"\s*(?:¶\s?)?(\d{1,4})[.)]\s+(?=\S)"),
    re.compile(r"\s*[(\[](\d{1,4})[)\]]\s+(?=\S)"),
    re.compile(r"\s*¶\s?(\d{1,4})\s+(?=\S)"),
    re.compile(r"\s*\(?([a-z])\)\s+(?=\S)"),
)


LONGEST_NUMBER = 20
"""Code points in which a number and the space behind it end."""


def counting_numbers(openings: Iterable[tuple[int, str]]) -> dict[int, int]:
    """Of paragraphs, each by its key with its first code points, those that a number counts beside
    another: how many code points the number and the space behind it take, by the key."""
    found: dict[int, int] = {}
    by_form: list[list[tuple[int, int, int]]] = [[] for _ in _FORMS]
    for key, opening in openings:
        for form, listed in zip(_FORMS, by_form, strict=True):
            if (number := form.match(opening)) is not None:
                listed.append((key, _value(number[1]), number.end()))
                break
    for listed in by_form:
        found |= _running(listed)
    return found


def _value(number: str) -> int:
    return int(number) if number.isdecimal() else ord(number)


def _running(listed: Sequence[tuple[int, int, int]]) -> Iterable[tuple[int, int]]:
    """Those of which the one before has the number before, or the next the next."""
    for one, other in pairwise(listed):
        if other[1] == one[1] + 1:
            yield one[0], one[2]
            yield other[0], other[2]
