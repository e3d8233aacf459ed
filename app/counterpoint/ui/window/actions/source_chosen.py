"""Which source an action is about: the one that is chosen, else the one that is read."""

from typing import TYPE_CHECKING, cast

from counterpoint.labels.translation import tr
from counterpoint.ui.window.workspace import Workspace

if TYPE_CHECKING:
    from counterpoint.ui.arrivals.page import ArrivalsPage


def source_chosen(space: Workspace) -> str:
    """Its id; "" where there is none."""
    if space.view_name() == "sources":
        return space.sources.current_source()
    if space.view_name() == "arrivals":
        arrival = cast("ArrivalsPage", space.pane("arrivals")).chosen()
        if arrival is not None and arrival.source:
            return arrival.source
    if space.session.target.source:
        return space.session.target.source
    reader = space.reader if space.has("reader") else None
    return reader.source.id if reader is not None and reader.source is not None else ""


def describe_chosen(space: Workspace) -> str:
    """Opens its form; what to say where there is none."""
    source = source_chosen(space)
    if source:
        space.signals.describe_wanted.emit(source)
    return "" if source else tr("Choose a source first.")


def replace_chosen(space: Workspace) -> str:
    """Asks for a new version of it; what to say where there is none."""
    source = source_chosen(space)
    if source:
        space.live_sources.replace_wanted.emit(source)
    return "" if source else tr("Choose a source first.")


def original_chosen(space: Workspace, *, folder: bool) -> str:
    """Opens the document that it was taken from, or the folder of that; what to say where there is
    no source."""
    source = source_chosen(space)
    if source:
        space.signals.original_wanted.emit(source, folder)
    return "" if source else tr("Choose a source first.")


def remove_chosen(space: Workspace) -> str:
    """Takes it from the library; what to say where there is none."""
    source = source_chosen(space)
    if source:
        space.live_sources.remove_wanted.emit(source)
    return "" if source else tr("Choose a source first.")
