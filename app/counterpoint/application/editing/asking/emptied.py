"""What becomes of a cell that claims have gone from: one that can be loaded."""

from counterpoint.application.editing.desk import LibraryDesk
from counterpoint.domain.editing.cells import cell, without_claims
from counterpoint.domain.faults.form_fault import FormFault
from counterpoint.domain.forms import ApproachForm
from counterpoint.labels import editing_emptied as words
from counterpoint.labels.editing_fault import in_fields
from counterpoint.labels.text import in_one_line

from .fields import NotYet

_OF_ANSWERS = frozenset(
    {
        FormFault.ANSWER_IN_PART,
        FormFault.ANSWER_WITHOUT_VOICE,
        FormFault.ANSWER_NOT_THE_HOLDERS,
    }
)


def refused_answer(desk: LibraryDesk, id: str, after: ApproachForm) -> str:
    """Why an answer would not stand in its cell, in sentences; "" where it would."""
    problems = [each for each in desk.would_be_wrong(id, after) if each.fault in _OF_ANSWERS]
    return " ".join(dict.fromkeys(in_fields(each) for each in problems))


def emptied(
    desk: LibraryDesk, id: str, after: ApproachForm, dimension: str
) -> tuple[ApproachForm, str]:
    """The approach `id`, as it is `after` claims have gone from a cell, with that cell as it can be
    loaded; and what is to be told of it, if anything. The words of an answer that nothing carries
    any more are what is looked for. Raises NotYet where other claims are left, and the answer
    rests on none that may carry it."""
    now = cell(after, dimension)
    answer = in_one_line(now.answer or "")
    if now.claims or now.claims_left_out or now.unread:
        if answer and refused_answer(desk, id, after):
            raise NotYet(words.answer_rests_on_it(answer))
        return after, ""
    bare = without_claims(after, dimension, words.passage_for(answer) if answer else "")
    if answer:
        return bare, words.answer_looked_for(answer)
    return bare, words.gap_again() if cell(bare, dimension).looked_for else ""
