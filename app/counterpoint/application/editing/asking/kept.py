"""What stands in a field, as words that can be kept on the disk, and made of them again."""

import json

from .fields import Entries, Entry, Field, OneOf, Several, Words

Value = str | tuple[str, ...] | tuple[Entry, ...]


_CHOSEN = "\0"
"""Before what nobody has written: no field of words holds it."""


def as_kept(field: Field, value: Value) -> str:
    """Of words, they themselves; of what is chosen or listed, JSON."""
    if isinstance(field, Words) and isinstance(value, str):
        return value
    return _CHOSEN + json.dumps(value, ensure_ascii=False)


def is_written(kept: str) -> bool:
    """Whether it is words, for a person to read."""
    return not kept.startswith(_CHOSEN)


def of_kept(field: Field, kept: str) -> Value | None:
    """What stood in `field`; None where it cannot be that."""
    if isinstance(field, Words):
        return kept
    try:
        found = json.loads(kept.removeprefix(_CHOSEN))
        match field:
            case OneOf():
                return found if found in dict(field.options) else None
            case Several():
                known = dict(field.options)
                return tuple(str(each) for each in found if each in known)
            case Entries():
                return tuple(
                    Entry(str(key), tuple(str(cell) for cell in cells)) for key, cells in found
                )
    except (ValueError, TypeError):
        return None
