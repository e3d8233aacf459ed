"""Which sources a report cites, and by what signs of places."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from counterpoint.application.report.words.wording import source_id
from counterpoint.domain.report.blocks import (
    Block,
    Cite,
    Emphasis,
    Footnote,
    Inline,
    Link,
    Named,
    Raised,
    Strong,
    inlines,
    plain,
)
from counterpoint.domain.report.material import Material


class Cited(NamedTuple):
    sources: tuple[str, ...] = ()
    """Ids, in the order in which they are cited first."""
    signs: frozenset[str] = frozenset()
    """Of "¶", "§", "1" for a number alone and "" for nothing, what stands behind the number of a
    source."""


def cited_in(material: Material, blocks: Iterable[Block]) -> Cited:
    """What `blocks` cite, whose Cites need not be in words yet."""
    by_target = {f"#{source_id(source.id)}": source.id for source in material.sources}
    sources: dict[str, None] = {}
    signs: set[str] = set()
    for block in blocks:
        for inline in _each(run for run in inlines(block)):
            if isinstance(inline, Cite):
                sources.setdefault(inline.source)
            elif isinstance(inline, Link) and inline.target in by_target:
                sources.setdefault(by_target[inline.target])
                signs |= _signs(plain(inline.inside))
    return Cited(tuple(sources), frozenset(signs))


def _signs(words: str) -> set[str]:
    found = {sign for sign in "¶§" if sign in words}
    bare = any(each.strip().isdecimal() for each in words.partition("\u00a0")[2].split(","))
    return found | ({"1"} if bare else set()) or {""}


def _each(runs: Iterable[tuple[Inline, ...]]) -> Iterator[Inline]:
    for run in runs:
        for inline in run:
            yield inline
            if isinstance(inline, Strong | Emphasis | Raised | Link | Named | Footnote):
                yield from _each((inline.inside,))
