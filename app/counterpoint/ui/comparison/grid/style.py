"""Everything that the theme decides about the comparison, worked out once for all cells."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetrics

from counterpoint.domain.approach import Colour, Stance
from counterpoint.ui.theme.colours import mixed
from counterpoint.ui.theme.fonts import LINE_OF_CLAIM, Fonts, Size
from counterpoint.ui.theme.theme import Theme


class Style:
    """Fonts, colours and measures (pixels) of one theme. A new theme makes a new style.

    `short` gives the short name of each source, `stance` is the filter in force.
    """

    def __init__(self, theme: Theme, short: Mapping[str, str], stance: Stance | None) -> None:
        self.fonts: Fonts = theme.fonts
        self.colours = theme.colours
        self.short = short
        self.stance = stance
        self.body: QFont = self.fonts.ours()
        self.body_bold = self.fonts.ours(bold=True)
        self.body_italic = self.fonts.ours(italic=True)
        self.small = self.fonts.ours(Size.SMALL)
        self.small_bold = self.fonts.ours(Size.SMALL, bold=True)
        self.quote = self.fonts.theirs()
        self.ink = QColor(theme.colours.ink)
        self.quiet = QColor(theme.colours.ink_quiet)
        self.paper = QColor(theme.colours.paper)
        self.panel = QColor(theme.colours.panel)
        self.hairline = QColor(theme.colours.hairline)
        self.control = QColor(theme.colours.control)
        self.outline = mixed(theme.colours.control, theme.colours.paper, 0.5)
        self.accent = QColor(theme.colours.accent)
        self.selection = QColor(theme.colours.selection)
        self.warning = QColor(theme.colours.warning)
        self.warning_panel = QColor(theme.colours.warning_panel)
        self.padding = self.px(theme.density.padding)
        self.between = self.px(theme.density.between)
        self.spacing = LINE_OF_CLAIM
        self.least_column = self.px(208)
        self.folded_height = self.px(14 * LINE_OF_CLAIM) + 2 * self.px(6)
        self.letter_width = QFontMetrics(self.body).averageCharWidth()

    def px(self, at_zoom_one: float) -> int:
        return self.fonts.px(at_zoom_one)

    def note_box(self, right: float, middle: float) -> QRectF:
        """The sign of a note in the padding to the left of `right`, about the height `middle`;
        between the words and the edge of what is selected."""
        height = min(self.px(8), self.padding - 1)
        width = round(height * 0.85)
        left = right - self.padding + (self.px(8) - width) / 2
        return QRectF(left, middle - height / 2, width, height)

    def rule(self, colour: Colour) -> QColor:
        """For marks of an approach, 3:1 against the paper."""
        return QColor(self.colours.approach(colour).rule)

    def text(self, colour: Colour) -> QColor:
        """For words in an approach's colour, 4.5:1 against the paper; and behind its cue."""
        return QColor(self.colours.approach(colour).text)
