"""A report as HTML for the sheet that pages are set on, in pieces that are set one after the
other."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from counterpoint.domain.report.blocks import (
    Block,
    Cell,
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
    Place,
    Quotation,
    Raised,
    Remark,
    Report,
    Role,
    Strong,
    Table,
    Text,
    Verbatim,
    plain,
)
from counterpoint.domain.span import Span
from counterpoint.ui.paper.page_style import PageStyle

from .columns import longest_words, widths

READ, TO, PICTURE = "read", "to", "picture"
"""What links ask: to read a place in its source, to go to something in the report. And how pictures
are named."""
NOTE, NOTE_MARK = "note-", "noteref-"
"""How what is gone to is named: a note at the foot with its number, and its mark in the words."""
_BETWEEN = "\t"
_GAP = 10
"""Pixels at zoom 1 between two columns."""


def place_of(argument: str) -> Place:
    """What a link to READ names."""
    source, _, at = argument.partition(_BETWEEN)
    start, _, end = at.partition(_BETWEEN)
    return Place(source, Span(int(start), int(end)) if end else None)


def _named(place: Place) -> str:
    if place.span is None:
        return place.source
    return _BETWEEN.join((place.source, str(place.span.start), str(place.span.end)))


def across_within(report: Report) -> bool:
    """Whether it has pages laid across among others that are not."""
    within = any(isinstance(block, Landscape) for block in report.blocks)
    return within and not report.landscape


class ReportHtml:
    """Makes HTML of one report. Each quotation, and each number of a source, is a link to its place
    in the source."""

    def __init__(
        self,
        style: PageStyle,
        places: Mapping[str, Place],
        pictures: Mapping[str, int],
        room: float,
        upright: float = 1,
    ) -> None:
        """`places`: where the quotations stand, by their ids in the report; `pictures`: how wide
        each is, by its name; `room`: how wide the column is, both in pixels; `upright`: the share
        of the column that is for what is not laid across."""
        self._upright = upright
        self._pictures = pictures
        self._room = room
        self._across = False
        """Whether what is being set is laid across."""
        self._style = style
        self._places = places
        self._notes: list[str] = []

    def pieces(self, report: Report) -> Iterator[str]:
        """From the title to the last note; a table row by row, else some paragraphs at once."""
        style = self._style
        marking = style.body(style.bold(report.marking), below=8) if report.marking else ""
        head = marking + style.heading_of_page(report.title)
        for line in (report.subtitle, report.date):
            head += style.small(escape(line)) if line else ""
        yield head
        upright = self._upright
        for block in report.blocks:
            self._across = isinstance(block, Landscape)
            for piece in self._block(block):
                yield piece if upright == 1 or self._across else style.within(upright, piece)
        if self._notes:
            yield style.gap(20) + style.table(_rule(style))
            for number, words in enumerate(self._notes, 1):
                back = self._link(TO, f"{NOTE_MARK}{number}", str(number))
                note = _anchor(f"{NOTE}{number}", style.small(f"{back}&nbsp; {words}", above=3))
                yield style.within(upright, note) if upright < 1 else note

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Table():
                yield from self._table(block)
            case Landscape():
                for inside in block.inside:
                    yield from self._block(inside)
            case Listing():
                for number, item in enumerate(block.items, 1):
                    mark = f"{number}." if block.numbered else "•"
                    yield self._beside(mark, self._all(item))
            case _:
                yield self._whole(block)

    def _all(self, blocks: Iterable[Block]) -> str:
        return "".join(piece for block in blocks for piece in self._block(block))

    def _whole(self, block: Block) -> str:
        style = self._style
        match block:
            case Heading():
                return _anchor(block.id, self._heading(block))
            case Paragraph():
                return _anchor(block.id, self._paragraph(block))
            case Quotation():
                return _anchor(block.id, self._quotation(block))
            case Remark():
                label = style.small(style.bold(block.label))
                rule = f"border-left:{style.px(3)}px dotted {style.colours.ink_quiet};"
                inside = f"padding-left:{style.px(12)}px;"
                cell = f'<tr><td style="{rule} {inside}">{label}{self._all(block.inside)}</td></tr>'
                return _anchor(block.id, style.table(cell, above=10))
            case Verbatim():
                lines = "<br>".join(map(escape, block.words.split("\n")))
                return style.body(f"<tt>{lines}</tt>", above=6)
            case Picture():
                return self._picture(block)
            case PageBreak():
                return style.gap(20) + style.table(_rule(style))
        return ""

    def _heading(self, block: Heading) -> str:
        style, words = self._style, _bold(self._words(block.inside))
        match block.level:
            case 1:
                return style.gap(20) + style.heading_of_page("", words)
            case 2:
                return style.gap(20) + style.body(words, below=4)
            case _:
                return style.gap(12) + style.body(words, below=2)

    def _paragraph(self, block: Paragraph) -> str:
        style, words = self._style, self._words(block.inside)
        match block.role:
            case Role.DETAIL | Role.ATTRIBUTION:
                return style.small(words, above=2, below=2)
            case Role.REFERENCE:
                return style.body(self._to_source(block.id, words), above=8)
            case Role.CLAIM:
                return style.gap(8) + style.body(words, below=2)
            case Role.LEAD:
                return style.body(words, above=4, below=6)
            case _:
                return style.body(words, above=2, below=2)

    def _to_source(self, id: str, words: str) -> str:
        """An entry of the list of sources leads to its text, where no link of its own does."""
        source = id.removeprefix("source-")
        if source == id or "<a " in words:
            return words
        return self._link(READ, source, words, plain=True)

    def _quotation(self, block: Quotation) -> str:
        style = self._style
        opening, closing = block.marks
        words = f"{opening}{escape(block.words, quote=False)}{closing}"
        place = self._places.get(block.id)
        if place is not None:
            words = self._link(READ, _named(place), words, plain=True)
        html = style.theirs(words, below=2)
        if block.doubt:
            colour = style.colours.warning
            html = style.small(f'<span style="color:{colour};">{escape(block.doubt)}</span>') + html
        if block.attribution:
            html += style.small(self._words(block.attribution))
        inside = f"padding-left:{style.px(12)}px;"
        rule = f"border-left:{style.px(3)}px solid {style.colours.hairline};"
        if not block.apart:
            return style.table(f'<tr><td style="{rule} {inside}">{html}</td></tr>', above=6)
        html = style.small(f"<b>{escape(block.apart)}:</b>") + html
        rule = f"border-left:{style.px(2)}px dashed {style.colours.ink_quiet};"
        margin = f'<td width="{style.px(32)}"></td>'
        row = f'<tr>{margin}<td style="{rule} {inside}">{html}</td></tr>'
        return style.table(row, above=6)

    def _picture(self, block: Picture) -> str:
        width = self._pictures.get(block.name, 0)
        alternative = escape(block.alternative)
        image = f'<img src="{PICTURE}:{escape(block.name)}" width="{width}" alt="{alternative}">'
        return self._style.gap(8) + f"<p>{image}</p>"

    def _beside(self, mark: str, html: str) -> str:
        style = self._style
        margin = f'<td width="{style.px(20)}">{style.body(mark)}</td>'
        return style.table(f"<tr>{margin}<td>{html}</td></tr>", above=2)

    def _table(self, table: Table) -> Iterator[str]:
        """Row by row, each a table of the same widths: one of many cells takes long to set. Where
        columns would be too narrow for their words, the cells of a row stand one below another."""
        if table.caption:
            yield self._style.small(escape(table.caption), above=8)
        across = widths(
            [self._need(words) for words in longest_words(table)],
            [column.share for column in table.columns],
            self._room * (1 if self._across else self._upright),
        )
        if across is None:
            for number, row in enumerate(table.rows):
                yield _anchor("" if number else table.id, self._stacked(table, row))
            return
        heads = [_bold(self._words(column.heading)) for column in table.columns]
        yield _anchor(table.id, self._row([self._style.small(head) for head in heads], across))
        for row in table.rows:
            yield self._row([self._all(cell) for cell in row], across)

    def _need(self, words: Iterable[str]) -> float:
        """Pixels of a column in which none of the words is broken, were they bold."""
        return 1.08 * self._style.longest_word(" ".join(words)) + self._style.px(_GAP)

    def _row(self, cells: Iterable[str], across: Iterable[float]) -> str:
        style = self._style
        line = f"border-top:1px solid {style.colours.hairline};"
        air = f"padding-top:{style.px(4)}px; padding-bottom:{style.px(4)}px;"
        right = f"padding-right:{style.px(_GAP)}px;"
        made = "".join(
            f'<td width="{100 * share:.1f}%" style="{line} {air} {right}">{cell}</td>'
            for cell, share in zip(cells, across, strict=True)
        )
        return style.table(f"<tr>{made}</tr>")

    def _stacked(self, table: Table, row: tuple[Cell, ...]) -> str:
        """The first cell over the others, each with the head of its column in the margin or, where
        that has no room for it, above it."""
        style = self._style
        heads = [plain(column.heading) for column in table.columns]
        widest = max(map(style.width_of_small, " ".join(heads[1:]).split(" ")))
        top = self._row([self._all(row[0])], [1])
        cells = zip(heads[1:], map(self._all, row[1:]), strict=True)
        if widest > style.margin:
            return top + "".join(style.small(escape(head), above=4) + cell for head, cell in cells)
        rows = "".join(style.beside(style.name(head), cell, 4) for head, cell in cells)
        return top + style.table(rows)

    def _words(self, run: Iterable[Inline]) -> str:
        return "".join(map(self._inline, run))

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text():
                return escape(inline.words, quote=False)
            case Strong():
                return f'<span style="font-weight:600;">{self._words(inline.inside)}</span>'
            case Emphasis():
                return f"<i>{self._words(inline.inside)}</i>"
            case Raised():
                return f"<sup>{self._words(inline.inside)}</sup>"
            case Code():
                return f"<tt>{escape(inline.words, quote=False)}</tt>"
            case Link():
                return self._linked(inline)
            case Named():
                return f'<a name="{escape(inline.id)}"></a>{self._words(inline.inside)}'
            case LineBreak():
                return "<br>"
            case Footnote():
                self._notes.append(self._words(inline.inside))
                number = len(self._notes)
                mark = self._link(TO, f"{NOTE}{number}", f"<sup>{number}</sup>")
                return f'<a name="{NOTE_MARK}{number}"></a>{mark}'
        return ""  # a Cite that nobody has put into words

    def _linked(self, link: Link) -> str:
        words = self._words(link.inside)
        parts = words.split(", ")
        if link.places and len(parts) == len(link.places):
            linked = zip(parts, link.places, strict=True)
            return ", ".join(self._link(READ, _named(place), part) for part, place in linked)
        if link.places:
            return self._link(READ, _named(link.places[0]), words)
        if link.target.startswith("#source-"):
            return self._link(READ, link.target.removeprefix("#source-"), words, plain=True)
        if link.target.startswith("#"):
            return self._link(TO, link.target[1:], words, plain=True)
        return words  # an address: nothing here reaches the network

    def _link(self, action: str, argument: str, html: str, *, plain: bool = False) -> str:
        return self._style.link(action, argument, html, plain=plain)


def _anchor(id: str, html: str) -> str:
    """`html` with a place in it that can be scrolled to."""
    if not id:
        return html
    at = html.find(">", html.find("<p")) + 1
    return f'{html[:at]}<a name="{escape(id)}"></a>{html[at:]}'


def _bold(html: str) -> str:
    return f'<span style="font-weight:600;">{html}</span>'


def _rule(style: PageStyle) -> str:
    return f'<tr><td style="border-top:1px solid {style.colours.control};">{style.gap(1)}</td></tr>'
