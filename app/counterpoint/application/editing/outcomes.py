"""What became of changes on their way to the disk."""

from typing import NamedTuple

from counterpoint.domain.command_kind import CommandKind
from counterpoint.storage.files.atomic import NotWritten
from counterpoint.storage.library.editable_file import ReadForm

from .command import Part


class Written(NamedTuple):
    """The file is as `read` says now; None: it is gone. That may be more than was asked for, where
    it was changed from outside meanwhile."""

    serial: int
    asked: Part
    read: ReadForm | None


class Refused(NamedTuple):
    """The file is as it was, and the step `serial` is none: `why` in words."""

    serial: int
    asked: Part
    why: str


class NotGone(NamedTuple):
    """The file is as it was, and the step `serial` that was undone, or done again, is again where
    it was: `why` in words."""

    serial: int
    asked: Part
    why: str
    kind: CommandKind
    undone: bool


class BothKept(NamedTuple):
    """Somebody else changed the same words of the file, and theirs stay. What was to be written
    stands beside it, in the file `beside` ("" where it was to be deleted)."""

    serial: int
    asked: Part
    beside: str
    theirs: ReadForm | None


class Failed(NamedTuple):
    """The disk refuses; it is tried again."""

    asked: Part
    error: NotWritten


Outcome = Written | Refused | NotGone | BothKept | Failed
