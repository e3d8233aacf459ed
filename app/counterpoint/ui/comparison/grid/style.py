"""Everything that the theme decides about the comparison, worked out once for all cells."""

from collections.abc import Mapping
from functools import cached_property

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetrics

from counterpoint.domain.approach import Colour, Stance
from counterpoint.domain.claim_filter import ClaimFilter
from counterpoint.ui.theme.colours import mixed
from counterpoint.ui.theme.fonts import LINE_OF_ANSWER, LINE_OF_CLAIM, Fonts, Size
from counterpoint.ui.theme.theme import Theme

LEAST_COLUMN, LEAST_CLOSE_COLUMN = 208, 168
"""Pixels at zoom 1 that a column has at least, if it is not made narrower by hand."""
_CLOSE_PADDING = 8


class Style:
    """Fonts, colours and measures (pixels) of one theme. A new theme makes a new style.

    `short` gives the short name of each source, `filter` is the one in force. `close` sets all
    closer, for the whole comparison at a glance.
    """

    def __init__(
        self,
        theme: Theme,
        short: Mapping[str, str],
        filter: ClaimFilter | None,
        *,
        close: bool = False,
    ) -> None:
        self._theme = theme
        self.fonts: Fonts = theme.fonts
        self.colours = theme.colours
        self.short = short
        self.filter = filter
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
        self.padding = self.px(_CLOSE_PADDING if close else theme.density.padding)
        """Beside the words of a cell, and above and below its claims."""
        self.above = self.px(theme.density.between * 0.4) if close else self.padding
        """And above and below its answer."""
        self.head_above = self.px(6) if close else self.padding
        """And above and below the words of a column's header."""
        self.between = self.px(theme.density.between)
        self.answer, self.answer_bold, self.answer_italic = (
            (self.small, self.small_bold, self.fonts.ours(Size.SMALL, italic=True))
            if close
            else (self.body, self.body_bold, self.body_italic)
        )
        self.spacing = LINE_OF_ANSWER if close else LINE_OF_CLAIM
        self.least_column = self.px(LEAST_CLOSE_COLUMN if close else LEAST_COLUMN)
        self.shared = mixed(theme.colours.control, theme.colours.paper, 0.22)
        """Behind a named answer that others hold too."""
        self.folded_height = self.px(14 * LINE_OF_CLAIM) + 2 * self.px(6)
        metrics = QFontMetrics(self.answer)
        self.letter_width = metrics.averageCharWidth()
        self.advance = metrics.horizontalAdvance
        """Pixels of an answer on one line; and of its names."""
        self.advance_bold = QFontMetrics(self.answer_bold).horizontalAdvance

    @cached_property
    def closer(self) -> "Style":
        """The same, set closer."""
        return Style(self._theme, self.short, self.filter, close=True)

    @property
    def only_stance(self) -> Stance | None:
        """The stance that the filter asks for, where it asks for nothing else."""
        return None if self.filter is None else self.filter.only_stance

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
