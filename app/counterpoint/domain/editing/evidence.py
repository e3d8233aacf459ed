"""What is done to the evidence of a claim. Each function gives the approach as it is then. Raises
KeyError where it has no such claim, IndexError where that has no such evidence."""

from collections.abc import Callable

from counterpoint.domain.forms import ApproachForm, EvidenceForm

from .claims import change_claim


def link_passage(form: ApproachForm, claim: str, evidence: EvidenceForm) -> ApproachForm:
    """A passage becomes evidence of a claim, behind what it has."""
    return change_claim(form, claim, lambda one: one._replace(evidence=(*one.evidence, evidence)))


def change_evidence(
    form: ApproachForm, claim: str, number: int, change: Callable[[EvidenceForm], EvidenceForm]
) -> ApproachForm:
    """The piece of evidence that is number `number`, from 0, is as `change` makes it."""

    def changed(pieces: tuple[EvidenceForm, ...]) -> tuple[EvidenceForm, ...]:
        return (*pieces[:number], change(pieces[number]), *pieces[number + 1 :])

    return change_claim(form, claim, lambda one: one._replace(evidence=changed(one.evidence)))


def unlink_passage(form: ApproachForm, claim: str, number: int) -> ApproachForm:
    """A piece of evidence goes. A claim with no other is then told to have none."""
    change_evidence(form, claim, number, lambda piece: piece)

    def without(pieces: tuple[EvidenceForm, ...]) -> tuple[EvidenceForm, ...]:
        return tuple(each for at, each in enumerate(pieces) if at != number)

    return change_claim(form, claim, lambda one: one._replace(evidence=without(one.evidence)))


def move_evidence(
    form: ApproachForm, claim: str, number: int, to: str, at: int | None = None
) -> ApproachForm:
    """A piece of evidence goes to another claim, or to another place of its own, counted without
    it; `at` None: behind all others."""
    moved: list[EvidenceForm] = []

    def take(piece: EvidenceForm) -> EvidenceForm:
        moved.append(piece)
        return piece

    change_evidence(form, claim, number, take)
    rest = unlink_passage(form, claim, number)

    def put(pieces: tuple[EvidenceForm, ...]) -> tuple[EvidenceForm, ...]:
        place = len(pieces) if at is None else at
        return (*pieces[:place], *moved, *pieces[place:])

    return change_claim(rest, to, lambda one: one._replace(evidence=put(one.evidence)))
