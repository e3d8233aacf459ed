"""One thing that a person can do, apart from any widget that offers it."""

from typing import NamedTuple

from counterpoint.labels.translation import QT_TR_NOOP, translated

from .works_on import WorksOn

MENUS = (
    QT_TR_NOOP("Library"),
    QT_TR_NOOP("Edit"),
    QT_TR_NOOP("View"),
    QT_TR_NOOP("Go"),
    QT_TR_NOOP("Note"),
    QT_TR_NOOP("Help"),
)
"""Where actions hang, in the order of the bar."""


class Action(NamedTuple):
    """`id` names it in code and settings; `label` is shown; `menu` is where it hangs.

    `keys` are portable key sequences as QKeySequence reads them ("Ctrl+K"), the first of which
    the menu shows. Where `checkable`, it is on or off.
    """

    id: str
    title: str
    menu: str
    keys: tuple[str, ...] = ()
    checkable: bool = False
    separated: bool = False
    """True if a line parts it from the entry above it in the menu."""
    submenu: str = ""
    """Of that menu, where it does not hang in it directly."""
    on: WorksOn = WorksOn.LIBRARY
    """What it works on: it can be done only where that is there (situation.py)."""
    view: str = ""
    """The name of the view that alone it is for: it would change what nobody sees elsewhere."""

    @property
    def label(self) -> str:
        """The title in the language of the person."""
        return translated(self.title)
