"""Which file of a library has the replies: `replies.yaml`, or `answers.yaml` as it was called."""

from pathlib import Path
from typing import NamedTuple

from counterpoint.domain.faults.library_fault import LibraryFault
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
        kind, fault = ProblemKind.PASSED_OVER, LibraryFault.OLDER_REPLIES_NOT_READ
        return [Problem(OLDER_REPLIES, None, None, kind, fault, (REPLIES,))]
    return []


def older_name() -> Problem:
    """The notice that a file of the older name was read."""
    kind, fault = ProblemKind.OLDER_FORM, LibraryFault.OLDER_NAME_OF_REPLIES
    return Problem(OLDER_REPLIES, None, None, kind, fault, (Path(REPLIES).name,))


def as_in(name: str, finding: Finding) -> Finding:
    """A finding on the replies with the path that leads to it in the file `name`."""
    if name == OLDER_REPLIES:
        return finding._replace(path=("answers", *finding.path[1:]))
    return finding


def _there(folder: Path) -> set[str]:
    return {f"options/{name}" for name in judged(folder / "options")}
