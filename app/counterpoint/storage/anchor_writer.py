"""Putting anchors into a YAML file that a person wrote, touching nothing else in it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from counterpoint.domain.quotation import Anchor

from .unreadable import Unreadable
from .yaml_file import Path_, YamlFile, parse_yaml

_REFUSAL = (
    "the anchors cannot be put in without changing something else in this file; write the keys of "
    "each quotation one to a line, with plain or quoted values"
)


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


class EditWentWrong(Exception):
    """The edited file would not say the same as before; nothing was written."""


def with_anchors(file: YamlFile, anchors: Mapping[Path_, Anchor]) -> str:
    """The text of `file` with an `anchor` for each quotation whose mapping `anchors` names.

    Comments, order and layout stay. Raises EditWentWrong where the outcome, read back, would differ
    in anything but those anchors.
    """
    newline = "\r\n" if "\r\n" in file.text else "\n"
    edits = [_edit(file, path, anchor, newline) for path, anchor in anchors.items()]
    expected = json.loads(json.dumps(file.value, default=str))
    for path, anchor in anchors.items():
        at = expected
        for step in path:
            at = at[step]
        at["anchor"] = _plain(anchor)
    return _applied(file, edits, expected)


def with_digest(file: YamlFile, digest: str) -> str:
    """The text of a source's description with its `digest`, as `with_anchors`."""
    newline = "\r\n" if "\r\n" in file.text else "\n"
    if ("digest",) in file.keys:
        start = _index(file.text, *file.places[("digest",)])
        edits = [_Edit(start, file.ends[("digest",)], f'"{digest}"')]
    else:
        body = file.text.rstrip()
        edits = [_Edit(len(body), len(file.text), f'{newline}digest: "{digest}"{newline}')]
    expected = json.loads(json.dumps(file.value, default=str)) | {"digest": digest}
    return _applied(file, edits, expected)


def _applied(file: YamlFile, edits: list[_Edit], expected: object) -> str:
    text = file.text
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    try:
        again = json.loads(json.dumps(parse_yaml(text, file.name).value, default=str))
    except Unreadable as error:
        raise EditWentWrong(_REFUSAL) from error
    if again != expected:
        raise EditWentWrong(_REFUSAL)
    return text


def _plain(anchor: Anchor) -> dict[str, object]:
    return {
        "start": anchor.span.start,
        "end": anchor.span.end,
        "before": anchor.before,
        "after": anchor.after,
        "digest": anchor.digest,
    }


def _flow(anchor: Anchor) -> str:
    # JSON is YAML, and escapes whatever a line cannot hold.
    parts = (f"{key}: {_quoted(value)}" for key, value in _plain(anchor).items())
    return "anchor: {" + ", ".join(parts) + "}"


def _quoted(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return "".join(letter if letter.isprintable() else f"\\U{ord(letter):08x}" for letter in text)


def _edit(file: YamlFile, path: Path_, anchor: Anchor, newline: str) -> _Edit:
    text = file.text
    quote = (*path, "quote")
    start = _index(text, *file.keys[quote])
    line = text.rfind("\n", 0, start) + 1
    indent = " " * (start - line)
    old = (*path, "anchor")
    if old in file.keys:
        at = _index(text, *file.keys[old])
        return _Edit(at, _end_of(file, old), _flow(anchor))
    end = file.ends[quote]
    if text[_index(text, *file.places[path])] == "{":
        return _Edit(end, end, ", " + _flow(anchor))
    following = _next_key(file, path, file.keys[quote])
    if following is None:
        # Before the quotation, whose value may end in line feeds that belong to it.
        return _Edit(line, line, f"{indent}{_flow(anchor)}{newline}")
    at = text.rfind("\n", 0, _index(text, *following)) + 1
    return _Edit(at, at, f"{indent}{_flow(anchor)}{newline}")


def _end_of(file: YamlFile, key: Path_) -> int:
    """Where the value of `key` ends. A block's own mark is where the next thing begins, beyond
    comments and empty lines: there the end is that of its last value."""
    end = file.ends[key]
    if file.text[_index(file.text, *file.places[key])] != "{":
        inside = [at for path, at in file.ends.items() if path[: len(key)] == key and path != key]
        end = max(inside, default=end)
    while file.text[end - 1].isspace():
        end -= 1
    return end


def _next_key(file: YamlFile, path: Path_, after: tuple[int, int]) -> tuple[int, int] | None:
    """The place of the first key of the mapping at `path` in a line below `after`."""
    mapping = file.value
    for step in path:
        mapping = mapping[step]
    below = [at for key in mapping if (at := file.keys[(*path, key)])[0] > after[0]]
    return min(below, default=None)


def _index(text: str, line: int, column: int) -> int:
    """The code point at a line and column, both from 1."""
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return start + column - 1 + (line == 1 and text.startswith("\ufeff"))
