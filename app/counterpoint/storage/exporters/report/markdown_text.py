"""Blocks as Markdown (CommonMark with the tables of GitHub), for the clipboard: at once and without
Pandoc, which the files of briefs are written by."""

import re
from collections.abc import Iterable

from counterpoint.domain.report.blocks import (
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
    PageBreak,
    Paragraph,
    Picture,
    Quotation,
    Raised,
    Remark,
    Strong,
    Table,
    Text,
    Verbatim,
)

_MARKS = re.compile(r"[\\`*_{}\[\]<>|&~#$]")
"""What is markup somewhere in a line; with a backslash before it, it is a sign."""
_FIRST = re.compile(r"^(\s*)(?:([-+=.])|(\d{1,9})([.)]))")
"""What is markup at the beginning of a line."""


def markdown_text(blocks: Iterable[Block]) -> str:
    """Without a line end at its end. What the texts say is never markup in it."""
    return "\n\n".join(filter(None, map(_block, blocks)))


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * min(6, block.level)} {_line(block.inside)}"
        case Paragraph():
            return _paragraph(block.inside)
        case Quotation():
            return _quotation(block)
        case Listing():
            marks = (f"{n}." if block.numbered else "-" for n in range(1, len(block.items) + 1))
            items = zip(marks, block.items, strict=True)
            return "\n".join(f"{mark} {_indented(markdown_text(item))}" for mark, item in items)
        case Table():
            return _table(block)
        case Remark():
            label = f"**{_escaped(block.label)}**"
            return _quoted(f"{label}\n\n{markdown_text(block.inside)}")
        case Verbatim():
            return "\n".join(f"    {line}" for line in block.words.splitlines())
        case Picture():
            return _escaped(block.alternative)
        case Landscape():
            return markdown_text(block.inside)
        case PageBreak():
            return ""


def _quotation(block: Quotation) -> str:
    opening, closing = block.marks
    lines = [f"**{_escaped(block.doubt)}**"] if block.doubt else []
    lines.append(_at_the_start(f"{opening}{_escaped(block.words)}{closing}"))
    said = _paragraph(block.attribution)
    quoted = _quoted("\n\n".join([*lines, said] if said else lines))
    if not block.apart:
        return quoted
    return _quoted(f"**{_escaped(block.apart)}:**\n\n{quoted}")


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _indented(text: str) -> str:
    return text.replace("\n", "\n   ")


def _table(table: Table) -> str:
    heads = [_line(column.heading) for column in table.columns]
    rows = [["<br>".join(map(_in_cell, cell)) for cell in row] for row in table.rows]
    rule = ["---"] * len(heads)
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, rule, *rows))


def _in_cell(block: Block) -> str:
    """On one line."""
    match block:
        case Heading() | Paragraph():
            return _line(block.inside)
        case _:
            return "<br>".join(line for line in _block(block).split("\n") if line)


def _paragraph(run: Iterable[Inline]) -> str:
    return _at_the_start("".join(_inline(each, "\\\n") for each in run))


def _line(run: Iterable[Inline]) -> str:
    return "".join(_inline(each, "<br>") for each in run).strip()


def _inline(inline: Inline, line_break: str) -> str:
    match inline:
        case Text():
            return _escaped(inline.words)
        case Code():
            return _escaped(inline.words)
        case Strong():
            return _marked("**", inline.inside, line_break)
        case Emphasis():
            return _marked("*", inline.inside, line_break)
        case Raised() | Named():
            return "".join(_inline(each, line_break) for each in inline.inside)
        case Link():
            words = "".join(_inline(each, line_break) for each in inline.inside)
            return words if inline.target.startswith("#") else f"[{words}](<{inline.target}>)"
        case Footnote():
            return f" ({''.join(_inline(each, line_break) for each in inline.inside)})"
        case LineBreak():
            return line_break
        case Cite():
            return ""


def _marked(mark: str, inside: Iterable[Inline], line_break: str) -> str:
    """What stands at the edge of marks may be no space."""
    words = "".join(_inline(each, line_break) for each in inside)
    core = words.strip()
    if not core:
        return words
    before, _, after = words.partition(core)
    return f"{before}{mark}{core}{mark}{after}"


def _escaped(words: str) -> str:
    return _MARKS.sub(r"\\\g<0>", " ".join(words.split("\n")))


def _at_the_start(text: str) -> str:
    return _FIRST.sub(_unmarked, text, count=1)


def _unmarked(found: re.Match[str]) -> str:
    space, sign, number, stop = found.groups()
    return f"{space}\\{sign}" if sign else f"{space}{number}\\{stop}"
