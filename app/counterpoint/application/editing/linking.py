"""A passage becomes evidence: of a claim that is there, or of a new one, with all that is new for
it, in one step."""

from collections.abc import Sequence
from typing import NamedTuple

from counterpoint.domain.approach import Link, Proponent, Stance
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.editing.beginnings import new_approach, new_question
from counterpoint.domain.editing.cells import claim_ids, claim_in
from counterpoint.domain.editing.claims import make_claim
from counterpoint.domain.editing.evidence import link_passage
from counterpoint.domain.editing.link_to import LinkTo
from counterpoint.domain.editing.questions import make_question
from counterpoint.domain.forms import ApproachForm, ClaimForm, EvidenceForm, PassageForm
from counterpoint.storage.library.editable_file import QUESTIONS, Form
from counterpoint.storage.library.listing import listed
from counterpoint.storage.library.walk import approach_file

from .desk import Changes, LibraryDesk
from .made_ids import approach_id, claim_id, question_id
from .qualities import Qualities


class LinkedAlready(Exception):
    """The claim rests on these very words already."""


class Linked(NamedTuple):
    """A step, and where the evidence stands after it."""

    kind: CommandKind
    changes: Changes
    approach: str
    dimension: str
    claim: str
    holder: str = ""
    """Who holds the approach from now on, where nobody did."""
    passages: int = 1
    """How many were linked; the claim rested on the others already."""


def linked(
    desk: LibraryDesk, passage: PassageForm, to: LinkTo, text: str, how: Qualities
) -> Linked:
    """As `all_linked`, of one passage in the voice of `how`."""
    return all_linked(desk, (passage._replace(voice=how.voice),), to, text, how)


def all_linked(
    desk: LibraryDesk, passages: Sequence[PassageForm], to: LinkTo, text: str, how: Qualities
) -> Linked:
    """What links `passages`, each in its own voice, to a claim; to a new one that says `text` where
    `to` names none. Raises KeyError where something of it is not there any more, LinkedAlready
    where the claim rests on all of them."""
    pieces = [_evidence(passage, how) for passage in passages]
    if to.claim:
        form = desk.approach(to.approach)
        new = _new(claim_in(form, to.claim).evidence, pieces)
        if not new:
            raise LinkedAlready
        for piece in new:
            form = link_passage(form, to.claim, piece)
        form, holder = _held(form, new)
        changes: Changes = {approach_file(to.approach): form}
        kind = CommandKind.LINK_PASSAGE
        place = to.approach, to.dimension, to.claim
        return Linked(kind, changes, *place, holder, len(new))
    id, dimension, more = to.approach, to.dimension, dict[str, Form | None]()
    if to.new_question:
        questions = desk.questions()
        dimension = question_id(to.new_question, frozenset(each.id for each in questions))
        more[QUESTIONS] = make_question(questions, new_question(dimension, to.new_question))
    if to.new_approach:
        id, form = _begun(desk, to.new_approach)
    else:
        form = desk.approach(to.approach)
    claim, new = claim_id(text, claim_ids(form)), _new((), pieces)
    made = ClaimForm(claim, " ".join(text.split()), how.kind, tuple(new))
    more[approach_file(id)], holder = _held(make_claim(form, dimension, made), new)
    return Linked(kind_of(to), more, id, dimension, claim, holder, len(new))


def _evidence(passage: PassageForm, how: Qualities) -> EvidenceForm:
    return EvidenceForm(
        passage,
        how.stance,
        how.link,
        how.why or None,
        how.hedge or None,
        partial=how.partial or None,
    )


def _held(form: ApproachForm, new: Sequence[EvidenceForm]) -> tuple[ApproachForm, str]:
    """The approach, of which nobody could say what is its own if nobody held it: who advocates it
    directly holds it then; and who that is, "" where it has a holder."""
    if form.proponents or form.left_out:
        return form, ""
    for piece in new:
        voice = piece.passage.voice
        if voice and piece.stance is Stance.ADVOCATES and piece.link is Link.DIRECT:
            return form._replace(proponents=(Proponent(voice[-1]),)), voice[-1]
    return form, ""


def _new(there: Sequence[EvidenceForm], pieces: Sequence[EvidenceForm]) -> list[EvidenceForm]:
    """Those that are not among `there`, each once."""
    new: list[EvidenceForm] = []
    for piece in pieces:
        if not any(_same(each.passage, piece.passage) for each in (*there, *new)):
            new.append(piece)
    return new


def _same(one: PassageForm, other: PassageForm) -> bool:
    if (one.source, one.quote) != (other.source, other.quote):
        return False
    return one.anchor is None or other.anchor is None or one.anchor.span == other.anchor.span


def _begun(desk: LibraryDesk, title: str) -> tuple[str, ApproachForm]:
    there = [one.form for one in desk.resolved.approaches.values()]
    taken = {*desk.resolved.approaches, *listed(desk.folder, "options", ".yaml")}
    form = new_approach(
        title, {each.cue for each in there if each.cue}, {each.colour for each in there}
    )
    return approach_id(title, frozenset(taken)), form


def kind_of(to: LinkTo) -> CommandKind:
    """What the step is called."""
    if to.claim:
        return CommandKind.LINK_PASSAGE
    if to.new_approach:
        return CommandKind.MAKE_APPROACH
    return CommandKind.MAKE_QUESTION if to.new_question else CommandKind.MAKE_CLAIM
