"""How a document is like a source that a library has. `labels/document_likeness.py` words it."""

from enum import StrEnum


class Likeness(StrEnum):
    SAME_FILE = "same file"
    SAME_TEXT = "same text"
    NEW_VERSION = "new version"
