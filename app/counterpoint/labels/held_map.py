"""The map in words: who holds what, where approaches part, and which stand near."""

from counterpoint.domain.approach import (
    ApproachSummary,
    CellState,
    ClaimStanding,
    Dimension,
    NamedAnswer,
    Position,
)
from counterpoint.domain.parting import Between, MostParted, Nearness

from .row_parting import pairs_part
from .text import set_apart
from .translation import tr


def not_said() -> str:
    """Where the texts do not say what an approach answers."""
    return tr("not said")


def not_yet_answered() -> str:
    """Where nobody has written the answer yet."""
    return tr("not yet answered")


def hidden() -> str:
    """Where a filter hides what an approach answers."""
    return tr("hidden by the filter")


def nobody() -> str:
    """Of a named answer that none of the approaches shown holds."""
    return tr("held by none of those shown")


def between(of: Between) -> str:
    """How two approaches stand to each other on one question, in a word or two."""
    match of:
        case Between.SHARED:
            return tr("Shared")
        case Between.PARTED:
            return tr("Parted")
        case Between.ONE_SILENT:
            return tr("One silent")
        case Between.BOTH_SILENT:
            return tr("Both silent")
        case Between.UNFINISHED:
            return tr("Not yet answered")
        case Between.HIDDEN:
            return tr("Hidden by the filter")


def counted(nearness: Nearness) -> str:
    """ "3 shared, 4 parted, one silent on 3": together all questions; what is none is left out, but
    for the first two."""
    parts = [
        tr("{n}\u00a0shared", "", nearness.shared),
        tr("{n}\u00a0parted", "", nearness.parted),
    ]
    if nearness.one_silent:
        parts.append(tr("one silent on {n}", "", nearness.one_silent))
    if nearness.both_silent:
        parts.append(tr("both silent on {n}", "", nearness.both_silent))
    if nearness.unfinished:
        parts.append(tr("{n}\u00a0not yet answered", "", nearness.unfinished))
    if nearness.hidden:
        parts.append(tr("{n}\u00a0hidden by the filter", "questions", nearness.hidden))
    return ", ".join(parts)


def most_parted_line(question: Dimension, found: MostParted) -> str:
    """ "They part most on Diagnosis: 12 of 15 pairs part." """
    return tr(
        "They part most on {question}: {pairs}.",
        question=set_apart(question.title),
        pairs=pairs_part(found.counted),
    )


def nobody_parts() -> str:
    """Where there is no question on which approaches part."""
    return tr("They part on no question.")


def nearest_line(one: ApproachSummary, other: ApproachSummary, nearness: Nearness) -> str:
    """ "Nearest: A and B: 3 shared, 4 parted." """
    return tr(
        "Nearest: {one} and {other}: {counts}.",
        one=set_apart(one.title),
        other=set_apart(other.title),
        counts=counted(nearness),
    )


def none_near() -> str:
    """Where no two approaches hold any answer alike."""
    return tr("No two share an answer.")


def pair_line(one: ApproachSummary, other: ApproachSummary, nearness: Nearness) -> str:
    """What two approaches that were chosen share, and where they part."""
    return tr(
        "{one} and {other}: {counts}.",
        one=set_apart(one.title),
        other=set_apart(other.title),
        counts=counted(nearness),
    )


def as_a_page() -> str:
    """What opens the two that are chosen."""
    return tr("Open these two as a page")


def one_chosen(one: ApproachSummary) -> str:
    """Where the first of two approaches is chosen."""
    return tr("{one} and …: choose another letter above.", one=set_apart(one.title))


def nothing_named() -> str:
    """Of an older library."""
    return tr(
        "This library names no answers, so nothing can be placed. Its claims are under “Claims”."
    )


def letter_name(
    question: Dimension,
    approach: ApproachSummary,
    answer: NamedAnswer | None,
    state: CellState | None,
) -> str:
    """ "Pressure: Main means, held by Containment", for ears. `state` is None of a cell that a
    filter hides."""
    title, who = set_apart(question.title), set_apart(approach.title)
    if answer is not None:
        return tr(
            "{question}: {name}, held by {who}",
            question=title,
            name=set_apart(answer.name),
            who=who,
        )
    if state is None:
        return tr("{question}: {who}, {hidden}", question=title, who=who, hidden=hidden())
    words = not_said() if state is CellState.NOT_SAID else not_yet_answered()
    return tr("{question}: {words} by {who}", question=title, words=words, who=who)


def answer_name(question: Dimension, answer: NamedAnswer, held_by: list[str]) -> str:
    """ "Pressure: Main means, held by 2: Containment; Engage but beware", for ears."""
    title = set_apart(question.title)
    if not held_by:
        return tr(
            "{question}: {name}, {nobody}",
            question=title,
            name=set_apart(answer.name),
            nobody=nobody(),
        )
    return tr(
        "{question}: {name}, held by {n}: {who}",
        "",
        len(held_by),
        question=title,
        name=set_apart(answer.name),
        who="; ".join(held_by),
    )


def in_order() -> str:
    """What an arrow between named answers says."""
    return tr("answers by degree")


def has_note() -> str:
    return tr("there is a note")


def filled() -> str:
    return tr("holds it")


def standings(position: Position) -> str:
    """What stands in a cell: "2 claims of its own, 3 of others, 4 inferred"; "" where nothing
    does."""
    counts = [len(position.standing(each)) for each in ClaimStanding]
    own, others, inference = counts
    parts = [tr("{n}\u00a0claim(|s) of its own", "", own)] if own else []
    if others:
        parts.append(tr("{n}\u00a0claim(|s) of others", "", others))
    if inference:
        parts.append(tr("{n}\u00a0claim(|s) inferred", "", inference))
    return ", ".join(parts)
