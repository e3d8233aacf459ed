"""What comes back the next day: where the window stood, and where its person stood in it."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize

from counterpoint.application.library.arrangement import Arrangement
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.library.page import Page, page_from_dict
from counterpoint.application.library.session import ReaderShows
from counterpoint.application.places import each_once, real
from counterpoint.domain.note import Target
from counterpoint.labels.translation import tr
from counterpoint.ui.settings.store import SettingsStore
from counterpoint.ui.settings.values import (
    Kept,
    LibraryState,
    ReaderPlace,
    Settings,
    Spacing,
    with_recent,
)
from counterpoint.ui.theme.appearance import Appearance
from counterpoint.ui.theme.theme import Density, Theme
from counterpoint.ui.window import panes
from counterpoint.ui.window.workspace import Workspace

from .target_json import from_json, to_json


class WindowState:
    """Reads the settings into a window and writes them from it."""

    def __init__(self, store: SettingsStore) -> None:
        self._store = store
        self.settings: Settings = store.settings
        self._libraries: dict[Path, LibraryState] = {}
        """How libraries stand of which it is not yet written."""

    @property
    def messages(self) -> tuple[str, ...]:
        """What was wrong with the settings file."""
        return self._store.messages

    def change(self, **changes: object) -> None:
        """Takes up changed settings; they are written by `write`."""
        self.settings = self.settings._replace(**changes)  # type: ignore[arg-type]  # by name

    def write(self) -> str:
        """Saves; what to tell the person where that failed, or ""."""
        if self._store.save(self.settings, self._libraries):
            self._libraries = {}
            return ""
        if self._store.lock_in_the_way is not None:
            return tr(
                "The window's settings were not saved: another window is writing them, or left "
                "{file} behind. If no other window is open, remove that.",
                file=self._store.lock_in_the_way,
            )
        return tr(
            "The window's settings were not saved: {file} cannot be written; make room for it, or "
            "remove what is there.",
            file=self._store.file,
        )

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

    def place_panes(self, space: Workspace, room: QSize) -> None:
        """Gives the panes their kept sizes, or of `room` what is theirs at first. Those beside the
        views take none until they were wanted, and then until they are closed."""
        space.share_space(room.width(), room.height(), self.settings.splitters)
        kept = self.settings.panes
        space.place_beside([name for name in panes.names_beside() if kept.get(name, False)])

    def keep_panes(self, space: Workspace, geometry: QByteArray) -> None:
        self.change(
            geometry=bytes(geometry.toBase64().data()).decode(),
            splitters=space.sizes(),
            panes={name: space.is_shown(name) for name in panes.names_beside()},
        )

    # What belongs to one library

    def arrangement(self, library: OpenedLibrary) -> Arrangement:
        contents = library.contents
        kept = self._of(library.folder).arrangement
        return Arrangement.from_dict(
            kept, contents.approaches, contents.dimensions, contents.sources
        )

    def target(self, library: OpenedLibrary) -> Target | None:
        kept = self._of(library.folder).selection
        return None if kept is None else from_json(kept)

    def view(self, library: OpenedLibrary) -> str:
        """The name of the view that was left; of the first where there is none such now."""
        names = [view.name for view in panes.VIEWS]
        kept = self._of(library.folder).view
        return kept if kept in names else names[0]

    def page(self, library: OpenedLibrary) -> Page | None:
        """The page of the comparison that was open, which says so if what it is on is gone."""
        return page_from_dict(self._of(library.folder).page)

    def linked(self, library: OpenedLibrary) -> Mapping[str, object] | None:
        """What was chosen when a passage was linked last, as its owner keeps it."""
        return self._of(library.folder).linked

    def hand_over(self, library: OpenedLibrary) -> Kept | None:
        """What was chosen for a paper; whoever makes papers checks it."""
        return self._of(library.folder).hand_over

    def reader_shows(self, library: OpenedLibrary) -> ReaderShows:
        """What was read of sources that came from a PDF."""
        kept = self._of(library.folder).reader_shows
        return ReaderShows(kept) if kept in list(ReaderShows) else ReaderShows.TEXT

    def reader_place(self, library: OpenedLibrary) -> ReaderPlace | None:
        return self._of(library.folder).reader_place

    def keep_library(self, folder: Path, space: Workspace, target: Target) -> None:
        """The view, how the comparison is arranged, what is chosen, and where the reader stands.
        While a page is read the place is kept that it leads back to."""
        if space.session.view == "pages":
            target = space.comparison.selection() or target
        place = self._of(folder).reader_place
        if space.has("reader") and space.reader.source is not None:
            position, _ = space.reader.view.first_visible()
            place = ReaderPlace(space.reader.source.id, position)
        self._libraries[real(folder)] = LibraryState(
            space.session.view,
            space.session.arrangement.to_dict(),
            to_json(target),
            place,
            None if space.session.page is None else space.session.page.to_dict(),
            space.session.linked,
            space.session.hand_over,
            space.session.reader_shows.value,
        )
        lately = with_recent(self.settings.recent_libraries, str(folder.absolute()))
        self.change(recent_libraries=each_once(lately))

    def _of(self, folder: Path) -> LibraryState:
        return self._libraries.get(real(folder)) or self._store.of_library(real(folder))
