"""What the marks of an answer mean, in a word or two each."""

from enum import Enum, auto
from typing import NamedTuple

from .translation import tr


class Shape(Enum):
    """Of a mark; what is NONE is words alone."""

    OWN = auto()
    AGAINST = auto()
    CONCEDED = auto()
    TOLD = auto()
    REPLIES = auto()
    NONE = auto()


SIGNS = {
    Shape.OWN: "▲",
    Shape.AGAINST: "▼",
    Shape.CONCEDED: "◇",
    Shape.TOLD: "●",
    Shape.REPLIES: "⇄",
    Shape.NONE: "",
}
"""The shapes as letters, where they cannot be drawn."""


class Meaning(NamedTuple):
    """Of a mark: its shape, what it is in a word or two, and in full."""

    shape: Shape
    words: str
    whole: str

    @property
    def line(self) -> str:
        """ "▲ its own: claims in the holder’s own words"."""
        return f"{SIGNS[self.shape]} {self.words}: {self.whole}".strip()


def meanings() -> tuple[Meaning, ...]:
    """In the order in which the marks stand."""
    return (
        Meaning(Shape.OWN, tr("its own"), tr("claims in the holder’s own words")),
        Meaning(Shape.AGAINST, tr("against"), tr("claims that somebody criticises")),
        Meaning(Shape.CONCEDED, tr("conceded"), tr("claims that somebody grants")),
        Meaning(Shape.TOLD, tr("reported"), tr("claims told of it by others")),
        Meaning(
            Shape.NONE,
            tr("+n inferred by us"),
            tr("claims that nobody makes of it in so many words"),
        ),
        Meaning(
            Shape.REPLIES, tr("replies"), tr("who answers its own passages, or is answered by them")
        ),
        Meaning(Shape.NONE, tr("=B same as B"), tr("the approaches that hold that name too")),
        Meaning(Shape.NONE, tr("one passage carries it"), tr("the whole answer rests on it alone")),
    )


def in_full() -> str:
    """All of them, a line each."""
    return "\n".join(meaning.line for meaning in meanings())


def marks_of_answers() -> str:
    """What they are, as a heading."""
    return tr("Marks of answers")


def legend() -> str:
    """On the button that opens them where they find no room."""
    return tr("Legend")
