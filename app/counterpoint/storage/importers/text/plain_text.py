"""A plain text: its encoding, its true paragraphs, its pages where it has any."""

import re
from collections import deque
from collections.abc import Sequence

from counterpoint.domain.counting import counted
from counterpoint.domain.source import FurnitureKind, Numbering
from counterpoint.domain.speaker import like_name
from counterpoint.storage.importers.draft import Choices, Draft, Kind, Proposal, RunningHeads
from counterpoint.storage.importers.refusal import Reason, Refused

from .characters import odd_letters, put_right
from .encoding import decode
from .hyphens import HYPHEN_SIGNS, Hyphen, Words
from .margin_numbers import may_have_margin_numbers, without_margin_numbers
from .numbering import numbering_of
from .page_labels import page_labels
from .paged_lines import Parted, parted_by_numbers
from .running_lines import heads_guessed, kind_of, repeated
from .text_builder import Paragraph, Run, build
from .transcript import FileLine, divide, file_lines

_HEADING = re.compile(r"[^a-zß-öø-ÿ]*[A-ZÀ-ÖØ-ÞА-Я]{3}[^a-zß-öø-ÿа-я]*")
_EDGE = 2
"""Lines at the top and the foot of a page that may be its running head and its number."""


def read_plain_text(data: bytes, choices: Choices) -> Draft:
    """Raises Refused."""
    decoded = decode(data, choices.encoding)
    text, removed = put_right(decoded.text.replace("\x0c", _PAGE_END))
    if removed > 0.02 * len(text) + 10:
        raise Refused(Reason.ENCODING, "it is not text: too many of its signs are no letters")
    text, margin = _without_margin(text)
    parted = _without_furniture(text, choices)
    lines, furniture, labels = parted.lines, parted.furniture, parted.labels
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
        may_have_pages=parted.may_have_pages,
    )
    guesses = [divided.guess, guess, *filter(None, (parted.guess, decoded.guess))]
    guesses += heads_guessed({kind for _, kind in furniture}, choices.running_heads)
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


def _without_furniture(text: str, choices: Choices) -> Parted:
    pages = text.split(_PAGE_END)
    if len(pages) > 1:
        return _by_form_feeds(pages, keep=choices.running_heads is RunningHeads.KEPT)
    return parted_by_numbers(file_lines(text.split("\n")), choices)


def _by_form_feeds(pages: Sequence[str], *, keep: bool) -> Parted:
    """With `keep`, lines that come back are no furniture."""
    if not pages[-1].strip():
        pages = pages[:-1]
    split = [page.split("\n") for page in pages]
    edges = [_edges(lines) for lines in split]
    near = [[lines[at] for at in edge] for lines, edge in zip(split, edges, strict=True)]
    shapes = frozenset[str]() if keep else repeated(near)
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
    return Parted(kept, furniture, labels)


def _edges(lines: Sequence[str]) -> set[int]:
    full = [at for at, line in enumerate(lines) if line.strip()]
    return {*full[:_EDGE], *full[-_EDGE:]}


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
    """The first line, where it is a heading, and not who speaks first."""
    first = paragraphs[0] if paragraphs else None
    if first is None or not first.level:
        return ""
    title = " ".join(first.words.split())
    again = any(each.level and each.words.split() == title.split() for each in paragraphs[1:])
    return "" if again or like_name(title) else title
