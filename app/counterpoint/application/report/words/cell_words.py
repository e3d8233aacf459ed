"""A cell of the table of answers in a few words, with where they come from."""

from counterpoint.domain.approach import ClaimStanding
from counterpoint.domain.counting import counted
from counterpoint.domain.report.blocks import Block, Inline, Link, Paragraph, Role, Strong, Text
from counterpoint.domain.report.material import (
    Answered,
    Cell,
    Claim,
    Evidence,
    Material,
    Passage,
)

from .wording import capital, cell_id, listed, places, stop

_MOST = 2
"""Claims that stand for an answer where none is written."""


def cell_blocks(material: Material, cell: Cell, *, linked: bool) -> tuple[Block, ...]:
    """The named answers, the sentence, and where it stands. `linked`: the report has the chapter
    of the approach."""
    if cell.answer:
        return _answer(material, cell, linked=linked)
    own = [claim for claim in cell.claims if claim.standing is ClaimStanding.OWN]
    if own:
        return _claims(material, cell, own, linked=linked)
    return (Paragraph(tuple(_unsaid(material, cell, linked=linked)), Role.DETAIL),)


def _unsaid(material: Material, cell: Cell, *, linked: bool) -> list[Inline]:
    """Where the report has no chapter that shows what others say of it, that is traced here."""
    if linked or not cell.claims:
        return [Text(not_said(cell))]
    others = [claim for claim in cell.claims if claim.standing is ClaimStanding.OTHERS]
    if not others:
        return [Text("Not said")]
    where = places(material, [piece.passage for claim in others for piece in support(claim)])
    return [Text("Not said; others speak of it "), *where]


def not_said(cell: Cell) -> str:
    """ "Not said; others speak of it (2 claims)", or that nobody has looked."""
    if cell.answered is Answered.NOT_CONSIDERED and not cell.claims:
        return "Not yet looked at"
    others = sum(claim.standing is ClaimStanding.OTHERS for claim in cell.claims)
    inferred = sum(claim.standing is ClaimStanding.INFERENCE for claim in cell.claims)
    beside = [f"others speak of it ({counted(others, 'claim')})"] if others else []
    beside += [f"{counted(inferred, 'claim')} by inference"] if inferred else []
    return f"Not said; {listed(beside)}" if beside else "Not said"


def held_names(material: Material, cell: Cell) -> str:
    """ "Shared interests; better relations", or ""."""
    known = {answer.id: answer.name for answer in material.question(cell.question).answers}
    return "; ".join(known[id] for id in cell.holds if id in known)


def _answer(material: Material, cell: Cell, *, linked: bool) -> tuple[Block, ...]:
    blocks: list[Block] = []
    names = held_names(material, cell)
    if names:
        blocks.append(Paragraph((Strong((Text(capital(names)),)),)))
    words: list[Inline] = [_sentence(cell, cell.answer, linked=linked)]
    passages = behind(material, cell)
    if passages:
        words += [Text(" "), *places(material, passages)]
    return (*blocks, Paragraph(tuple(words)))


def _claims(material: Material, cell: Cell, own: list[Claim], *, linked: bool) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for claim in own[:_MOST]:
        words: list[Inline] = [_sentence(cell, stop(claim.text), linked=linked)]
        words += [Text(" "), *places(material, [piece.passage for piece in support(claim)])]
        blocks.append(Paragraph(tuple(words)))
    more = len(own) - _MOST
    if more > 0:
        blocks.append(Paragraph((Text(f"and {counted(more, 'more claim')}"),), Role.DETAIL))
    return tuple(blocks)


def _sentence(cell: Cell, words: str, *, linked: bool) -> Inline:
    text = Text(words)
    return Link(f"#{cell_id(cell.approach, cell.question)}", (text,)) if linked else text


def behind(material: Material, cell: Cell) -> list[Passage]:
    """The passages that the answer rests on: where the question is put to anyone, critics' too."""
    anyone = material.question(cell.question).of_anyone
    return [
        piece.passage
        for claim in cell.carrying()
        for piece in (claim.evidence if anyone else support(claim))
        if not piece.inferred
    ]


def support(claim: Claim) -> list[Evidence]:
    """What speaks for the claim directly; where nothing does, all of it."""
    direct = [
        piece
        for piece in claim.evidence
        if not piece.inferred and piece.stance in ("advocates", "describes", "concedes")
    ]
    return direct or [piece for piece in claim.evidence if not piece.inferred]
