"""Why a file or a folder cannot be read or written."""

from enum import StrEnum


class FileFault(StrEnum):
    FOLDER_IN_THE_WAY = "folder in the way"
    NO_FILE = "no file"
    """A pipe, a device or the like."""
    NOT_THERE = "not there"
    LINK_TO_NOTHING = "link to nothing"
    NOT_ALLOWED = "not allowed"
    """What the system says."""
    NOT_READ = "not read"
    """What the system says."""
    NOT_UTF8 = "not UTF-8"
    """The byte as it is written: 0xe9."""
    BYTE_ORDER_MARK = "byte-order mark"
    CARRIAGE_RETURN = "carriage return"
    LINE_BREAK = "line break"
    """The sign."""
    EMPTY_TEXT = "empty text"
    NOT_WRITTEN = "not written"
    """Why, a `Refusal`; what the system says, or ""."""
    NO_HOME = "no home"
