"""Which menu entries are checked: always what the window shows, whatever was last chosen."""

from counterpoint.application.library.arrangement import Depth, Rows
from counterpoint.application.library.session import ReaderShows
from counterpoint.domain.approach import Stance
from counterpoint.ui.settings.values import ColourScheme
from counterpoint.ui.theme.appearance import Appearance
from counterpoint.ui.theme.theme import Density
from counterpoint.ui.window import panes
from counterpoint.ui.window.frame.menus import Menus
from counterpoint.ui.window.workspace import Workspace


def show_checks(menus: Menus, space: Workspace, appearance: Appearance) -> None:
    """Sets every check mark from the state."""
    check, arrangement = menus.check, space.session.arrangement
    for depth in Depth:
        check(f"depth-{depth.value}", arrangement.depth is depth)
    for rows in Rows:
        check(f"rows-{rows.value}", arrangement.rows is rows)
    check("stance-any", arrangement.filter.stance is None)
    for stance in Stance:
        check(f"stance-{stance.value.replace(' ', '-')}", arrangement.filter.stance is stance)
    check("own-words", arrangement.filter.own)
    check("transpose", arrangement.transposed)
    shown = space.session.reader_shows if _reads_pdf(space) else None
    for shows in ReaderShows:
        check(f"read-{shows.value}", shows is shown)
    for scheme in ColourScheme:
        check(f"colours-{scheme.value}", scheme is appearance.scheme)
    check("compact", appearance.theme.density is Density.COMPACT)
    for name in panes.names_beside():
        if menus.has(f"show-{name}"):
            check(f"show-{name}", space.is_shown(name))


def _reads_pdf(space: Workspace) -> bool:
    source = space.reader.source if space.has("reader") else None
    return source is not None and source.from_pdf
