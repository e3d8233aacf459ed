"""What libyaml says of a file that is not YAML, in words that lead to the mend.

Its own messages tell what its scanner met ("found character that cannot start any token"), not
what the writer of the file did.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import yaml

_IN_MARKS = "put the whole value in quotation marks"
_BY_ESCAPE = "write \\\\ for a backslash, or put the value between single marks: '…'"


def explained(error: "yaml.MarkedYAMLError", text: str) -> tuple[int | None, str]:
    """The code point of `text` at which a person should look (None: not known), and what is wrong
    there and what would be right, without a full stop."""
    problem = error.problem or ""
    at = error.problem_mark.index if error.problem_mark else None
    began = error.context_mark.index if error.context_mark else at
    if at is None or began is None:
        return began, _plainly(error)
    tab = _tab_in_indent(text, at)
    if tab is not None:
        return tab, "the line is indented with a tab; indent with spaces, as YAML knows no others"
    sign = text[at : at + 1]
    match problem:
        case "found character that cannot start any token" if sign == "\t":
            return at, "a tab stands here; write a space instead, as YAML knows no others"
        case "found character that cannot start any token":
            return at, f"a value cannot begin with {sign}; {_IN_MARKS}"
        case "mapping values are not allowed in this context":
            return _colon(text, at)
        case "did not find expected key" | "did not find expected '-' indicator":
            return at, _after_the_end(text, at)
        case "could not find expected ':'":
            return began, (
                "this line is neither `key: value` nor part of the value above; add the colon, or "
                "indent it further than the key whose value it goes on with"
            )
        case "found unexpected end of stream" | "found unexpected document indicator":
            return began, "the quotation mark that opens here is never closed; close it"
        case "did not find expected ',' or ']'" | "did not find expected ',' or '}'":
            return began, (
                f"the bracket {text[began : began + 1]} that opens here is not closed, or a comma "
                "is missing in it; mend it, or put the value in quotation marks if the bracket "
                "belongs to it"
            )
        case "did not find expected alphabetic or numeric character":
            return began, f"a value cannot begin with {text[began : began + 1]}; {_IN_MARKS}"
        case "did not find expected comment or line break":
            return began, (
                f"after {text[began : began + 1]} the words begin in the next line, indented; put "
                "them there, or put the whole value in quotation marks"
            )
        case "found unknown escape character" | "did not find expected hexdecimal number":
            return at, f"this is no escape that a value between double marks may have; {_BY_ESCAPE}"
        case "block sequence entries are not allowed in this context":
            return at, f"a value cannot begin with a hyphen and a space; {_IN_MARKS}"
        case "mapping keys are not allowed in this context":
            return at, f"a value cannot begin with a question mark and a space; {_IN_MARKS}"
        case "but found another document" | "did not find expected <document start>":
            return at, "a file is one document; remove the line of --- or ... and what stands twice"
    return at, _plainly(error)


def _plainly(error: "yaml.MarkedYAMLError") -> str:
    what = " ".join(part for part in (error.context, error.problem) if part)
    return f"{what}; check the indents, the quotation marks and the colons here"


def _line(text: str, at: int) -> int:
    """Where the line of a code point begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _tab_in_indent(text: str, at: int) -> int | None:
    start = _line(text, at)
    line = text[start : at + 1]
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    found = indent.find("\t")
    return None if found < 0 else start + found


def _colon(text: str, at: int) -> tuple[int, str]:
    start = _line(text, at)
    line = text[start:at]
    if ":" in line.lstrip("- "):
        return at, f"a colon and a space stand a second time in this line; {_IN_MARKS}"
    return start + len(line) - len(line.lstrip()), (
        "this line cannot follow the one above; begin it in the column of the keys beside it, or "
        "end the key above with a colon and a space"
    )


def _after_the_end(text: str, at: int) -> str:
    """Why another key should come at a code point, and does not."""
    start = _line(text, at)
    before = text[start:at].rstrip()
    if before.endswith(("'", '"')):
        return (
            "the value ends at the quotation mark before this; a mark that belongs to it is "
            "written twice between single marks ('it''s'), as \\\" between double ones"
        )
    if before.endswith(("]", "}")):
        return f"a value that begins with a bracket is a list or keys to YAML; {_IN_MARKS}"
    above = text[:start].rstrip()
    if " #" in above[_line(above, len(above)) :]:
        return (
            "the line above ends in a comment, from its # on, so that this one cannot go on with "
            f"it; {_IN_MARKS}, or the comment on a line of its own"
        )
    return (
        "this line begins in another column than the keys above, or goes on with a value that has "
        "ended; indent it as they are, or mend the line above"
    )
