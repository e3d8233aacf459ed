"""The rows of approaches, of questions and of notes."""

from collections.abc import Iterable, Iterator

from counterpoint.domain.approach import Approach, Dimension, Position
from counterpoint.domain.library import Reply
from counterpoint.domain.note import Note
from counterpoint.domain.search.rows import Row, RowKind


def approach_rows(approach: Approach) -> Iterator[Row]:
    """An approach, its answers and claims, and the quotations that these rest on."""
    head = approach.head
    holders = (words for each in head.proponents for words in (each.name, each.note))
    said = (head.title, head.gist, head.status_note, head.status_detail, *holders)
    words = "\n\n".join(words for words in said if words)
    named = f"{head.title}\n\n{head.cue}\n\n{head.id}"
    yield Row(RowKind.APPROACH, head.id, words, approach=head.id, named=named, date=head.date)
    for position in approach.positions:
        yield from _position_rows(head.id, position)


def _position_rows(approach: str, position: Position) -> Iterator[Row]:
    cell = f"{approach}/{position.dimension}"
    answer = position.answer or position.looked_for
    if answer:
        yield Row(RowKind.ANSWER, cell, answer, approach=approach)
    for claim in position.claims:
        yield Row(RowKind.CLAIM, f"{cell}/{claim.id}", claim.text, approach=approach)
        for piece in claim.evidence:
            yield Row(
                RowKind.QUOTATION,
                piece.key,
                piece.quotation.words,
                piece.source,
                piece.standing.span if piece.standing.stands else None,
                approach=approach,
                stance=piece.stance.value,
                voice="\n\n".join(piece.voice),
                voices=piece.voice[-1:],
            )


def question_rows(questions: Iterable[Dimension]) -> Iterator[Row]:
    for question in questions:
        named = (f"{each.name}: {each.means}" for each in question.answers)
        words = "\n\n".join((question.title, question.question, question.tells_apart, *named))
        yield Row(RowKind.QUESTION, question.id, words)


def reply_rows(replies: Iterable[Reply]) -> Iterator[Row]:
    """Of each reply to what is said elsewhere why it is one; it stands at the words that reply."""
    for number, reply in enumerate(replies):
        by = reply.by
        span = by.standing.span if by.standing.stands else None
        words = "\n\n".join(filter(None, (reply.why, by.quotation.words, reply.to.quotation.words)))
        voice = "\n\n".join(by.voice)
        yield Row(
            RowKind.REPLY,
            str(number),
            words,
            by.source,
            span,
            voice=voice,
            voices=by.voice[-1:],
            date=by.date,
        )


def note_row(note: Note) -> Row:
    words = f"{note.body}\n\n{note.quote}" if note.quote else note.body
    target = note.target
    return Row(
        RowKind.NOTE,
        note.id,
        words,
        target.source,
        target.span,
        approach=target.approach,
        date=note.changed[:10],
        tags=note.tags,
    )
