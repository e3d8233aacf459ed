"""Putting anchors into a YAML file that a person wrote, touching nothing else in it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from counterpoint.domain.quotation import Anchor
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.yaml.yaml_file import KeyPath, LineColumn, YamlFile, parse_yaml

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


def with_anchors(file: YamlFile, anchors: Mapping[KeyPath, Anchor]) -> YamlFile:
    """`file` with an `anchor` for each quotation whose mapping `anchors` names.

    Comments, order and layout stay. Raises EditWentWrong if the outcome, read back, would differ
    in anything but those anchors.
    """
    newline = _newline(file.text)
    anchors = {file.original(path): anchor for path, anchor in anchors.items()}
    ends = _ends_of_insides(file, anchors)
    edits = [_edit(file, path, anchor, newline, ends) for path, anchor in anchors.items()]
    expected = json.loads(json.dumps(file.value, default=str))
    for path, anchor in anchors.items():
        at = expected
        for step in path:
            at = at[step]
        at["anchor"] = _plain(anchor)
    return _applied(file, edits, expected)


def with_digest(file: YamlFile, digest: str) -> YamlFile:
    """A source's description with its `digest`, as `with_anchors`."""
    expected = json.loads(json.dumps(file.value, default=str)) | {"digest": digest}
    for edit in _digest_edits(file, f'"{digest}"'):
        try:
            return _applied(file, [edit], expected)
        except EditWentWrong:
            continue
    raise EditWentWrong(
        "the digest cannot be put in without changing something else in this file; write a line "
        f'`digest: "{digest}"` into it'
    )


def _digest_edits(file: YamlFile, digest: str) -> list[_Edit]:
    """Where the digest can be put, the best place first."""
    key = ("digest",)
    if key in file.marks:
        start, end = file.starts[key], _end_of(file, key, file.ends[key])
        return [_Edit(start, end, digest if start < end else f" {digest}")]
    if file.text[file.starts[()]] == "{":
        end = max(file.ends[(key,)] for key in file.value)
        return [_Edit(end, end, f", digest: {digest}")]
    newline = _newline(file.text)
    end = len(file.text.rstrip())
    last = max(file.marks[(key,)] for key in file.value)
    above = last.start - last.column
    return [
        _Edit(end, end, f"{newline}digest: {digest}"),
        # Above the last key, where its value has the line feeds at the end, or more stands below.
        _Edit(above, above, f"{' ' * last.column}digest: {digest}{newline}"),
    ]


def _newline(text: str) -> str:
    """What ends the lines of a file."""
    return next((end for end in ("\r\n", "\n", "\r") if end in text), "\n")


def _applied(file: YamlFile, edits: list[_Edit], expected: object) -> YamlFile:
    parts: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        parts += (file.text[done : edit.start], edit.text)
        done = edit.end
    try:
        edited = parse_yaml("".join((*parts, file.text[done:])), file.name)
    except Unreadable as error:
        raise EditWentWrong(_REFUSAL) from error
    if json.loads(json.dumps(edited.value, default=str)) != expected:
        raise EditWentWrong(_REFUSAL)
    return edited


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


def _edit(
    file: YamlFile, path: KeyPath, anchor: Anchor, newline: str, ends: Mapping[KeyPath, int]
) -> _Edit:
    quote = (*path, "quote")
    old = (*path, "anchor")
    if old in file.marks:
        return _Edit(file.marks[old].start, _end_of(file, old, ends[old]), _flow(anchor))
    end = file.ends[quote]
    if file.text[file.starts[path]] == "{":
        return _Edit(end, end, ", " + _flow(anchor))
    key = file.marks[quote]
    # Before the quotation if it is last: its value may end in line feeds that belong to it.
    below = _next_key(file, path, key) or key
    at = below.start - below.column
    return _Edit(at, at, f"{' ' * key.column}{_flow(anchor)}{newline}")


def _ends_of_insides(file: YamlFile, anchors: Mapping[KeyPath, Anchor]) -> dict[KeyPath, int]:
    """For each anchor that is there already where the last value in it ends; where it is not a
    mapping of keys, its own end."""
    inside: dict[KeyPath, int] = {}
    for path, end in file.ends.items():
        if path[-2:-1] == ("anchor",) and path[:-2] in anchors:
            inside[path[:-1]] = max(end, inside.get(path[:-1], 0))
    old = ((*path, "anchor") for path in anchors)
    return {key: inside.get(key, file.ends[key]) for key in old if key in file.marks}


def _end_of(file: YamlFile, key: KeyPath, inside: int) -> int:
    """Where the value of `key` ends. A block's own mark is where the next thing begins, beyond
    comments and empty lines: there the end is that of its last value, `inside`."""
    end = file.ends[key] if file.text.startswith("{", file.starts[key]) else inside
    while file.text[end - 1].isspace():
        end -= 1
    return end


def _next_key(file: YamlFile, path: KeyPath, after: LineColumn) -> LineColumn | None:
    """Where the first key of the mapping at `path` is in a line below `after`."""
    mapping = file.value
    for step in path:
        mapping = mapping[step]
    below = [at for key in mapping if (at := file.marks[(*path, key)]).line > after.line]
    return min(below, default=None)
