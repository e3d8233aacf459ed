"""Answers as a table: a cell, a row, a column, or the whole comparison."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from counterpoint.domain.approach import (
    Approach,
    CellState,
    Claim,
    ClaimStanding,
    Dimension,
    Evidence,
    Link,
    Position,
    Stance,
)
from counterpoint.domain.claim_filter import ClaimFilter
from counterpoint.domain.report.blocks import (
    Block,
    Column,
    Emphasis,
    Inline,
    LineBreak,
    Paragraph,
    Strong,
    Table,
    Text,
)
from counterpoint.labels.claim_filter import part_in_words
from counterpoint.labels.page import answer_line, left_open
from counterpoint.labels.text import sentence, set_apart
from counterpoint.labels.translation import tr

from .citing import Citing

Words = tuple[Inline, ...]
_NOTHING: Mapping[str, str] = MappingProxyType({})
_HEAD = 0.16
"""The share of the first column, where there are several others."""


def answers_table(
    citing: Citing,
    approaches: Sequence[Approach],
    dimensions: Sequence[Dimension],
    *,
    transposed: bool = False,
    beneath: Mapping[str, str] = _NOTHING,
    hides: Callable[[Position], bool] = lambda _position: False,
) -> Table:
    """Approaches as columns and questions as rows, or turned round; each answer with its named
    answers before it and its citations behind it, and what is not said said. `beneath` has what
    stands below a question, by its id. Of a cell that a filter `hides` that is said, and no
    answer."""
    cells = {
        (each.head.id, asked.id): _hidden()
        if hides(each.position(asked.id))
        else _cell(citing, each.position(asked.id), asked)
        for each in approaches
        for asked in dimensions
    }
    heads = [_approach(each) for each in approaches]
    asked = [_asked(each, beneath.get(each.id, "")) for each in dimensions]
    if transposed:
        rows = [[cells[one.head.id, each.id] for each in dimensions] for one in approaches]
        return _table(tr("Approach"), asked, heads, rows)
    rows = [[cells[one.head.id, each.id] for one in approaches] for each in dimensions]
    return _table(tr("Question"), heads, asked, rows)


def _table(
    corner: str,
    across: Sequence[Words],
    down: Sequence[Words],
    rows: Iterable[list[tuple[Block, ...]]],
) -> Table:
    first = _HEAD if len(across) > 2 else 0.25
    share = (1 - first) / max(1, len(across))
    columns = (Column((Text(corner),), first), *(Column(words, share) for words in across))
    return Table(
        columns,
        tuple(((Paragraph(head),), *cells) for head, cells in zip(down, rows, strict=True)),
    )


def _approach(of: Approach) -> Words:
    return (Strong((Text(f"{of.head.cue} {set_apart(of.head.title)}"),)),)


def _asked(of: Dimension, beneath: str) -> Words:
    more = (LineBreak(), Emphasis((Text(beneath),))) if beneath else ()
    return (Strong((Text(set_apart(of.title)),)), Text(f" {set_apart(of.question)}"), *more)


def _hidden() -> tuple[Block, ...]:
    return (Paragraph((Emphasis((Text(tr("Nothing of this filter")),)),)),)


def filter_named(filter: ClaimFilter, short: Mapping[str, str]) -> Paragraph | None:
    """What narrows a table, to stand below it: "Narrowed by this filter: Only own words."; None
    where nothing does. `short` gives the short names of sources."""
    parts = [part_in_words(part, short) for part in filter.parts()]
    if not parts:
        return None
    return Paragraph((Text(tr("Narrowed by this filter: {parts}.", parts="; ".join(parts))),))


def _cell(citing: Citing, position: Position, asked: Dimension) -> tuple[Block, ...]:
    if position.state is CellState.ANSWERED:
        return _answered(citing, position, asked)
    words: list[Inline] = [Emphasis((Text(answer_line(position)),))]
    blocks: list[Block] = []
    if position.state is CellState.NOT_SAID:
        looked = left_open(position)
        words += [Text(f". {looked}")] if looked else []
    else:
        own = position.standing(ClaimStanding.OWN)
        blocks += [Paragraph((Text(sentence(c.text)), *_cited(citing, [c]))) for c in own]
    return (Paragraph(tuple(words)), *blocks)


def _answered(citing: Citing, position: Position, asked: Dimension) -> tuple[Block, ...]:
    names = "; ".join(set_apart(each.name) for each in asked.answers if each.id in position.holds)
    held: list[Block] = [Paragraph((Strong((Text(names),)),))] if names else []
    claims = {claim.id: claim for claim in position.claims}
    carrying = [claims[id] for id in position.rests_on if id in claims]
    said = (Text(sentence(position.answer)), *_cited(citing, carrying))
    return (*held, Paragraph(said))


def _cited(citing: Citing, claims: Iterable[Claim]) -> Words:
    """Where the words that carry them stand, each place once: "(London cable, ¶4; Letter, ¶7)"."""
    places = dict.fromkeys(
        citing.place(piece.source, piece.paragraph) for claim in claims for piece in _bearing(claim)
    )
    return (Text(f" ({'; '.join(places)})"),) if places else ()


def _bearing(claim: Claim) -> list[Evidence]:
    """What tells directly that the claim is so; where nothing does, all that is direct."""
    direct = [piece for piece in claim.evidence if piece.link is Link.DIRECT]
    return [piece for piece in direct if piece.stance is not Stance.CRITICISES] or direct
