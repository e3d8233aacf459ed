"""Going through a report and changing its words, whatever they stand in."""

from collections.abc import Callable
from dataclasses import replace
from operator import is_
from typing import TypeVar

from .blocks import (
    Block,
    Cite,
    Code,
    Emphasis,
    Footnote,
    Heading,
    Inline,
    Landscape,
    LineBreak,
    Link,
    Listing,
    Named,
    Paragraph,
    Quotation,
    Raised,
    Remark,
    Strong,
    Table,
    Text,
    ids,
)

T = TypeVar("T")
Change = Callable[[Inline], tuple[Inline, ...]]


def rewritten(blocks: tuple[Block, ...], change: Change) -> tuple[Block, ...]:
    """`blocks` with each inline, in the order of reading and those within others first, in the
    place of which `change` gives what it likes. Words of quotations are never changed. What has
    nothing new in it is the very same: to make each anew took as long as all the rest."""
    return _kept(blocks, tuple([_block(block, change) for block in blocks]))


def _kept(before: tuple[T, ...], made: tuple[T, ...]) -> tuple[T, ...]:
    return before if len(before) == len(made) and all(map(is_, before, made)) else made


def _block(block: Block, change: Change) -> Block:
    match block:
        case Heading() | Paragraph():
            inside = _run(block.inside, change)
            return block if inside is block.inside else replace(block, inside=inside)
        case Quotation():
            said = _run(block.attribution, change)
            return block if said is block.attribution else replace(block, attribution=said)
        case Listing():
            return replace(block, items=tuple(rewritten(item, change) for item in block.items))
        case Table():
            columns = tuple(
                replace(column, heading=_run(column.heading, change)) for column in block.columns
            )
            rows = tuple(tuple(rewritten(cell, change) for cell in row) for row in block.rows)
            return replace(block, columns=columns, rows=rows)
        case Remark() | Landscape():
            return replace(block, inside=rewritten(block.inside, change))
    return block


def _run(run: tuple[Inline, ...], change: Change) -> tuple[Inline, ...]:
    found: list[Inline] = []
    for inline in run:
        match inline:
            case Strong() | Emphasis() | Raised() | Link() | Named() | Footnote():
                inside = _run(inline.inside, change)
                same = inside is inline.inside
                found += change(inline if same else replace(inline, inside=inside))
            case Text() | Code() | Cite() | LineBreak():
                found += change(inline)
    return _kept(run, tuple(found))


def with_live_links(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Links to what is not among `blocks` become their words alone."""
    there = {f"#{id}" for id in ids(blocks)}

    def live(inline: Inline) -> tuple[Inline, ...]:
        if (
            isinstance(inline, Link)
            and inline.target.startswith("#")
            and inline.target not in there
        ):
            return inline.inside
        return (inline,)

    return rewritten(blocks, live)


def with_even_headings(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """No heading more than one level below the one before it, the first on level 1: so that the
    outline has no holes, which a screen reader would stumble over."""
    return _Levels().even(blocks)


class _Levels:
    def __init__(self) -> None:
        self._last = 0

    def even(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(map(self._block, blocks))

    def _block(self, block: Block) -> Block:
        match block:
            case Heading():
                self._last = min(block.level, self._last + 1)
                return replace(block, level=self._last)
            case Listing():
                return replace(block, items=tuple(map(self.even, block.items)))
            case Remark() | Landscape():
                return replace(block, inside=self.even(block.inside))
        return block
