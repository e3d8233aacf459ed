"""The answer of a cell held to its evidence: what is refused is left out, and told."""

from collections.abc import Sequence
from typing import NamedTuple

from .approach import CellState, Claim, ClaimStanding, Coverage, Dimension
from .faults.form_fault import FormFault
from .finding import Finding
from .forms import PositionForm
from .holder import Holder
from .problem import ProblemKind
from .suggesting import NearestName

FEWEST_NAMED, MOST_NAMED = 2, 6
"""Named answers of a question."""
MOST_WORDS = 20
"""Of an answer."""
_KEYS = ("answer", "holds", "rests_on")


class ResolvedAnswer(NamedTuple):
    """`sentence` is "" where there is none, or none that may stand. The paths of the findings begin
    at the position."""

    sentence: str = ""
    holds: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    left_out: int = 0


def words_in(answer: str) -> int:
    """As many as stand between white space."""
    return len(answer.split())


def resolve_answer(
    form: PositionForm,
    asked: Dimension,
    claims: Sequence[Claim],
    holder: Holder,
    nearest_name: NearestName,
    *,
    holder_in_doubt: bool = False,
    names_in_doubt: bool = False,
) -> ResolvedAnswer:
    """The answer that `form` gives to `asked`, on the claims of its cell. Names that are not known
    are left out alone; the whole of an answer that is too long, or that no claim carries.

    What may only follow from something that was left out, which is told where it stands, is not
    told: with `holder_in_doubt`, something of the approach itself was; with `names_in_doubt`, some
    of the named answers. Where the question has none, an answer stands without: those are what is
    missing, and told of the library."""
    written = {"answer": form.answer, "holds": form.holds, "rests_on": form.rests_on}
    if not any(written.values()):
        return ResolvedAnswer()
    named = bool(asked.answers) or names_in_doubt
    findings = [
        Finding((), ProblemKind.MISSING_KEY, FormFault.ANSWER_IN_PART, (key,))
        for key in _KEYS
        if (named or key != "holds")
        and not written[key]
        and key not in form.unread
        and not nearest_name(key, form.unread)
    ]
    holds, strange = _known("holds", form.holds or (), [each.id for each in asked.answers])
    findings += [
        Finding(
            path,
            ProblemKind.WRONG_VALUE,
            FormFault.UNKNOWN_NAMED_ANSWER,
            (id, asked.id, nearest_name(id, [each.id for each in asked.answers])),
        )
        for path, id in strange
        if not names_in_doubt
    ]
    ids = [claim.id for claim in form.claims]
    rests_on, unknown = _known("rests_on", form.rests_on or (), ids)
    findings += [
        Finding(
            path, ProblemKind.WRONG_VALUE, FormFault.RESTS_ON_UNKNOWN, (id, nearest_name(id, ids))
        )
        for path, id in unknown
        if not form.claims_left_out
    ]
    sentence = form.answer or ""
    if words_in(sentence) > MOST_WORDS:
        findings.append(
            Finding(
                ("answer",),
                ProblemKind.WRONG_VALUE,
                FormFault.ANSWER_TOO_LONG,
                (str(words_in(sentence)), str(MOST_WORDS)),
            )
        )
        sentence = ""
    carrying = [claim for claim in claims if claim.id in rests_on]
    may_stand = any(holder.carries(claim.evidence, of_anyone=asked.of_anyone) for claim in carrying)
    partly = holder_in_doubt or any(
        claim.all_left_out for claim in form.claims if claim.id in rests_on
    )
    # Of claims that are not known, or were left out, it is told already.
    if rests_on and len(carrying) == len(rests_on) and not may_stand and not partly:
        fault = (
            FormFault.ANSWER_WITHOUT_VOICE if asked.of_anyone else FormFault.ANSWER_NOT_THE_HOLDERS
        )
        findings.append(Finding(("rests_on",), ProblemKind.WRONG_VALUE, fault))
    if not (sentence and (holds or not named) and may_stand):
        return ResolvedAnswer(findings=tuple(findings), left_out=1)
    return ResolvedAnswer(sentence, holds, rests_on, tuple(findings), len(strange) + len(unknown))


def state_of(
    form: PositionForm, asked: Dimension, answer: ResolvedAnswer, claims: Sequence[Claim]
) -> CellState:
    """Whether the cell has its answer; if not, whether the texts do not say it, or nobody has
    written it yet."""
    if answer.sentence:
        return CellState.ANSWERED
    if answer.left_out or form.coverage is None or form.unread.intersection(_KEYS):
        return CellState.UNFINISHED
    if form.looked_for is not None or form.coverage is Coverage.GAP:
        return CellState.NOT_SAID
    if not asked.answers and claims:
        return CellState.UNFINISHED
    speaking = {claim.standing for claim in claims}
    if asked.of_anyone:
        speaking -= {ClaimStanding.INFERENCE}
    else:
        speaking &= {ClaimStanding.OWN}
    return CellState.UNFINISHED if speaking else CellState.NOT_SAID


def _known(
    key: str, given: Sequence[str], known: Sequence[str]
) -> tuple[tuple[str, ...], list[tuple[tuple[str | int, ...], str]]]:
    """Those that are known, each once; and the others with their paths."""
    kept = tuple(dict.fromkeys(id for id in given if id in known))
    return kept, [((key, at), id) for at, id in enumerate(given) if id not in known]
