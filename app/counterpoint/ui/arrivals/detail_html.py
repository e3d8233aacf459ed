"""The page of one document: what came of it, what can be done, and while it waits its text."""

from collections.abc import Callable, Iterator
from html import escape
from typing import NamedTuple

from counterpoint.application.importing.arrivals import (
    Arrival,
    Draft,
    Guess,
    Kind,
    Standing,
    doubts,
)
from counterpoint.application.importing.preview_text import PreviewParagraph, PreviewText
from counterpoint.domain.because import Because
from counterpoint.domain.invisible_characters import made_visible
from counterpoint.labels import arrival as words
from counterpoint.labels.because import because
from counterpoint.labels.paragraph import paragraph
from counterpoint.labels.text import capital, sentence, set_apart
from counterpoint.labels.translation import tr
from counterpoint.ui.paper.page_style import PageStyle
from counterpoint.ui.session.documents_listed import likeness, why_left_out

from .model import standing_of

Title = Callable[[str], str]


class Shown(NamedTuple):
    """How much of a page is shown."""

    paragraphs: int
    """At most, of a text that waits."""
    whole: frozenset[str] = frozenset()
    """The places of the long phrases that were opened."""


_STEP = 20
_RULED = 14
"""Pixels at zoom 1 from the rule beside a block quotation to its words."""
_MOST_STEPS = 6
"""Steps from the margin that are shown, at most."""


def document_page(style: PageStyle, arrival: Arrival, title: Title, shown: Shown) -> str:
    """The whole page, with so much of it as is `shown`. `title` gives what tells a source from
    others, for its id."""
    draft, description = arrival.preview.draft, arrival.preview.description
    called = description.title if description is not None else arrival.name
    kind = words.size(draft.kind, draft.pages, draft.paragraphs) if draft is not None else ""
    parts = [style.title(called), style.small(escape(_by_line(arrival, kind)))]
    match arrival.standing:
        case Standing.CAME_IN:
            parts += [
                _deeds(style, _came_in(style, arrival)),
                *_lost(style, arrival, likeness(arrival, title), shown),
            ]
            parts += _read_so(style, arrival)
        case Standing.LEFT_OUT:
            parts += [style.body(escape(why_left_out(arrival, title)), above=20)]
            helps = words.what_to_do(arrival.reason or "")
            parts += [style.body(escape(helps), above=8)] if helps else []
            parts += [_deeds(style, _left_out(style, arrival))]
        case Standing.WAITS:
            parts += _waiting(style, arrival, title, shown)
    return "".join(parts)


def nothing_yet(style: PageStyle, *, read_only: bool, at_work: str) -> str:
    """Where nothing was brought yet; `at_work`: what is being read."""
    parts = [style.heading_of_page(tr("Documents brought into this library"))]
    if at_work:
        return "".join((*parts, style.body(escape(at_work), above=12)))
    if read_only:
        return "".join((*parts, style.body(escape(words.read_only()), above=12)))
    parts.append(
        style.body(
            escape(
                tr(
                    "Drop documents, or folders of them, on this window. They may be txt, md, "
                    "html, docx, odt, rtf, epub or pdf; each becomes a source with its pages, "
                    "headings and footnotes."
                )
            ),
            above=12,
        )
    )
    files = style.link("files", "", tr("Import documents…"))
    folder = style.link("folder", "", tr("Import a folder…"))
    return "".join((*parts, style.body(f"{files}&nbsp;&nbsp; {folder}", above=12)))


def _by_line(arrival: Arrival, kind: str) -> str:
    parts = (standing_of(arrival.standing), set_apart(arrival.name), kind)
    return " · ".join(filter(None, parts))


def _deeds(style: PageStyle, links: list[str]) -> str:
    return style.body("&nbsp;&nbsp; ".join(links), above=16)


def _came_in(style: PageStyle, arrival: Arrival) -> list[str]:
    return [
        style.link("open", arrival.source, tr("Open it in the reader")),
        style.link("describe", arrival.source, tr("Correct its description")),
        style.link("show", arrival.key, tr("Show the file")),
    ]


def _left_out(style: PageStyle, arrival: Arrival) -> list[str]:
    links = [style.link("again", arrival.key, tr("Try again"))]
    if arrival.source:
        links = [style.link("open", arrival.source, tr("Open that source"))]
    return [*links, style.link("show", arrival.key, tr("Show the file"))]


def _lost(style: PageStyle, arrival: Arrival, alike: str, shown: Shown) -> Iterator[str]:
    """`alike`: what it is like, where that is not said elsewhere."""
    draft = arrival.preview.draft
    if draft is None:
        return
    if draft.lost:
        yield style.heading(tr("What the text does not have"))
        yield from _list(style, "lost", draft.lost, shown.whole)
    noticed = (*filter(None, (alike,)), *draft.noticed)
    if draft.proposal.file_date and not draft.proposal.date:
        noticed += (words.file_date(draft.proposal.file_date),)
    if noticed:
        yield style.heading(tr("To know"))
        yield from _list(style, "to know", noticed, shown.whole)
    if not draft.lost and not noticed and arrival.standing is Standing.CAME_IN:
        yield style.body(escape(tr("Nothing was left out.")), above=20)


def _list(
    style: PageStyle, what: str, phrases: tuple[str, ...], whole: frozenset[str]
) -> Iterator[str]:
    """Of a long phrase its beginning, and a way to the rest, unless it is among the `whole`, which
    are of `what` and a number each."""
    for nth, phrase in enumerate(phrases):
        place = f"{what} {nth}"
        said = phrase if place in whole else words.briefly(phrase)
        line = escape(sentence(capital(said)))
        if said != phrase:
            line += f" {style.link('whole', place, escape(words.show_all()))}"
        yield style.body(line, above=8)


def _waiting(style: PageStyle, arrival: Arrival, title: Title, shown: Shown) -> Iterator[str]:
    draft = arrival.preview.draft
    if draft is None:
        return
    other, alike = arrival.is_version_of, likeness(arrival, title)
    if alike:
        yield style.body(escape(alike), above=20)
    if other:  # of what can be done, only that stands out which the key does
        compare = tr("Compare with “{source}”, to replace it", source=title(other) or other)
        yield style.body(style.link("compare", other, style.bold(escape(compare))), above=12)
    store = tr("Store it as a source of its own") if alike else tr("Store it")
    links = [style.link("store", arrival.key, store if other else style.bold(store))]
    links.append(style.link("leave", arrival.key, tr("Leave it out")))
    links.append(style.link("show", arrival.key, tr("Show the file")))
    yield _deeds(style, links)
    yield style.heading(tr("What was guessed"))
    if arrival.problem:
        said = escape(words.waits_as_it_did(arrival.problem))
        yield style.body(f'<span style="color:{style.colours.warning};">{said}</span>', above=8)
    yield _guesses(style, draft, waits=True)
    yield from _lost(style, arrival, "", shown)
    yield style.heading(tr("Its paragraphs"))
    yield from _text(style, arrival, shown.paragraphs)


def _read_so(style: PageStyle, arrival: Arrival) -> Iterator[str]:
    """How a document that came in was read, and how else it may be."""
    draft = arrival.preview.draft
    if draft is None or not any(guess.others for guess in draft.guesses):
        return
    yield style.heading(tr("How it was read"))
    yield style.small(
        escape(
            tr(
                "If you choose otherwise, the file is read again and replaces what is stored. You "
                "are asked first if a quotation would no longer stand there."
            )
        ),
        above=4,
    )
    yield _guesses(style, draft, waits=False)


_ORDER = ("encoding", "whole_page", "paragraphs", "running_heads", "page_numbers", "numbering")
"""Of what was guessed: each may decide what follows it. It stays so whatever is chosen."""


def _guesses(style: PageStyle, draft: Draft, *, waits: bool) -> str:
    """What of it nobody can be sure of is said there, while it waits to be looked at."""
    doubted = doubts(draft) if waits else ()
    unsure = [guess for guess in doubted if guess.why is not Because.CHOSEN]
    guesses = sorted(draft.guesses, key=lambda guess: _ORDER.index(guess.what))
    return style.definitions(
        [(words.guessed(g.what), _guess(style, g, unsure=g in unsure)) for g in guesses]
    )


def _guess(style: PageStyle, guess: Guess, *, unsure: bool) -> str:
    """What was chosen and why, and below it the other ways."""
    now = style.bold(capital(words.chosen(guess.what, guess.chosen)))
    colours, why = style.colours, because(guess.why)
    ink, why = (colours.warning, words.unsure(why)) if unsure else (colours.ink_quiet, why)
    why_so = f' <span style="color:{ink};">({escape(why)})</span>'
    if not guess.others:
        return f"{now}{why_so}"
    others = (
        style.link("decide", f"{guess.what}={value}", escape(words.chosen(guess.what, value)))
        for value in guess.others
    )
    instead = tr("Instead: {ways}", ways="&nbsp;· ".join(others))
    return f"{now}{why_so}<br>{instead}"


def _text(style: PageStyle, arrival: Arrival, most: int) -> Iterator[str]:
    draft = arrival.preview.draft
    if draft is None:
        return
    found = PreviewText(draft)
    rows = "".join(_paragraph(style, each, draft.kind) for each in found.first(most))
    yield style.table(rows, above=12)
    if found.count > most:
        more = style.link("more", "", tr("Show {n} more", "", min(most, found.count - most)))
        yield style.small(more, above=12)


def _paragraph(style: PageStyle, each: PreviewParagraph, kind: Kind) -> str:
    """As the reader shows it: a line end of a document without lines of a page's own is meant.
    Headings stand out, and what stands in from the margin does so here."""
    margin = style.number(escape(paragraph(each.label)))
    lines = [each.text] if kind is Kind.PDF else each.text.split("\n")
    text = "<br>".join(escape(set_apart(made_visible(line))) for line in lines)
    if each.aside:
        text = f'<span style="color:{style.colours.ink_faint};">{text}</span>'
    # A heading in the letter of the app: that of sources has one weight.
    shown = style.body(style.bold(text)) if each.level else style.theirs(text)
    steps = min(each.depth, _MOST_STEPS) + each.quoted
    set_in = f"padding-left:{style.px(_STEP * steps)}px;"
    if each.quoted:
        set_in += (
            f" border-left:{style.px(2)}px solid {style.colours.ink_faint};"
            f" padding-left:{style.px(_RULED)}px;"
        )
    return style.beside(margin, shown, 12, set_in)
