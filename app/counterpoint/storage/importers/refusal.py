"""Why a document does not come in, in words that its owner understands."""

from enum import StrEnum


class Reason(StrEnum):
    """The short name of what is wrong; each is told apart in docs/importing.md."""

    NOT_THERE = "not there"
    NOT_READABLE = "not readable"
    NO_FILE = "no file"
    EMPTY = "empty"
    TOO_LARGE = "too large"
    TOO_LARGE_INSIDE = "too large inside"
    TOO_LONG = "too long"
    UNKNOWN_KIND = "unknown kind"
    OLD_WORD = "old Word file"
    LOCKED = "locked"
    DAMAGED = "damaged"
    TOO_DEEP = "too deep"
    SCAN = "scan"
    NO_LETTERS = "no letters"
    NO_TEXT = "no text"
    ENCODING = "encoding"
    TOO_SLOW = "too slow"
    TOO_MUCH_MEMORY = "too much memory"
    CRASHED = "crashed"
    CANCELLED = "cancelled"
    HERE_ALREADY = "here already"
    NOT_WRITTEN = "not written"
    BUSY = "another import"


class Refused(Exception):
    """A document that does not come in. `message` begins with a small letter and has no stop."""

    def __init__(self, reason: Reason, message: str, kind: str = "") -> None:
        super().__init__(message)
        self.reason = reason
        self.message = message
        self.kind = kind
        """What the document is, where that could be told."""


def too_deep() -> Refused:
    """What nests its parts deeper than can be read, though it may be whole."""
    words = "its parts are nested too deep to be read; save it as a PDF, and bring that in"
    return Refused(Reason.TOO_DEEP, words)
