"""`SchemaFault` in words."""

from counterpoint.domain.faults.schema_fault import SchemaFault, Shape
from counterpoint.domain.problem import Argument
from counterpoint.labels.meant import did_you_mean
from counterpoint.labels.translation import tr


def worded(fault: SchemaFault, key: Argument, *given: Argument) -> str:
    match fault:
        case SchemaFault.MISSING:
            return tr("`{key}` is missing; add a line `{key}: …`", key=key)
        case SchemaFault.UNKNOWN_KEY:
            near, *known = given
            there = ", ".join(f"`{each}`" for each in known)
            remedy = did_you_mean(near) or tr("the keys here are {keys}", keys=there)
            return tr("the key `{key}` is not known; {remedy}", key=key, remedy=remedy)
    entry, *found = given
    name = f"`{key}`"
    if entry:
        name = tr("entry {number} of {list}", number=entry, list=name)
    match fault:
        case SchemaFault.WITHOUT_WORDS:
            return tr("{name} is empty; write its words", name=name)
        case SchemaFault.WITHOUT_ENTRIES:
            return tr("{name} is empty; add an entry", name=name)
        case SchemaFault.ALL_COMMENT:
            return tr(
                "{name} is empty, as all that follows # is a comment to YAML; put the whole value "
                "in quotation marks",
                name=name,
            )
        case SchemaFault.IN_THE_WORDS_OF_PYDANTIC:
            return tr("{name}: {words}", name=name, words=found[0])
    return _held_against_what_was_found(fault, name, *found)


def _held_against_what_was_found(
    fault: SchemaFault, name: str, shape: Argument, words: Argument, *given: Argument
) -> str:
    found = _found(Shape(str(shape)), words)
    match fault:
        case SchemaFault.NONE_OF_THESE:
            right = _one_of(*given)
        case SchemaFault.NO_ID:
            right = tr("small letters and digits, parted by single hyphens, as in twin-track")
        case SchemaFault.NO_DATE:
            right = tr('a date in quotation marks as "2008-10-20", "2008-10" or "2008", or undated')
        case SchemaFault.NO_DIGEST:
            right = tr(
                "a sha256 of 64 hexadecimal digits, or delete it and run counterpoint anchor"
            )
        case SchemaFault.TOO_LONG:
            right = tr("at most {most} characters", most=given[0])
        case SchemaFault.TOO_MANY_WORDS:
            right = tr("at most {most} words", most=given[0])
        case SchemaFault.TOO_SMALL:
            right = tr("{least} or more", least=given[0])
        case SchemaFault.NO_SUCH_DAY:
            return tr(
                "{name} is {found}, which is in no calendar; correct the day",
                name=name,
                found=found,
            )
        case _:
            expected = Shape(str(given[0]))
            return tr(
                "{name} should be {expected} but is {found}; {remedy}",
                name=name,
                expected=_expected(expected),
                found=found,
                remedy=_remedy(expected, Shape(str(shape))),
            )
    return tr("{name} is {found}; write {right}", name=name, found=found, right=right)


def _one_of(*words: Argument) -> str:
    """ "'full', 'partial' or 'gap'"."""
    *first, last = map(str, words)
    return tr("{words} or {last}", words=", ".join(first), last=last) if first else last


def _expected(shape: Shape) -> str:
    match shape:
        case Shape.WHOLE_NUMBER:
            return tr("a whole number")
        case Shape.TRUE_OR_FALSE:
            return tr("true or false")
        case Shape.LIST:
            return tr("a list")
        case Shape.KEYS:
            return tr("keys with values")
    return tr("text", "what a value should be")


def _remedy(expected: Shape, found: Shape) -> str:
    match expected:
        case Shape.LIST:
            return tr("write each entry on a line of its own, after a hyphen: `- …`")
        case Shape.KEYS:
            return tr("write each on a line of its own, below and further in: `key: value`")
        case Shape.TEXT if found not in (Shape.KEYS, Shape.LIST, Shape.EMPTY):
            return tr("put it in quotation marks")
    return tr("write {expected}", expected=_expected(expected))


def _found(shape: Shape, words: Argument) -> str:
    match shape:
        case Shape.NUMBER_OR_DATE:
            return tr("{words}, which YAML takes for a number or a date", words=words)
        case Shape.TRUE_OR_FALSE:
            return tr("yes or no to YAML")
        case Shape.EMPTY:
            return tr("empty", "what a value is")
        case Shape.KEYS:
            return tr("keys with values")
        case Shape.LIST:
            return tr("a list")
    return tr("“{words}”", words=words)
