"""What systems and other programs leave in a library's folders, told by the names of the files.

Without imports, as it is asked at every start.
"""

_BY_NAME = {
    ".ds_store": "a file of the Mac's Finder",
    "icon\r": "a file of the Mac's Finder",
    "__macosx": "a folder that unpacking on the Mac leaves",
    "thumbs.db": "a file of small pictures that Windows keeps",
    "ehthumbs.db": "a file of small pictures that Windows keeps",
    "desktop.ini": "a file of Windows on how the folder is shown",
    "@eadir": "a folder that a file server keeps",
}
_BY_BEGINNING = {
    "._": "a companion file of the Mac",
    "~$": "Office's mark that a document is open",
    ".~lock.": "LibreOffice's mark that a document is open",
    "~syncthing~": "a file that Syncthing is fetching",
    ".syncthing.": "a file that Syncthing is fetching",
    ".counterpoint-": "what Counterpoint had half written when it was killed",
    ".": "a hidden file or folder",
}
_BY_ENDING = {
    "~": "a copy that an editor left",
    "#": "a copy that an editor left",
    ".bak": "a copy that an editor left",
    ".swp": "a file of an editor that was killed, or is at work",
    ".orig": "a copy that a merge left",
    ".rej": "what a patch could not put in",
    ".tmp": "a temporary file",
    ".part": "a file that was only half fetched",
    ".crdownload": "a file that was only half fetched",
    ".lnk": "a shortcut of Windows",
    ".url": "a shortcut to a web page",
    ".zip": "a packed archive",
}


OWN = frozenset((".lock", ".bin"))
"""What is hidden in a library's folders because Counterpoint itself keeps it there."""


def litter(name: str) -> str:
    """What a file or folder is that a system or a program keeps for itself, in a few words; "" for
    any other. It is no part of a library, and nothing is wrong with a library that has it."""
    low = name.lower()
    return _BY_NAME.get(low) or next(
        (what for beginning, what in _BY_BEGINNING.items() if low.startswith(beginning)), ""
    )


def left_behind(name: str) -> str:
    """What a file is that a program left, as a rule by mistake, in a few words; "" for others."""
    low = name.lower()
    return next((what for ending, what in _BY_ENDING.items() if low.endswith(ending)), "")
