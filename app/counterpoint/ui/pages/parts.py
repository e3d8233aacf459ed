"""What several pages are made of: letters, quotations with their voices, replies."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from html import escape

from counterpoint.application.library.page import Page, PageKind
from counterpoint.application.library.quote_marks import word_for_word
from counterpoint.domain.approach import ApproachSummary, Evidence, Link, Stance
from counterpoint.domain.invisible_characters import made_visible
from counterpoint.domain.library import Library, Passage, Reply
from counterpoint.domain.note import Target
from counterpoint.domain.quotation import QuotationState
from counterpoint.domain.replying import ReplyBetween
from counterpoint.domain.source import short_names
from counterpoint.labels import page as words
from counterpoint.labels.evidence import chain, cited, remarks
from counterpoint.labels.names import chained
from counterpoint.labels.paragraph import in_source
from counterpoint.labels.quotation_state import state_line
from counterpoint.labels.reply import kind, standing
from counterpoint.labels.reply import told as reply_told
from counterpoint.labels.text import DOT, capital, sentence, set_apart
from counterpoint.ui.paper.page_style import PageStyle

from .links import Side, to_cell, to_note, to_page, to_reply

CUE = 17
"""The height of an approach's letter, in pixels at zoom 1."""
SHAPE = 9
"""The height of a drawn mark, in pixels at zoom 1."""


class Parts:
    """Makes HTML of what is in a library. Each quotation is a link to its passage, each answer one
    to its cell; links.py says what each asks."""

    def __init__(self, page_style: PageStyle, library: Library) -> None:
        self.style = page_style
        self._library = library
        self._short: Mapping[str, str] = short_names(library.sources)

    @cached_property
    def _numbers(self) -> dict[Reply, int]:
        """The places of the replies among those of the library. By what they say, as a page may
        have one that was resolved before an edit."""
        return {reply: number for number, reply in enumerate(self._library.replies)}

    def cue(self, head: ApproachSummary, *, silent: bool = False) -> str:
        """Its letter as on the map: on its colour, or in an outline where it does not answer."""
        image = self.style.marks.cue(head, self.style.px(CUE), outlined=silent)
        # A picture is neither spoken nor copied, so the letter stands behind it, too small to see.
        hidden = f"font-size:1px; color:{self.style.colours.paper};"
        return f'{image}<span style="{hidden}">{escape(set_apart(head.cue))}</span>'

    def cues(self, heads: Iterable[ApproachSummary], *, silent: bool = False) -> str:
        """Letters beside each other, with a gap."""
        return "&nbsp; ".join(self.cue(head, silent=silent) for head in heads)

    def cell(self, target: Target, html: str, *, plain: bool = False) -> str:
        return self.style.link(*to_cell(target), html, plain=plain)

    def note(self, target: Target, number: int) -> str:
        """How many notes there are on a cell: a link to them."""
        return self.style.link(*to_note(target), escape(words.notes_here(number)))

    def rule(self, head: ApproachSummary) -> str:
        """The style of what stands beside the approach's rule."""
        return self._ruled(self.style.colours.approach(head.colour).rule)

    def quiet_rule(self) -> str:
        """The same where it is no approach's."""
        return self._ruled(self.style.colours.hairline)

    def _ruled(self, colour: str) -> str:
        px = self.style.px
        return f"border-left:{px(3)}px solid {colour}; padding-left:{px(12)}px;"

    def quotation(self, piece: Evidence) -> str:
        """The words, in the letter of sources, as a link to their passage; below them who says
        them, where, and what is to be known of them."""
        said = [chain(piece), cited(piece, self._short), *remarks(piece)]
        return self._quoted(("jump", piece.key), piece.quotation.words, said, piece.standing.state)

    def passage(self, reply: Reply, side: Side) -> str:
        """One of a reply's passages, in the same way."""
        passage = side.of(reply)
        number = self._numbers[reply]
        said = [chained(passage.voice), self.place(passage)]
        return self._quoted(
            to_reply(number, side), passage.quotation.words, said, passage.standing.state
        )

    def place(self, passage: Passage) -> str:
        """ "Clingendael §8"."""
        return in_source(self._short.get(passage.source, passage.source), passage.paragraph)

    def _quoted(
        self, link: tuple[str, str], quoted: str, said: list[str], state: QuotationState
    ) -> str:
        style = self.style
        html = style.theirs(
            style.link(*link, escape(word_for_word(made_visible(quoted))), plain=True), below=2
        )
        html += style.small(escape(DOT.join(filter(None, said))))
        wrong = state_line(state)
        if wrong:
            colour = style.colours.warning
            html += style.small(f'<span style="color:{colour};">{escape(wrong)}</span>')
        return html

    def more(self, left: int) -> str:
        """The way to what is not set yet; "" where all is."""
        if left <= 0:
            return ""
        link = self.style.link("more", "", escape(words.show_more(left)))
        return self.style.body(link, above=24)

    def question(self, dimension: str, html: str) -> str:
        """A link to the page of a question."""
        page = Page(PageKind.QUESTION, dimension)
        return self.style.link(*to_page(page), html, plain=True)

    def pair_of_passages(self, between: ReplyBetween, heads: Mapping[str, ApproachSummary]) -> str:
        """A reply: the later passage beside the earlier, each with the letters of those whose
        words they are; direct and inferred told apart by a shape and a word."""
        style, reply = self.style, between.reply
        direct = reply.link is Link.DIRECT
        shape = style.marks.stance(
            Stance.DESCRIBES if direct else Stance.BEARS_ON, style.colours.ink, style.px(SHAPE)
        )
        how = f"{shape}&nbsp; {escape(standing(reply.link))}"
        anchor = f'<a name="reply-{self._numbers[reply]}"></a>'
        said = style.bold(capital(reply_told(reply.kind, reply.link)))
        margin = style.body(anchor + said) + style.small(how)
        by = f"{self._letters(between.by, heads)}{self.passage(reply, Side.BY)}"
        to = f"{self._letters(between.to, heads)}{self.passage(reply, Side.TO)}"
        why = style.small(escape(sentence(set_apart(reply.why))))
        below = style.table(style.beside("", why, 0), above=4)
        return style.side_by_side(margin, by, to, air=20) + below

    def _letters(self, ids: Iterable[str], heads: Mapping[str, ApproachSummary]) -> str:
        found = self.cues(heads[id] for id in ids if id in heads)
        return self.style.body(found) if found else ""

    def reply_row(self, name: str, reply: Reply) -> str:
        """What answers something that stands above it, as a row."""
        html = self.passage(reply, Side.BY) + self.why(reply)
        return self.style.beside(self.style.name(name), html, 8, self.quiet_rule())

    def why(self, reply: Reply) -> str:
        """How the two stand to each other, and why we say so."""
        how = capital(standing(reply.link))
        if reply.link is Link.DIRECT:
            how = capital(kind(reply.kind))
        return self.style.small(escape(f"{how}: {sentence(set_apart(reply.why))}"))


def told(between: ReplyBetween, heads: Mapping[str, ApproachSummary]) -> str:
    """A reply in a line: who, in full and with the approaches that are theirs, answers whom."""
    reply = between.reply
    by, to = (
        speaker(passage.voice[-1] if passage.voice else passage.source, ids, heads)
        for passage, ids in ((reply.by, between.by), (reply.to, between.to))
    )
    return words.reply_told(by, reply_told(reply.kind, reply.link), to, standing(reply.link))


def speaker(who: str, approaches: Iterable[str], heads: Mapping[str, ApproachSummary]) -> str:
    """Whoever speaks, and whose holder that is."""
    known = [heads[id] for id in approaches if id in heads]
    return words.speaker(who, [f"{head.cue} {head.title}" for head in known])
