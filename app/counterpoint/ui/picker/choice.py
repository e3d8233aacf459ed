"""Which approaches are shown, and the order of all of them. Knows no widget."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Self

from counterpoint.domain.approach import ApproachSummary
from counterpoint.labels.approach import status


@dataclass(frozen=True, slots=True)
class Choice:
    """`order` holds every approach's id, `shown` those that are columns."""

    order: tuple[str, ...] = ()
    shown: frozenset[str] = frozenset()

    @property
    def columns(self) -> list[str]:
        """What is shown, in order."""
        return [id for id in self.order if id in self.shown]

    def with_shown(self, ids: Collection[str], *, shown: bool) -> Self:
        """With these shown, or hidden."""
        known = frozenset(ids) & frozenset(self.order)
        return replace(self, shown=self.shown | known if shown else self.shown - known)

    def only(self, ids: Collection[str]) -> Self:
        return replace(self, shown=frozenset(ids) & frozenset(self.order))

    def moved(self, id: str, to: int) -> Self:
        """With `id` at the place `to` among all, counted from 0 once it is taken out."""
        if id not in self.order:
            return self
        order = [one for one in self.order if one != id]
        order.insert(max(0, min(to, len(order))), id)
        return replace(self, order=tuple(order))


def matching(heads: Sequence[ApproachSummary], words: str) -> list[ApproachSummary]:
    """Those in which every one of `words` occurs: in the title, gist, status or a proponent. An
    approach's whole cue matches too."""
    wanted = words.casefold().split()
    return [head for head in heads if all(_has(head, word) for word in wanted)]


def _has(head: ApproachSummary, word: str) -> bool:
    names = (proponent.name for proponent in head.proponents)
    said_status = status(head.status) if head.status else ""
    said = (head.title, head.gist, said_status, head.status_note, *names)
    return word == head.cue.casefold() or any(word in text.casefold() for text in said)
