"""The page of one quotation: as it stood and as it would stand, side by side."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from counterpoint.application.importing.revising import Choice, Decision, Item
from counterpoint.domain.invisible_characters import made_visible
from counterpoint.domain.look_alikes import not_to_be_seen
from counterpoint.domain.quotation import QuotationState
from counterpoint.domain.word_diff import Stretch, side_by_side, turning_words, word_changes
from counterpoint.labels import revision as words
from counterpoint.labels.paragraph import paragraph
from counterpoint.labels.quotation_state import state
from counterpoint.labels.text import capital, in_one_line
from counterpoint.labels.translation import tr
from counterpoint.ui.paper.page_style import PageStyle

_SPACE = re.compile(r"\s+")
_BETWEEN = re.compile(r"\s*\n\s*\n\s*")
"""What parts paragraphs."""
_APART = "\n\n"


def item_page(
    style: PageStyle,
    item: Item,
    choices: Sequence[Choice],
    around: tuple[str, str],
    around_old: tuple[str, str],
    called: tuple[str, str],
) -> str:
    """The whole page; `called` are the names of the old version and the new, `choices` the places
    that an ambiguous quotation may have, `around` is what stands beside the place in the new
    version, `around_old` in the old."""
    affected = item.affected
    becomes = words.becomes(item.state, len(choices), affected.place.turned)
    kept = tr("A note on a passage") if affected.note else tr("A quotation")
    parts = [
        style.heading_of_page(capital(state(item.state))),
        style.small(escape(kept)),
        *_claim(style, item),
        style.body(escape(becomes), above=16),
        *_left_out(style, item),
        _versions(style, item, around, around_old, called),
        *_signs(style, item),
        *_turned(style, item),
    ]
    if item.state is QuotationState.AMBIGUOUS:
        parts += _choices(style, item, choices)
    if item.decision is not Decision.STANDS:
        parts.append(_deeds(style, item))
    return "".join(parts)


def nothing_to_decide(style: PageStyle, *, same: bool) -> str:
    """Where no quotation and no note is from the source."""
    said = tr("Nothing is quoted from this source, and no note is on a passage of it.")
    if same:
        said = tr("The text is letter for letter that of the old version.")
    return style.heading_of_page(tr("Nothing to decide")) + style.body(escape(said), above=12)


def no_revision(style: PageStyle) -> str:
    """Where no new version is at hand."""
    said = tr(
        "Choose a source, and “Replace with a new version…”. Before anything is written, each "
        "quotation from it is shown here as it stood and as it would stand."
    )
    link = style.link("replace", "", tr("Replace with a new version…"))
    return "".join(
        (
            style.heading_of_page(tr("A new version of a source")),
            style.body(escape(said), above=12),
            style.body(link, above=12),
        )
    )


def _claim(style: PageStyle, item: Item) -> Iterator[str]:
    """What rests on it."""
    supports = item.supports
    if supports is not None and supports.claim:
        approach = (
            f'<span style="color:{style.colours.ink_quiet};">{escape(supports.approach)}</span>'
        )
        yield style.body(
            f"{style.bold(escape(in_one_line(supports.claim)))}&nbsp; {approach}", above=12
        )


def _versions(
    style: PageStyle,
    item: Item,
    around: tuple[str, str],
    around_old: tuple[str, str],
    called: tuple[str, str],
) -> str:
    affected = item.affected
    old_name, new_name = _named(called[0], affected.before), _named(called[1], affected.after)
    if not item.may_be_accepted:
        stood = escape(made_visible(in_one_line(affected.words)))
        by = affected.place.turned
        if by is None:
            one = _amid(style, around_old, stood)
        else:
            one = _in_its_sentence(style, (by.then, by.now), stood, new=False, beyond=around_old)
        rows = style.beside(style.name(old_name), one, 8)
        return style.table(rows, above=16)
    exactly = item.state is QuotationState.SPELT_OTHERWISE
    words, proposed = in_one_line(affected.words), in_one_line(affected.proposed)
    stretches = side_by_side(words, proposed, exactly=exactly)
    old = _marked(style, stretches, new=False)
    new = _marked(style, stretches, new=True)
    if affected.place.turned is None:
        old, new = _amid(style, around_old, old), _amid(style, around, new)
    else:
        old = _in_its_sentence(style, (around_old, around), old, new=False)
        new = _in_its_sentence(style, (around_old, around), new, new=True)
    one, other = style.name(old_name) + old, style.name(new_name) + new
    return style.side_by_side("", one, other, air=16, margined=False)


def _amid(style: PageStyle, around: tuple[str, str], words: str) -> str:
    """The words of a quotation, as HTML, with what stands beside them."""
    before, after = (_beside(style, each) for each in around)
    return style.theirs(f"{before}{words}{after}")


def _in_its_sentence(
    style: PageStyle,
    around: tuple[tuple[str, str], tuple[str, str]],
    words: str,
    *,
    new: bool,
    beyond: tuple[str, str] = ("", ""),
) -> str:
    """The same, with what differs there marked too; `around` is what stands beside them in the old
    version and in the new, `beyond` that and more, of which the rest is shown too."""
    sides: list[str] = []
    for then, now in zip(*around, strict=True):
        marked = _marked(style, side_by_side(then, now), new=new)
        sides.append(f'<span style="color:{style.colours.ink_quiet};">{marked}</span>')
    before, after = sides
    told = around[1] if new else around[0]
    space = "" if told[1][:1] and not told[1][:1].isspace() else " "
    one, other = (in_one_line(each) for each in told)
    first, last = (_parted(each) for each in beyond)
    if one:
        first = first.rstrip().removesuffix(one) if first.rstrip().endswith(one) else ""
    if other:
        last = last.lstrip().removeprefix(other) if last.lstrip().startswith(other) else ""
    return style.theirs(
        f"{_beside(style, first)} {before} {words}{space}{after} {_beside(style, last)}"
    )


def _beside(style: PageStyle, words: str) -> str:
    """What is not part of the quotation."""
    return f'<span style="color:{style.colours.ink_quiet};">{_flat(words)}</span>'


def _named(version: str, place: str) -> str:
    return " · ".join(filter(None, (version, paragraph(place))))


def _marked(style: PageStyle, stretches: Sequence[Stretch], *, new: bool) -> str:
    """What differs is underlined in the new words and struck out in the old, on a tint."""
    html: list[str] = []
    for stretch in stretches:
        text = escape(made_visible(stretch.new if new else stretch.old))
        if text and not stretch.same:
            line = "underline" if new else "line-through"
            ground = style.colours.jump
            text = f'<span style="background-color:{ground}; text-decoration:{line};">{text}</span>'
        html.append(text)
    return " ".join(filter(None, html))


def _signs(style: PageStyle, item: Item) -> Iterator[str]:
    """By which signs the versions differ, where that is not plain to see."""
    affected, exactly = item.affected, item.state is QuotationState.SPELT_OTHERWISE
    if item.may_be_accepted and affected.words != affected.proposed:
        apart = not_to_be_seen(affected.words, affected.proposed, exactly=exactly)
        said = words.signs_apart(*apart)
        yield style.body(escape(said), above=12) if said else ""


def _left_out(style: PageStyle, item: Item) -> Iterator[str]:
    """What the words that are proposed leave out."""
    by = item.affected.place.beside
    if by is not None and item.may_be_accepted:
        yield style.body(escape(words.beside(by)), above=4)


def _turned(style: PageStyle, item: Item) -> Iterator[str]:
    """That a negation or a number is among what differs, and which."""
    affected, by = item.affected, item.affected.place.turned
    changes = word_changes(affected.words, affected.proposed) if item.may_be_accepted else ()
    pairs = [(change.gone, change.come) for change in changes if change.turns]
    if by is not None and by.turns:
        pairs.insert(0, (by.gone, by.come))
    if pairs:
        differing = dict.fromkeys(word for pair in pairs for word in turning_words(*pair))
        said = words.turning(tuple(differing))
        colour = style.colours.warning
        yield style.body(f'<span style="color:{colour};">{escape(said)}</span>', above=12)


def _choices(style: PageStyle, item: Item, choices: Sequence[Choice]) -> Iterator[str]:
    one = len(choices) == 1
    yield style.heading(tr("What stands there") if one else tr("Where it may stand"))
    rows = []
    for number, choice in enumerate(choices):
        by = item.affected.place.turned
        stands = escape(made_visible(choice.words))
        around = (
            f'<span style="color:{style.colours.ink_quiet};">…{_flat(choice.before)}</span>'
            f"{stands}"
            f'<span style="color:{style.colours.ink_quiet};">{_flat(choice.after)}…</span>'
        )
        there = style.theirs(around)
        if by is not None:
            beyond = f"…{choice.before}", f"{choice.after}…"
            there = _in_its_sentence(style, (by.then, by.now), stands, new=True, beyond=beyond)
        here = item.affected.place.span == choice.span
        link = style.bold(tr("Chosen")) if here else ""
        link = link or style.link("place", str(number), tr("{n}: it is this one", n=number + 1))
        text = there + style.body(link, above=2)
        rows.append(style.beside(style.number(escape(paragraph(choice.label))), text, 12))
    yield style.table("".join(rows), above=12)


def _flat(text: str) -> str:
    """Each paragraph on one line, with what parts it from the words beside it."""
    return escape(_parted(made_visible(text))).replace(_APART, "<br>")


def _parted(text: str) -> str:
    """Each paragraph on one line."""
    return _APART.join(_SPACE.sub(" ", each) for each in _BETWEEN.split(text))


def _deeds(style: PageStyle, item: Item) -> str:
    links: list[str] = []
    if item.may_be_accepted:
        accept = tr("Quote it as it stands now")
        if item.affected.note:
            accept = tr("Put the note there")
        done = item.decision is Decision.ACCEPTED
        links.append(style.bold(f"✓ {accept}") if done else style.link("accept", "", accept))
    leave = tr("Leave it as it is")
    done = item.decision is Decision.LEFT
    links.append(style.bold(f"✓ {leave}") if done else style.link("leave", "", leave))
    row = style.body("&nbsp;&nbsp; ".join(links), above=20)
    return row + style.small(escape(words.left(item.state)), above=4)
