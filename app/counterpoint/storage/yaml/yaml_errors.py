"""What libyaml says of a file that is not YAML, as what its writer slipped on.

Its own messages tell what its scanner met ("found character that cannot start any token"), not
what the writer of the file did.
"""

from typing import TYPE_CHECKING

from counterpoint.domain.faults.yaml_fault import YamlSlip

if TYPE_CHECKING:
    import yaml

Slip = tuple[int | None, YamlSlip] | tuple[int | None, YamlSlip, str]
"""The code point at which a person should look (None: not known), what is wrong there, and what is
to be told of it."""


def explained(error: "yaml.MarkedYAMLError", text: str) -> Slip:
    """What is wrong in `text`."""
    problem = error.problem or ""
    at = error.problem_mark.index if error.problem_mark else None
    began = error.context_mark.index if error.context_mark else at
    if at is None or began is None:
        return began, YamlSlip.IN_THE_WORDS_OF_LIBYAML, _their_words(error)
    tab = _tab_in_indent(text, at)
    if tab is not None:
        return tab, YamlSlip.TAB_IN_INDENT
    sign, opening = text[at : at + 1], text[began : began + 1]
    match problem:
        case "found character that cannot start any token" if sign == "\t":
            return at, YamlSlip.TAB
        case "found character that cannot start any token":
            return at, YamlSlip.CANNOT_BEGIN, sign
        case "mapping values are not allowed in this context":
            return _colon(text, at)
        case "did not find expected key" | "did not find expected '-' indicator":
            return at, _after_the_end(text, at)
        case "could not find expected ':'":
            return began, YamlSlip.NEITHER_KEY_NOR_VALUE
        case "found unexpected end of stream" | "found unexpected document indicator":
            return began, YamlSlip.MARK_NOT_CLOSED
        case "did not find expected ',' or ']'" | "did not find expected ',' or '}'":
            return began, YamlSlip.BRACKET_NOT_CLOSED, opening
        case "did not find expected alphabetic or numeric character":
            return began, YamlSlip.CANNOT_BEGIN, opening
        case "did not find expected comment or line break":
            return began, YamlSlip.WORDS_IN_THE_NEXT_LINE, opening
        case "found unknown escape character" | "did not find expected hexdecimal number":
            return at, YamlSlip.NO_ESCAPE
        case "block sequence entries are not allowed in this context":
            return at, YamlSlip.BEGINS_WITH_HYPHEN
        case "mapping keys are not allowed in this context":
            return at, YamlSlip.BEGINS_WITH_QUESTION_MARK
        case "but found another document" | "did not find expected <document start>":
            return at, YamlSlip.SECOND_DOCUMENT
    return at, YamlSlip.IN_THE_WORDS_OF_LIBYAML, _their_words(error)


def _their_words(error: "yaml.MarkedYAMLError") -> str:
    return " ".join(part for part in (error.context, error.problem) if part)


def _line(text: str, at: int) -> int:
    """Where the line of a code point begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _tab_in_indent(text: str, at: int) -> int | None:
    start = _line(text, at)
    line = text[start : at + 1]
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    found = indent.find("\t")
    return None if found < 0 else start + found


def _colon(text: str, at: int) -> Slip:
    start = _line(text, at)
    line = text[start:at]
    if ":" in line.lstrip("- "):
        return at, YamlSlip.SECOND_COLON
    return start + len(line) - len(line.lstrip()), YamlSlip.CANNOT_FOLLOW


def _after_the_end(text: str, at: int) -> YamlSlip:
    """Why another key should come at a code point, and does not."""
    start = _line(text, at)
    before = text[start:at].rstrip()
    if before.endswith(("'", '"')):
        return YamlSlip.ENDS_AT_MARK
    if before.endswith(("]", "}")):
        return YamlSlip.BEGINS_WITH_BRACKET
    above = text[:start].rstrip()
    if " #" in above[_line(above, len(above)) :]:
        return YamlSlip.ABOVE_ENDS_IN_COMMENT
    return YamlSlip.OTHER_COLUMN
