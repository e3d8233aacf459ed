"""Words of others whose signs of direction end where the words do: a sign that turns text round,
and that nothing in them ends, would turn the citation behind them too."""

import re
from collections.abc import Iterable
from dataclasses import replace

from .blocks import (
    Block,
    Code,
    Inline,
    Link,
    Paragraph,
    Picture,
    Quotation,
    Remark,
    Report,
    Table,
    Text,
    Verbatim,
    plain,
)
from .rewriting import rewritten

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_EMBEDDING, _ISOLATING = frozenset("\u202a\u202b\u202d\u202e"), frozenset("\u2066\u2067\u2068")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
_LEFT_TO_RIGHT = "\u2066"
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
    """The blocks with each stretch of words closed: of quotations too, of what is written over or
    under something, and of what a picture shows. Among words that are read from right to left the
    number of a source stays before the place in it. Where nothing turns, as nearly everywhere, the
    very same."""
    return rewritten(tuple(blocks), _inline, _block)


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


def _numbered(inline: Inline) -> Inline:
    """A link of numbers and signs, which have no direction of their own, in ours."""
    match inline:
        case Link(places=(_, *_), inside=(Text(words),)) if not _RIGHT_TO_LEFT.search(words):
            return replace(inline, inside=(Text(f"{_LEFT_TO_RIGHT}{words}{_END}"),))
    return inline


def _block(block: Block) -> Block:
    match block:
        case Paragraph() if _RIGHT_TO_LEFT.search(plain(block.inside)):
            return replace(block, inside=tuple(map(_numbered, block.inside)))
        case Quotation():
            words = closed_words(block.words)
            return block if words is block.words else replace(block, words=words)
        case Remark():
            label = closed_words(block.label)
            return block if label is block.label else replace(block, label=label)
        case Table():
            caption = closed_words(block.caption)
            return block if caption is block.caption else replace(block, caption=caption)
        case Picture():
            shows = closed_words(block.alternative)
            return block if shows is block.alternative else replace(block, alternative=shows)
        case Verbatim() if _TURNING.search(block.words):
            lines = map(closed_words, block.words.split("\n"))  # each line is one of its own
            return replace(block, words="\n".join(lines))
    return block
