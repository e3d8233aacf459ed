"""A source's page: what the text is, how far it can be trusted, and its passages."""

from collections.abc import Sequence
from html import escape

from counterpoint.domain.invisible_characters import made_visible
from counterpoint.domain.source import NOT_STATED, Source
from counterpoint.labels import counts
from counterpoint.labels.date import date_in_words
from counterpoint.labels.description import not_stated
from counterpoint.labels.evidence import remarks, stance
from counterpoint.labels.paragraph import NO_BREAK, paragraph
from counterpoint.labels.quotation_state import state_line
from counterpoint.labels.source import numbering
from counterpoint.labels.text import DOT, capital, sentence, set_apart
from counterpoint.labels.translation import tr
from counterpoint.ui.paper.page_style import PageStyle

from .language_name import language
from .passages import Group, Passage

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
            page_style.small(_deeds(page_style, source), above=8),
            page_style.definitions(_description(page_style, source), above=20),
            page_style.heading(tr("Source summary statement")),
            _statement(page_style, source),
            page_style.heading(tr("Passages by approach")),
            page_style.small(about_groups, above=6),
            _passages(page_style, groups, most) if groups else _none(page_style, about_groups),
        )
    )


def _deeds(page_style: PageStyle, source: Source) -> str:
    def unbroken(words: str) -> str:
        return words.replace(" ", NO_BREAK)

    describe = page_style.link("describe", source.id, unbroken(tr("Correct the description")))
    replace = page_style.link("replace", source.id, unbroken(tr("Replace with a new version…")))
    links = [describe, replace]
    if source.original is not None:
        links.append(page_style.link("original", source.id, unbroken(tr("Open the original"))))
        links.append(page_style.link("folder", source.id, unbroken(tr("Show it in its folder"))))
    links.append(page_style.link("remove", source.id, unbroken(tr("Remove from the library"))))
    return "&nbsp;&nbsp; ".join(links)


def _by_line(source: Source) -> str:
    kind = "" if source.kind == NOT_STATED else set_apart(source.kind)
    return capital(DOT.join(filter(None, (kind, date_in_words(source.date)))))


def _statement(page_style: PageStyle, source: Source) -> str:
    if source.statement == NOT_STATED:
        return page_style.body(page_style.quiet(not_stated()), above=8)
    return page_style.prose(source.statement)


def _description(page_style: PageStyle, source: Source) -> list[tuple[str, str]]:
    short = source.digest[:DIGITS_SHOWN]
    digest = f"{escape(short)}…&nbsp; {page_style.link('digest', source.id, tr('Copy'))}"
    entries = [
        (tr("Author"), source.author),
        (tr("Publisher"), source.publisher),
        (tr("Date"), NOT_STATED if source.date == NOT_STATED else date_in_words(source.date)),
        (tr("Language"), language(source.language)),
        (tr("Kind"), source.kind),
        (tr("Marking"), source.marking),
        (tr("Web address"), source.address),
        (tr("Read there on"), source.accessed),
        (tr("DOI"), source.doi),
        (tr("What it is"), source.about),
        (tr("How it reached us"), source.reached_us),
        (tr("Access"), source.access),
        (tr("Rights"), source.rights),
        (tr("Not in the text"), "; ".join(source.lost)),
        (tr("Paragraph numbers"), numbering(source.numbering)),
    ]
    return [
        *((name, _said(page_style, words)) for name, words in entries if words),
        *_original(source),
        (tr("Digest (sha256)"), digest),
    ]


def _said(page_style: PageStyle, words: str) -> str:
    if words == NOT_STATED:
        return page_style.quiet(not_stated())
    return escape(capital(set_apart(words)))


def _original(source: Source) -> list[tuple[str, str]]:
    """The name of its file, letter for letter."""
    if source.original is None:
        return []
    return [(tr("Original"), escape(set_apart(source.original.name)))]


def _none(page_style: PageStyle, about_groups: str) -> str:
    said = tr("None of their claims quotes this text.")
    said = said if about_groups else tr("No claim quotes this text.")
    return page_style.body(page_style.quiet(said), above=12)


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
        more = page_style.link("more", "", tr("Show {n} more", "", min(most, total - most)))
        here = tr("{shown} of {passages}.", shown=f"{most:,}", passages=counts.passages(total))
        html.append(page_style.small(f"{here} {more}", above=12))
    return "".join(html)


def _group_head(page_style: PageStyle, group: Group) -> str:
    cue = page_style.marks.cue(group.approach, page_style.px(18))
    claims = f"{counts.passages(len(group.passages))}, {counts.claims(group.claims)}"
    name = page_style.bold(set_apart(group.approach.title))
    quiet = f'<span style="color:{page_style.colours.ink_quiet};">&nbsp; {claims}</span>'
    return page_style.body(f"{cue}&nbsp; {name}{quiet}", above=20)


def _passage(page_style: PageStyle, passage: Passage) -> str:
    """The words in their own letter beside a rule, and below them each claim that rests on
    them. The number stands in the margin as the reader has it."""
    first = passage.first
    rule = page_style.colours.approach(first.approach.colour).rule
    cue = page_style.marks.cue(first.approach, page_style.px(15))
    number = escape(set_apart(paragraph(first.evidence.paragraph)))
    margin = page_style.number(f"{cue}&nbsp;&nbsp;{number}")
    words = escape(set_apart(made_visible(first.evidence.quotation.words)))
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
    said = f'{shape}&nbsp;<span style="color:{colour};">{stance(piece.stance)}</span>&nbsp; '
    line = page_style.body(said + text, above=2)
    voice = escape(" → ".join(set_apart(name) for name in piece.voice))
    said_above = index > 0 and piece.voice == passage.first.evidence.voice
    qualified = [] if said_above or not voice else [voice]
    qualified += map(escape, remarks(piece))
    wrong = state_line(piece.standing.state)
    small = page_style.small(" · ".join(qualified)) if qualified else ""
    if wrong:
        small += page_style.small(
            f'<span style="color:{page_style.colours.warning};">{escape(wrong)}</span>'
        )
    return line + small
