"""The kinds of problems in words."""

from counterpoint.domain.problem import Problem, ProblemKind

from .translation import tr


def kind_of(problem: Problem) -> str:
    """What kind of problem it is, in a few words. A whole file that has a wrong value is one that
    is passed over for its name."""
    named = problem.kind is ProblemKind.WRONG_VALUE and problem.line is None
    return problem_kind(ProblemKind.PASSED_OVER if named else problem.kind)


def problem_kind(of: ProblemKind) -> str:
    """A few words, as they stand behind the message: "unknown question"."""
    words = {
        ProblemKind.MISSING: tr("missing"),
        ProblemKind.UNREADABLE: tr("unreadable"),
        ProblemKind.ENCODING: tr("encoding"),
        ProblemKind.LINE_ENDINGS: tr("line endings"),
        ProblemKind.BYTE_ORDER_MARK: tr("byte order mark"),
        ProblemKind.PASSED_OVER: tr("passed over"),
        ProblemKind.OLDER_FORM: tr("older form"),
        ProblemKind.UNFINISHED: tr("unfinished"),
        ProblemKind.CONFLICT_COPY: tr("conflict copy"),
        ProblemKind.SYNTAX: tr("syntax"),
        ProblemKind.DUPLICATE_KEY: tr("duplicate key"),
        ProblemKind.UNKNOWN_KEY: tr("unknown key"),
        ProblemKind.MISSING_KEY: tr("missing key"),
        ProblemKind.WRONG_TYPE: tr("wrong type"),
        ProblemKind.WRONG_VALUE: tr("wrong value"),
        ProblemKind.DOUBTFUL: tr("doubtful"),
        ProblemKind.UNKNOWN_DIMENSION: tr("unknown question"),
        ProblemKind.UNKNOWN_SOURCE: tr("unknown source"),
        ProblemKind.UNKNOWN_APPROACH: tr("unknown approach"),
        ProblemKind.DUPLICATE_NAME: tr("duplicate name"),
        ProblemKind.UNKNOWN_TARGET: tr("unknown target"),
        ProblemKind.NOT_COVERED: tr("not covered"),
        ProblemKind.NO_EVIDENCE: tr("no evidence"),
        ProblemKind.NO_VOICE: tr("no voice"),
        ProblemKind.NOT_ANCHORED: tr("not anchored"),
        ProblemKind.SOURCE_CHANGED: tr("source changed"),
        ProblemKind.SPELT_OTHERWISE: tr("spelt otherwise"),
        ProblemKind.QUOTATION_MOVED: tr("quotation moved"),
        ProblemKind.QUOTATION_CHANGED: tr("quotation changed"),
        ProblemKind.QUOTATION_LOST: tr("quotation lost"),
        ProblemKind.QUOTATION_AMBIGUOUS: tr("quotation ambiguous"),
        ProblemKind.WORDS_NOT_FOUND: tr("words not found"),
        ProblemKind.UNSEEN: tr("unseen"),
        ProblemKind.NO_PARAGRAPHS: tr("no paragraphs"),
    }
    return words[of]
