"""The file of settings of earlier versions, settings.json, which is read once and never written."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from counterpoint.labels.translation import tr

from .texts import OfNoUse, checked
from .values import LibraryState, Settings

_MOST_BYTES = 4_000_000
_BY_LIBRARY = {
    "views": "view",
    "arrangements": "arrangement",
    "selections": "selection",
    "reader_places": "reader_place",
}


class Earlier(NamedTuple):
    """What was of use in the file, and what to say of the rest."""

    settings: Settings
    libraries: Mapping[Path, LibraryState]
    messages: tuple[str, ...]


def read_earlier(file: Path) -> Earlier | None:
    """What an earlier version left in `file`; None where there is nothing. Never raises."""
    try:
        if not file.is_file() or file.stat().st_size > _MOST_BYTES:
            return None
        values = json.loads(file.read_bytes())
    except OSError:
        return None
    except (ValueError, RecursionError):
        values = None
    if not isinstance(values, dict):
        message = tr("{file} holds no settings; the defaults are taken.", file=file)
        return Earlier(Settings(), {}, (message,))
    wrong: list[str] = []
    found = dict(_of_use(values, Settings._fields, wrong))
    states: dict[Path, LibraryState] = {}
    for plural, name in _BY_LIBRARY.items():
        by_library = values.get(plural, {})
        if not isinstance(by_library, dict):
            wrong.append(plural)
            continue
        for folder, value in by_library.items():
            for field, right in _of_use({name: value}, [name], wrong):
                state = states.get(Path(folder), LibraryState())
                states[Path(folder)] = state._replace(**{field: right})  # type: ignore[arg-type]
    messages: tuple[str, ...] = ()
    if wrong:
        messages = (
            tr(
                "{file} has values that cannot be used ({values}): they are at their defaults.",
                file=file.name,
                values=", ".join(dict.fromkeys(wrong)),
            ),
        )
    return Earlier(Settings(**found), states, messages)  # type: ignore[arg-type]


def _of_use(
    values: Mapping[str, object], names: "tuple[str, ...] | list[str]", wrong: list[str]
) -> Iterator[tuple[str, object]]:
    for name in names:
        if name in values:
            try:
                yield name, checked(name, values[name])
            except OfNoUse:
                wrong.append(name)
