"""The page about the texts as a whole: their period, their balance, and where they are silent."""

from collections.abc import Callable, Sequence
from html import escape

from counterpoint.domain.approach import ApproachSummary, Position, Tally
from counterpoint.domain.library import Library
from counterpoint.domain.source import NOT_STATED, Source
from counterpoint.labels import counts
from counterpoint.labels.date import date_in_words
from counterpoint.labels.position import looked_for, nothing
from counterpoint.labels.text import set_apart
from counterpoint.labels.translation import tr
from counterpoint.ui.paper.page_style import PageStyle

_CUE = 26
"""Pixels at zoom 1 of the column for the letter of an approach."""


def _columns() -> tuple[str, ...]:
    return (
        tr("Claims"),
        tr("Passages"),
        tr("Words"),
        tr("Sources"),
        tr("Advocates"),
        tr("Critics"),
        tr("Gaps"),
    )


def about_page(
    page_style: PageStyle,
    library: Library,
    heads: Sequence[ApproachSummary],
    gaps: Callable[[str], tuple[Position, ...]],
    about_heads: str,
) -> str:
    """The whole page, for the approaches `heads`; `about_heads` is HTML that says which they
    are."""
    statement = (
        page_style.prose(library.statement)
        if library.statement not in ("", NOT_STATED)
        else page_style.body(
            tr(
                "Nobody has yet written what these texts cover and what they cannot tell. "
                "It belongs into corpus/library.yaml, as its statement."
            )
        )
    )
    return "".join(
        (
            page_style.heading_of_page(library.title),
            page_style.small(escape(period(library.sources))),
            statement,
            page_style.heading(tr("What stands behind each approach")),
            page_style.small(about_heads, above=6),
            _balance(page_style, heads),
            page_style.heading(tr("Where the texts are silent")),
            _silence(page_style, library, heads, gaps),
        )
    )


def period(sources: Sequence[Source]) -> str:
    """ "5 texts, 20 October 2008 to October 2020", and how many bear no date."""
    dates = sorted(source.date for source in sources if source.date[:1].isdigit())
    parts = [counts.texts(len(sources))]
    if dates and dates[0] == dates[-1]:
        parts.append(date_in_words(dates[0]))
    elif dates:
        parts.append(
            tr("{first} to {last}", first=date_in_words(dates[0]), last=date_in_words(dates[-1]))
        )
    undated = len(sources) - len(dates)
    if undated:
        parts.append(tr("{n} undated", "", undated))
    return ", ".join(parts)


def _balance(page_style: PageStyle, heads: Sequence[ApproachSummary]) -> str:
    if not heads:
        return page_style.body(tr("There are no approaches in this library."))
    note = tr("Words are those quoted, each passage once. Advocates and critics count passages.")
    if page_style.slim:
        lines = "".join(_balance_line(page_style, head) for head in heads)
        return lines + page_style.small(note, above=8)
    air = page_style.px(14 if page_style.narrow else 18)
    widths = [page_style.width_of_small(name) + air for name in _columns()]
    names = max(page_style.longest_word(set_apart(head.title)) for head in heads)
    beside = page_style.px(_CUE) + names + sum(widths) <= page_style.least
    top = "".join(
        f'<td width="{width}" align="right" '
        f'style="padding-bottom:{page_style.px(4)}px;">{page_style.small(name)}</td>'
        for name, width in zip(_columns(), widths, strict=True)
    )
    rows = "".join(_balance_row(page_style, head, beside=beside) for head in heads)
    return page_style.table(f"<tr><td></td><td></td>{top}</tr>{rows}", above=14) + page_style.small(
        note, above=8
    )


def _balance_line(page_style: PageStyle, head: ApproachSummary) -> str:
    """The same as a row, where there is no room for seven columns."""
    cue = page_style.marks.cue(head, page_style.px(16))
    name = page_style.body(f"{cue}&nbsp; {escape(set_apart(head.title))}", above=10)
    numbers = zip(_columns(), _numbers(page_style, head.tally), strict=True)
    return name + page_style.small(
        "&nbsp;· ".join(f"{column}&nbsp;{number}" for column, number in numbers)
    )


def _balance_row(page_style: PageStyle, head: ApproachSummary, *, beside: bool) -> str:
    """The name with its numbers `beside` it, or below, where it would be broken or made small."""
    air = page_style.px(5)
    style = (
        f"border-top:1px solid {page_style.colours.hairline}; "
        f"padding-top:{air}px; padding-bottom:{air if beside else 0}px;"
    )
    of_number = style if beside else f"padding-bottom:{air}px;"
    cue = page_style.marks.cue(head, page_style.px(16))
    name = page_style.body(escape(set_apart(head.title)))
    numbers = "".join(
        f'<td align="right" style="{of_number}">{page_style.body(number)}</td>'
        for number in _numbers(page_style, head.tally)
    )
    # The cue has a cell of its own: within the line it would push the name off the numbers' line.
    first = f'<td width="{page_style.px(_CUE)}" style="{style}">{page_style.body(cue)}</td>'
    if beside:
        return f'<tr>{first}<td style="{style}">{name}</td>{numbers}</tr>'
    whole = f'<td colspan="{len(_columns()) + 1}" style="{style}">{name}</td>'
    return f"<tr>{first}{whole}</tr><tr><td></td><td></td>{numbers}</tr>"


def _numbers(page_style: PageStyle, tally: Tally) -> list[str]:
    """The cells of a row; where nobody speaks, a dash stands back."""
    values = (
        tally.claims,
        tally.passages,
        tally.words,
        tally.sources,
        tally.advocates,
        tally.criticises,
        tally.gaps,
    )
    none = f'<span style="color:{page_style.colours.ink_faint};">–</span>'
    return [f"{value:,}" if value else none for value in values]


def _silence(
    page_style: PageStyle,
    library: Library,
    heads: Sequence[ApproachSummary],
    gaps: Callable[[str], tuple[Position, ...]],
) -> str:
    titles = {dimension.id: dimension.title for dimension in library.dimensions}
    html: list[str] = []
    for head in heads:
        silent = gaps(head.id)
        if not silent:
            continue
        cue = page_style.marks.cue(head, page_style.px(16))
        html.append(
            page_style.body(f"{cue}&nbsp; {page_style.bold(set_apart(head.title))}", above=16)
        )
        html.append(
            page_style.definitions(
                [(titles.get(gap.dimension, gap.dimension), _looked_for(gap)) for gap in silent],
                above=6,
            )
        )
    return "".join(html) or page_style.body(
        tr("None of these approaches is entered as silent on a question.")
    )


def _looked_for(gap: Position) -> str:
    return escape(f"{nothing()}. {looked_for(gap)}".rstrip())
