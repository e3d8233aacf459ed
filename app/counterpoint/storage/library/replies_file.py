"""Which file of a library has the replies: `replies.yaml`, or `answers.yaml` as it was called."""

from pathlib import Path
from typing import NamedTuple

from counterpoint.domain.finding import Finding
from counterpoint.domain.problem import Problem, ProblemKind

from .library_place import judged
from .schema import AnswersSchema, RepliesSchema

REPLIES = "options/replies.yaml"
OLDER_REPLIES = "options/answers.yaml"


class RepliesFile(NamedTuple):
    name: str
    """Relative to the library."""
    schema: type[RepliesSchema] | type[AnswersSchema]


def replies_file(folder: Path) -> RepliesFile | None:
    """None where the library in `folder` has no replies."""
    names = _there(folder)
    if REPLIES in names:
        return RepliesFile(REPLIES, RepliesSchema)
    return RepliesFile(OLDER_REPLIES, AnswersSchema) if OLDER_REPLIES in names else None


def passed_over(folder: Path) -> list[Problem]:
    """That a file of the older name stands beside the one that is read."""
    if {REPLIES, OLDER_REPLIES} <= _there(folder):
        message = (
            f"the file is not read, as there is {REPLIES}; take over into that what it "
            "lacks, then remove this one"
        )
        return [Problem(OLDER_REPLIES, None, None, ProblemKind.PASSED_OVER, message)]
    return []


def older_name() -> Problem:
    """The notice that a file of the older name was read."""
    message = (
        f"the file is read as ever; it is called {Path(REPLIES).name} now, and its first key "
        "`replies`; rename both when you next change it"
    )
    return Problem(OLDER_REPLIES, None, None, ProblemKind.OLDER_FORM, message)


def as_in(name: str, finding: Finding) -> Finding:
    """A finding on the replies with the path that leads to it in the file `name`."""
    if name == OLDER_REPLIES:
        return finding._replace(path=("answers", *finding.path[1:]))
    return finding


def _there(folder: Path) -> set[str]:
    return {f"options/{name}" for name in judged(folder / "options")}
