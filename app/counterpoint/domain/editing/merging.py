"""One thing changed in two places: both changes, where they are of different parts of it.

Forms are compared part by part: the fields of a value, the entries of a list by their ids. What was
changed in one of the two only is as it was changed there.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

from counterpoint.domain.approach import Dimension
from counterpoint.domain.forms import (
    ApproachForm,
    ClaimForm,
    EvidenceForm,
    PositionForm,
    ReplyForm,
)
from counterpoint.domain.search.saved import SavedSearch

_PARTED = (
    *(ApproachForm, PositionForm, ClaimForm, EvidenceForm, ReplyForm, Dimension),
    SavedSearch,
)
"""What is merged field by field. A passage is not: its words belong to its anchor."""
_T = TypeVar("_T")


class Clash(Exception):
    """The same words were changed in both."""


def merged(base: _T, mine: _T, theirs: _T) -> _T:
    """`theirs` with all that `mine` has changed of `base`. Raises Clash."""
    return cast("_T", _merged(base, mine, theirs, _clash))


def put_over(base: _T, mine: _T, theirs: _T) -> _T:
    """The same; where the same words were changed in both, as `mine` has them."""
    return cast("_T", _merged(base, mine, theirs, lambda mine: mine))


_Settle = Callable[[Any], Any]
"""What stands where both have changed it, given mine. Raises Clash where that is not to be."""


def _clash(_mine: Any) -> Any:
    raise Clash


def _merged(base: Any, mine: Any, theirs: Any, settle: _Settle) -> Any:
    if mine in (base, theirs):
        return theirs
    if theirs == base:
        return mine
    if isinstance(base, tuple) and type(base) is type(mine) is type(theirs):
        if isinstance(base, _PARTED):
            parts = zip(base, mine, theirs, strict=True)
            return type(base)._make(_merged(*part, settle) for part in parts)
        if not hasattr(base, "_fields") and all(
            hasattr(each, "_fields") for each in (*base, *mine, *theirs)
        ):
            return _of_lists(base, mine, theirs, settle)
    return settle(mine)


def _of_lists(
    base: tuple[Any, ...], mine: tuple[Any, ...], theirs: tuple[Any, ...], settle: _Settle
) -> Any:
    old, ours, other = _named(base), _named(mine), _named(theirs)
    kept: dict[Hashable, Any] = {}
    for name in {**ours, **other}:
        if name in ours and name in other:
            if name not in old and ours[name] != other[name]:
                kept[name] = settle(ours[name])
            else:
                was = old.get(name, other[name])
                kept[name] = _merged(was, ours[name], other[name], settle)
        elif name not in old:
            kept[name] = ours.get(name, other.get(name))
        elif old[name] != ours.get(name, other.get(name)):
            stays = settle(ours.get(name))  # changed in one, gone from the other
            if stays is not None:
                kept[name] = stays
    order = _order(list(old), list(ours), list(other), settle)
    return tuple(kept[name] for name in order if name in kept)


def _order(
    base: list[Hashable], mine: list[Hashable], theirs: list[Hashable], settle: _Settle
) -> list[Hashable]:
    """Of both: of the one that has moved something, with the new entries of the other behind those
    that they followed there. Raises Clash where both have."""
    common = set(base) & set(mine) & set(theirs)
    of = [[name for name in each if name in common] for each in (base, mine, theirs)]
    if of[0] not in (of[1], of[2]) and of[1] != of[2]:
        settle(mine)
        of[2] = of[0]
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
