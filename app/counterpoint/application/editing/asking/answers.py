"""What is asked of a cell: its answer, what that holds and rests on, and how far the texts go."""

from counterpoint.application.editing.desk import LibraryDesk
from counterpoint.domain.approach import Coverage
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.editing.answers import set_answer, set_coverage
from counterpoint.domain.editing.cells import cell
from counterpoint.domain.note import Target
from counterpoint.domain.resolve_answer import MOST_WORDS, words_in
from counterpoint.labels import editing as words
from counterpoint.labels.text import in_one_line
from counterpoint.storage.library.walk import approach_file

from .emptied import refused_answer
from .fields import Asked, Field, NotYet, OneOf, Several, Step, Values, Words

_COVERED = (Coverage.FULL, Coverage.PARTIAL, Coverage.GAP)


def ask_answer(desk: LibraryDesk, target: Target) -> Asked:
    """Raises KeyError where the approach or the question is not there any more."""
    form = desk.approach(target.approach)
    now = cell(form, target.dimension)
    question = {each.id: each for each in desk.questions()}[target.dimension]
    named = tuple((each.id, in_one_line(each.name)) for each in question.answers)
    claims = tuple((claim.id, in_one_line(claim.text)) for claim in now.claims)
    covered = Coverage.GAP if not now.claims else now.coverage
    if covered not in _COVERED:
        covered = Coverage.FULL

    def in_part(values: Values) -> bool:
        return values.words("coverage") == Coverage.PARTIAL

    def may_lack(values: Values) -> bool:
        return values.words("coverage") == Coverage.GAP or not values.words("answer")

    fields: list[Field] = [
        Words("answer", words.answer(in_one_line(question.question)), now.answer or "", MOST_WORDS)
    ]
    if named:
        fields.append(Several("holds", words.holds(), named, now.holds or ()))
    if claims:
        fields.append(Several("rests_on", words.rests_on(), claims, now.rests_on or ()))
        covers = tuple((each.value, words.coverage(each)) for each in _COVERED[:2])
    else:
        covers = ((Coverage.GAP.value, words.coverage(Coverage.GAP)),)
    fields += [
        OneOf("coverage", words.covered(), covers, covered.value),
        Words("why", words.why_in_part(), now.why or "", when=in_part),
        Words("looked_for", words.looked_for(), now.looked_for or "", when=may_lack),
    ]

    def step(desk: LibraryDesk, values: Values) -> Step:
        said = values.words("answer")
        if words_in(said) > MOST_WORDS:
            raise NotYet(words.too_many_words(words_in(said), MOST_WORDS), "answer")
        coverage = Coverage(values.words("coverage"))
        why = values.words("why") if coverage is Coverage.PARTIAL else ""
        looked = values.words("looked_for") if may_lack(values) else ""
        if coverage is Coverage.PARTIAL and not why:
            raise NotYet(words.needs_why_in_part(), "why", follows=True)
        if coverage is Coverage.GAP and not looked:
            raise NotYet(words.needs_looked_for(), "looked_for")
        holds = values.several("holds") if values.has("holds") else ()
        rests = values.several("rests_on") if values.has("rests_on") else ()
        before = desk.approach(target.approach)
        after = set_coverage(before, target.dimension, coverage, why, looked)
        after = set_answer(
            after, target.dimension, said, holds if said else (), rests if said else ()
        )
        wrong = refused_answer(desk, target.approach, after) if said else ""
        if wrong:
            raise NotYet(wrong)
        old = cell(before, target.dimension)
        answers = said != (old.answer or "") or bool(said)
        kind = CommandKind.ANSWER_QUESTION if answers else CommandKind.SET_COVERAGE
        return Step(kind, {approach_file(target.approach): after})

    return Asked(
        f"{target.approach}/{target.dimension}/answer",
        words.answer_title(in_one_line(question.title)),
        tuple(fields),
        step,
    )
