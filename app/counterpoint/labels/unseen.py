"""Signs that are not seen, in words."""

from counterpoint.domain.invisible_characters import VISIBLE, SignKind, Unseen

from .translation import tr


def unseen(kind: SignKind, called: object) -> str:
    """What a sign is, which is `called` by its number and its name."""
    match kind:
        case SignKind.LOST_LETTER:
            return tr(
                "{sign} stands for a letter that was lost when the text was converted", sign=called
            )
        case SignKind.DIRECTION:
            return tr("{sign} turns the direction in which words are shown", sign=called)
        case SignKind.CONTROL:
            return tr("the control character {sign} is no part of a text", sign=called)
        case SignKind.OF_SOMEBODYS_OWN:
            return tr(
                "{sign} is a sign of somebody's own, which others see as another or not at all",
                sign=called,
            )
        case SignKind.NO_CHARACTER:
            return tr("{sign} is no character", sign=called)
        case SignKind.NOT_SEEN:
            return tr("{sign} is not seen", sign=called)


def shown_instead(sign: Unseen) -> str:
    """What the sign that is shown in the place of one that is not seen means."""
    return tr(
        "“{shown}” stands for a sign that is not seen: {what}. It is kept in the text.",
        shown=VISIBLE,
        what=unseen(sign.kind, sign.called),
    )
