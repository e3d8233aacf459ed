"""Blocks as plain text: paragraphs parted by empty lines, and tables as lines with tabs."""

from collections.abc import Iterable

from counterpoint.domain.report.blocks import (
    Block,
    Heading,
    Inline,
    Landscape,
    LineBreak,
    Listing,
    PageBreak,
    Paragraph,
    Picture,
    Quotation,
    Remark,
    Table,
    Verbatim,
    plain,
)
from counterpoint.storage.exporters.csv_text import defused


def plain_text(blocks: Iterable[Block]) -> str:
    """Without a line end at its end. A cell that a spreadsheet would take for a formula gets an
    apostrophe before it, as in CSV."""
    text = ""
    for block in blocks:
        words = _block(block)
        if words:
            # A quotation stands right below what it bears.
            between = "\n" if isinstance(block, Quotation) else "\n\n"
            text += f"{between}{words}" if text else words
    return text


def _block(block: Block) -> str:
    match block:
        case Heading() | Paragraph():
            return _words(block.inside)
        case Quotation():
            opening, closing = block.marks
            doubt = f"{block.apart}: " if block.apart else ""
            doubt += f"{block.doubt} " if block.doubt else ""
            said = _words(block.attribution)
            return f"{doubt}{opening}{block.words}{closing}{f' {said}' if said else ''}"
        case Listing():
            return "\n".join(
                f"{f'{number}.' if block.numbered else '–'} {_in_one_line(item)}"
                for number, item in enumerate(block.items, 1)
            )
        case Table():
            heads = [_words(column.heading) for column in block.columns]
            rows = [[_in_one_line(cell) for cell in row] for row in block.rows]
            lines = ("\t".join(map(_field, row)) for row in (heads, *rows))
            return "\n".join(lines)
        case Remark():
            return f"{block.label}\n{plain_text(block.inside)}"
        case Verbatim():
            return block.words
        case Picture():
            return block.alternative
        case Landscape():
            return plain_text(block.inside)
        case PageBreak():
            return ""


def _in_one_line(cell: Iterable[Block]) -> str:
    """With a full stop between what are paragraphs; the last ends as it does."""
    said = [words for words in map(_block, cell) if words]
    return " ".join([*map(_stopped, said[:-1]), *said[-1:]])


def _stopped(words: str) -> str:
    return words if words.endswith((".", "?", "!", "…")) else f"{words}."


def _field(words: str) -> str:
    return defused(" ".join(words.split()))


def _words(run: Iterable[Inline]) -> str:
    """As `plain`, with the breaks of lines."""
    return "".join("\n" if isinstance(each, LineBreak) else plain((each,)) for each in run)
