"""What is told of a text that can be read, but not as its reader may think."""

from collections.abc import Iterator
from itertools import islice
from unicodedata import category

from counterpoint.domain.faults.text_fault import TextFault
from counterpoint.domain.invisible_characters import Unseen, unseen
from counterpoint.domain.layout import BlockKind, Layout
from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.domain.wrapping import paragraphs_within
from counterpoint.storage.files.text_file import place

_LONG = 1_500
_TOO_LONG = 8_000
"""Code points. Above the first a block is looked at, above the second it is no paragraph at all."""
_LONG_IN_LINES = 3_000
_MANY_LINES = 30
"""A block of more code points than the first in as many lines is told even where nothing in it
shows where its paragraphs end, as where all lines are of one width."""
_MANY = 4
"""So many ends of paragraphs in a block are no accident."""
_ENOUGH = 10_000
"""Of a text with more unseen signs than that, the rest is not looked through."""
_SIGNS = 20
"""So many different ones are told."""


def text_doubts(
    name: str, text: str, layout: Layout, description: str, *, may_stay: bool
) -> list[Problem]:
    """What is doubtful in the text of the file `name`. `description` is the file that describes
    it, `may_stay`: it says why unseen signs stay."""
    return [
        *unseen_problems(name, text, description, may_stay=may_stay),
        *_no_paragraphs(name, text, layout),
    ]


def unseen_problems(name: str, text: str, description: str, *, may_stay: bool) -> Iterator[Problem]:
    """One for each sign, where it stands first."""
    found: dict[str, list[Unseen]] = {}
    for one in islice(unseen(text), _ENOUGH):
        found.setdefault(one.sign, []).append(one)
    for sign, places in islice(found.items(), _SIGNS):
        control = category(sign) == "Cc"
        if may_stay and not control:
            continue
        line, column = place(text, places[0].position)
        first, *more = places
        following = place(text, more[0].position)[0] if more else 0
        stays = "" if control else description
        yield Problem(
            name,
            line,
            column,
            ProblemKind.UNSEEN,
            TextFault.UNSEEN_IN_TEXT,
            (first.kind, first.called, len(more), following, stays),
        )


def _no_paragraphs(name: str, text: str, layout: Layout) -> Iterator[Problem]:
    """The first block that is too long to be one paragraph, and how many there are."""
    found = [index for index in range(len(layout)) if _is_many(text, layout, index)]
    if not found:
        return
    span = layout.span(found[0])
    line, column = place(text, span.start)
    last, _ = place(text, span.end - 1)
    yield Problem(
        name,
        line,
        column,
        ProblemKind.NO_PARAGRAPHS,
        TextFault.NO_PARAGRAPHS,
        (line, last, span.length, layout.label(found[0]), len(found) - 1),
    )


def _is_many(text: str, layout: Layout, index: int) -> bool:
    start, end = layout.span(index)
    if end - start <= _LONG or layout.kind(index) is not BlockKind.TEXT:
        return False
    lines = text.count("\n", start, end) + 1
    in_lines = end - start > _LONG_IN_LINES and lines >= _MANY_LINES
    return in_lines or end - start > _TOO_LONG or paragraphs_within(text, start, end) >= _MANY
