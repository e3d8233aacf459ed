"""The form of an approach, and of the replies, from their checked files."""

from collections import defaultdict

from counterpoint.domain.approach import Coverage, Link, Proponent, Relation
from counterpoint.domain.forms import (
    ApproachForm,
    ClaimForm,
    EvidenceForm,
    KeyPath,
    PassageForm,
    PositionForm,
    ReplyForm,
)
from counterpoint.domain.quotation import Anchor
from counterpoint.domain.span import Span
from counterpoint.storage.yaml.yaml_file import YamlFile

from .schema import (
    AnchorSchema,
    AnswersSchema,
    ApproachSchema,
    ClaimSchema,
    EvidenceSchema,
    PassageSchema,
    PositionSchema,
    RepliesSchema,
    ReplyPassageSchema,
)


def approach_form(file: YamlFile, checked: ApproachSchema) -> ApproachForm:
    """What `file`, which was checked, says of an approach, without what is left out of it."""
    lost = file.lost
    keys = _keys_left_out(file)
    positions = tuple(
        _position(file, dimension, position, keys[("positions", dimension)])
        for dimension, position in checked.positions.items()
    )
    unread = frozenset(keys[("positions",)])
    of_those = sum(file.lost_within(("positions", dimension)) - 1 for dimension in unread)
    read = sum(position.all_left_out for position in positions)
    no_status = lost(("status",)) or lost(("status", "is"))
    return ApproachForm(
        title=None if lost(("title",)) else checked.title,
        gist=None if lost(("gist",)) else checked.gist,
        cue=None if lost(("cue",)) else checked.cue,
        colour=checked.colour,
        status=None if no_status else checked.status.is_,
        status_note=None if no_status or lost(("status", "note")) else checked.status.note,
        date=None if lost(("date",)) else checked.date,
        proponents=tuple(
            Proponent(p.name, p.note or "", tuple(p.voices), p.government)
            for p in checked.proponents
        ),
        positions=positions,
        shown=checked.shown,
        status_detail=checked.status.detail or "",
        relations=tuple(Relation(r.kind, r.option, r.why) for r in checked.relations),
        positions_unread=lost(("positions",)),
        unread=unread,
        left_out=file.lost_within(()) - read - of_those,
    )


def reply_forms(file: YamlFile, checked: RepliesSchema | AnswersSchema) -> tuple[ReplyForm, ...]:
    """The replies of a checked file, without those that are left out."""
    key, entries = (
        ("answers", checked.answers)
        if isinstance(checked, AnswersSchema)
        else ("replies", checked.replies)
    )
    return tuple(
        ReplyForm(
            entry.kind,
            passage_form(file, (key, index, "by"), entry.by),
            passage_form(file, (key, index, "to"), entry.to),
            entry.why,
            entry.link,
        )
        for index, entry in enumerate(entries)
    )


def passage_form(file: YamlFile, path: KeyPath, checked: PassageSchema) -> PassageForm:
    """The passage that stands in a checked file at `path`."""
    return PassageForm(
        checked.source,
        checked.quote,
        tuple(checked.voice),
        checked.paragraph,
        checked.occurrence,
        _anchor(checked.anchor),
        file.lost_within(path),
        checked.date if isinstance(checked, ReplyPassageSchema) else None,
    )


def _keys_left_out(file: YamlFile) -> defaultdict[KeyPath, set[str]]:
    """The keys that are left out of each mapping, by its path as the file counts."""
    keys: defaultdict[KeyPath, set[str]] = defaultdict(set)
    for path in file.left_out:
        if path and isinstance(path[-1], str):
            keys[path[:-1]].add(path[-1])
    return keys


def _position(
    file: YamlFile, dimension: str, checked: PositionSchema, unread: set[str]
) -> PositionForm:
    path: KeyPath = ("positions", dimension)
    claims = tuple(
        _claim(file, (*path, "claims", index), claim) for index, claim in enumerate(checked.claims)
    )
    within = file.lost_within((*path, "claims")) - sum(claim.all_left_out for claim in claims)
    return PositionForm(
        dimension,
        None if "coverage" in unread else Coverage(checked.coverage),
        checked.why,
        checked.looked_for,
        claims,
        frozenset(unread),
        within,
        checked.answer,
        None if checked.holds is None else tuple(checked.holds),
        None if checked.rests_on is None else tuple(checked.rests_on),
    )


def _claim(file: YamlFile, path: KeyPath, checked: ClaimSchema) -> ClaimForm:
    evidence = tuple(
        _evidence(file, (*path, "evidence", index), piece)
        for index, piece in enumerate(checked.evidence)
    )
    left_out = file.lost_within(path) - sum(piece.passage.left_out for piece in evidence)
    return ClaimForm(checked.id, checked.text, checked.kind, evidence, left_out)


def _evidence(file: YamlFile, path: KeyPath, checked: EvidenceSchema) -> EvidenceForm:
    return EvidenceForm(
        passage_form(file, path, checked),
        checked.stance,
        checked.link or (Link.INFERRED if checked.stance.inferred else Link.DIRECT),
        checked.why,
        checked.hedge,
        checked.tone,
        checked.partial,
    )


def _anchor(checked: AnchorSchema | None) -> Anchor | None:
    if checked is None:
        return None
    return Anchor(Span(checked.start, checked.end), checked.before, checked.after, checked.digest)
