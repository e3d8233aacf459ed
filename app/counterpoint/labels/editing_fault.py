"""What is wrong with what is being typed, in the words of the fields that stand there."""

from counterpoint.domain.faults.form_fault import FormFault
from counterpoint.domain.problem import Problem

from .problem import sentence
from .translation import tr


def in_fields(problem: Problem) -> str:
    """As `sentence` of `labels/problem.py`, which names the keys of the file."""
    match problem.fault:
        case FormFault.ANSWER_IN_PART:
            match problem.arguments:
                case ("answer",):
                    return tr("Say the answer in a sentence, or check nothing under it.")
                case ("holds",):
                    return tr("Check the named answers that it states.")
                case _:
                    return tr("Check the claims that it rests on.")
        case FormFault.ANSWER_NOT_THE_HOLDERS:
            return tr(
                "None of the claims that it rests on has a direct link in the holder’s own voice: "
                "check such a claim; where only others or inference speak, empty the answer and "
                "say what was looked for and not found."
            )
        case FormFault.ANSWER_WITHOUT_VOICE:
            return tr(
                "None of the claims that it rests on has a direct link: check such a claim, or "
                "empty the answer."
            )
        case FormFault.EVIDENCE_WITHOUT_VOICE | FormFault.PASSAGE_WITHOUT_VOICE:
            return tr("Name who says it.")
        case FormFault.INFERRED_WITHOUT_WHY:
            return tr("What is inferred needs a word on why it is linked.")
        case FormFault.HEDGE_NOT_FOUND:
            return tr(
                "The hedge “{hedge}” is not in the source: give the text’s own words, or remove "
                "it.",
                hedge=problem.arguments[0],
            )
        case FormFault.EARLIER_REPLIES_TO_LATER:
            by, to = problem.arguments
            return tr(
                "Words of {by} cannot answer words of {to}: exchange the two, or give when the "
                "words were said.",
                by=by,
                to=to,
            )
    return sentence(problem)
