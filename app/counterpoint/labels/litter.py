"""What programs leave in a folder, in words."""

from counterpoint.domain.litter import Leftover, Litter

from .translation import tr


def litter(what: Litter) -> str:
    """What a system or a program keeps for itself."""
    match what:
        case Litter.OF_THE_FINDER:
            return tr("a file of the Mac's Finder")
        case Litter.UNPACKED_ON_THE_MAC:
            return tr("a folder that unpacking on the Mac leaves")
        case Litter.SMALL_PICTURES:
            return tr("a file of small pictures that Windows keeps")
        case Litter.HOW_THE_FOLDER_IS_SHOWN:
            return tr("a file of Windows on how the folder is shown")
        case Litter.OF_A_FILE_SERVER:
            return tr("a folder that a file server keeps")
        case Litter.COMPANION_OF_THE_MAC:
            return tr("a companion file of the Mac")
        case Litter.OPEN_IN_OFFICE:
            return tr("Office's mark that a document is open")
        case Litter.OPEN_IN_LIBREOFFICE:
            return tr("LibreOffice's mark that a document is open")
        case Litter.BEING_FETCHED:
            return tr("a file that Syncthing is fetching")
        case Litter.HALF_WRITTEN:
            return tr("what Counterpoint had half written when it was killed")
        case Litter.HIDDEN:
            return tr("a hidden file or folder")


def left_behind(what: Leftover) -> str:
    """What a program left by mistake."""
    match what:
        case Leftover.OF_AN_EDITOR:
            return tr("a copy that an editor left")
        case Leftover.OF_AN_EDITOR_AT_WORK:
            return tr("a file of an editor that was killed, or is at work")
        case Leftover.OF_A_MERGE:
            return tr("a copy that a merge left")
        case Leftover.OF_A_PATCH:
            return tr("what a patch could not put in")
        case Leftover.TEMPORARY:
            return tr("a temporary file")
        case Leftover.HALF_FETCHED:
            return tr("a file that was only half fetched")
        case Leftover.SHORTCUT:
            return tr("a shortcut of Windows")
        case Leftover.SHORTCUT_TO_A_PAGE:
            return tr("a shortcut to a web page")
        case Leftover.PACKED:
            return tr("a packed archive")
