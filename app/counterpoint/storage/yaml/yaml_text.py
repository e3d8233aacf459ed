"""Where in the text of a YAML file its keys and entries stand, and which stretches have to be
exchanged to change one. Nothing here is sure of what it proposes: `yaml_edit` reads it back.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import yaml

from counterpoint.domain.forms import KeyPath

from .yaml_file import YamlFile
from .yaml_words import (
    STEP,
    WIDTH,
    Flow,
    block,
    entry,
    folded,
    folds,
    in_block,
    in_line,
    in_list,
    is_block,
    with_key,
)

_BREAK = re.compile("\r\n|\n|\r")
_COMMENT = re.compile("(?:^|(?<=[ \t\r\n\ufeff]))#[^\r\n]*")
_COMMENT_LINE = re.compile("[ \t]*#")
_EMPTY_LINE = re.compile("[ \t]*(?:\r\n|\n|\r)")
_HEADER = re.compile(r"[|>][0-9+-]*")


class TextEdit(NamedTuple):
    """From `start` to `end`, in code points, stands `text` instead."""

    start: int
    end: int
    text: str


class YamlText:
    """The text of a file that YAML can read, with its nodes. Raises yaml.YAMLError."""

    def __init__(self, file: YamlFile) -> None:
        self.text = file.text
        self.value = file.value
        self.shift = len(file.text) - len(file.text.removeprefix("\ufeff"))
        root = yaml.compose(file.text[self.shift :], Loader=yaml.CSafeLoader)
        if root is None:
            raise yaml.YAMLError(f"{file.name} is empty")
        self.root: yaml.Node = root
        found = _BREAK.search(self.text)
        self.newline = found.group() if found else "\n"

    # Nodes

    def _pair(self, path: KeyPath) -> tuple[yaml.Node | None, yaml.Node]:
        """The key (of an entry: None) and the value that `path` leads to."""
        key: yaml.Node | None = None
        node = self.root
        for step in path:
            if isinstance(step, int):
                key, node = None, _entries(node)[step]
                continue
            pairs = node.value if isinstance(node, yaml.MappingNode) else []
            found = next((pair for pair in pairs if pair[0].value == step), None)
            if found is None:
                raise KeyError(step)
            key, node = found
        return key, node

    def node(self, path: KeyPath) -> yaml.Node:
        """The value at `path`. Raises KeyError or IndexError."""
        return self._pair(path)[1]

    def has(self, path: KeyPath) -> bool:
        try:
            self._pair(path)
        except (KeyError, IndexError):
            return False
        return True

    def keys(self, path: KeyPath) -> list[str]:
        """The keys of the mapping at `path`, in their order."""
        node = self.node(path)
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        return [str(key.value) for key, _ in pairs]

    # Places

    def _start(self, node: yaml.Node) -> int:
        return int(node.start_mark.index) + self.shift

    def _end(self, node: yaml.Node) -> int:
        """Where it ends, without the line break and comments below it, which a mark includes."""
        if _is_block(node):
            last = node.value[-1]
            return self._end(last[1] if isinstance(node, yaml.MappingNode) else last)
        end = int(node.end_mark.index) + self.shift
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            start = self._start(node)
            if "+" not in _header(self.text, start):
                end = start + len(self.text[start:end].rstrip())
        return end

    def _line(self, at: int) -> int:
        """Where the line of `at` begins."""
        return max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at), self.shift - 1) + 1

    def _above(self, line: int) -> int:
        """Where the line before the one begins that begins at `line`."""
        return self._line(line - (2 if self.text.startswith("\r\n", line - 2) else 1))

    def _below(self, end: int) -> int:
        """Where the line after the one begins in which something ends."""
        if end and self.text[end - 1] in "\r\n" and end > self.shift:
            return end
        found = _BREAK.search(self.text, end)
        return found.end() if found else len(self.text)

    def _column(self, at: int) -> int:
        return at - self._line(at)

    def _leads(self, at: int) -> bool:
        """Whether nothing but spaces stands before `at` in its line."""
        return not self.text[self._line(at) : at].strip(" \ufeff")

    def _begin(self, path: KeyPath) -> int:
        """Where the key, or the hyphen of the entry, at `path` is."""
        key, node = self._pair(path)
        if key is not None:
            return self._start(key)
        holder = self.node(path[:-1])
        if not _is_block(holder):
            return self._start(node)
        if path[-1] == 0:
            return self._start(holder)
        column, line = self._column(self._start(holder)), self._line(self._start(node))
        hyphen = re.compile(f" {{{column}}}-(?![^ \t\r\n])")
        while not hyphen.match(self.text, line):
            line = self._above(line)
        return line + column

    def _with_comments(self, begin: int) -> int:
        """Where the lines of what begins at `begin` do, with the comments right above, but for
        those at the head of the file."""
        line, column = self._line(begin), self._column(begin)
        top = line
        while top > self.shift:
            above = self._above(top)
            if not _COMMENT_LINE.match(self.text, above, top):
                break
            if len(self.text[above:top]) - len(self.text[above:top].lstrip(" ")) != column:
                break
            top = above
        return line if top <= self.shift else top

    def _after_colon(self, key: yaml.Node) -> int:
        end = int(key.end_mark.index) + self.shift
        return self.text.index(":", end) + 1

    # Changes

    def replaced(self, path: KeyPath, value: object) -> list[TextEdit]:
        """The value at `path` gives way to another."""
        key, node = self._pair(path)
        start, end = self._start(node), self._end(node)
        in_flow = self._in_flow(path)
        if key is not None and not in_flow and self._grows_too_long(key, node, value):
            return self._folded(path, str(value))
        if in_flow or not (is_block(value) or _is_block(node)):
            words = self._like(node, path, value, in_flow=in_flow)
            empty = start == end and not self.text[start - 1 : start].isspace()
            return [TextEdit(start, end, f" {words}" if empty else words)]
        indent = self._indent_in(path)
        if not path:
            lines = block(value, 0) if is_block(value) else [in_line(value)]
            return [TextEdit(start, end, self._joined(lines))]
        if key is None:
            begin = self._begin(path)
            lines = entry(value, self._column(begin))
            return [TextEdit(begin, end, self._joined(lines).lstrip())]
        colon = self._after_colon(key)
        if not is_block(value):
            return [TextEdit(colon, end, f" {in_line(value)}")]
        words = self._joined(block(value, indent))
        if _is_block(node):
            return [TextEdit(self._line(start), end, words)] if self._leads(start) else []
        return [TextEdit(colon, end, self.newline + words)]

    def _grows_too_long(self, key: yaml.Node, node: yaml.Node, value: object) -> bool:
        """Whether `value`, which could be folded, is longer than a line, where what stands there
        is not."""
        if not (isinstance(value, str) and folds(value) and isinstance(node, yaml.ScalarNode)):
            return False
        start, end = self._start(node), self._end(node)
        before = self._column(start)
        one_line = not _BREAK.search(self.text, self._start(key), end)
        if node.style in ("|", ">") or (one_line and before + end - start > WIDTH):
            return False
        return before + len(in_line(value, node.style or "")) > WIDTH

    def _folded(self, path: KeyPath, value: str) -> list[TextEdit]:
        """The words of a key, in lines below it; a comment behind them stays in the line of the
        key."""
        node = self.node(path)
        start, end = self._start(node), self._end(node)
        lines = list(folded(value, self._indent_in(path)))
        header = ">-" if start != end or self.text[start - 1 : start].isspace() else " >-"
        return [TextEdit(start, end, header), *self._lines_after(end, lines)]

    def key_before(self, at: KeyPath, key: str, value: object) -> list[TextEdit]:
        """A new key before the one at `at`."""
        begin = self._begin(at)
        if self._in_flow(at):
            return [TextEdit(begin, begin, f"{_flow_key(key, value)}, ")]
        column = self._column(begin)
        lines = with_key(key, value, column)
        if self._leads(begin):
            line = self._with_comments(begin) if at[:-1] else self._line(begin)
            return [TextEdit(line, line, self._joined([*lines, *self._gap(at[:-1]), ""]))]
        words = self._joined(lines).lstrip(" ")
        return [TextEdit(begin, begin, words + self.newline + " " * column)]

    def key_after(self, at: KeyPath, key: str, value: object) -> list[TextEdit]:
        """A new key after the one at `at`."""
        end = self._end(self.node(at))
        if self._in_flow(at):
            return [TextEdit(end, end, f", {_flow_key(key, value)}")]
        lines = with_key(key, value, self._column(self._begin(at)))
        return self._lines_after(end, [*self._gap(at[:-1]), *lines])

    def inserted(self, path: KeyPath, value: object) -> list[TextEdit]:
        """A new entry of a list before the one at `path`, or last."""
        holder = self.node(path[:-1])
        column = self._column(self._start(holder))
        return self._inserted(path, entry(value, column), value)

    def _inserted(self, path: KeyPath, lines: list[str], value: object) -> list[TextEdit]:
        holder, index = self.node(path[:-1]), path[-1]
        entries = _entries(holder)
        if not isinstance(index, int):
            raise KeyError(index)
        if not entries:
            return self.replaced(path[:-1], [value])
        if not _is_block(holder):
            words = in_list(value)
            if index < len(entries):
                at = self._start(entries[index])
                return [TextEdit(at, at, f"{words}, ")]
            at = self._end(entries[-1])
            return [TextEdit(at, at, f", {words}")]
        if index == 0:
            begin = self._begin(path)
            if not self._leads(begin):
                column = self._column(begin)
                words = self._joined(lines).lstrip(" ") + self.newline + " " * column
                return [TextEdit(begin, begin, words)]
            line = self._with_comments(begin)
            return [TextEdit(line, line, self._joined([*lines, *self._gap(path[:-1]), ""]))]
        gap = self._gap(path[:-1])
        return self._lines_after(self._end(entries[index - 1]), [*gap, *lines])

    def _lines_after(self, end: int, lines: list[str]) -> list[TextEdit]:
        at = self._below(end)
        words = self._joined(lines)
        if at == len(self.text) and self.text[at - 1 : at] not in ("\n", "\r"):
            return [TextEdit(at, at, self.newline + words)]
        return [TextEdit(at, at, words + self.newline)]

    def _gap(self, path: KeyPath) -> list[str]:
        """The empty line that stands between all entries or keys of what is at `path`, if so."""
        steps = self._steps(path)
        apart = (self._are_apart((*path, one), (*path, other)) for one, other in pairwise(steps))
        return [""] if len(steps) > 1 and all(apart) else []

    def _are_apart(self, one: KeyPath, following: KeyPath) -> bool:
        line = self._with_comments(self._begin(following))
        above = self._above(line)
        # Else the empty line is part of the value before.
        return self._end(self.node(one)) <= above and not self.text[above:line].strip()

    def _steps(self, path: KeyPath) -> Sequence[str | int]:
        node = self.node(path)
        if isinstance(node, yaml.SequenceNode):
            return range(len(node.value))
        return self.keys(path)

    def deleted(self, path: KeyPath) -> list[TextEdit]:
        """The key or the entry at `path` goes."""
        holder = self.node(path[:-1])
        if len(holder.value) == 1:
            return self.replaced(path[:-1], {} if isinstance(holder, yaml.MappingNode) else [])
        begin, end = self._begin(path), self._end(self.node(path))
        number = self._number(path)
        if self._in_flow(path):
            if number + 1 < len(holder.value):
                return [TextEdit(begin, self._begin(self._at(path, number + 1)), "")]
            return [TextEdit(self._end(self.node(self._at(path, number - 1))), end, "")]
        if self._leads(begin):
            first, below = self._with_comments(begin), self._below(end)
            if self._gap(path[:-1]):
                first = self._above(first) if number else first
                empty = None if number else _EMPTY_LINE.match(self.text, below)
                below = empty.end() if empty else below
            if below == len(self.text) and self.text[-1] not in "\r\n":
                first -= len(self.newline)  # as before, the file ends without a line break
            return [TextEdit(first, below, "")]
        following = self._begin(self._at(path, number + 1))
        if "#" in self.text[self._below(end) : following]:
            return [TextEdit(begin, end, "")]
        return [TextEdit(begin, following, "")]

    def moved(self, path: KeyPath, to: KeyPath) -> list[TextEdit]:
        """The entry at `path` goes to `to`, with its comments, word for word where both lists
        are in lines."""
        index = to[-1]
        if not isinstance(index, int) or not isinstance(path[-1], int):
            raise KeyError(index)
        # `to` counts without the entry that goes.
        there = (*to[:-1], index + 1) if to[:-1] == path[:-1] and index >= path[-1] else to
        holder, target = self.node(path[:-1]), self.node(to[:-1])
        if self._in_flow(path) or not _is_block(target):
            words = self.value
            for step in path:
                words = words[step]
            lines = entry(words, self._column(self._start(target)))
            return [*self.deleted(path), *self._inserted(there, lines, words)]
        lines = self._lines_of(path)
        shift = self._column(self._start(target)) - self._column(self._start(holder))
        return [*self.deleted(path), *self._inserted(there, _shifted(lines, shift), None)]

    def _lines_of(self, path: KeyPath) -> list[str]:
        """Of an entry of a list in lines, with the comments above it."""
        begin = self._begin(path)
        below = self._below(self._end(self.node(path)))
        if self._leads(begin):
            lines = _BREAK.split(self.text[self._with_comments(begin) : below])
        else:
            lines = _BREAK.split(self.text[begin:below])
            lines[0] = " " * self._column(begin) + lines[0]
        if not lines[-1]:
            lines.pop()
        return lines

    def lines_of_entry(self, path: KeyPath) -> list[str]:
        """As `AsWritten` has them; none where the entry stands between brackets."""
        if self._in_flow(path):
            return []
        return _shifted(self._lines_of(path), -self._column(self._begin(path)))

    def comments(self) -> list[str]:
        """All that stand in it, in their order, each from its sign on."""
        held: list[tuple[int, int]] = []
        waiting = [self.root]
        while waiting:
            node = waiting.pop()
            if isinstance(node, yaml.ScalarNode):
                start = self._start(node)
                lines = node.style in ("|", ">")  # a comment may stand behind its header
                held.append((self._below(start) if lines else start, self._end(node)))
            elif isinstance(node, yaml.MappingNode):
                waiting += [part for pair in node.value for part in pair]
            else:
                waiting += _entries(node)
        held.sort()
        begins = [start for start, _ in held]
        found = []
        for sign in _COMMENT.finditer(self.text):
            at = bisect_right(begins, sign.start()) - 1
            if at < 0 or held[at][1] <= sign.start():
                found.append(sign.group().rstrip())
        return found

    def renamed(self, path: KeyPath, key: str) -> list[TextEdit]:
        """The key at `path` is called otherwise."""
        node, _ = self._pair(path)
        if node is None:
            raise KeyError(path[-1])
        start = self._start(node)
        end = int(node.end_mark.index) + self.shift
        return [TextEdit(start, end, with_key(key, 0, 0)[0].removesuffix(": 0"))]

    # Words

    def _like(self, node: yaml.Node, path: KeyPath, value: object, *, in_flow: bool) -> str:
        """`value` written as the scalar was that stands at `path`."""
        style = node.style if isinstance(node, yaml.ScalarNode) else ""
        if style in ("|", ">") and isinstance(value, str) and not in_flow:
            start = self._start(node)
            header = _header(self.text, start)
            rest = self.text[start + len(header) : self._below(start)].rstrip()
            indent = self._indent_of_lines(node) or self._indent_in(path)
            below = self.text[self._below(start) : self._end(node)]
            before = [line.strip(" ") for line in _BREAK.split(below)]
            written = in_block(value, header, indent, before)
            if written is not None:
                return self.newline.join((header + rest, *written))
        return in_line(value, style or "", flow=in_flow)

    def _indent_of_lines(self, node: yaml.Node) -> int:
        """How far in the words of a block stand."""
        below = self._below(self._start(node))
        first = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))*( *)[^ \r\n]").match(self.text, below)
        return len(first[1]) if first else 0

    def _indent_in(self, path: KeyPath) -> int:
        """How far in what belongs to the key or the entry at `path` stands."""
        node = self.node(path)
        if _is_block(node) and path:
            return self._column(self._start(node))
        return self._column(self._begin(path)) + STEP if path else 0

    def _in_flow(self, path: KeyPath) -> bool:
        """Whether what is at `path` stands between brackets."""
        return any(not _is_block(self.node(path[:end])) for end in range(len(path)))

    def _joined(self, lines: list[str]) -> str:
        return self.newline.join(lines)

    def _number(self, path: KeyPath) -> int:
        step = path[-1]
        return step if isinstance(step, int) else self.keys(path[:-1]).index(step)

    def _at(self, path: KeyPath, number: int) -> KeyPath:
        """The path of what is number `number` beside the one at `path`."""
        return (*path[:-1], self._steps(path[:-1])[number])


def _is_block(node: yaml.Node) -> bool:
    return isinstance(node, yaml.CollectionNode) and not node.flow_style


def _entries(node: yaml.Node) -> list[yaml.Node]:
    entries: list[yaml.Node] = node.value if isinstance(node, yaml.SequenceNode) else []
    return entries


def _header(text: str, start: int) -> str:
    found = _HEADER.match(text, start)
    return found.group() if found else ""


def _flow_key(key: str, value: object) -> str:
    written = in_line({key: value}, flow=True)[1:-1]
    if isinstance(value, Flow):
        return f"{with_key(key, 0, 0)[0].removesuffix('0')}{in_line(value)}"
    return written


def _shifted(lines: list[str], by: int) -> list[str]:
    """With so many more columns before each, or as many less as there are."""
    if by >= 0:
        return [" " * by + line if line else line for line in lines]
    return [line[min(-by, len(line) - len(line.lstrip(" "))) :] for line in lines]
