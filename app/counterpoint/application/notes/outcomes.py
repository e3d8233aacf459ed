"""What the keeper of the notes has done and found, for the one who owns them in memory."""

from dataclasses import dataclass

from counterpoint.domain.note import Note
from counterpoint.domain.problem import Problem
from counterpoint.storage.files.atomic import NotWritten


@dataclass(frozen=True, slots=True)
class Saved:
    """What the disk has now; `note` is None if the note is in the bin."""

    id: str
    note: Note | None


@dataclass(frozen=True, slots=True)
class Failed:
    """The disk refused; the text stays in memory and is tried again."""

    id: str
    error: NotWritten


@dataclass(frozen=True, slots=True)
class BothKept:
    """The file of note `id` was changed from outside while it was unsaved here: our version is on
    the disk as the new note `copy`, and `id` is from now on `theirs` (None: it cannot be read)."""

    id: str
    copy: Note
    theirs: Note | None


@dataclass(frozen=True, slots=True)
class FromOutside:
    """A file is new or changed, with nothing unsaved here; None if it is gone or unreadable."""

    id: str
    note: Note | None
    known: bool
    """Whether this session had the note before."""
    unreadable: bool = False
    """Whether there is a file that cannot be understood."""


@dataclass(frozen=True, slots=True)
class FolderRead:
    """The folder was looked through; `problems` names the files that cannot be understood, and
    `error` says why the folder itself could not be looked at."""

    problems: tuple[Problem, ...]
    error: NotWritten | None = None


Outcome = Saved | Failed | BothKept | FromOutside | FolderRead
