"""What outside a quotation decides what its words say: the rest of its sentence, the speaker at the
head of its paragraph or section, the headings above it; and whether that is another by now.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from enum import StrEnum
from operator import itemgetter
from typing import NamedTuple, TypeVar

from .haystack import Haystack
from .layout import BlockKind, Layout
from .sentence import sentence_begins, sentence_end
from .span import Span, joined, without
from .speaker import LONGEST_HEAD, head_of
from .surroundings import folded_words
from .text_map import Heading, heading_path
from .word_diff import WordChange, word_changes

_REACH = 4_000
"""Code points of a paragraph that are looked at on either side."""
_HEADING = 120
"""Code points of a line that may be a heading though nobody has said so."""
_PATH = 3
"""So many such lines, one right after another, are one path."""
_OPENING = re.compile(r"(?:[-–—•*]\s+)?[\[(]?([^:;!?\n]{1,80}?)[\])]?:(?=\s|$)")
_ITEM = re.compile(r"[-–—•*]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s")
_BULLET = re.compile(r"[-–—•*]\s|\((?:\d{1,3}|[a-z]|[ivx]{1,5})\)\s")
_DIGITS = re.compile(r"\S*\d\S*")
_ENDS = frozenset(".!?…;,。！？")
_CLOSING = " \"'”’»)]"


class Bearing(NamedTuple):
    """`before` and `after` are the rest of its sentence; `speaker`, `maybe`, who is named since but
    may be no speaker, `opening`, what a sentence before it in its paragraph has before a colon, and
    `lead`, that which introduces its paragraph, are "" where there is none, `path` are the headings
    above it."""

    before: str
    after: str
    speaker: str
    maybe: str
    opening: str
    lead: str
    path: tuple[str, ...]


class Turning(StrEnum):
    """What is another."""

    BEFORE = "before"
    AFTER = "after"
    SPEAKER = "speaker"
    HEADING = "heading"


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


class Bearings:
    """Those of the passages of one text. Made in one walk over its paragraphs."""

    def __init__(
        self, haystack: Haystack, layout: Layout, headings: Sequence[Heading] = ()
    ) -> None:
        self._haystack = haystack
        self._layout = layout
        self._headings = headings
        self._speakers: list[tuple[int, tuple[str, str]]] = [(-1, ("", ""))]
        self._likely: list[tuple[int, tuple[str, ...]]] = [(-1, ())]
        self._leads: dict[int, str] = {}
        self.titles: set[str] = set()
        """Furniture, and what stands before all text, as it is compared: headings of no part, which
        the other version may not know as such."""
        self._walk()
        for start, end in haystack.interruptions:
            if end - start <= _HEADING:
                self.titles.update(map(_bare, haystack.text[start:end].splitlines()))

    def at(self, span: Span) -> Bearing:
        """What bears on the passage at `span`."""
        layout, text = self._layout, self._haystack.text
        if not len(layout):
            return Bearing("", "", "", "", "", "", ())
        first, last = layout.index_at(span.start), layout.index_at(max(span.start, span.end - 1))
        begin, end = layout.starts[first], max(span.end, layout.span(last).end)
        before = self._joined(Span(max(begin, span.start - _REACH), span.start))
        after = self._joined(Span(span.end, min(end, span.end + _REACH)))
        begins = sentence_begins(before, text[slice(*span)])
        start = begins[-1]
        sentence = before[start:], after[: sentence_end(text[slice(*span)], after)]
        opening, named = "", None
        for at in reversed(begins):
            head = before[at:].lstrip()[:LONGEST_HEAD]
            opening = opening or _opening(head)
            named = named or head_of(head)
            if opening and named:
                break
        speaker, maybe = _of(self._speakers, first)[1]
        if named is not None:
            speaker, maybe = (named.name, "") if named.sure else (speaker, named.name)
        lead = self._leads.get(first, "")
        return Bearing(*sentence, speaker, maybe, opening, lead, self._path(first, span))

    def _joined(self, span: Span) -> str:
        if span.start >= span.end:
            return ""
        return joined(self._haystack.text, without(span, self._haystack.interruptions))[0]

    def _path(self, block: int, span: Span) -> tuple[str, ...]:
        told = heading_path(self._headings, span.start) if self._headings else ()
        told = tuple(each for each in told if each.end <= span.start)
        path = tuple(self._haystack.text[slice(*each.span)] for each in told)
        at, likely = _of(self._likely, block - 1)
        if at >= 0 and (not told or self._layout.starts[at] > told[-1].start):
            path = (*path, *likely)
        return path

    def _walk(self) -> None:
        text, layout = self._haystack.text, self._layout
        starts, total = layout.starts, len(layout)
        lead, heading_before, front = "", -2, True
        for index in range(total):
            start = starts[index]
            length = (starts[index + 1] if index + 1 < total else len(text)) - start
            kind = layout.kind(index)
            opening = text[start : start + min(length, _HEADING + 1)]
            if kind not in (BlockKind.TEXT, BlockKind.HEADING):
                self.titles.add(_bare(opening))
                continue
            if lead:
                self._leads[index] = lead
                if not _ITEM.match(opening):
                    lead = ""
            head = text[start : start + min(length, LONGEST_HEAD)]
            speaker = head_of(head) if kind is BlockKind.TEXT else None
            if speaker is not None:
                known = self._speakers[-1][1][0]
                both = (speaker.name, "") if speaker.sure else (known, speaker.name)
                self._speakers.append((index, both))
            words = text[start : start + length].strip() if length <= 2 * _HEADING else ""
            short = 0 < len(words) <= _HEADING and not (
                speaker and (speaker.sure or words[-1] in ":：")
            )
            likely = short and _like_heading(words)
            if kind is BlockKind.HEADING or likely:
                above = self._likely[-1][1] if heading_before == index - 1 else ()
                self._likely.append((index, (*above, words or opening)[-_PATH:]))
                if front:
                    self.titles.add(_bare(words or opening))
                heading_before = index
                if kind is BlockKind.HEADING and any(self._speakers[-1][1]):
                    self._speakers.append((index, ("", "")))
            else:
                front = False
            end = layout.span(index).end
            if text[end - 1] == ":":
                paragraph = text[max(start, end - _REACH) : end - 1]
                lead = paragraph[sentence_begins(paragraph)[-1] :].strip()


_Told = TypeVar("_Told")


def _of(told: Sequence[tuple[int, _Told]], block: int) -> tuple[int, _Told]:
    """What was told last, at `block` or before it."""
    return told[bisect_right(told, block, key=itemgetter(0)) - 1]


def _opening(words: str) -> str:
    """What introduces a sentence at its own head: "The minister" of "The minister: we go"."""
    found = _OPENING.match(words)
    return found[1].strip() if found else ""


def _like_heading(words: str) -> bool:
    """Whether a short paragraph may be a heading though nobody has said so."""
    bare = words.rstrip(_CLOSING)
    letters = sum(sign.isalpha() for sign in words)
    return (
        bare[-1:] not in _ENDS
        and 2 * letters > len(words)
        and not words[:1].islower()
        and words[:1] not in '([“"‘'
        and not _BULLET.match(words)
    )


def turned(then: Bearing, now: Bearing, titles: Collection[str] = ()) -> Turned | None:
    """What decides what the quotation says, and is another `now` than it was `then`; None where
    nothing is. What is in `titles` is no heading of a part of either text."""
    for what, one, other in (
        (Turning.BEFORE, then.before, now.before),
        (Turning.AFTER, then.after, now.after),
    ):
        if one != other and not _same(one, other, back=what is Turning.BEFORE):
            change = _change(one, other)
            beside = (then.before, then.after), (now.before, now.after)
            return Turned(what, change.gone, change.come, *beside, change.turns)
    for speakers in (
        (then.speaker, now.speaker),
        (then.maybe, now.maybe),
        (then.opening, now.opening),
    ):
        if not _same(*speakers):
            return _headed(Turning.SPEAKER, then, now, speakers)
    leads = (then.lead, now.lead)
    headings, others = (
        [each for each in path if _bare(each) not in titles] for path in (then.path, now.path)
    )
    number = min(len(headings), len(others)) or 1
    paths = (" / ".join(headings[-number:]), " / ".join(others[-number:]))
    for one, other in (leads, paths):
        if _bare(one) != _bare(other):
            return _headed(Turning.HEADING, then, now, (one, other))
    return None


def _bare(heading: str) -> str:
    """As it is compared: what numbers it goes on counting where another is put in before it."""
    return " ".join(folded_words(_DIGITS.sub("", heading)))


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
    if max(len(one), len(other)) >= _REACH:
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
