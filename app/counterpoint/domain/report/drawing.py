"""A picture as shapes and words, in CSS pixels (96 to an inch)."""

from typing import NamedTuple


class Words(NamedTuple):
    x: float
    y: float
    """Of the line that the letters stand on."""
    words: str
    size: float = 12
    strong: bool = False
    anchor: str = "start"
    """ "start", "middle" or "end"."""
    colour: str = "222222"


class Stroke(NamedTuple):
    x1: float
    y1: float
    x2: float
    y2: float
    dashed: bool = False
    arrow: bool = False
    width: float = 1
    colour: str = "666666"


class Box(NamedTuple):
    x: float
    y: float
    width: float
    height: float
    round: float = 3
    fill: str = "FFFFFF"
    colour: str = "222222"
    stroke: float = 1.4
    dashed: bool = False


Shape = Words | Stroke | Box


class Drawing(NamedTuple):
    width: float
    height: float
    title: str
    description: str
    """In words, all that it shows."""
    shapes: tuple[Shape, ...]
