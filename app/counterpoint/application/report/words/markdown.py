"""The analyst's Markdown as blocks. Nothing in it is run or loaded: HTML stays text."""

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from counterpoint.domain.report.blocks import (
    Block,
    Cell,
    Code,
    Column,
    Emphasis,
    Heading,
    Inline,
    LineBreak,
    Link,
    Listing,
    Paragraph,
    Quotation,
    Strong,
    Table,
    Text,
    Verbatim,
    plain,
)

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

_DEEPEST = 6


def blocks_of(markdown: str, level: int) -> tuple[Block, ...]:
    """`markdown` as blocks; its headings begin at `level`."""
    from markdown_it.tree import SyntaxTreeNode

    tree = SyntaxTreeNode(_parser().parse(markdown))
    return _blocks(tree.children, level)


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _blocks(nodes: "Sequence[SyntaxTreeNode]", level: int) -> tuple[Block, ...]:
    return tuple(block for node in nodes for block in _block(node, level))


def _block(node: "SyntaxTreeNode", level: int) -> tuple[Block, ...]:
    match node.type:
        case "heading":
            depth = min(_DEEPEST, level + int(node.tag[1:]) - 1)
            return (Heading(depth, _words(node)),)
        case "paragraph":
            words = _words(node)
            return (Paragraph(words),) if words else ()
        case "bullet_list" | "ordered_list":
            items = tuple(_blocks(item.children, level) for item in node.children)
            return (Listing(items, numbered=node.type == "ordered_list"),)
        case "blockquote":
            inside = _blocks(node.children, level)
            return tuple(
                Quotation(plain(block.inside), ()) if isinstance(block, Paragraph) else block
                for block in inside
            )
        case "code_block" | "fence" | "html_block":
            return (Verbatim(node.content.rstrip("\n")),)
        case "table":
            return (_table(node),)
        case "hr":
            return ()
    return _blocks(node.children, level)


def _table(node: "SyntaxTreeNode") -> Table:
    rows = [
        [_words(cell) for cell in row.children] for part in node.children for row in part.children
    ]
    width = len(rows[0])
    cells: list[tuple[Cell, ...]] = [
        tuple((Paragraph(words),) if words else () for words in row) for row in rows[1:]
    ]
    return Table(tuple(Column(words, 1 / width) for words in rows[0]), tuple(cells))


def _words(node: "SyntaxTreeNode") -> tuple[Inline, ...]:
    return _joined([piece for child in node.children for piece in _inline(child)])


def _inline(node: "SyntaxTreeNode") -> list[Inline]:
    match node.type:
        case "text" | "html_inline" | "text_special":
            return [Text(node.content)]
        case "softbreak":
            return [Text(" ")]
        case "hardbreak":
            return [LineBreak()]
        case "code_inline":
            return [Code(node.content)]
        case "strong":
            return [Strong(_words(node))]
        case "em":
            return [Emphasis(_words(node))]
        case "link":
            return [_link(str(node.attrs.get("href", "")), _words(node))]
        case "image":
            return [Text(f"[picture: {node.content}]")]
    return list(_words(node))


def _link(target: str, inside: tuple[Inline, ...]) -> Inline:
    """Only to what a reader can follow: a file beside the library is not sent along."""
    if target.startswith(("https://", "http://", "mailto:")):
        return Link(target, inside)
    words = plain(inside)
    return Text(words if not target or target == words else f"{words} ({target})")


def _joined(pieces: list[Inline]) -> tuple[Inline, ...]:
    """Neighbouring texts as one."""
    found: list[Inline] = []
    for is_text, group in groupby(pieces, lambda piece: isinstance(piece, Text)):
        if is_text:
            found.append(Text("".join(piece.words for piece in group if isinstance(piece, Text))))
        else:
            found += group
    return tuple(found)
