"""What goes from one place of a file to another, or to another file, goes as it is written there,
with its comments."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from counterpoint.domain.forms import KeyPath
from counterpoint.storage.yaml.yaml_edit import EditWentWrong, Set, edited
from counterpoint.storage.yaml.yaml_file import YamlFile, parse_yaml
from counterpoint.storage.yaml.yaml_text import YamlText
from counterpoint.storage.yaml.yaml_words import AsWritten

from .form_edits import whole
from .form_values import Implied, Values, written_out


class Said(NamedTuple):
    """A file, and the values of the form that it has."""

    file: YamlFile
    values: Values


class EntriesAsWritten:
    """Called with a value of a form, gives it as it is to be written: an entry that stands in one
    of the files in the very lines that it has there, the first of them first; one that has only
    another id, in those with that id."""

    def __init__(self, *files: Said) -> None:
        self._files = tuple(map(_Places, files))

    def __call__(self, value: object) -> object:
        match value:
            case list():
                return [self._entry(each) for each in value]
            case dict():
                return {
                    key: self(part) for key, part in value.items() if not isinstance(part, Implied)
                }
        return written_out(value)

    def _entry(self, value: object) -> object:
        if isinstance(value, dict):
            for file in self._files:
                found = file.entry(value)
                if found is not None:
                    return found
        return self(value)


class _Places:
    """Where the entries of one file stand."""

    def __init__(self, said: Said) -> None:
        self._file, self._values = said

    def entry(self, value: Values) -> AsWritten | None:
        path = self._places.get(whole(value))
        if path is not None:
            return self._as_written(path)
        path = self._places.get(_nameless(value)) if "id" in value else None
        found = None if path is None else self._as_written(path)
        return None if found is None else _called(found, value["id"])

    def _as_written(self, path: KeyPath) -> AsWritten | None:
        there = self._file.value
        for step in path:
            there = there[step]
        lines = self._text.lines_of_entry(path)
        return AsWritten(there, lines) if lines else None

    @cached_property
    def _text(self) -> YamlText:
        return YamlText(self._file)

    @cached_property
    def _places(self) -> dict[str, KeyPath]:
        found: dict[str, KeyPath] = {}
        waiting: list[tuple[KeyPath, object, object]] = [((), self._values, self._file.value)]
        while waiting:
            path, value, written = waiting.pop()
            if isinstance(value, dict) and isinstance(written, dict):
                waiting += [
                    ((*path, key), part, written[key])
                    for key, part in value.items()
                    if key in written
                ]
            # Where some could not be read, nobody knows which is which.
            elif isinstance(value, list) and isinstance(written, list):
                if len(value) != len(written) or not any(isinstance(one, dict) for one in value):
                    continue
                for number, (part, there) in enumerate(zip(value, written, strict=True)):
                    found[whole(part)] = (*path, number)
                    if isinstance(part, dict) and "id" in part:
                        found[_nameless(part)] = (*path, number)
                    waiting.append(((*path, number), part, there))
        return found


def _nameless(value: Values) -> str:
    return whole({**value, "id": ""})


def _called(entry: AsWritten, id: object) -> AsWritten | None:
    """The entry under another id."""
    try:
        alone = parse_yaml("\n".join([*entry.lines, ""]), "entry")
        named = edited(alone, Set((0, "id"), id))
    except EditWentWrong:
        return None
    return AsWritten(named.value[0], named.text.removesuffix("\n").split("\n"))


def comments_gone(before: Sequence[YamlFile], after: Sequence[YamlFile]) -> list[str]:
    """The comments that stood in the files before and stand in none of them after."""
    there = [comment for file in after for comment in YamlText(file).comments()]
    gone = []
    for comment in (each for file in before for each in YamlText(file).comments()):
        if comment in there:
            there.remove(comment)
        else:
            gone.append(comment)
    return gone
