"""What is told of the files of a library, as the cache keeps it: apart from its contents, as most
libraries have nothing of the kind, and all that can be wrong is not read at a start for nothing."""

from typing import NamedTuple

from counterpoint.domain.problem import Problem


class Told(NamedTuple):
    """As the two fields of a `Library` with these names."""

    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]
