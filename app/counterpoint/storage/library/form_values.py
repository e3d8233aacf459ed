"""What a form says as the plain values of its file, with the keys in the order in which people find
them there. What `approach_file` and the rest read, the other way round."""

from collections.abc import Mapping
from typing import NamedTuple

from counterpoint.domain.approach import Coverage, Dimension, Link, Proponent, Relation
from counterpoint.domain.forms import (
    ApproachForm,
    ClaimForm,
    EvidenceForm,
    PassageForm,
    PositionForm,
    ReplyForm,
)
from counterpoint.domain.search.saved import SavedSearch
from counterpoint.storage.yaml.yaml_words import Flow

from .anchor_writer import anchor_value
from .searches_file import search_values

Values = dict[str, object]


class Implied(NamedTuple):
    """What a key means where it is not written: written only where it stands there already."""

    value: object


def approach_values(form: ApproachForm) -> Values:
    """Of `options/ID.yaml`. What could not be read is left out."""
    status = form.status and _without_none(
        {
            "is": form.status.value,
            "note": form.status_note,
            "detail": form.status_detail or None,
        }
    )
    return _without_none(
        {
            "title": form.title,
            "gist": form.gist,
            "cue": form.cue,
            "colour": form.colour.value,
            "shown": Implied(True) if form.shown else False,
            "status": status,
            "date": form.date,
            "proponents": [_proponent(one) for one in form.proponents],
            "relations": [_relation(one) for one in form.relations] or Implied([]),
            "positions": {one.dimension: _position(one) for one in form.positions},
        }
    )


def replies_values(forms: tuple[ReplyForm, ...], key: str) -> Values:
    """Of `options/replies.yaml`, where they stand under `key`."""
    return {key: [_reply(one) for one in forms]}


def searches_values(searches: tuple[SavedSearch, ...]) -> Values:
    """Of `options/searches.yaml`."""
    return {"searches": [search_values(each) for each in searches]}


def questions_values(questions: tuple[Dimension, ...]) -> Values:
    """Of `options/dimensions.yaml`."""
    return {"dimensions": [_question(one) for one in questions]}


def _proponent(one: Proponent) -> Values:
    return _without_none(
        {
            "name": one.name,
            "note": one.note or None,
            "voices": list(one.voices) or Implied([]),
            "government": True if one.government else Implied(False),
        }
    )


def _relation(one: Relation) -> Values:
    return {"kind": one.kind.value, "option": one.approach, "why": one.why}


def _position(form: PositionForm) -> Values:
    coverage = form.coverage
    return _without_none(
        {
            "coverage": None if coverage in (None, Coverage.NOT_CONSIDERED) else str(coverage),
            "why": form.why,
            "looked_for": form.looked_for,
            "answer": form.answer,
            "holds": None if form.holds is None else list(form.holds),
            "rests_on": None if form.rests_on is None else list(form.rests_on),
            "claims": [_claim(one) for one in form.claims] or Implied([]),
        }
    )


def _claim(form: ClaimForm) -> Values:
    return {
        "id": form.id,
        "text": form.text,
        "kind": form.kind.value,
        "evidence": [_evidence(one) for one in form.evidence],
    }


def _evidence(form: EvidenceForm) -> Values:
    usual = Link.INFERRED if form.stance.inferred else Link.DIRECT
    passage = _passage(form.passage)
    voice = passage.pop("voice")
    return _without_none(
        {
            **passage,
            "stance": form.stance.value,
            "voice": voice,
            "link": Implied(usual.value) if form.link is usual else form.link.value,
            "why": form.why,
            "hedge": form.hedge,
            "tone": form.tone,
            "partial": form.partial,
        }
    )


def _reply(form: ReplyForm) -> Values:
    direct = form.link is Link.DIRECT
    return _without_none(
        {
            "kind": form.kind.value,
            "by": _passage(form.by),
            "to": _passage(form.to),
            "link": Implied(Link.DIRECT.value) if direct else form.link.value,
            "why": form.why,
        }
    )


def _passage(form: PassageForm) -> Values:
    return _without_none(
        {
            "source": form.source,
            "quote": form.quote,
            "paragraph": form.paragraph,
            "occurrence": form.occurrence,
            "anchor": form.anchor and anchor_value(form.anchor),
            "voice": list(form.voice),
            "date": form.date,
        }
    )


def _question(one: Dimension) -> Values:
    answers = [{"id": each.id, "name": each.name, "means": each.means} for each in one.answers]
    return {
        "id": one.id,
        "title": one.title,
        "question": one.question,
        "tells_apart": one.tells_apart,
        "asked_of": "anyone" if one.of_anyone else Implied("holder"),
        "ordered": True if one.ordered else Implied(False),
        "answers": answers or Implied([]),
    }


def _without_none(values: Mapping[str, object]) -> Values:
    return {key: value for key, value in values.items() if value is not None}


def written_out(value: object) -> object:
    """`value` without what is implied, as it is written where nothing stands yet."""
    if isinstance(value, Flow):
        return value
    if isinstance(value, Mapping):
        return {
            key: written_out(part) for key, part in value.items() if not isinstance(part, Implied)
        }
    return [written_out(part) for part in value] if isinstance(value, list) else value
