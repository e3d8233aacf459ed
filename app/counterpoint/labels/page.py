"""The pages of the comparison in words."""

from collections.abc import Sequence

from counterpoint.domain.approach import CellState, Coverage, Position
from counterpoint.domain.parting import Between, Nearness
from counterpoint.domain.replying import ReplyOrder, ReplyShare

from . import answer
from .names import briefly
from .position import looked_for
from .text import capital, sentence, set_apart
from .translation import tr


def not_said() -> str:
    """What stands for an answer where the texts do not give the holder's."""
    return capital(answer.not_said())


def no_questions() -> str:
    return tr("This library has no questions yet.")


def too_few_to_compare() -> str:
    """Where two approaches are to be opened as a page, and fewer are shown."""
    return tr("Show at least two approaches; then they can be compared.")


def no_approaches() -> str:
    """On a page, where nothing stands that could answer."""
    return tr("No approach is shown, so nothing is answered here.")


def page_gone() -> str:
    return tr("This page is gone")


def subject_gone(*, pair: bool) -> str:
    """On a page whose question or approaches the library does not have any more."""
    if pair:
        return tr(
            "The two approaches of this page are no longer both in the library. Notes on them are "
            "kept."
        )
    return tr("The question of this page is no longer in the library. Notes on it are kept.")


def not_answered() -> str:
    """What stands for an answer that nobody has written yet."""
    return tr("Not yet answered")


def answer_line(position: Position) -> str:
    """The sentence; in words where there is none."""
    match position.state:
        case CellState.ANSWERED:
            return sentence(position.answer)
        case CellState.NOT_SAID:
            return not_said()
        case CellState.UNFINISHED:
            return not_answered()


def left_open(position: Position) -> str:
    """What a cell leaves open, in sentences; "" where it leaves nothing."""
    if position.state is CellState.NOT_SAID:
        looked = position.looked_for or position.coverage is Coverage.GAP
        return looked_for(position) if looked else sentence(position.why)
    if position.coverage is Coverage.PARTIAL:
        return sentence(position.why) or tr("Answered in part only.")
    if position.coverage is Coverage.GAP:
        return looked_for(position)
    return ""


def in_its_words() -> str:
    return tr("In its words")


def in_the_words_of(voice: Sequence[str]) -> str:
    """Where somebody else than the holder speaks: "In the words of The Independent"."""
    if not voice:
        return tr("In the words of the text")
    return tr("In the words of {who}", who=briefly(voice[-1]))


def objection() -> str:
    return tr("Objection")


def reply_to_it() -> str:
    return tr("Reply")


def leaves_open() -> str:
    return tr("Leaves open")


def answer_head() -> str:
    return tr("Answer")


def held_by() -> str:
    return tr("The answers, and who holds them")


def what_each_answers() -> str:
    return tr("What each approach answers")


def nobody() -> str:
    return tr("none of those shown")


def held_here(who: str) -> str:
    """Behind a named answer, where no letters stand in colour: who holds it, or that nobody of
    those shown does."""
    return f"({who or nobody()})"


def asked_of_anyone() -> str:
    return tr("Put to whoever speaks, not to the holder alone.")


def more_objections(number: int) -> str:
    return tr("{n} more objection(|s) in the cell", "", number)


def notes_here(number: int) -> str:
    """What a link to the notes on a cell says."""
    return tr("{n} note(|s)", "", number)


def own_note(number: int, first: str) -> str:
    """What a link to the notes on the page itself says: "Note: Why?"."""
    if number == 1:
        return tr("Note: {first}", first=first)
    return tr("{n} note(|s), the last: {first}", "", number, first=first)


def pair_counts(nearness: Nearness) -> str:
    """ "Of 10 questions they share an answer on 3 and part on 5; on 2 one of them is silent."."""
    total = sum(nearness)
    parts = [
        tr("share an answer on {n}", "two approaches", nearness.shared),
        tr("part on {n}", "two approaches", nearness.parted),
    ]
    silent = []
    if nearness.one_silent:
        silent.append(tr("on {n} one of them is silent", "", nearness.one_silent))
    if nearness.both_silent:
        silent.append(tr("on {n} both are silent", "", nearness.both_silent))
    if nearness.unfinished:
        silent.append(tr("{n} (is|are) not yet answered", "", nearness.unfinished))
    said = tr(
        "Of {questions} they {both}",
        questions=tr("{n}\u00a0question(|s)", "", total),
        both=tr(" and ").join(parts),
    )
    return "; ".join([said, *silent]) + "."


def standing_between(of: Between) -> str:
    """The heading over the questions on which two approaches stand so to each other."""
    match of:
        case Between.PARTED:
            return tr("Where they part")
        case Between.SHARED:
            return tr("Where they share an answer")
        case Between.ONE_SILENT:
            return tr("Where one is silent")
        case Between.BOTH_SILENT:
            return tr("Where both are silent")
        case Between.UNFINISHED:
            return tr("Not yet answered")
        case Between.HIDDEN:
            return tr("Hidden by the filter")


def standing_on(of: Between, number: int) -> str:
    """The same with how many questions it stands over: "Where they part (5)"."""
    return tr("{how} ({n})", "questions", number, how=standing_between(of))


def pair_name(one: str, other: str) -> str:
    """What the page of two approaches is called."""
    return tr("{one} and {other}", one=set_apart(one), other=set_apart(other))


def replies_between(number: int) -> str:
    if not number:
        return tr("No replies between them")
    return tr("Replies between them ({n})", "", number)


def no_replies() -> str:
    return tr("None of the replies in this library passes between their holders.")


def both(names: Sequence[str]) -> str:
    """What two approaches hold alike."""
    return tr("Both: {names}", names="; ".join(map(set_apart, names)))


def who_answers_whom() -> str:
    return tr("Who answers whom")


def about_replies() -> str:
    return tr(
        "A reply is direct where the later text takes up the earlier. Else we set the two side by "
        "side, and say so."
    )


def order(of: ReplyOrder) -> str:
    match of:
        case ReplyOrder.WHEN:
            return tr("by date")
        case ReplyOrder.WHO:
            return tr("by who replies")
        case ReplyOrder.TO_WHOM:
            return tr("by who is replied to")


def only(of: ReplyShare, number: int) -> str:
    """A choice of replies, with how many there are."""
    match of:
        case ReplyShare.ALL:
            return tr("all {n}", "replies", number)
        case ReplyShare.DIRECT:
            return tr("{n} direct", "replies", number)
        case ReplyShare.INFERRED:
            return tr("{n} set beside by us", "replies", number)


def ordered() -> str:
    return tr("Order")


def shown() -> str:
    return tr("Shown")


def undated() -> str:
    return tr("undated")


def picture_of_replies(replies: int, columns: int) -> str:
    """What the picture is, for whoever does not see it."""
    return tr(
        "Picture: {replies} between {columns}. Each is in the list below.",
        replies=tr("{n} repl(y|ies)", "", replies),
        columns=tr("{n} text(|s) by year", "", columns),
    )


def reply_told(by: str, what: str, to: str, how: str) -> str:
    """ "Hugo Klijn rebuts the Open Letter (direct)"."""
    return tr("{by} {what} {to} ({how})", by=by, what=what, to=to, how=how)


def speaker(who: str, titles: Sequence[str]) -> str:
    """ "Hugo Klijn (F Helsinki-style détente)"; the name alone where it holds no approach."""
    name = set_apart(who)
    if not titles:
        return name
    of = "; ".join(map(set_apart, titles))
    return tr("{who} ({approach})", who=name, approach=of)


def letters() -> str:
    """Before the approaches whose letters stand in the picture."""
    return tr("Letters")


def dots() -> str:
    """Before those who speak in the picture and hold no approach."""
    return tr("Grey dots")


def of_no_approach(names: Sequence[str]) -> str:
    return tr("voices of no approach here: {names}", names="; ".join(map(set_apart, names)))


def dot_told(who: str) -> str:
    """What a grey dot says when it is pointed at."""
    return tr("{who}: a voice of no approach here", who=set_apart(who))


def show_more(left: int) -> str:
    """The way to what is not shown yet."""
    return tr("Show more: {n} (is|are) not shown yet", "", left)
