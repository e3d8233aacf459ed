"""What colleagues made in other tools, taken into the library that a window shows; and a library in
one file, made a folder."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from counterpoint.application.failures import NotWritten, told
from counterpoint.application.library.opened_library import OpenedLibrary, Unreadable
from counterpoint.labels import counts
from counterpoint.labels.problem import in_a_line
from counterpoint.labels.translation import tr
from counterpoint.storage.importers.library_file import unpack_library
from counterpoint.storage.importers.refusal import Reason, Refused
from counterpoint.storage.place import notes_place

from .annotations_in import import_annotations
from .import_lock import ImportRunning
from .notes_in import Summary
from .notes_taken_in import NotesTakenIn
from .place import prepared
from .project_in import import_project
from .project_sources import HalfTakenIn
from .references_in import import_references
from .source_step import Batch, taken_in
from .stopping import IsCancelled, Stopping, Told, never

PACKED = ".counterpoint"
"""The ending of a library in one file."""


class Kind(StrEnum):
    REFERENCES = "references"
    ANNOTATIONS = "annotations"
    PROJECT = "project"


class TakenIn(NamedTuple):
    said: str
    """What has come in, in a sentence."""
    lines: tuple[str, ...] = ()
    """What has not, and why; what a bibliography has changed."""
    batch: Batch | None = None
    """What was written, as a step that can be undone; None where nothing was."""


class NotTakenIn(Exception):
    """The message says what happened, to which file, and what to do."""

    def __init__(self, words: str, batch: Batch | None = None) -> None:
        super().__init__(words)
        self.batch = batch
        """What is there all the same, as a step that can be undone."""


class Stopped(NotTakenIn):
    """It was cancelled, and nothing has come in."""


def take_in(
    kind: Kind, folder: Path, file: Path, progress: Told, cancelled: IsCancelled = never
) -> TakenIn:
    """Takes `file` into the library in `folder`: all of it that can be, or nothing. For a worker
    thread. Raises NotTakenIn."""
    stopping = Stopping(progress, cancelled)
    try:
        match kind:
            case Kind.REFERENCES:
                return _references(folder, file, stopping)
            case Kind.ANNOTATIONS:
                library = OpenedLibrary.open(folder, None)
                done = import_annotations(library, file, stopping=stopping)
                batch = _batch(folder, (), done)
                return TakenIn(_notes(done), done.lines(), batch)
            case Kind.PROJECT:
                with prepared(folder, dry=False):
                    project = import_project(folder, file, stopping=stopping)
                said = tr(
                    "{sources} came in. {notes}",
                    sources=counts.texts(project.new),
                    notes=_notes(project.notes),
                )
                batch = _batch(folder, project.brought_in, project.notes)
                return TakenIn(said, project.notes.lines(), batch)
    except Unreadable as error:
        raise NotTakenIn("; ".join(map(in_a_line, error.problems))) from error
    except Refused as error:
        raise _refused(error, file.name) from error
    except HalfTakenIn as error:
        raise NotTakenIn(f"{file.name}: {error}", error.batch) from error
    except ImportRunning as error:
        raise NotTakenIn(f"{folder}: {error}; wait for its end") from error
    except NotWritten as error:
        raise NotTakenIn(told(error)) from error


def unpack(file: Path, folder: Path, progress: Told, cancelled: IsCancelled) -> tuple[Path, str]:
    """Makes a library in the new `folder` of one that is in a file; the folder, and what the
    library is called. For a worker thread. Raises NotTakenIn; then there is nothing of it."""

    def tell(done: int, total: int, _name: str) -> None:
        if done % max(1, total // 100) == 0:
            progress(tr("{n} of {total} files", n=done, total=total))

    try:
        return folder, unpack_library(file, folder, tell, cancelled).title
    except Refused as error:
        where = file.name if error.reason is not Reason.NOT_WRITTEN else folder
        raise _refused(error, where) from error
    except NotWritten as error:
        raise NotTakenIn(told(error)) from error


def _refused(error: Refused, where: object) -> NotTakenIn:
    if error.reason is Reason.CANCELLED:
        return Stopped(error.message)
    return NotTakenIn(f"{where}: {error.message}")


def _references(folder: Path, file: Path, stopping: Stopping) -> TakenIn:
    done = import_references(OpenedLibrary.open(folder, None), file, stopping=stopping)
    lines = [*done.not_written, *map(str, done.changes)]
    lines += [
        tr(
            "Kept: {source}: {field}: {was} (the bibliography says {now})",
            source=f"corpus/{each.source}.yaml",
            field=each.field,
            was=each.was,
            now=each.now,
        )
        for each in done.kept
    ]
    lines += [tr("No source has the title “{title}”", title=each) for each in done.unmatched]
    lines += [tr("Left out: {what}", what=each) for each in (*done.bad, *done.left_out)]
    said = tr(
        "{fields} filled in; {sources} matched.",
        fields=tr("{n} field(|s)", "", len(done.changes)),
        sources=counts.sources(done.matched),
    )
    return TakenIn(said, tuple(lines), done.batch)


def _notes(done: Summary) -> str:
    return tr(
        "{n} note(|s) written, {here} here already, {out} left out.",
        "",
        done.written,
        here=done.here_already,
        out=done.out,
    )


def _batch(folder: Path, sources: Sequence[str], done: Summary) -> Batch | None:
    if not sources and not done.notes:
        return None
    return taken_in(folder, sources, NotesTakenIn(notes_place(folder), done.notes))
