"""Going through a report and changing its words, whatever they stand in."""

from collections.abc import Callable
from dataclasses import replace
from operator import is_
from typing import TypeVar

from .blocks import (
    Block,
    Cell,
    Cite,
    Code,
    Column,
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
BlockChange = Callable[[Block], Block]


def rewritten(
    blocks: tuple[Block, ...], change: Change | None = None, of_block: BlockChange | None = None
) -> tuple[Block, ...]:
    """`blocks` with each inline, in the order of reading and those within others first, in the
    place of which `change` gives what it likes; and then each block as `of_block` makes it, those
    within others first. `change` never changes words of quotations. What has nothing new in it is
    the very same: to make each anew took as long as all the rest."""
    return _kept(blocks, tuple([_block(block, change, of_block) for block in blocks]))


def _kept(before: tuple[T, ...], made: tuple[T, ...]) -> tuple[T, ...]:
    return before if len(before) == len(made) and all(map(is_, before, made)) else made


def _block(block: Block, change: Change | None, of_block: BlockChange | None) -> Block:
    made = _inside(block, change, of_block)
    return made if of_block is None else of_block(made)


def _inside(block: Block, change: Change | None, of_block: BlockChange | None) -> Block:
    match block:
        case Heading() | Paragraph() if change is not None:
            inside = _run(block.inside, change)
            return block if inside is block.inside else replace(block, inside=inside)
        case Quotation() if change is not None:
            said = _run(block.attribution, change)
            return block if said is block.attribution else replace(block, attribution=said)
        case Listing():
            items = _kept(
                block.items, tuple([rewritten(item, change, of_block) for item in block.items])
            )
            return block if items is block.items else replace(block, items=items)
        case Table():
            columns = _kept(
                block.columns, tuple([_column(column, change) for column in block.columns])
            )
            rows = _kept(block.rows, tuple([_row(row, change, of_block) for row in block.rows]))
            same = columns is block.columns and rows is block.rows
            return block if same else replace(block, columns=columns, rows=rows)
        case Remark() | Landscape():
            within = rewritten(block.inside, change, of_block)
            return block if within is block.inside else replace(block, inside=within)
    return block


def _column(column: Column, change: Change | None) -> Column:
    heading = column.heading if change is None else _run(column.heading, change)
    return column if heading is column.heading else replace(column, heading=heading)


def _row(
    row: tuple[Cell, ...], change: Change | None, of_block: BlockChange | None
) -> tuple[Cell, ...]:
    return _kept(row, tuple([rewritten(cell, change, of_block) for cell in row]))


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
    last = 0

    def even(block: Block) -> Block:
        nonlocal last
        if not isinstance(block, Heading):
            return block
        last = min(block.level, last + 1)
        return block if block.level == last else replace(block, level=last)

    return rewritten(blocks, of_block=even)
