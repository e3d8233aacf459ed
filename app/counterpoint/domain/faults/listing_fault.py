"""Why something that stands in a library's folder is not read."""

from enum import StrEnum


class ListingFault(StrEnum):
    FOLDER_AMONG_FILES = "folder among files"
    """The part of the library."""
    COPY = "copy"
    """The file of which it is one, which is not there."""
    COPY_BESIDE = "copy beside the file"
    """The file of which it is one."""
    KEPT_FOR_A_DEVICE = "kept for a device"
    """The name without its ending."""
    NAME_OF_THE_WHOLE = "name of the file on the whole"
    """The name without its ending."""
    CAPITALS_ONLY = "other in capitals only"
    """The file from which it differs in nothing else."""
    NO_ID_FOR_A_NAME = "no id for a name"
    RENAME = "rename"
    """How it should be called."""
    RIGHT_ONE_BESIDE = "the right one stands beside it"
    """The file that is called so."""
    LEFT_BEHIND = "left behind"
    """What it is, a `Leftover`; the part of the library."""
    TO_BE_IMPORTED = "to be imported"
    """The ending of the document."""
    NOT_TO_BE_IMPORTED = "not to be imported"
    """The ending of the document; how its text should be called."""
    TEXT_AMONG_OPTIONS = "text among options"
    OTHER_KIND = "other kind"
    """The part of the library."""
    HARMLESS = "harmless"
    """What it is, a `Litter`."""


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
