"""The words of a thing in the library, by which others that are like it are found."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.approach import Approach, Claim, Position
from counterpoint.domain.note import Note, Target, TargetKind
from counterpoint.domain.search.rows import Row, RowKind
from counterpoint.domain.span import Span


class LikeThis(NamedTuple):
    """`words` are what others are to be like."""

    words: str
    rows: frozenset[tuple[RowKind, str]] = frozenset()
    """What the words are of, by its kind and id, which is not found again."""
    source: str = ""
    span: Span | None = None
    """The same, where it is words of a source."""
    unlinked: bool = False
    """Whether it is candidates that are sought: passages that nobody has linked yet."""

    def is_of(self, row: Row) -> bool:
        """Whether a row is what the words are of."""
        if (row.kind, row.id) in self.rows:
            return True
        if self.span is None or row.span is None or row.source != self.source:
            return False
        return row.span.overlaps(self.span)


def like_note(note: Note) -> LikeThis:
    """With the words that it is on."""
    words = _together((note.body, note.quote))
    target = note.target
    return LikeThis(words, frozenset({(RowKind.NOTE, note.id)}), target.source, target.span)


def like_target(library: OpenedLibrary, target: Target) -> LikeThis | None:
    """None where it has no words of its own, as the whole comparison. Raises KeyError where it is
    not there any more, and what `OpenedLibrary.text` raises."""
    match target.kind:
        case TargetKind.PASSAGE if target.span is not None:
            words = library.text(target.source).text[target.span.start : target.span.end]
            return LikeThis(words, source=target.source, span=target.span)
        case TargetKind.EVIDENCE:
            piece = library.find(target.evidence).evidence
            rows = frozenset({(RowKind.QUOTATION, piece.key)})
            return LikeThis(piece.quotation.words, rows, piece.source, piece.standing.span)
        case TargetKind.CLAIM:
            position = library.approach(target.approach).position(target.dimension)
            claim = next(each for each in position.claims if each.id == target.claim)
            return _like_claim(target, claim)
        case TargetKind.POSITION:
            return _like_cell(library, target)
        case TargetKind.APPROACH:
            return _like_approach(library.approach(target.approach))
        case TargetKind.QUESTION:
            rows = frozenset({(RowKind.QUESTION, target.dimension)})
            return LikeThis(_together(_asked(library, target.dimension)), rows)
    return None


def _like_claim(target: Target, claim: Claim) -> LikeThis:
    named = f"{target.approach}/{target.dimension}/{claim.id}"
    quoted = {(RowKind.QUOTATION, piece.key) for piece in claim.evidence}
    return LikeThis(_together(_said((claim,))), frozenset({(RowKind.CLAIM, named), *quoted}))


def _like_cell(library: OpenedLibrary, target: Target) -> LikeThis:
    """An answer; or, where nothing is said, what others say in answer to the same question, so that
    what is like that and nobody has linked may be the answer that is missing."""
    approach = library.approach(target.approach)
    position = approach.position(target.dimension)
    if position.answer or position.claims:
        rows = {(RowKind.ANSWER, f"{target.approach}/{target.dimension}")}
        return LikeThis(_together((position.answer, *_said(position.claims))), frozenset(rows))
    words = (*_asked(library, target.dimension), position.looked_for or position.why)
    return LikeThis(_together(words), unlinked=True)


def _like_approach(approach: Approach) -> LikeThis:
    said = [approach.head.title, approach.head.gist]
    for position in approach.positions:
        said += [position.answer, *_said(position.claims)]
    rows = frozenset({(RowKind.APPROACH, approach.head.id)})
    return LikeThis(_together(said), rows, unlinked=True)


def _asked(library: OpenedLibrary, dimension: str) -> Iterator[str]:
    """A question, and what is said in answer to it."""
    question = library.contents.dimension(dimension)
    yield from (question.title, question.question)
    for head in library.contents.approaches:
        position: Position = library.approach(head.id).position(dimension)
        yield position.answer
        yield from _said(position.claims)


def _said(claims: Iterable[Claim]) -> Iterator[str]:
    for claim in claims:
        yield claim.text
        yield from (piece.quotation.words for piece in claim.evidence)


def _together(words: Iterable[str]) -> str:
    return "\n\n".join(filter(None, words))
