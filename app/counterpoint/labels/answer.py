"""What a passage answers and what answers it."""

from counterpoint.domain.library import AnswerKind

from .translation import tr


def answer(of: AnswerKind, who: str, *, outgoing: bool) -> str:
    """ "Rebuts the Foreign Office", or "Rebutted by Hugo Klijn" where it comes in."""
    match of, outgoing:
        case AnswerKind.REBUTS, True:
            return tr("Rebuts {who}", who=who)
        case AnswerKind.REBUTS, _:
            return tr("Rebutted by {who}", who=who)
        case AnswerKind.CONCEDES_TO, True:
            return tr("Concedes to {who}", who=who)
        case AnswerKind.CONCEDES_TO, _:
            return tr("Conceded by {who}", who=who)
        case AnswerKind.SUPPORTS, True:
            return tr("Supports {who}", who=who)
        case _:
            return tr("Supported by {who}", who=who)
