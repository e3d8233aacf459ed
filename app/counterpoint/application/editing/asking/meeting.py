"""What stands in a panel meets what others made of the same meanwhile."""

from typing import NamedTuple

from counterpoint.labels import editing as words

from .fields import Asked, Entries, Field, OneOf, Several, Values, Words


class Met(NamedTuple):
    """`values` are to be kept: where only others changed a field, it says what they made of it.
    `clash` tells of those that both changed; "" where there are none."""

    values: Values
    clash: str


def met(base: Asked, opened: Values, now: Asked, values: Values) -> Met:
    """`base` was asked when the panel was opened, and was `opened` then; `now` would be asked of
    the library as it is; `values` stand in the panel."""
    before = {field.name: field for field in base.fields}
    theirs = {field.name: field for field in now.fields}
    said, several, entries = values.parts()
    told: list[str] = []
    for name, field in theirs.items():
        if name not in before or not values.has(name) or field.value == before[name].value:
            continue
        mine = values.of(name)
        if mine == opened.of(name):
            match field:
                case Words() | OneOf():
                    said[name] = field.value
                case Several():
                    several[name] = field.value
                case Entries():
                    entries[name] = field.value
        elif mine != field.value:
            told.append(words.changed_meanwhile(_shown(field)))
    return Met(Values(said, several, entries), "\n".join(told))


def _shown(field: Field) -> str:
    match field:
        case Words():
            return field.value
        case OneOf():
            return dict(field.options).get(field.value, field.value)
        case Several():
            return ", ".join(label for id, label in field.options if id in field.value)
        case Entries():
            return ", ".join(entry.cells[0] for entry in field.value)
