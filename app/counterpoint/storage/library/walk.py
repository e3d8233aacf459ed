"""The walk over the files of a library: all who read or change them go this way."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from counterpoint.domain.problem import Problem

from .library_place import PARTS
from .listing import listed, misnamed
from .replies_file import RepliesFile, passed_over, replies_file
from .schema import AnswersSchema, ApproachSchema, RepliesSchema

QuotingSchema = type[ApproachSchema] | type[RepliesSchema] | type[AnswersSchema]


class Walk(NamedTuple):
    """What is in a library, in the order in which it is read: a source before what quotes it."""

    sources: tuple[str, ...]
    """The ids of those that have a description."""
    approaches: tuple[str, ...]
    replies: RepliesFile | None
    passed_over: tuple[Problem, ...]
    """All that is not read for its name or its kind, and what to do."""

    def quoting(self) -> Iterator[tuple[str, QuotingSchema]]:
        """The files that have quotations in them, relative to the library, and what each may
        hold."""
        for id in self.approaches:
            yield approach_file(id), ApproachSchema
        if self.replies is not None:
            yield self.replies


def approach_file(id: str) -> str:
    """The file of an approach, relative to the library."""
    return f"options/{id}.yaml"


def walk(folder: Path) -> Walk:
    """What the library in `folder` is read from."""
    return Walk(
        tuple(listed(folder, "corpus", ".yaml")),
        tuple(listed(folder, "options", ".yaml")),
        replies_file(folder),
        (
            *(problem for part in PARTS for problem in misnamed(folder / part, part)),
            *passed_over(folder),
        ),
    )
