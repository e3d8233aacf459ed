"""Why something was not written, and what a disk cannot do, as far as a person is told of it."""

from enum import StrEnum


class Refusal(StrEnum):
    BY_THE_SYSTEM = "by the system"
    """With the system's own words, where it has any."""
    DISK_FULL = "disk full"
    QUOTA_FULL = "quota full"
    FILE_TOO_LARGE = "file too large"
    NOT_ALLOWED = "not allowed"
    READ_ONLY_DISK = "read-only disk"
    FOLDER_GONE = "folder gone"
    FILE_IN_THE_WAY = "file in the way"
    FOLDER_NOT_EMPTY = "folder not empty"
    """Where a new one should be."""
    NAME_TOO_LONG = "name too long"
    DISK_FAILING = "disk failing"
    DISK_AWAY = "disk away"
    FOLDER_BUSY = "folder busy"
    """Another window writes notes."""
    LIBRARY_BUSY = "library busy"
    """Another program writes into the library."""
    CHANGED_MEANWHILE = "changed meanwhile"
    NOT_UNDERSTOOD = "not understood"
    """What other lines make of a note's file."""
    WENT_WRONG = "went wrong"
    """What nobody foresaw."""
    NO_ANSWER = "no answer"


class Weaker(StrEnum):
    """What a disk cannot do, so that less is promised for what is saved on it."""

    LOCK = "lock"
    MODE = "mode"
    FLUSH = "flush"
