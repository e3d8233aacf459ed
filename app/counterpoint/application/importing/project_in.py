"""Projects of other programs that come in: their texts as sources, coded passages and memos as
notes, with the codes as tags."""

import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from counterpoint.application.clock import Clock
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.counting import counted
from counterpoint.storage.importers.draft import Choices
from counterpoint.storage.importers.qda_file import Memo, QdaProject, QdaSource, read_project
from counterpoint.storage.importers.reader_process.process import Readers, Request
from counterpoint.storage.importers.refusal import Refused
from counterpoint.storage.library.description_file import NOT_STATED
from counterpoint.storage.place import notes_place

from .documents import Document
from .importing import Importing
from .notes_in import LeftOut, Summary, save_notes
from .project_notes import ProjectNotes


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
    progress: Callable[[str], None] = lambda what: None,
    *,
    dry: bool = False,
) -> ProjectSummary:
    """Takes the project in `file` into the library in `folder`, and says what was left out. Raises
    Refused, NotWritten, ImportRunning, Unreadable."""
    progress("reading the project")
    project = read_project(file)
    left_out: list[LeftOut] = []
    ids, new = _Sources(folder, progress).bring_in(project, left_out, dry=dry)
    progress("reading the memos")
    project = project._replace(notes=_memos_read(project.notes, left_out))
    progress("finding the passages")
    library = OpenedLibrary.open(folder, None)
    marks = ProjectNotes(library, project, ids, dry=dry)
    coming = list(marks.incoming())
    saved = save_notes(notes_place(folder), coming, clock or Clock(), dry=dry)
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


class _Sources:
    """The texts of a project as sources."""

    def __init__(self, folder: Path, progress: Callable[[str], None]) -> None:
        self._folder = folder
        self._progress = progress

    def bring_in(
        self, project: QdaProject, left_out: list[LeftOut], *, dry: bool
    ) -> tuple[dict[str, str], list[str]]:
        """The ids of the sources by guid, and those of the new ones, "" in a dry run."""
        ids: dict[str, str] = {}
        with tempfile.TemporaryDirectory(prefix="counterpoint-") as place:
            documents, guids = self._unpacked(Path(place), project.sources, left_out)
            with Importing(self._folder) as importing:
                previews = list(
                    importing.previews(
                        documents, lambda done, total, name: self._progress(f"reading {name}")
                    )
                )
                for index, preview in enumerate(previews):
                    if preview.description is not None:
                        said = next(each for each in project.sources if each.guid == guids[index])
                        about = " ".join(said.about.split()) or NOT_STATED
                        described = preview.description._replace(title=said.name, about=about)
                        previews[index] = preview._replace(description=described)
                if dry:
                    for source, preview in zip(guids, previews, strict=True):
                        there = preview.like.id if preview.like is not None else ""
                        ids |= {source: there} if preview.refusal is not None and there else {}
                    return ids, ["" for preview in previews if preview.refusal is None]
                outcomes = importing.store(previews)
        new: list[str] = []
        for source, outcome in zip(guids, outcomes, strict=True):
            if outcome.source is not None:
                ids[source] = outcome.source
                new += [outcome.source] if outcome.problem is None else []
            elif outcome.problem is not None:
                left_out.append(LeftOut(outcome.preview.document.shown, outcome.problem))
        return ids, new

    def _unpacked(
        self, place: Path, sources: Iterable[QdaSource], left_out: list[LeftOut]
    ) -> tuple[list[Document], list[str]]:
        """Files of the names that the sources have, for the importer of documents."""
        documents: list[Document] = []
        guids: list[str] = []
        for number, source in enumerate(sources):
            if source.document is not None:
                ending, data = source.document
            elif source.text.strip():
                ending, data = ".txt", source.text.encode("utf-8", "replace")
            else:
                left_out.append(LeftOut(source.name, "it has no text"))
                continue
            folder = place / str(number)
            folder.mkdir()
            path = folder / f"{_file_name(source.name)}{ending}"
            path.write_bytes(data)
            documents.append(Document(path, source.name))
            guids.append(source.guid)
        return documents, guids


def _file_name(name: str) -> str:
    kept = "".join(sign if sign.isalnum() or sign in " -_" else " " for sign in name)
    stem = " ".join(kept.split())[:80]
    return stem.removesuffix(" txt") or "source"


def _memos_read(memos: dict[str, Memo], left_out: list[LeftOut]) -> dict[str, Memo]:
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
            try:
                draft = readers.read(Request(path, ending[1:], Choices()))
            except Refused as refused:
                name = memo.name or "unnamed"
                left_out.append(LeftOut(f"the words of the memo “{name}”", refused.message))
                continue
            words = "\n\n".join(part for part in (memo.words, draft.text.strip()) if part)
            found[guid] = memo._replace(words=words)
    return found
