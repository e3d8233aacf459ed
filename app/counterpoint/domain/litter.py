"""What systems and programs leave in a folder. It is told apart at every start."""

from enum import StrEnum


class Litter(StrEnum):
    """What systems and programs keep for themselves in a folder."""

    OF_THE_FINDER = "of the Finder"
    UNPACKED_ON_THE_MAC = "unpacked on the Mac"
    SMALL_PICTURES = "small pictures"
    HOW_THE_FOLDER_IS_SHOWN = "how the folder is shown"
    OF_A_FILE_SERVER = "of a file server"
    COMPANION_OF_THE_MAC = "companion of the Mac"
    OPEN_IN_OFFICE = "open in Office"
    OPEN_IN_LIBREOFFICE = "open in LibreOffice"
    BEING_FETCHED = "being fetched"
    HALF_WRITTEN = "half written"
    HIDDEN = "hidden"


class Leftover(StrEnum):
    """What a program left, as a rule by mistake."""

    OF_AN_EDITOR = "of an editor"
    OF_AN_EDITOR_AT_WORK = "of an editor at work"
    OF_A_MERGE = "of a merge"
    OF_A_PATCH = "of a patch"
    TEMPORARY = "temporary"
    HALF_FETCHED = "half fetched"
    SHORTCUT = "shortcut"
    SHORTCUT_TO_A_PAGE = "shortcut to a page"
    PACKED = "packed"
