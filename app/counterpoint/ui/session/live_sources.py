"""The sources of a library being brought in, as Qt sees it: work off the window's thread, one piece
after another, and what came of it."""

import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from counterpoint.application.editing.description_step import DescriptionStep
from counterpoint.application.failures import NotWritten, not_foreseen, told
from counterpoint.application.history import History
from counterpoint.application.importing import arrivals
from counterpoint.application.importing.arrivals import Arrival, Standing
from counterpoint.application.importing.documents import find_documents
from counterpoint.application.importing.import_lock import ImportRunning
from counterpoint.application.importing.importing import Importing
from counterpoint.application.places import same_folder, shipped_library
from counterpoint.domain.command_kind import CommandKind
from counterpoint.labels import arrival as words
from counterpoint.labels import removal
from counterpoint.labels import revision as revision_words
from counterpoint.labels.text import sentence
from counterpoint.labels.translation import tr
from counterpoint.ui.tasks.task import Report, Task

from .noticed import Noticed

if TYPE_CHECKING:  # takes long to be there: imported by the thread that compares
    from counterpoint.application.importing.revising import NotRevised, Revision
    from counterpoint.application.importing.source_step import Batch, SourceStep


_REFUSED = "sources"


class _Job(NamedTuple):
    work: Callable[[Report], object]
    then: Callable[[object], None]
    failed: Callable[[str], None]
    """Told in a sentence why the system, or another import, did not let it be done."""


class _Stored(NamedTuple):
    """What became of documents, and what was stored of them."""

    arrivals: list[Arrival]
    batch: "Batch | None"


class LiveSources(QObject):
    """One for each library in a window. Panes follow `arrivals` by `changed`; what has to be asked
    of a person, such as for files, the window hears of by `files_wanted` and `folder_wanted`."""

    changed = Signal()
    """`arrivals` are others now, or whether it is at work."""
    progressed = Signal(int, int, str)
    said = Signal(str)
    noticed = Signal(object)
    """A `Noticed`: why something was not done, with all that is to be done first."""
    put = Signal(str)
    """The id of the source that a new version has taken the place of."""
    described = Signal(str, object, str)
    """A source, the fields of its description, and why they were not saved, or ""."""
    brought = Signal(object)
    """Paths that were dropped."""
    replace_wanted = Signal(str)
    """The id of a source of which a new version is to take the place; "" for the one chosen."""
    remove_wanted = Signal(str)
    """The id of a source that is to go from the library."""
    compared = Signal()
    """`revision` is there to be worked through."""
    compared_with = Signal(str, object)
    """The id of a source, and the path of a document that may be its new version."""
    revision_changed = Signal()
    """`revision` is another: compared, decided on, put in or given up."""
    own_library_wanted = Signal(object)
    """Paths were brought into the library that comes with the app: another has to take them."""
    files_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, folder: Path, history: History, parent: QObject) -> None:
        super().__init__(parent)
        self.folder = folder
        self._history = history
        self.read_only = same_folder(folder, shipped_library())
        self.arrivals: tuple[Arrival, ...] = ()
        self.revision: Revision | None = None
        """The new version that is being worked through."""
        self._waiting: deque[_Job] = deque()
        self._task: Task | None = None
        self._stop = threading.Event()

    @property
    def at_work(self) -> bool:
        return self._task is not None

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Documents, and folders of them."""
        if self.read_only:
            self.own_library_wanted.emit(tuple(paths))
            return
        self._do(partial(self._bring_in, tuple(paths)), partial(self._brought, tuple(paths)))

    def store(self, wanted: Sequence[Arrival]) -> None:
        """What has waited."""
        self._do(partial(self._store, tuple(wanted)), self._took)

    def read_otherwise(self, arrival: Arrival, what: str, value: str) -> None:
        """A document that waits, with one guess, by its name, decided so."""
        self._do(partial(self._read_otherwise, arrival, what, value), self._took)

    def describe(self, source: str, fields: Mapping[str, str], before: Mapping[str, str]) -> None:
        """Corrects what is said of a source, where it says `before`: a step that can be undone.
        `described` tells whether it was."""
        step = DescriptionStep(self, source, {name: before[name] for name in fields}, dict(fields))
        self._write_description(source, fields, before, step)

    def write_description(
        self, source: str, fields: Mapping[str, str], before: Mapping[str, str]
    ) -> None:
        """The same as part of undoing."""
        self._write_description(source, fields, before, None)

    def _write_description(
        self,
        source: str,
        fields: Mapping[str, str],
        before: Mapping[str, str],
        step: DescriptionStep | None,
    ) -> None:
        work = partial(self._describe, source, dict(fields), dict(before))
        then = partial(self._has_described, source, tuple(fields), step)
        self._do(work, then, then)

    def compare(self, source: str, file: Path) -> None:
        """Finds what becomes of the quotations from a source if `file` takes its place."""
        work = partial(self._compare, source, file)
        self._do(work, self._has_compared, self.said.emit)

    def revise(self, revision: "Revision | None") -> None:
        """It was decided on, or is given up: None."""
        self.revision = revision
        self.revision_changed.emit()

    def put_in(self) -> None:
        """The new version that was worked through takes its source's place."""
        if self.revision is not None and not self.at_work:
            revision = self.revision
            self._do(partial(self._put_in, revision), partial(self._has_put_in, revision))

    def remove(self, source: str) -> None:
        """Takes a source from the library, if nothing quotes it: a step that can be undone."""
        then = partial(self._has_removed, source)
        self._do(partial(self._remove, source), then, then)

    def exchange(self, step: "SourceStep") -> None:
        """Takes back what a step did with sources, or does it again: as part of undoing."""
        then = partial(self._has_exchanged, step)
        self._do(partial(self._exchange, step), then, then)

    def leave_out(self, arrival: Arrival) -> None:
        """It goes from the list; nothing of it was stored, or all of it is."""
        self.arrivals = tuple(each for each in self.arrivals if each.key != arrival.key)
        self.changed.emit()

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

    # On a thread of its own

    def _bring_in(self, paths: tuple[Path, ...], report: Report) -> _Stored:
        documents = find_documents(paths)
        try:
            with Importing(self.folder) as importing:
                found = arrivals.bring_in(importing, documents, _by_name(report), self._stop.is_set)
        except ImportRunning:
            found = arrivals.not_taken(documents, words.waits_for_another(), busy=True)
        except (NotWritten, OSError) as error:
            found = arrivals.not_taken(documents, self._why(error), busy=False)
        return self._stored(found)

    def _store(self, wanted: tuple[Arrival, ...], report: Report) -> _Stored:
        still = list(filter(None, map(self._as_it_waits, wanted)))
        with Importing(self.folder) as importing:
            return self._stored(arrivals.store(importing, still, _by_name(report)))

    def _as_it_waits(self, wanted: Arrival) -> Arrival | None:
        """None where it was stored, or left out, while this was in the queue."""
        here = (each for each in self.arrivals if each.key == wanted.key)
        return next((each for each in here if each.standing is Standing.WAITS), None)

    def _stored(self, found: list[Arrival]) -> _Stored:
        from counterpoint.application.importing.source_step import brought_in

        come = [each.source for each in found if each.standing is Standing.CAME_IN]
        return _Stored(found, brought_in(self.folder, come) if come else None)

    def _read_otherwise(
        self, arrival: Arrival, what: str, value: str, _report: Report
    ) -> list[Arrival]:
        still = self._as_it_waits(arrival)
        if still is None:
            return []
        with Importing(self.folder) as importing:
            return [arrivals.read_otherwise(importing, still, what, value)]

    def _compare(self, source: str, file: Path, report: Report) -> "Revision | NotRevised":
        from counterpoint.application.importing import revising

        report(0, 0, file.name)
        try:
            return revising.compare(self.folder, source, file)
        except revising.NotRevised as error:
            return error

    def _put_in(self, revision: "Revision", _report: Report) -> "Batch | NotRevised":
        from counterpoint.application.importing import revising

        try:
            return revising.put_in(self.folder, revision)
        except revising.NotRevised as error:
            return error

    def _remove(self, source: str, _report: Report) -> "Batch | str":
        from counterpoint.application.importing.source_step import GOES_NOT, remove, why_not

        try:
            return remove(self.folder, source)
        except GOES_NOT as error:
            return why_not(error)

    def _exchange(self, step: "SourceStep", _report: Report) -> str:
        """Why it could not be; "" where it could."""
        from counterpoint.application.importing.source_step import GOES_NOT, why_not

        try:
            step.batch.exchange()
        except GOES_NOT as error:
            return why_not(error)
        return ""

    def _describe(
        self, source: str, fields: dict[str, str], before: dict[str, str], _report: Report
    ) -> str:
        """Why it could not be; "" where it could."""
        from counterpoint.application.editing.told import REFUSALS, why_not
        from counterpoint.application.library.describing import describe

        try:
            describe(self.folder, source, fields, before)
        except REFUSALS as error:
            return why_not(error)
        except NotWritten as error:
            return sentence(told(error))
        return ""

    def _why(self, error: Exception) -> str:
        """Why it was not done: a phrase."""
        if isinstance(error, OSError):
            error = not_foreseen(error, self.folder)
        return told(error) if isinstance(error, NotWritten) else words.busy()

    # On the window's

    def _has_compared(self, outcome: object) -> None:
        from counterpoint.application.importing.revising import NotRevised, Revision

        if isinstance(outcome, Revision):
            self.revise(outcome)
            self.compared.emit()
        elif isinstance(outcome, NotRevised):
            self.revise(None)
            self.said.emit(revision_words.not_compared(outcome.why))

    def _has_put_in(self, revision: "Revision", outcome: object) -> None:
        from counterpoint.application.importing.revising import NotRevised
        from counterpoint.application.importing.source_step import Batch

        if isinstance(outcome, Batch):
            self.revise(None)
            self.arrivals = tuple(
                each for each in self.arrivals if each.preview.document.path != revision.file
            )
            self._keep_step(CommandKind.REPLACE_SOURCE, outcome)
            self.put.emit(revision.source)
        elif isinstance(outcome, NotRevised):
            self._refuse(revision_words.not_put_in(outcome.why))

    def _has_removed(self, source: str, outcome: object) -> None:
        from counterpoint.application.importing.source_step import Batch

        if isinstance(outcome, Batch):
            self._keep_step(CommandKind.REMOVE_SOURCE, outcome)
            self._forget((source,))
            self.said.emit(removal.removed(source))
        else:
            said = removal.not_removed(source, str(outcome))
            self._refuse(said)

    def _has_exchanged(self, step: "SourceStep", why: object) -> None:
        if why:
            self._history.revise(lambda each: None if each is step else each)
            self._refuse(removal.not_exchanged(str(why)))
        elif step.kind is CommandKind.IMPORT_SOURCES:
            self._forget(step.batch.sources)

    def _keep_step(self, kind: CommandKind, batch: "Batch") -> None:
        from counterpoint.application.importing.source_step import SourceStep

        self._history.do(SourceStep(self, kind, batch), self)

    def _forget(self, sources: Sequence[str]) -> None:
        """What came in and is there no longer goes from the list too."""
        self.arrivals = tuple(each for each in self.arrivals if each.source not in sources)

    def _has_described(
        self, source: str, fields: tuple[str, ...], step: DescriptionStep | None, why_not: object
    ) -> None:
        if step is None and why_not:  # of an undo, or a redo
            self._refuse(removal.not_exchanged(str(why_not)))
            return
        if step is not None and not why_not:
            self._history.do(step, self)
        self.described.emit(source, fields, str(why_not))

    def _refuse(self, why: str) -> None:
        """It stays until something else is tried."""
        self.noticed.emit(Noticed(_REFUSED, why))

    def _do(
        self,
        work: Callable[[Report], object],
        then: Callable[[object], None],
        failed: Callable[[str], None] | None = None,
    ) -> None:
        self._refuse("")
        self._waiting.append(_Job(work, then, failed or self._not_stored))
        if self._task is None:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            self.changed.emit()
            return
        self._stop.clear()
        job = self._waiting.popleft()
        self._task = Task(job.work, (ImportRunning, NotWritten, OSError), self)
        self._task.progressed.connect(self.progressed)
        self._task.finished.connect(partial(self._on_done, job.then))
        self._task.failed.connect(partial(self._on_failed, job.failed))
        self._task.start()
        self.changed.emit()

    def _on_done(self, then: Callable[[object], None], outcome: object) -> None:
        self._task = None
        then(outcome)
        self._next()

    def _on_failed(self, failed: Callable[[str], None], error: Exception) -> None:
        self._task = None
        failed(sentence(self._why(error)))
        self._next()

    def _not_stored(self, why: str) -> None:
        self._refuse(tr("Nothing was stored: {why}", why=why))

    def _brought(self, paths: tuple[Path, ...], outcome: object) -> None:
        if isinstance(outcome, _Stored) and not outcome.arrivals:
            self.said.emit(words.nothing_found([path.name for path in paths]))
            return
        self._took(outcome)

    def _took(self, outcome: object) -> None:
        """Takes up what became of documents: those that are in the list already where they are,
        new ones above them. What has come in is a step that can be undone."""
        if isinstance(outcome, _Stored):
            if outcome.batch is not None:
                self._keep_step(CommandKind.IMPORT_SOURCES, outcome.batch)
            outcome = outcome.arrivals
        come = [each for each in _listed(outcome) if isinstance(each, Arrival)]
        by_key = {each.key: each for each in come}
        here = {each.key for each in self.arrivals}
        new = tuple(each for each in come if each.key not in here)
        self.arrivals = new + tuple(by_key.get(each.key, each) for each in self.arrivals)


def _by_name(report: Report) -> Report:
    """Tells of a file by its name; who looks on knows the folders."""
    return lambda done, total, shown: report(done, total, Path(shown).name if shown else "")


def _listed(outcome: object) -> list[object]:
    return outcome if isinstance(outcome, list) else []
