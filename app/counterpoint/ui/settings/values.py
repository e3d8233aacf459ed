"""The choices made in a window and where it stood, so that it opens as it was left."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

MOST_RECENT = 10
"""Libraries opened recently, and entries chosen in the palette, that are remembered."""


class ColourScheme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Spacing(StrEnum):
    """How much air a cell gets."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


class ReaderPlace(NamedTuple):
    """Where the reader stood: a source's id, and the code point at the top of the view."""

    source: str
    position: int


Kept = Mapping[str, object]
"""A JSON object whose meaning its owner knows, and checks when it takes it up."""


class Settings(NamedTuple):
    """What every library shares."""

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


class LibraryState(NamedTuple):
    """How one library was left."""

    view: str = ""
    """The name of the view that most of the window showed; "" for the first."""
    arrangement: Kept | None = None
    selection: Kept | None = None
    reader_place: ReaderPlace | None = None
    page: Kept | None = None
    """What of the comparison was last opened as a page."""
    linked: Kept | None = None
    """What was chosen when a passage was linked last."""
    hand_over: Kept | None = None
    """What was chosen for a paper that is handed over."""
    reader_shows: str = ""
    """What was read of sources that came from a PDF, as `ReaderShows` names it; "" for the text."""


def with_recent(recent: tuple[str, ...], latest: str) -> tuple[str, ...]:
    """`latest` put in front, the oldest dropped where there would be more than 10."""
    return (latest, *(name for name in recent if name != latest))[:MOST_RECENT]
