"""What goes from one place of a file to another goes as it is written there, with its comments."""

from functools import cached_property

from counterpoint.domain.forms import KeyPath
from counterpoint.storage.yaml.yaml_file import YamlFile
from counterpoint.storage.yaml.yaml_text import YamlText
from counterpoint.storage.yaml.yaml_words import AsWritten

from .form_edits import whole
from .form_values import Implied, Values, written_out


class EntriesAsWritten:
    """Called with a value of a form, gives it as it is to be written: an entry that stands in
    `file`, which says `values`, in the very lines that it has there."""

    def __init__(self, file: YamlFile, values: Values) -> None:
        self._file = file
        self._values = values

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
        path = self._places.get(whole(value)) if isinstance(value, dict) else None
        if path is None:
            return self(value)
        there = self._file.value
        for step in path:
            there = there[step]
        lines = self._text.lines_of_entry(path)
        return AsWritten(there, lines) if lines else self(value)

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
                    waiting.append(((*path, number), part, there))
        return found
