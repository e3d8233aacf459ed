"""The map and the replies as pictures. Letters and words carry the meaning, in black and white too;
colours only help."""

from collections.abc import Sequence
from typing import NamedTuple

from counterpoint.application.report.words.wording import (
    by_one,
    in_words,
    listed,
    named,
    who_to_whom,
)
from counterpoint.domain.report.drawing import Box, Drawing, Shape, Stroke, Words
from counterpoint.domain.report.material import Material, Reply

from .parting import Holding, holdings

_WIDTH = 1180.0
_LEFT, _RIGHT = 190.0, 130.0
_NARROW = 900.0
"""Below that a map is too narrow for a margin of questions."""
_DASHED = "A dashed frame: others say it of the approach, which does not hold it."
_LINE = 13.0
_LETTER = 22.0
_APART = 12.0
"""Between a question and the next."""
_SAID = 500.0
"""For who answers whom, beside the arrows."""
_LANE_LEAST, _LANE_MOST = 84.0, 200.0
"""How wide a source is there."""
_PITCH = 16.0
_SLIM, _BROAD = frozenset("fijlrtI.,:;'’|()[] -"), frozenset("mwMW@%—")


def map_picture(
    material: Material,
    width: float = _WIDTH,
    *,
    opening: bool = True,
    legend: bool = True,
    dashed: bool | None = None,
) -> Drawing:
    """Every question as a line of its named answers, with the letters of those who hold them, and
    by whom it is not said at its end; where it is to be narrow, these two stand over the line.
    Without an opening it has no title; without a legend the letters alone stand for the approaches.
    `dashed`: whether its key tells what a dashed frame is, for other pictures too; None for where
    it has one."""
    shapes: list[Shape] = []
    y = _title(shapes, f"Where they part: {material.title}", width) if opening else 0.0
    y = _legend(shapes, material, y, width) if legend else y
    found = holdings(material)
    if any(one.told for one in found) if dashed is None else dashed:
        for line in _lines(_DASHED, width - 32, 11.5):
            shapes.append(Words(16, y + 4, line, 11.5, colour="555555"))
            y += _LINE + 3
        y += _LINE
    told: list[str] = []
    for one in found:
        y, words = _row(shapes, material, one, y, width)
        told.append(words)
    y += 12 if opening else -10
    return Drawing(width, y, f"Map of {material.title}", " ".join(told), tuple(shapes))


def _title(shapes: list[Shape], words: str, width: float = _WIDTH) -> float:
    lines = _lines(words, width - 32, 18, strong=True)
    for row, line in enumerate(lines):
        shapes.append(Words(16, 30 + row * 22, line, 18, strong=True))
    return 48.0 + 22 * (len(lines) - 1)


def _wide(words: str, size: float, *, strong: bool = False) -> float:
    """How wide the words are at the most, in pixels; we have no font here to ask."""
    ems = sum(
        0.36
        if sign in _SLIM
        else 0.92
        if sign in _BROAD
        else 0.72
        if sign.isupper() or not sign.isascii()
        else 0.59
        for sign in words
    )
    return ems * size * (1.06 if strong else 1)


def _lines(words: str, room: float, size: float, *, strong: bool = False) -> list[str]:
    """The words in lines that have room; a word that is longer than a line is broken."""
    lines = [""]
    for word in words.split():
        if lines[-1] and _wide(f"{lines[-1]} {word}", size, strong=strong) <= room:
            lines[-1] += f" {word}"
            continue
        piece = ""
        for sign in word:
            if piece and _wide(piece + sign, size, strong=strong) > room:
                lines.append(piece)
                piece = ""
            piece += sign
        lines.append(piece)
    return lines[1:] or [""]


def _legend(shapes: list[Shape], material: Material, y: float, width: float) -> float:
    """In columns of one width, so that the gaps between them are no accident."""
    before = _LETTER + 6
    longest = max((_wide(each.title, 12) for each in material.approaches), default=0)
    across = max(1, min(len(material.approaches), int((width - 32) // (before + longest + 20))))
    step = (width - 32) / across
    high = 0
    for number, approach in enumerate(material.approaches):
        if number and number % across == 0:
            y, high = y + 28 + _LINE * max(0, high - 1), 0
        x = 16 + (number % across) * step
        _mark(shapes, x, y, approach.letter, approach.colour)
        lines = _lines(approach.title, step - before - 8, 12)
        high = max(high, len(lines))
        for row, line in enumerate(lines):
            shapes.append(Words(x + before, y + 15.5 + row * _LINE, line, 12))
    return y + 42 + _LINE * max(0, high - 1)


def _row(
    shapes: list[Shape], material: Material, one: Holding, y: float, whole: float
) -> tuple[float, str]:
    """Where the next row begins, and the row in words."""
    letters = {approach.id: approach.letter for approach in material.approaches}
    colours = {approach.id: approach.colour for approach in material.approaches}
    places = [(answer.name, holders) for answer, holders in one.held]
    places += [("Speak of it", one.otherwise)] if one.otherwise else []
    silent = [letters[id] for id in (*one.silent, *one.not_considered)]
    quiet = f"not said by: {', '.join(silent) or 'nobody'}"
    narrow = whole < _NARROW
    quiet_room = _wide(quiet, 11.5) + 12 if narrow else _RIGHT - 20
    start, end = (16.0, whole - 16) if narrow else (_LEFT, whole - _RIGHT)
    title_room = end - start - quiet_room if narrow else _LEFT - 28
    title = _lines(one.question.title, title_room, 13, strong=True)
    if narrow:
        for row, words in enumerate(title):
            shapes.append(Words(16, y + 14 + row * 16, words, 13, strong=True))
        shapes.append(Words(end, y + 14, quiet, 11.5, colour="555555", anchor="end"))
        y += 16 * len(title) + 4
    width = (end - start) / max(1, len(places))
    across = max(1, int((width - 10) // (_LETTER + 4)))
    names = [_lines(name, width - 10, 11.5) for name, _ in places]
    high = max((len(lines) for lines in names), default=1)
    line_y = y + 6 + high * _LINE + 14
    bottom = line_y + _LETTER / 2
    if not narrow:
        top = min(line_y + 4, max(y + 14, line_y + 4 - 8 * (len(title) - 1)))
        for row, words in enumerate(title):
            shapes.append(Words(16, top + row * 16, words, 13, strong=True))
        bottom = max(bottom, top + 16 * (len(title) - 1) + 4)
        for row, words in enumerate(_lines(quiet, quiet_room, 11.5)):
            at = line_y + 4 + row * _LINE
            shapes.append(Words(end + 14, at, words, 11.5, colour="555555"))
            bottom = max(bottom, at + 4)
    if places:
        shapes.append(Stroke(start, line_y, end, line_y, width=1.2, colour="999999"))
    for number, ((_, holders), lines) in enumerate(zip(places, names, strict=True)):
        left = start + number * width
        for row, words in enumerate(lines):
            shapes.append(Words(left + 4, y + 12 + row * _LINE, words, 11.5))
        for place, holder in enumerate(holders):
            x = left + 4 + (place % across) * (_LETTER + 4)
            top = line_y - _LETTER / 2 + (place // across) * (_LETTER + 4)
            dashed = holder in dict(one.told)
            _mark(shapes, x, top, letters[holder], colours[holder], dashed=dashed)
            bottom = max(bottom, top + _LETTER)
    held = "; ".join(_held(name, holders, letters, one) for name, holders in places)
    return bottom + _APART, f"{one.question.title}: {held or 'nobody speaks'}; {quiet}."


def _held(name: str, holders: Sequence[str], letters: dict[str, str], one: Holding) -> str:
    """ "Old quarrels: F; said of A by the embassy"."""
    told = dict(one.told)
    said = [listed([letters[id] for id in holders if id not in told])]
    said += [f"said of {letters[id]} by {listed(named(told[id]))}" for id in holders if id in told]
    return f"{name}: {', '.join(part for part in said if part)}"


def _mark(
    shapes: list[Shape], x: float, y: float, letter: str, colour: str, *, dashed: bool = False
) -> None:
    shapes.append(Box(x, y, _LETTER, _LETTER, colour=colour, dashed=dashed))
    size = 12.5 if len(letter) == 1 else 9.5
    middle = x + _LETTER / 2
    shapes.append(
        Words(middle, y + 15.8, letter, size, strong=True, anchor="middle", colour=colour)
    )


class _Row(NamedTuple):
    """Replies that one voice gave another in the same two texts, as one arrow."""

    reply: Reply
    """The first of them."""
    said: str


def replies_picture(material: Material) -> Drawing:
    """The sources side by side, by date, and beside them, at the left, who answers whom: each an
    arrow from the later text to the earlier, dashed where we set the two beside one another."""
    used = {passage.source for reply in material.replies for passage in (reply.by, reply.to)}
    sources = sorted(
        (source for source in material.sources if source.id in used),
        key=lambda source: (not source.date[:1].isdigit(), source.date, source.number),
    )
    room = (_WIDTH - _SAID - 48) / max(1, len(sources))
    step = min(_LANE_MOST, max(_LANE_LEAST, room))
    first = _SAID + 32
    width = first + 16 + step * max(2, len(sources))
    lanes = {source.id: first + step * (number + 0.5) for number, source in enumerate(sources)}
    shapes: list[Shape] = []
    y = _title(shapes, f"Who answers whom: {material.title}", width)
    solid = "An arrow goes from the reply to what it takes up; dashed: set beside it by us."
    shapes.append(Words(16, y + 4, solid, 12, colour="555555"))
    top = y + 26
    names = {source.id: _lines(source.short, step - 20, 12, strong=True) for source in sources}
    high = 30 + 15 * max((len(lines) for lines in names.values()), default=1)
    rows = [(row, _lines(row.said, _SAID, 12)) for row in _rows(material)]
    bottom = top + high + 8 + sum(_high(lines) for _, lines in rows)
    for source in sources:
        x = lanes[source.id]
        shapes.append(Stroke(x, top + high, x, bottom, colour="BBBBBB"))
        shapes.append(Box(x - step / 2 + 4, top, step - 8, high, fill="F3F3F3", colour="777777"))
        for number, line in enumerate(names[source.id]):
            at = top + 18 + 15 * number
            shapes.append(Words(x, at, line, 12, strong=True, anchor="middle"))
        at = top + high - 9
        shapes.append(Words(x, at, source.date, 11.5, anchor="middle", colour="555555"))
    y = top + high + 8
    for number, (row, lines) in enumerate(rows):
        if number:
            shapes.append(Stroke(16, y, width - 16, y, width=0.6, colour="DDDDDD"))
        for place, line in enumerate(lines):
            shapes.append(Words(16, y + 17 + place * _PITCH, line, 12))
        _arrow(shapes, row.reply, lanes, y + _high(lines) / 2)
        y += _high(lines)
    told = [f"{who_to_whom(material, each)}." for each in material.replies]
    said = f"{in_words(len(material.replies), 'reply', 'replies')}: {' '.join(told)}"
    return Drawing(width, bottom + 14, f"Replies in {material.title}", said, tuple(shapes))


def _high(lines: Sequence[str]) -> float:
    return 12 + _PITCH * len(lines)


def _rows(material: Material) -> list[_Row]:
    """ "Hugo Klijn rebutted the Open Letter (§4 → §3, §2)", in the order of the replies."""
    alike: dict[tuple[object, ...], list[Reply]] = {}
    for reply in material.replies:
        by, to = reply.by, reply.to
        key = (reply.kind, reply.inferred, by.source, to.source, by.voice[-1:], to.voice[-1:])
        alike.setdefault(key, []).append(reply)
    rows: list[_Row] = []
    for replies in alike.values():
        first = replies[0]
        pairs: dict[str, dict[str, None]] = {}
        for reply in replies:
            if reply.by.paragraph and reply.to.paragraph:
                pairs.setdefault(reply.by.paragraph, {})[reply.to.paragraph] = None
        where = "; ".join(f"{by} → {', '.join(to)}" for by, to in pairs.items())
        said = who_to_whom(material, first)
        named = len(replies) == 1 and by_one(first)  # which says the places
        rows.append(_Row(first, f"{said} ({where})" if where and not named else said))
    return rows


def _arrow(shapes: list[Shape], reply: Reply, lanes: dict[str, float], y: float) -> None:
    start, end = lanes[reply.by.source], lanes[reply.to.source]
    dark, dashed = "333333", reply.inferred
    if start != end:
        shapes.append(Box(start - 2.5, y - 2.5, 5, 5, 2.5, fill=dark, colour=dark, stroke=0))
        shapes.append(Stroke(start, y, end, y, dashed, arrow=True, width=1.4, colour=dark))
        return
    far, above, below = start + 24, y - 6, y + 6  # within one text: a loop
    shapes.append(Stroke(start, above, far, above, dashed, width=1.4, colour=dark))
    shapes.append(Stroke(far, above, far, below, dashed, width=1.4, colour=dark))
    shapes.append(Stroke(far, below, start, below, dashed, arrow=True, width=1.4, colour=dark))
