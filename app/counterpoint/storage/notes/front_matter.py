"""The front matter of a note: what its keys say, and how its lines stand.

Our own files have one simple shape, read without a YAML parser (which takes as long to import as
hundreds of notes to read). Whatever else a person or a program wrote is read as YAML, every value
by its letters: `NO`, `1.10` and `12:30` stay what was written.
"""

import json
import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from counterpoint.domain.faults.note_fault import NoteFault
from counterpoint.domain.lone_surrogates import without_lone_surrogates
from counterpoint.domain.problem import Argument, Problem, ProblemKind
from counterpoint.storage.files.text_file import place
from counterpoint.storage.files.unreadable import Unreadable

if TYPE_CHECKING:
    import yaml

Value = str | tuple[str, ...]

KEYS = (
    "target",
    "option",
    "other",
    "dimension",
    "claim",
    "evidence",
    "source",
    "start",
    "end",
    "kind",
    "author",
    "tags",
    "created",
    "changed",
    "conflict_of",
    "quote",
)
"""In the order in which we write them."""

_BARE = {"target", "kind", "start", "end"}
_OURS = re.compile(r"([a-z_]+): (.+)")
_BARE_WORD = re.compile(r"[a-z]+|[0-9]+")
_QUOTED = r'"(?:[^"\\]++|\\.)*+"'
_STRING = re.compile(_QUOTED)
_LIST = re.compile(rf"\[(?:{_QUOTED}(?:, {_QUOTED})*+)?\]")
"""Nothing nested: that may be too deep for the JSON parser."""
_COMMENT = re.compile("#.*")
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Raw, these would be line breaks or errors to YAML."""
_BREAKS = re.compile("[\r\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Front:
    """`values` of the keys that are ours, `places` (line and column in the file) of each, and
    `chunks`: every key, known or not, with its lines as they stand; "" for what precedes them."""

    values: dict[str, Value] = field(default_factory=dict)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    chunks: tuple[tuple[str, str], ...] = ()


def line_of(key: str, value: Value) -> str:
    """One line of front matter as we write it, with its line feed."""
    if isinstance(value, tuple):
        return f"{key}: [{', '.join(_quoted(item) for item in value)}]\n"
    return f"{key}: {value if key in _BARE else _quoted(value)}\n"


def _quoted(text: str) -> str:
    quoted = json.dumps(without_lone_surrogates(text), ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", quoted)


def read_front(text: str, name: str) -> Front:
    """What the lines between the two `---` say; the first of them is line 2 of the file.

    Raises Unreadable. `name` is how its problems call the file.
    """
    return _read_ours(text) or _read_yaml(text, name)


def _read_ours(text: str) -> Front | None:
    """None if a line is not as we would write it."""
    front = Front()
    chunks = []
    for number, line in enumerate(_lines(text), 2):
        found = _OURS.fullmatch(line.rstrip("\n"))
        if found is None:
            return None
        key, raw = found.groups()
        value = _our_value(key, raw)
        if value is None or key in front.values or line_of(key, value) != line:
            return None
        front.values[key] = value
        front.places[key] = (number, len(key) + 3)
        chunks.append((key, line))
    return Front(front.values, front.places, tuple(chunks))


def _our_value(key: str, raw: str) -> Value | None:
    if key not in KEYS:
        return None
    if key in _BARE:
        return raw if _BARE_WORD.fullmatch(raw) else None
    if not (_LIST if key == "tags" else _STRING).fullmatch(raw):
        return None
    try:
        value = json.loads(raw)
    except ValueError:
        return None
    return tuple(value) if key == "tags" else str(value)


def _lines(text: str) -> list[str]:
    """With their line feeds; `splitlines` would part them at other characters too."""
    return [line + "\n" for line in text.split("\n")[:-1]]


def replaced(chunk: str, line: str) -> str:
    """`chunk` with its key and value replaced by `line`, or by nothing where that is "". Comments
    are kept: one on the line of the key stays there, the others have lines of their own below."""
    if _read_ours(chunk) is not None:
        return line
    chunk = chunk.removeprefix("\ufeff")  # which YAML does not count
    comments, last = _comments(chunk)
    kept = line
    for number, old in enumerate(_lines(chunk)):
        at = comments.get(number)
        if at is None:
            kept += old if number > last else ""
        elif number == 0 and line:
            gap = old[len(old[:at].rstrip()) : at] or "  "
            kept = f"{line[:-1]}{gap}{old[at:]}"
        else:
            indent = len(old) - len(old.lstrip())
            kept += " " * indent + old[at:]  # spaces, as tabs may not begin a line here
    return kept


def _comments(chunk: str) -> tuple[dict[int, int], int]:
    """The column at which the comment of a line begins, by lines; and the last line of the key and
    its value. All from 0."""
    found: list[re.Match[str]] = []
    end = len(chunk.rstrip())
    if "#" in chunk:
        import yaml

        end = 0
        for token in yaml.scan(chunk, Loader=yaml.CSafeLoader):
            start, after = token.start_mark.index, token.end_mark.index
            if start < after:
                found += _COMMENT.finditer(chunk, end, start)
                if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
                    found += _COMMENT.finditer(chunk, start, chunk.index("\n", start))
                end = after
        found += _COMMENT.finditer(chunk, end)
    columns = {
        chunk.count("\n", 0, at): at - chunk.rfind("\n", 0, at) - 1
        for at in (comment.start() for comment in found)
    }
    return columns, chunk.count("\n", 0, len(chunk[:end].rstrip()))


class _Mark(Protocol):
    """A place in the YAML text, counted from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


def _problem(
    name: str, mark: _Mark | None, kind: ProblemKind, fault: NoteFault, *arguments: Argument
) -> Problem:
    if mark is None:
        return Problem(name, None, None, kind, fault, arguments)
    return Problem(name, mark.line + 2, mark.column + 1, kind, fault, arguments)


def _place(text: str, position: int) -> tuple[int, int]:
    """Line and column in the file of a code point of the front matter."""
    line, column = place(text, position)
    return line + 1, column


def _read_yaml(text: str, name: str) -> Front:
    import yaml

    from counterpoint.storage.yaml.yaml_nodes import composed

    odd = _BREAKS.search(text)
    if odd is not None:  # single lines could not be replaced
        raise Unreadable(
            Problem(
                name,
                *_place(text, odd.start()),
                ProblemKind.LINE_ENDINGS,
                NoteFault.LINE_BREAK_IN_FRONT,
                (f"U+{ord(odd.group()):04X}",),
            )
        )
    root = composed(text, name, lambda at: _place(text, at), tags=True)
    if root is None:
        return Front(chunks=(("", text),) if text else ())
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise Unreadable(
            _problem(name, root.start_mark, ProblemKind.SYNTAX, NoteFault.NO_LINES_OF_KEYS)
        )
    return _front_of(root, text, name)


def _front_of(root: "yaml.MappingNode", text: str, name: str) -> Front:
    values: dict[str, Value] = {}
    places: dict[str, tuple[int, int]] = {}
    starts: list[tuple[str, int]] = []
    problems: list[Problem] = []
    for key_node, node in root.value:
        mark = key_node.start_mark
        key = str(key_node.value)
        if mark.column or not isinstance(key_node.value, str):
            problems.append(_problem(name, mark, ProblemKind.SYNTAX, NoteFault.KEY_NOT_AT_START))
            continue
        if key in dict(starts):
            problems.append(
                _problem(name, mark, ProblemKind.DUPLICATE_KEY, NoteFault.KEY_TWICE, key)
            )
            continue
        starts.append((key, mark.line))
        if key in KEYS:
            places[key] = (node.start_mark.line + 2, node.start_mark.column + 1)
            value = _value(key, node)
            if value is None:
                is_list = key == "tags"
                fault = NoteFault.NO_LIST_OF_WORDS if is_list else NoteFault.NO_SINGLE_VALUE
                kind = ProblemKind.WRONG_TYPE
                problems.append(_problem(name, node.start_mark, kind, fault, key))
            else:
                values[key] = value
    if problems:
        raise Unreadable(*problems)
    return Front(values, places, _chunks(text, starts))


def _value(key: str, node: "yaml.Node") -> Value | None:
    import yaml

    if isinstance(node, yaml.ScalarNode):
        empty = node.tag.endswith(":null")
        if key == "tags":
            return () if empty else (node.value,)
        return "" if empty else str(node.value)
    if key in ("tags", "author") and isinstance(node, yaml.SequenceNode):
        items = [item for item in node.value if isinstance(item, yaml.ScalarNode)]
        if len(items) == len(node.value):
            said = tuple(item.value for item in items)
            return said if key == "tags" else ", ".join(said)
    # What other programs say of an author costs no note: those before us kept that key unread.
    return "" if key == "author" else None


def _chunks(text: str, starts: list[tuple[str, int]]) -> tuple[tuple[str, str], ...]:
    whole = _lines(text)
    bounds = [*starts, ("", len(whole))]
    chunks = [("", "".join(whole[: bounds[0][1]]))] if bounds[0][1] else []
    for (key, start), (_, end) in pairwise(bounds):
        chunks.append((key, "".join(whole[start:end])))
    return tuple(chunks)
