"""`counterpoint anchor`: finding each quotation in its source and writing down where it is."""

from dataclasses import dataclass, field
from pathlib import Path

from counterpoint.domain.anchoring import anchor_at
from counterpoint.domain.problem import Problem, ProblemKind, in_order
from counterpoint.domain.quotation import Anchor
from counterpoint.storage import atomic
from counterpoint.storage.anchor_writer import EditWentWrong, with_anchors, with_digest
from counterpoint.storage.form import check_form
from counterpoint.storage.library_folder import NOT_OPTIONS
from counterpoint.storage.library_place import check_place
from counterpoint.storage.schema import AnswersForm, OptionForm, PassageForm, SourceForm, quotations
from counterpoint.storage.shelf import Shelf, places, why_not_found
from counterpoint.storage.source_file import read_source
from counterpoint.storage.text_file import Unreadable
from counterpoint.storage.yaml_file import Path_, YamlFile, read_yaml


@dataclass(slots=True)
class Anchoring:
    """What was done. `written` names the files that were changed."""

    anchored: int = 0
    kept: int = 0
    written: list[str] = field(default_factory=list)
    problems: tuple[Problem, ...] = ()


def anchor_library(folder: Path, *, again: bool = False) -> Anchoring:
    """Fills in position, context and digest of every quotation that has none, and each source's
    digest. With `again`, also of those whose text was altered or whose words have moved.

    Refused, and listed: a quotation that is absent, or that stands twice where its writer has not
    said which. Each file is replaced whole or not at all. Raises Unreadable where `folder` is no
    library.
    """
    check_place(folder)
    work = _Work(folder, again)
    for path in sorted((folder / "corpus").glob("*.yaml")):
        if path.stem != "library":
            work.source(path)
    for path in sorted((folder / "options").glob("*.yaml")):
        if path.stem == "answers":
            work.passages(path, AnswersForm)
        elif path.stem not in NOT_OPTIONS:
            work.passages(path, OptionForm)
    work.done.problems = in_order(work.problems)
    return work.done


@dataclass(slots=True)
class _Work:
    folder: Path
    again: bool
    shelf: Shelf = field(default_factory=Shelf)
    done: Anchoring = field(default_factory=Anchoring)
    problems: list[Problem] = field(default_factory=list)

    def source(self, path: Path) -> None:
        name = f"corpus/{path.name}"
        try:
            book, problems = read_source(self.folder / "corpus", path.stem)
            file = read_yaml(path, name)
            form = check_form(file, SourceForm)
        except Unreadable as error:
            self.problems += error.problems
            self.shelf.left_out.add(path.stem)
            return
        self.shelf.sources[path.stem] = book
        differs = form.digest is not None and form.digest != book.text.digest
        if form.digest is None or (differs and self.again):
            self._write(path, name, with_digest(file, book.text.digest))
            differs = False
        self.problems += [
            problem
            for problem in problems
            if problem.kind is not ProblemKind.NOT_ANCHORED
            and (differs or problem.kind is not ProblemKind.SOURCE_CHANGED)
        ]

    def passages(self, path: Path, form: type[OptionForm] | type[AnswersForm]) -> None:
        name = f"options/{path.name}"
        try:
            file = read_yaml(path, name)
            checked = check_form(file, form)
        except Unreadable as error:
            self.problems += error.problems
            return
        anchors: dict[Path_, Anchor] = {}
        for at, passage in quotations(checked):
            anchor = self._anchor(file, at, passage)
            if anchor is not None:
                anchors[at] = anchor
        if not anchors:
            return
        try:
            text = with_anchors(file, anchors)
        except EditWentWrong as error:
            self.problems.append(Problem(name, None, None, ProblemKind.SYNTAX, str(error)))
            return
        if self._write(path, name, text):
            self.done.anchored += len(anchors)

    def _anchor(self, file: YamlFile, at: Path_, passage: PassageForm) -> Anchor | None:
        located = self.shelf.locate(file, at, passage)
        book = self.shelf.sources.get(passage.source)
        if book is None:
            self.problems += located.problems
            return None
        stale = {problem.kind for problem in located.problems}
        if not stale:
            self.done.kept += 1
            return None
        if passage.anchor is not None and not self.again:
            self.problems += located.problems
            return None
        span = located.standing.span
        if span is None or stale - {
            ProblemKind.NOT_ANCHORED,
            ProblemKind.SOURCE_CHANGED,
            ProblemKind.QUOTATION_MOVED,
        }:
            chosen = places(book, passage)
            if len(chosen) != 1:
                self.problems.append(
                    file.problem(
                        (*at, "quote"),
                        ProblemKind.QUOTATION_AMBIGUOUS if chosen else ProblemKind.QUOTATION_LOST,
                        why_not_found(book, passage),
                    )
                )
                return None
            span = chosen[0]
        return anchor_at(book.text.text, span, book.text.digest)

    def _write(self, path: Path, name: str, text: str) -> bool:
        try:
            atomic.write(path, text.encode())
        except atomic.NotWritten as error:
            self.problems.append(
                Problem(name, None, None, ProblemKind.UNREADABLE, f"{error.reason}; {error.remedy}")
            )
            return False
        self.done.written.append(name)
        return True
