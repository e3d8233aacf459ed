"""What is chosen in the comparison, with quotations and citations, as it is copied into a paper."""

from counterpoint.application.library.citation import CitationStyle, quotation_with_citation
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.approach import ApproachSummary, Claim, Coverage, Evidence
from counterpoint.domain.note import Target, TargetKind
from counterpoint.labels.approach import proponents_line, status_line
from counterpoint.labels.evidence import stance
from counterpoint.labels.position import looked_for, nothing, part_line
from counterpoint.labels.quotation_state import state_told
from counterpoint.labels.text import in_one_line


def target_text(library: OpenedLibrary, target: Target) -> str:
    """An approach as its head says it; a cell with all its claims; a claim, then each of its
    quotations with citation, voice and stance, a line each; of an evidence target that piece only.
    A quotation that is not exact says so. Raises KeyError where there is no such thing."""
    match target.kind:
        case TargetKind.APPROACH:
            return _approach(library.contents.approach(target.approach))
        case TargetKind.POSITION:
            return _cell(library, target)
        case TargetKind.CLAIM | TargetKind.EVIDENCE:
            position = library.approach(target.approach).position(target.dimension)
            claims = [claim for claim in position.claims if claim.id == target.claim]
            if claims:
                return _claim(library, claims[0], target)
    raise KeyError(target)


def _approach(head: ApproachSummary) -> str:
    lines = (head.title, head.gist, proponents_line(head, len(head.proponents)))
    return "\n".join(in_one_line(line) for line in (*lines, status_line(head)) if line)


def _cell(library: OpenedLibrary, target: Target) -> str:
    contents = library.contents
    position = library.approach(target.approach).position(target.dimension)
    row = next(each.title for each in contents.dimensions if each.id == target.dimension)
    parts = [in_one_line(f"{contents.approach(target.approach).title}: {row}")]
    if position.coverage is Coverage.GAP:
        parts.append(f"{nothing()}. {looked_for(position)}".rstrip())
    parts += [_claim(library, claim, target) for claim in position.claims]
    if position.coverage is Coverage.PARTIAL:
        parts.append(part_line(position))
    return "\n\n".join(parts)


def _claim(library: OpenedLibrary, claim: Claim, target: Target) -> str:
    return "\n".join([in_one_line(claim.text), *_lines(library, claim, target)])


def _lines(library: OpenedLibrary, claim: Claim, target: Target) -> list[str]:
    return [
        _line(library, piece)
        for piece in claim.evidence
        if target.kind is not TargetKind.EVIDENCE or piece.key == target.evidence
    ]


def _line(library: OpenedLibrary, piece: Evidence) -> str:
    source = library.contents.source(piece.source)
    quoted = " ".join(piece.quotation.words.split())
    cited = quotation_with_citation(quoted, source, piece.paragraph, CitationStyle.INLINE)
    voice = ", ".join(piece.voice)
    state = state_told(piece.standing.state)
    return f"{cited} [{stance(piece.stance)}; {voice}{'; ' + state if state else ''}]"
