"""What stands in a field, as words that can be kept on the disk, and made of them again."""

import json

from .fields import Entries, Entry, Field, OneOf, Several, Words

Value = str | tuple[str, ...] | tuple[Entry, ...]


def as_kept(value: Value) -> str:
    """Of words, they themselves; of what is a list, JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def of_kept(field: Field, kept: str) -> Value | None:
    """What stood in `field`; None where it cannot be that."""
    match field:
        case Words():
            return kept
        case OneOf():
            return kept if kept in dict(field.options) else None
    try:
        found = json.loads(kept)
        match field:
            case Several():
                known = dict(field.options)
                return tuple(str(each) for each in found if each in known)
            case Entries():
                return tuple(
                    Entry(str(key), tuple(str(cell) for cell in cells)) for key, cells in found
                )
    except (ValueError, TypeError):
        return None
