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
from .outline import (
    HEADING,
    LETTER,
    LEVEL,
    Line,
    Path,
    Placed,
    as_heading,
    heading_line,
    paths,
    settled,
    titles,
    without_number,
)
from .sentence import sentence_begins, sentence_end
from .sentence_marks import SentenceMarks, raised, sentence_marks
from .span import Span, joined, without
from .speaker import LONGEST_HEAD, head_of
from .surroundings import folded_words
from .text_map import Heading, heading_path
from .word_diff import WordChange, word_changes

_REACH = 4_000
"""Code points of a paragraph that are looked at on either side."""
_OPENING = re.compile(r"(?:[-–—•*]\s+)?[\[(]?([^:;!?\n]{1,80}?)[\])]?:(?=\s|$)")
_ITEM = re.compile(r"[-–—•*]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s")
_MARKS = "“”"
_DIGITS = re.compile(r"\S*\d\S*")


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
    marks: SentenceMarks = SentenceMarks(False, (), (), False)
    told: bool = False
    """Whether the text's own description tells of headings."""


class Turning(StrEnum):
    """What is another."""

    BEFORE = "before"
    AFTER = "after"
    SPEAKER = "speaker"
    HEADING = "heading"
    MARKS = "marks"
    """That it stands in quotation marks."""


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
        self._likely: list[tuple[int, Path]] = [(-1, ())]
        self._leads: dict[int, str] = {}
        self._begins: dict[int, int] = {}
        """Where the text of those paragraphs begins that have a heading in their first line."""
        self.titles: set[str] = set()
        """Furniture, and what stands before all text, as it is compared: headings of no part, which
        the other version may not know as such."""
        self._walk()

    def at(self, span: Span) -> Bearing:
        """What bears on the passage at `span`."""
        layout, text = self._layout, self._haystack.text
        if not len(layout):
            return Bearing("", "", "", "", "", "", ())
        words = text[slice(*span)]
        first, last = layout.index_at(span.start), layout.index_at(max(span.start, span.end - 1))
        begin = self._begins.get(first, layout.starts[first])
        if begin > span.start:
            begin = layout.starts[first]
        end = max(span.end, layout.span(last).end)
        before = self._joined(Span(max(begin, span.start - _REACH), span.start))
        after = self._joined(Span(span.end, min(end, span.end + _REACH)))
        after = after[: sentence_end(words, after)]
        begins = sentence_begins(before, words)
        start = begins[-1]
        opening, named = "", None
        for at in reversed(begins):
            head = before[at:].lstrip()[:LONGEST_HEAD]
            named = head_of(head)
            if named is not None:
                break
            opening = opening or _opening(head)
        speaker, maybe = _of(self._speakers, first)[1]
        if named is not None:
            speaker, maybe = (named.name, "") if named.sure else (speaker, named.name)
        if start == 0 and named is not None and named.sure:
            # Whoever speaks is told of by itself, and stays though the sentence is the second.
            start = len(before) - len(before.lstrip()) + named.end
        return Bearing(
            before[start:],
            after,
            speaker,
            maybe,
            opening,
            self._leads.get(first, ""),
            self._path(first, span),
            sentence_marks(before, words, after, start),
            bool(self._headings),
        )

    def _joined(self, span: Span) -> str:
        if span.start >= span.end:
            return ""
        return joined(self._haystack.text, without(span, self._haystack.interruptions))[0]

    def _path(self, block: int, span: Span) -> tuple[str, ...]:
        told = heading_path(self._headings, span.start) if self._headings else ()
        path = {each.start: self._haystack.text[slice(*each.span)] for each in told}
        path |= dict(_of(self._likely, block - 1)[1])
        return tuple(words for at, words in sorted(path.items()) if at < span.start)

    def _walk(self) -> None:
        text, layout = self._haystack.text, self._layout
        levels = {heading.start: heading.level for heading in self._headings}
        lead, lines, in_front = "", list[Placed](), True
        for index in range(len(layout)):
            (start, end), kind = layout.span(index), layout.kind(index)
            opening = text[start : min(end, start + HEADING + 1)]
            if kind not in (BlockKind.TEXT, BlockKind.HEADING):
                self.titles.add(_bare(opening))
                continue
            if lead:
                self._leads[index] = lead
                if not _ITEM.match(opening):
                    lead = ""
            found = self._glued(start, end) if kind is BlockKind.TEXT and "\n" in opening else None
            if found is not None:
                adjacent = bool(lines) and lines[-1].block == index - 1
                lines.append(Placed(index, found, start, in_front, adjacent))
                start += len(text[start:end].partition("\n")[0]) + 1
                self._begins[index] = start
            head = text[start : min(end, start + LONGEST_HEAD)]
            speaker = head_of(head) if kind is BlockKind.TEXT else None
            if speaker is not None:
                known = self._speakers[-1][1][0]
                both = (speaker.name, "") if speaker.sure else (known, speaker.name)
                self._speakers.append((index, both))
            words = text[start:end] if end - start <= 2 * HEADING else ""
            named = speaker is not None and (speaker.sure or words[-1:] in (":", "："))
            line = _line(words, named=named)
            if start in levels:
                line = Line(f"{LEVEL}{levels[start]}", words or opening)
            elif kind is BlockKind.HEADING and line is None:
                line = Line(str(kind), words or opening)
            if line is not None:
                adjacent = bool(lines) and lines[-1].block == index - 1
                lines.append(Placed(index, line, start, in_front, adjacent))
                if kind is BlockKind.HEADING and any(self._speakers[-1][1]):
                    self._speakers.append((index, ("", "")))
            else:
                in_front = False
            if text[end - 1] == ":" and not (named and end - start <= LONGEST_HEAD):
                paragraph = text[max(start, end - _REACH) : end - 1]
                lead = paragraph[sentence_begins(paragraph)[-1] :].strip()
        self._outline(settled(lines))

    def _glued(self, start: int, end: int) -> Line | None:
        """The heading in the first line of a paragraph."""
        block = self._haystack.text[start : min(end, start + _REACH)]
        length = heading_line(block)
        line = as_heading(block[:length]) if length else None
        return line if line is not None and head_of(f"{line.words}\n") is None else None

    def _outline(self, lines: Sequence[Placed]) -> None:
        self._likely += paths(lines)
        front = titles(lines)
        self.titles.update(_bare(each.line.words) for each in front)
        for start, end in self._haystack.interruptions:
            if end - start <= HEADING:
                self.titles.update(map(_bare, self._haystack.text[start:end].splitlines()))
        # Running heads, and a list of contents, say again what a part is called.
        self.titles -= {_bare(each.line.words) for each in lines if each not in front}


def _line(words: str, *, named: bool) -> Line | None:
    """`words` as a heading; `named` where they seem to name a speaker, as "A. Findings" does."""
    line = as_heading(words) if words else None
    if named and (line is None or line.style != LETTER or words.endswith("?")):
        return None
    return line


_Told = TypeVar("_Told")


def _of(told: Sequence[tuple[int, _Told]], block: int) -> tuple[int, _Told]:
    """What was told last, at `block` or before it."""
    return told[bisect_right(told, block, key=itemgetter(0)) - 1]


def _opening(words: str) -> str:
    """What introduces a sentence at its own head: "The minister" of "The minister: we go"."""
    found = _OPENING.match(words)
    return found[1].strip() if found else ""


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
    headings, others = (
        [each for each in path if _bare(each) not in titles] for path in (then.path, now.path)
    )
    number = max(len(headings), len(others), 1)
    if then.told != now.told:
        # Only of the one it is known what stands under what.
        number = min(len(headings), len(others)) or 1
    headings, others = headings[-number:], others[-number:]
    for old, new in ([then.lead], [now.lead]), (headings, others):
        if [*map(_bare, old)] != [*map(_bare, new)]:
            return _headed(Turning.HEADING, then, now, (" / ".join(old), " / ".join(new)))
    return None


def _set_otherwise(then: Bearing, now: Bearing) -> Turned | None:
    """The same words, where how they are set says another thing."""
    beside = (then.before, then.after), (now.before, now.after)
    one, other = then.marks, now.marks
    if one.quoted != other.quoted:
        return Turned(Turning.MARKS, _MARKS * one.quoted, _MARKS * other.quoted, *beside)
    for what, there, here, old, new in (
        (Turning.BEFORE, then.before, now.before, one.before, other.before),
        (Turning.AFTER, then.after, now.after, one.after, other.after),
    ):
        cut = max(len(there), len(here)) >= _REACH
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
    return next(iter(changes), WordChange(one, other, turns=False))


def _end(after: str) -> str:
    """The last word of a sentence, with its marks."""
    return after.rsplit(maxsplit=1)[-1] if after.strip() else ""


def _bare(heading: str) -> str:
    """As it is compared, without what numbers it."""
    return " ".join(folded_words(_DIGITS.sub("", without_number(heading))))


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
