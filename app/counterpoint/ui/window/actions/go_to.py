"""Going to anything: the palette over what there is, and where a choice leads."""

from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.window.frame.menus import Menus
from counterpoint.ui.window.lifecycle.lifecycle import Lifecycle
from counterpoint.ui.window.lifecycle.window_state import WindowState

if TYPE_CHECKING:
    from counterpoint.application.library.find import Entry
    from counterpoint.ui.palette.view import Palette
    from counterpoint.ui.search.view import SearchView
    from counterpoint.ui.window.workspace import Workspace

    from .beyond_names import BeyondNames

_RENAMED = {
    "action:next-zone": "action:next-pane",
    "action:previous-zone": "action:previous-pane",
}
"""Recent choices as settings of before have them."""


class GoTo(QObject):
    """Opens the palette below a field; a choice among the actions is run by `menus`."""

    def __init__(
        self,
        theme: Theme,
        lifecycle: Lifecycle,
        window_state: WindowState,
        menus: Menus,
        field: QWidget,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lifecycle = lifecycle
        self._window_state = window_state
        self._menus = menus
        self._field = field
        self._window = parent
        self._beyond: BeyondNames | None = None
        self._searches_of: Workspace | None = None
        """Whose kept searches are followed."""

    @cached_property
    def palette(self) -> "Palette":
        """Made when it is first wanted."""
        from counterpoint.ui.palette.view import Palette

        made = Palette(self._theme, self._window)
        kept = self._window_state.settings.recent_choices
        made.set_recent([_RENAMED.get(name, name) for name in kept])
        made.chosen.connect(self._on_chosen)
        return made

    def open(self) -> None:
        """On everything that there is now."""
        from .palette_entries import actions_named, further

        space = self._lifecycle.space
        self._look_beyond(space)
        self._follow_searches(space)
        self.palette.open_with(
            lambda: self._entries(space),
            self._field,
            off=actions_named(self._menus.off()),
            further=further,
        )

    def _entries(self, space: "Workspace") -> "list[Entry]":
        from .palette_entries import entries

        session = space.session
        shown = session.arrangement.columns
        return list(entries(session.library, space.live.notebook, shown, space.searches.saved))

    def _follow_searches(self, space: "Workspace") -> None:
        """Those that are kept are read the first time, and listed once they are there."""
        if self._searches_of is space:
            return
        self._searches_of = space
        space.searches.changed.connect(self._on_searches)
        if space.session.library is not None:
            space.searches.wake()

    def _on_searches(self) -> None:
        space = self._lifecycle.space
        if space is self._searches_of:
            self.palette.renew(self._entries(space))

    def _look_beyond(self, space: "Workspace") -> None:
        """What is typed is sought in the index of the library too."""
        if self._beyond is not None and self._beyond.is_of(space):
            return
        if self._beyond is not None:
            self._beyond.stop()
            self._beyond = None
        if space.session.library is not None:
            from .beyond_names import BeyondNames

            self._beyond = BeyondNames(self.palette, space)

    def _on_chosen(self, entry: "Entry") -> None:
        """Runs an action, narrows what is shown, or goes to what was chosen; it is remembered as
        chosen lately."""
        from counterpoint.application.library.find import Kind

        from .palette_entries import filter_of, target_of

        self._window_state.change(recent_choices=self.palette.recent)
        if entry.kind is Kind.ACTION:
            self._menus.trigger(entry.key)
            return
        space = self._lifecycle.space
        library = space.session.library
        if entry.kind is Kind.SEARCH:
            space.session.show_view("search")
            cast("SearchView", space.pane("search")).seek(entry.key)
            return
        if entry.kind is Kind.SAVED:
            found = [each for each in space.searches.saved if each.name == entry.key]
            if found:
                space.session.show_view("search")
                cast("SearchView", space.pane("search")).show_search(found[0])
            return
        if entry.kind is Kind.FILTER and library is not None:
            part = filter_of(entry, library.contents.sources)
            space.session.show_view("compare")
            space.comparison.arranger.show_claims(space.session.arrangement.filter.with_part(part))
            return
        shown = space.session.arrangement.columns
        if entry.kind is Kind.FOUND and self._beyond is not None:
            target = self._beyond.target_of(entry, space.live.notebook)
        else:
            target = target_of(entry, space.live.notebook, shown[0] if shown else "")
        if target is not None:
            space.navigator.go_to(target)
