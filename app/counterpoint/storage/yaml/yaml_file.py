"""YAML read strictly: plain values, with the line and column of each kept beside them.

Refused with a message: duplicate keys, keys that are no words, tags, and what `yaml_nodes` refuses.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from counterpoint.domain.faults.yaml_fault import YamlFault
from counterpoint.domain.forms import KeyPath
from counterpoint.domain.problem import Argument, Fault, Problem, ProblemKind
from counterpoint.storage.files.text_file import decode, read_bytes
from counterpoint.storage.files.unreadable import Unreadable

from .left_out import LeftOut
from .yaml_nodes import Place, composed

_LINE_END = re.compile("\r\n|\n|\r")
_COMMENT = re.compile("[ \t]+(?=#)")


class LineColumn(NamedTuple):
    """Where a key begins: in code points from the start of the file, and by line and column, from
    0, as YAML counts them. It takes U+0085, U+2028 and U+2029 for ends of lines, as no editor does.
    """

    start: int
    line: int
    column: int


@dataclass(slots=True)
class YamlFile:
    """What one file says, and where each part of it stands, by its path from the root."""

    name: str
    text: str
    value: Any
    lines: "_Lines"
    marks: dict[KeyPath, LineColumn] = field(default_factory=dict)
    """Where each key of a mapping begins."""
    starts: dict[KeyPath, int] = field(default_factory=dict)
    """For each value, the code point at which it begins."""
    ends: dict[KeyPath, int] = field(default_factory=dict)
    """For each key of a mapping, the code point at which its value ends."""
    comments: dict[KeyPath, Place] = field(default_factory=dict)
    """For each value without quotation marks that a comment follows in its line, where that is, as
    an editor shows it."""
    letters: dict[KeyPath, str] = field(default_factory=dict)
    """What stands in the file for each value that YAML takes for something else than text."""
    parted: set[KeyPath] = field(default_factory=set)
    """The values without quotation marks that a comma parts from another, in a list in brackets."""
    left_out: LeftOut = field(default_factory=LeftOut)
    """What is not taken from the file because it is wrong. A path counts without the entries of
    lists that are left out before it, but for those in here, which count as the file does."""

    def original(self, path: KeyPath) -> KeyPath:
        """`path` with the entries of lists counted as they stand in the file."""
        return self.left_out.original(path)

    def cut_off(self, path: KeyPath) -> Place | None:
        """Where a comment begins behind the value at `path`, as an editor shows it, if one does
        that may have belonged to it."""
        return self.comments.get(self.original(path))

    def lost(self, path: KeyPath) -> bool:
        """Whether the value at `path` itself is left out."""
        return self.original(path) in self.left_out

    def lost_within(self, path: KeyPath) -> int:
        """How much is left out of the value at `path`, each entry or key counted once."""
        return self.left_out.within(self.original(path))

    def place(self, path: KeyPath) -> Place:
        """The nearest place known for `path`, as an editor shows it: its own, or that of the value
        that holds it."""
        path = self.original(path)
        for end in range(len(path), -1, -1):
            if path[:end] in self.starts:
                return self.lines.place(self.starts[path[:end]])
        return (1, 1)

    def problem(
        self,
        path: KeyPath,
        kind: ProblemKind,
        fault: Fault,
        *arguments: Argument,
        key: bool = False,
    ) -> Problem:
        """A problem at the value (or, with `key`, the key) that `path` leads to."""
        mark = self.marks.get(self.original(path)) if key else None
        line, column = self.lines.place(mark.start) if mark else self.place(path)
        return Problem(self.name, line, column, kind, fault, arguments)


def read_yaml(path: Path, name: str) -> YamlFile:
    """Raises Unreadable with every problem of the file's form at once, as far as it can be read."""
    text = decode(read_bytes(path, name), name)
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str) -> YamlFile:
    """As `read_yaml`, of a text at hand. A byte-order mark and CRLF are taken as Windows' own."""
    body = text.removeprefix("\ufeff")
    lines = _Lines(text, len(text) - len(body))
    node = composed(body, name, lambda at: lines.place(at + lines.shift))
    if node is None:
        raise Unreadable(Problem(name, None, None, ProblemKind.SYNTAX, YamlFault.EMPTY_FILE))
    file = YamlFile(name, text, None, lines)
    reader = _Reader(file)
    file.value = reader.value(node, ())
    if reader.problems:
        raise Unreadable(*reader.problems)
    return file


class _Lines:
    """The lines of a text, as an editor counts them: without the `shift` code points of a
    byte-order mark, which YAML is not given."""

    def __init__(self, text: str, shift: int) -> None:
        self.shift = shift
        self._starts = [shift, *(found.end() for found in _LINE_END.finditer(text))]

    def place(self, index: int) -> Place:
        """Line and column, both from 1, of a code point of the text."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1


class _Reader:
    """Turns nodes into values, noting where they stand and whatever is refused."""

    def __init__(self, file: YamlFile) -> None:
        self.file = file
        self.shift = file.lines.shift
        self.problems: list[Problem] = []

    def refuse(
        self, node: yaml.Node, kind: ProblemKind, fault: Fault, *arguments: Argument
    ) -> None:
        line, column = self.file.lines.place(node.start_mark.index + self.shift)
        self.problems.append(Problem(self.file.name, line, column, kind, fault, arguments))

    def value(self, node: yaml.Node, path: KeyPath) -> Any:
        self.file.starts[path] = node.start_mark.index + self.shift
        if isinstance(node, yaml.MappingNode):
            return {key: self.value(value, (*path, key)) for key, value in self.pairs(node, path)}
        if isinstance(node, yaml.SequenceNode):
            if node.flow_style and len(node.value) > 1:
                self.file.parted.update(
                    (*path, index) for index, item in enumerate(node.value) if _is_plain(item)
                )
            return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        if _is_plain(node):
            comment = _COMMENT.match(self.file.text, node.end_mark.index + self.shift)
            if comment:
                self.file.comments[path] = self.file.lines.place(comment.end())
        value = self.scalar(node)
        if value is not None and not isinstance(value, str):
            self.file.letters[path] = str(node.value)
        return value

    def pairs(self, node: yaml.MappingNode, path: KeyPath) -> Iterator[tuple[str, yaml.Node]]:
        for key_node, value in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.refuse(key_node, ProblemKind.SYNTAX, YamlFault.KEY_IS_NO_WORD)
                continue
            key = str(key_node.value)
            at = (*path, key)
            if at in self.file.marks:
                first, _ = self.file.lines.place(self.file.marks[at].start)
                kind = ProblemKind.DUPLICATE_KEY
                self.refuse(key_node, kind, YamlFault.KEY_GIVEN_TWICE, key, first)
                continue
            mark = key_node.start_mark
            self.file.marks[at] = LineColumn(mark.index + self.shift, mark.line, mark.column)
            self.file.ends[at] = value.end_mark.index + self.shift
            yield key, value

    def scalar(self, node: yaml.Node) -> Any:
        text = str(node.value)
        match node.tag.rpartition(":")[2]:
            case "str":
                return text
            case "int":
                try:
                    return int(text)
                except ValueError:
                    return Unquoted(text)
            case "bool":
                return text.lower() in ("true", "yes", "on")
            case "null":
                return None
        return Unquoted(text)


def _is_plain(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style


@dataclass(frozen=True, slots=True)
class Unquoted:
    """A scalar that YAML takes for a number, a date or the like."""

    text: str
