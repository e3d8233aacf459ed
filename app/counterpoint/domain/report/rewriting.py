"""Going through a report and changing its words, whatever they stand in."""

from collections.abc import Callable
from dataclasses import replace

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

Change = Callable[[Inline], tuple[Inline, ...]]


def rewritten(blocks: tuple[Block, ...], change: Change) -> tuple[Block, ...]:
    """`blocks` with each inline, in the order of reading and those within others first, in the
    place of which `change` gives what it likes. Words of quotations are never changed."""
    return tuple(_block(block, change) for block in blocks)


def _block(block: Block, change: Change) -> Block:
    match block:
        case Heading() | Paragraph():
            return replace(block, inside=_run(block.inside, change))
        case Quotation():
            return replace(block, attribution=_run(block.attribution, change))
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
                found += change(replace(inline, inside=_run(inline.inside, change)))
            case Text() | Code() | Cite() | LineBreak():
                found += change(inline)
    return tuple(found)


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
