"""What is selected in the text: where it was begun and where its moving end is."""

from dataclasses import dataclass, field
from enum import Enum

from counterpoint.domain.span import Span
from counterpoint.ui.reader.layout.model import ReaderModel

from .word_boundaries import word_at


class Unit(Enum):
    """By what a drag of the mouse goes on, after one, two or three clicks."""

    LETTER = 1
    WORD = 2
    PARAGRAPH = 3


@dataclass(slots=True)
class Selection:
    """Positions in code points of the text. The caret stands before `caret`."""

    origin: Span = field(default_factory=lambda: Span(0, 0))
    """What was first taken: empty for a plain click, a word, or a paragraph."""
    caret: int = 0
    unit: Unit = Unit.LETTER

    @property
    def span(self) -> Span | None:
        """From the first to the last, in order; None if nothing is selected."""
        span = Span(min(self.origin.start, self.caret), max(self.origin.end, self.caret))
        return span if span.length else None

    def begin(self, model: ReaderModel, position: int, unit: Unit) -> None:
        self.unit = unit
        self.origin = around(model, position, unit)
        self.caret = self.origin.end

    def extend(self, model: ReaderModel, position: int) -> None:
        """Moves the end to a position, or to the far end of the word or paragraph there."""
        if self.unit is Unit.LETTER:
            self.caret = position
        elif self.origin.start <= position <= self.origin.end:
            self.caret = self.origin.end
        else:
            there = around(model, position, self.unit)
            self.caret = there.end if position > self.origin.end else there.start

    def set(self, start: int, caret: int) -> None:
        self.unit = Unit.LETTER
        self.origin = Span(start, start)
        self.caret = caret


def around(model: ReaderModel, position: int, unit: Unit) -> Span:
    """The letter's place, word or paragraph at a code point."""
    if unit is Unit.WORD:
        return word_at(model.text, position)
    if unit is Unit.PARAGRAPH:
        return model.layout.span(model.layout.index_at(position))
    return Span(position, position)
