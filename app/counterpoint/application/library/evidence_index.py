"""Evidence by its key and by its source, and replies by the source they stand in: each approach is
gone through once, however often it is asked for."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from counterpoint.domain.approach import Approach, ApproachSummary, Claim, Evidence
from counterpoint.domain.library import Passage, Reply
from counterpoint.domain.note import Target, TargetKind
from counterpoint.domain.span import Span


class EvidenceInPlace(NamedTuple):
    """A piece of evidence with everything that stands above it."""

    approach: ApproachSummary
    dimension: str
    claim: Claim
    evidence: Evidence

    @property
    def target(self) -> Target:
        return Target(
            TargetKind.EVIDENCE,
            self.approach.id,
            self.dimension,
            self.claim.id,
            self.evidence.key,
            self.evidence.source,
        )


class ReplyHere(NamedTuple):
    """What a passage replies to (`outgoing`) or is replied to by, told from its side."""

    reply: Reply
    outgoing: bool

    @property
    def here(self) -> Passage:
        return self.reply.by if self.outgoing else self.reply.to

    @property
    def other(self) -> Passage:
        return self.reply.to if self.outgoing else self.reply.by


def in_place(approach: Approach) -> Iterator[EvidenceInPlace]:
    """Every piece of evidence of an approach, in the order of its cells."""
    for position in approach.positions:
        for claim in position.claims:
            for piece in claim.evidence:
                yield EvidenceInPlace(approach.head, position.dimension, claim, piece)


class EvidenceIndex:
    """Of those approaches that it was asked about; `approach` reads one, and raises KeyError."""

    def __init__(self, approach: Callable[[str], Approach]) -> None:
        self._approach = approach
        self._by_key: dict[str, dict[str, EvidenceInPlace]] = {}
        self._by_source: dict[str, dict[str, list[EvidenceInPlace]]] = {}

    def without(
        self, approaches: Collection[str], approach: Callable[[str], Approach]
    ) -> "EvidenceIndex":
        """The same of a library in which these approaches are others."""
        made = EvidenceIndex(approach)
        made._by_key = {id: kept for id, kept in self._by_key.items() if id not in approaches}
        made._by_source = {id: kept for id, kept in self._by_source.items() if id in made._by_key}
        return made

    def find(self, key: str) -> EvidenceInPlace:
        """Raises KeyError if there is none."""
        approach = key.partition("/")[0]
        self._look_through(approach)
        return self._by_key[approach][key]

    def in_source(self, source: str, approaches: Iterable[str]) -> list[EvidenceInPlace]:
        """What `approaches` have from a source, in their order. Raises KeyError for an approach
        that there is not."""
        found: list[EvidenceInPlace] = []
        for approach in approaches:
            self._look_through(approach)
            found += self._by_source[approach].get(source, ())
        return found

    def _look_through(self, id: str) -> None:
        if id not in self._by_key:
            by_source: defaultdict[str, list[EvidenceInPlace]] = defaultdict(list)
            placed = list(in_place(self._approach(id)))
            for piece in placed:
                by_source[piece.evidence.source].append(piece)
            self._by_source[id] = by_source
            self._by_key[id] = {piece.evidence.key: piece for piece in reversed(placed)}


class ReplyIndex:
    """The replies of a library, by the source that either passage stands in."""

    def __init__(self, replies: Iterable[Reply]) -> None:
        self._by_source: defaultdict[str, list[tuple[Span, ReplyHere]]] = defaultdict(list)
        for reply in replies:
            for outgoing in (True, False):
                found = ReplyHere(reply, outgoing)
                span = found.here.standing.span
                if span is not None:
                    self._by_source[found.here.source].append((span, found))

    def at(self, source: str, span: Span | None) -> tuple[ReplyHere, ...]:
        """What replies to, or is replied to by, a passage that shares words with `span`."""
        if span is None:
            return ()
        there = self._by_source.get(source, ())
        return tuple(found for stands, found in there if stands.overlaps(span))
