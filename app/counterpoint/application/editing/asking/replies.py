"""What is asked of a reply: who answers whom, what that does, and why we say so."""

from counterpoint.application.editing.desk import LibraryDesk
from counterpoint.domain.approach import Link
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.forms import PassageForm, ReplyForm
from counterpoint.domain.library import Reply, ReplyKind
from counterpoint.labels import editing as words
from counterpoint.labels.evidence import link
from counterpoint.labels.reply import kind

from .fields import Asked, Field, NotYet, OneOf, Step, Values, Words
from .quoted import passage_of, quotation_field, sources_to_choose
from .voices import voice_fields, voice_of

_BY, _TO = "by", "to"


def ask_new_reply(
    desk: LibraryDesk, by: PassageForm | None = None, to: PassageForm | None = None
) -> Asked:
    """`by` answers `to`; what is None is still to be said. Raises NotYet where both are the same
    words."""
    if by is not None and to is not None:
        _check_two(by, to)

    def step(desk: LibraryDesk, values: Values) -> Step:
        reply = _said(desk, values, by, to)
        return Step(CommandKind.MAKE_REPLY, {desk.replies_name: (*desk.replies(), reply)})

    return Asked("new-reply", words.new_reply(), _fields(desk, by, to, None), step, is_new=True)


def ask_reply(desk: LibraryDesk, reply: Reply) -> Asked:
    """Raises KeyError where it is not there any more."""
    now = desk.replies()[number_of(desk, reply)]

    def step(desk: LibraryDesk, values: Values) -> Step:
        replies, at = list(desk.replies()), number_of(desk, reply)
        replies[at] = _said(desk, values, now.by, now.to)
        return Step(CommandKind.CHANGE_REPLY, {desk.replies_name: tuple(replies)})

    def anew(desk: LibraryDesk, values: Values) -> Step:
        said = _said(desk, values, now.by, now.to)
        return Step(CommandKind.MAKE_REPLY, {desk.replies_name: (*desk.replies(), said)})

    what = f"reply/{now.by.source}/{now.by.quote[:24]}"
    return Asked(what, words.reply_title(), _fields(desk, now.by, now.to, now), step, anew=anew)


def deleted_reply(desk: LibraryDesk, reply: Reply) -> tuple[Step, str]:
    """And what it was, in words. Raises KeyError where it is not there any more."""
    replies, at = list(desk.replies()), number_of(desk, reply)
    gone = replies.pop(at)
    step = Step(CommandKind.DELETE_REPLY, {desk.replies_name: tuple(replies) or None})
    return step, words.quoted(gone.by.quote)


def number_of(desk: LibraryDesk, reply: Reply) -> int:
    """Which of those in the file a reply is. Raises KeyError."""
    ends = [(each.source, each.quotation.words) for each in (reply.by, reply.to)]
    for number, form in enumerate(desk.replies()):
        named = [(each.source, each.quote) for each in (form.by, form.to)]
        if (form.kind, named) == (reply.kind, ends):
            return number
    raise KeyError("reply")


def _fields(
    desk: LibraryDesk, by: PassageForm | None, to: PassageForm | None, now: ReplyForm | None
) -> tuple[Field, ...]:
    return (
        *_passage(desk, _BY, by, words.who_answers()),
        OneOf(
            "kind",
            words.reply_does(),
            tuple((each.value, kind(each)) for each in ReplyKind),
            now.kind if now else ReplyKind.REBUTS,
        ),
        *_passage(desk, _TO, to, words.whom()),
        OneOf(
            "link",
            words.directness(),
            tuple((each.value, link(each)) for each in Link),
            now.link if now else Link.DIRECT,
        ),
        Words("why", words.why_reply(), (now.why or "") if now else ""),
    )


def _passage(desk: LibraryDesk, name: str, now: PassageForm | None, part: str) -> tuple[Field, ...]:
    source = now.source if now is not None else ""
    return (
        OneOf(f"{name}-source", words.source(), sources_to_choose(desk), source, part=part),
        quotation_field(f"{name}-quote", now)._replace(part=part),
        *voice_fields(desk, source, now.voice if now else (), f"{name}-voice", part),
        Words(f"{name}-date", words.said_when(), (now.date or "") if now else "", part=part),
    )


def _said(
    desk: LibraryDesk, values: Values, by: PassageForm | None, to: PassageForm | None
) -> ReplyForm:
    """Raises NotYet."""
    how, why = Link(values.words("link")), " ".join(values.words("why").split())
    earlier, later = _end(desk, values, _TO, to), _end(desk, values, _BY, by)
    _check_two(later, earlier)
    if how is Link.INFERRED and not why:
        raise NotYet(words.needs_why(), "why", follows=True)
    return ReplyForm(ReplyKind(values.words("kind")), later, earlier, why or None, how)


def _check_two(by: PassageForm, to: PassageForm) -> None:
    """Raises NotYet where both are the same words. One may be within the other: who answers often
    quotes what is answered."""
    apart = by.anchor and to.anchor and not by.anchor.span.overlaps(to.anchor.span)
    if by.source == to.source and _bare(by.quote) == _bare(to.quote) and not apart:
        raise NotYet(words.answers_itself())


def _bare(quote: str) -> list[str]:
    """Its words, without signs beside them."""
    spaced = "".join(sign if sign.isalnum() else " " for sign in quote)
    return spaced.split()


def _end(desk: LibraryDesk, values: Values, name: str, now: PassageForm | None) -> PassageForm:
    source, quote = values.words(f"{name}-source"), values.words(f"{name}-quote")
    voice = voice_of(values, f"{name}-voice")
    date = values.words(f"{name}-date") or None
    if now is not None and now.anchor is not None and (source, quote) == (now.source, now.quote):
        return now._replace(voice=voice, date=date)
    return passage_of(desk, source, quote, voice, field=f"{name}-quote")._replace(date=date)
