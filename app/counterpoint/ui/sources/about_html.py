"""The page about the texts as a whole: their period, their balance, and where they are silent."""

from collections.abc import Callable, Sequence
from html import escape

from counterpoint.application.library.citation import date_in_words
from counterpoint.domain.approach import ApproachSummary, Position, Tally
from counterpoint.domain.library import Library
from counterpoint.domain.source import Source
from counterpoint.ui.comparison.words import count, in_one_line, sentence

from .page_style import Setting

_COLUMNS = ("Claims", "Passages", "Words", "Sources", "Advocates", "Critics", "Gaps")


def about_page(
    setting: Setting,
    library: Library,
    heads: Sequence[ApproachSummary],
    gaps: Callable[[str], tuple[Position, ...]],
    about_heads: str,
) -> str:
    """The whole page, for the approaches `heads`; `about_heads` is HTML that says which they
    are."""
    statement = (
        setting.prose(library.statement)
        if library.statement
        else setting.body(
            "Nobody has yet written what these texts cover and what they cannot tell. "
            "It belongs into corpus/library.yaml, as its statement."
        )
    )
    return "".join(
        (
            setting.heading_of_page(library.title),
            setting.small(escape(period(library.sources))),
            statement,
            setting.heading("What stands behind each approach"),
            setting.small(about_heads, above=6),
            _balance(setting, heads),
            setting.heading("Where the texts are silent"),
            _silence(setting, library, heads, gaps),
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


def _balance(setting: Setting, heads: Sequence[ApproachSummary]) -> str:
    if not heads:
        return setting.body("There are no approaches in this library.")
    note = "Words are those quoted, each passage once. Advocates and critics count passages."
    if setting.slim:
        lines = "".join(_balance_line(setting, head) for head in heads)
        return lines + setting.small(note, above=8)
    width = setting.px(54 if setting.narrow else 66)
    top = "".join(
        f'<td width="{width}" align="right" style="padding-bottom:{setting.px(4)}px;">'
        f"{setting.small(name)}</td>"
        for name in _COLUMNS
    )
    rows = "".join(_balance_row(setting, head) for head in heads)
    return setting.table(f"<tr><td></td><td></td>{top}</tr>{rows}", above=14) + setting.small(
        note, above=8
    )


def _balance_line(setting: Setting, head: ApproachSummary) -> str:
    """The same as a row, where there is no room for seven columns."""
    cue = setting.marks.cue(head, setting.px(16))
    name = setting.body(f"{cue}&nbsp; {escape(in_one_line(head.title))}", above=10)
    numbers = zip(_COLUMNS, _numbers(setting, head.tally), strict=True)
    return name + setting.small(" · ".join(f"{column}&nbsp;{number}" for column, number in numbers))


def _balance_row(setting: Setting, head: ApproachSummary) -> str:
    air = setting.px(5)
    style = (
        f"border-top:1px solid {setting.colours.hairline}; "
        f"padding-top:{air}px; padding-bottom:{air}px;"
    )
    cue = setting.marks.cue(head, setting.px(16))
    name = setting.body(escape(in_one_line(head.title)))
    numbers = "".join(
        f'<td align="right" style="{style}">{setting.body(number)}</td>'
        for number in _numbers(setting, head.tally)
    )
    # The cue has a cell of its own: within the line it would push the name off the numbers' line.
    first = f'<td width="{setting.px(26)}" style="{style}">{setting.body(cue)}</td>'
    return f'<tr>{first}<td style="{style}">{name}</td>{numbers}</tr>'


def _numbers(setting: Setting, tally: Tally) -> list[str]:
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
    none = f'<span style="color:{setting.colours.ink_faint};">–</span>'
    return [f"{value:,}" if value else none for value in values]


def _silence(
    setting: Setting,
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
        cue = setting.marks.cue(head, setting.px(16))
        html.append(setting.body(f"{cue}&nbsp; {setting.bold(in_one_line(head.title))}", above=16))
        html.append(
            setting.definitions(
                [(titles.get(gap.dimension, gap.dimension), _looked_for(gap)) for gap in silent],
                above=6,
            )
        )
    return "".join(html) or setting.body("Every one of these approaches answers every question.")


def _looked_for(gap: Position) -> str:
    if not gap.why:
        return "Nothing in these texts."
    why = sentence(gap.why)
    # Some writers begin with the word themselves.
    lead = "" if why.casefold().startswith("look") else "Looked for: "
    return f"Nothing in these texts. {lead}{escape(why)}"
