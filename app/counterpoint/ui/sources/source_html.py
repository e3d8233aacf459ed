"""A source's page: what the text is, how far it can be trusted, and its passages."""

from collections.abc import Sequence
from html import escape

from counterpoint.application.library.citation import date_in_words
from counterpoint.domain.approach import Link
from counterpoint.domain.source import Numbering, Source
from counterpoint.ui.comparison.words import count, in_one_line, sentence, standing_line

from .page_style import PageStyle, capital
from .passages import Group, Passage

NUMBERINGS = {
    Numbering.PILCROW: "By the text itself; cited as ¶4",
    Numbering.NUMBER: "By the text itself; cited as para. 144",
    Numbering.COUNT: "The text has no numbers. Counted from the top; cited as §9 (counted)",
}
DIGITS_SHOWN = 12


def source_page(
    page_style: PageStyle, source: Source, groups: Sequence[Group], most: int, about_groups: str
) -> str:
    """The whole page. At most `most` passages are set, the rest offered; `about_groups` is HTML
    that says which approaches they are for."""
    return "".join(
        (
            page_style.title(source.title),
            page_style.small(escape(_by_line(source))),
            page_style.definitions(_description(page_style, source), above=20),
            page_style.heading("Source summary statement"),
            page_style.prose(source.statement),
            page_style.heading("Passages by approach"),
            page_style.small(about_groups, above=6),
            _passages(page_style, groups, most),
        )
    )


def _by_line(source: Source) -> str:
    return f"{capital(in_one_line(source.kind))} · {date_in_words(source.date)}"


def _description(page_style: PageStyle, source: Source) -> list[tuple[str, str]]:
    short = source.digest[:DIGITS_SHOWN]
    digest = f"{escape(short)}… &nbsp;{page_style.link('digest', source.id, 'Copy')}"
    entries = [
        ("Author", source.author),
        ("Publisher", source.publisher),
        ("Date", date_in_words(source.date)),
        ("Kind", source.kind),
        ("Marking", source.marking),
        ("What it is", source.about),
        ("How it reached us", source.reached_us),
        ("Access", source.access),
        ("Rights", source.rights),
        ("Paragraph numbers", NUMBERINGS[source.numbering]),
    ]
    return [
        *((name, escape(capital(in_one_line(words)))) for name, words in entries if words),
        ("Digest (sha256)", digest),
    ]


def _passages(page_style: PageStyle, groups: Sequence[Group], most: int) -> str:
    html: list[str] = []
    left = most
    total = sum(len(group.passages) for group in groups)
    for group in groups:
        if left <= 0:
            break
        html.append(_group_head(page_style, group))
        rows = "".join(_passage(page_style, passage) for passage in group.passages[:left])
        html.append(page_style.table(rows, above=12))
        left -= len(group.passages)
    if total > most:
        more = page_style.link("more", "", f"Show {min(most, total - most):,} more")
        html.append(page_style.small(f"{most:,} of {total:,} passages. {more}", above=12))
    return "".join(html)


def _group_head(page_style: PageStyle, group: Group) -> str:
    cue = page_style.marks.cue(group.approach, page_style.px(18))
    claims = f"{count(len(group.passages), 'passage')}, {count(group.claims, 'claim')}"
    name = page_style.bold(in_one_line(group.approach.title))
    quiet = f'<span style="color:{page_style.colours.ink_quiet};">&nbsp; {claims}</span>'
    return page_style.body(f"{cue}&nbsp; {name}{quiet}", above=20)


def _passage(page_style: PageStyle, passage: Passage) -> str:
    """The words in their own letter beside a rule, and below them each claim that rests on
    them. The number stands in the margin as the reader has it."""
    first = passage.first
    rule = page_style.colours.approach(first.approach.colour).rule
    cue = page_style.marks.cue(first.approach, page_style.px(15))
    number = escape(in_one_line(first.evidence.paragraph))
    margin = page_style.number(f"{cue}&nbsp;&nbsp;{number}")
    words = escape(in_one_line(first.evidence.quotation.words))
    several = len(passage.pieces) > 1
    quoted = page_style.theirs(
        page_style.link("jump", first.evidence.key, words, plain=True), below=3
    )
    claims = (_claim(page_style, passage, index, several) for index in range(len(passage.pieces)))
    ruled = f"border-left:{page_style.px(3)}px solid {rule}; padding-left:{page_style.px(12)}px;"
    row = page_style.beside(margin, quoted + "".join(claims), 0, ruled)
    return row + page_style.beside("", page_style.gap(16), 0)


def _claim(page_style: PageStyle, passage: Passage, index: int, several: bool) -> str:
    """Stance, claim and voice of one piece of evidence."""
    placed = passage.pieces[index]
    piece = placed.evidence
    colour = page_style.colours.approach(placed.approach.colour).text
    shape = page_style.marks.stance(piece.stance, colour, page_style.px(9))
    text = escape(sentence(placed.claim.text))
    if several:
        text = page_style.link("jump", piece.key, text, plain=True)
    stance = f'{shape}&nbsp;<span style="color:{colour};">{piece.stance.value}</span>&nbsp; '
    line = page_style.body(stance + text, above=2)
    voice = escape(" → ".join(in_one_line(name) for name in piece.voice))
    said_above = index > 0 and piece.voice == passage.first.evidence.voice
    remarks = [] if said_above or not voice else [voice]
    if piece.hedge:
        remarks.append(f"hedged: “{escape(in_one_line(piece.hedge))}”")
    if piece.tone:
        remarks.append(escape(piece.tone))
    if piece.link is Link.INFERRED:
        remarks.append(_with_why("inferred", piece.why))
    if piece.partial:
        remarks.append(_with_why("in part", piece.partial))
    wrong = standing_line(piece.standing.state)
    small = page_style.small(" · ".join(remarks)) if remarks else ""
    if wrong:
        small += page_style.small(
            f'<span style="color:{page_style.colours.warning};">{escape(wrong)}</span>'
        )
    return line + small


def _with_why(what: str, why: str) -> str:
    return f"{what}: {escape(in_one_line(why))}" if why else what
