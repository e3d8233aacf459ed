"""The choices made in a window and where it stood, so that it opens as it was left."""

import binascii
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from counterpoint.storage.settings_file import is_plain

MOST_RECENT = 10
"""Libraries opened recently, and entries chosen in the palette, that are remembered."""

MOST_LIBRARIES = 100
"""Libraries of which is kept how they were left; the one touched longest ago goes first."""

LEAST_ZOOM, MOST_ZOOM = 0.1, 10.0
"""A zoom beyond these is taken for a mistake. What the window can show is narrower."""


class ColourScheme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Spacing(StrEnum):
    """How much air a cell gets."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


class View(StrEnum):
    """What most of the window shows."""

    COMPARE = "compare"
    SOURCES = "sources"
    NOTES = "notes"


class ReaderPlace(NamedTuple):
    """Where the reader stood: a source's id, and the code point at the top of the view."""

    source: str
    position: int


Kept = Mapping[str, object]
"""A JSON object whose meaning its owner knows, and checks when it takes it up."""


class Settings(NamedTuple):
    """Everything that is remembered. The last mappings, from `views` on, are by library."""

    geometry: str = ""
    """QWidget.saveGeometry() in base64, "" where the window was never placed."""
    splitters: Mapping[str, tuple[int, ...]] = MappingProxyType({})
    """The sizes of each splitter's parts, in pixels, by its name."""
    zoom: float = 1.0
    spacing: Spacing = Spacing.COMFORTABLE
    colour_scheme: ColourScheme = ColourScheme.SYSTEM
    panes: Mapping[str, bool] = MappingProxyType({})
    """Whether a pane is visible, by its name; one that is not named is as it is at first."""
    recent_libraries: tuple[str, ...] = ()
    """Paths, the latest first, at most 10."""
    recent_choices: tuple[str, ...] = ()
    """Names of entries (`Entry.name`) chosen in the palette, the latest first, at most 10."""
    views: Mapping[str, View] = MappingProxyType({})
    arrangements: Mapping[str, Kept] = MappingProxyType({})
    selections: Mapping[str, Kept] = MappingProxyType({})
    reader_places: Mapping[str, ReaderPlace] = MappingProxyType({})


def with_recent(recent: tuple[str, ...], latest: str) -> tuple[str, ...]:
    """`latest` put in front, the oldest dropped where there would be more than 10."""
    return (latest, *(name for name in recent if name != latest))[:MOST_RECENT]


def to_json(settings: Settings) -> dict[str, object]:
    """As plain JSON types, for `from_json` to read."""
    return {
        "geometry": settings.geometry,
        "splitters": {name: list(sizes) for name, sizes in settings.splitters.items()},
        "zoom": settings.zoom,
        "spacing": settings.spacing.value,
        "colour_scheme": settings.colour_scheme.value,
        "panes": dict(settings.panes),
        "recent_libraries": list(settings.recent_libraries),
        "recent_choices": list(settings.recent_choices),
        "views": {library: view.value for library, view in settings.views.items()},
        "arrangements": {library: dict(kept) for library, kept in settings.arrangements.items()},
        "selections": {library: dict(kept) for library, kept in settings.selections.items()},
        "reader_places": {
            library: {"source": place.source, "position": place.position}
            for library, place in settings.reader_places.items()
        },
    }


def from_json(value: object) -> tuple[Settings, tuple[str, ...]]:
    """The settings in `value`, and the names of those that were wrong in whole or in part.

    Never raises. What is wrong or missing is at its default; of a list or a mapping what is right
    is kept. Names that are not ours are passed over.
    """
    if not isinstance(value, dict):
        return Settings(), ("everything",)
    found: dict[str, object] = {}
    wrong: list[str] = []
    for name, read in _READERS.items():
        if name not in value:
            continue
        try:
            found[name], whole = read(value[name])
        except _Wrong:
            whole = False
        if not whole:
            wrong.append(name)
    return Settings(**found), tuple(wrong)  # type: ignore[arg-type]  # each reader gives its type


def merged(before: Settings, ours: Settings, theirs: Settings) -> Settings:
    """What to write: `theirs`, which is in the file now, with what we changed since `before`.

    Mappings are merged entry by entry, and lists of recent things keep what the others added.
    """
    changed: dict[str, object] = {}
    for name in Settings._fields:
        old, our, their = (getattr(one, name) for one in (before, ours, theirs))
        if our == old:
            changed[name] = their
        elif isinstance(our, Mapping):
            changed[name] = _merged_mapping(old, our, their)
        elif isinstance(our, tuple):
            added = [one for one in their if one not in our and one not in old]
            changed[name] = (*our, *added)[:MOST_RECENT]
        else:
            changed[name] = our
    return Settings(**changed)  # type: ignore[arg-type]  # taken from fields of the same name


def _merged_mapping(
    old: Mapping[str, object], our: Mapping[str, object], their: Mapping[str, object]
) -> dict[str, object]:
    """What we touched comes last, so that what is touched longest ago is first to be dropped."""
    touched = {name for name in {*old, *our} if old.get(name) != our.get(name)}
    entries = {name: value for name, value in their.items() if name not in touched}
    entries.update({name: value for name, value in our.items() if name in touched})
    return dict(list(entries.items())[-MOST_LIBRARIES:])


class _Wrong(Exception):
    """A value that cannot be what it should be."""


T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
Reader = Callable[[object], tuple[object, bool]]
"""Gives what a value means and whether all of it was right. Raises _Wrong if nothing was."""


def _whole(read: Callable[[object], object], value: object) -> tuple[object, bool]:
    return read(value), True


def _mapping(read: Callable[[object], T], value: object) -> tuple[dict[str, T], bool]:
    if not isinstance(value, dict):
        raise _Wrong
    kept: dict[str, T] = {}
    for name, part in value.items():
        if isinstance(name, str):
            try:
                kept[name] = read(part)
            except _Wrong:
                continue
    return kept, len(kept) == len(value)


def _recent(value: object) -> tuple[tuple[str, ...], bool]:
    if not isinstance(value, list | tuple):
        raise _Wrong
    names = tuple(dict.fromkeys(name for name in value if isinstance(name, str) and name))
    return names[:MOST_RECENT], len(names) == len(value) <= MOST_RECENT


def _one_of(kind: type[E], value: object) -> E:
    if not isinstance(value, str) or value not in list(kind):
        raise _Wrong
    return kind(value)


def _base64(value: object) -> str:
    if not isinstance(value, str) or len(value) > 10_000:
        raise _Wrong
    try:
        binascii.a2b_base64(value, strict_mode=True)
    except ValueError:
        raise _Wrong from None
    return value


def _zoom(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _Wrong
    if not LEAST_ZOOM <= value <= MOST_ZOOM:
        raise _Wrong
    return float(value)


def _count(value: object) -> int:
    """A number of pixels or code points, small enough for Qt."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**31:
        raise _Wrong
    return value


def _sizes(value: object) -> tuple[int, ...]:
    if not isinstance(value, list | tuple):
        raise _Wrong
    return tuple(_count(size) for size in value)


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise _Wrong
    return value


def _kept(value: object) -> Kept:
    if not isinstance(value, dict) or not is_plain(value, most_nested=8):
        raise _Wrong
    return value


def _place(value: object) -> ReaderPlace:
    if not isinstance(value, dict):
        raise _Wrong
    source = value.get("source")
    if not isinstance(source, str) or not source:
        raise _Wrong
    return ReaderPlace(source, _count(value.get("position")))


_READERS: dict[str, Reader] = {
    "geometry": partial(_whole, _base64),
    "splitters": partial(_mapping, _sizes),
    "zoom": partial(_whole, _zoom),
    "spacing": partial(_whole, partial(_one_of, Spacing)),
    "colour_scheme": partial(_whole, partial(_one_of, ColourScheme)),
    "panes": partial(_mapping, _truth),
    "recent_libraries": _recent,
    "recent_choices": _recent,
    "views": partial(_mapping, partial(_one_of, View)),
    "arrangements": partial(_mapping, _kept),
    "selections": partial(_mapping, _kept),
    "reader_places": partial(_mapping, _place),
}
