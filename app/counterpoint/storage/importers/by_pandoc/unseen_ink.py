"""Colours and sizes in which nobody sees words, as several kinds of document say them."""

WHITE = "ffffff"
_NEARLY = 250
"""Of 255, that each of its colours has at least."""
SMALL = 1.0
"""Points, at most, that nobody reads."""


def is_unseen(ink: str, ground: str, size: float | None) -> bool:
    """Whether words are not seen. `ink` and `ground` are colours of six hexadecimal figures: ""
    where nothing is said, which is black, and the white of paper."""
    if size is not None and size <= SMALL:
        return True
    ground = ground or WHITE
    return bool(ink) and (ink == ground or (_is_white(ink) and _is_white(ground)))


def _is_white(colour: str) -> bool:
    return all(int(colour[at : at + 2], 16) >= _NEARLY for at in (0, 2, 4))
