"""Whether what decides what a quotation says is another in a new version of its text."""

from collections.abc import Collection
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple

from .bearing import REACH, Bearing, bare
from .heading_name import Names, same_headings
from .sentence_marks import raised, signed_words, without_marks
from .surroundings import folded_words
from .word_diff import WordChange, side_by_side, word_changes

_MARKS = "“”"


class Turning(StrEnum):
    """What is another."""

    BEFORE = "before"
    AFTER = "after"
    SPEAKER = "speaker"
    HEADING = "heading"
    MARKS = "marks"
    """That it stands in quotation marks."""
    SET_OFF = "set off"
    """That its paragraph is set as another's words."""


class Turned(NamedTuple):
    """Of what decides what a quotation says, `gone` is no more, and `come` is new; either may be
    "". `then` and `now` are what stood, and stands, before it and after it, as far as it bears on
    it."""

    what: Turning
    gone: str
    come: str
    then: tuple[str, str]
    now: tuple[str, str]
    turns: bool = False
    """Whether a negation or a number is among what differs."""


def turned(
    then: Bearing, now: Bearing, titles: Collection[str] = (), several: Collection[Names] = ()
) -> Turned | None:
    """What decides what the quotation says, and is another `now` than it was `then`; None where
    nothing is. What is in `titles` is no heading of a part of either text, and what is in `several`
    are headings that nothing but their numbers tells apart."""
    for what, one, other in (
        (Turning.BEFORE, then.before, now.before),
        (Turning.AFTER, then.after, now.after),
    ):
        if one != other and not _same(one, other, back=what is Turning.BEFORE):
            change = _change(one, other)
            beside = (then.before, then.after), (now.before, now.after)
            return Turned(what, change.gone, change.come, *beside, change.turns)
    set_otherwise = _set_otherwise(then, now)
    if set_otherwise is not None:
        return set_otherwise
    for speakers in (
        (then.speaker, now.speaker),
        (then.maybe, now.maybe),
        (then.opening, now.opening),
    ):
        if not _same(*speakers):
            return _headed(Turning.SPEAKER, then, now, speakers)
    for one, other in zip_longest(then.named, now.named, fillvalue=""):
        if not _same(one, other):
            return _attributed(then, now, one, other)
    headings, others = (
        [each for each in path if bare(each) not in titles] for path in (then.path, now.path)
    )
    number = max(len(headings), len(others), 1)
    cut = then.told != now.told
    if cut:
        # Only of the one it is known what stands under what.
        number = min(len(headings), len(others)) or 1
    headings, others = headings[-number:], others[-number:]
    for old, new in ([then.lead], [now.lead]), (headings, others):
        if not same_headings(old, new, several, cut=cut):
            return _headed(Turning.HEADING, then, now, (" / ".join(old), " / ".join(new)))
    return None


def _set_otherwise(then: Bearing, now: Bearing) -> Turned | None:
    """The same words, where how they are set says another thing."""
    beside = (then.before, then.after), (now.before, now.after)
    one, other = then.marks, now.marks
    if then.set_off != now.set_off:
        # What stood in quotation marks may be set off instead of that.
        if (then.set_off or one.quoted) != (now.set_off or other.quoted):
            gone, come = (_MARKS * of.set_off for of in (then, now))
            return Turned(Turning.SET_OFF, gone, come, *beside)
        one, other = (
            marks._replace(before=without_marks(marks.before), after=without_marks(marks.after))
            for marks in (one, other)
        )
    elif one.quoted != other.quoted:
        return Turned(Turning.MARKS, _MARKS * one.quoted, _MARKS * other.quoted, *beside)
    for what, there, here, old, new in (
        (Turning.BEFORE, then.before, now.before, one.before, other.before),
        (Turning.AFTER, then.after, now.after, one.after, other.after),
    ):
        cut = max(len(there), len(here)) >= REACH
        if (old != new and not cut) or raised(there, here):
            change = _set_change(there, here)
            return Turned(what, change.gone, change.come, *beside)
    if one.asks != other.asks:
        return Turned(Turning.AFTER, _end(then.after), _end(now.after), *beside)
    return None


def _set_change(one: str, other: str) -> WordChange:
    """The words that are set otherwise."""
    changes = [each for each in word_changes(one, other) if each.gone.lower() != each.come.lower()]
    changes = changes or [each for each in word_changes(one, other) if raised(each.gone, each.come)]
    changes = changes or [
        WordChange(old, new, turns=False)
        for old, new, _ in side_by_side(one, other, exactly=True)
        if signed_words(old) != signed_words(new)
    ]
    return next(iter(changes), WordChange(one, other, turns=False))


def _end(after: str) -> str:
    """The last word of a sentence, with its marks."""
    return after.rsplit(maxsplit=1)[-1] if after.strip() else ""


def _attributed(then: Bearing, now: Bearing, gone: str, come: str) -> Turned:
    """With who is named shown behind the words."""
    shown = [
        (of.before, f"{of.after} … {name}" if name else of.after)
        for of, name in ((then, gone), (now, come))
    ]
    return Turned(Turning.SPEAKER, gone, come, shown[0], shown[1])


def _headed(what: Turning, then: Bearing, now: Bearing, heads: tuple[str, str]) -> Turned:
    """With what introduces the words shown before them."""
    shown = [
        (f"{head}: … {of.before}" if head else of.before, of.after)
        for of, head in zip((then, now), heads, strict=True)
    ]
    return Turned(what, *heads, shown[0], shown[1])


def _same(one: str, other: str, *, back: bool = False) -> bool:
    """Whether the words are, however they are set. Of what was too long to be looked at whole, as
    far as it was."""
    if one == other:
        return True
    words, others = folded_words(one), folded_words(other)
    if max(len(one), len(other)) >= REACH:
        least = max(1, min(len(words), len(others)) - 1)
        ends = slice(-least, None) if back else slice(least)
        return words[ends] == others[ends]
    return words == others


def _change(one: str, other: str) -> WordChange:
    """Of what differs what is told: a negation or a number first."""
    changes = [
        change
        for change in word_changes(one, other)
        if folded_words(change.gone) != folded_words(change.come)
    ]
    changes = changes or [WordChange(one, other, turns=False)]
    return next((change for change in changes if change.turns), changes[0])
