"""What is asked of a piece of evidence: how the words stand to the claim, and who says them."""

from counterpoint.application.editing.desk import LibraryDesk
from counterpoint.domain.approach import Link, Stance
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.editing.cells import claim_ids, claim_in
from counterpoint.domain.editing.claims import make_claim
from counterpoint.domain.editing.evidence import change_evidence, link_passage
from counterpoint.domain.forms import EvidenceForm, PassageForm
from counterpoint.domain.note import Target
from counterpoint.labels import editing as words
from counterpoint.labels.evidence import link, stance
from counterpoint.storage.library.walk import approach_file

from .fields import Asked, Field, NotYet, OneOf, Step, Values, Words
from .places import chosen_of, places_of
from .voices import voice_fields, voice_of

_TONES = ("irony", "scare quotes")


def evidence_fields(
    desk: LibraryDesk, source: str, now: EvidenceForm | None = None
) -> tuple[Field, ...]:
    """`now` is as it was said so far."""
    at = now or EvidenceForm(PassageForm(source, "", ()), Stance.ADVOCATES)
    direct = tuple((each.value, stance(each)) for each in Stance if not each.inferred)
    inferred = tuple((each.value, stance(each)) for each in Stance if each.inferred)

    def is_direct(values: Values) -> bool:
        return values.words("link") == Link.DIRECT

    def is_inferred(values: Values) -> bool:
        return values.words("link") == Link.INFERRED

    of_link = at.stance.in_inference if at.link is Link.INFERRED else at.stance
    return (
        OneOf(
            "link", words.directness(), tuple((each.value, link(each)) for each in Link), at.link
        ),
        OneOf("stance", words.stance(), direct, of_link.value, is_direct),
        OneOf("bearing", words.stance(), inferred, of_link.value, is_inferred),
        Words("why", words.why_linked(), at.why or "", when=is_inferred),
        *voice_fields(desk, source, at.passage.voice),
        Words("hedge", words.hedge(), at.hedge or "", quoted=True, hint=words.hedge_hint()),
        OneOf(
            "tone", words.tone(), (("", words.no_tone()), *((t, t) for t in _TONES)), at.tone or ""
        ),
        Words("partial", words.partial(), at.partial or "", hint=words.partial_hint()),
    )


def evidence_of(values: Values, passage: PassageForm, before: EvidenceForm | None) -> EvidenceForm:
    """Raises NotYet."""
    how = Link(values.words("link"))
    why = _one_line(values.words("why"))
    if how is Link.INFERRED and not why:
        raise NotYet(words.needs_why(), "why", follows=True)
    base = before or EvidenceForm(passage, Stance.ADVOCATES)
    return base._replace(
        passage=passage._replace(voice=voice_of(values)),
        stance=Stance(values.words("stance" if how is Link.DIRECT else "bearing")),
        link=how,
        why=(why or None) if how is Link.INFERRED else _why_direct(base),
        hedge=_one_line(values.words("hedge")) or None,
        tone=values.words("tone") or None,
        partial=_one_line(values.words("partial")) or None,
    )


def _why_direct(piece: EvidenceForm) -> str | None:
    """Of what is direct nobody is asked why; what was said of it stays."""
    return piece.why if piece.link is Link.DIRECT else None


def number_of(desk: LibraryDesk, target: Target) -> int:
    """Which piece of evidence of its claim, in its file, a target is. Raises KeyError."""
    claim = claim_in(desk.approach(target.approach), target.claim)
    resolved = desk.resolved.approaches[target.approach].approach.position(target.dimension)
    for each in resolved.claims:
        if each.id != target.claim:
            continue
        keys = [piece.key for piece in each.evidence]
        if target.evidence in keys and len(keys) == len(claim.evidence):
            return keys.index(target.evidence)
    raise KeyError(target.evidence)


def ask_evidence(desk: LibraryDesk, target: Target) -> Asked:
    """Raises KeyError where it is not there any more."""
    number = number_of(desk, target)
    claim = claim_in(desk.approach(target.approach), target.claim)
    now = claim.evidence[number]
    places = places_of(desk, now.passage)

    def step(desk: LibraryDesk, values: Values) -> Step:
        form = change_evidence(
            desk.approach(target.approach),
            target.claim,
            number,
            lambda piece: evidence_of(
                values, chosen_of(desk, piece.passage, places, values), piece
            ),
        )
        return Step(CommandKind.CHANGE_EVIDENCE, {approach_file(target.approach): form})

    def anew(desk: LibraryDesk, values: Values) -> Step:
        piece = evidence_of(values, chosen_of(desk, now.passage, places, values), now)
        form = desk.approach(target.approach)
        if target.claim not in claim_ids(form):
            was = claim._replace(evidence=(piece,))
            after = make_claim(form, target.dimension, was)
        else:
            after = link_passage(form, target.claim, piece)
        return Step(CommandKind.LINK_PASSAGE, {approach_file(target.approach): after})

    return Asked(
        f"{target.evidence}/evidence",
        words.evidence_title(),
        (*(places.fields if places else ()), *evidence_fields(desk, now.passage.source, now)),
        step,
        quoted=(words.quoted(now.passage.quote),),
        differs=places.differs if places else (),
        anew=anew,
    )


def _one_line(said: str) -> str:
    return " ".join(said.split())
