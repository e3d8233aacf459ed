"""A plain text: its encoding, its true paragraphs, its pages where it has any."""

import re
from collections import deque
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from counterpoint.domain.counting import counted
from counterpoint.domain.source import FurnitureKind, Numbering
from counterpoint.storage.importers.draft import Choices, Draft, Kind, Proposal
from counterpoint.storage.importers.refusal import Reason, Refused

from .characters import odd_letters, put_right
from .encoding import decode
from .hyphens import HYPHEN_SIGNS, Hyphen, Words
from .margin_numbers import may_have_margin_numbers, without_margin_numbers
from .numbering import numbering_of
from .page_labels import page_labels
from .running_lines import kind_of, page_number, repeated, shape, value
from .text_builder import Paragraph, Run, build
from .transcript import FileLine, divide, file_lines

_HEADING = re.compile(r"[^a-zß-öø-ÿ]*[A-ZÀ-ÖØ-ÞА-Я]{3}[^a-zß-öø-ÿа-я]*")
_EDGE = 2
"""Lines at the top and the foot of a page that may be its running head and its number."""
_LONGEST_FURNITURE = 90
_FEWEST_HEADS = 3
_UNEVEN = 0.4
"""Of the lines of a page: so many more or fewer another may have."""


def read_plain_text(data: bytes, choices: Choices) -> Draft:
    """Raises Refused."""
    decoded = decode(data, choices.encoding)
    text, removed = put_right(decoded.text.replace("\x0c", _PAGE_END))
    if removed > 0.02 * len(text) + 10:
        raise Refused(Reason.ENCODING, "it is not text: too many of its signs are no letters")
    text, margin = _without_margin(text)
    lines, furniture, labels = _without_furniture(text)
    if not lines:
        raise Refused(Reason.EMPTY, "there is no text in it")
    divided = divide(lines, choices.paragraphs)
    by_lines = (choices.numbering or (Numbering.LINE if margin else None)) is Numbering.LINE
    words = Words(line.words for line in lines)
    paragraphs = [
        _paragraph(part, words, margin, joins=divided.joins, by_lines=by_lines)
        for part in divided.paragraphs
    ]
    built = build(_in_place(paragraphs, divided.paragraphs, furniture), labels, right=True)
    numbering, guess = numbering_of(
        [paragraph.words[:12] for paragraph in paragraphs if not paragraph.level],
        len(labels) or None,
        lines=bool(margin),
        chosen=choices.numbering,
    )
    guesses = [divided.guess, guess, *([decoded.guess] if decoded.guess else [])]
    lost = (counted(removed, "control character"),) if removed else ()
    return Draft(
        Kind.TEXT,
        built.text,
        built.map,
        built.furniture,
        numbering,
        Proposal(title=_title(paragraphs)),
        len(labels) or None,
        built.paragraphs,
        lost,
        odd_letters(built.text),
        tuple(guesses),
    )


_PAGE_END = "\n\ue00c\n"
"""Stands for a form feed while the lines are told apart."""


def _without_margin(text: str) -> tuple[str, dict[int, int]]:
    """The text without line numbers in its margin; they, by the number of the line in the file."""
    if not may_have_margin_numbers(text):
        return text, {}
    lines = text.split("\n")
    page_end = _PAGE_END.strip("\n")
    bare = without_margin_numbers(lines, page_end)
    if not bare.numbers:
        return text, {}
    numbers: dict[int, int] = {}
    in_file = 0
    for at, line in enumerate(lines):
        in_file += line != page_end
        if at in bare.numbers:
            numbers[in_file] = bare.numbers[at]
    return "\n".join(bare.lines), numbers


class _Parted(NamedTuple):
    lines: list[FileLine]
    """Those of the author's argument."""
    furniture: list[tuple[FileLine, FurnitureKind]]
    labels: list[str]
    """Of the pages."""


def _without_furniture(text: str) -> _Parted:
    pages = text.split(_PAGE_END)
    if len(pages) > 1:
        return _by_form_feeds(pages)
    return _by_numbers(file_lines(text.split("\n")))


def _by_form_feeds(pages: Sequence[str]) -> _Parted:
    if not pages[-1].strip():
        pages = pages[:-1]
    split = [page.split("\n") for page in pages]
    edges = [_edges(lines) for lines in split]
    shapes = repeated(
        [[lines[at] for at in edge] for lines, edge in zip(split, edges, strict=True)]
    )
    printed = page_labels(
        [
            [lines[at].strip() for at in sorted(edge)]
            for lines, edge in zip(split, edges, strict=True)
        ]
    )
    labels = [number or str(page) for page, number in enumerate(printed or [""] * len(pages), 1)]
    kept: list[FileLine] = []
    furniture: list[tuple[FileLine, FurnitureKind]] = []
    number = 0
    for page, (lines, edge) in enumerate(zip(split, edges, strict=True)):
        for at, line in enumerate(lines):
            number += 1
            expected = labels[page] if printed else ""
            kind = kind_of(line, shapes, expected) if at in edge else None
            if kind is None:
                kept.append(FileLine(number, line.rstrip(), page))
            else:
                furniture.append((FileLine(number, line.strip(), page), kind))
        kept.append(FileLine(number, "", page))
    return _Parted(kept, furniture, labels)


def _edges(lines: Sequence[str]) -> set[int]:
    full = [at for at, line in enumerate(lines) if line.strip()]
    return {*full[:_EDGE], *full[-_EDGE:]}


def _by_numbers(lines: list[FileLine]) -> _Parted:
    """Page numbers that stand in lines of their own and run on, and running heads that come back
    with another number."""
    numbers = _running_numbers(lines)
    heads = _running_heads(lines)
    ends = {at for at, _ in numbers}
    begins, ends_too, labels = _pages_of_heads(lines, heads) if not numbers else _NO_PAGES
    if numbers:
        labels = [number for _, number in numbers]
        last = str(value(labels[-1]) + 1) if labels[-1].isdigit() else labels[-1] + "+"
        if any(line.words.strip() for line in lines[numbers[-1][0] :]):
            labels.append(last)
    kept = lines
    furniture: list[tuple[FileLine, FurnitureKind]] = []
    if ends or heads:  # as seldom
        kept, page = [], 0 if labels else -1
        for line in lines:
            page += line.number in begins
            bare = FileLine(line.number, line.words.strip(), page)
            if line.number in ends:
                furniture.append((bare, FurnitureKind.PAGE_NUMBER))
            elif line.number in heads:
                furniture.append((bare, FurnitureKind.HEADER))
            else:
                kept.append(line._replace(page=page))
            page += line.number in ends or line.number in ends_too
    while kept and not kept[-1].words.strip():
        kept.pop()
    return _Parted(kept, furniture, labels)


def _running_numbers(lines: Sequence[FileLine]) -> list[tuple[int, str]]:
    """Numbers that stand alone at the end of a block, each one more than the one before."""
    found: list[tuple[int, str]] = []
    empty = [-1, *(at for at, line in enumerate(lines) if not line.words), len(lines)]
    for at in sorted({beside for each in empty for beside in (each - 1, each + 1)}):
        number = page_number(lines[at].words) if 0 <= at < len(lines) else ""
        if not number.isdigit() or len(number) > 4:
            continue
        if not found or int(number) == int(found[-1][1]) + 1:
            found.append((lines[at].number, number))
    return found if len(found) > 1 else []


_Pages = tuple[frozenset[int], frozenset[int], list[str]]
_NO_PAGES: _Pages = (frozenset(), frozenset(), [])


def _pages_of_heads(lines: Sequence[FileLine], heads: dict[int, int]) -> _Pages:
    """The lines with which a page begins, those with which one ends, and the labels of the pages,
    where the numbers of the running `heads` run on and they part the text evenly, as the heads of
    chapters do not. They stand at the top, unless a text ends with one, after which there would be
    an empty page."""
    at = sorted(heads)
    far = sorted(b - a for a, b in pairwise(at))
    if len(at) < _FEWEST_HEADS or any(heads[b] != heads[a] + 1 for a, b in pairwise(at)):
        return _NO_PAGES
    if far[-1] - far[0] > _UNEVEN * far[len(far) // 2]:
        return _NO_PAGES
    labels = [str(heads[number]) for number in at]
    first = any(line.words.strip() for line in lines[: at[0] - 1])
    if not any(line.words.strip() for line in lines[at[-1] :]):
        return frozenset(), frozenset(at[:-1]), labels
    if first:
        labels.insert(0, str(heads[at[0]] - 1))
    return frozenset(at if first else at[1:]), frozenset(), labels


def _running_heads(lines: Sequence[FileLine]) -> dict[int, int]:
    """Their numbers, by those of their lines."""
    by_shape: dict[str, list[FileLine]] = {}
    for line in lines:
        words = line.words.lstrip()
        if not (words[-1:].isdigit() or words[:1].isdigit()):
            continue
        if 3 < len(words) <= _LONGEST_FURNITURE:
            form = shape(words)
            if form.strip(" #.-–—|()") and "#" in form:
                by_shape.setdefault(form, []).append(line)
    heads: dict[int, int] = {}
    for alike in by_shape.values():
        numbers = [_edge_number(line.words.strip()) for line in alike]
        far = all(b.number - a.number > 15 for a, b in pairwise(alike))
        rising = all(b > a for a, b in pairwise(numbers))
        if len(alike) > 1 and far and rising:
            heads |= {line.number: number for line, number in zip(alike, numbers, strict=True)}
    return heads


def _edge_number(words: str) -> int:
    found = re.search(r"(\d+)$", words) or re.match(r"(\d+)", words)
    return int(found[1]) if found else 0


def _paragraph(
    lines: Sequence[FileLine],
    words: Words,
    margin: dict[int, int],
    *,
    joins: bool,
    by_lines: bool,
) -> Paragraph:
    level = 0
    if len(lines) == 1 and len(lines[0].words) < 80 and _HEADING.fullmatch(lines[0].words.strip()):
        level = 1
    texts = [line.words.strip() for line in lines] if joins else [line.words for line in lines]
    first = lines[0]
    parted = joins and not HYPHEN_SIGNS.isdisjoint([text[-1:] for text in texts[:-1]])
    if not by_lines and not parted and first.page == lines[-1].page:  # as most are
        return Paragraph([Run((" " if joins else "\n").join(texts), first.page)], level=level)
    runs: list[Run] = []
    parts: list[str] = []
    joined = False

    def put() -> None:
        """What has been gathered becomes a run."""
        number = margin.get(first.number, 0 if margin else first.number) if by_lines else 0
        runs.append(Run("".join(parts), first.page, line=number, joined=joined))

    before = ""
    for nth, (line, text) in enumerate(zip(lines, texts, strict=True)):
        hyphen = words.hyphen(before, text) if nth and joins else Hyphen.NONE
        if nth and hyphen is Hyphen.NONE:
            parts.append(" " if joins else "\n")
        elif hyphen in (Hyphen.OF_THE_LINE, Hyphen.DOUBTFUL):
            sign = parts[-1][-1]
            parts[-1] = parts[-1][:-1]
            put()
            if hyphen is Hyphen.DOUBTFUL:
                runs.append(Run(sign, runs[-1].page, kind=FurnitureKind.HYPHEN))
            parts, first, joined = [], line, hyphen is Hyphen.OF_THE_LINE
        if parts and (by_lines or line.page != first.page):
            put()
            parts, first, joined = [], line, False
        parts.append(text)
        before = text
    put()
    return Paragraph(runs, level=level)


def _in_place(
    paragraphs: Sequence[Paragraph],
    lines: Sequence[Sequence[FileLine]],
    furniture: Sequence[tuple[FileLine, FurnitureKind]],
) -> list[Paragraph]:
    """Furniture stands after the paragraph that it interrupts, so that this is whole."""
    found: list[Paragraph] = []
    waiting = deque(furniture)
    for paragraph, its_lines in zip(paragraphs, lines, strict=True):
        while waiting and waiting[0][0].number < its_lines[0].number:
            found.append(_furniture(*waiting.popleft()))
        found.append(paragraph)
    return [*found, *(_furniture(*each) for each in waiting)]


def _furniture(line: FileLine, kind: FurnitureKind) -> Paragraph:
    return Paragraph([Run(line.words, line.page)], kind)


def _title(paragraphs: Sequence[Paragraph]) -> str:
    """The first line, where it is a heading."""
    first = paragraphs[0] if paragraphs else None
    return " ".join(first.words.split()) if first is not None and first.level else ""
