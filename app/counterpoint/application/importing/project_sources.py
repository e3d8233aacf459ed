"""The texts of a project of another program, which become sources."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from counterpoint.labels.translation import tr
from counterpoint.storage.importers.qda_file import QdaProject, QdaSource
from counterpoint.storage.library.description_file import NOT_STATED

from .documents import Document
from .importing import Importing, Preview, files_of
from .notes_in import LeftOut
from .source_step import GOES_NOT, Batch, brought_in, why_not
from .stopping import Stopping


class HalfTakenIn(Exception):
    """Texts of a project stay in the library although the rest of it did not come in."""

    def __init__(self, error: BaseException, batch: Batch, why: Exception) -> None:
        super().__init__(
            tr(
                "{sources} came in and cannot be taken back ({why}), the rest did not",
                sources=", ".join(batch.sources),
                why=why_not(why).rstrip("."),
            )
        )
        self.error = error
        """What ended the import."""
        self.batch = batch
        """Them, as a step that can be undone."""


class ProjectSources:
    """The texts of a project as sources."""

    def __init__(self, folder: Path, stopping: Stopping) -> None:
        self._folder, self._stopping = folder, stopping
        self._previews: list[Preview] = []

    def bring_in(
        self, project: QdaProject, left_out: list[LeftOut], *, dry: bool
    ) -> tuple[dict[str, str], list[str]]:
        """The ids of the sources by guid, and those of the new ones, "" in a dry run. Raises
        Refused where it is cancelled, and what an import of documents does."""
        ids: dict[str, str] = {}
        with tempfile.TemporaryDirectory(prefix="counterpoint-") as place:
            documents, guids = self._unpacked(Path(place), project.sources, left_out)
            with Importing(self._folder) as importing:
                previews = self._previews = list(
                    importing.previews(documents, self._tell, self._stopping.is_cancelled)
                )
                self._stopping.check()
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
                outcomes = importing.store(previews, cancelled=self._stopping.is_cancelled)
                self._stopping.check()
        new: list[str] = []
        for source, outcome in zip(guids, outcomes, strict=True):
            if outcome.source is not None:
                ids[source] = outcome.source
                new += [outcome.source] if outcome.problem is None else []
            elif outcome.problem is not None:
                left_out.append(LeftOut(outcome.preview.document.shown, outcome.problem))
        return ids, new

    def take_back(self, error: BaseException) -> None:
        """Takes those that came in from the library again, as `error` ended the import. Raises
        HalfTakenIn where they do not go."""
        ours = [preview.id for preview in self._previews if self._is_here(preview)]
        if not ours:
            return
        batch = brought_in(self._folder, ours)
        try:
            batch.exchange()
        except GOES_NOT as why:
            raise HalfTakenIn(error, batch, why) from error

    def _is_here(self, preview: Preview) -> bool:
        """Whether it was stored: what else has its name meanwhile says something else."""
        if preview.refusal is not None or preview.draft is None:
            return False
        described = files_of(preview)[-1]
        try:
            return (self._folder / described.place).read_bytes() == described.data
        except OSError:
            return False

    def _tell(self, done: int, total: int, name: str) -> None:
        if name and not self._stopping.is_cancelled():
            words = tr("reading {name}, {n} of {total}", name=name, n=done + 1, total=total)
            self._stopping.tell(words)

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
