"""Changing what a YAML file says at one place, and leaving every other byte as it was: comments,
order, quotation marks, line breaks.

The new text is read back: what it says has to be what was asked for, or nothing is changed. Paths
count the entries of lists as the file does. A comment right above a key or an entry, in its
column, goes with it; one at the head of the file stays.
"""

import copy
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from counterpoint.domain.forms import KeyPath
from counterpoint.domain.lone_surrogates import without_lone_surrogates
from counterpoint.storage.files.unreadable import Unreadable

from .yaml_file import YamlFile, parse_yaml
from .yaml_text import TextEdit, YamlText
from .yaml_words import AsWritten, Flow, Quoted


class Set(NamedTuple):
    """The value at `path`, which is there or a new key of a mapping: then it stands before the key
    `before`, or after the key `after`, or last."""

    path: KeyPath
    value: object
    before: str = ""
    after: str = ""


class Insert(NamedTuple):
    """A new entry of the list that holds `path`, before the one that stands there now."""

    path: KeyPath
    value: object


class Delete(NamedTuple):
    """The key or the entry at `path`, with its value."""

    path: KeyPath


class Move(NamedTuple):
    """The entry at `path` to where `to` leads, in the same list or another; counted without it."""

    path: KeyPath
    to: KeyPath


class Rename(NamedTuple):
    """The key at `path` is called `key`."""

    path: KeyPath
    key: str


Edit = Set | Insert | Delete | Move | Rename


class EditWentWrong(Exception):
    """The edited file would not say what was asked for; nothing was changed."""


REFUSAL = (
    "this cannot be changed without changing something else in this file; write its keys one to a "
    "line, with plain or quoted values"
)


def edited(file: YamlFile, *edits: Edit, refusal: str = REFUSAL) -> YamlFile:
    """`file` with all `edits`, each on what the ones before it have left. Raises EditWentWrong with
    `refusal`, KeyError or IndexError where a path leads nowhere."""
    rest = list(edits)
    while rest:
        # As many at once as do not move what the next are about.
        count = next((at for at, edit in enumerate(rest) if not isinstance(edit, Set)), len(rest))
        step, rest = rest[: max(count, 1)], rest[max(count, 1) :]
        file = _applied(file, step, refusal)
    return file


def _applied(file: YamlFile, edits: list[Edit], refusal: str) -> YamlFile:
    expected = copy.deepcopy(file.value)
    for edit in edits:
        _do(expected, edit)
    try:
        text = YamlText(file)
        ways = _ways(text, edits)
    except yaml.YAMLError as error:
        raise EditWentWrong(refusal) from error
    for way in ways:
        try:
            found = parse_yaml(_with(file.text, way), file.name)
        except Unreadable:
            continue
        if found.value == expected:
            return found
    raise EditWentWrong(refusal)


def _ways(text: YamlText, edits: list[Edit]) -> Iterator[list[TextEdit]]:
    """How the text may be changed, the best way first."""
    if len(edits) > 1:
        sets = [edit for edit in edits if isinstance(edit, Set)]
        yield [change for edit in sets for change in next(_setting(text, edit))]
        return
    (edit,) = edits
    match edit:
        case Set():
            yield from _setting(text, edit)
        case Insert(path, value):
            yield text.inserted(path, value)
        case Delete(path):
            yield text.deleted(path)
        case Move(path, to):
            yield text.moved(path, to) if path != to else []
        case Rename(path, key):
            yield text.renamed(path, key)


def _setting(text: YamlText, edit: Set) -> Iterator[list[TextEdit]]:
    path, value, before, after = edit
    if text.has(path):
        yield text.replaced(path, value)
        return
    keys = text.keys(path[:-1])
    if before:
        yield text.key_before((*path[:-1], before), str(path[-1]), value)
        return
    last = after or (keys[-1] if keys else "")
    if not last:
        yield text.replaced(path[:-1], {str(path[-1]): value})
        return
    yield text.key_after((*path[:-1], last), str(path[-1]), value)
    # The value above may have the line feeds at the end, or more stand below.
    yield text.key_before((*path[:-1], last), str(path[-1]), value)


def _with(text: str, edits: list[TextEdit]) -> str:
    parts: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts += (text[done : edit.start], edit.text)
        done = max(done, edit.end)
    return "".join((*parts, text[done:]))


def _do(value: Any, edit: Edit) -> None:
    """Does `edit` to a plain value."""
    match edit:
        case Set(path, new, before, after):
            _put(_holder(value, path), path[-1], _plain(new), before, after)
        case Insert(path, new):
            _holder(value, path).insert(path[-1], _plain(new))
        case Delete(path):
            del _holder(value, path)[path[-1]]
        case Move(path, to):
            moved = _holder(value, path).pop(path[-1])
            _holder(value, to).insert(to[-1], moved)
        case Rename(path, key):
            holder = _holder(value, path)
            entries = [(key if old == path[-1] else old, part) for old, part in holder.items()]
            holder.clear()
            holder.update(entries)


def _holder(value: Any, path: KeyPath) -> Any:
    for step in path[:-1]:
        value = value[step]
    if not isinstance(value, list if isinstance(path[-1], int) else dict):
        raise KeyError(path)
    return value


def _put(holder: Any, key: Any, value: Any, before: str, after: str) -> None:
    if isinstance(holder, list) or key in holder:
        holder[key] = value
        return
    entries = list(holder.items())
    names = list(holder)
    at = names.index(before) if before else names.index(after) + 1 if after else len(names)
    holder.clear()
    holder.update([*entries[:at], (key, value), *entries[at:]])


def _plain(value: Any) -> Any:
    """What is read again of a value that is written."""
    if isinstance(value, AsWritten):
        return copy.deepcopy(value.value)
    if isinstance(value, Flow):
        value = value.value
    if isinstance(value, Quoted):
        value = value.text
    if isinstance(value, str):
        return without_lone_surrogates(value)
    if isinstance(value, dict):
        return {without_lone_surrogates(str(key)): _plain(part) for key, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, list | tuple) else value
