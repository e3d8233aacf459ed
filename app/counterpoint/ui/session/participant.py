"""What a pane is given to take part in the session."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from counterpoint.application.library.navigator import Navigator
from counterpoint.application.library.session import Session
from counterpoint.ui.session.signals import SessionSignals
from counterpoint.ui.theme.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from counterpoint.ui.session.live_index import LiveIndex
    from counterpoint.ui.session.live_library import LiveLibrary
    from counterpoint.ui.session.live_notebook import LiveNotebook
    from counterpoint.ui.session.live_searches import LiveSearches
    from counterpoint.ui.session.live_sources import LiveSources


class Participant(NamedTuple):
    """`signals` tell of changes, `navigator` makes those that go somewhere."""

    theme: Theme
    signals: SessionSignals
    navigator: Navigator
    live: "Callable[[], LiveNotebook]"
    """The notes, made when they are first asked for."""
    editing: "Callable[[], LiveLibrary]"
    """The library as it is changed here, made when it is first asked for."""
    sources: "Callable[[], LiveSources]"
    """What is brought into the library, made when it is first asked for."""
    search_index: "Callable[[], LiveIndex]"
    """The index of all that can be found, made when it is first asked for."""
    searches: "Callable[[], LiveSearches]"
    """The searches that are kept in the library, made when they are first asked for."""
    is_shown: Callable[[], bool]
    """Whether the pane has its place in the window."""
    has_room: Callable[[], bool]
    """Whether a view and what stands beside it can both be seen."""
    close: Callable[[], None]
    """Puts a pane beside the views away."""
    note_field: "Callable[[], QWidget]"
    """Where notes are written: for what is composed elsewhere."""

    is_writing: Callable[[], bool]
    """Whether the focus is where notes are written."""

    @property
    def session(self) -> Session:
        return self.signals.session
