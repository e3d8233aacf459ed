"""The tables of a brief: the approaches at a glance, and the answers."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from counterpoint.application.report.words.cell_words import cell_blocks
from counterpoint.application.report.words.wording import (
    approach_id,
    capital,
    listed,
    places,
)
from counterpoint.domain.approach import ClaimStanding
from counterpoint.domain.counting import counted
from counterpoint.domain.report.blocks import (
    Block,
    Cell,
    Column,
    Emphasis,
    Heading,
    Inline,
    Landscape,
    LineBreak,
    Link,
    Paragraph,
    Role,
    Strong,
    Table,
    Text,
    word_count,
)
from counterpoint.domain.report.material import Approach, Material, Passage, Question
from counterpoint.domain.report.material import Cell as Answer

_ACROSS = 3
"""Approaches that have room beside one another on an upright page."""
_ACROSS_LANDSCAPE = 7
_REPORTING = re.compile(r", \w+ing$")
_QUESTION = 0.13
"""The share of the first column where there are many."""


class Extent:
    """How much of an approach's own evidence there is, counted once for each passage."""

    def __init__(self, material: Material, approach: Approach) -> None:
        cells = [material.cell(approach.id, question.id) for question in material.questions]
        own = {
            (piece.passage.source, piece.passage.words): piece.passage
            for cell in cells
            for claim in cell.claims
            if claim.standing is ClaimStanding.OWN
            for piece in claim.evidence
            if not piece.inferred
        }
        self.passages = len(own)
        self.sources = len({source for source, _ in own})
        heard = [
            () if piece.of_holder and len(piece.passage.voice) == 1 else piece.passage.voice[:1]
            for cell in cells
            for claim in cell.claims
            if claim.standing is ClaimStanding.OWN
            for piece in claim.evidence
            if not piece.inferred
        ]
        names = (_REPORTING.sub("", name) for voice in heard for name in voice)
        self.through = () if () in heard else tuple(dict.fromkeys(names)) if heard else None
        """Through whom alone it is heard; () where its holder speaks; None where nobody does."""
        self.own = tuple(sorted(own.values(), key=_place))
        """The passages, as they stand in their sources."""
        wanted = (cell for cell in cells if cell.answer and not _of_anyone(material, cell))
        carrying = {
            (piece.passage.source, piece.passage.words): piece.passage
            for cell in wanted
            for claim in cell.carrying()
            for piece in claim.evidence
            if claim.standing is ClaimStanding.OWN and not piece.inferred
        }
        self.carrying = tuple(sorted((carrying or own).values(), key=_place))
        """Those that its answers rest on, which is what it wants; where it answers nothing, all."""

    def __str__(self) -> str:
        if not self.passages:
            return "no words of its own"
        return f"{counted(self.passages, 'passage')} in {counted(self.sources, 'source')}"


def _of_anyone(material: Material, cell: Answer) -> bool:
    return material.question(cell.question).of_anyone


def remove(material: Material) -> tuple[Block, ...]:
    """One line on how near we are to each approach: in its holder's own text, or only in what
    somebody tells of it, who may stand for another one."""
    through: dict[tuple[str, ...], list[str]] = {}
    for approach in material.approaches:
        told = Extent(material, approach).through
        if told is not None:
            through.setdefault(told, []).append(approach.letter)
    stands_for = {
        person.name: approach.letter
        for approach in reversed(material.approaches)
        for person in approach.proponents
    }
    own = through.pop((), [])
    others = [
        f"{listed(letters)} ({_together([_who(name, stands_for) for name in names])})"
        for names, letters in through.items()
    ]
    said = [f"Known here only through others: {'; '.join(others)}."] if others else []
    said += [f"At first hand: {listed(own)}."] if own else []
    return (Paragraph((Text(" ".join(said)),), Role.DETAIL),) if said else ()


def _together(names: list[str]) -> str:
    """With a comma before the "and" where one of them has a comma of its own."""
    *before, last = names
    if not before:
        return last
    comma = "," if any("," in name for name in before) else ""
    return f"{', '.join(before)}{comma} and {last}"


def _who(name: str, stands_for: dict[str, str]) -> str:
    return f"{name}, who stands for {stands_for[name]}" if name in stands_for else name


def _place(passage: Passage) -> tuple[str, int]:
    return passage.source, passage.span.start if passage.span else 0


def glance(material: Material, *, linked: bool) -> Table:
    """Letter and title, what it wants, who stands for it, what it rests on."""
    rows: list[tuple[Cell, ...]] = []
    for approach in material.approaches:
        extent = Extent(material, approach)
        where = places(material, extent.carrying, apart=True)
        wants: list[Inline] = [Text(approach.gist), *([Text(" "), *where] if where else [])]
        rows.append(
            (
                (Paragraph(title_of(approach, linked=linked)),),
                (Paragraph(tuple(wants)),),
                (Paragraph((Text(whose(approach)),)),),
                (Paragraph((Text(capital(str(extent))),)),),
            )
        )
    heads = ("Approach", "What it wants", "Whose, and when", "Passages for it")
    shares = (0.19, 0.49, 0.2, 0.12)
    columns = tuple(Column((Text(head),), share) for head, share in zip(heads, shares, strict=True))
    return Table(columns, tuple(rows), id="at-a-glance")


def title_of(approach: Approach, *, linked: bool) -> tuple[Inline, ...]:
    """ "A  Hard-headed engagement"."""
    words: tuple[Inline, ...] = (Strong((Text(approach.letter),)), Text(f" {approach.title}"))
    return (Link(f"#{approach_id(approach.id)}", words),) if linked else words


def whose(approach: Approach) -> str:
    """ "Adopted: UK government, 2017"."""
    if approach.status_note:
        return capital(": ".join(part for part in (approach.status, approach.status_note) if part))
    names = listed([person.name for person in approach.proponents])
    return ", ".join(part for part in (capital(approach.status), names, approach.date) if part)


class Answers(NamedTuple):
    blocks: tuple[Block, ...]
    left_out: tuple[Question, ...]
    """For want of room."""


def answers(
    material: Material,
    questions: Sequence[Question],
    *,
    linked: bool,
    already_landscape: bool,
    most_words: int = 0,
    most_rows: int = 0,
    said: bool = True,
) -> Answers:
    """The table of answers: upright, on pages laid across, or a block for each approach, one after
    another, as there is room. With `most_words` or `most_rows`, rows are added as long as they
    fit; what is left out is said here, or, without `said`, elsewhere."""
    cells = {
        (approach.id, question.id): cell_blocks(
            material, material.cell(approach.id, question.id), linked=linked
        )
        for approach in material.approaches
        for question in questions
    }
    shown = _fitting(material, questions[: most_rows or None], cells, most_words)
    left_out = tuple(question for question in questions if question not in shown)
    rest = [question.title for question in left_out]
    remark: list[Block] = []
    if rest and said:
        words = f"Not in this table, for want of room: {listed(rest)}."
        remark = [Paragraph((Text(words),), Role.DETAIL)]
    count = len(material.approaches)
    if count <= _ACROSS or (already_landscape and count <= _ACROSS_LANDSCAPE):
        return Answers((_beside(material, shown, cells), *remark), left_out)
    if count <= _ACROSS_LANDSCAPE:
        across = Landscape((_beside(material, shown, cells), *remark))
        return Answers((across,), left_out)
    return Answers((*_one_by_one(material, shown, cells), *remark), left_out)


def _fitting(
    material: Material,
    questions: Sequence[Question],
    cells: dict[tuple[str, str], tuple[Block, ...]],
    most_words: int,
) -> list[Question]:
    if not most_words:
        return list(questions)
    shown: list[Question] = []
    words = 0
    for question in questions:
        row = [
            block for approach in material.approaches for block in cells[approach.id, question.id]
        ]
        words += word_count(row)
        if shown and words > most_words:
            break
        shown.append(question)
    return [question for question in questions if question in shown]


def _beside(
    material: Material,
    questions: Sequence[Question],
    cells: dict[tuple[str, str], tuple[Block, ...]],
) -> Table:
    count = len(material.approaches)
    first = max(_QUESTION, 1 / (count + 2)) if count <= _ACROSS else _QUESTION
    columns = [Column((Text("Question"),), first)]
    columns += [
        Column(
            (Strong((Text(approach.letter),)), LineBreak(), Text(approach.title)),
            (1 - first) / count,
        )
        for approach in material.approaches
    ]
    rows = tuple(
        (_asked(question), *(cells[approach.id, question.id] for approach in material.approaches))
        for question in questions
    )
    return Table(tuple(columns), rows, id="answers")


def _asked(question: Question) -> Cell:
    return (
        Paragraph((Strong((Text(question.title),)),)),
        Paragraph((Text(question.question),), Role.DETAIL),
    )


def _one_by_one(
    material: Material,
    questions: Sequence[Question],
    cells: dict[tuple[str, str], tuple[Block, ...]],
) -> list[Block]:
    """A block for each approach, over the whole width, which takes the least room."""
    blocks: list[Block] = []
    for approach in material.approaches:
        id = f"answers-{approach.id}"
        blocks.append(Heading(2, title_of(approach, linked=False), id))
        for question in questions:
            said = _in_a_run(cells[approach.id, question.id])
            title = Strong((Text(f"{question.title}. "),))
            blocks.append(Paragraph((title, *said)))
    return blocks


def _in_a_run(cell: Cell) -> tuple[Inline, ...]:
    """The paragraphs of a cell as one; the names of answers, which head it, set apart."""
    run: list[Inline] = []
    for block in cell:
        if not isinstance(block, Paragraph):
            continue
        match block.inside:
            case (Strong(inside),):
                run += [Emphasis((*inside, Text(":"))), Text(" ")]
            case inside:
                run += [*inside, Text(" ")]
    return tuple(run[:-1])
