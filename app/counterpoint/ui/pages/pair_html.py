"""Two approaches as a page: side by side on each question, then the replies between them."""

from collections.abc import Sequence
from html import escape

from counterpoint.application.pages.pair_page import PairPage, PairRow, Said
from counterpoint.domain.approach import CellState
from counterpoint.domain.note import Target, TargetKind
from counterpoint.domain.parting import Between
from counterpoint.labels import page as words
from counterpoint.labels.text import set_apart
from counterpoint.ui.paper.page_style import PageStyle

from .parts import Parts


class PairHtml:
    """Makes the HTML of two approaches. `parts.style` says how much room there is: where there is
    little, the two stand one below the other."""

    def __init__(self, parts: Parts, page: PairPage) -> None:
        self._style: PageStyle = parts.style
        self._parts = parts
        self._page = page

    def html(self) -> str:
        """The whole page."""
        style, page = self._style, self._page
        return "".join(
            (
                self._heads(),
                style.body(escape(words.pair_counts(page.nearness)), above=12),
                *(self._group(how, rows) for how, rows in page.groups()),
                self._replies(),
            )
        )

    def _heads(self) -> str:
        style = self._style
        one, other = [
            style.heading_of_page(head.title, f"{self._parts.cue(head)}&nbsp; ")
            + style.small(escape(set_apart(head.gist)))
            for head in (self._page.one, self._page.other)
        ]
        return self._style.side_by_side("", one, other, air=0)

    def _group(self, between: Between, rows: Sequence[PairRow]) -> str:
        """The questions on which they stand so to each other."""
        heading = self._style.heading(words.standing_on(between, len(rows)))
        return heading + "".join(map(self._row, rows))

    def _row(self, row: PairRow) -> str:
        style = self._style
        name = style.bold(set_apart(row.dimension.title))
        margin = style.body(self._parts.question(row.dimension.id, name))
        if row.alike:
            margin += style.small(escape(words.both([each.name for each in row.alike])))
        one, other = self._said(row.one), self._said(row.other)
        return style.side_by_side(margin, one, other, air=12)

    def _said(self, said: Said) -> str:
        style, parts = self._style, self._parts
        target = Target(TargetKind.POSITION, said.head.id, said.position.dimension)
        line = escape(words.answer_line(said.position))
        if said.position.state is not CellState.ANSWERED:
            quiet = parts.cell(target, style.quiet(line), plain=True)
            return style.body(f"{parts.cue(said.head, silent=True)}&nbsp; {quiet}")
        cue = parts.cue(said.head)
        names = "; ".join(each.name for each in said.held)
        return style.body(f"{cue}&nbsp; {style.bold(names)}") + style.body(
            parts.cell(target, line, plain=True), above=2
        )

    def _replies(self) -> str:
        style, replies = self._style, self._page.replies
        heading = style.heading(words.replies_between(len(replies)))
        if not replies:
            return heading + style.small(escape(words.no_replies()), above=6)
        heads = {head.id: head for head in (self._page.one, self._page.other)}
        return heading + "".join(self._parts.pair_of_passages(each, heads) for each in replies)
