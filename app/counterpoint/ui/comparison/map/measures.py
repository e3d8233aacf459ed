"""What the map's layout needs of the theme and of the letters that are shown, in pixels."""

from collections.abc import Iterable

from PySide6.QtGui import QFontMetricsF

from counterpoint.ui.comparison.grid.style import Style
from counterpoint.ui.painting.shapes import cue_width

QUESTION = 196
"""Pixels at zoom 1 of the column of questions."""
MOST = 1560
"""Pixels at zoom 1 of width that the map uses, so that on a large screen who is silent still stands
beside who speaks."""
BESIDE, AT_RIGHT = 620, 760
"""Pixels at zoom 1 of width from which questions stand beside their answers, and those who are
silent at the right edge."""


class Measures:
    """All letters are equally wide, so that where one stands follows from its number."""

    def __init__(self, style: Style, width: int, cues: Iterable[str]) -> None:
        px = style.px
        self.style = style
        self.whole = width
        self.width = width = min(width, px(MOST))
        self.body = QFontMetricsF(style.body)
        self.bold = QFontMetricsF(style.body_bold)
        self.small = QFontMetricsF(style.small)
        self.margin = px(14)
        self.letter_height = px(18)
        wide = (cue_width(cue, style.small_bold, self.letter_height) for cue in cues)
        self.letter_width = max((px(22), *wide))
        self.letter_gap = px(5)
        self.line = px(18)
        self.above_letters = px(3)
        self.small_line = px(15)
        self.pad_x, self.pad_y = px(8), px(5)
        self.gap = px(6)
        self.arrow = px(12)
        self.row_pad = px(5)
        self.least_row = 2 * self.row_pad + px(50)
        self.beside = width >= px(BESIDE)
        self.at_right = width >= px(AT_RIGHT)
        self.question = px(QUESTION) if self.beside else width - 2 * self.margin

    def of_name(self, held: int) -> tuple[QFontMetricsF, int]:
        """The letters of the name of an answer that so many hold, and how far its lines are apart:
        smaller where nobody does."""
        return (self.body, self.line) if held else (self.small, self.small_line)

    @property
    def step(self) -> int:
        """From one letter to the next."""
        return self.letter_width + self.letter_gap

    def letters_wide(self, number: int) -> int:
        """Of so many letters in a line."""
        return max(0, number * self.step - self.letter_gap)

    def letters_in(self, width: float) -> int:
        """How many stand in a line of `width`, at least one."""
        return max(1, int((width + self.letter_gap) // self.step))
