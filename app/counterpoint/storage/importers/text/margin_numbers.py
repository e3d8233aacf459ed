"""Line numbers in the margin of a text: before every line, or before every fifth or tenth."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_NUMBERED = re.compile(r"[ \t]{0,8}(\d{1,5})(?=[ \t]|$)")
_MAY_BE_NUMBERED = re.compile(r"\n[ \t]{0,8}\d{1,5}(?=[ \t\n])")
_INDENTED = re.compile(r"[ \t]{2,}")
_LEAST = 8
"""Lines that have to be numbered one after another."""
_LEAST_IN_STEPS = 3
_STEPS = (5, 10, 2, 3, 4, 20)


class Numbered(NamedTuple):
    """The lines of a text without the numbers in their margin, and the number of each line by
    its place; none where there are no numbers."""

    lines: list[str]
    numbers: dict[int, int]


class _Found(NamedTuple):
    at: int
    """The place of its line."""
    nth: int
    """Of the lines with words."""
    value: int
    end: int


def may_have_margin_numbers(text: str) -> bool:
    """False where too few lines of `text` begin with one: told without looking at each line."""
    return len(_MAY_BE_NUMBERED.findall(f"\n{text}\n")) >= _LEAST_IN_STEPS


def without_margin_numbers(lines: Sequence[str], page_end: str) -> Numbered:
    """`page_end` is the line that stands for the end of a page: with it they may begin anew."""
    full = [at for at, line in enumerate(lines) if line.strip() and line != page_end]
    found = [
        _Found(at, nth, int(match[1]), match.end())
        for nth, at in enumerate(full)
        if (match := _NUMBERED.match(lines[at])) is not None
    ]
    chosen = _each_line(found, lines, len(full)) or _each_step(found, lines, full)
    if not chosen:
        return Numbered(list(lines), {})
    bare = list(lines)
    for each in chosen:
        bare[each.at] = " " * each.end + lines[each.at][each.end :]
    left = min((_margin(bare[at]) for at in full if bare[at].strip()), default=0)
    return Numbered([_cut(line, left) for line in bare], _numbers(chosen, full, lines, page_end))


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _cut(line: str, left: int) -> str:
    return line[min(left, _margin(line)) :]


def _each_line(found: Sequence[_Found], lines: Sequence[str], full: int) -> list[_Found]:
    """Nearly every line is numbered, one after another, and sentences run on over them: else it
    is a list."""
    chosen = [
        each
        for before, each in zip([None, *found], found, strict=False)
        if each.value == 1 or (before is not None and each.value == before.value + 1)
    ]
    runs_on = sum(lines[each.at][each.end :].lstrip()[:1].islower() for each in chosen)
    if len(chosen) < max(_LEAST, 0.8 * full) or runs_on < 0.2 * len(chosen):
        return []
    return chosen


def _each_step(found: Sequence[_Found], lines: Sequence[str], full: Sequence[int]) -> list[_Found]:
    """Every fifth line or so is numbered, and the others are indented as far as its words are."""
    indented = sum(_INDENTED.match(lines[at]) is not None for at in full)
    if indented < 0.75 * len(full):
        return []
    for step in _STEPS:
        chosen = list(_in_steps([each for each in found if each.value % step == 0], step))
        if len(chosen) >= _LEAST_IN_STEPS and (len(chosen) + 1) * step > 0.7 * len(full):
            return chosen
    return []


def _in_steps(found: Sequence[_Found], step: int) -> Iterator[_Found]:
    last: _Found | None = None
    for each in found:
        follows = last is not None and each.value == last.value + step
        apart = last is not None and step in (each.nth - last.nth, each.at - last.at)
        if each.value == step or (follows and apart):
            yield each
            last = each


def _numbers(
    chosen: Sequence[_Found], full: Sequence[int], lines: Sequence[str], page_end: str
) -> dict[int, int]:
    """Those between two that are numbered are counted."""
    said = {each.at: each.value for each in chosen}
    step = min((each.value for each in chosen), default=1)
    number = chosen[0].value - chosen[0].nth - 1 if step == chosen[0].value else 0
    restarts = sum(each.value == step for each in chosen) > 1
    words, found = set(full), dict[int, int]()
    for at, line in enumerate(lines):
        if line == page_end and restarts:
            number = 0
        if at in words:
            number = said.get(at, number + 1)
            if number > 0:
                found[at] = number
    return found
