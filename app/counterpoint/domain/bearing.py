"""What outside a quotation decides what its words say: the rest of its sentence, the speaker at the
head of its paragraph or section, or named behind it, the headings above it.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple, TypeVar

from .attribution import LONGEST, named_behind, named_below, said_beside
from .counted_paragraphs import LONGEST_NUMBER, counting_numbers
from .folding import MARKS
from .haystack import Haystack
from .heading_name import Names, numbered_otherwise
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
from .sentence_marks import SentenceMarks, sentence_marks
from .span import Span, joined, without
from .speaker import LONGEST_HEAD, head_of
from .surroundings import folded_words
from .text_map import Heading, SetIn, heading_path, set_in_at

REACH = 4_000
"""Code points of a paragraph that are looked at on either side."""
_OPENING = re.compile(r"(?:[-–—•*]\s+)?[\[(]?([^:;!?\n]{1,80}?)[\])]?:(?=\s|$)")
_ITEM = re.compile(r"[-–—•*]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s")
_LEADS_IN = re.compile(
    r"\b(?:(?:the|these) following|as follows|folgende[nrsm]?|wie folgt|suivante?s?|siguientes?)\b",
    re.IGNORECASE,
)
"""What a sentence says that introduces the next paragraph though no colon ends it."""
_DIGITS = re.compile(r"\S*\d\S*")
_FEW = 4
"""Paragraphs that have one attribution below them, at most, where each few have one."""
_QUOTE = re.compile(r"[>\s]*[“„«\"‘]")


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
    set_off: bool = False
    """Whether the document sets its paragraph as another's words."""
    named: tuple[str, ...] = ()
    """Who is named behind it, or beside it where it is quoted, as the one that says it."""


class Bearings:
    """Those of the passages of one text. Made in one walk over its paragraphs."""

    def __init__(
        self,
        haystack: Haystack,
        layout: Layout,
        headings: Sequence[Heading] = (),
        set_in: Sequence[SetIn] = (),
    ) -> None:
        self._haystack = haystack
        self._layout = layout
        self._headings = headings
        self._set_in = set_in
        self._speakers: list[tuple[int, tuple[str, str]]] = [(-1, ("", ""))]
        self._likely: list[tuple[int, Path]] = [(-1, ())]
        self._leads: dict[int, str] = {}
        self._begins: dict[int, int] = {}
        """Where the text of those paragraphs begins that have a heading in their first line."""
        self.titles: set[str] = set()
        """Furniture, and what stands before all text, as it is compared: headings of no part, which
        the other version may not know as such."""
        self._named: list[tuple[int, str]] = []
        """Paragraphs that name whoever said what stands above them."""
        self._walk()

    @cached_property
    def numbered_otherwise(self) -> set[Names]:
        """The headings that are told apart by nothing but their numbers."""
        return numbered_otherwise(
            [words for _, words in path if bare(words) not in self.titles]
            for _, path in self._likely
        )

    @cached_property
    def _numbers(self) -> dict[int, int]:
        """How long the number is that counts a paragraph, with the space behind it."""
        text, layout = self._haystack.text, self._layout
        return counting_numbers(
            (index, text[layout.starts[index] : layout.starts[index] + LONGEST_NUMBER])
            for index in range(len(layout))
            if layout.kind(index) in (BlockKind.TEXT, BlockKind.HEADING)
        )

    def at(self, span: Span) -> Bearing:
        """What bears on the passage at `span`."""
        layout, text = self._layout, self._haystack.text
        if not len(layout):
            return Bearing("", "", "", "", "", "", ())
        words = text[slice(*span)]
        first, last = layout.index_at(span.start), layout.index_at(max(span.start, span.end - 1))
        begin = self._begins.get(first, layout.starts[first] + self._numbers.get(first, 0))
        if begin > span.start:
            begin = layout.starts[first]
        end = max(span.end, layout.span(last).end)
        before = self._joined(Span(max(begin, span.start - REACH), span.start))
        after = self._joined(Span(span.end, min(end, span.end + REACH)))
        length = sentence_end(words, after)
        after, rest = after[:length], after[length:]
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
        marks = sentence_marks(before, words, after, start)
        behind = named_behind(rest) or self._named_below(last)
        said = said_beside(before, f"{after}{rest}") if marks.quoted else ()
        return Bearing(
            before[start:],
            after,
            speaker,
            maybe,
            opening,
            self._leads.get(first, ""),
            self._path(first, span),
            marks,
            bool(self._headings),
            set_in_at(self._set_in, span.start).quoted,
            (behind, *said),
        )

    def _named_below(self, block: int) -> str:
        """Whom the next paragraph that names anybody names as having said this one: the next but
        few where each few have one, or where those between are quoted as this is."""
        index = bisect_right(self._named, block, key=itemgetter(0))
        if index == len(self._named):
            return ""
        below, name = self._named[index]
        bound = max(
            self._named[index - 1][0] if index else -1,
            _of(self._likely, below)[0],
            _of(self._speakers, below)[0] - 1,
        )
        if block <= bound:
            return ""
        quoted = [self._is_quoted(each) for each in range(block, below)]
        alike = len(set(quoted)) == 1
        few = below - bound <= _FEW + 1 and len(self._named) > 1
        return name if below == block + 1 or (alike and (quoted[0] or few)) else ""

    def _is_quoted(self, block: int) -> bool:
        start = self._layout.starts[block]
        opening = self._haystack.text[start : start + _FEW]
        return set_in_at(self._set_in, start).quoted or _QUOTE.match(opening) is not None

    def _joined(self, span: Span) -> str:
        if span.start >= span.end:
            return ""
        return joined(self._haystack.text, without(span, self._haystack.interruptions))[0]

    def _path(self, block: int, span: Span) -> tuple[str, ...]:
        told = heading_path(self._headings, span.start) if self._headings else ()
        path = {each.start: self._haystack.text[slice(*each.span)] for each in told}
        glued = span.start >= self._begins.get(block, span.end)
        path |= dict(_of(self._likely, block if glued else block - 1)[1])
        return tuple(words for at, words in sorted(path.items()) if at < span.start)

    def _walk(self) -> None:
        text, layout = self._haystack.text, self._layout
        levels = {heading.start: heading.level for heading in self._headings}
        lead, lines, in_front = "", list[Placed](), True
        for index in range(len(layout)):
            (start, end), kind = layout.span(index), layout.kind(index)
            opening = text[start : min(end, start + HEADING + 1)]
            if kind not in (BlockKind.TEXT, BlockKind.HEADING):
                self.titles.add(bare(opening))
                continue
            whole = text[start:end] if end - start <= LONGEST else ""
            name = named_below(whole) if whole and self._may_name(index, whole) else ""
            if name:
                self._named.append((index, name))
                in_front = False
                continue
            if lead:
                self._leads[index] = lead
                if not _ITEM.match(opening):
                    lead = ""
            found = self._glued(start, end) if kind is BlockKind.TEXT and "\n" in opening else None
            if found is not None:
                adjacent = bool(lines) and lines[-1].block == index - 1
                lines.append(Placed(index, found, start, in_front, adjacent))
                start = text.index("\n", start) + 1
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
            if text[end - 1] in ":." and not (named and end - start <= LONGEST_HEAD):
                paragraph = text[max(start, end - REACH) : end - 1]
                last = paragraph[sentence_begins(paragraph)[-1] :].strip()
                if text[end - 1] == ":" or _LEADS_IN.search(last):
                    lead = last
        self._outline(settled(lines))

    def _may_name(self, block: int, paragraph: str) -> bool:
        """Whether a paragraph that seems to name somebody is no entry of a list."""
        if not block or self._layout.kind(block - 1) is not BlockKind.TEXT:
            return False
        start, end = self._layout.span(block - 1)
        before = self._haystack.text[max(start, end - HEADING) : end]
        if before.endswith((":", "：")) or self._haystack.text[start] in "-–—―•*":
            return False
        # A hyphen begins an entry of a list as often, and a heading may stand in brackets.
        unsure = paragraph[:1] in "-([" and paragraph[:2] != "--"
        return not unsure or before[-1:] in MARKS or self._is_quoted(block - 1)

    def _glued(self, start: int, end: int) -> Line | None:
        """The heading in the first line of a paragraph."""
        line = heading_line(self._haystack.text[start : min(end, start + REACH)])
        return line if line is not None and head_of(f"{line.words}\n") is None else None

    def _outline(self, lines: Sequence[Placed]) -> None:
        self._likely += paths(lines)
        front = titles(lines)
        self.titles.update(bare(each.line.words) for each in front)
        for start, end in self._haystack.interruptions:
            if end - start <= HEADING:
                self.titles.update(map(bare, self._haystack.text[start:end].splitlines()))
        # Running heads, and a list of contents, say again what a part is called.
        self.titles -= {bare(each.line.words) for each in lines if each not in front}


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


def bare(heading: str) -> str:
    """As a running head is compared, without what numbers it, and a page; unless it is no more."""
    words = folded_words(_DIGITS.sub("", without_number(heading)))
    return " ".join(words or folded_words(heading))
