"""What a peek says: the words of the sources, whose they are, and how far they bear."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto
from typing import NamedTuple

from counterpoint.domain.approach import (
    ApproachSummary,
    Claim,
    Coverage,
    Dimension,
    Evidence,
    Link,
    Position,
    Stance,
)
from counterpoint.domain.note import Target
from counterpoint.ui.comparison import words

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
    parts = [Part(PartKind.TEXT, f"Your note: {line}") for line in first_words[:MOST_NOTES]]
    if len(first_words) > MOST_NOTES:
        parts.append(Part(PartKind.QUIET, f"{len(first_words) - MOST_NOTES:,} more."))
    return (tuple(parts),)


def of_evidence(piece: Evidence, short: Mapping[str, str], answers: Answers) -> Group:
    """One quotation with everything that qualifies it."""
    cited = words.cited(piece, short)
    link = f"{words.DOT}direct" if piece.link is Link.DIRECT else ""
    parts = [
        Part(PartKind.MARK, f"{cited}{link}", piece.stance),
        Part(PartKind.QUOTE, words.in_one_line(piece.quotation.words)),
    ]
    if warning := words.standing_line(piece.standing.state):
        parts.append(Part(PartKind.WARNING, warning))
    if piece.voice:
        parts.append(Part(PartKind.TEXT, words.chain(piece)))
    if piece.link is Link.INFERRED:
        parts.append(_quiet("Inferred", piece.why))
    elif piece.why:
        parts.append(_quiet("Direct", piece.why))
    if piece.hedge:
        parts.append(_quiet("Hedged", f"“{words.in_one_line(piece.hedge)}”"))
    if piece.tone:
        parts.append(_quiet("Not meant at face value", piece.tone))
    if piece.partial:
        parts.append(_quiet("Bears the claim in part", piece.partial))
    parts.extend(Part(PartKind.QUIET, words.in_one_line(line)) for line in answers(piece.key))
    return tuple(parts)


def of_pieces(
    pieces: Sequence[Evidence], short: Mapping[str, str], answers: Answers
) -> tuple[Group, ...]:
    return tuple(of_evidence(piece, short, answers) for piece in pieces)


def of_position(position: Position, claims: Sequence[Claim], *, folded: bool) -> tuple[Group, ...]:
    """A cell as a whole: what was looked for, why it is partial, what a folded cell holds."""
    if position.coverage is Coverage.GAP:
        parts = [Part(PartKind.TITLE, words.NOTHING)]
        if position.why:
            parts.append(_quiet("Looked for", position.why))
        return ((*parts, *_missing(position)),)
    passages = sum(len(claim.evidence) for claim in claims)
    summary = f"{words.count(len(claims), 'claim')}, {words.count(passages, 'passage')}"
    parts = [Part(PartKind.TITLE, summary)]
    if position.coverage is Coverage.PARTIAL:
        parts.append(Part(PartKind.QUIET, words.part_line(position)))
    if folded:
        parts.extend(Part(PartKind.TEXT, words.sentence(claim.text)) for claim in claims)
    return ((*parts, *_missing(position)),)


def _missing(position: Position) -> list[Part]:
    line = words.missing_line(position)
    return [Part(PartKind.WARNING, line)] if line else []


def of_approach(head: ApproachSummary, titles: Mapping[str, str]) -> tuple[Group, ...]:
    """All that a header has no room for. `titles` names the approaches that it is related to."""
    status = words.status_line(head)
    note = words.in_one_line(head.status_note).rstrip(".")
    about = [
        Part(PartKind.TITLE, words.in_one_line(head.title)),
        Part(PartKind.TEXT, words.sentence(head.gist)),
        Part(PartKind.QUIET, words.sentence(status)),
    ]
    rest = ("" if note in status else note, head.status_detail)
    about.extend(Part(PartKind.QUIET, words.sentence(text)) for text in rest if text)
    if head.left_out:
        about.append(
            Part(
                PartKind.WARNING,
                f"{words.left_out(head.left_out)} of its file, as they cannot be read: see the "
                "problems of the library.",
            )
        )
    if not head.proponents:
        about.append(Part(PartKind.QUIET, "The texts name nobody who puts it forward."))
    for proponent in head.proponents:
        note = f": {words.in_one_line(proponent.note)}" if proponent.note else ""
        about.append(Part(PartKind.TEXT, f"{words.in_one_line(proponent.name)}{note}"))
    tally = head.tally
    stances = [
        f"{word} {number}"
        for word, number in (
            ("advocates", tally.advocates),
            ("describes", tally.describes),
            ("criticises", tally.criticises),
            ("concedes", tally.concedes),
        )
        if number
    ]
    passages = f"{words.count(tally.passages, 'passage')}, {words.count(tally.words, 'word')}"
    behind = [Part(PartKind.QUIET, f"{passages}: {', '.join(stances)}." if stances else passages)]
    if tally.gaps:
        behind.append(Part(PartKind.QUIET, f"Silent on {words.count(tally.gaps, 'dimension')}."))
    for relation in head.relations:
        title = titles.get(relation.approach, relation.approach)
        behind.append(_quiet(f"{relation.kind.value.capitalize()} {title}", relation.why))
    return (tuple(about), tuple(behind))


def of_dimension(dimension: Dimension) -> tuple[Group, ...]:
    """A dimension's question, and how its answers tell the approaches apart."""
    parts = [
        Part(PartKind.TITLE, words.in_one_line(dimension.title)),
        Part(PartKind.TEXT, words.in_one_line(dimension.question)),
    ]
    if dimension.tells_apart:
        parts.append(Part(PartKind.QUIET, words.sentence(dimension.tells_apart)))
    return (tuple(parts),)


def _quiet(label: str, text: str) -> Part:
    text = words.sentence(text)
    return Part(PartKind.QUIET, f"{label}: {text}" if text else f"{label}.")
