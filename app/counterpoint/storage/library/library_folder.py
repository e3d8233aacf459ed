"""A whole library read from its folder, strictly: what is broken is left out and listed."""

from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from counterpoint.domain.approach import Approach, ApproachSummary, Dimension
from counterpoint.domain.library import Answer, Library, Passage
from counterpoint.domain.problem import Problem, ProblemKind, in_order
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.quotations.quotation_locator import QuotationLocator
from counterpoint.storage.yaml.suggestion import did_you_mean
from counterpoint.storage.yaml.validation import validated
from counterpoint.storage.yaml.yaml_file import KeyPath, YamlFile, read_yaml

from .approach_file import ApproachReader
from .library_place import PARTS, Progress, check_place, judged
from .listing import listed, misnamed
from .schema import AnswersForm, ApproachForm, DimensionsForm, LibraryForm, PassageForm
from .source_file import read_source
from .source_writer import finish_interrupted

ANSWERS = "answers.yaml"


@dataclass(frozen=True, slots=True)
class WholeLibrary:
    """What a folder holds: the library's contents and every approach with its positions."""

    contents: Library
    approaches: tuple[Approach, ...]


def read_library(folder: Path, progress: Progress = lambda done, total, name: None) -> WholeLibrary:
    """Everything that `folder` holds. Raises Unreadable only where it is no library at all."""
    check_place(folder)
    finish_interrupted(folder)
    return _Reading(folder, progress).whole()


@dataclass(slots=True)
class _Reading:
    folder: Path
    progress: Progress
    problems: list[Problem] = field(default_factory=list)
    locator: QuotationLocator = field(default_factory=QuotationLocator)
    files: dict[str, YamlFile] = field(default_factory=dict)
    """The approaches' files, for what can only be said once all are read."""
    broken_dimensions: frozenset[str] = frozenset()
    done: int = 0
    total: int = 0

    def whole(self) -> WholeLibrary:
        sources = listed(self.folder, "corpus", ".yaml")
        approaches = listed(self.folder, "options", ".yaml")
        for part in PARTS:
            self.problems += misnamed(self.folder / part, part)
        self.total = len(sources) + len(approaches)
        title, statement = self._about()
        self._undescribed(sources)
        for id in sources:
            self._step(f"corpus/{id}.yaml")
            self._source(id)
        dimensions = self._dimensions()
        read: list[Approach] = []
        for id in approaches:
            self._step(f"options/{id}.yaml")
            approach = self._approach(id, dimensions)
            if approach is not None:
                read.append(approach)
        read.sort(
            key=lambda approach: (not approach.head.shown, approach.head.cue, approach.head.id)
        )
        self._between(read)
        self.progress(self.done, self.total, "")
        answers = self._answers()
        self.problems += self.locator.waiting()
        contents = Library(
            title=title,
            statement=statement,
            dimensions=dimensions,
            sources=tuple(
                opened.source
                for opened in sorted(
                    self.locator.sources.values(),
                    key=lambda opened: (opened.source.date, opened.source.id),
                )
            ),
            approaches=tuple(approach.head for approach in read),
            answers=answers,
            problems=in_order(self.problems),
            passages=_passages(read),
        )
        return WholeLibrary(contents, tuple(read))

    def _step(self, name: str) -> None:
        self.progress(self.done, self.total, name)
        self.done += 1

    def _about(self) -> tuple[str, str]:
        try:
            file = read_yaml(self.folder / "corpus" / "library.yaml", "corpus/library.yaml")
            form, problems = validated(file, LibraryForm)
        except Unreadable as error:
            self.problems += error.problems
            return self.folder.resolve().name, ""
        self.problems += problems
        return (
            self.folder.resolve().name if file.lost(("title",)) else form.title,
            "" if file.lost(("statement",)) else form.statement,
        )

    def _undescribed(self, described: list[str]) -> None:
        texts = listed(self.folder, "corpus", ".txt")
        for id in texts:
            if id in described:
                continue
            near = get_close_matches(id, set(described) - set(texts), n=1)
            remedy = f", or rename corpus/{near[0]}.yaml if that is it" if near else ""
            self.problems.append(
                Problem(
                    f"corpus/{id}.txt",
                    None,
                    None,
                    ProblemKind.MISSING,
                    f"the text has no description; write corpus/{id}.yaml{remedy}",
                )
            )

    def _source(self, id: str) -> None:
        try:
            opened, problems = read_source(self.folder / "corpus", id)
        except Unreadable as error:
            self.problems += error.problems
            self.locator.left_out[id] = 0
            return
        self.problems += problems
        self.locator.sources[id] = opened

    def _dimensions(self) -> tuple[Dimension, ...]:
        try:
            file = read_yaml(self.folder / "options" / "dimensions.yaml", "options/dimensions.yaml")
            form, problems = validated(file, DimensionsForm)
        except Unreadable as error:
            self.problems += error.problems
            return ()
        self.problems += problems
        self.broken_dimensions = _ids_left_out(file)
        dimensions: dict[str, Dimension] = {}
        for index, entry in enumerate(form.dimensions):
            if entry.id in dimensions:
                self.problems.append(
                    file.problem(
                        ("dimensions", index, "id"),
                        ProblemKind.DUPLICATE_NAME,
                        f"the dimension `{entry.id}` stands here already; keep one of them",
                    )
                )
                continue
            dimensions[entry.id] = Dimension(
                entry.id, entry.title, entry.question, entry.tells_apart
            )
        return tuple(dimensions.values())

    def _approach(self, id: str, dimensions: tuple[Dimension, ...]) -> Approach | None:
        try:
            file = read_yaml(self.folder / "options" / f"{id}.yaml", f"options/{id}.yaml")
            form, problems = validated(file, ApproachForm)
        except Unreadable as error:
            self.problems += error.problems
            return None
        self.problems += problems
        self.files[id] = file
        if not dimensions:
            # One message about the dimensions is enough; not one for each cell.
            return ApproachReader(id, file, (), self.locator, []).approach(form)
        return ApproachReader(
            id, file, dimensions, self.locator, self.problems, self.broken_dimensions
        ).approach(form)

    def _between(self, approaches: list[Approach]) -> None:
        """What can be wrong only between approaches: cues used twice, relations to nobody."""
        cues: dict[str, str] = {}
        ids = {approach.head.id for approach in approaches}
        for approach in approaches:
            head = approach.head
            own = not self.files[head.id].lost(("cue",))
            if own and head.cue in cues:
                self._tell(
                    head,
                    ("cue",),
                    ProblemKind.DUPLICATE_NAME,
                    f"the cue “{head.cue}” is that of `{cues[head.cue]}` already; choose another",
                )
            if own:
                cues.setdefault(head.cue, head.id)
            for index, relation in enumerate(head.relations):
                path = ("relations", index, "option")
                if relation.approach == head.id:
                    self._tell(
                        head,
                        path,
                        ProblemKind.WRONG_VALUE,
                        "an option has no relation to itself; name another or remove it",
                    )
                elif relation.approach not in ids:
                    remedy = did_you_mean(relation.approach, ids - {head.id}) or (
                        "correct or remove the relation"
                    )
                    self._tell(
                        head,
                        path,
                        ProblemKind.UNKNOWN_APPROACH,
                        f"`{relation.approach}`, which this option {relation.kind}, is not in "
                        f"options/ or was left out; {remedy}",
                    )

    def _tell(self, head: ApproachSummary, path: KeyPath, kind: ProblemKind, message: str) -> None:
        self.problems.append(self.files[head.id].problem(path, kind, message))

    def _answers(self) -> tuple[Answer, ...]:
        if ANSWERS not in judged(self.folder / "options"):
            return ()
        try:
            file = read_yaml(self.folder / "options" / ANSWERS, f"options/{ANSWERS}")
            form, problems = validated(file, AnswersForm)
        except Unreadable as error:
            self.problems += error.problems
            return ()
        self.problems += problems
        return tuple(
            Answer(
                entry.kind,
                self._passage(file, ("answers", index, "by"), entry.by),
                self._passage(file, ("answers", index, "to"), entry.to),
                entry.why,
            )
            for index, entry in enumerate(form.answers)
        )

    def _passage(self, file: YamlFile, path: KeyPath, form: PassageForm) -> Passage:
        located = self.locator.locate(file, path, form)
        self.problems += located.problems
        if not form.voice:
            self.problems.append(
                file.problem(
                    (*path, "voice"), ProblemKind.NO_VOICE, "`voice` is empty; say who says it"
                )
            )
        return Passage(
            form.source,
            located.quotation,
            located.standing,
            located.paragraph,
            tuple(form.voice),
        )


def _ids_left_out(dimensions: YamlFile) -> frozenset[str]:
    """The ids of the dimensions that cannot be read, as far as these can."""
    ids: set[str] = set()
    for path in dimensions.left_out:
        entry = dimensions.value["dimensions"][path[1]] if len(path) == 2 else None
        if isinstance(entry, dict) and isinstance(entry.get("id"), str):
            ids.add(entry["id"])
    return frozenset(ids)


def _passages(approaches: list[Approach]) -> int:
    return len(
        {
            (piece.source, " ".join(piece.quotation.words.split()))
            for approach in approaches
            for position in approach.positions
            for claim in position.claims
            for piece in claim.evidence
        }
    )
