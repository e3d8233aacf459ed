"""Forms as the plain values of their files."""

import json
from collections.abc import Mapping

from counterpoint.domain.forms import ApproachForm, ClaimForm, EvidenceForm, PositionForm
from counterpoint.domain.quotation import Anchor

Plain = dict[str, object]


def written(form: ApproachForm) -> str:
    """The file that says what `form` does. JSON is YAML."""
    return json.dumps(plain(form), indent=1, ensure_ascii=False) + "\n"


def plain(form: ApproachForm) -> Plain:
    status = form.status and {
        "is": form.status.value,
        "note": form.status_note,
        "detail": form.status_detail or None,
    }
    return _without_none(
        {
            "title": form.title,
            "gist": form.gist,
            "cue": form.cue,
            "colour": form.colour.value,
            "shown": form.shown,
            "status": status and _without_none(status),
            "date": form.date,
            "proponents": [
                _without_none(
                    {
                        "name": one.name,
                        "note": one.note or None,
                        "voices": list(one.voices) or None,
                        "government": one.government or None,
                    }
                )
                for one in form.proponents
            ],
            "relations": [
                {"kind": one.kind.value, "option": one.approach, "why": one.why}
                for one in form.relations
            ],
            "positions": {one.dimension: _position(one) for one in form.positions},
        }
    )


def _position(form: PositionForm) -> Plain:
    return _without_none(
        {
            "coverage": form.coverage and form.coverage.value,
            "why": form.why,
            "looked_for": form.looked_for,
            "answer": form.answer,
            "holds": None if form.holds is None else list(form.holds),
            "rests_on": None if form.rests_on is None else list(form.rests_on),
            "claims": [_claim(one) for one in form.claims],
        }
    )


def _claim(form: ClaimForm) -> Plain:
    return {
        "id": form.id,
        "text": form.text,
        "kind": form.kind.value,
        "evidence": [_evidence(one) for one in form.evidence],
    }


def _evidence(form: EvidenceForm) -> Plain:
    passage = form.passage
    return _without_none(
        {
            "source": passage.source,
            "quote": passage.quote,
            "voice": list(passage.voice),
            "paragraph": passage.paragraph,
            "occurrence": passage.occurrence,
            "anchor": passage.anchor and _anchor(passage.anchor),
            "stance": form.stance.value,
            "link": form.link.value,
            "why": form.why,
            "hedge": form.hedge,
            "tone": form.tone,
            "partial": form.partial,
        }
    )


def _anchor(anchor: Anchor) -> Plain:
    return {
        "start": anchor.span.start,
        "end": anchor.span.end,
        "before": anchor.before,
        "after": anchor.after,
        "digest": anchor.digest,
    }


def _without_none(values: Mapping[str, object]) -> Plain:
    return {key: value for key, value in values.items() if value is not None}
