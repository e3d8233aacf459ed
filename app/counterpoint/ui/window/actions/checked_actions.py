"""Which menu entries are checked: always what the window shows, whatever was last chosen."""

from typing import TYPE_CHECKING

from counterpoint.application.library.arrangement import Rows
from counterpoint.application.settings import ColourScheme
from counterpoint.domain.approach import Stance
from counterpoint.ui.theme.theme import Density
from counterpoint.ui.window.side import PANES

if TYPE_CHECKING:
    from counterpoint.ui.window.main_window import MainWindow


def show_checks(window: "MainWindow") -> None:
    """Sets every check mark from the state."""
    check, space = window.menus.check, window.space
    arrangement = space.comparison.arrangement()
    for rows in Rows:
        check(f"rows-{rows.value}", arrangement.rows is rows)
    check("stance-any", arrangement.stance is None)
    for stance in Stance:
        check(f"stance-{stance.value}", arrangement.stance is stance)
    check("transpose", arrangement.transposed)
    for scheme in ColourScheme:
        check(f"colours-{scheme.value}", scheme is window.appearance.scheme)
    check("compact", window.theme.density is Density.COMPACT)
    for pane in PANES:
        check(f"show-{pane}", space.is_shown(pane))
