"""What is doubtful in the text of a source."""

from enum import StrEnum


class TextFault(StrEnum):
    UNSEEN_IN_TEXT = "unseen sign in a text"
    """What it is, a `SignKind`; the sign by its number and name; at how many places more it stands;
    in which line next; the file in which it can be said why it stays, or ""."""
    NO_PARAGRAPHS = "no paragraphs"
    """The first line of the block; its last; how many characters it has; how it is cited, or "";
    how many more such blocks there are."""
