"""Words of others whose signs of direction end where the words do: a sign that turns text round,
and that nothing in them ends, would turn the citation behind them too."""

import re
from collections.abc import Iterable
from dataclasses import replace

from .blocks import Block, Code, Inline, Landscape, Listing, Quotation, Remark, Report, Table, Text
from .rewriting import rewritten

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_EMBEDDING, _ISOLATING = frozenset("\u202a\u202b\u202d\u202e"), frozenset("\u2066\u2067\u2068")
_END_EMBEDDING, _BEGIN, _END = "\u202c", "\u2068", "\u2069"


def closed(report: Report) -> Report:
    """The report with each stretch of words in it closed."""
    return replace(
        report,
        title=closed_words(report.title),
        subtitle=closed_words(report.subtitle),
        marking=closed_words(report.marking),
        blocks=closed_blocks(report.blocks),
    )


def closed_blocks(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with each stretch of words closed, those of quotations too; where nothing turns,
    as nearly everywhere, the very same inlines, so that rewritten() need not make all anew."""
    return tuple(map(_block, rewritten(tuple(blocks), _inline)))


def closed_words(words: str) -> str:
    """`words` letter for letter, between signs that keep what turns in them from what stands beside
    them; as they are where nothing turns. What began in them is ended twice, as some word
    processors know only the older of the two ways."""
    if _TURNING.search(words) is None:
        return words
    begun: list[str] = []
    strays = 0
    for sign in words:
        if sign in _EMBEDDING or sign in _ISOLATING:
            begun.append(sign)
        elif sign == _END_EMBEDDING and begun and begun[-1] in _EMBEDDING:
            begun.pop()
        elif sign == _END:
            while begun and begun[-1] in _EMBEDDING and not _ISOLATING.isdisjoint(begun):
                begun.pop()
            if begun and begun[-1] in _ISOLATING:
                begun.pop()
            else:  # it ends what is put round the words, and all that they had begun
                begun.clear()
                strays += 1
    ends = "".join(_END if sign in _ISOLATING else _END_EMBEDDING for sign in reversed(begun))
    return f"{_BEGIN * (strays + 1)}{words}{ends}{_END}"


def _inline(inline: Inline) -> tuple[Inline, ...]:
    match inline:
        case Text() | Code():
            words = closed_words(inline.words)
            return (inline if words is inline.words else replace(inline, words=words),)
    return (inline,)


def _block(block: Block) -> Block:
    match block:
        case Quotation():
            words = closed_words(block.words)
            return block if words is block.words else replace(block, words=words)
        case Remark():
            inside = tuple(map(_block, block.inside))
            return replace(block, label=closed_words(block.label), inside=inside)
        case Landscape():
            return replace(block, inside=tuple(map(_block, block.inside)))
        case Listing():
            return replace(block, items=tuple(tuple(map(_block, item)) for item in block.items))
        case Table():
            rows = tuple(tuple(tuple(map(_block, cell)) for cell in row) for row in block.rows)
            return replace(block, rows=rows)
    return block
