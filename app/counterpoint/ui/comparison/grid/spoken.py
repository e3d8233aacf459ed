"""What the comparison says to ears: headers, cells, claims and evidence, each by itself."""

from collections.abc import Mapping, Sequence

from counterpoint.domain.approach import (
    ApproachSummary,
    Claim,
    Coverage,
    Dimension,
    Evidence,
    Position,
    Stance,
)
from counterpoint.labels import counts
from counterpoint.labels.approach import status_line
from counterpoint.labels.evidence import chain, cited, pills, stance
from counterpoint.labels.position import (
    filtered_lines,
    folded_line,
    looked_for,
    missing_line,
    nothing,
    part_line,
)
from counterpoint.labels.text import in_one_line, sentence
from counterpoint.labels.translation import tr


def approach_name(head: ApproachSummary) -> str:
    """ "A: Hard-headed engagement"."""
    return f"{head.cue}: {in_one_line(head.title)}"


def about_approach(head: ApproachSummary) -> str:
    """The rest of a header: gist, proponents and status."""
    names = tr(" and ").join(in_one_line(proponent.name) for proponent in head.proponents)
    parts = [head.gist, tr("By {names}", names=names) if names else "", status_line(head)]
    return _plain(" ".join(sentence(part) for part in parts if part))


def cell_name(head: ApproachSummary, dimension: Dimension) -> str:
    """ "Hard-headed engagement, Diagnosis"."""
    return f"{in_one_line(head.title)}, {in_one_line(dimension.title)}"


def about_cell(
    position: Position, claims: Sequence[Claim], stance: Stance | None, *, folded: bool
) -> str:
    """How much a cell holds, without its claims, which are spoken one by one; `claims` are those
    that pass the filter by `stance`."""
    if folded:
        return _plain(tr("Folded: {what}.", what=folded_line(position)))
    if position.coverage is Coverage.GAP:
        looked = looked_for(position)
        parts = [f"{nothing()}.", looked]
    elif not claims and stance is not None:
        parts = [f"{', '.join(filtered_lines(stance, len(position.claims)))}."]
    else:
        parts = [f"{counts.claims(len(claims))}."]
    if position.coverage is Coverage.PARTIAL:
        parts.append(part_line(position))
    return _plain(" ".join(filter(None, (*parts, missing_line(position)))))


def claim_name(claim: Claim, number: int, of: int) -> str:
    """ "Claim 2 of 3: Talks should go on."; `number` counts from 1."""
    place = tr("Claim {number} of {of}: ", number=number, of=of) if of > 1 else ""
    return f"{place}{sentence(claim.text)}"


def about_claim(claim: Claim, cell: str, short: Mapping[str, str]) -> str:
    """Where it stands, and all its evidence; `cell` is the name of its cell."""
    return f"{cell}: {'; '.join(evidence_name(piece, short) for piece in claim.evidence)}."


def with_notes(description: str, notes: int) -> str:
    """The description of a thing that there are so many notes on."""
    return _plain(f"{description} {counts.notes(notes)}.".strip()) if notes else description


def evidence_name(piece: Evidence, short: Mapping[str, str]) -> str:
    """ "advocates, London cable ¶4, voice: Embassy London, inferred"."""
    parts = [stance(piece.stance), cited(piece, short)]
    if piece.voice:
        parts.append(tr("voice: {names}", names=chain(piece)))
    return _plain(", ".join((*parts, *pills(piece))))


def _plain(words: str) -> str:
    """With spaces that are read as such."""
    return words.replace("\u00a0", " ")
