"""What has to be edited in a file so that it says one thing instead of another: as little as can
be, so that all that a person wrote elsewhere stays byte for byte."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, cast

from counterpoint.domain.forms import KeyPath
from counterpoint.storage.yaml.yaml_edit import Delete, Edit, EditWentWrong, Insert, Move, Set
from counterpoint.storage.yaml.yaml_words import Flow

from .form_values import Implied, Values, written_out

LEFT_OUT = (
    "something beside it in this file cannot be read, and would be lost; mend what is told of the "
    "file, then change this again"
)


Out = Callable[[object], object]
"""How a value that is new at its place is written."""


def edits_between(old: Values, new: Values, written: Any, out: Out = written_out) -> Iterator[Edit]:
    """Edits, each on what the ones before it have left, that make of a file that says `old` one
    that says `new`. `written` is what stands in it. Raises EditWentWrong where entries of a list
    that would be edited could not be read."""
    yield from _of_mapping(old, new, written, (), out)


def _of_mapping(old: Values, new: Values, written: Any, path: KeyPath, out: Out) -> Iterator[Edit]:
    if not isinstance(written, Mapping):
        raise EditWentWrong(LEFT_OUT)
    for key in [key for key in written if key in old and key not in new]:
        yield Delete((*path, key))
    left = [key for key in written if key in new or key not in old]
    for key, value in new.items():
        at = (*path, key)
        if key not in written:
            if not isinstance(value, Implied) and (key not in old or old[key] != value):
                yield Set(at, out(value), **_where(key, list(new), left))
        elif key not in old or old[key] != value or isinstance(value, Implied):
            yield from _of_value(old.get(key), value, written[key], at, out)


def _of_value(old: object, new: object, written: Any, path: KeyPath, out: Out) -> Iterator[Edit]:
    if isinstance(new, Implied):
        if written != new.value:
            yield Delete(path)
    elif isinstance(new, Flow):
        yield Set(path, new)
    elif isinstance(new, dict) and isinstance(old, dict):
        yield from _of_mapping(old, new, written, path, out)
    elif isinstance(new, list) and any(isinstance(each, dict) for each in (*_list(old), *new)):
        yield from _of_list(_list(old), new, written, path, out)
    else:
        yield Set(path, out(new))


def _entry(out: Out, value: object) -> object:
    (written,) = cast("list[object]", out([value]))
    return written


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _where(key: str, order: list[str], there: list[str]) -> dict[str, str]:
    """After the nearest key that comes before it, else before the nearest that comes after."""
    at = order.index(key)
    for each in reversed(order[:at]):
        if each in there:
            return {"after": each}
    for each in order[at + 1 :]:
        if each in there:
            return {"before": each}
    return {}


def _of_list(
    old: list[Any], new: list[Any], written: Any, path: KeyPath, out: Out
) -> Iterator[Edit]:
    if not isinstance(written, list) or len(written) != len(old):
        raise EditWentWrong(LEFT_OUT)
    pairs = _pairs(old, new)
    if not pairs:
        yield Set(path, out(new))
        return
    come_from = {after: before for before, after in pairs}
    gone = sorted(set(range(len(old))) - set(come_from.values()), reverse=True)
    now: list[int | None] = [number for number in range(len(old)) if number not in gone]
    for number in gone:
        yield Delete((*path, number))
    for number, value in enumerate(new):
        before = come_from.get(number)
        if before is None:
            yield Insert((*path, number), _entry(out, value))
            now.insert(number, None)
            continue
        at = now.index(before)
        if at != number:
            yield Move((*path, at), (*path, number))
            now.insert(number, now.pop(at))
    for number, value in enumerate(new):
        before = come_from.get(number)
        if before is not None and old[before] != value:
            yield from _of_mapping(old[before], value, written[before], (*path, number), out)


def _pairs(old: list[Any], new: list[Any]) -> list[tuple[int, int]]:
    """Which entry of `old` is which of `new`, by their numbers: the same, then what is known by the
    same name, then, where none is gone and none has come, what stands in the same place."""
    pairs: list[tuple[int, int]] = []
    of_old, of_new = list(range(len(old))), list(range(len(new)))
    for name in (whole, _name):
        waiting: dict[str, list[int]] = {}
        for number in of_old:
            waiting.setdefault(name(old[number]), []).append(number)
        for number in list(of_new):
            found = waiting.get(name(new[number]))
            if found:
                before = found.pop(0)
                pairs.append((before, number))
                of_old.remove(before)
                of_new.remove(number)
    if len(old) == len(new):
        pairs += zip(of_old, of_new, strict=True)
    return pairs


def whole(entry: Any) -> str:
    """All that it says, as one word."""
    return json.dumps(entry, default=lambda value: list(value))


def _name(entry: Any) -> str:
    """By what an entry is known: its id, its name, or the passage that it quotes."""
    for keys in (("id",), ("name",), ("source", "quote")):
        if all(key in entry for key in keys):
            return json.dumps([entry[key] for key in keys])
    return whole(entry)
