"""What is wrong with what is being typed, as it would be told when the library is loaded."""

from typing import NamedTuple

from counterpoint.application.editing.checks import check_writable
from counterpoint.application.editing.desk import LibraryDesk
from counterpoint.application.editing.told import REFUSALS, why_not
from counterpoint.domain.forms import ApproachForm
from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.labels.editing_fault import in_fields

from .fields import Asked, NotYet, Step, Values

_LATER = (ProblemKind.NOT_COVERED, ProblemKind.NOT_ANCHORED)
"""What is no fault of these words."""


class Tried(NamedTuple):
    """`step` is None where there is none: then `why` says so, and `field` is the name of the one
    to be changed, if it is one."""

    step: Step | None
    why: str = ""
    field: str = ""
    follows: bool = False
    """As `NotYet` has it."""


def tried(desk: LibraryDesk, asked: Asked, values: Values) -> Tried:
    """The step that is made of `values`."""
    try:
        return Tried(asked.step(desk, values))
    except NotYet as error:
        return Tried(None, str(error), error.field, error.follows)
    except REFUSALS as error:
        return Tried(None, why_not(error))


def told_of(
    desk: LibraryDesk, asked: Asked, values: Values, opened: Values | None = None
) -> tuple[str, ...]:
    """What is wrong with it, in sentences: why it could not be kept, else what would be told. Of
    a field that says what it did when it was `opened` nothing is told: it may come yet."""
    step, why, field, follows = tried(desk, asked, values)
    if step is None:
        if opened is None or follows or not opened.has(field):
            return (why,)
        return () if values.of(field) == opened.of(field) else (why,)
    try:
        for name, after in step.changes.items():
            before = desk.form(name)
            if after is not None and after != before:
                check_writable(name, before, after)
    except REFUSALS as error:
        return (why_not(error),)
    problems: list[Problem] = []
    for name, after in step.changes.items():
        id = desk.approach_in(name)
        if id is not None and isinstance(after, ApproachForm):
            problems += desk.would_be_wrong(id, after)
        elif name == desk.replies_name:
            problems += desk.wrong_with_replies(after)
    found = [in_fields(each).rstrip(".") for each in problems if each.kind not in _LATER]
    return tuple(f"{words[:1].upper()}{words[1:]}." for words in dict.fromkeys(found))
