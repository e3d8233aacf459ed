"""What is done to the answer of a cell. Each function gives the approach as it is then."""

from counterpoint.domain.approach import Coverage
from counterpoint.domain.forms import ApproachForm

from .cells import with_cell


def set_answer(
    form: ApproachForm,
    dimension: str,
    answer: str,
    holds: tuple[str, ...],
    rests_on: tuple[str, ...],
) -> ApproachForm:
    """The holder's answer to a question, the named answers that it holds, and the claims that it
    rests on. What is empty is not written."""
    sentence = " ".join(answer.split())
    return with_cell(
        form,
        dimension,
        lambda one: one._replace(
            answer=sentence or None, holds=holds or None, rests_on=rests_on or None
        ),
    )


def set_coverage(
    form: ApproachForm, dimension: str, coverage: Coverage, why: str = "", looked_for: str = ""
) -> ApproachForm:
    """How far the texts say what an approach answers; why in part only; what was looked for."""
    return with_cell(
        form,
        dimension,
        lambda one: one._replace(
            coverage=coverage,
            why=" ".join(why.split()) or None,
            looked_for=" ".join(looked_for.split()) or None,
        ),
    )
