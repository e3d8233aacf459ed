"""A whole library read from its folder, strictly: what is broken is left out and listed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from counterpoint.domain.approach import Approach, Dimension
from counterpoint.domain.forms import AnswerForm, ApproachForm
from counterpoint.domain.library import Library
from counterpoint.domain.problem import Problem, ProblemKind, in_order
from counterpoint.domain.resolve import Ground
from counterpoint.domain.resolved_library import ResolvedLibrary, resolve_library
from counterpoint.domain.source import Source
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.quotations.quotation_locator import QuotationLocator
from counterpoint.storage.yaml.suggestion import nearest_name
from counterpoint.storage.yaml.validation import validated
from counterpoint.storage.yaml.yaml_file import YamlFile, parse_yaml, read_yaml

from .approach_file import answer_forms, approach_form
from .finding_words import problems_in, waiting_problems
from .library_place import Progress, check_place
from .listing import listed
from .schema import AnswersSchema, ApproachSchema, DimensionsSchema, LibrarySchema
from .source_file import read_source
from .source_writer import finish_interrupted
from .walk import ANSWERS, approach_file, walk


@dataclass(frozen=True, slots=True)
class WholeLibrary:
    """What a folder holds: the library's contents and every approach with its positions."""

    contents: Library
    approaches: tuple[Approach, ...]


class LibraryFiles(NamedTuple):
    """A library with the files that it was read from, for changing one of them."""

    title: str
    statement: str
    sources: tuple[Source, ...]
    resolved: ResolvedLibrary
    documents: Mapping[str, YamlFile]
    """The files of the approaches and of the answers, by their names."""
    told: Mapping[str, tuple[Problem, ...]]
    """What is wrong in the files themselves, by the file; "" has what is in others."""

    def with_approach(self, id: str, text: str | None) -> "LibraryFiles":
        """The library in which the file of the approach `id` has this text, or is gone where it is
        None. Only that file is read and only that approach is resolved; the outcome is as of
        reading all of them."""
        name = approach_file(id)
        documents, told = dict(self.documents), dict(self.told)
        documents.pop(name, None)
        told.pop(name, None)
        form: ApproachForm | None = None
        if text is not None:
            try:
                documents[name], form, told[name] = _approach_in(parse_yaml(text, name))
            except Unreadable as error:
                told[name] = error.problems
        resolved = self.resolved.with_approach(id, form)
        return self._replace(resolved=resolved, documents=documents, told=told)

    def whole(self) -> WholeLibrary:
        """What the window shows of it."""
        resolved = self.resolved
        approaches = tuple(one.approach for one in resolved.approaches.values())
        contents = Library(
            title=self.title,
            statement=self.statement,
            dimensions=resolved.ground.dimensions,
            sources=self.sources,
            approaches=tuple(approach.head for approach in approaches),
            answers=resolved.answers.answers,
            problems=in_order(self._problems()),
            passages=resolved.passages,
        )
        return WholeLibrary(contents, approaches)

    def _problems(self) -> list[Problem]:
        problems = [problem for told in self.told.values() for problem in told]
        for id, one in self.resolved.approaches.items():
            findings = (*one.findings, *self.resolved.between.get(id, ()))
            problems += problems_in(self.documents[approach_file(id)], findings)
        answers = self.resolved.answers.findings
        if answers:
            problems += problems_in(self.documents[ANSWERS], answers)
        return [*problems, *waiting_problems(self.resolved.waiting)]


def read_library(folder: Path, progress: Progress = lambda done, total, name: None) -> WholeLibrary:
    """Everything that `folder` holds. Raises Unreadable only where it is no library at all."""
    return read_files(folder, progress).whole()


def read_files(folder: Path, progress: Progress = lambda done, total, name: None) -> LibraryFiles:
    """As `read_library`, with the files."""
    check_place(folder)
    finish_interrupted(folder)
    return _Reading(folder, progress).files()


def _approach_in(file: YamlFile) -> tuple[YamlFile, ApproachForm, tuple[Problem, ...]]:
    checked, problems = validated(file, ApproachSchema)
    return file, approach_form(file, checked), tuple(problems)


@dataclass(slots=True)
class _Reading:
    folder: Path
    progress: Progress
    problems: list[Problem] = field(default_factory=list)
    locator: QuotationLocator = field(default_factory=QuotationLocator)
    documents: dict[str, YamlFile] = field(default_factory=dict)
    told: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    broken_dimensions: frozenset[str] = frozenset()
    done: int = 0
    total: int = 0

    def files(self) -> LibraryFiles:
        found = walk(self.folder)
        self.problems += found.passed_over
        self.total = len(found.sources) + len(found.approaches)
        title, statement = self._about()
        self._undescribed(found.sources)
        for id in found.sources:
            self._step(f"corpus/{id}.yaml")
            self._source(id)
        dimensions = self._dimensions()
        forms: dict[str, ApproachForm] = {}
        for id in found.approaches:
            self._step(approach_file(id))
            form = self._approach(id)
            if form is not None:
                forms[id] = form
        self.progress(self.done, self.total, "")
        answers = self._answers() if found.has_answers else ()
        ground = Ground(dimensions, self.broken_dimensions, self.locator, nearest_name)
        resolved = resolve_library(forms, answers, ground)
        return LibraryFiles(
            title,
            statement,
            tuple(
                opened.source
                for opened in sorted(
                    self.locator.sources.values(),
                    key=lambda opened: (opened.source.date, opened.source.id),
                )
            ),
            resolved,
            self.documents,
            self.told | {"": tuple(self.problems)},
        )

    def _step(self, name: str) -> None:
        self.progress(self.done, self.total, name)
        self.done += 1

    def _about(self) -> tuple[str, str]:
        try:
            file = read_yaml(self.folder / "corpus" / "library.yaml", "corpus/library.yaml")
            form, problems = validated(file, LibrarySchema)
        except Unreadable as error:
            self.problems += error.problems
            return self.folder.resolve().name, ""
        self.problems += problems
        return (
            self.folder.resolve().name if file.lost(("title",)) else form.title,
            "" if file.lost(("statement",)) else form.statement,
        )

    def _undescribed(self, described: Collection[str]) -> None:
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
            self.locator.left_out.add(id)
            return
        self.problems += problems
        self.locator.sources[id] = opened

    def _dimensions(self) -> tuple[Dimension, ...]:
        try:
            file = read_yaml(self.folder / "options" / "dimensions.yaml", "options/dimensions.yaml")
            form, problems = validated(file, DimensionsSchema)
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

    def _approach(self, id: str) -> ApproachForm | None:
        name = approach_file(id)
        try:
            self.documents[name], form, self.told[name] = _approach_in(
                read_yaml(self.folder / name, name)
            )
        except Unreadable as error:
            self.told[name] = error.problems
            return None
        return form

    def _answers(self) -> tuple[AnswerForm, ...]:
        try:
            file = read_yaml(self.folder / ANSWERS, ANSWERS)
            checked, problems = validated(file, AnswersSchema)
        except Unreadable as error:
            self.told[ANSWERS] = error.problems
            return ()
        self.documents[ANSWERS], self.told[ANSWERS] = file, tuple(problems)
        return answer_forms(file, checked)


def _ids_left_out(dimensions: YamlFile) -> frozenset[str]:
    """The ids of the dimensions that cannot be read, as far as these can."""
    ids: set[str] = set()
    for path in dimensions.left_out:
        entry = dimensions.value["dimensions"][path[1]] if len(path) == 2 else None
        if isinstance(entry, dict) and isinstance(entry.get("id"), str):
            ids.add(entry["id"])
    return frozenset(ids)
