"""How the pages are set: paragraphs, headings, lists and links as HTML for a QTextDocument."""

from enum import Enum, auto
from html import escape
from urllib.parse import quote

from PySide6.QtGui import QFontMetrics

from counterpoint.labels.text import capital, set_apart
from counterpoint.ui.theme.fonts import LINE_OF_CLAIM, LINE_OF_SOURCE, SERIF, Size
from counterpoint.ui.theme.theme import Theme

from .mark_images import MarkImages

COLUMN = 712
"""The width of what is set, in pixels at zoom 1: a margin and some 70 letters of source text."""
MARGIN, NARROW_MARGIN = 152, 104
"""The width of the margin, where names and paragraph numbers stand, in pixels at zoom 1."""
NARROW, SLIM = 600, 480
"""Widths of the column, in pixels at zoom 1, below which the margin is narrow, and below which
there is none: what would stand in it stands above the text."""


class Breadth(Enum):
    """How much room the column has."""

    WIDE = auto()
    NARROW = auto()
    SLIM = auto()


class PageStyle:
    """Makes HTML from words; everything that comes from a library is escaped here.

    Sizes are pixels at zoom 1 and are scaled by the theme.
    """

    def __init__(self, theme: Theme, breadth: Breadth = Breadth.WIDE) -> None:
        self.narrow = breadth is not Breadth.WIDE
        self.slim = breadth is Breadth.SLIM
        self.colours = theme.colours
        self.marks = MarkImages(theme)
        self._fonts = theme.fonts

    def px(self, at_zoom_one: float) -> int:
        return self._fonts.px(at_zoom_one)

    @property
    def least(self) -> int:
        """Pixels that the column has at the least, where it has a margin."""
        return self.px(SLIM if self.narrow else NARROW)

    @property
    def margin(self) -> int:
        """Pixels that the words in the margin have; 0 where there is none."""
        if self.slim:
            return 0
        return self.px(NARROW_MARGIN if self.narrow else MARGIN) - self.px(12)

    def width_of_small(self, words: str) -> int:
        """Of small words on one line, in pixels."""
        return QFontMetrics(self._fonts.ours(Size.SMALL)).horizontalAdvance(words)

    def longest_word(self, words: str) -> int:
        """Pixels of the widest word of a body text, which must fit its line to stay whole."""
        metrics = QFontMetrics(self._fonts.ours())
        return max((metrics.horizontalAdvance(word) for word in words.split(" ")), default=0)

    def bold(self, words: str) -> str:
        # The weight that is shipped: a heavier one would be smeared from it.
        return f'<span style="font-weight:600;">{escape(words)}</span>'

    def heading(self, words: str) -> str:
        """The name of a part of the page, with air above it."""
        return self._block(self.bold(words), Size.BODY, self.colours.ink, above=36)

    def heading_of_page(self, words: str, before: str = "") -> str:
        """`before`: HTML, such as an approach's letter."""
        text = before + self.bold(set_apart(words))
        return self._block(text, Size.TITLE, self.colours.ink, above=4, below=4)

    def quiet(self, html: str) -> str:
        """Words that stand where something is not said."""
        return f'<i><span style="color:{self.colours.ink_quiet};">{html}</span></i>'

    def title(self, words: str) -> str:
        """The source's own title, in the source's letter."""
        return self.theirs(escape(set_apart(words)), above=4, below=4)

    def prose(self, words: str) -> str:
        """What we say at length, beside the margin. Paragraphs are parted by empty lines, and a
        short lead before a colon is put into the margin."""
        entries: list[tuple[str, str]] = []
        for part in words.split("\n\n"):
            text = set_apart(part)
            lead, colon, rest = text.partition(": ")
            led = bool(colon) and len(lead.split()) <= 4 and "." not in lead
            if text:
                entries.append((lead, capital(rest)) if led else ("", text))
        if self.narrow and not any(lead for lead, _ in entries):
            return "".join(self.body(escape(text), above=8) for _, text in entries)
        return self.definitions([(lead, escape(text)) for lead, text in entries], air=8)

    def theirs(self, html: str, *, above: float = 0, below: float = 0) -> str:
        """A paragraph in the source's letter."""
        line = round(self.px(Size.SOURCE.value) * LINE_OF_SOURCE)
        style = self._style(Size.SOURCE, self.colours.ink, line, above, below)
        return f"<p style=\"font-family:'{SERIF}'; {style}\">{html}</p>"

    def body(
        self, html: str, *, above: float = 0, below: float = 0, line: float = LINE_OF_CLAIM
    ) -> str:
        return self._block(html, Size.BODY, self.colours.ink, above, below, line)

    def small(self, html: str, *, above: float = 0, below: float = 0) -> str:
        return self._block(html, Size.SMALL, self.colours.ink_quiet, above, below)

    def link(self, action: str, argument: str, html: str, *, plain: bool = False) -> str:
        """A link that does something in this window; `plain` where it does not look like one."""
        colour = self.colours.ink if plain else self.colours.accent
        href = f"{action}:{quote(argument, safe='')}"
        return f'<a href="{href}" style="color:{colour}; text-decoration:none;">{html}</a>'

    def definitions(
        self, entries: list[tuple[str, str]], *, above: float = 10, air: float = 5
    ) -> str:
        """Names in the margin and what they mean beside it, as HTML; `air` is put below each."""
        rows = (self.beside(self.name(name), self.body(html), air) for name, html in entries)
        return self.table("".join(rows), above=above)

    def name(self, words: str) -> str:
        """A small name in the margin, on the line of the text beside it."""
        line = round(self.px(Size.BODY.value) * LINE_OF_CLAIM)
        style = self._style(Size.SMALL, self.colours.ink_quiet, line, 0, 0)
        return f'<p style="{style}">{escape(words)}</p>'

    def number(self, html: str) -> str:
        """A number at the inner edge of the margin, on the line of source text beside it."""
        line = round(self.px(Size.SOURCE.value) * LINE_OF_SOURCE)
        style = self._style(Size.SMALL, self.colours.ink_quiet, line, 0, 0)
        align = "left" if self.slim else "right"
        return f'<p align="{align}" style="{style}">{html}</p>'

    def gap(self, height: float) -> str:
        """Nothing, so high."""
        return f'<p style="font-size:1px; line-height:{self.px(height)}px; margin:0;">&nbsp;</p>'

    def beside(self, margin: str, html: str, air: float, style: str = "") -> str:
        """A row of a table: something in the margin and something beside it, or below it."""
        below = f"padding-bottom:{self.px(air)}px;"
        if self.slim:
            above = f"<tr><td>{margin}</td></tr>" if margin else ""
            return f'{above}<tr><td style="{below} {style}">{html}</td></tr>'
        width = self.px(NARROW_MARGIN if self.narrow else MARGIN)
        return (
            f'<tr><td width="{width}" style="padding-right:{self.px(12)}px;">{margin}'
            f'</td><td style="{below} {style}">{html}</td></tr>'
        )

    def side_by_side(
        self, margin: str, one: str, other: str, *, air: float, margined: bool = True
    ) -> str:
        """Two things in columns of one width, with something in the margin, if the page has one
        there; where there is no room, one below the other."""
        if self.slim:
            gap = f"padding-bottom:{self.px(8)}px;"
            parts = [
                f'<tr><td style="{gap}">{html}</td></tr>' for html in (margin, one, other) if html
            ]
            return self.table("".join(parts), above=air)
        width = self.px(NARROW_MARGIN if self.narrow else MARGIN)
        gap, share = f"padding-right:{self.px(12)}px;", 39 if margined else 50
        columns = "".join(
            f'<td width="{share}%" style="{gap}">{html}</td>' for html in (one, other)
        )
        first = f'<td width="{width}" style="{gap}">{margin}</td>' if margined else ""
        return self.table(f"<tr>{first}{columns}</tr>", above=air)

    def table(self, rows: str, *, above: float = 0) -> str:
        air = f' style="margin-top:{self.px(above)}px;"' if above else ""
        return f'<table width="100%" cellspacing="0" cellpadding="0"{air}>{rows}</table>'

    def within(self, share: float, html: str) -> str:
        """`html` in a column of that share of the width, at the left."""
        cell = f"<tr><td>{html}</td></tr>"
        return f'<table width="{100 * share:.0f}%" cellspacing="0" cellpadding="0">{cell}</table>'

    def _block(
        self,
        html: str,
        size: Size,
        colour: str,
        above: float = 0,
        below: float = 0,
        line: float = LINE_OF_CLAIM,
    ) -> str:
        height = round(self.px(size.value) * line)
        return f'<p style="{self._style(size, colour, height, above, below)}">{html}</p>'

    def _style(self, size: Size, colour: str, line: int, above: float, below: float) -> str:
        return (
            f"font-size:{self.px(size.value)}px; color:{colour}; line-height:{line}px; "
            f"margin-top:{self.px(above) if above else 0}px; "
            f"margin-bottom:{self.px(below) if below else 0}px; margin-left:0; margin-right:0;"
        )
