"""Something of the library that must not be overlooked, with what one can do about it."""

from collections.abc import Callable
from typing import NamedTuple


class Deed(NamedTuple):
    label: str
    do: Callable[[], None]


class Noticed(NamedTuple):
    """It stays until it is closed or over. One with the same `key` takes its place."""

    key: str
    words: str
    """"" where it is over."""
    deeds: tuple[Deed, ...] = ()
    closes: bool = True
    """Whether a person can put it away."""
