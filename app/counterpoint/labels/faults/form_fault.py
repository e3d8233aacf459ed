"""`FormFault` in words."""

from counterpoint.domain.faults.form_fault import FormFault
from counterpoint.domain.problem import Argument
from counterpoint.labels.meant import did_you_mean
from counterpoint.labels.translation import tr


def worded(fault: FormFault, *given: Argument) -> str:
    match fault:
        case FormFault.UNKNOWN_DIMENSION:
            id, near = given
            return tr(
                "`{id}` is not a question; {remedy}",
                id=id,
                remedy=did_you_mean(near)
                or tr("the questions are those of options/dimensions.yaml"),
            )
        case FormFault.UNKNOWN_APPROACH:
            id, relation, near = given
            return tr(
                "`{id}`, which this approach {relation}, is not in options/ or was left out; "
                "{remedy}",
                id=id,
                relation=relation,
                remedy=did_you_mean(near) or tr("correct or remove the relation"),
            )
        case FormFault.UNKNOWN_NAMED_ANSWER:
            id, dimension, near = given
            return tr(
                "`{id}` is no named answer of `{dimension}`; {remedy}",
                id=id,
                dimension=dimension,
                remedy=did_you_mean(near)
                or tr("they stand under its `answers` in options/dimensions.yaml"),
            )
        case FormFault.RESTS_ON_UNKNOWN:
            id, near = given
            return tr(
                "this cell has no claim `{id}`; {remedy}",
                id=id,
                remedy=did_you_mean(near) or tr("name claims of this cell"),
            )
        case FormFault.DUPLICATE_CLAIM:
            claim, dimension = given
            return tr(
                "the claim id `{claim}` is used already, in {dimension}; give this one another",
                claim=claim,
                dimension=dimension,
            )
        case FormFault.NOT_COVERED:
            return tr(
                "the question `{dimension}` is not covered; add it, if only as a gap with what "
                "was looked for",
                dimension=given[-1],
            )
        case FormFault.GAP_WITHOUT_SEARCH:
            return tr("a gap needs `looked_for`: say what was looked for and not found")
        case FormFault.GAP_WITH_CLAIMS:
            return tr("a gap has no claims; write `coverage: partial` or remove them")
        case FormFault.WITHOUT_CLAIMS:
            return tr(
                "`coverage: {coverage}` needs claims; add one or write `coverage: gap`",
                coverage=given[0],
            )
        case FormFault.PARTIAL_WITHOUT_WHY:
            return tr("a partial position needs `why`: say what the texts leave open")
        case FormFault.WITHOUT_EVIDENCE:
            return tr(
                "the claim `{claim}` has no evidence and is left out; add a quotation",
                claim=given[0],
            )
        case FormFault.EVIDENCE_WITHOUT_VOICE:
            return tr("`voice` is empty; say who says it, nearest to the reader first")
        case FormFault.PASSAGE_WITHOUT_VOICE:
            return tr("`voice` is empty; say who says it")
        case FormFault.INFERRED_WITHOUT_WHY:
            return tr("an inferred link needs `why`: say in a few words why it is linked")
        case FormFault.HEDGE_NOT_FOUND:
            hedge, source = given
            return tr(
                "the hedge “{hedge}” is not in corpus/{source}.txt; give the text's own words, "
                "or remove it",
                hedge=hedge,
                source=source,
            )
        case FormFault.DIRECT_WITH_INFERENCE:
            return tr(
                "“{stance}” is of an inferred link; remove `link: direct`, or write what the "
                "speaker does: advocates, describes, criticises or concedes",
                stance=given[0],
            )
        case FormFault.ANSWER_IN_PART:
            return tr(
                "an answer has `answer`, `holds` and `rests_on`; add `{key}`, or remove the others",
                key=given[0],
            )
        case FormFault.ANSWER_TOO_LONG:
            words, most = given
            return tr(
                "the answer has {words} words; say it in {most} at most",
                words=words,
                most=most,
            )
        case FormFault.ANSWER_NOT_THE_HOLDERS:
            return tr(
                "the answer rests on no claim with a direct link in the holder’s own voice; name "
                "such a claim, or add its voice to the `voices` of a proponent; where only "
                "others or inference speak, remove `answer`, `holds` and `rests_on` and say in "
                "`looked_for` what was not found"
            )
        case FormFault.ANSWER_WITHOUT_VOICE:
            return tr(
                "the answer rests on no claim with a direct link; name such a claim, or remove "
                "`answer`, `holds` and `rests_on`"
            )
        case FormFault.REPLY_INFERRED_WITHOUT_WHY:
            return tr(
                "a reply that we set beside a passage needs `why`: say in a few words how they meet"
            )
        case FormFault.EARLIER_REPLIES_TO_LATER:
            by, to = given
            return tr(
                "words of {by} cannot reply to words of {to}; exchange `by` and `to`, or give "
                "with `date` when the words were said",
                by=by,
                to=to,
            )
        case FormFault.SAME_CUE:
            cue, approach = given
            return tr(
                "the cue “{cue}” is that of `{approach}` already; choose another",
                cue=cue,
                approach=approach,
            )
        case FormFault.RELATED_TO_ITSELF:
            return tr("an approach has no relation to itself; name another or remove it")
