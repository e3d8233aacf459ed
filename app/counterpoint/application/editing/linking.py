"""A passage becomes evidence: of a claim that is there, or of a new one, with all that is new for
it, in one step."""

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


def linked(
    desk: LibraryDesk, passage: PassageForm, to: LinkTo, text: str, how: Qualities
) -> Linked:
    """What links `passage`, in the voice of `how`, to a claim; to a new one that says `text` where
    `to` names none. Raises KeyError where something of it is not there any more, LinkedAlready."""
    evidence = EvidenceForm(
        passage._replace(voice=how.voice),
        how.stance,
        how.link,
        how.why or None,
        how.hedge or None,
        partial=how.partial or None,
    )
    if to.claim:
        form = desk.approach(to.approach)
        _check_new(claim_in(form, to.claim), evidence)
        changed, holder = _held(link_passage(form, to.claim, evidence), evidence)
        changes: Changes = {approach_file(to.approach): changed}
        kind = CommandKind.LINK_PASSAGE
        return Linked(kind, changes, to.approach, to.dimension, to.claim, holder)
    id, dimension, more = to.approach, to.dimension, dict[str, Form | None]()
    if to.new_question:
        questions = desk.questions()
        dimension = question_id(to.new_question, frozenset(each.id for each in questions))
        more[QUESTIONS] = make_question(questions, new_question(dimension, to.new_question))
    if to.new_approach:
        id, form = _begun(desk, to.new_approach)
    else:
        form = desk.approach(to.approach)
    claim = claim_id(text, claim_ids(form))
    made = ClaimForm(claim, " ".join(text.split()), how.kind, (evidence,))
    more[approach_file(id)], holder = _held(make_claim(form, dimension, made), evidence)
    return Linked(kind_of(to), more, id, dimension, claim, holder)


def _held(form: ApproachForm, evidence: EvidenceForm) -> tuple[ApproachForm, str]:
    """The approach, of which nobody could say what is its own if nobody held it: who advocates it
    directly holds it then; and who that is, "" where it has a holder."""
    voice = evidence.passage.voice
    own = evidence.stance is Stance.ADVOCATES and evidence.link is Link.DIRECT
    if form.proponents or form.left_out or not (own and voice):
        return form, ""
    return form._replace(proponents=(Proponent(voice[-1]),)), voice[-1]


def _check_new(claim: ClaimForm, evidence: EvidenceForm) -> None:
    new = evidence.passage
    for piece in claim.evidence:
        old = piece.passage
        if (old.source, old.quote) != (new.source, new.quote):
            continue
        if old.anchor is None or new.anchor is None or old.anchor.span == new.anchor.span:
            raise LinkedAlready


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
