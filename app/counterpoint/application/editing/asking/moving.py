"""What is asked where something goes elsewhere, or becomes one with another."""

from counterpoint.application.editing.desk import LibraryDesk
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.editing.cells import claim_in, place_of
from counterpoint.domain.editing.claims import merge_claims
from counterpoint.domain.editing.following import claim_target
from counterpoint.domain.editing.joining import (
    join_approaches,
    join_cells,
    join_questions,
    related_to,
)
from counterpoint.domain.note import Target, TargetKind, question_target
from counterpoint.domain.resolve_answer import MOST_NAMED
from counterpoint.labels import editing as words
from counterpoint.labels.text import in_one_line
from counterpoint.storage.library.editable_file import QUESTIONS, Form
from counterpoint.storage.library.walk import approach_file

from .at_once import evidence_moved, moved
from .emptied import emptied
from .evidence import number_of
from .fields import Asked, NotYet, OneOf, Option, Step, Values

_MOVE, _COPY = "move", "copy"


def ask_move(desk: LibraryDesk, target: Target) -> Asked:
    """To another cell, or to another claim. Raises KeyError where it is not there any more, NotYet
    where it has no other place."""
    match target.kind:
        case TargetKind.CLAIM:
            return _ask_cell(desk, target)
        case TargetKind.EVIDENCE:
            return _ask_claim(desk, target)
    raise NotYet(words.moves_not())


def _ask_cell(desk: LibraryDesk, target: Target) -> Asked:
    text = in_one_line(claim_in(desk.approach(target.approach), target.claim).text)

    def step(desk: LibraryDesk, values: Values) -> Step:
        to = Target(TargetKind.POSITION, values.words("approach"), values.words("question"))
        return moved(desk, target, to, copy=values.words("how") == _COPY)

    return Asked(
        f"{target.approach}/{target.claim}/move",
        words.move_title(),
        (
            OneOf("question", words.which_question(), _questions(desk), target.dimension),
            OneOf("approach", words.which_approach(), _approaches(desk), target.approach),
            OneOf("how", words.how(), ((_MOVE, words.move_it()), (_COPY, words.copy_it())), _MOVE),
        ),
        step,
        said=(text,),
    )


def _ask_claim(desk: LibraryDesk, target: Target) -> Asked:
    form, number = desk.approach(target.approach), number_of(desk, target)
    quote = claim_in(form, target.claim).evidence[number].passage.quote

    def step(desk: LibraryDesk, values: Values) -> Step:
        return evidence_moved(desk, target, values.words("claim"))

    return Asked(
        f"{target.evidence}/move",
        words.move_title(),
        (OneOf("claim", words.which_claim(), _claims(desk, target)),),
        step,
        quoted=(words.quoted(quote),),
    )


def ask_merge(desk: LibraryDesk, target: Target) -> Asked:
    """With another of its kind, which stays. Raises KeyError where it is not there any more, NotYet
    where there is no other."""
    match target.kind:
        case TargetKind.CLAIM:
            text = in_one_line(claim_in(desk.approach(target.approach), target.claim).text)
            return _asked(target, words.merge_claim(), text, _claims(desk, target))
        case TargetKind.QUESTION:
            options = _questions(desk)
            title = dict(options)[target.dimension]
            return _asked(target, words.merge_question(), title, options)
        case TargetKind.APPROACH:
            options = _approaches(desk)
            title = dict(options)[target.approach]
            return _asked(target, words.merge_approach(), title, options)
    raise NotYet(words.merges_not())


def _asked(target: Target, title: str, said: str, options: tuple[Option, ...]) -> Asked:
    own = {
        TargetKind.CLAIM: target.claim,
        TargetKind.QUESTION: target.dimension,
    }.get(target.kind, target.approach)
    others = tuple(each for each in options if each[0] != own)
    if not others:
        raise NotYet(words.merges_not())

    def step(desk: LibraryDesk, values: Values) -> Step:
        return merged_with(desk, target, values.words("into"))

    field = OneOf("into", words.which_stays(), others, others[0][0])
    return Asked(f"{own}/merge", title, (field,), step, said=(said,), keep=words.merge())


def merged_with(desk: LibraryDesk, target: Target, into: str) -> Step:
    """Raises KeyError where one of the two is not there any more, NotYet where both together are
    more than one may be."""
    match target.kind:
        case TargetKind.CLAIM:
            form = desk.approach(target.approach)
            at = place_of(form, target.claim).dimension
            after = merge_claims(form, target.claim, into)
            after, told = emptied(desk, target.approach, after, at)
            place = place_of(after, into)
            to = Target(TargetKind.CLAIM, target.approach, place.dimension, into)
            changed: dict[str, Form | None] = {approach_file(target.approach): after}
            gone = claim_target(target.approach, target.claim)
            became = {gone: claim_target(target.approach, into)}
            return Step(CommandKind.MERGE_CLAIMS, changed, to, became, told)
        case TargetKind.QUESTION:
            questions, names = join_questions(desk.questions(), target.dimension, into)
            together = len(next(each for each in questions if each.id == into).answers)
            if together > MOST_NAMED:
                raise NotYet(words.too_many_named(together, MOST_NAMED))
            changes: dict[str, Form | None] = {QUESTIONS: questions}
            for id, one in desk.resolved.approaches.items():
                after = join_cells(one.form, target.dimension, into, names)
                if after != one.form:
                    changes[approach_file(id)] = after
            to = question_target(into)
            became = {question_target(target.dimension): to}
            return Step(CommandKind.MERGE_QUESTIONS, changes, to, became)
    ids = (target.approach, into)
    joined = join_approaches(desk.approach(into), desk.approach(target.approach), ids)
    # First where all of it goes to, so that it is twice in the files at worst, and never in none.
    changes = {approach_file(into): joined, approach_file(target.approach): None}
    for id, one in desk.resolved.approaches.items():
        after = related_to(one.form, target.approach, into, id)
        if id not in ids and after != one.form:
            changes[approach_file(id)] = after
    to = Target(TargetKind.APPROACH, into)
    became = {Target(TargetKind.APPROACH, target.approach): to}
    return Step(CommandKind.MERGE_APPROACHES, changes, to, became)


def _questions(desk: LibraryDesk) -> tuple[Option, ...]:
    return tuple((each.id, in_one_line(each.title)) for each in desk.questions())


def _approaches(desk: LibraryDesk) -> tuple[Option, ...]:
    return tuple(
        (id, f"{one.form.cue or ''} {in_one_line(one.form.title or id)}".strip())
        for id, one in desk.resolved.approaches.items()
    )


def _claims(desk: LibraryDesk, target: Target) -> tuple[Option, ...]:
    """The others of its cell, then those of the other cells of its approach. Raises NotYet."""
    form, titles = desk.approach(target.approach), dict(_questions(desk))
    found = [
        (claim.id, in_one_line(claim.text) if here else f"{title}: {in_one_line(claim.text)}")
        for here in (True, False)
        for position in form.positions
        if (position.dimension == target.dimension) is here
        for title in (titles.get(position.dimension, position.dimension),)
        for claim in position.claims
        if claim.id != target.claim
    ]
    if not found:
        raise NotYet(words.no_other_claim())
    return tuple(found)
