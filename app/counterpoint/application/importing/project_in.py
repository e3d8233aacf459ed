"""Projects of other programs that come in: their texts as sources, coded passages and memos as
notes, with the codes as tags."""

import tempfile
from pathlib import Path
from typing import NamedTuple

from counterpoint.application.clock import Clock
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.counting import counted
from counterpoint.labels.translation import tr
from counterpoint.storage.files.unbroken import all_or_nothing
from counterpoint.storage.importers.draft import Choices
from counterpoint.storage.importers.qda_file import Memo, QdaProject, read_project
from counterpoint.storage.importers.reader_process.process import Readers, Request
from counterpoint.storage.importers.refusal import Refused
from counterpoint.storage.place import notes_place

from .notes_in import LeftOut, Summary, save_notes
from .project_notes import ProjectNotes
from .project_sources import ProjectSources
from .stopping import Stopping


class ProjectSummary(NamedTuple):
    sources: tuple[tuple[str, str], ...]
    """The names of the texts, with the ids that they have in the library."""
    new: int
    """How many of them came in now."""
    codes: int
    notes: Summary
    brought_in: tuple[str, ...] = ()
    """The ids of those that came in now."""


def import_project(
    folder: Path,
    file: Path,
    clock: Clock | None = None,
    stopping: Stopping | None = None,
    *,
    dry: bool = False,
) -> ProjectSummary:
    """Takes the project in `file` into the library in `folder`, and says what was left out. Raises
    Refused, as where it is cancelled, NotWritten, ImportRunning, Unreadable; then nothing of it is
    there, or HalfTakenIn says what is."""
    stopping = stopping or Stopping()
    stopping.tell(tr("reading the project"))
    project = read_project(file)
    with all_or_nothing:
        return _taken_in(folder, project, clock or Clock(), stopping, dry=dry)


def _taken_in(
    folder: Path, project: QdaProject, clock: Clock, stopping: Stopping, *, dry: bool
) -> ProjectSummary:
    """Raises as import_project."""
    stopping.check()
    left_out: list[LeftOut] = []
    sources = ProjectSources(folder, stopping)
    try:
        ids, new = sources.bring_in(project, left_out, dry=dry)
        stopping.tell(tr("reading the memos"))
        project = project._replace(notes=_memos_read(project.notes, left_out, stopping))
        stopping.tell(tr("finding the passages"))
        library = OpenedLibrary.open(folder, None)
        marks = ProjectNotes(library, project, ids, dry=dry)
        coming = list(stopping.all(marks.incoming()))
        saved = save_notes(notes_place(folder), coming, clock, stopping, dry=dry)
    except BaseException as error:
        sources.take_back(error)
        raise
    told = [
        LeftOut("left out", counted(number, *nouns), number) for number, nouns in project.left_out
    ]
    told += [LeftOut(where, why) for where, why in project.not_placed]
    here = saved.here_already + marks.ours
    out = (*left_out, *marks.left_out, *told)
    notes = Summary(saved.written, here, out, tuple(marks.told), saved.notes)
    names = tuple(
        (source.name, ids[source.guid]) for source in project.sources if source.guid in ids
    )
    return ProjectSummary(names, len(new), len(project.codes), notes, tuple(filter(None, new)))


def _memos_read(
    memos: dict[str, Memo], left_out: list[LeftOut], stopping: Stopping
) -> dict[str, Memo]:
    """With the words of those that are documents alone."""
    found = dict(memos)
    documents = {guid: memo.document for guid, memo in memos.items() if memo.document is not None}
    if not documents:
        return found
    with tempfile.TemporaryDirectory(prefix="counterpoint-") as place, Readers() as readers:
        for number, (guid, (ending, data)) in enumerate(documents.items()):
            path = Path(place) / f"{number}{ending}"
            path.write_bytes(data)
            memo = memos[guid]
            stopping.check()
            try:
                draft = readers.read(Request(path, ending[1:], Choices()))
            except Refused as refused:
                name = memo.name or "unnamed"
                left_out.append(LeftOut(f"the words of the memo “{name}”", refused.message))
                continue
            words = "\n\n".join(part for part in (memo.words, draft.text.strip()) if part)
            found[guid] = memo._replace(words=words)
    return found
