"""Why something was not written and what to do, in words without a full stop; and what a disk
cannot do."""

from counterpoint.domain.refusal import Refusal, Weaker

from .translation import tr


def told(refusal: Refusal, said: str = "") -> str:
    """ "the disk is full; free some space"; `said` is what the system says, or ""."""
    return tr("{why}; {remedy}", why=reason(refusal, said), remedy=remedy(refusal))


def reason(refusal: Refusal, said: str = "") -> str:
    """What happened."""
    match refusal:
        case Refusal.BY_THE_SYSTEM:
            if said:
                return tr("the system refuses it ({why})", why=said)
            return tr("the system refuses it")
        case Refusal.DISK_FULL:
            return tr("the disk is full")
        case Refusal.QUOTA_FULL:
            return tr("your share of the disk is used up")
        case Refusal.FILE_TOO_LARGE:
            return tr("the file is larger than this disk or account allows")
        case Refusal.NOT_ALLOWED:
            return tr("access to the folder or the file is denied")
        case Refusal.READ_ONLY_DISK:
            return tr("the disk is read-only")
        case Refusal.FOLDER_GONE:
            return tr("the folder is not there")
        case Refusal.FILE_IN_THE_WAY:
            return tr("a file stands where the folder should be")
        case Refusal.FOLDER_NOT_EMPTY:
            return tr("there is something in the folder already")
        case Refusal.NAME_TOO_LONG:
            return tr("the name of the file or its folders is too long")
        case Refusal.DISK_FAILING:
            return tr("the disk reports an error")
        case Refusal.DISK_AWAY:
            return tr("the disk or the network folder does not answer")
        case Refusal.FOLDER_BUSY:
            return tr("another window is writing to the notes folder")
        case Refusal.LIBRARY_BUSY:
            return tr("another program is writing into the folder")
        case Refusal.CHANGED_MEANWHILE:
            return tr(
                "the file was changed by somebody else in the meantime, and is left as they left it"
            )
        case Refusal.NOT_UNDERSTOOD:
            return tr("other lines in its file would keep it from being read again")
        case Refusal.WENT_WRONG:
            return tr("something went wrong that was not foreseen")
        case Refusal.NO_ANSWER:
            return tr("the disk does not answer")


def remedy(refusal: Refusal) -> str:
    """What to do."""
    match refusal:
        case Refusal.BY_THE_SYSTEM:
            return tr("see that the folder can be read and written to, or save elsewhere")
        case Refusal.DISK_FULL | Refusal.QUOTA_FULL:
            return tr("free some space")
        case Refusal.FILE_TOO_LARGE:
            return tr("divide the text, or free some space")
        case Refusal.NOT_ALLOWED:
            return tr("change its permissions, or close the program that holds it")
        case Refusal.READ_ONLY_DISK:
            return tr("make it writable, or save elsewhere")
        case Refusal.FOLDER_GONE:
            return tr("put it back, or save elsewhere")
        case Refusal.FILE_IN_THE_WAY:
            return tr("move that file away")
        case Refusal.FOLDER_NOT_EMPTY:
            return tr("name a new folder, or an empty one")
        case Refusal.NAME_TOO_LONG:
            return tr("move the library to a folder with a shorter path")
        case Refusal.DISK_FAILING:
            return tr("save elsewhere, and have the disk looked at")
        case Refusal.DISK_AWAY:
            return tr("connect it again, or save elsewhere")
        case Refusal.FOLDER_BUSY:
            return tr("wait a moment, or close the other window")
        case Refusal.LIBRARY_BUSY:
            return tr("wait until it is done")
        case Refusal.CHANGED_MEANWHILE:
            return tr("run the command again")
        case Refusal.NOT_UNDERSTOOD:
            return tr("copy its text, and remove what is not yours from the top of the file")
        case Refusal.WENT_WRONG:
            return tr("save elsewhere; the error report says more")
        case Refusal.NO_ANSWER:
            return tr("see that it is connected, or save elsewhere")


def weaker(what: Weaker) -> str:
    """What a disk cannot do."""
    match what:
        case Weaker.LOCK:
            return tr(
                "there is no lock to be had, so do not write in the same note in two windows at "
                "once"
            )
        case Weaker.MODE:
            return tr("it does not keep who may read a file")
        case Weaker.FLUSH:
            return tr("it does not say when a file is safe from a power cut")


def no_home() -> str:
    """That there is no folder for what belongs to the person, in sentences."""
    return tr(
        "The system knows no home folder for you, in which notes and settings could be kept. Set "
        "HOME, or COUNTERPOINT_HOME, to a folder that you may write to."
    )
