"""A page of the comparison as blocks, as it is copied whole."""

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.library.page import Page, PageKind
from counterpoint.application.pages.pair_page import pair_page
from counterpoint.application.pages.question_page import (
    ApproachAnswer,
    QuestionPage,
    question_page,
)
from counterpoint.application.pages.replies_page import replies_page
from counterpoint.domain.approach import CellState, Evidence
from counterpoint.domain.library import Passage, Reply
from counterpoint.domain.replying import ReplyOrder, ReplyShare
from counterpoint.domain.report.blocks import (
    Block,
    Emphasis,
    Heading,
    Listing,
    Paragraph,
    Quotation,
    Strong,
    Text,
)
from counterpoint.labels import page as words
from counterpoint.labels.evidence import remarks
from counterpoint.labels.names import chained
from counterpoint.labels.quotation_state import state_told
from counterpoint.labels.reply import standing, told
from counterpoint.labels.text import capital, sentence, set_apart

from .answers_table import answers_table
from .citing import Citing


def page_blocks(
    library: OpenedLibrary,
    page: Page,
    approaches: Sequence[str],
    order: ReplyOrder = ReplyOrder.WHEN,
    share: ReplyShare = ReplyShare.ALL,
) -> tuple[Block, ...]:
    """All that the page says, with citations and the sources cited at its end. Raises KeyError for
    what the library has not."""
    citing = Citing(library.contents)
    said: Iterable[Block]
    match page.kind:
        case PageKind.QUESTION:
            said = _question(citing, question_page(library, page.question, approaches))
        case PageKind.PAIR:
            said = _pair(citing, library, page)
        case PageKind.REPLIES:
            found = replies_page(library.contents, order, share)
            replies = [line.between.reply for line in found.lines]
            said = (_heading(1, words.who_answers_whom()), *_replies(citing, replies))
        case _:
            assert_never(page.kind)
    return (*said, *citing.sources())


def _question(citing: Citing, page: QuestionPage) -> Iterator[Block]:
    yield _heading(1, page.dimension.title)
    yield _said(page.dimension.question)
    yield from _held(page)
    yield _heading(2, words.what_each_answers())
    for answer in page.answers:
        yield _heading(3, f"{answer.head.cue} {answer.head.title}")
        yield from _answer(citing, answer, of_anyone=page.dimension.of_anyone)


def _held(page: QuestionPage) -> Iterator[Block]:
    """Each named answer with its meaning and who holds it, then who does not say."""
    if not page.holders.held:
        return
    heads = {answer.head.id: answer.head for answer in page.answers}

    def item(name: str, means: str, ids: Sequence[str]) -> tuple[Block, ...]:
        who = ", ".join(f"{heads[id].cue} {set_apart(heads[id].title)}" for id in ids)
        said = f" {means} {words.held_here(who)}".replace("  ", " ")
        return (Paragraph((Strong((Text(f"{set_apart(name)}:"),)), Text(said))),)

    items = [item(each.name, sentence(each.means), ids) for each, ids in page.holders.held]
    for name, ids in (
        (words.not_said(), page.holders.silent),
        (words.not_answered(), page.holders.unfinished),
    ):
        items += [item(name, "", ids)] if ids else []
    yield _heading(2, words.held_by())
    yield Listing(tuple(items))


def _answer(citing: Citing, answer: ApproachAnswer, *, of_anyone: bool) -> Iterator[Block]:
    line = words.answer_line(answer.position)
    names = "; ".join(set_apart(each.name) for each in answer.held)
    if answer.position.state is not CellState.ANSWERED:
        yield Paragraph((Emphasis((Text(line),)),))
    elif names:
        yield Paragraph((Strong((Text(f"{names}."),)), Text(f" {line}")))
    else:
        yield _said(line)
    if answer.best is not None:
        own = answer.in_own_words and not of_anyone
        yield _named(words.in_its_words() if own else words.in_the_words_of(answer.best.voice))
        yield _evidence(citing, answer.best)
    if answer.objection is not None and answer.objection is not answer.best:
        yield _named(words.objection())
        yield _evidence(citing, answer.objection)
    if answer.rebuttal is not None:
        yield _named(words.objection())
        yield _passage(citing, answer.rebuttal.by)
        yield _said(sentence(answer.rebuttal.why))
    if answer.more_objections:
        yield _said(sentence(words.more_objections(answer.more_objections)))
    if answer.reply is not None:
        yield _named(f"{words.reply_to_it()} ({standing(answer.reply.link)})")
        yield _passage(citing, answer.reply.by)
    left = words.left_open(answer.position)
    if left:
        yield Paragraph((Strong((Text(f"{words.leaves_open()}:"),)), Text(f" {left}")))


def _pair(citing: Citing, library: OpenedLibrary, page: Page) -> Iterator[Block]:
    found = pair_page(library, page.one, page.other)
    yield _heading(1, words.pair_name(found.one.title, found.other.title))
    yield _said(words.pair_counts(found.nearness))
    both = [library.approach(page.one), library.approach(page.other)]
    for how, rows in found.groups():
        yield _heading(2, words.standing_on(how, len(rows)))
        alike = {
            row.dimension.id: words.both([each.name for each in row.alike])
            for row in rows
            if row.alike
        }
        yield answers_table(citing, both, [row.dimension for row in rows], beneath=alike)
    yield _heading(2, words.replies_between(len(found.replies)))
    yield from _replies(citing, [each.reply for each in found.replies])


def _replies(citing: Citing, replies: Iterable[Reply]) -> Iterator[Block]:
    for reply in replies:
        yield _passage(citing, reply.by)
        yield _named(f"{told(reply.kind, reply.link)} ({standing(reply.link)})")
        yield _passage(citing, reply.to)
        yield _said(sentence(reply.why))


def _heading(level: int, said: str) -> Heading:
    return Heading(level, (Text(set_apart(said)),))


def _said(said: str) -> Paragraph:
    return Paragraph((Text(set_apart(said)),))


def _named(said: str) -> Paragraph:
    return Paragraph((Strong((Text(f"{capital(said)}:"),)),))


def _evidence(citing: Citing, piece: Evidence) -> Quotation:
    passage = Passage(piece.source, piece.quotation, piece.standing, piece.paragraph, piece.voice)
    return _passage(citing, passage, remarks(piece))


def _passage(citing: Citing, passage: Passage, more: Iterable[str] = ()) -> Quotation:
    """The words, who says them, where, and what is to be known of them."""
    where = citing.place(passage.source, passage.paragraph)
    said = "; ".join(filter(None, (chained(passage.voice), *more)))
    quoted = " ".join(passage.quotation.words.split())
    doubt = capital(state_told(passage.standing.state))
    attribution = f"({where}) [{said}]" if said else f"({where})"
    return Quotation(quoted, (Text(attribution),), doubt=f"{doubt}:" if doubt else "")
