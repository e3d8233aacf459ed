"""Everything that the look decides about the comparison, worked out once for all cells."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetrics

from counterpoint.domain.approach import Colour, Stance
from counterpoint.ui.theme.fonts import LINE_OF_CLAIM, Letters, Size
from counterpoint.ui.theme.theme import Look


class Style:
    """Fonts, colours and measures (pixels) of one look. A new look makes a new style.

    `short` gives the short name of each source, `stance` is the filter in force.
    """

    def __init__(self, look: Look, short: Mapping[str, str], stance: Stance | None) -> None:
        self.letters: Letters = look.letters
        self.colours = look.colours
        self.short = short
        self.stance = stance
        self.body: QFont = self.letters.ours()
        self.body_bold = self.letters.ours(bold=True)
        self.body_italic = self.letters.ours(italic=True)
        self.small = self.letters.ours(Size.SMALL)
        self.small_bold = self.letters.ours(Size.SMALL, bold=True)
        self.quote = self.letters.theirs()
        self.ink = QColor(look.colours.ink)
        self.quiet = QColor(look.colours.ink_quiet)
        self.paper = QColor(look.colours.paper)
        self.panel = QColor(look.colours.panel)
        self.hairline = QColor(look.colours.hairline)
        self.control = QColor(look.colours.control)
        self.outline = _between(self.control, self.paper)
        self.accent = QColor(look.colours.accent)
        self.selection = QColor(look.colours.selection)
        self.warning = QColor(look.colours.warning)
        self.warning_panel = QColor(look.colours.warning_panel)
        self.padding = self.px(look.density.padding)
        self.between = self.px(look.density.between)
        self.spacing = LINE_OF_CLAIM
        self.least_column = self.px(208)
        self.folded_height = self.px(14 * LINE_OF_CLAIM) + 2 * self.px(6)
        self.letter_width = QFontMetrics(self.body).averageCharWidth()

    def px(self, at_zoom_one: float) -> int:
        return self.letters.px(at_zoom_one)

    def note_box(self, right: float, middle: float) -> QRectF:
        """The sign of a note in the padding to the left of `right`, about the height `middle`."""
        height = min(self.px(9), self.padding - 1)
        width = round(height * 0.85)
        return QRectF(right - (self.padding + width) / 2, middle - height / 2, width, height)

    def rule(self, colour: Colour) -> QColor:
        """For marks of an approach, 3:1 against the paper."""
        return QColor(self.colours.approach(colour).rule)

    def text(self, colour: Colour) -> QColor:
        """For words in an approach's colour, 4.5:1 against the paper; and behind its cue."""
        return QColor(self.colours.approach(colour).text)


def _between(one: QColor, other: QColor) -> QColor:
    """Half way; for outlines round words that are legible without them."""
    return QColor(
        (one.red() + other.red()) // 2,
        (one.green() + other.green()) // 2,
        (one.blue() + other.blue()) // 2,
    )
