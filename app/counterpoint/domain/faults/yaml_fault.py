"""What is wrong or doubtful in YAML, whatever it says."""

from enum import StrEnum


class YamlFault(StrEnum):
    EMPTY_FILE = "empty file"
    ANCHOR_OR_ALIAS = "anchor or alias"
    """As it stands there."""
    TAG = "tag"
    """As YAML has it."""
    TOO_DEEP = "too deep"
    """How deep values may be."""
    UNSEEN_SIGN_IN_YAML = "unseen sign in YAML"
    """Its number: U+0000."""
    NO_PLAIN_TEXT = "no plain text"
    KEY_IS_NO_WORD = "key is no word"
    KEY_GIVEN_TWICE = "key given twice"
    """The key; in which line it is first."""

    UNSEEN_SIGN = "unseen sign"
    """What it is, a `SignKind`; the sign by its number and name; how that is written."""
    CONTROL_BY_NUMBER = "control character by its number"
    CUT_BY_COMMENT = "cut by a comment"
    CUT_AND_NOT_ANCHORED = "cut by a comment, and not anchored"
    PARTED_BY_COMMA = "parted by a comma"
    """The voice before the comma; the voice after it."""


class YamlSlip(StrEnum):
    """Why a text is not YAML: what its writer slipped on."""

    TAB_IN_INDENT = "tab in the indent"
    TAB = "tab"
    CANNOT_BEGIN = "cannot begin so"
    """The sign with which the value begins."""
    BEGINS_WITH_HYPHEN = "begins with a hyphen"
    BEGINS_WITH_QUESTION_MARK = "begins with a question mark"
    BEGINS_WITH_BRACKET = "begins with a bracket"
    SECOND_COLON = "second colon"
    CANNOT_FOLLOW = "cannot follow the line above"
    NEITHER_KEY_NOR_VALUE = "neither key nor value"
    OTHER_COLUMN = "other column"
    ABOVE_ENDS_IN_COMMENT = "the line above ends in a comment"
    ENDS_AT_MARK = "ends at a quotation mark"
    MARK_NOT_CLOSED = "quotation mark not closed"
    BRACKET_NOT_CLOSED = "bracket not closed"
    """The bracket."""
    WORDS_IN_THE_NEXT_LINE = "words in the next line"
    """The sign after which they begin there."""
    NO_ESCAPE = "no escape"
    SECOND_DOCUMENT = "second document"
    IN_THE_WORDS_OF_LIBYAML = "in the words of libyaml"
    """These words."""
