"""The sentences for what is wrong in the forms, and where in their files it stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from counterpoint.domain.counting import counted
from counterpoint.domain.finding import Finding, What
from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.storage.yaml.suggestion import meant
from counterpoint.storage.yaml.yaml_file import YamlFile

_SENTENCES = {
    What.DUPLICATE_CLAIM: ("the claim id `{0}` is used already, in {1}; give this one another"),
    What.NOT_COVERED: (
        "the dimension `{0}` is not covered; add it, if only as a gap with what was looked for"
    ),
    What.GAP_WITHOUT_SEARCH: ("a gap needs `looked_for`: say what was looked for and not found"),
    What.GAP_WITH_CLAIMS: "a gap has no claims; write `coverage: partial` or remove them",
    What.WITHOUT_CLAIMS: "`coverage: {0}` needs claims; add one or write `coverage: gap`",
    What.PARTIAL_WITHOUT_WHY: "a partial position needs `why`: say what the texts leave open",
    What.WITHOUT_EVIDENCE: "the claim `{0}` has no evidence and is left out; add a quotation",
    What.EVIDENCE_WITHOUT_VOICE: ("`voice` is empty; say who says it, nearest to the reader first"),
    What.PASSAGE_WITHOUT_VOICE: "`voice` is empty; say who says it",
    What.INFERRED_WITHOUT_WHY: (
        "an inferred link needs `why`: say in a few words why it is linked"
    ),
    What.DIRECT_WITH_INFERENCE: (
        "“{0}” is of an inferred link; remove `link: direct`, or write what the speaker does: "
        "advocates, describes, criticises or concedes"
    ),
    What.ANSWER_IN_PART: (
        "an answer has `answer`, `holds` and `rests_on`; add `{0}`, or remove the others"
    ),
    What.ANSWER_TOO_LONG: "the answer has {0} words; say it in {1} at most",
    What.ANSWER_NOT_THE_HOLDERS: (
        "the answer rests on no claim with a direct link in the holder’s own voice; name such a "
        "claim, or add its voice to the `voices` of a proponent; where only others or inference "
        "speak, remove `answer`, `holds` and `rests_on` and say in `looked_for` what was not found"
    ),
    What.ANSWER_WITHOUT_VOICE: (
        "the answer rests on no claim with a direct link; name such a claim, or remove `answer`, "
        "`holds` and `rests_on`"
    ),
    What.REPLY_INFERRED_WITHOUT_WHY: (
        "a reply that we set beside a passage needs `why`: say in a few words how they meet"
    ),
    What.EARLIER_REPLIES_TO_LATER: (
        "words of {0} cannot reply to words of {1}; exchange `by` and `to`, or give with `date` "
        "when the words were said"
    ),
    What.HEDGE_NOT_FOUND: (
        "the hedge “{0}” is not in corpus/{1}.txt; give the text's own words, or remove it"
    ),
    What.SAME_CUE: "the cue “{0}” is that of `{1}` already; choose another",
    What.RELATED_TO_ITSELF: ("an approach has no relation to itself; name another or remove it"),
    What.UNKNOWN_SOURCE_BUT_ELSEWHERE: (
        "the source `{0}` is not in corpus/; they stand in {1} {2}; write `source: {1}` if that is "
        "meant"
    ),
    What.NOT_ANCHORED: "the quotation is not anchored; run counterpoint anchor",
    What.ALTERED_SINCE_ANCHORED: (
        "the quotation, or its paragraph or occurrence, was changed after it was anchored, and "
        "corpus/{0}.txt was not; look whether it says what you mean, then run counterpoint anchor "
        "--again"
    ),
    What.TEXT_ALTERED: (
        "corpus/{0}.txt was altered after this quotation was anchored; its words still stand "
        "there: look at it, then run counterpoint anchor --again"
    ),
    What.STALE_CONTEXT: (
        "`before` and `after` are not what stands there in corpus/{0}.txt; run counterpoint anchor "
        "--again"
    ),
    What.MOVED: (
        "the words now stand elsewhere in corpus/{0}.txt than the anchor says; look at them there, "
        "then run counterpoint anchor --again"
    ),
    What.WHICH_PARAGRAPH: (
        'the words stand {0} times in corpus/{1}.txt: {2}; say which with `paragraph: "{3}"` or '
        "another of these"
    ),
    What.WHICH_OCCURRENCE: (
        "the words stand {0} times in corpus/{1}.txt: {2}; say which with `occurrence: 1` to "
        "`occurrence: {0}`"
    ),
    What.OTHER_SURROUNDINGS: (
        "the words stand in corpus/{0}.txt ({1}) but not in the surroundings from which they were "
        "quoted; look whether it is the same passage, and if so delete `anchor` and run "
        "counterpoint anchor"
    ),
    What.OTHER_PLACE: (
        "the words are in corpus/{0}.txt, but not at the paragraph and occurrence given: {1}; "
        "correct these"
    ),
    What.INSIDE_WORDS: (
        "the words are in corpus/{0}.txt only as part of longer ones (“{1}”); quote whole words"
    ),
    What.IN_ANOTHER_SOURCE: (
        "the words are not in corpus/{0}.txt; they stand in {1} {2}; write `source: {1}` if that "
        "is meant"
    ),
    What.WORDS_BETWEEN: (
        "the words are in corpus/{0}.txt ({1}), but “{2}” stands between “{3}” and “{4}”; quote it "
        "too, or give the two parts as two pieces of evidence"
    ),
    What.FURNITURE_BETWEEN: (
        "the words are in corpus/{0}.txt ({1}), but “{2}” stands between “{3}” and “{4}”; if it is "
        "a {5} or the like, describe it under `furniture` in corpus/{0}.yaml: - {{kind: {5}, "
        "after: {6}, before: {7}, interrupts: true}}"
    ),
    What.NOT_SIDE_BY_SIDE: (
        "the words are in corpus/{0}.txt, but not side by side; a quotation leaves nothing out: "
        "give “{1}” and “{2}” as two pieces of evidence"
    ),
    What.NOTHING_LIKE_IT: (
        "the words are not in corpus/{0}.txt, nor anything like them; correct or remove the "
        "quotation"
    ),
}


def _unknown_dimension(id: str, near: str) -> str:
    remedy = meant(near) or "the dimensions are those of options/dimensions.yaml"
    return f"`{id}` is not a dimension; {remedy}"


def _unknown_approach(id: str, relation: str, near: str) -> str:
    remedy = meant(near) or "correct or remove the relation"
    return f"`{id}`, which this approach {relation}, is not in options/ or was left out; {remedy}"


def _unknown_named_answer(id: str, dimension: str, near: str) -> str:
    remedy = meant(near) or "they stand under its `answers` in options/dimensions.yaml"
    return f"`{id}` is no named answer of `{dimension}`; {remedy}"


def _rests_on_unknown(id: str, near: str) -> str:
    remedy = meant(near) or "name claims of this cell"
    return f"this cell has no claim `{id}`; {remedy}"


def _unknown_source(id: str, near: str) -> str:
    remedy = meant(near) or "check the spelling or add it"
    return f"the source `{id}` is not in corpus/; {remedy}"


def _spelt_otherwise(source: str, where: str, how: str, there: str, part: str = "") -> str:
    more = f" ({how})" if how else ""
    return (
        f"the words are in corpus/{source}.txt ({where}), but {part}spelt otherwise{more}; write "
        f"them as they stand there: {there}"
    )


def _part_spelt_otherwise(source: str, where: str, how: str, there: str) -> str:
    return _spelt_otherwise(source, where, how, there, "as part of longer ones and ")


def _like_others(source: str, nearest: str, paragraph: str) -> str:
    where = f" in {paragraph}" if paragraph else ""
    return (
        f"the words are not in corpus/{source}.txt; nearest is “{nearest}”{where}; quote that, or "
        "remove the evidence"
    )


_DEPENDING: Mapping[What, Callable[..., str]] = {
    What.UNKNOWN_DIMENSION: _unknown_dimension,
    What.UNKNOWN_APPROACH: _unknown_approach,
    What.UNKNOWN_NAMED_ANSWER: _unknown_named_answer,
    What.RESTS_ON_UNKNOWN: _rests_on_unknown,
    What.UNKNOWN_SOURCE: _unknown_source,
    What.SPELT_OTHERWISE: _spelt_otherwise,
    What.PART_SPELT_OTHERWISE: _part_spelt_otherwise,
    What.LIKE_OTHERS: _like_others,
}
"""Sentences that are others where an argument is empty."""


def sentence(finding: Finding) -> str:
    """What is wrong and what would be right, in words."""
    depending = _DEPENDING.get(finding.what)
    if depending is not None:
        return depending(*finding.arguments)
    return _SENTENCES[finding.what].format(*finding.arguments)


def problems_in(file: YamlFile, findings: Iterable[Finding]) -> list[Problem]:
    """The findings on the form that was made of `file`, each where it stands there."""
    return [
        file.problem(finding.path, finding.kind, sentence(finding), key=finding.key)
        for finding in findings
        # Of a line cut at its # that is told; to anchor what is left of it would make it final.
        if not (
            finding.what is What.ALTERED_SINCE_ANCHORED
            and file.original(finding.path) in file.comments
        )
    ]


def waiting_problems(waiting: Mapping[str, int]) -> Iterator[Problem]:
    """For each source that was left out, how many quotations wait for it."""
    for id, number in waiting.items():
        wait = counted(number, "quotation waits", "quotations wait")
        if number:
            yield Problem(
                f"corpus/{id}.txt",
                None,
                None,
                ProblemKind.UNKNOWN_SOURCE,
                f"the source was left out, and {wait} for it; mend it first",
            )
