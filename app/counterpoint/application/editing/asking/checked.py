"""What is wrong with what is being typed, as it would be told when the library is loaded."""

from counterpoint.application.editing.checks import check_writable
from counterpoint.application.editing.desk import LibraryDesk
from counterpoint.application.editing.told import REFUSALS, why_not
from counterpoint.domain.forms import ApproachForm
from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.labels.problem import sentence

from .fields import Asked, NotYet, Step, Values

_LATER = (ProblemKind.NOT_COVERED, ProblemKind.NOT_ANCHORED)
"""What is no fault of these words."""


class Checked:
    """`step` is None where it cannot be kept as it is; `told` says what is wrong, in sentences."""

    def __init__(self, desk: LibraryDesk, asked: Asked, values: Values) -> None:
        self.step: Step | None = None
        self.told: tuple[str, ...] = ()
        try:
            step = asked.step(desk, values)
            for name, after in step.changes.items():
                before = desk.form(name)
                if after is not None and after != before:
                    check_writable(name, before, after)
        except NotYet as error:
            self.told = (str(error),)
            return
        except REFUSALS as error:
            self.told = (why_not(error),)
            return
        self.step = step
        self.told = tuple(_told(desk, step))

    @property
    def changes(self) -> bool:
        return self.step is not None


def _told(desk: LibraryDesk, step: Step) -> list[str]:
    problems: list[Problem] = []
    for name, after in step.changes.items():
        id = desk.approach_in(name)
        if id is not None and isinstance(after, ApproachForm):
            problems += desk.would_be_wrong(id, after)
        elif name == desk.replies_name:
            problems += desk.wrong_with_replies(after)
    found = [sentence(each).rstrip(".") for each in problems if each.kind not in _LATER]
    return [f"{words[:1].upper()}{words[1:]}." for words in dict.fromkeys(found)]
