"""Which passages each source holds, found approach by approach as they are read."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from counterpoint.application.library.opened_library import EvidenceInPlace, OpenedLibrary
from counterpoint.domain.approach import ApproachSummary, Coverage, Position

AT_THE_END = 1 << 62
"""Where a passage is put in order that is nowhere in its text."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words of one source, quoted for one approach by one or more claims."""

    pieces: tuple[EvidenceInPlace, ...]

    @property
    def first(self) -> EvidenceInPlace:
        return self.pieces[0]


@dataclass(frozen=True, slots=True)
class Group:
    """The passages of one source that bear on one approach, in the order of the text."""

    approach: ApproachSummary
    passages: tuple[Passage, ...]

    @property
    def claims(self) -> int:
        return len({piece.claim.id for passage in self.passages for piece in passage.pieces})


class PassagesBySource:
    """Reads the approaches that are asked for, one at a time, and keeps what was found.

    So a library of many thousand claims can be gathered between two paints, and an approach that
    nobody asks for costs nothing.
    """

    def __init__(self, library: OpenedLibrary) -> None:
        self._library = library
        self._waiting: deque[str] = deque()
        self._groups: dict[str, dict[str, Group]] = {}
        """By source and approach."""
        self._gaps: dict[str, tuple[Position, ...]] = {}

    def ask(self, approaches: Iterable[str]) -> None:
        """These are to be read, if they are not yet. Ids that the library lacks are passed over."""
        known = {head.id for head in self._library.contents.approaches}
        for id in approaches:
            if id in known and id not in self._gaps and id not in self._waiting:
                self._waiting.append(id)

    @property
    def waiting(self) -> int:
        """How many approaches are still to be read."""
        return len(self._waiting)

    def read_next(self) -> bool:
        """Reads one approach; False if none is waiting. Raises as `approach` does."""
        if not self._waiting:
            return False
        id = self._waiting[0]
        approach = self._library.approach(id)
        found: dict[str, dict[str, list[EvidenceInPlace]]] = {}
        for placed in self._library.placed([id]):
            piece = placed.evidence
            passages = found.setdefault(piece.source, {})
            passages.setdefault(piece.quotation.words, []).append(placed)
        for source, passages in found.items():
            ordered = sorted((Passage(tuple(same)) for same in passages.values()), key=_place)
            self._groups.setdefault(source, {})[id] = Group(approach.head, tuple(ordered))
        gaps = (place for place in approach.positions if place.coverage is Coverage.GAP)
        self._gaps[id] = tuple(gaps)
        self._waiting.popleft()
        return True

    def groups(self, source: str, approaches: Iterable[str]) -> tuple[Group, ...]:
        """What was found in a source for these approaches, in their order."""
        found = self._groups.get(source)
        return tuple(found[id] for id in approaches if id in found) if found else ()

    def gaps(self, approach: str) -> tuple[Position, ...]:
        """The gaps of an approach that was read, else none."""
        return self._gaps.get(approach, ())


def _place(passage: Passage) -> tuple[int, int]:
    span = passage.first.evidence.standing.span
    return (span.start, span.end) if span else (AT_THE_END, 0)
