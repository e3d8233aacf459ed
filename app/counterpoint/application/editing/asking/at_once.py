"""What is done to something that is chosen without asking any more: deleting, moving, putting in
another order. Each gives a step; KeyError where it is not there any more, NotYet where it cannot
be."""

from counterpoint.application.editing.desk import LibraryDesk
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.editing.answers import set_answer
from counterpoint.domain.editing.cells import cell, claim_ids, claim_in, place_of
from counterpoint.domain.editing.claims import (
    copy_claim,
    delete_claim,
    give_claim,
    make_claim,
    move_claim,
)
from counterpoint.domain.editing.evidence import move_evidence, unlink_passage
from counterpoint.domain.editing.joining import related_to
from counterpoint.domain.editing.questions import delete_question, move_question, without_cell
from counterpoint.domain.forms import ApproachForm
from counterpoint.domain.note import Target, TargetKind, question_target
from counterpoint.labels import editing as words
from counterpoint.labels.text import in_one_line
from counterpoint.storage.library.editable_file import QUESTIONS, Form
from counterpoint.storage.library.walk import approach_file

from ..made_ids import claim_id
from .emptied import emptied
from .evidence import number_of
from .fields import NotYet, Step


def deleted(desk: LibraryDesk, target: Target) -> tuple[Step, str]:
    """And what it was, in words."""
    match target.kind:
        case TargetKind.CLAIM:
            form = desk.approach(target.approach)
            text = in_one_line(claim_in(form, target.claim).text)
            at = place_of(form, target.claim).dimension
            after, told = emptied(desk, target.approach, delete_claim(form, target.claim), at)
            return _of(target, CommandKind.DELETE_CLAIM, after)._replace(told=told), text
        case TargetKind.EVIDENCE:
            form, number = desk.approach(target.approach), number_of(desk, target)
            evidence = claim_in(form, target.claim).evidence
            if len(evidence) == 1:
                raise NotYet(words.only_evidence())
            after = unlink_passage(form, target.claim, number)
            quote = words.quoted(evidence[number].passage.quote)
            return _of(target, CommandKind.UNLINK_PASSAGE, after), quote
        case TargetKind.POSITION:
            form = desk.approach(target.approach)
            answer = cell(form, target.dimension).answer
            if not answer:
                raise NotYet(words.nothing_to_delete())
            after = set_answer(form, target.dimension, "", (), ())
            after, _ = emptied(desk, target.approach, after, target.dimension)
            return _of(target, CommandKind.ANSWER_QUESTION, after), in_one_line(answer)
        case TargetKind.APPROACH:
            return _approach_deleted(desk, target.approach)
        case TargetKind.QUESTION:
            return _question_deleted(desk, target.dimension)
    raise NotYet(words.nothing_to_delete())


def _of(target: Target, kind: CommandKind, after: ApproachForm, to: Target | None = None) -> Step:
    return Step(kind, {approach_file(target.approach): after}, to)


def _approach_deleted(desk: LibraryDesk, id: str) -> tuple[Step, str]:
    form = desk.approach(id)
    changes: dict[str, Form | None] = {approach_file(id): None}
    for other, one in desk.resolved.approaches.items():
        after = related_to(one.form, id, "", other)
        if other != id and after != one.form:
            changes[approach_file(other)] = after
    return Step(CommandKind.DELETE_APPROACH, changes), in_one_line(form.title or id)


def _question_deleted(desk: LibraryDesk, id: str) -> tuple[Step, str]:
    title = {each.id: each.title for each in desk.questions()}[id]
    changes: dict[str, Form | None] = {QUESTIONS: delete_question(desk.questions(), id)}
    for approach, one in desk.resolved.approaches.items():
        after = without_cell(one.form, id)
        if after != one.form:
            changes[approach_file(approach)] = after
    return Step(CommandKind.DELETE_QUESTION, changes), in_one_line(title)


def shifted(desk: LibraryDesk, target: Target, by: int) -> Step:
    """A place on (1) or back (-1) among its own."""
    match target.kind:
        case TargetKind.CLAIM:
            form = desk.approach(target.approach)
            at = place_of(form, target.claim)
            to = _beyond(at.number, by, len(cell(form, at.dimension).claims))
            after = move_claim(form, target.claim, at.dimension, to)
            return _of(target, CommandKind.MOVE_CLAIM, after)
        case TargetKind.EVIDENCE:
            form, number = desk.approach(target.approach), number_of(desk, target)
            to = _beyond(number, by, len(claim_in(form, target.claim).evidence))
            after = move_evidence(form, target.claim, number, target.claim, to)
            return _of(target, CommandKind.MOVE_EVIDENCE, after)
        case TargetKind.QUESTION:
            questions = desk.questions()
            ids = [each.id for each in questions]
            if target.dimension not in ids:
                raise KeyError(target.dimension)
            to = _beyond(ids.index(target.dimension), by, len(ids))
            after_all = move_question(questions, target.dimension, to)
            return Step(CommandKind.MOVE_QUESTION, {QUESTIONS: after_all})
    raise NotYet(words.has_no_order())


def question_placed(desk: LibraryDesk, question: str, before: str) -> Step:
    """A question goes before another, or behind all where that is ""."""
    questions = desk.questions()
    others = [each.id for each in questions if each.id != question]
    number = others.index(before) if before in others else len(others)
    after = move_question(questions, question, number)
    return Step(CommandKind.MOVE_QUESTION, {QUESTIONS: after}, question_target(question))


def _beyond(at: int, by: int, of: int) -> int:
    if not 0 <= at + by < of:
        raise NotYet(words.no_further())
    return at + by


def moved(desk: LibraryDesk, claim: Target, to: Target, *, copy: bool) -> Step:
    """A claim goes to another cell, or is there once more."""
    form, other = desk.approach(claim.approach), desk.approach(to.approach)
    if all(each.id != to.dimension for each in desk.questions()):
        raise KeyError(to.dimension)
    now = claim_in(form, claim.claim)
    same = claim.approach == to.approach
    at = place_of(form, claim.claim).dimension
    if same and not copy and at == to.dimension:
        raise NotYet(words.there_already())
    id = claim.claim
    if copy or not same:
        taken = claim_ids(other)
        id = claim_id(now.text, taken) if id in taken else id
    made = Target(TargetKind.CLAIM, to.approach, to.dimension, id)
    kind = CommandKind.COPY_CLAIM if copy else CommandKind.MOVE_CLAIM
    changes: dict[str, Form | None] = {}
    told = ""
    if same and copy:
        changes[approach_file(to.approach)] = copy_claim(form, claim.claim, id, to.dimension)
    elif same:
        after, told = emptied(desk, to.approach, move_claim(form, id, to.dimension), at)
        changes[approach_file(to.approach)] = after
    elif copy:
        changes[approach_file(to.approach)] = make_claim(other, to.dimension, now._replace(id=id))
    else:
        left, after = give_claim(form, claim.claim, other, id, to.dimension)
        # First where it goes to, so that it is twice in the files at worst, and never in none.
        changes[approach_file(to.approach)] = after
        left, told = emptied(desk, claim.approach, left, at)
        changes[approach_file(claim.approach)] = left
    return Step(kind, changes, made, told=told)


def reordered(desk: LibraryDesk, claim: Target, before: str) -> Step:
    """A claim goes before another of its cell; behind it, where it stood before it."""
    form = desk.approach(claim.approach)
    now, to = place_of(form, claim.claim), place_of(form, before)
    if now.dimension != to.dimension or claim.claim == before:
        raise NotYet(words.there_already())
    after = move_claim(form, claim.claim, to.dimension, to.number)
    return _of(claim, CommandKind.MOVE_CLAIM, after)


def evidence_moved(desk: LibraryDesk, evidence: Target, to: str) -> Step:
    """A piece of evidence goes to another claim of its approach."""
    form, number = desk.approach(evidence.approach), number_of(desk, evidence)
    if len(claim_in(form, evidence.claim).evidence) == 1:
        raise NotYet(words.only_evidence())
    place = place_of(form, to)
    after = move_evidence(form, evidence.claim, number, to)
    target = Target(TargetKind.CLAIM, evidence.approach, place.dimension, to)
    return _of(evidence, CommandKind.MOVE_EVIDENCE, after, target)
