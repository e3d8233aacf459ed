"""What is wrong with a value that a file should have: against its schema."""

from enum import StrEnum


class Shape(StrEnum):
    """What a value is to YAML, or should be."""

    TEXT = "text"
    WHOLE_NUMBER = "whole number"
    TRUE_OR_FALSE = "true or false"
    LIST = "list"
    KEYS = "keys"
    EMPTY = "empty"
    NUMBER_OR_DATE = "number or date"
    """What YAML takes for one, or for the like."""


class SchemaFault(StrEnum):
    """Each is told of a value, which the first two arguments name: its key, and where it is an
    entry of a list, its number from 1, else 0. A value that was found is two more: its `Shape`,
    and its words where it has any."""

    MISSING = "missing key"
    """The key alone."""
    UNKNOWN_KEY = "unknown key"
    """The key alone; the key that is nearest, or ""; then the keys that there are."""
    NONE_OF_THESE = "none of these"
    """The value; what was found; then what may be written, each as it is written."""
    NO_ID = "no id"
    """The value; what was found."""
    NO_DATE = "no date"
    """The value; what was found."""
    NO_DIGEST = "no digest"
    """The value; what was found."""
    NO_SUCH_DAY = "no such day"
    """The value; what was found."""
    TOO_LONG = "too long"
    """The value; what was found; how many characters it may have."""
    TOO_MANY_WORDS = "too many words"
    """The value; what was found; how many words it may have."""
    TOO_SMALL = "too small"
    """The value; what was found; the least that it may be."""
    WITHOUT_WORDS = "without words"
    """The value."""
    WITHOUT_ENTRIES = "without entries"
    """The value."""
    ALL_COMMENT = "all comment"
    """The value."""
    WRONG_SHAPE = "wrong shape"
    """The value; what was found; the `Shape` that it should have."""
    IN_THE_WORDS_OF_PYDANTIC = "in the words of pydantic"
    """The value; these words."""
