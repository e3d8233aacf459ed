"""Projects of other programs that come in: their texts as sources, coded passages and memos as
notes, with the codes as tags."""

import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from counterpoint.application.clock import Clock
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.notes.check import read_notes
from counterpoint.domain.counting import counted
from counterpoint.domain.note import WHOLE_COMPARISON, NoteKind, Target, TargetKind
from counterpoint.storage.exporters.qda import selection_guid
from counterpoint.storage.exporters.qda_codes import guid
from counterpoint.storage.importers.qda_file import (
    QdaProject,
    QdaSource,
    Selection,
    read_project,
)
from counterpoint.storage.place import notes_place

from .documents import Document
from .importing import Importing
from .locating import Marked, NotLocated, TextLocator
from .notes_in import Incoming, LeftOut, Summary, save_notes

_SHOWN = 60
_KINDS = {kind.value: kind for kind in NoteKind}


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
    progress("finding the passages")
    library = OpenedLibrary.open(folder, None)
    marks = _Marks(library, project, ids, dry=dry)
    coming = list(marks.incoming())
    saved = save_notes(notes_place(folder), coming, clock or Clock(), dry=dry)
    told = [
        LeftOut("left out", counted(number, *nouns), number) for number, nouns in project.left_out
    ]
    told += [LeftOut(where, why) for where, why in project.not_placed]
    here = saved.here_already + marks.ours
    out = (*left_out, *marks.left_out, *told)
    notes = Summary(saved.written, here, out, notes=saved.notes)
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
                        name = next(
                            each.name for each in project.sources if each.guid == guids[index]
                        )
                        titled = preview.description._replace(title=name)
                        previews[index] = preview._replace(description=titled)
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


class _Marks:
    """Coded passages and memos as notes."""

    def __init__(
        self, library: OpenedLibrary, project: QdaProject, ids: dict[str, str], *, dry: bool
    ) -> None:
        self._library = library
        self._project = project
        self._ids = ids
        self._dry = dry
        self._locator = TextLocator(library)
        pieces = [
            placed.evidence
            for placed in library.placed(head.id for head in library.contents.approaches)
        ]
        self._evidence = {
            (piece.source, piece.standing.span) for piece in pieces if piece.standing.stands
        }
        there, _ = read_notes(notes_place(library.folder))
        self._our_notes = {guid("evidence", piece.key) for piece in pieces}
        self._our_notes |= {guid("note", note.id) for note in there}
        self.left_out: list[LeftOut] = []
        self.ours = 0
        """Evidence of the library that has come back."""

    def incoming(self) -> Iterable[Incoming]:
        for source in self._project.sources:
            id = self._ids.get(source.guid)
            if id is None:
                missing = len(source.selections)
                if missing and not self._dry:
                    said = f"{counted(missing, 'passage')} of it, as it did not come in"
                    self.left_out.append(LeftOut(source.name, said, missing))
                continue
            for selection in source.selections:
                yield from self._passage(id, source, selection)
            yield from self._on_source(id, source)
        for note in self._project.general:
            name, words = self._project.notes.get(note, ("", ""))
            known = note in self._our_notes or name.startswith("Answer: ")
            if words.strip() and not known:
                yield Incoming(WHOLE_COMPARISON, "", words, (), _kind(name))

    def _passage(self, id: str, source: QdaSource, selection: Selection) -> Iterable[Incoming]:
        marked = Marked(selection.words, selection.before, selection.after, selection.start)
        try:
            located = self._locator.locate(marked, [id])
        except NotLocated as error:
            words = " ".join(selection.words.split())
            shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
            self.left_out.append(LeftOut(f"{source.name}: “{shown}”", str(error)))
            return
        notes = [note for note in selection.notes if note not in self._our_notes]
        place = (located.source, located.span)
        ours = selection.guid == selection_guid(*place)
        if ours and not notes and (place in self._evidence or not selection.codes):
            self.ours += 1
            return
        quote = " ".join(selection.words.split())
        target = Target(TargetKind.PASSAGE, source=located.source, span=located.span)
        tags = tuple(
            self._project.codes[code].name
            for code in selection.codes
            if code in self._project.codes
        )
        if not notes:
            yield Incoming(target, quote, self._coded(selection.codes), tags)
        for note in notes:
            name, words = self._project.notes.get(note, ("", ""))
            yield Incoming(target, quote, words, tags, _kind(name))

    def _coded(self, codes: Iterable[str]) -> str:
        known = [self._project.codes[code] for code in codes if code in self._project.codes]
        if not known:
            return f"Marked in the project “{self._project.name}”."
        said = "; ".join(" › ".join(code.path) for code in known)
        return f"Coded in the project “{self._project.name}”: {said}."

    def _on_source(self, id: str, source: QdaSource) -> Iterable[Incoming]:
        target = Target(TargetKind.SOURCE, source=id)
        tags = tuple(
            self._project.codes[code].name for code in source.codes if code in self._project.codes
        )
        if tags:
            yield Incoming(target, "", self._coded(source.codes), tags)
        for note in source.notes:
            name, words = self._project.notes.get(note, ("", ""))
            if words.strip() and note != guid("statement", id) and note not in self._our_notes:
                yield Incoming(target, "", words, tags, _kind(name))


def _kind(name: str) -> NoteKind:
    """Of a memo that a library like this one has named."""
    return _KINDS.get(name.partition(" ")[0].casefold(), NoteKind.OBSERVATION)
