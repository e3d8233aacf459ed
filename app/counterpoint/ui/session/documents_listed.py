"""The documents that were brought in, as they are listed, and how the list goes back with the steps
of the history."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from counterpoint.application.importing.arrivals import Arrival, Standing
from counterpoint.domain.document_likeness import Likeness
from counterpoint.labels import arrival as words
from counterpoint.labels.text import set_apart

if TYPE_CHECKING:
    from counterpoint.application.importing.source_step import SourceStep

_Rows = dict[str, Arrival | None]
"""Documents by their keys; None for one that is not in the list."""


class DocumentsListed:
    """What a step did to the list is taken back with it, and done again."""

    def __init__(self) -> None:
        self.all: tuple[Arrival, ...] = ()
        self._other: dict[SourceStep, _Rows] = {}
        """What the list has of some documents on the other side of a step."""

    def take(self, come: Iterable[Arrival], step: "SourceStep | None") -> None:
        """Those that are in the list already come where they are, new ones above them; `step` is
        that which stored them, if any were."""
        by_key = {each.key: each for each in come}
        if step is not None:
            # What waits, or was left out, is nothing that the step has done.
            stored = (key for key, each in by_key.items() if each.standing is Standing.CAME_IN)
            self._keep(step, stored)
        self._put(by_key)

    def drop(self, goes: Callable[[Arrival], bool], step: "SourceStep | None" = None) -> None:
        """Those go, by `step` if there is one."""
        gone = {each.key: None for each in self.all if goes(each)}
        if step is not None:
            self._keep(step, gone)
        self._put(gone)

    def exchange(self, step: "SourceStep") -> None:
        """The step was taken back, or done again."""
        other = self._other.get(step, {})
        self._keep(step, other)
        self._put(other)

    def forget(self, step: "SourceStep") -> None:
        """It is no step any more."""
        self._other.pop(step, None)

    def _keep(self, step: "SourceStep", keys: Iterable[str]) -> None:
        here = {each.key: each for each in self.all}
        self._other[step] = {key: here.get(key) for key in keys}

    def _put(self, rows: Mapping[str, Arrival | None]) -> None:
        here = {each.key for each in self.all}
        new = [each for key, each in rows.items() if each is not None and key not in here]
        old = [rows.get(each.key, each) for each in self.all]
        self.all = (*new, *(each for each in old if each is not None))


def likeness(arrival: Arrival, title: Callable[[str], str]) -> str:
    """What it is like, in a sentence; "" for nothing. `title` gives what tells a source from
    others, for its id, or ""."""
    preview, like = arrival.preview, arrival.preview.like
    if like is None:
        return ""
    new = like.likeness is Likeness.NEW_VERSION
    if preview.beside:
        file = set_apart(preview.beside)
        return words.version_beside(file) if new else words.same_text_beside(file)
    called = title(like.id) or like.id
    return words.version_of(called) if new else words.same_text_as(called)


def why_left_out(arrival: Arrival, title: Callable[[str], str]) -> str:
    """In a sentence; `title` gives what tells a source from others, for its id, or ""."""
    if arrival.preview.beside:
        return words.same_file_beside(set_apart(arrival.preview.beside))
    if arrival.source and arrival.preview.like is not None:
        return words.here_already(title(arrival.source) or arrival.source)
    return words.why_left_out(arrival.problem)
