"""A whole library read from its folder, strictly: what is broken is left out and listed."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from counterpoint.domain.approach import Approach, Dimension, NamedAnswer
from counterpoint.domain.faults.library_fault import LibraryFault
from counterpoint.domain.faults.schema_fault import SchemaFault
from counterpoint.domain.forms import ApproachForm, ReplyForm
from counterpoint.domain.library import Library
from counterpoint.domain.problem import REMARKS, Problem, ProblemKind, in_order
from counterpoint.domain.resolve import Ground
from counterpoint.domain.resolve_answer import FEWEST_NAMED, MOST_NAMED
from counterpoint.domain.resolved_library import ResolvedLibrary, resolve_library
from counterpoint.domain.source import Source
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.library.validation import validated
from counterpoint.storage.quotations.quotation_locator import QuotationLocator
from counterpoint.storage.yaml.suggestion import nearest_name
from counterpoint.storage.yaml.yaml_file import YamlFile, parse_yaml, read_yaml

from .approach_file import approach_form, reply_forms
from .findings_in_files import problems_in, waiting_problems
from .library_place import Progress, check_place
from .listing import listed
from .replies_file import OLDER_REPLIES, RepliesFile, as_in, older_name
from .schema import ApproachSchema, DimensionSchema, DimensionsSchema, LibrarySchema
from .searches_file import SEARCHES, searches_in
from .source_file import read_source
from .source_writer import finish_interrupted
from .unfinished import older_stances, unfinished_cells, without_named_answers
from .walk import approach_file, walk


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
    """The files of the approaches and of the replies, by their names."""
    told: Mapping[str, tuple[Problem, ...]]
    """What is wrong in the files themselves, by the file; "" has what is in others."""
    replies: str = ""
    """The name of the file that has the replies."""

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
        approaches = tuple(one.approach for one in self.resolved.approaches.values())
        return WholeLibrary(self.contents(self.problems(), self.remarks()), approaches)

    def contents(self, problems: tuple[Problem, ...], remarks: tuple[Problem, ...]) -> Library:
        """Everything but the positions; to find what is wrong takes longer than all else, and may
        be left for later."""
        resolved = self.resolved
        return Library(
            title=self.title,
            statement=self.statement,
            dimensions=resolved.ground.dimensions,
            sources=self.sources,
            approaches=tuple(one.approach.head for one in resolved.approaches.values()),
            replies=resolved.replies.replies,
            problems=problems,
            passages=resolved.passages,
            remarks=remarks,
        )

    def problems(self) -> tuple[Problem, ...]:
        """What was left out or is wrong, in the order of the files."""
        return in_order(self._problems())

    def remarks(self) -> tuple[Problem, ...]:
        """What is unfinished or written in an older way, in the same order."""
        return in_order(self._remarks())

    def _problems(self) -> list[Problem]:
        problems = [problem for told in self.told.values() for problem in told]
        for id, one in self.resolved.approaches.items():
            findings = (*one.findings, *self.resolved.between.get(id, ()))
            problems += problems_in(self.documents[approach_file(id)], findings)
        replies = self.resolved.replies.findings
        if replies:
            told = [as_in(self.replies, finding) for finding in replies]
            problems += problems_in(self.documents[self.replies], told)
        problems = [problem for problem in problems if problem.kind not in REMARKS]
        return [*problems, *waiting_problems(self.resolved.waiting)]

    def _remarks(self) -> Iterator[Problem]:
        ground = self.resolved.ground
        yield from without_named_answers(ground)
        for id, one in self.resolved.approaches.items():
            file = self.documents[approach_file(id)]
            yield from unfinished_cells(file, one, ground)
            yield from older_stances(file, one)
            yield from problems_in(file, [each for each in one.findings if each.kind in REMARKS])
        told = [each for each in self.resolved.replies.findings if each.kind in REMARKS]
        if told:
            named = [as_in(self.replies, finding) for finding in told]
            yield from problems_in(self.documents[self.replies], named)
        if self.replies == OLDER_REPLIES:
            yield older_name()


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
    answers_in_doubt: frozenset[str] = frozenset()
    replies: str = ""
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
        dimensions = self._dimensions(asked=bool(found.approaches))
        forms: dict[str, ApproachForm] = {}
        for id in found.approaches:
            self._step(approach_file(id))
            form = self._approach(id)
            if form is not None:
                forms[id] = form
        self._searches()
        self.progress(self.done, self.total, "")
        replies = self._replies(found.replies) if found.replies is not None else ()
        ground = Ground(
            dimensions, self.broken_dimensions, self.locator, nearest_name, self.answers_in_doubt
        )
        resolved = resolve_library(forms, replies, ground)
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
            self.replies,
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
            told = (id, near[0] if near else "")
            self.locator.left_out.add(id)
            kind, fault = ProblemKind.MISSING, LibraryFault.NOT_DESCRIBED
            self.problems.append(Problem(f"corpus/{id}.txt", None, None, kind, fault, told))

    def _source(self, id: str) -> None:
        try:
            opened, problems = read_source(self.folder / "corpus", id)
        except Unreadable as error:
            self.problems += error.problems
            self.locator.left_out.add(id)
            return
        self.problems += problems
        self.locator.sources[id] = opened

    def _dimensions(self, *, asked: bool) -> tuple[Dimension, ...]:
        """`asked`: there are approaches, so that there has to be a question."""
        try:
            file = read_yaml(self.folder / "options" / "dimensions.yaml", "options/dimensions.yaml")
            form, problems = validated(file, DimensionsSchema)
        except Unreadable as error:
            self.problems += error.problems
            return ()
        self.problems += problems
        self.broken_dimensions = _ids_left_out(file)
        self.answers_in_doubt = frozenset(
            entry.id
            for index, entry in enumerate(form.dimensions)
            if file.lost_within(("dimensions", index, "answers"))
        )
        if asked and not file.value.get("dimensions", True):
            at, kind, fault = ("dimensions",), ProblemKind.WRONG_VALUE, SchemaFault.WITHOUT_ENTRIES
            self.problems.append(file.problem(at, kind, fault, "dimensions", 0))
        dimensions: dict[str, Dimension] = {}
        for index, entry in enumerate(form.dimensions):
            if entry.id in dimensions:
                self.problems.append(
                    file.problem(
                        ("dimensions", index, "id"),
                        ProblemKind.DUPLICATE_NAME,
                        LibraryFault.DIMENSION_TWICE,
                        entry.id,
                    )
                )
                continue
            dimensions[entry.id] = Dimension(
                entry.id,
                entry.title,
                entry.question,
                entry.tells_apart,
                self._named_answers(file, index, entry),
                entry.asked_of == "anyone",
                entry.ordered,
            )
        return tuple(dimensions.values())

    def _named_answers(
        self, file: YamlFile, dimension: int, entry: DimensionSchema
    ) -> tuple[NamedAnswer, ...]:
        path = ("dimensions", dimension, "answers")
        named: dict[str, NamedAnswer] = {}
        for index, answer in enumerate(entry.answers):
            if answer.id in named:
                self.problems.append(
                    file.problem(
                        (*path, index, "id"),
                        ProblemKind.DUPLICATE_NAME,
                        LibraryFault.NAMED_ANSWER_TWICE,
                        answer.id,
                    )
                )
                continue
            named[answer.id] = NamedAnswer(answer.id, answer.name, answer.means)
        written = len(entry.answers) + file.lost_within(path)
        if written and not FEWEST_NAMED <= written <= MOST_NAMED:
            self.problems.append(
                file.problem(
                    path,
                    ProblemKind.WRONG_VALUE,
                    LibraryFault.NUMBER_OF_NAMED_ANSWERS,
                    FEWEST_NAMED,
                    MOST_NAMED,
                    written,
                    key=True,
                )
            )
        return tuple(named.values())

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

    def _searches(self) -> None:
        """Only what is wrong with them: they are read where they are wanted."""
        if not (self.folder / SEARCHES).exists():
            return
        try:
            self.told[SEARCHES] = tuple(searches_in(read_yaml(self.folder / SEARCHES, SEARCHES))[1])
        except Unreadable as error:
            self.told[SEARCHES] = error.problems

    def _replies(self, found: RepliesFile) -> tuple[ReplyForm, ...]:
        self.replies = found.name
        try:
            file = read_yaml(self.folder / found.name, found.name)
            checked, problems = validated(file, found.schema)
        except Unreadable as error:
            self.told[found.name] = error.problems
            return ()
        self.documents[found.name], self.told[found.name] = file, tuple(problems)
        return reply_forms(file, checked)


def _ids_left_out(dimensions: YamlFile) -> frozenset[str]:
    """The ids of the dimensions that cannot be read, as far as these can."""
    ids: set[str] = set()
    for path in dimensions.left_out:
        entry = dimensions.value["dimensions"][path[1]] if len(path) == 2 else None
        if isinstance(entry, dict) and isinstance(entry.get("id"), str):
            ids.add(entry["id"])
    return frozenset(ids)
