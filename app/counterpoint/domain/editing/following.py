"""Where a thing that notes are on has gone in a change: notes go with what is moved, merged or
worded otherwise, and stay on what is deleted."""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from counterpoint.domain.evidence_key import evidence_keys
from counterpoint.domain.forms import ApproachForm, ClaimForm, EvidenceForm
from counterpoint.domain.note import Target, TargetKind, pair_target

from .cells import claim_in, place_of

Became = Mapping[Target, Target]
"""What was merged, by what it is part of now: approaches, questions and claims. A claim needs no
question here."""

NOTHING: Became = MappingProxyType({})


def claim_target(approach: str, claim: str) -> Target:
    """A claim, as `Became` has it."""
    return Target(TargetKind.CLAIM, approach, claim=claim)


class _Place(NamedTuple):
    approach: str
    form: ClaimForm


class Following:
    """What becomes of targets where the approaches `before`, by their ids, are as `after` says, or
    gone."""

    def __init__(
        self,
        before: Mapping[str, ApproachForm | None],
        after: Mapping[str, ApproachForm | None],
        became: Became,
    ) -> None:
        self._before, self._after, self._became = before, after, became

    def leads(self, target: Target) -> Target:
        """Where it is now; `target` itself where it stays, or is gone."""
        match target.kind:
            case TargetKind.APPROACH:
                return target._replace(approach=self._approach(target.approach))
            case TargetKind.QUESTION:
                return target._replace(dimension=self._question(target.dimension))
            case TargetKind.POSITION:
                return target._replace(
                    approach=self._approach(target.approach),
                    dimension=self._question(target.dimension),
                )
            case TargetKind.PAIR:
                one, other = self._approach(target.approach), self._approach(target.other)
                return Target(TargetKind.APPROACH, one) if one == other else pair_target(one, other)
            case TargetKind.CLAIM:
                return self._claim(target)
            case TargetKind.EVIDENCE:
                return self._evidence(target)
        return target

    def _approach(self, id: str) -> str:
        approach = Target(TargetKind.APPROACH, id)
        return self._became.get(approach, approach).approach

    def _question(self, id: str) -> str:
        question = Target(TargetKind.QUESTION, dimension=id)
        return self._became.get(question, question).dimension

    def _claim(self, target: Target) -> Target:
        place = self._place(target.approach, target.claim)
        return target if place is None else self._at(target, place)

    def _at(self, target: Target, place: _Place, evidence: str = "") -> Target:
        form = self._after[place.approach]
        if form is None:
            return target
        dimension = place_of(form, place.form.id).dimension
        return target._replace(
            approach=place.approach,
            dimension=dimension,
            claim=place.form.id,
            evidence=evidence,
        )

    def _place(self, approach: str, claim: str) -> _Place | None:
        """Where a claim is now; None where nothing of that was changed, or it is gone."""
        before = self._before.get(approach)
        old = before and _claim_or_none(before, claim)
        if old is None:
            return None
        merged = self._became.get(claim_target(approach, claim))
        if merged is not None:
            approach, claim = merged.approach, merged.claim
        form = self._after.get(approach)
        there = form and _claim_or_none(form, claim)
        if there is not None:
            return _Place(approach, there)
        return self._come.get(old._replace(id=""))

    @cached_property
    def _come(self) -> dict[ClaimForm, _Place]:
        """The claims that an approach has now and had not before, by what they say."""
        found: dict[ClaimForm, _Place] = {}
        for id, form in self._after.items():
            old = self._before.get(id)
            had = {each.id for each in _claims(old)}
            for claim in _claims(form):
                if claim.id not in had:
                    found[claim._replace(id="")] = _Place(id, claim)
        return found

    def _evidence(self, target: Target) -> Target:
        before = self._before.get(target.approach)
        old = before and _claim_or_none(before, target.claim)
        if old is None:
            return target
        keys = evidence_keys(target.approach, old)
        if target.evidence not in keys:
            return target
        number = keys.index(target.evidence)
        piece, place = old.evidence[number], self._place(target.approach, target.claim)
        now = [] if place is None else evidence_keys(place.approach, place.form)
        if place is not None:
            for at, each in enumerate(place.form.evidence):
                if _same(each, piece):
                    return self._at(target, place, now[at])
        elsewhere = self._moved(target, piece)
        if elsewhere is not None:
            return elsewhere
        if place is not None and len(place.form.evidence) == len(old.evidence):
            now_quoted = place.form.evidence[number].passage.source
            return self._at(target, place, now[number])._replace(source=now_quoted)
        return target

    def _moved(self, target: Target, piece: EvidenceForm) -> Target | None:
        """A piece of evidence that has gone to another claim of its approach."""
        before = self._before.get(target.approach)
        for claim in _claims(self._after.get(target.approach)):
            old = before and _claim_or_none(before, claim.id)
            for at, each in enumerate(claim.evidence):
                if _same(each, piece) and (old is None or each not in old.evidence):
                    place = _Place(target.approach, claim)
                    return self._at(target, place, evidence_keys(target.approach, claim)[at])
        return None


def _claims(form: ApproachForm | None) -> tuple[ClaimForm, ...]:
    positions = () if form is None else form.positions
    return tuple(claim for position in positions for claim in position.claims)


def _claim_or_none(form: ApproachForm, id: str) -> ClaimForm | None:
    try:
        return claim_in(form, id)
    except KeyError:
        return None


def _same(one: EvidenceForm, other: EvidenceForm) -> bool:
    """Whether two are of the same words of one text."""
    a, b = one.passage, other.passage
    return (a.source, " ".join(a.quote.split())) == (b.source, " ".join(b.quote.split()))
