"""`counterpoint anchor`: finding each quotation in its source and writing down where it is."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from counterpoint.domain.anchoring import anchor_at, find
from counterpoint.domain.faults.file_fault import FileFault
from counterpoint.domain.faults.library_fault import LibraryFault
from counterpoint.domain.faults.quotation_fault import QuotationFault
from counterpoint.domain.faults.yaml_fault import YamlFault
from counterpoint.domain.forms import KeyPath, PassageForm
from counterpoint.domain.problem import DOUBTS, REMARKS, Problem, ProblemKind, in_order
from counterpoint.domain.quotation import Anchor, QuotationState
from counterpoint.domain.resolve import Located
from counterpoint.storage.files.atomic import NotWritten
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.library.anchor_writer import with_anchors, with_digest
from counterpoint.storage.library.approach_file import passage_form
from counterpoint.storage.library.findings_in_files import problems_in, waiting_problems
from counterpoint.storage.library.library_place import check_place
from counterpoint.storage.library.library_writer import clear_strays, exchange
from counterpoint.storage.library.schema import SourceSchema, quotations
from counterpoint.storage.library.source_file import read_source
from counterpoint.storage.library.validation import validated
from counterpoint.storage.library.walk import QuotingSchema, walk
from counterpoint.storage.quotations.quotation_locator import QuotationLocator
from counterpoint.storage.yaml.yaml_edit import EditWentWrong
from counterpoint.storage.yaml.yaml_file import YamlFile, parse_yaml, read_yaml


@dataclass(slots=True)
class Anchoring:
    """What was done. `written` names the files that were changed, `problems` says what was refused,
    `doubts` what else `check` tells of the files that were looked through."""

    anchored: int = 0
    kept: int = 0
    written: list[str] = field(default_factory=list)
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Problem, ...] = ()


def anchor_library(folder: Path, *, again: bool = False) -> Anchoring:
    """Fills in position, context and digest of every quotation that has none, and each source's
    digest. With `again`, also of those whose text was altered or whose words have moved.

    Refused, and listed: a quotation that is absent, that stands twice where its writer has not
    said which, beside which something was changed, or that a comment may have cut short. Each file
    is replaced whole or not at all, and only where it is still as it was read. Raises Unreadable if
    `folder` is no library.
    """
    check_place(folder)
    clear_strays(folder)
    work = _Work(folder, again)
    found = walk(folder)
    work.problems += [
        problem for problem in found.passed_over if problem.kind is ProblemKind.WRONG_VALUE
    ]
    for id in found.sources:
        work.source(folder / "corpus" / f"{id}.yaml")
    for name, schema in found.quoting():
        work.passages(folder / name, schema)
    work.problems += waiting_problems(work.waiting)
    work.done.problems = in_order(work.problems)
    work.done.doubts = in_order(work.doubts)
    return work.done


@dataclass(slots=True)
class _Work:
    folder: Path
    again: bool
    locator: QuotationLocator = field(default_factory=QuotationLocator)
    done: Anchoring = field(default_factory=Anchoring)
    problems: list[Problem] = field(default_factory=list)
    doubts: list[Problem] = field(default_factory=list)
    waiting: Counter[str] = field(default_factory=Counter)
    """For each source that is left out, how many quotations wait for it."""

    def source(self, path: Path) -> None:
        name = f"corpus/{path.name}"
        try:
            opened, problems = read_source(self.folder / "corpus", path.stem)
            file = read_yaml(path, name)
            form, _ = validated(file, SourceSchema)
        except Unreadable as error:
            self.problems += error.problems
            self.locator.left_out.add(path.stem)
            return
        self.locator.sources[path.stem] = opened
        differs = form.digest is not None and form.digest != opened.text.digest
        if form.digest is None or (differs and self.again):
            differs = not self._with_digest(path, file, opened.text.digest) and differs
        self.doubts += [problem for problem in problems if problem.kind in DOUBTS]
        self.problems += [
            problem
            for problem in problems
            if problem.kind not in (ProblemKind.NOT_ANCHORED, *DOUBTS)
            and (differs or problem.kind is not ProblemKind.SOURCE_CHANGED)
        ]

    def _with_digest(self, path: Path, file: YamlFile, digest: str) -> bool:
        try:
            described = with_digest(file, digest)
        except EditWentWrong:
            self._refused(file, LibraryFault.DIGEST_NOT_PUT_IN, digest)
            return False
        return self._write(path, file, described.text)

    def passages(self, path: Path, form: QuotingSchema) -> None:
        name = f"options/{path.name}"
        try:
            file = read_yaml(path, name)
            checked, problems = validated(file, form)
        except Unreadable as error:
            self.problems += error.problems
            return
        anchors: dict[KeyPath, Anchor] = {}
        refused: list[tuple[KeyPath, PassageForm]] = []
        cut: list[KeyPath] = []
        for at, written in quotations(checked):
            passage = passage_form(file, at, written)
            located = self.locator.locate(passage)
            self.waiting[passage.source] += located.waits
            if all(finding.kind in REMARKS for finding in located.findings):
                self.done.kept += located.standing.stands
            elif self._may_anchor(passage, located):
                # Words that stand in a text, and may yet not be all that their writer meant.
                if file.cut_off((*at, "quote")) is None:
                    anchors[at] = self._anchor(passage, located)
                else:
                    cut.append(at)
            else:
                refused.append((at, passage))
        # Told by the file as it is now: what was written has moved the lines.
        done = self._with_anchors(path, file, anchors) if anchors else None
        if done is not None:
            file, not_put_in = done
            _, problems = validated(file, form)
            kind, fault = ProblemKind.SYNTAX, LibraryFault.ANCHOR_NOT_PUT_IN
            self.problems += [
                file.problem((*at, "quote"), kind, fault, key=True) for at in not_put_in
            ]
        places = {file.cut_off((*at, "quote")) for at in cut}
        for problem in problems:
            if problem.kind not in DOUBTS:
                self.problems.append(problem)
            elif (problem.line, problem.column) in places:
                self.problems.append(problem._replace(fault=YamlFault.CUT_AND_NOT_ANCHORED))
            else:
                self.doubts.append(problem)
        for at, passage in refused:
            found = self.locator.locate(passage).findings
            wrong = [finding.below(at) for finding in found if finding.kind not in REMARKS]
            self.problems += problems_in(file, wrong)

    def _with_anchors(
        self, path: Path, file: YamlFile, anchors: dict[KeyPath, Anchor]
    ) -> tuple[YamlFile, list[KeyPath]] | None:
        """The file as it is then, and the quotations whose anchors could not be put in; None where
        it could not be written."""
        given = [(file.original(at), anchor) for at, anchor in anchors.items()]
        whole = parse_yaml(file.text, file.name) if file.left_out else file
        anchored, not_put_in = _put_in(whole, given)
        if anchored.text != file.text and not self._write(path, file, anchored.text):
            return None
        self.done.anchored += len(anchors) - len(not_put_in)
        return anchored, [at for at in anchors if file.original(at) in not_put_in]

    def _refused(self, file: YamlFile, fault: LibraryFault, *arguments: str) -> None:
        kind = ProblemKind.SYNTAX
        self.problems.append(Problem(file.name, None, None, kind, fault, arguments))

    def _may_anchor(self, passage: PassageForm, located: Located) -> bool:
        """Whether it is certain where the quotation stands, and asked for."""
        if located.standing.span is None or passage.source not in self.locator.sources:
            return False
        if located.standing.state is QuotationState.CHANGED:
            return False
        if any(finding.fault is QuotationFault.CHANGED_BESIDE for finding in located.findings):
            return False  # the words are the same, and may say another thing
        return passage.anchor is None or self.again

    def _anchor(self, passage: PassageForm, located: Located) -> Anchor:
        text = self.locator.sources[passage.source].text
        span = located.standing.span
        if span is None:
            raise ValueError(f"{passage.quote} stands nowhere")
        twins = find(passage.quote, self.locator.sources[passage.source].haystack)
        return anchor_at(text.text, span, text.digest, twins)

    def _write(self, path: Path, file: YamlFile, text: str) -> bool:
        try:
            exchange(path, file.text, text)
        except NotWritten as error:
            kind, fault = ProblemKind.UNREADABLE, FileFault.NOT_WRITTEN
            told = (error.refusal, error.said)
            self.problems.append(Problem(file.name, None, None, kind, fault, told))
            return False
        self.done.written.append(file.name)
        return True


def _put_in(file: YamlFile, anchors: list[tuple[KeyPath, Anchor]]) -> tuple[YamlFile, set[KeyPath]]:
    """The file, of which nothing is left out, with all `anchors` that it takes, and the quotations
    whose it does not take: one key that is written oddly costs no other its anchor."""
    try:
        return with_anchors(file, dict(anchors)), set()
    except EditWentWrong:
        if len(anchors) == 1:
            return file, {anchors[0][0]}
    middle = len(anchors) // 2
    file, first = _put_in(file, anchors[:middle])
    file, second = _put_in(file, anchors[middle:])
    return file, first | second
