"""Each setting as the text that stands for it in the file, and what it may be.

Numbers and words stand as they are; what has parts stands as JSON, in ASCII, as the name of a file
may hold what UTF-8 cannot.
"""

import binascii
import json
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial
from typing import NamedTuple, TypeVar

from .values import (
    MOST_RECENT,
    ColourScheme,
    LibraryState,
    ReaderPlace,
    Settings,
    Spacing,
)

LEAST_ZOOM, MOST_ZOOM = 0.1, 10.0
"""A zoom beyond these is taken for a mistake. What the window can show is narrower."""

E = TypeVar("E", bound=StrEnum)


class OfNoUse(Exception):
    """A value that cannot be what it should be."""


class _Kind(NamedTuple):
    """`check` gives what a value of plain JSON means, or raises `OfNoUse`; `is_text` where the text
    in the file is the value, and no JSON."""

    check: Callable[[object], object]
    is_text: bool = False


def read(name: str, text: object) -> object:
    """The setting `name` of the text that stands in the file. Raises `OfNoUse`."""
    if not isinstance(text, str):  # QSettings takes commas for lists
        raise OfNoUse
    if KINDS[name].is_text:
        return checked(name, text)
    try:
        return checked(name, json.loads(text, parse_constant=_no_constant))
    except (ValueError, RecursionError):
        raise OfNoUse from None


def checked(name: str, value: object) -> object:
    """The setting `name` of plain JSON. Raises `OfNoUse`."""
    return KINDS[name].check(value)


def texts(values: Settings | LibraryState) -> dict[str, str]:
    """The text of each setting by its name; nothing for what is not set."""
    plain = values._asdict()
    if isinstance(place := plain.get("reader_place"), ReaderPlace):
        plain["reader_place"] = place._asdict()
    return {
        name: str(value) if KINDS[name].is_text else json.dumps(value, default=dict)
        for name, value in plain.items()
        if value is not None
    }


def _no_constant(_name: str) -> None:
    """NaN and Infinity are not JSON; they are read as null."""


def _one_of(kind: type[E], value: object) -> E:
    if not isinstance(value, str) or value not in list(kind):
        raise OfNoUse
    return kind(value)


def _name(value: object) -> str:
    """Of a pane: which there are, the window knows."""
    if not isinstance(value, str) or not re.fullmatch(r"(?a:[\w-]{0,100})", value):
        raise OfNoUse
    return value


def _base64(value: object) -> str:
    if not isinstance(value, str) or len(value) > 10_000:
        raise OfNoUse
    try:
        binascii.a2b_base64(value, strict_mode=True)
    except ValueError:
        raise OfNoUse from None
    return value


def _zoom(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise OfNoUse
    if not LEAST_ZOOM <= value <= MOST_ZOOM:
        raise OfNoUse
    return float(value)


def _count(value: object) -> int:
    """A number of pixels or code points, small enough for Qt."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**31:
        raise OfNoUse
    return value


def _sizes(value: object) -> Mapping[str, tuple[int, ...]]:
    return {name: tuple(map(_count, _list(sizes))) for name, sizes in _object(value).items()}


def _truths(value: object) -> Mapping[str, bool]:
    found = _object(value)
    if not all(isinstance(each, bool) for each in found.values()):
        raise OfNoUse
    return {name: bool(each) for name, each in found.items()}


def _recent(value: object) -> tuple[str, ...]:
    names = _list(value)
    if not all(isinstance(name, str) and name for name in names):
        raise OfNoUse
    return tuple(dict.fromkeys(map(str, names)))[:MOST_RECENT]


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise OfNoUse
    return value


def _object(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise OfNoUse
    return value


def _place(value: object) -> ReaderPlace:
    found = _object(value)
    source = found.get("source")
    if not isinstance(source, str) or not source:
        raise OfNoUse
    return ReaderPlace(source, _count(found.get("position")))


KINDS = {
    "geometry": _Kind(_base64, is_text=True),
    "splitters": _Kind(_sizes),
    "zoom": _Kind(_zoom),
    "spacing": _Kind(partial(_one_of, Spacing), is_text=True),
    "colour_scheme": _Kind(partial(_one_of, ColourScheme), is_text=True),
    "panes": _Kind(_truths),
    "recent_libraries": _Kind(_recent),
    "recent_choices": _Kind(_recent),
    "view": _Kind(_name, is_text=True),
    "arrangement": _Kind(_object),
    "selection": _Kind(_object),
    "page": _Kind(_object),
    "linked": _Kind(_object),
    "hand_over": _Kind(_object),
    "reader_place": _Kind(_place),
    "reader_shows": _Kind(_name, is_text=True),
}
"""Every setting, by the name of its field."""
