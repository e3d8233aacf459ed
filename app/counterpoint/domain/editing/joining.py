"""Two approaches, or two questions, made one. Nothing that was said of either is lost: what stood
in both stands one behind the other; where two answers would be longer than an answer may be, that
of what stays is the answer, and the other is told in the approach's details."""

from collections.abc import Collection, Mapping

from counterpoint.domain.approach import Coverage, Dimension, NamedAnswer
from counterpoint.domain.forms import ApproachForm, PositionForm
from counterpoint.domain.resolve_answer import MOST_WORDS, words_in
from counterpoint.domain.source import NOT_STATED

from .cells import cell, claim_ids, said, with_cell
from .questions import Questions, change_question, delete_question, without_cell


def join_approaches(into: ApproachForm, other: ApproachForm, ids: Collection[str]) -> ApproachForm:
    """`into` with all that `other` says; `ids` are theirs, to which neither stands in a relation
    any more."""
    taken = set(claim_ids(into))
    joined = into
    too_much = [_too_much(cell(into, each.dimension), each) for each in other.positions]
    for position in other.positions:
        renamed = _names(position, taken)
        joined = with_cell(
            joined,
            position.dimension,
            lambda one, more=position, names=renamed: _joined(one, more, names, {}),  # type: ignore[misc]
        )
    known = {each.name for each in into.proponents}
    relations = tuple(
        each
        for each in dict.fromkeys((*into.relations, *other.relations))
        if each.approach not in ids
    )
    return joined._replace(
        proponents=(*into.proponents, *(p for p in other.proponents if p.name not in known)),
        relations=relations,
        status_detail=said(
            into.status_detail,
            other.title,
            None if other.gist == NOT_STATED else other.gist,
            None if other.status_note == NOT_STATED else other.status_note,
            other.status_detail,
            *too_much,
        ),
    )


def related_to(form: ApproachForm, gone: str, into: str, own: str) -> ApproachForm:
    """A third approach, `own`, whose relation to one that is gone is one to `into`; to none
    where that is ""."""
    relations = tuple(
        each._replace(approach=into) if each.approach == gone else each
        for each in form.relations
        if each.approach != gone or into not in ("", own)
    )
    return form._replace(relations=tuple(dict.fromkeys(relations)))


def join_questions(questions: Questions, id: str, into: str) -> tuple[Questions, Mapping[str, str]]:
    """The questions without `id`, whose named answers are those of `into` too; and what each of
    these is called now. Raises KeyError where there is no such question, or both are one."""
    known = {each.id: each for each in questions}
    gone = known[id]
    if id == into:
        raise KeyError(into)
    names: dict[str, str] = {}
    answers = list(known[into].answers)
    for answer in gone.answers:
        same = next((a for a in answers if _alike(a, answer)), None)
        if same is None:
            same = answer._replace(id=_free(answer.id, {each.id for each in answers}))
            answers.append(same)
        names[answer.id] = same.id

    def joined(one: Dimension) -> Dimension:
        return one._replace(
            question=one.question
            if one.question == gone.question
            else said(one.question, gone.question),
            tells_apart=said(one.tells_apart, gone.tells_apart),
            answers=tuple(answers),
        )

    return change_question(delete_question(questions, id), into, joined), names


def join_cells(form: ApproachForm, id: str, into: str, names: Mapping[str, str]) -> ApproachForm:
    """An approach that says to `into` what it says to `id`, too; `names` as `join_questions` gives
    them."""
    more = cell(form, id)
    if all(position.dimension != id for position in form.positions):
        return form
    own = {claim.id: claim.id for claim in more.claims}
    rest = said(form.status_detail, _too_much(cell(form, into), more))
    form = form._replace(status_detail=rest)
    return with_cell(without_cell(form, id), into, lambda one: _joined(one, more, own, names))


def _too_much(one: PositionForm, more: PositionForm) -> str:
    """The answer of `more` where there is no room for it beside that of `one`; else ""."""
    both = said(one.answer, more.answer)
    if not (one.answer and more.answer) or words_in(both) <= MOST_WORDS:
        return ""
    return more.answer


def _joined(
    one: PositionForm, more: PositionForm, claims: Mapping[str, str], holds: Mapping[str, str]
) -> PositionForm:
    """`claims` says what those of `more` are called now, `holds` the same of named answers."""
    rests_on = [claims.get(each, each) for each in more.rests_on or ()]
    held = [holds.get(each, each) for each in more.holds or ()]
    if one == PositionForm(one.dimension, Coverage.FULL):  # nothing was said there
        coverage = more.coverage
    else:
        coverage = _coverage(one.coverage, more.coverage)
    return one._replace(
        coverage=coverage,
        why=said(one.why, more.why) or None,
        looked_for=said(one.looked_for, more.looked_for) or None,
        claims=(*one.claims, *(each._replace(id=claims[each.id]) for each in more.claims)),
        unread=one.unread | more.unread,
        claims_left_out=one.claims_left_out + more.claims_left_out,
        answer=(one.answer if _too_much(one, more) else said(one.answer, more.answer)) or None,
        holds=tuple(dict.fromkeys((*(one.holds or ()), *held))) or None,
        rests_on=tuple(dict.fromkeys((*(one.rests_on or ()), *rests_on))) or None,
    )


def _coverage(one: Coverage | None, more: Coverage | None) -> Coverage | None:
    for each in (Coverage.PARTIAL, Coverage.FULL, Coverage.GAP):
        if each in (one, more):
            return each
    return one or more


def _names(position: PositionForm, taken: set[str]) -> dict[str, str]:
    """What the claims of a cell are called beside those that are `taken`, which they are then."""
    names: dict[str, str] = {}
    for claim in position.claims:
        names[claim.id] = _free(claim.id, taken)
        taken.add(names[claim.id])
    return names


def _free(id: str, taken: Collection[str]) -> str:
    found, number = id, 2
    while found in taken:
        found, number = f"{id}-{number}", number + 1
    return found


def _alike(one: NamedAnswer, other: NamedAnswer) -> bool:
    return (one.name.casefold(), one.means) == (other.name.casefold(), other.means)
