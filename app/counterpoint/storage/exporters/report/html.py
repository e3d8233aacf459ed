"""A report as HTML: a page of its own that needs nothing else, or a piece for the clipboard and
the preview."""

from collections.abc import Iterable
from html import escape

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

from .pictures import data_address

_STYLE = """
:root { color-scheme: light; }
body { font: 11pt/1.5 "Source Serif Pro", "Source Serif 4", Georgia, serif; color: #1c1c1c;
  background: #fff; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
body.wide { max-width: 72rem; }
h1, h2, h3, h4, th, .label, .marking {
  font-family: Inter, "Segoe UI", Helvetica, Arial, sans-serif; }
h1 { font-size: 1.35rem; margin: 2.2rem 0 .6rem; border-bottom: 1px solid #999; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1.4rem 0 .3rem; }
h4 { font-size: .9rem; margin: 1rem 0 .2rem; color: #444; }
header h1 { font-size: 1.8rem; border: 0; margin: 0; }
header p { margin: .2rem 0; color: #444; }
p { margin: .4rem 0; }
.lead { font-size: 1.05em; }
.detail, .attribution, .reference { font-size: .88em; color: #444; }
.reference { color: inherit; margin-top: .9rem; }
.claim { margin-top: .9rem; }
blockquote { margin: .4rem 0 .4rem 1rem; padding-left: .8rem; border-left: 3px solid #8a8a8a; }
blockquote .doubt { font-weight: bold; }
blockquote.apart { margin-left: 3rem; border-left-style: dashed; }
blockquote .aside { font-size: .88em; font-weight: 600; }
.remark { border: 1px dashed #777; padding: .3rem .8rem; margin: .8rem 0; }
.remark .label { font-size: .8rem; font-weight: 600; }
table { border-collapse: collapse; width: 100%; margin: .8rem 0; font-size: .88em; }
caption { text-align: left; font-size: .8rem; color: #444; padding: .2rem 0; }
th, td { border: 1px solid #aaa; padding: .3rem .45rem; vertical-align: top; text-align: left; }
thead th { background: #eee; }
td p, th p { margin: .15rem 0; }
body { overflow-wrap: break-word; }
th, td { overflow-wrap: anywhere; hyphens: auto; hyphenate-limit-chars: 12 4 4; }
a { color: #0b4f8a; text-decoration-thickness: 1px; text-underline-offset: 2px; }
td a, .claim a { color: inherit; text-decoration-color: #aaa; }
pre { white-space: pre-wrap; font-size: .85em; }
.footnotes { font-size: .85em; border-top: 1px solid #999; margin-top: 2rem; }
.marking { text-align: center; font-weight: 600; font-size: .85rem; }
img { max-width: 100%; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 10pt; }
  thead { display: table-header-group; }
  tr, blockquote, .remark { break-inside: avoid; }
  h1, h2, h3, h4 { break-after: avoid; }
  .page { break-before: page; }
}
"""
_SMALL = "body { font-size: 9.5pt; line-height: 1.35; }"
_PAGE = {Paper.A4: "A4", Paper.LETTER: "letter"}


def page(report: Report) -> tuple[bytes, tuple[str, ...]]:
    """A whole page, and what could not be kept."""
    letters = FittingText()
    writer = _Writer(letters)
    body = writer.blocks(report.blocks)
    wide = ' class="wide"' if report.landscape else ""
    turned = " landscape" if report.landscape else ""
    style = (
        f"@page {{ size: {_PAGE[report.paper]}{turned}; margin: 16mm; }}"
        + _STYLE
        + (_SMALL if report.small else "")
    )
    title = writer.text(report.title)
    marking = f'<p class="marking">{writer.text(report.marking)}</p>\n' if report.marking else ""
    about = [report.subtitle, report.date]
    lines = "".join(f"<p>{writer.text(line)}</p>\n" for line in about if line)
    html = (
        f'<!DOCTYPE html>\n<html lang="{escape(report.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n"
        f"<body{wide}>\n{marking}"
        f"<header>\n<h1>{title}</h1>\n{lines}</header>\n"
        f"<main>\n{body}</main>\n{writer.footnotes()}{marking}</body>\n</html>\n"
    )
    return html.encode("utf-8"), letters.told()


def piece(blocks: Iterable[Block], *, ruled: bool = False) -> str:
    """Blocks alone, without a page round them: for the clipboard and the preview. `ruled`: tables
    have lines where no style of ours gives them any."""
    writer = _Writer(FittingText(), ruled=ruled)
    body = writer.blocks(tuple(blocks))
    return body + writer.footnotes()


class _Writer:
    def __init__(self, letters: FittingText, *, ruled: bool = False) -> None:
        self._letters = letters
        self._rules = ' border="1" cellspacing="0" cellpadding="4"' if ruled else ""
        self._notes: list[str] = []

    def text(self, words: str) -> str:
        return escape(self._letters.fit(words), quote=False)

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "".join(map(self._block, blocks))

    def footnotes(self) -> str:
        if not self._notes:
            return ""
        items = "".join(
            f'<li id="note-{number}">{words} <a href="#noteref-{number}" '
            f'aria-label="Back to the text">↩</a></li>\n'
            for number, words in enumerate(self._notes, 1)
        )
        return f'<section class="footnotes" role="doc-endnotes">\n<ol>\n{items}</ol>\n</section>\n'

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                level = min(6, block.level + 1)
                return f"<h{level}{_id(block.id)}>{self._words(block.inside)}</h{level}>\n"
            case Paragraph():
                kind = f' class="{block.role.value}"' if block.role is not Role.BODY else ""
                return f"<p{_id(block.id)}{kind}>{self._words(block.inside)}</p>\n"
            case Quotation():
                return self._quotation(block)
            case Listing():
                tag = "ol" if block.numbered else "ul"
                items = "".join(f"<li>{self.blocks(item)}</li>\n" for item in block.items)
                return f"<{tag}>\n{items}</{tag}>\n"
            case Table():
                return self._table(block)
            case Remark():
                label = f'<p class="label">{self.text(block.label)}</p>\n'
                inside = self.blocks(block.inside)
                return f'<aside class="remark"{_id(block.id)}>\n{label}{inside}</aside>\n'
            case Verbatim():
                return f"<pre>{self.text(block.words)}</pre>\n"
            case Picture():
                return (
                    f'<p><img src="{data_address(block)}" '
                    f'alt="{escape(self._letters.fit(block.alternative))}" '
                    f'style="width: {block.width:g}mm"></p>\n'
                )
            case Landscape():
                return self.blocks(block.inside)
            case PageBreak():
                return '<div class="page"></div>\n'

    def _quotation(self, block: Quotation) -> str:
        doubt = f'<p class="doubt">{self.text(block.doubt)}</p>\n' if block.doubt else ""
        said = self._words(block.attribution)
        attribution = f'<p class="attribution">{said}</p>\n' if said else ""
        opening, closing = block.marks
        words = f"<p>{opening}{self.text(block.words)}{closing}</p>\n"
        aside = f'<p class="aside">{self.text(block.apart)}:</p>\n' if block.apart else ""
        kind = ' class="apart"' if block.apart else ""
        inside = f"{aside}{doubt}{words}{attribution}"
        return f"<blockquote{_id(block.id)}{kind}>\n{inside}</blockquote>\n"

    def _table(self, table: Table) -> str:
        caption = f"<caption>{self.text(table.caption)}</caption>\n" if table.caption else ""
        widths = "".join(
            f'<col style="width: {100 * column.share:.1f}%">' for column in table.columns
        )
        heads = "".join(
            f'<th scope="col">{self._words(column.heading)}</th>' for column in table.columns
        )
        rows = "".join(
            "<tr>"
            + "".join(
                f'<th scope="row">{self.blocks(cell)}</th>'
                if number == 0
                else f"<td>{self.blocks(cell)}</td>"
                for number, cell in enumerate(row)
            )
            + "</tr>\n"
            for row in table.rows
        )
        return (
            f"<table{_id(table.id)}{self._rules}>\n{caption}<colgroup>{widths}</colgroup>\n"
            f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
        )

    def _words(self, run: Iterable[Inline]) -> str:
        return "".join(map(self._inline, run))

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text():
                return self.text(inline.words)
            case Strong():
                return f"<strong>{self._words(inline.inside)}</strong>"
            case Emphasis():
                return f"<em>{self._words(inline.inside)}</em>"
            case Raised():
                return f"<sup>{self._words(inline.inside)}</sup>"
            case Code():
                return f"<code>{self.text(inline.words)}</code>"
            case Link():
                return f'<a href="{escape(inline.target)}">{self._words(inline.inside)}</a>'
            case Named():
                return f"<span{_id(inline.id)}>{self._words(inline.inside)}</span>"
            case LineBreak():
                return "<br>\n"
            case Footnote():
                self._notes.append(self._words(inline.inside))
                number = len(self._notes)
                return (
                    f'<a id="noteref-{number}" href="#note-{number}" role="doc-noteref">'
                    f"<sup>{number}</sup></a>"
                )
        return ""  # a Cite that nobody has put into words: there is nothing to show yet


def _id(id: str) -> str:
    return f' id="{escape(id)}"' if id else ""
