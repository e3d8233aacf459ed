"""A report as Typst's source. Every word of it is a string there, so that nothing in a text can be
taken for markup or code."""

import re
from collections.abc import Iterable

from counterpoint.domain.report.blocks import (
    Block,
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
    Paper,
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
from counterpoint.storage.exporters.unwritable_signs import FittingText

_ESCAPED = re.compile(
    r'["\\]|[\x00-\x1f\x7f-\xa0\xad\u2000-\u200f\u2028-\u202f\u2060-\u206f\ufeff]'
)
_ACROSS = "(x: 16mm, top: 15mm, bottom: 14mm)"
"""The margins of a page that is laid across, on which a table is to have as much room as it can."""
_PAPER = {Paper.A4: "a4", Paper.LETTER: "us-letter"}

_HEADS = (1.3, 1.15, 1.02, 0.94)
"""The letters of headings against those of the text; the title of the report has 1.7."""
_LETTERS = r"[\\p{L}\\p{M}\\p{N}_=&%~+@]"
_UNHYPHENATED = (
    r"(?i)[\\p{N}_=&%~+@]|[^aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœαεηιουωаеёиоуыэюяіїє]{9}|[aeiouy]{7}"
    r"|(?-i:\\p{Lu}{12})"
)
"""What is long and no word of a language: it is broken at any letter."""
_RANGE = r"[¶§]?\\p{N}{1,6}–[¶§]?\\p{N}{1,6}"
"""Of numbers: it stays on its line."""
_OTHERS = r"[^\\p{Latin}\\p{Greek}\\p{Cyrillic}\\p{Common}\\p{Inherited}]"
_RIGHT_TO_LEFT = frozenset(
    ["ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"]
)
"""Languages in which letters that are set one by one would come in the wrong order."""
_SET_UP = """
#let broken(word) = if RIGHT_TO_LEFT or word.text.contains(regex("OTHERS")) { word } else if (
  word.text.clusters().len() > 17 and word.text.contains(regex("UNHYPHENATED"))
) { word.text.clusters().map(box).join() } else { text(hyphenate: true, word) }
#show regex("LETTERS{26,}"): broken
#show regex("RANGE"): box
#set par(leading: LEADING, spacing: SPACING, justify: false, linebreaks: "simple")
#set heading(numbering: none, outlined: true, bookmarked: true)
#show heading: set text(font: SANS, weight: 600)
#show heading: set block(sticky: true)
#show heading.where(level: 1): it => block(above: 1.2em, below: .6em, width: 100%, sticky: true,
  stroke: (bottom: .5pt + luma(140)), inset: (bottom: .25em), text(size: HEAD1, it.body))
#show heading.where(level: 2): it => block(above: 1.9em, below: .5em, sticky: true,
  text(size: HEAD2, it.body))
#show heading.where(level: 3): it => block(above: 1.1em, below: .45em, sticky: true,
  text(size: HEAD3, it.body))
#show heading.where(level: 4): it => block(above: 1.1em, below: .4em, sticky: true,
  text(size: HEAD4, fill: luma(70), it.body))
#show strong: set text(font: SANS, weight: 600, size: BOLD * 1em)
#show link: it => if type(it.dest) == str { text(fill: rgb("#0b4f8a"), it) } else { it }
#set footnote.entry(separator: line(length: 30%, stroke: .4pt), gap: .35em)
#show footnote.entry: set text(size: FOOT)
#set list(indent: .3em, spacing: .55em)
#set table(stroke: .4pt + luma(150), inset: (x: 4pt, y: 3.5pt), align: left + top)
#show table: set text(font: SANS, size: TABLE)
#show table: it => {
  show regex("LETTERS{12,}"): broken
  show strong: set text(size: 1em / BOLD)
  it
}
#show table: set par(leading: .5em, spacing: .5em)
#set table.cell(breakable: false)
#show table.cell.where(y: 0): set text(weight: 600)
#let lead(body) = block(sticky: true, text(size: 1.06em, body))
#let claim(body) = block(above: 1.1em, below: .6em, sticky: true, body)
#let detail(body) = block(text(size: DETAIL, fill: luma(60), body))
#let celldetail(body) = block(text(size: .96em, fill: luma(60), body))
#let reference(body) = block(above: 1em, below: .5em, sticky: true, body)
#let attribution(body) = block(above: .45em, inset: (left: 1.2em), text(size: DETAIL,
  fill: luma(60), body))
#let quotation(doubt, words, said) = block(above: .6em, below: .9em, inset: (left: .9em),
  stroke: (left: 1.6pt + luma(150)), breakable: true, {
    if doubt != none { block(below: .4em, text(weight: 600, font: SANS, size: DETAIL, doubt)) }
    block(sticky: true, words)
    if said != none { block(above: .5em, text(size: DETAIL, fill: luma(60), said)) }
  })
#let apart(label, doubt, words, said) = pad(left: 2.4em, block(above: .6em, below: .9em,
  inset: (left: .9em), stroke: (left: (paint: luma(110), thickness: 1.2pt, dash: "dashed")),
  breakable: true, {
    block(below: .4em, sticky: true, text(weight: 600, font: SANS, size: NOTE, label))
    if doubt != none { block(below: .4em, text(weight: 600, font: SANS, size: DETAIL, doubt)) }
    block(sticky: true, words)
    if said != none { block(above: .5em, text(size: DETAIL, fill: luma(60), said)) }
  }))
#let remark(label, body) = block(above: .9em, below: .9em, inset: 6pt, width: 100%,
  stroke: (paint: luma(110), thickness: .5pt, dash: "dashed"), {
    block(below: .5em, sticky: true, text(font: SANS, weight: 600, size: NOTE, label))
    body
  })
"""


def source(report: Report) -> tuple[str, tuple[str, ...]]:
    """The source, and what could not be kept."""
    letters = FittingText()
    writer = _Writer(letters)
    body = writer.blocks(report.blocks)
    return _opening(report, writer) + body, letters.told()


def literal(words: str) -> str:
    """As a string of Typst; what it cannot hold stands as "\ufffd"."""
    return _Writer(FittingText()).text(words)


def _opening(report: Report, writer: "_Writer") -> str:
    text = writer.text
    language, _, region = report.language.partition("-")
    size = (8.8 if report.small else 10.0) * report.scale
    margin = "(x: 14mm, top: 14mm, bottom: 13mm)" if report.small else "(x: 22mm, y: 22mm)"
    fonts = '("Source Serif Pro", "Inter")'
    marking = f"text(weight: 600, {text(report.marking)})" if report.marking else "none"
    region_set = f', region: "{region}"' if re.fullmatch("[A-Za-z]{2}", region) else ""
    set_up = (
        _SET_UP.replace("SANS", '("Inter", "Source Serif Pro")')
        .replace("LEADING", ".52em" if report.small else ".62em")
        .replace("SPACING", ".75em" if report.small else ".95em")
        .replace("LETTERS", _LETTERS)
        .replace("UNHYPHENATED", _UNHYPHENATED)
        .replace("RANGE", _RANGE)
        .replace("OTHERS", _OTHERS)
        .replace("RIGHT_TO_LEFT", _bool(language in _RIGHT_TO_LEFT))
        .replace("BOLD", "1" if report.small else ".94")
        .replace("DETAIL", ".9em" if report.small else ".86em")
        .replace("FOOT", "1.05em" if report.small else ".96em")
        .replace("NOTE", ".9em" if report.small else ".82em")
        .replace("TABLE", ".93em" if report.small else ".8em")
    )
    for level, times in enumerate(_HEADS, 1):  # by themselves, as Typst has sizes of its own
        set_up = set_up.replace(f"HEAD{level}", f"{size * times:.2f}pt")
    about = "".join(
        f"#block(above: .85em, below: .85em, text(fill: luma(60), {text(line)}))\n"
        for line in (report.subtitle, report.date)
        if line
    )
    return (
        f"#set document(title: {text(report.title)}, date: none)\n"
        f'#set page(paper: "{_PAPER[report.paper]}", flipped: {_bool(report.landscape)}, '
        f"margin: {margin},\n"
        f'  header: align(center, text(font: "Inter", size: 7.5pt, {marking})),\n'
        f"  header-ascent: 35%, footer-descent: 30%,\n"
        '  footer: context align(center, text(font: "Inter", size: 7.5pt, {\n'
        f"    {marking}\n    h(1em)\n"
        '    counter(page).display("1 / 1", both: true)\n  })))\n'
        f'#set text(font: {fonts}, size: {size:.2f}pt, lang: "{language or "en"}"{region_set},\n'
        "  hyphenate: false, ligatures: false)\n"
        f"{set_up}"
        f'#block(below: .85em, text(font: "Inter", size: 1.7em, weight: 600, '
        f"{text(report.title)}))\n{about}\n"
    )


class _Writer:
    def __init__(self, letters: FittingText) -> None:
        self._letters = letters
        self._in_table = False

    def text(self, words: str) -> str:
        """As a string of Typst."""
        return f'"{_ESCAPED.sub(_escaped, self._letters.fit(words))}"'

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "".join(map(self._block, blocks))

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                label = f"#label({self.text(block.id)})" if block.id else ""
                return f"#heading(level: {block.level})[{self._words(block.inside)}]{label}\n\n"
            case Paragraph():
                inside = f"{self._anchor(block.id)}{self._words(block.inside)}"
                if block.role.value == "body":
                    return f"{inside}\n\n"
                cell = "cell" if self._in_table and block.role is Role.DETAIL else ""
                return f"#{cell}{block.role.value}[{inside}]\n\n"
            case Quotation():
                return self._quotation(block)
            case Listing():
                kind = "enum" if block.numbered else "list"
                items = "".join(f"  [{self.blocks(item).rstrip()}],\n" for item in block.items)
                return f"#{kind}(\n{items})\n\n"
            case Table():
                return self._table(block)
            case Remark():
                inside = self.blocks(block.inside).rstrip()
                label = f"{self._anchor(block.id)}#{self.text(block.label)}"
                return f"#remark([{label}], [{inside}])\n\n"
            case Verbatim():
                return f"#raw({self.text(block.words)}, block: true)\n\n"
            case Picture():
                kind = '"svg"' if block.name.endswith(".svg") else '"png"'
                numbers = ", ".join(map(str, block.data))
                return (
                    f"#image(bytes(({numbers},)), format: {kind}, width: {block.width:g}mm, "
                    f'fit: "contain", '
                    f"alt: {self.text(block.alternative)})\n\n"
                )
            case Landscape():
                return f"#page(flipped: true, margin: {_ACROSS})[\n{self.blocks(block.inside)}]\n\n"
            case PageBreak():
                return "#pagebreak(weak: true)\n\n"

    def _quotation(self, block: Quotation) -> str:
        opening, closing = block.marks
        doubt = f"[#{self.text(block.doubt)}]" if block.doubt else "none"
        said = f"[{self._words(block.attribution)}]" if block.attribution else "none"
        words = f"{self._anchor(block.id)}#{self.text(opening + block.words + closing)}"
        if block.apart:
            return f"#apart([#{self.text(block.apart + ':')}], {doubt}, [{words}], {said})\n\n"
        return f"#quotation({doubt}, [{words}], {said})\n\n"

    def _table(self, table: Table) -> str:
        widths = ", ".join(f"{column.share:.4f}fr" for column in table.columns)
        heads = ", ".join(f"[{self._words(column.heading)}]" for column in table.columns)
        self._in_table = True
        rows = "".join(
            "  " + ", ".join(f"[{self.blocks(cell).rstrip()}]" for cell in row) + ",\n"
            for row in table.rows
        )
        self._in_table = False
        caption = f"#detail[#{self.text(table.caption)}]\n" if table.caption else ""
        return (
            f"{self._anchor(table.id)}{caption}#table(columns: ({widths},),\n"
            f"  table.header({heads}),\n{rows})\n\n"
        )

    def _anchor(self, id: str) -> str:
        return f"#metadata(none)#label({self.text(id)})" if id else ""

    def _words(self, run: Iterable[Inline]) -> str:
        return "".join(map(self._inline, run))

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text():
                return f"#{self.text(inline.words)}"
            case Strong():
                return f"#strong[{self._words(inline.inside)}]"
            case Emphasis():
                return f"#emph[{self._words(inline.inside)}]"
            case Raised():
                return f"#super[{self._words(inline.inside)}]"
            case Code():
                return f"#raw({self.text(inline.words)})"
            case Link():
                target = self.text(inline.target.removeprefix("#"))
                to = f"label({target})" if inline.target.startswith("#") else target
                return f"#link({to})[{self._words(inline.inside)}]"
            case Named():
                return f"{self._anchor(inline.id)}{self._words(inline.inside)}"
            case LineBreak():
                return "#linebreak()"
            case Footnote():
                return f"#footnote[#h(.3em){self._words(inline.inside)}]"
        return ""  # a Cite that nobody has put into words


def _escaped(found: re.Match[str]) -> str:
    sign = found[0]
    return f"\\{sign}" if sign in '"\\' else f"\\u{{{ord(sign):x}}}"


def _bool(value: bool) -> str:
    return "true" if value else "false"
