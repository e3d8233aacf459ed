"""What is chosen in the comparison, with quotations and citations, as it is copied into a paper."""

from collections.abc import Iterator

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.approach import (
    ApproachSummary,
    CellState,
    Claim,
    Coverage,
    Evidence,
)
from counterpoint.domain.note import Target, TargetKind
from counterpoint.domain.report.blocks import (
    Block,
    Inline,
    LineBreak,
    Paragraph,
    Quotation,
    Strong,
    Text,
)
from counterpoint.labels.approach import proponents_line, status_line
from counterpoint.labels.evidence import stance
from counterpoint.labels.position import looked_for, nothing, part_line
from counterpoint.labels.quotation_state import state_told
from counterpoint.labels.text import sentence, set_apart

from .citing import Citing


def target_blocks(library: OpenedLibrary, target: Target) -> tuple[Block, ...]:
    """An approach as its head says it; a cell with its answer and all its claims; a claim, then
    each of its quotations with citation, voice and stance; of an evidence target that piece only.
    A quotation that is not exact says so, and the sources cited stand at the end. Raises KeyError
    where there is no such thing."""
    citing = Citing(library.contents)
    match target.kind:
        case TargetKind.APPROACH:
            return (_approach(library.contents.approach(target.approach)),)
        case TargetKind.POSITION:
            return (*_cell(library, citing, target), *citing.sources())
        case TargetKind.CLAIM | TargetKind.EVIDENCE:
            position = library.approach(target.approach).position(target.dimension)
            claims = [claim for claim in position.claims if claim.id == target.claim]
            if claims:
                return (*_claim(citing, claims[0], target), *citing.sources())
    raise KeyError(target)


def _approach(head: ApproachSummary) -> Paragraph:
    said = (head.title, head.gist, proponents_line(head, len(head.proponents)), status_line(head))
    words: list[Inline] = []
    for line in filter(None, map(set_apart, said)):
        words += [LineBreak(), Text(line)] if words else [Strong((Text(line),))]
    return Paragraph(tuple(words))


def _cell(library: OpenedLibrary, citing: Citing, target: Target) -> Iterator[Block]:
    contents = library.contents
    position = library.approach(target.approach).position(target.dimension)
    row = contents.dimension(target.dimension)
    title = f"{set_apart(contents.approach(target.approach).title)}: {set_apart(row.title)}"
    yield Paragraph((Strong((Text(title),)),))
    if position.state is CellState.ANSWERED:
        names = "; ".join(set_apart(each.name) for each in row.answers if each.id in position.holds)
        held: tuple[Inline, ...] = (Strong((Text(f"{names}."),)), Text(" "))
        yield Paragraph((*(held if names else ()), Text(sentence(position.answer))))
    if position.coverage is Coverage.GAP:
        yield Paragraph((Text(f"{nothing()}. {looked_for(position)}".rstrip()),))
    for claim in position.claims:
        yield from _claim(citing, claim, target)
    if position.coverage is Coverage.PARTIAL:
        yield Paragraph((Text(part_line(position)),))


def _claim(citing: Citing, claim: Claim, target: Target) -> Iterator[Block]:
    yield Paragraph((Text(set_apart(claim.text)),))
    for piece in claim.evidence:
        if target.kind is not TargetKind.EVIDENCE or piece.key == target.evidence:
            yield _quotation(citing, piece)


def _quotation(citing: Citing, piece: Evidence) -> Quotation:
    where = citing.place(piece.source, piece.paragraph)
    said = f"({where}) [{stance(piece.stance)}; {', '.join(map(set_apart, piece.voice))}"
    state = state_told(piece.standing.state)
    words = " ".join(piece.quotation.words.split())
    return Quotation(words, (Text(f"{said}{'; ' + state if state else ''}]"),))
