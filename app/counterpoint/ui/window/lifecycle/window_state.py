"""What comes back the next day: where the window stood, and where its person stood in it."""

from pathlib import Path

from PySide6.QtCore import QByteArray

from counterpoint.application.kept_settings import KeptSettings
from counterpoint.application.library.arrangement import Arrangement
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.places import real
from counterpoint.application.settings import (
    ReaderPlace,
    Settings,
    Spacing,
    View,
    with_recent,
)
from counterpoint.domain.note import Target
from counterpoint.ui.theme.appearance import Appearance
from counterpoint.ui.theme.theme import Density, Theme
from counterpoint.ui.window.side import PANES
from counterpoint.ui.window.workspace import Workspace

from .target_json import from_json, to_json


class WindowState:
    """Reads the settings into a window and writes them from it."""

    def __init__(self, kept: KeptSettings) -> None:
        self._kept = kept
        self.settings: Settings = kept.settings

    @property
    def messages(self) -> tuple[str, ...]:
        """What was wrong with the settings file."""
        return self._kept.messages

    def change(self, **changes: object) -> None:
        """Takes up changed settings; they are written by `write`."""
        self.settings = self.settings._replace(**changes)  # type: ignore[arg-type]  # by name

    def write(self) -> str:
        """Saves; what to tell the person where that failed, or ""."""
        from counterpoint.application.failures import NotWritten

        try:
            messages = self._kept.save(self.settings)
        except NotWritten as error:
            return f"The window's settings were not saved: {error.reason}; {error.remedy}."
        return " ".join(messages)

    # What every library shares

    def apply_to(self, theme: Theme) -> None:
        theme.set_zoom(self.settings.zoom)
        compact = self.settings.spacing is Spacing.COMPACT
        theme.set_density(Density.COMPACT if compact else Density.COMFORTABLE)

    def geometry(self) -> QByteArray:
        return QByteArray.fromBase64(self.settings.geometry.encode())

    def keep_appearance(self, appearance: Appearance) -> None:
        theme = appearance.theme
        compact = theme.density is Density.COMPACT
        self.change(
            zoom=theme.fonts.zoom,
            spacing=Spacing.COMPACT if compact else Spacing.COMFORTABLE,
            colour_scheme=appearance.scheme,
        )

    def place_panes(self, space: Workspace) -> bool:
        """Gives the panes their kept sizes; False if there are none."""
        sizes = self.settings.splitters
        if any(len(sizes.get(name, ())) != 2 for name in ("across", "side")):
            return False
        space.across.setSizes(list(sizes["across"]))
        space.side.set_sizes(list(sizes["side"]))
        for name in PANES:
            space.show_pane(name, self.settings.panes.get(name, True))
        return True

    def keep_panes(self, space: Workspace, geometry: QByteArray) -> None:
        self.change(
            geometry=bytes(geometry.toBase64().data()).decode(),
            splitters={
                "across": tuple(space.across.sizes()),
                "side": tuple(space.side.sizes()),
            },
            panes={name: space.is_shown(name) for name in PANES},
        )

    # What belongs to one library

    def arrangement(self, library: OpenedLibrary) -> Arrangement:
        contents = library.contents
        kept = self.settings.arrangements.get(_key(library.folder))
        return Arrangement.from_dict(kept, contents.approaches, contents.dimensions)

    def target(self, library: OpenedLibrary) -> Target | None:
        kept = self.settings.selections.get(_key(library.folder))
        return None if kept is None else from_json(kept)

    def view(self, library: OpenedLibrary) -> View:
        return self.settings.views.get(_key(library.folder), View.COMPARE)

    def reader_place(self, library: OpenedLibrary) -> ReaderPlace | None:
        return self.settings.reader_places.get(_key(library.folder))

    def keep_library(self, folder: Path, space: Workspace, target: Target) -> None:
        """The view, how the comparison is arranged, what is chosen, and where the reader stands."""
        key = _key(folder)
        places = dict(self.settings.reader_places)
        if space.has("reader") and space.reader.source is not None:
            position, _ = space.reader.view.first_visible()
            places[key] = ReaderPlace(space.reader.source.id, position)
        arrangement = space.comparison.arrangement()
        self.change(
            recent_libraries=with_recent(self.settings.recent_libraries, str(folder.absolute())),
            views={**self.settings.views, key: View(space.session.view)},
            arrangements={**self.settings.arrangements, key: arrangement.to_dict()},
            selections={**self.settings.selections, key: to_json(target)},
            reader_places=places,
        )


def _key(folder: Path) -> str:
    return str(real(folder))
