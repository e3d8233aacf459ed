"""What the comparison says to ears: headers, cells, claims and evidence, each by itself."""

from collections.abc import Mapping, Sequence

from counterpoint.domain.approach import (
    ApproachSummary,
    CellState,
    Claim,
    Coverage,
    Dimension,
    Evidence,
    Position,
)
from counterpoint.domain.cell_marks import Group
from counterpoint.domain.claim_filter import ClaimFilter
from counterpoint.labels import answer, counts, held_map
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
from counterpoint.labels.text import sentence, set_apart
from counterpoint.labels.translation import tr

from .cell_content import CellContent


def approach_name(head: ApproachSummary) -> str:
    """ "A: Hard-headed engagement"."""
    return f"{head.cue}: {set_apart(head.title)}"


def about_approach(head: ApproachSummary) -> str:
    """The rest of a header: gist, proponents and status."""
    names = tr(" and ").join(set_apart(proponent.name) for proponent in head.proponents)
    parts = [head.gist, tr("By {names}", names=names) if names else "", status_line(head)]
    return _plain(" ".join(sentence(part) for part in parts if part))


def cell_name(head: ApproachSummary, dimension: Dimension) -> str:
    """ "Hard-headed engagement, Diagnosis"."""
    return f"{set_apart(head.title)}, {set_apart(dimension.title)}"


def answered_cell_name(head: ApproachSummary, content: CellContent) -> str:
    """ "Containment, Pressure: Main means: A posture of the Cold War type.", or that it is not
    said."""
    cell = cell_name(head, content.dimension)
    if content.hidden:
        return _plain(f"{cell}: {held_map.hidden()}.")
    if content.position.state is CellState.ANSWERED:
        return _plain(f"{cell}: {answer.answer_line(content.position, content.dimension)}")
    return _plain(f"{cell}: {answer.not_said()}.")


def about_answer(content: CellContent, *, opened: bool) -> str:
    """What stands behind an answer and against it, or what was looked for; `opened` where its
    claims follow, one by one."""
    position = content.position
    if content.hidden:
        return _plain(sentence(filtered_lines(None, len(position.claims))[1]))
    parts = [
        answer.marks_spoken(content.marks, content.passages, content.same, content.replies),
        looked_for(position) if position.state is CellState.NOT_SAID else "",
        f"{counts.claims(len(content.shown))}." if opened else "",
        missing_line(position),
    ]
    return _plain(" ".join(filter(None, parts)))


def about_cell(
    position: Position, claims: Sequence[Claim], asked: ClaimFilter | None, *, folded: bool
) -> str:
    """How much a cell without an answer holds, without its claims, which are spoken one by one;
    `claims` are those that pass the filter, which is `asked` for."""
    if folded:
        return _plain(tr("Folded: {what}.", what=folded_line(position)))
    if position.coverage is Coverage.GAP:
        looked = looked_for(position)
        parts = [f"{nothing()}.", looked]
    elif not claims and asked:
        parts = [f"{', '.join(filtered_lines(asked.only_stance, len(position.claims)))}."]
    else:
        parts = [f"{counts.claims(len(claims))}."]
    if position.coverage is Coverage.PARTIAL:
        parts.append(part_line(position))
    return _plain(" ".join(filter(None, (*parts, missing_line(position)))))


def inferred_name(content: CellContent) -> str:
    """Of the line that stands for what is inferred: "2 claims inferred"."""
    claims = counts.claims(content.inferred)
    return _plain(tr("{claims} inferred", claims=claims))


def claim_name(claim: Claim, number: int, of: int) -> str:
    """ "Claim 2 of 3: Talks should go on."; `number` counts from 1."""
    place = tr("Claim {number} of {of}: ", number=number, of=of) if of > 1 else ""
    return f"{place}{sentence(claim.text)}"


def about_claim(claim: Claim, cell: str, short: Mapping[str, str], *, grouped: bool = False) -> str:
    """Where it stands, and all its evidence; `cell` is the name of its cell, `grouped` where there
    are headings over its claims."""
    under = f"{answer.group_name(Group.of(claim))}. " if grouped else ""
    said = "; ".join(evidence_name(piece, short) for piece in claim.evidence)
    return f"{under}{cell}: {said}."


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
