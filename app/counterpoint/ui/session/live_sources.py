"""The sources of a library being brought in, as Qt sees it: work off the window's thread, one piece
after another, and what came of it."""

import threading
from collections import Counter, deque
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from counterpoint.application.editing.description_step import DescriptionStep
from counterpoint.application.failures import NotWritten
from counterpoint.application.history import History, Way
from counterpoint.application.importing import arrivals
from counterpoint.application.importing.arrivals import Arrival, Standing
from counterpoint.application.importing.import_lock import ImportRunning
from counterpoint.application.places import same_folder, shipped_library
from counterpoint.domain.command_kind import CommandKind
from counterpoint.labels import arrival as words
from counterpoint.labels import command, removal
from counterpoint.labels import revision as revision_words
from counterpoint.labels.text import sentence
from counterpoint.labels.translation import tr
from counterpoint.ui.tasks.task import Report, Task

from .documents_listed import DocumentsListed, why_left_out
from .noticed import Noticed
from .source_work import ReadAgain, SourceWork, Stored

if TYPE_CHECKING:  # takes long to be there: imported by the thread that compares
    from counterpoint.application.importing.revising import Revision
    from counterpoint.application.importing.source_step import Batch, SourceStep


_REFUSED = "sources"


class _Job(NamedTuple):
    doing: str
    """What it is, for who waits for its end."""
    work: Callable[[Report], object]
    then: Callable[[object], None]
    failed: Callable[[str], None]
    """Told in a sentence why the system, or another import, did not let it be done."""


class LiveSources(QObject):
    """One for each library in a window. Panes follow `arrivals` by `changed`; what has to be asked
    of a person, such as for files, the window hears of by `files_wanted` and `folder_wanted`."""

    changed = Signal()
    """`arrivals` are others now, or whether it is at work."""
    progressed = Signal(int, int, str)
    said = Signal(str)
    noticed = Signal(object)
    """A `Noticed`: why something was not done, with all that is to be done first."""
    put = Signal(str, bool)
    """The id of the source that a new version has taken the place of; whether that is the same
    document, read otherwise."""
    described = Signal(str, object, str)
    """A source, the fields of its description, and why they were not saved, or ""."""
    brought = Signal(object)
    """Paths that were dropped."""
    replace_wanted = Signal(str)
    """The id of a source of which a new version is to take the place; "" for the one chosen."""
    remove_wanted = Signal(str)
    """The id of a source that is to go from the library."""
    read_again_wanted = Signal(object, str, str)
    """An Arrival that came in, and one guess of it, by its name, that is decided otherwise."""
    compared = Signal()
    """`revision` is there to be worked through."""
    again_wanted = Signal()
    """`revision` is to be compared again, with what is in the library now."""
    compared_with = Signal(str, object)
    """The id of a source, and the path of a document that may be its new version."""
    revision_changed = Signal()
    """`revision` is another: compared, decided on, put in or given up."""
    own_library_wanted = Signal(object)
    """Paths were brought into the library that comes with the app: another has to take them."""
    files_wanted = Signal()
    folder_wanted = Signal()

    def __init__(
        self, folder: Path, history: History, title: Callable[[str], str], parent: QObject
    ) -> None:
        """`title` gives what tells a source from others, for its id, or ""."""
        super().__init__(parent)
        self.folder, self._title = folder, title
        self._history = history
        self.read_only = same_folder(folder, shipped_library())
        self.doing = ""
        """What is being done, in words; "" where nothing is."""
        self._listed = DocumentsListed()
        self.revision: Revision | None = None
        """The new version that is being worked through."""
        self._waiting: deque[_Job] = deque()
        self._task: Task | None = None
        self._stop = threading.Event()
        self._work = SourceWork(folder, self._stop, lambda: self.arrivals)

    @property
    def arrivals(self) -> tuple[Arrival, ...]:
        """The documents that were brought in, as they are listed."""
        return self._listed.all

    @property
    def at_work(self) -> bool:
        return self._task is not None

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Documents, and folders of them."""
        if self.read_only:
            self.own_library_wanted.emit(tuple(paths))
            return
        work, then = (
            partial(self._work.bring_in, tuple(paths)),
            partial(self._brought, tuple(paths)),
        )
        self._do(tr("Reading the documents…"), work, then)

    def store(self, wanted: Sequence[Arrival]) -> None:
        """What has waited."""
        self._do(tr("Storing what was read…"), partial(self._work.store, tuple(wanted)), self._took)

    def read_otherwise(self, arrival: Arrival, what: str, value: str) -> None:
        """A document that waits, with one guess, by its name, decided so."""
        work = partial(self._work.read_otherwise, arrival, what, value)
        self._do(tr("Reading the document otherwise…"), work, self._has_read_otherwise)

    def read_again(self, arrival: Arrival, what: str, value: str) -> None:
        """A document that came in, read with one guess decided so, takes its own place: at once
        where nobody has to decide what becomes of quotations, else it is worked through."""
        work = partial(self._work.read_again, arrival, what, value)
        then = partial(self._has_read_again, arrival)
        self._do(tr("Reading the document otherwise…"), work, then)

    def describe(self, source: str, fields: Mapping[str, str], before: Mapping[str, str]) -> None:
        """Corrects what is said of a source, where it says `before`: a step that can be undone.
        `described` tells whether it was."""
        step = DescriptionStep(self, source, {name: before[name] for name in fields}, dict(fields))
        self._write_description(source, fields, before, step, None)

    def write_description(
        self, source: str, fields: Mapping[str, str], before: Mapping[str, str], way: Way
    ) -> None:
        """The same as part of undoing, or of doing it again."""
        self._write_description(source, fields, before, None, way)

    def _write_description(
        self,
        source: str,
        fields: Mapping[str, str],
        before: Mapping[str, str],
        step: DescriptionStep | None,
        way: Way | None,
    ) -> None:
        work = partial(self._work.describe, source, dict(fields), dict(before))
        then = partial(self._has_described, source, tuple(fields), step, way)
        self._do(tr("Saving the description…") if way is None else _going(way), work, then, then)

    def compare(self, source: str, file: Path) -> None:
        """Finds what becomes of the quotations from a source if `file` takes its place."""
        work = partial(self._work.compare, source, file)
        self._do(tr("Comparing the two versions…"), work, self._has_compared, self.said.emit)

    def compare_again(self) -> None:
        """The library is another since the versions were compared; what was decided stays."""
        if self.revision is not None and not self.at_work:
            work = partial(self._work.compare_again, self.revision)
            self._do(tr("Comparing the two versions…"), work, self._has_compared_again)

    def revise(self, revision: "Revision | None") -> None:
        """It was decided on, or is given up: None."""
        self.revision = revision
        self.revision_changed.emit()

    def put_in(self) -> None:
        """The new version that was worked through takes its source's place."""
        if self.revision is not None and not self.at_work:
            revision = self.revision
            work, then = partial(self._work.put_in, revision), partial(self._has_put_in, revision)
            self._do(revision_words.putting_in(again=revision.read_by is not None), work, then)

    def remove(self, source: str) -> None:
        """Takes a source from the library, if nothing quotes it: a step that can be undone."""
        then = partial(self._has_removed, source)
        self._do(tr("Removing the source…"), partial(self._work.remove, source), then, then)

    def keep_step(self, kind: CommandKind, batch: "Batch") -> "SourceStep":
        """What was written is a step that can be undone."""
        from counterpoint.application.importing.source_step import SourceStep

        step = SourceStep(self, kind, batch)
        self._history.do(step, self)
        return step

    def exchange(self, step: "SourceStep", way: Way) -> None:
        """Takes back what a step did with sources, or does it again: as part of undoing."""
        then = partial(self._has_exchanged, step, way)
        self._do(_going(way), partial(self._work.exchange, step), then, then)

    def leave_out(self, arrival: Arrival) -> None:
        """It goes from the list; nothing of it was stored, or all of it is."""
        self._listed.drop(lambda each: each.key == arrival.key)
        self.changed.emit()
        stored = arrival.standing is Standing.CAME_IN
        self.said.emit(words.off_the_list(arrival.name, stored=stored))

    def cancel(self) -> None:
        """What is being read is let go, and what was not begun; what has come in stays."""
        self._stop.set()
        self._waiting.clear()

    def stop(self) -> str:
        """The same; what to say where there is nothing to cancel."""
        if not self.at_work:
            return tr("Nothing is being imported.")
        self.cancel()
        return ""

    def _has_compared(self, outcome: object) -> None:
        from counterpoint.application.importing.revising import NotRevised, Revision

        if isinstance(outcome, Revision):
            self.revise(outcome)
            self.compared.emit()
        elif isinstance(outcome, NotRevised):
            self.revise(None)
            self.said.emit(revision_words.not_compared(outcome.why))

    def _has_compared_again(self, outcome: object) -> None:
        from counterpoint.application.importing.revising import NotRevised, Revision

        before = self.revision
        if isinstance(outcome, Revision) and before is not None:
            self.revise(outcome.carrying(before))
        elif isinstance(outcome, NotRevised):
            self.revise(None)
            self.said.emit(revision_words.given_up(outcome.why))

    def _has_read_again(self, arrival: Arrival, outcome: object) -> None:
        from counterpoint.application.importing.revising import NotRevised

        if isinstance(outcome, ReadAgain):
            step = self.keep_step(CommandKind.READ_AGAIN, outcome.batch)
            self._take_again(outcome.revision, step)
            self.said.emit(words.read_again(arrival.name))
        elif isinstance(outcome, NotRevised):
            self.said.emit(words.not_read_again(arrival.name, outcome.why))
        else:
            self._has_compared(outcome)

    def _take_again(self, revision: "Revision", step: "SourceStep") -> None:
        """The list has a document that came in as it was read again."""
        preview, choices = revision.report.preview, revision.read_by
        if choices is not None:
            came = (each for each in self.arrivals if each.standing is Standing.CAME_IN)
            here = [each for each in came if each.source == revision.source]
            self._listed.take([arrivals.read_again(each, preview, choices) for each in here], step)

    def _has_put_in(self, revision: "Revision", outcome: object) -> None:
        from counterpoint.application.importing.revising import NotRevised
        from counterpoint.application.importing.source_step import Batch

        if isinstance(outcome, Batch):
            self.revise(None)
            again = revision.read_by is not None
            kind = CommandKind.READ_AGAIN if again else CommandKind.REPLACE_SOURCE
            step = self.keep_step(kind, outcome)
            if not again:
                self._listed.drop(lambda each: _is_of(each, revision.file), step)
            else:
                self._take_again(revision, step)
            self.put.emit(revision.source, again)
        elif isinstance(outcome, NotRevised):
            again = revision.read_by is not None
            self._refuse(revision_words.not_put_in(outcome.why, again=again))

    def _has_removed(self, source: str, outcome: object) -> None:
        from counterpoint.application.importing.source_step import Batch

        if isinstance(outcome, Batch):
            step = self.keep_step(CommandKind.REMOVE_SOURCE, outcome)
            self._listed.drop(lambda each: each.source == source, step)
            self.said.emit(removal.removed(source))
        else:
            said = removal.not_removed(source, str(outcome))
            self._refuse(said)

    def _has_exchanged(self, step: "SourceStep", way: Way, why: object) -> None:
        if why:
            self._history.revise(lambda each: None if each is step else each)
            self._listed.forget(step)
            self._refuse(removal.not_exchanged(str(why)))
            return
        self._listed.exchange(step)
        many = len(step.batch.sources)
        self.said.emit(_gone(way, step.kind, many))

    def _has_described(
        self,
        source: str,
        fields: tuple[str, ...],
        step: DescriptionStep | None,
        way: Way | None,
        why_not: object,
    ) -> None:
        if way is not None and why_not:
            self._refuse(removal.not_exchanged(str(why_not)))
            return
        if way is not None:
            self.said.emit(_gone(way, CommandKind.DESCRIBE_SOURCE, 1))
        if step is not None and not why_not:
            self._history.do(step, self)
        self.described.emit(source, fields, str(why_not))

    def _refuse(self, why: str) -> None:
        """It stays until something else is tried."""
        self.noticed.emit(Noticed(_REFUSED, why))

    def _do(
        self,
        doing: str,
        work: Callable[[Report], object],
        then: Callable[[object], None],
        failed: Callable[[str], None] | None = None,
    ) -> None:
        self._refuse("")
        self._waiting.append(_Job(doing, work, then, failed or self._not_stored))
        if self._task is None:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            self.changed.emit()
            return
        self._stop.clear()
        job = self._waiting.popleft()
        self.doing = job.doing
        self._task = Task(job.work, (ImportRunning, NotWritten, OSError), self)
        self._task.progressed.connect(self.progressed)
        self._task.finished.connect(partial(self._on_done, job.then))
        self._task.failed.connect(partial(self._on_failed, job.failed))
        self._task.start()
        self.changed.emit()

    def _on_done(self, then: Callable[[object], None], outcome: object) -> None:
        self._task, self.doing = None, ""
        then(outcome)
        self._next()

    def _on_failed(self, failed: Callable[[str], None], error: Exception) -> None:
        self._task, self.doing = None, ""
        failed(sentence(self._work.why(error)))
        self._next()

    def _not_stored(self, why: str) -> None:
        self._refuse(tr("Nothing was stored: {why}", why=why))

    def _brought(self, paths: tuple[Path, ...], outcome: object) -> None:
        if isinstance(outcome, Stored) and not outcome.arrivals:
            self.said.emit(words.nothing_found([path.name for path in paths]))
            return
        self._took(outcome)

    def _took(self, outcome: object) -> None:
        """Takes up what became of documents. What has come in is a step that can be undone."""
        if not isinstance(outcome, Stored):
            return
        step = None
        if outcome.batch is not None:
            step = self.keep_step(CommandKind.IMPORT_SOURCES, outcome.batch)
        if outcome.arrivals:
            self.said.emit(self._became(outcome.arrivals))
        self._listed.take(outcome.arrivals, step)
        here = {each.key for each in self.arrivals if each.standing is Standing.WAITS}
        self._listed.take([each for each in outcome.others if each.key in here], None)

    def _became(self, found: list[Arrival]) -> str:
        """What became of documents, in a sentence: of one alone with why."""
        out_before = {each.key for each in self.arrivals if each.standing is Standing.LEFT_OUT}
        again = all(each.key in out_before for each in found)
        if len(found) == 1:
            (one,) = found
            if one.standing is Standing.LEFT_OUT:
                return words.was_left_out(one.name, why_left_out(one, self._title), again=again)
            if one.standing is Standing.WAITS:
                return words.waits_now(one.name)
            return words.came_in_now(one.name)
        counts = Counter(each.standing for each in found)
        came, waiting, out = (
            counts[each] for each in (Standing.CAME_IN, Standing.WAITS, Standing.LEFT_OUT)
        )
        return words.became(came, waiting, out, again=again)

    def _has_read_otherwise(self, outcome: object) -> None:
        for each in _listed(outcome):
            if isinstance(each, Arrival):
                self._listed.take([each], None)
                if each.standing is Standing.LEFT_OUT:
                    self.said.emit(words.was_left_out(each.name, why_left_out(each, self._title)))
                elif each.problem:
                    self.said.emit(words.waits_as_it_did(each.problem))


def _is_of(arrival: Arrival, file: Path) -> bool:
    """Whether it is that file, and in the library by no other way."""
    came = arrival.standing is Standing.CAME_IN
    return not came and arrival.preview.document.path == file


def _going(way: Way) -> str:
    return tr("Undoing…") if way is Way.UNDONE else tr("Doing it again…")


def _gone(way: Way, kind: CommandKind, many: int) -> str:
    return command.undone(kind, many) if way is Way.UNDONE else command.redone(kind, many)


def _listed(outcome: object) -> list[object]:
    return outcome if isinstance(outcome, list) else []
