"""The page about the texts as a whole: their period, their balance, and where they are silent."""

from collections.abc import Callable, Sequence
from html import escape

from counterpoint.application.library.citation import date_in_words
from counterpoint.domain.approach import ApproachSummary, Position, Tally
from counterpoint.domain.library import Library
from counterpoint.domain.source import Source
from counterpoint.ui.comparison.words import count, in_one_line, sentence

from .page_style import PageStyle

_COLUMNS = ("Claims", "Passages", "Words", "Sources", "Advocates", "Critics", "Gaps")


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
        if library.statement
        else page_style.body(
            "Nobody has yet written what these texts cover and what they cannot tell. "
            "It belongs into corpus/library.yaml, as its statement."
        )
    )
    return "".join(
        (
            page_style.heading_of_page(library.title),
            page_style.small(escape(period(library.sources))),
            statement,
            page_style.heading("What stands behind each approach"),
            page_style.small(about_heads, above=6),
            _balance(page_style, heads),
            page_style.heading("Where the texts are silent"),
            _silence(page_style, library, heads, gaps),
        )
    )


def period(sources: Sequence[Source]) -> str:
    """ "5 texts, 20 October 2008 to October 2020", and how many bear no date."""
    dates = sorted(source.date for source in sources if source.date[:1].isdigit())
    parts = [count(len(sources), "text")]
    if dates and dates[0] == dates[-1]:
        parts.append(date_in_words(dates[0]))
    elif dates:
        parts.append(f"{date_in_words(dates[0])} to {date_in_words(dates[-1])}")
    undated = len(sources) - len(dates)
    if undated:
        parts.append(f"{undated:,} undated")
    return ", ".join(parts)


def _balance(page_style: PageStyle, heads: Sequence[ApproachSummary]) -> str:
    if not heads:
        return page_style.body("There are no approaches in this library.")
    note = "Words are those quoted, each passage once. Advocates and critics count passages."
    if page_style.slim:
        lines = "".join(_balance_line(page_style, head) for head in heads)
        return lines + page_style.small(note, above=8)
    air = page_style.px(14 if page_style.narrow else 18)
    top = "".join(
        f'<td width="{page_style.width_of_small(name) + air}" align="right" '
        f'style="padding-bottom:{page_style.px(4)}px;">{page_style.small(name)}</td>'
        for name in _COLUMNS
    )
    rows = "".join(_balance_row(page_style, head) for head in heads)
    return page_style.table(f"<tr><td></td><td></td>{top}</tr>{rows}", above=14) + page_style.small(
        note, above=8
    )


def _balance_line(page_style: PageStyle, head: ApproachSummary) -> str:
    """The same as a row, where there is no room for seven columns."""
    cue = page_style.marks.cue(head, page_style.px(16))
    name = page_style.body(f"{cue}&nbsp; {escape(in_one_line(head.title))}", above=10)
    numbers = zip(_COLUMNS, _numbers(page_style, head.tally), strict=True)
    return name + page_style.small(
        " · ".join(f"{column}&nbsp;{number}" for column, number in numbers)
    )


def _balance_row(page_style: PageStyle, head: ApproachSummary) -> str:
    air = page_style.px(5)
    style = (
        f"border-top:1px solid {page_style.colours.hairline}; "
        f"padding-top:{air}px; padding-bottom:{air}px;"
    )
    cue = page_style.marks.cue(head, page_style.px(16))
    name = page_style.body(escape(in_one_line(head.title)))
    numbers = "".join(
        f'<td align="right" style="{style}">{page_style.body(number)}</td>'
        for number in _numbers(page_style, head.tally)
    )
    # The cue has a cell of its own: within the line it would push the name off the numbers' line.
    first = f'<td width="{page_style.px(26)}" style="{style}">{page_style.body(cue)}</td>'
    return f'<tr>{first}<td style="{style}">{name}</td>{numbers}</tr>'


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
            page_style.body(f"{cue}&nbsp; {page_style.bold(in_one_line(head.title))}", above=16)
        )
        html.append(
            page_style.definitions(
                [(titles.get(gap.dimension, gap.dimension), _looked_for(gap)) for gap in silent],
                above=6,
            )
        )
    return "".join(html) or page_style.body("Every one of these approaches answers every question.")


def _looked_for(gap: Position) -> str:
    if not gap.why:
        return "Nothing in these texts."
    why = sentence(gap.why)
    # Some writers begin with the word themselves.
    lead = "" if why.casefold().startswith("look") else "Looked for: "
    return f"Nothing in these texts. {lead}{escape(why)}"
