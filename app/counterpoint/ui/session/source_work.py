"""What is done with the sources of a library off the window's thread, and what came of it."""

import threading
from collections.abc import Callable, Container
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from counterpoint.application.failures import NotWritten, not_foreseen, told
from counterpoint.application.importing import arrivals
from counterpoint.application.importing.arrivals import Arrival, Standing
from counterpoint.application.importing.documents import find_documents
from counterpoint.application.importing.import_lock import ImportRunning
from counterpoint.application.importing.importing import Importing
from counterpoint.application.importing.in_turn import in_turn
from counterpoint.labels import arrival as words
from counterpoint.labels import revision as revision_words
from counterpoint.labels.text import sentence
from counterpoint.ui.tasks.task import Report

if TYPE_CHECKING:  # takes long to be there: imported by the thread that compares
    from counterpoint.application.importing.revising import NotRevised, Revision
    from counterpoint.application.importing.source_step import Batch, SourceStep


class Stored(NamedTuple):
    """What became of documents, and what was stored of them."""

    arrivals: list[Arrival]
    batch: "Batch | None"
    others: tuple[Arrival, ...] = ()
    """Some that wait on, and of which there is more to say since."""


class ReadAgain(NamedTuple):
    """A document that was read otherwise and is in its own place."""

    revision: "Revision"
    batch: "Batch"


class SourceWork:
    """In one library. `stop` is set where a person lets go what is being read; `arrivals` gives the
    documents as they are listed now."""

    def __init__(
        self, folder: Path, stop: threading.Event, arrivals: Callable[[], tuple[Arrival, ...]]
    ) -> None:
        self._folder, self._stop, self._arrivals = folder, stop, arrivals

    def bring_in(self, paths: tuple[Path, ...], report: Report) -> Stored:
        """Documents, and folders of them. Those of which none could be stored are told too."""
        documents = find_documents(paths)
        brought = {document.shown for document in documents}
        others: list[Arrival] = []

        def bring_in() -> list[Arrival]:
            with Importing(self._folder) as importing:
                told, stopped = _by_name(report), self._stop.is_set
                waiting = self._waiting_but(brought)
                come = arrivals.bring_in(importing, documents, told, stopped, waiting)
                others[:] = arrivals.looked_at_again(importing, waiting, come)
                return come

        try:
            found = self._in_turn(bring_in, report)
        except ImportRunning:
            found = arrivals.not_taken(documents, words.waited_for_another(), busy=True)
        except (NotWritten, OSError) as error:
            found = arrivals.not_taken(documents, self.why(error), busy=False)
        return self._stored(found)._replace(others=tuple(others))

    def store(self, wanted: tuple[Arrival, ...], report: Report) -> Stored:
        """What has waited, as it waits now. Raises ImportRunning, NotWritten and OSError."""
        still = list(filter(None, map(self._as_it_waits, wanted)))

        def store() -> list[Arrival]:
            with Importing(self._folder) as importing:
                return arrivals.store(importing, still, _unnamed(report))

        found = self._in_turn(store, report)
        come = [
            each._replace(source=now.source)
            for each, now in zip(still, found, strict=True)
            if now.standing is Standing.CAME_IN
        ]
        waiting = self._waiting_but({each.key for each in still})
        others = tuple(arrivals.like_stored(waiting, come))
        return self._stored(found)._replace(others=others)

    def read_otherwise(
        self, arrival: Arrival, what: str, value: str, _report: Report
    ) -> list[Arrival]:
        still = self._as_it_waits(arrival)
        if still is None:
            return []
        with Importing(self._folder) as importing:
            return [arrivals.read_otherwise(importing, still, what, value)]

    def read_again(
        self, arrival: Arrival, what: str, value: str, _report: Report
    ) -> "ReadAgain | Revision | NotRevised":
        from counterpoint.application.importing import revising

        choices = arrivals.decided(arrival.choices, what, value)
        file = arrivals.file_of(self._folder, arrival)
        try:
            revision = revising.compare(self._folder, arrival.source, file, choices)
            if revision.open:
                return revision
            return ReadAgain(revision, revising.put_in(self._folder, revision))
        except revising.NotRevised as error:
            return error

    def compare(self, source: str, file: Path, report: Report) -> "Revision | NotRevised":
        from counterpoint.application.importing import revising

        report(0, 0, revision_words.comparing(file.name))
        try:
            return revising.compare(self._folder, source, file)
        except revising.NotRevised as error:
            return error

    def compare_again(self, revision: "Revision", _report: Report) -> "Revision | NotRevised":
        from counterpoint.application.importing import revising

        try:
            return revising.compare(self._folder, revision.source, revision.file, revision.read_by)
        except revising.NotRevised as error:
            return error

    def put_in(self, revision: "Revision", _report: Report) -> "Batch | NotRevised":
        from counterpoint.application.importing import revising

        try:
            return revising.put_in(self._folder, revision)
        except revising.NotRevised as error:
            return error

    def remove(self, source: str, _report: Report) -> "Batch | str":
        from counterpoint.application.importing.source_step import GOES_NOT, remove, why_not

        try:
            return remove(self._folder, source)
        except GOES_NOT as error:
            return why_not(error)

    def exchange(self, step: "SourceStep", _report: Report) -> str:
        """Why it could not be; "" where it could."""
        from counterpoint.application.importing.source_step import GOES_NOT, why_not

        try:
            step.batch.exchange()
        except GOES_NOT as error:
            return why_not(error)
        return ""

    def describe(
        self, source: str, fields: dict[str, str], before: dict[str, str], _report: Report
    ) -> str:
        """Why it could not be; "" where it could."""
        from counterpoint.application.editing.told import REFUSALS, why_not
        from counterpoint.application.library.describing import describe

        try:
            describe(self._folder, source, fields, before)
        except REFUSALS as error:
            return why_not(error)
        except NotWritten as error:
            return sentence(told(error))
        return ""

    def why(self, error: Exception) -> str:
        """Why it was not done: a phrase."""
        if isinstance(error, OSError):
            error = not_foreseen(error, self._folder)
        return told(error) if isinstance(error, NotWritten) else words.busy()

    def _in_turn(self, work: Callable[[], list[Arrival]], report: Report) -> list[Arrival]:
        return in_turn(work, lambda: report(0, 0, words.waiting()), self._stop)

    def _waiting_but(self, keys: Container[str]) -> list[Arrival]:
        """What else waits."""
        waiting = (each for each in self._arrivals() if each.standing is Standing.WAITS)
        return [each for each in waiting if each.key not in keys]

    def _as_it_waits(self, wanted: Arrival) -> Arrival | None:
        """None where it was stored, or left out, while this was in the queue."""
        here = (each for each in self._arrivals() if each.key == wanted.key)
        return next((each for each in here if each.standing is Standing.WAITS), None)

    def _stored(self, found: list[Arrival]) -> Stored:
        from counterpoint.application.importing.source_step import brought_in

        come = [each.source for each in found if each.standing is Standing.CAME_IN]
        return Stored(found, brought_in(self._folder, come) if come else None)


def _by_name(report: Report) -> Report:
    """Tells of a file by its name; who looks on knows the folders."""
    return lambda done, total, shown: report(done, total, Path(shown).name if shown else "")


def _unnamed(report: Report) -> Report:
    """Tells how much is done of what has no names any more."""
    return lambda done, total, _shown: report(done, total, "")
