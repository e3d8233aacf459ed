"""What cannot be read, and why."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counterpoint.domain.problem import Problem


class Unreadable(Exception):
    """A file that cannot be used. `problems` says why; there is at least one."""

    def __init__(self, *problems: "Problem") -> None:
        super().__init__("; ".join(f"{one.file}: {one.fault}" for one in problems))
        self.problems = problems


class Unreachable(Unreadable):
    """A file that the system does not let be read now. It may be as it was."""
