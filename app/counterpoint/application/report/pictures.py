"""The map and the replies as pictures. Letters and words carry the meaning, in black and white too;
colours only help."""

from textwrap import shorten

from counterpoint.application.report.words.wording import in_words, listed, replied, voice
from counterpoint.domain.report.drawing import Box, Drawing, Shape, Stroke, Words
from counterpoint.domain.report.material import Material, Reply

from .parting import Holding, holdings

_WIDTH = 1180.0
_LEFT, _RIGHT = 190.0, 130.0
_NARROW = 900.0
"""Below that a map is too narrow for a margin of questions."""
_LINE = 13.0
_LETTER = 22.0
_LANE = 34.0
_LETTERS = 6.0
"""How wide a letter of it is, with room round it."""
_SLIM, _BROAD = frozenset("fijlrtI.,:;'’|()[] -"), frozenset("mwMW@%—")
_LABEL = 78
"""Letters of what is written beside an arrow."""


def map_picture(
    material: Material, width: float = _WIDTH, *, opening: bool = True, legend: bool = True
) -> Drawing:
    """Every question as a line of its named answers, with the letters of those who hold them, and
    who is silent at its end; where it is to be narrow, these two stand over the line. Without an
    opening it has no title; without a legend the letters alone stand for the approaches."""
    shapes: list[Shape] = []
    y = _title(shapes, f"Where they part: {material.title}", width) if opening else 4.0
    y = _legend(shapes, material, y, width) if legend else y
    told: list[str] = []
    for one in holdings(material):
        y, words = _row(shapes, material, one, y, width)
        told.append(words)
    y += 12 if opening else -8
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
    quiet = f"silent: {', '.join(silent)}" if silent else "nobody is silent"
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
            _mark(shapes, x, top, letters[holder], colours[holder])
            bottom = max(bottom, top + _LETTER)
    held = "; ".join(
        f"{name}: {listed([letters[id] for id in holders])}" for name, holders in places
    )
    return bottom + 16, f"{one.question.title}: {held or 'nobody speaks'}; {quiet}."


def _mark(shapes: list[Shape], x: float, y: float, letter: str, colour: str) -> None:
    shapes.append(Box(x, y, _LETTER, _LETTER, colour=colour))
    size = 12.5 if len(letter) == 1 else 9.5
    middle = x + _LETTER / 2
    shapes.append(
        Words(middle, y + 15.8, letter, size, strong=True, anchor="middle", colour=colour)
    )


def replies_picture(material: Material) -> Drawing:
    """The sources side by side, by date; each reply an arrow from the later text to the earlier,
    dashed where we set the two beside one another."""
    used = {passage.source for reply in material.replies for passage in (reply.by, reply.to)}
    sources = sorted(
        (source for source in material.sources if source.id in used),
        key=lambda source: (not source.date[:1].isdigit(), source.date, source.number),
    )
    step = (_WIDTH - 120) / max(1, len(sources))
    lanes = {source.id: 60 + step / 2 + number * step for number, source in enumerate(sources)}
    shapes: list[Shape] = []
    y = _title(shapes, f"Who answers whom: {material.title}")
    solid = "An arrow goes from the reply to what it takes up; dashed: set beside it by us."
    shapes.append(Words(16, y + 4, solid, 12, colour="555555"))
    y += 26
    top = y
    bottom = y + 58 + _LANE * len(material.replies)
    for source in sources:
        x = lanes[source.id]
        shapes.append(Stroke(x, top + 44, x, bottom, colour="BBBBBB"))
        shapes.append(Box(x - step / 2 + 8, top, step - 16, 42, fill="F3F3F3", colour="777777"))
        shapes.append(Words(x, top + 18, source.short, 13, strong=True, anchor="middle"))
        shapes.append(Words(x, top + 34, source.date, 11.5, anchor="middle", colour="555555"))
    y = top + 70
    told: list[str] = []
    for reply in material.replies:
        _arrow(shapes, reply, lanes, y)
        told.append(f"{voice(reply.by)} {replied(reply)} {voice(reply.to)}.")
        y += _LANE
    said = f"{in_words(len(material.replies), 'reply', 'replies')}: {' '.join(told)}"
    return Drawing(_WIDTH, bottom + 14, f"Replies in {material.title}", said, tuple(shapes))


def _label(reply: Reply) -> str:
    """ "Hugo Klijn rebutted the Open Letter (§4 → §3)". Each name is shortened by itself, so that
    what one does to the other is always there."""
    by, to = (passage.voice[-1] if passage.voice else "" for passage in (reply.by, reply.to))
    room = _LABEL - len(replied(reply))
    half = room // 2
    first = shorten(by, max(half, room - len(to)), placeholder="…")
    second = shorten(to, max(half, room - len(first)), placeholder="…")
    places = [passage.paragraph for passage in (reply.by, reply.to)]
    where = f" ({' → '.join(places)})" if all(places) else ""
    return " ".join(part for part in (first, replied(reply), second) if part) + where


def _arrow(shapes: list[Shape], reply: Reply, lanes: dict[str, float], y: float) -> None:
    start, end = lanes[reply.by.source], lanes[reply.to.source]
    label = _label(reply)
    if start == end:  # within one text: a loop, away from the edge of the picture
        back = -1 if start > _WIDTH / 2 else 1
        far = start + back * 26
        dashed = reply.inferred
        shapes.append(Stroke(start, y, far, y, dashed=dashed, width=1.4))
        shapes.append(Stroke(far, y, far, y + 12, dashed=dashed, width=1.4))
        shapes.append(Stroke(far, y + 12, start, y + 12, dashed=dashed, arrow=True, width=1.4))
        anchor = "end" if back < 0 else "start"
        _written(shapes, far + back * 6, y + 10, label, anchor)
        return
    shapes.append(
        Stroke(start, y, end, y, dashed=reply.inferred, arrow=True, width=1.4, colour="333333")
    )
    _written(shapes, (start + end) / 2, y - 5, label, "middle")


def _written(shapes: list[Shape], x: float, y: float, label: str, anchor: str) -> None:
    """Over the lines of the sources, which would run through the letters."""
    width = _LETTERS * len(label)
    left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
    shapes.append(Box(left, y - 11, width, 13, round=0, colour="FFFFFF", stroke=0))
    shapes.append(Words(x, y, label, 11, anchor=anchor))
