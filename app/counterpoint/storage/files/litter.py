"""What systems and other programs leave in a library's folders, told by the names of the files.

It is asked at every start.
"""

from counterpoint.domain.litter import Leftover, Litter

_BY_NAME = {
    ".ds_store": Litter.OF_THE_FINDER,
    "icon\r": Litter.OF_THE_FINDER,
    "__macosx": Litter.UNPACKED_ON_THE_MAC,
    "thumbs.db": Litter.SMALL_PICTURES,
    "ehthumbs.db": Litter.SMALL_PICTURES,
    "desktop.ini": Litter.HOW_THE_FOLDER_IS_SHOWN,
    "@eadir": Litter.OF_A_FILE_SERVER,
}
_BY_BEGINNING = {
    "._": Litter.COMPANION_OF_THE_MAC,
    "~$": Litter.OPEN_IN_OFFICE,
    ".~lock.": Litter.OPEN_IN_LIBREOFFICE,
    "~syncthing~": Litter.BEING_FETCHED,
    ".syncthing.": Litter.BEING_FETCHED,
    ".counterpoint-": Litter.HALF_WRITTEN,
    ".": Litter.HIDDEN,
}
_BY_ENDING = {
    "~": Leftover.OF_AN_EDITOR,
    "#": Leftover.OF_AN_EDITOR,
    ".bak": Leftover.OF_AN_EDITOR,
    ".swp": Leftover.OF_AN_EDITOR_AT_WORK,
    ".orig": Leftover.OF_A_MERGE,
    ".rej": Leftover.OF_A_PATCH,
    ".tmp": Leftover.TEMPORARY,
    ".part": Leftover.HALF_FETCHED,
    ".crdownload": Leftover.HALF_FETCHED,
    ".lnk": Leftover.SHORTCUT,
    ".url": Leftover.SHORTCUT_TO_A_PAGE,
    ".zip": Leftover.PACKED,
}


OWN = frozenset((".lock", ".bin"))
"""What is hidden in a library's folders because Counterpoint itself keeps it there."""


def litter(name: str) -> Litter | None:
    """What a file or folder is that a system or a program keeps for itself; None for any other. It
    is no part of a library, and nothing is wrong with a library that has it."""
    low = name.lower()
    return _BY_NAME.get(low) or next(
        (what for beginning, what in _BY_BEGINNING.items() if low.startswith(beginning)), None
    )


def left_behind(name: str) -> Leftover | None:
    """What a file is that a program left, as a rule by mistake; None for others."""
    low = name.lower()
    return next((what for ending, what in _BY_ENDING.items() if low.endswith(ending)), None)
