"""What a peek says: the words of the sources, whose they are, and how far they bear."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto
from typing import NamedTuple

from counterpoint.domain.approach import (
    ApproachSummary,
    CellState,
    Claim,
    Coverage,
    Dimension,
    Evidence,
    Link,
    Position,
    Stance,
)
from counterpoint.domain.invisible_characters import made_visible
from counterpoint.domain.note import Target
from counterpoint.labels import counts
from counterpoint.labels.answer import asked, not_said
from counterpoint.labels.approach import relation, status_line
from counterpoint.labels.evidence import chain, cited, link, stance
from counterpoint.labels.position import (
    filtered_lines,
    looked_for,
    missing_line,
    nothing,
    part_line,
)
from counterpoint.labels.quotation_state import state_line
from counterpoint.labels.text import DOT, capital, sentence, set_apart
from counterpoint.labels.translation import tr

Answers = Callable[[str], list[str]]
"""Gives the lines that say what answers a piece of evidence, by its key."""
NotesOn = Callable[[Target], list[str]]
"""Gives the first words of each note on a thing."""
MOST_NOTES = 3
"""Of which a peek gives the first words."""


def no_answers(_key: str) -> list[str]:
    return []


class PartKind(Enum):
    TITLE = auto()
    MARK = auto()
    """A stance by shape and word, and what follows it."""
    QUOTE = auto()
    """The source's own words."""
    TEXT = auto()
    QUIET = auto()
    WARNING = auto()


class Part(NamedTuple):
    """One paragraph of a peek; `stance` only for a mark."""

    kind: PartKind
    text: str
    stance: Stance | None = None


Group = tuple[Part, ...]
"""Paragraphs that belong together, such as one quotation with its voice."""


def of_notes(first_words: Sequence[str]) -> tuple[Group, ...]:
    """One group, or none where there are no notes."""
    if not first_words:
        return ()
    parts = [
        Part(PartKind.TEXT, tr("Your note: {words}", words=line))
        for line in first_words[:MOST_NOTES]
    ]
    if len(first_words) > MOST_NOTES:
        parts.append(Part(PartKind.QUIET, tr("{n} more.", "notes", len(first_words) - MOST_NOTES)))
    return (tuple(parts),)


def of_evidence(piece: Evidence, short: Mapping[str, str], answers: Answers) -> Group:
    """One quotation with everything that qualifies it."""
    direct = f"{DOT}{link(piece.link)}" if piece.link is Link.DIRECT else ""
    parts = [
        Part(PartKind.MARK, f"{cited(piece, short)}{direct}", piece.stance),
        Part(PartKind.QUOTE, set_apart(made_visible(piece.quotation.words))),
    ]
    if warning := state_line(piece.standing.state):
        parts.append(Part(PartKind.WARNING, warning))
    if piece.voice:
        parts.append(Part(PartKind.TEXT, chain(piece)))
    if piece.link is Link.INFERRED or piece.why:
        parts.append(_quiet(capital(link(piece.link)), piece.why))
    if piece.hedge:
        parts.append(_quiet(tr("Hedged"), f"“{set_apart(piece.hedge)}”"))
    if piece.tone:
        parts.append(_quiet(tr("Not meant at face value"), piece.tone))
    if piece.partial:
        parts.append(_quiet(tr("Bears the claim in part"), piece.partial))
    parts.extend(Part(PartKind.QUIET, set_apart(line)) for line in answers(piece.key))
    return tuple(parts)


def of_pieces(
    pieces: Sequence[Evidence], short: Mapping[str, str], answers: Answers
) -> tuple[Group, ...]:
    return tuple(of_evidence(piece, short, answers) for piece in pieces)


def of_position(position: Position, claims: Sequence[Claim], *, folded: bool) -> tuple[Group, ...]:
    """A cell as a whole: what was looked for, why it is partial, what a folded cell holds."""
    if position.coverage is Coverage.GAP:
        parts = [Part(PartKind.TITLE, nothing())]
        if looked := looked_for(position):
            parts.append(Part(PartKind.QUIET, looked))
        return ((*parts, *_missing(position)),)
    passages = sum(len(claim.evidence) for claim in claims)
    summary = f"{counts.claims(len(claims))}, {counts.passages(passages)}"
    parts = [Part(PartKind.TITLE, summary)]
    if position.coverage is Coverage.PARTIAL:
        parts.append(Part(PartKind.QUIET, part_line(position)))
    if folded:
        parts.extend(Part(PartKind.TEXT, sentence(claim.text)) for claim in claims)
    return ((*parts, *_missing(position)),)


def of_answer(position: Position, dimension: Dimension, marks: str) -> tuple[Group, ...]:
    """What the named answers of a cell mean; where none is said, what was looked for. `marks` says
    in words what stands behind it and against it."""
    behind = [Part(PartKind.QUIET, set_apart(marks))] if marks else []
    if position.state is not CellState.ANSWERED:
        parts = [Part(PartKind.TITLE, capital(not_said()))]
        if looked := looked_for(position):
            parts.append(Part(PartKind.QUIET, looked))
        return ((*parts, *behind, *_missing(position)),)
    held = [answer for answer in dimension.answers if answer.id in position.holds]
    meant = [_quiet(set_apart(answer.name), answer.means) for answer in held]
    if position.coverage is Coverage.PARTIAL:
        meant.append(Part(PartKind.QUIET, part_line(position)))
    group = (*meant, *behind, *_missing(position))
    return (group,) if group else ()


def of_hidden(position: Position) -> tuple[Group, ...]:
    """A cell that a filter hides."""
    none, hidden = filtered_lines(None, len(position.claims))
    return ((Part(PartKind.TITLE, none), Part(PartKind.QUIET, sentence(hidden))),)


def of_replies(lines: Sequence[str]) -> tuple[Group, ...]:
    """Who answers the passages of a cell, and whom they answer, a line each; nothing of none."""
    return (tuple(Part(PartKind.QUIET, set_apart(line)) for line in lines),) if lines else ()


def of_inferred(claims: Sequence[Claim]) -> tuple[Group, ...]:
    """The claims of a cell that are only inferred, in a few words each."""
    return (tuple(Part(PartKind.TEXT, sentence(claim.text)) for claim in claims),)


def _missing(position: Position) -> list[Part]:
    line = missing_line(position)
    return [Part(PartKind.WARNING, line)] if line else []


def of_approach(head: ApproachSummary, titles: Mapping[str, str]) -> tuple[Group, ...]:
    """All that a header has no room for. `titles` names the approaches that it is related to."""
    status = status_line(head)
    note = set_apart(head.status_note).rstrip(".")
    about = [
        Part(PartKind.TITLE, set_apart(head.title)),
        Part(PartKind.TEXT, sentence(head.gist)),
        Part(PartKind.QUIET, sentence(status)),
    ]
    rest = ("" if note in status else note, head.status_detail)
    about.extend(Part(PartKind.QUIET, sentence(text)) for text in rest if text)
    if head.left_out:
        about.append(
            Part(
                PartKind.WARNING,
                tr(
                    "{missing} of its file, as they cannot be read: see the problems of the "
                    "library.",
                    missing=counts.left_out(head.left_out),
                ),
            )
        )
    if not head.proponents:
        about.append(Part(PartKind.QUIET, tr("The texts name nobody who puts it forward.")))
    for proponent in head.proponents:
        note = f": {set_apart(proponent.note)}" if proponent.note else ""
        about.append(Part(PartKind.TEXT, f"{set_apart(proponent.name)}{note}"))
    tally = head.tally
    stances = [
        f"{stance(kind)} {number}"
        for kind, number in (
            (Stance.ADVOCATES, tally.advocates),
            (Stance.DESCRIBES, tally.describes),
            (Stance.CRITICISES, tally.criticises),
            (Stance.CONCEDES, tally.concedes),
        )
        if number
    ]
    passages = f"{counts.passages(tally.passages)}, {counts.words(tally.words)}"
    behind = [Part(PartKind.QUIET, f"{passages}: {', '.join(stances)}." if stances else passages)]
    if tally.gaps:
        behind.append(
            Part(
                PartKind.QUIET,
                tr("Silent on {questions}.", questions=counts.questions(tally.gaps)),
            )
        )
    for other in head.relations:
        title = titles.get(other.approach, other.approach)
        behind.append(_quiet(f"{capital(relation(other.kind))} {title}", other.why))
    return (tuple(about), tuple(behind))


def of_dimension(dimension: Dimension) -> tuple[Group, ...]:
    """A dimension's question, and how its answers tell the approaches apart."""
    parts = [
        Part(PartKind.TITLE, set_apart(dimension.title)),
        Part(PartKind.TEXT, asked(dimension)),
    ]
    if dimension.tells_apart:
        parts.append(Part(PartKind.QUIET, sentence(dimension.tells_apart)))
    return (tuple(parts),)


def _quiet(label: str, text: str) -> Part:
    text = sentence(text)
    return Part(PartKind.QUIET, f"{label}: {text}" if text else f"{label}.")
