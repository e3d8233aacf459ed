"""The whole words of a text that fit a quotation which is nearly there."""

from collections.abc import Callable, Iterable

from counterpoint.domain.whole_words import inside_word

_COMPARED = 64
"""Code points at either end by which the ends are chosen: what is compared in one machine word."""
_CHOICES = 6
"""So many beginnings and as many ends are tried with one another."""


def fitted(words: str, text: str, about: tuple[int, int], reach: int) -> tuple[int, int]:
    """From which word to which `text`, which is flat, is likest to `words`, within `reach` code
    points of `about`; `about` itself where no words begin or end there."""
    from rapidfuzz.fuzz import ratio

    head, tail = words[:_COMPARED], words[-_COMPARED:]
    starts = _best(
        _starts(text, about[0], reach), lambda at: ratio(head, text[at : at + len(head)]), about[0]
    )
    ends = _best(
        _ends(text, about[1], reach),
        lambda at: ratio(tail, text[max(0, at - len(tail)) : at]),
        about[1],
    )
    # A quotation may have lost, or got, some words: only both ends together tell.
    pairs = [(start, end) for start in starts for end in ends if start < end]
    if not pairs:
        return about
    if len(words) > 4 * _COMPARED:
        return pairs[0]
    return max(pairs, key=lambda pair: (ratio(words, text[slice(*pair)]), pair[1] - pair[0]))


def _best(places: Iterable[int], score: Callable[[int], float], about: int) -> list[int]:
    return sorted(places, key=lambda at: (-score(at), abs(at - about)))[:_CHOICES]


def _starts(text: str, about: int, reach: int) -> list[int]:
    """Where words begin, with the marks before them and without."""
    found: list[int] = []
    for at in range(max(0, about - reach), min(len(text), about + reach)):
        before = text[at - 1 : at]
        if not text[at].isspace() and not before.isalnum() and not inside_word(text, at):
            found.append(at)
    return found


def _ends(text: str, about: int, reach: int) -> list[int]:
    found: list[int] = []
    for at in range(max(1, about - reach), min(len(text), about + reach) + 1):
        after = text[at : at + 1]
        if not text[at - 1].isspace() and not after.isalnum() and not inside_word(text, at):
            found.append(at)
    return found
