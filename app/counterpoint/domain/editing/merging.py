"""One thing changed in two places: both changes, where they are of different parts of it.

Forms are compared part by part: the fields of a value, the entries of a list by their ids. What was
changed in one of the two only is as it was changed there.
"""

from collections.abc import Hashable
from typing import Any, TypeVar, cast

from counterpoint.domain.approach import Dimension
from counterpoint.domain.forms import (
    ApproachForm,
    ClaimForm,
    EvidenceForm,
    PositionForm,
    ReplyForm,
)

_PARTED = (ApproachForm, PositionForm, ClaimForm, EvidenceForm, ReplyForm, Dimension)
"""What is merged field by field. A passage is not: its words belong to its anchor."""
_T = TypeVar("_T")


class Clash(Exception):
    """The same words were changed in both."""


def merged(base: _T, mine: _T, theirs: _T) -> _T:
    """`theirs` with all that `mine` has changed of `base`. Raises Clash."""
    return cast("_T", _merged(base, mine, theirs))


def _merged(base: Any, mine: Any, theirs: Any) -> Any:
    if mine in (base, theirs):
        return theirs
    if theirs == base:
        return mine
    if isinstance(base, tuple) and type(base) is type(mine) is type(theirs):
        if isinstance(base, _PARTED):
            parts = zip(base, mine, theirs, strict=True)
            return type(base)._make(_merged(*part) for part in parts)
        if not hasattr(base, "_fields") and all(
            hasattr(each, "_fields") for each in (*base, *mine, *theirs)
        ):
            return _of_lists(base, mine, theirs)
    raise Clash


def _of_lists(base: tuple[Any, ...], mine: tuple[Any, ...], theirs: tuple[Any, ...]) -> Any:
    old, ours, other = _named(base), _named(mine), _named(theirs)
    kept: dict[Hashable, Any] = {}
    for name in {**ours, **other}:
        if name in ours and name in other:
            if name not in old and ours[name] != other[name]:
                raise Clash
            kept[name] = _merged(old.get(name, other[name]), ours[name], other[name])
        elif name not in old:
            kept[name] = ours.get(name, other.get(name))
        elif old[name] != ours.get(name, other.get(name)):
            raise Clash  # changed in one, gone from the other
    return tuple(kept[name] for name in _order(list(old), list(ours), list(other)) if name in kept)


def _order(base: list[Hashable], mine: list[Hashable], theirs: list[Hashable]) -> list[Hashable]:
    """Of both: of the one that has moved something, with the new entries of the other behind those
    that they followed there. Raises Clash where both have."""
    common = set(base) & set(mine) & set(theirs)
    of = [[name for name in each if name in common] for each in (base, mine, theirs)]
    if of[0] not in (of[1], of[2]) and of[1] != of[2]:
        raise Clash
    first, second = (mine, theirs) if of[2] == of[0] else (theirs, mine)
    order = list(first)
    for number, name in enumerate(second):
        if name not in order:
            before = [each for each in second[:number] if each in order]
            order.insert(order.index(before[-1]) + 1 if before else 0, name)
    return order


def _named(entries: tuple[Any, ...]) -> dict[Hashable, Any]:
    """By what an entry is known, and by how many of that name stand before it."""
    found: dict[Hashable, Any] = {}
    for entry in entries:
        name, again = _name(entry), 0
        while (name, again) in found:
            again += 1
        found[name, again] = entry
    return found


def _name(entry: Any) -> Hashable:
    for field in ("id", "dimension", "name"):
        if hasattr(entry, field):
            return cast("Hashable", getattr(entry, field))
    passage = getattr(entry, "passage", None)
    return (passage.source, passage.quote) if passage is not None else cast("Hashable", entry)
