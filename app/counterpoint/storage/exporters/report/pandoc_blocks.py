"""A report as Pandoc's tree, for what Pandoc writes."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from counterpoint.domain.report.blocks import (
    Block,
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
    PageBreak,
    Paragraph,
    Picture,
    Quotation,
    Raised,
    Remark,
    Report,
    Role,
    Strong,
    Table,
    Text,
    Verbatim,
)
from counterpoint.storage.exporters.references.citeproc import API
from counterpoint.storage.exporters.unwritable_signs import FittingText

from .pictures import data_address

Node = dict[str, Any]

_STYLES = {
    Role.LEAD: "Lead",
    Role.CLAIM: "Claim",
    Role.ATTRIBUTION: "Attribution",
    Role.DETAIL: "Detail",
    Role.REFERENCE: "Reference",
}
QUOTATION, DOUBT, REMARK, REMARK_LABEL = "Quotation", "Doubt", "Remark", "Remark Label"
APART = "Apart"
"""Of what stands before a quotation that is set apart; its styles end with it."""
TABLE_TEXT = "Table Text"


@dataclass(frozen=True, slots=True)
class Dialect:
    """What one format needs beside the tree."""

    styles: bool = True
    """Whether paragraphs have named styles there."""
    anchors_in_html: bool = False
    """Whether places are named by HTML, as in Markdown."""
    one_line_cells: bool = False
    """Whether a cell of a table can hold one line only."""
    pictures: bool = True
    """Whether it can hold one; where not, the words beside it say the same."""
    whole_lines: bool = False
    """Whether a text goes to Pandoc in one piece, and not word by word, of which its writer would
    make the same in twice the time. Markdown needs the words: it may not end what is strong with
    a space."""
    before_landscape: tuple[Node, ...] = ()
    after_landscape: tuple[Node, ...] = ()
    page_break: tuple[Node, ...] = ()


def tree(report: Report, dialect: Dialect) -> tuple[Node, tuple[str, ...]]:
    """The tree, and what could not be kept."""
    letters = FittingText()
    writer = _Writer(letters, dialect)
    blocks = writer.blocks(report.blocks)
    meta: Node = {
        "lang": _meta(report.language),
        "title": {"t": "MetaInlines", "c": writer.words((Text(report.title),))},
    }
    if report.subtitle:
        meta["subtitle"] = {"t": "MetaInlines", "c": writer.words((Text(report.subtitle),))}
    if report.date:
        meta["date"] = {"t": "MetaInlines", "c": writer.words((Text(report.date),))}
    return {"pandoc-api-version": API, "meta": meta, "blocks": blocks}, letters.told()


class _Writer:
    def __init__(self, letters: FittingText, dialect: Dialect) -> None:
        self._letters = letters
        self._dialect = dialect

    def blocks(self, blocks: Iterable[Block]) -> list[Node]:
        return [node for block in blocks for node in self._block(block)]

    def _block(self, block: Block) -> list[Node]:
        match block:
            case Heading():
                inside = self.words(block.inside)
                if self._dialect.anchors_in_html and block.id:
                    return [
                        node(
                            "Header", [block.level, _attributes(), self._anchor(block.id) + inside]
                        )
                    ]
                return [node("Header", [block.level, _attributes(block.id), inside])]
            case Paragraph():
                para = self._para(block.inside, block.id)
                return self._styled(_STYLES.get(block.role, ""), [para])
            case Quotation():
                return self._quotation(block)
            case Listing():
                items = [self.blocks(item) for item in block.items]
                if block.numbered:
                    style = [1, node("Decimal"), node("Period")]
                    return [node("OrderedList", [style, items])]
                return [node("BulletList", items)]
            case Table():
                return [self._table(block)]
            case Remark():
                label = self._para((Strong((Text(block.label),)),), block.id)
                inside = self._styled(REMARK_LABEL, [label])
                for each in block.inside:
                    within = self._block(each)
                    plain = isinstance(each, Paragraph) and each.role is Role.BODY
                    inside += self._styled(REMARK, within) if plain else within
                return [node("BlockQuote", inside)] if not self._dialect.styles else inside
            case Verbatim():
                return [node("CodeBlock", [_attributes(), self._letters.fit(block.words)])]
            case Picture() if not self._dialect.pictures:
                return []
            case Picture():
                alternative = self.words((Text(block.alternative),))
                size = [["width", f"{block.width:g}mm"]]
                image = node("Image", [["", [], size], alternative, [data_address(block), ""]])
                return [node("Para", [image])]
            case Landscape():
                inside = self.blocks(block.inside)
                return [*self._dialect.before_landscape, *inside, *self._dialect.after_landscape]
            case PageBreak():
                return list(self._dialect.page_break)

    def _para(self, inside: Iterable[Inline], id: str = "") -> Node:
        words = self.words(inside)
        if id and self._dialect.anchors_in_html:
            words = self._anchor(id) + words
        elif id:
            words = [node("Span", [_attributes(id), []]), *words]
        return node("Para", words)

    def _anchor(self, id: str) -> list[Node]:
        return [node("RawInline", ["html", f'<a id="{id}"></a>'])]

    def _styled(self, style: str, inside: list[Node]) -> list[Node]:
        if not style or not self._dialect.styles:
            return inside
        return [node("Div", [["", [], [["custom-style", style]]], inside])]

    def _quotation(self, block: Quotation) -> list[Node]:
        opening, closing = block.marks
        words = self._para((Text(f"{opening}{block.words}{closing}"),), block.id)
        doubt = [self._para((Strong((Text(block.doubt),)),))] if block.doubt else []
        said = [self._para(block.attribution)] if block.attribution else []
        aside = [self._para((Strong((Text(f"{block.apart}:"),)),))] if block.apart else []
        if not self._dialect.styles:
            quoted = [node("BlockQuote", [*doubt, words, *said])]
            return [node("BlockQuote", [*aside, *quoted])] if aside else quoted
        also = f" {APART}" if aside else ""
        return [
            *(self._styled(APART, aside) if aside else []),
            *self._styled(DOUBT, doubt),
            *self._styled(QUOTATION + also, [words]),
            *(self._styled(_STYLES[Role.ATTRIBUTION] + also, said) if said else []),
        ]

    def _table(self, table: Table) -> Node:
        heads = [
            _cell(self._styled(TABLE_TEXT, [node("Para", self._head(column))]))
            for column in table.columns
        ]
        body = [[_attributes(), [self._cell(cell) for cell in row]] for row in table.rows]
        specification = [
            [node("AlignLeft"), node("ColWidth", column.share)] for column in table.columns
        ]
        caption = [self._para((Text(table.caption),))] if table.caption else []
        return node(
            "Table",
            [
                _attributes(table.id),
                [None, caption],
                specification,
                [_attributes(), [[_attributes(), heads]]],
                [[_attributes(), 1, [], body]],
                [_attributes(), []],
            ],
        )

    def _head(self, column: Column) -> list[Node]:
        words = self.words(column.heading)
        return [node("Strong", words)] if self._dialect.styles else words

    def _cell(self, cell: tuple[Block, ...]) -> Any:
        if self._dialect.one_line_cells:
            lines = [
                self.words(block.inside) for block in cell if isinstance(block, Paragraph | Heading)
            ]
            joined: list[Node] = []
            for line in lines:
                joined += [node("LineBreak"), *line] if joined else line
            return _cell([node("Plain", joined)] if joined else [])
        inside: list[Node] = []
        for block in cell:
            nodes = self._block(block)
            body = isinstance(block, Paragraph) and block.role is Role.BODY
            inside += self._styled(TABLE_TEXT, nodes) if body else nodes
        return _cell(inside)

    def words(self, run: Iterable[Inline]) -> list[Node]:
        return [piece for inline in run for piece in self._inline(inline)]

    def _inline(self, inline: Inline) -> list[Node]:
        match inline:
            case Text():
                words = self._letters.fit(inline.words)
                return _whole(words) if self._dialect.whole_lines else _text(words)
            case Strong():
                return [node("Strong", self.words(inline.inside))]
            case Emphasis():
                return [node("Emph", self.words(inline.inside))]
            case Raised():
                return [node("Superscript", self.words(inline.inside))]
            case Code():
                return [node("Code", [_attributes(), self._letters.fit(inline.words)])]
            case Link():
                return [
                    node("Link", [_attributes(), self.words(inline.inside), [inline.target, ""]])
                ]
            case Named():
                inside = self.words(inline.inside)
                if self._dialect.anchors_in_html:
                    return self._anchor(inline.id) + inside
                return [node("Span", [_attributes(inline.id), inside])]
            case LineBreak():
                return [node("LineBreak")]
            case Footnote():
                return [node("Note", [node("Para", self.words(inline.inside))])]
        return []  # a Cite that nobody has put into words


def node(kind: str, inside: object = None) -> Node:
    return {"t": kind} if inside is None else {"t": kind, "c": inside}


def _text(words: str) -> list[Node]:
    pieces: list[Node] = []
    for number, word in enumerate(words.split(" ")):
        if number:
            pieces.append(node("Space"))
        if word:
            pieces.append(node("Str", word))
    return pieces


def _whole(words: str) -> list[Node]:
    """With spaces at the ends apart, of which Pandoc sees to it that they stay."""
    inner = words.strip(" ")
    before = len(words) - len(words.lstrip(" ")) if inner else len(words)
    after = len(words) - len(words.rstrip(" ")) if inner else 0
    said = [node("Str", inner)] if inner else []
    return [*[node("Space")] * before, *said, *[node("Space")] * after]


def _attributes(id: str = "") -> list[Any]:
    return [id, [], []]


def _cell(blocks: list[Node]) -> list[Any]:
    return [_attributes(), node("AlignDefault"), 1, 1, blocks]


def _meta(words: str) -> Node:
    return node("MetaString", words)
