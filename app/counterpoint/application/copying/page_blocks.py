"""A page of the comparison as blocks, as it is copied whole."""

from collections.abc import Iterable, Iterator, Sequence

from counterpoint.application.library.citation import CitationStyle, cite_passage
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.library.page import Page, PageKind
from counterpoint.application.pages.pair_page import pair_page
from counterpoint.application.pages.question_page import ApproachAnswer, question_page
from counterpoint.application.pages.replies_page import replies_page
from counterpoint.domain.approach import CellState, Evidence
from counterpoint.domain.library import Library, Passage, Reply
from counterpoint.domain.replying import ReplyOrder, ReplyShare
from counterpoint.domain.report.blocks import (
    Block,
    Emphasis,
    Heading,
    Paragraph,
    Quotation,
    Strong,
    Text,
)
from counterpoint.labels import page as words
from counterpoint.labels.evidence import remarks
from counterpoint.labels.names import chained
from counterpoint.labels.quotation_state import state_told
from counterpoint.labels.reply import kind, standing
from counterpoint.labels.text import capital, in_one_line, sentence

from .answers_table import answers_table


def page_blocks(
    library: OpenedLibrary,
    page: Page,
    approaches: Sequence[str],
    order: ReplyOrder = ReplyOrder.WHEN,
    share: ReplyShare = ReplyShare.ALL,
) -> tuple[Block, ...]:
    """All that the page says, with citations. Raises KeyError for what the library has not."""
    match page.kind:
        case PageKind.QUESTION:
            return tuple(_question(library, page.question, approaches))
        case PageKind.PAIR:
            return tuple(_pair(library, page))
        case PageKind.REPLIES:
            found = replies_page(library.contents, order, share)
            replies = [line.between.reply for line in found.lines]
            head = _heading(1, words.who_answers_whom())
            return (head, *_replies(library.contents, replies))


def _question(library: OpenedLibrary, question: str, approaches: Sequence[str]) -> Iterator[Block]:
    page = question_page(library, question, approaches)
    yield _heading(1, page.dimension.title)
    yield _said(page.dimension.question)
    for answer in page.answers:
        yield _heading(2, f"{answer.head.cue} {answer.head.title}")
        yield from _answer(library.contents, answer, of_anyone=page.dimension.of_anyone)


def _answer(library: Library, answer: ApproachAnswer, *, of_anyone: bool) -> Iterator[Block]:
    line = words.answer_line(answer.position)
    names = "; ".join(in_one_line(each.name) for each in answer.held)
    if answer.position.state is not CellState.ANSWERED:
        yield Paragraph((Emphasis((Text(line),)),))
    elif names:
        yield Paragraph((Strong((Text(f"{names}."),)), Text(f" {line}")))
    else:
        yield _said(line)
    if answer.best is not None:
        yield _named(words.in_their_words() if of_anyone else words.in_its_words())
        yield _evidence(library, answer.best)
    if answer.objection is not None and answer.objection is not answer.best:
        yield _named(words.objection())
        yield _evidence(library, answer.objection)
    if answer.reply is not None:
        yield _named(f"{words.reply_to_it()} ({standing(answer.reply.link)})")
        yield _passage(library, answer.reply.by)
    left = words.left_open(answer.position)
    if left:
        yield Paragraph((Strong((Text(f"{words.leaves_open()}:"),)), Text(f" {left}")))


def _pair(library: OpenedLibrary, page: Page) -> Iterator[Block]:
    contents = library.contents
    found = pair_page(library, page.one, page.other)
    yield _heading(1, words.pair_name(found.one.title, found.other.title))
    yield _said(words.pair_counts(found.nearness))
    both = [library.approach(page.one), library.approach(page.other)]
    yield answers_table(contents, both, contents.dimensions)
    yield _heading(2, words.replies_between(len(found.replies)))
    yield from _replies(contents, [each.reply for each in found.replies])


def _replies(library: Library, replies: Iterable[Reply]) -> Iterator[Block]:
    for reply in replies:
        yield _passage(library, reply.by)
        yield _named(f"{kind(reply.kind)} ({standing(reply.link)})")
        yield _passage(library, reply.to)
        yield _said(sentence(reply.why))


def _heading(level: int, said: str) -> Heading:
    return Heading(level, (Text(in_one_line(said)),))


def _said(said: str) -> Paragraph:
    return Paragraph((Text(in_one_line(said)),))


def _named(said: str) -> Paragraph:
    return Paragraph((Strong((Text(f"{capital(said)}:"),)),))


def _evidence(library: Library, piece: Evidence) -> Quotation:
    passage = Passage(piece.source, piece.quotation, piece.standing, piece.paragraph, piece.voice)
    return _passage(library, passage, remarks(piece))


def _passage(library: Library, passage: Passage, more: Iterable[str] = ()) -> Quotation:
    """The words, who says them, where, and what is to be known of them."""
    source = library.source(passage.source)
    where = cite_passage(source, passage.paragraph, CitationStyle.INLINE)
    said = "; ".join(filter(None, (chained(passage.voice), *more)))
    quoted = " ".join(passage.quotation.words.split())
    doubt = capital(state_told(passage.standing.state))
    attribution = in_one_line(f"({where}) [{said}]" if said else f"({where})")
    return Quotation(quoted, (Text(attribution),), doubt=f"{doubt}:" if doubt else "")
