"""How wide the reader's columns are, in pixels, for one theme and one width of pane."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

from counterpoint.domain.layout import BlockKind
from counterpoint.ui.theme.fonts import LINE_OF_SOURCE, Fonts, Size

MEASURE = 68
"""Characters in a full line."""
_NARROW = 440
"""Pixels at a zoom of 1 below which the margins give way to the text."""
_LEAST_TEXT = 120
"""Pixels at a zoom of 1 that a line has, however narrow the pane is."""
_SAMPLE = "the quick brown fox jumps over the lazy dog, and then it rests beside a stream. "
_SPACE_ABOVE = {
    BlockKind.TEXT: 0,
    BlockKind.HEADING: 16,
    BlockKind.FURNITURE: 0,
    BlockKind.RULE: 0,
}
_SPACE_ABOVE_LEVEL = {1: 28, 2: 20, 3: 16}
"""Of headings whose level is known: the first upright and bold, the second bold, all others as
those whose level is not known."""
_LEAST_LEVEL = 3
_STEP = 20
_MOST_STEPS = 6
_SPACE_BELOW = {
    BlockKind.TEXT: 12,
    BlockKind.HEADING: 8,
    BlockKind.FURNITURE: 12,
    BlockKind.RULE: 12,
}


@dataclass(frozen=True, slots=True)
class Line:
    """The vertical measures of a line of one kind of paragraph."""

    font: QFont
    pitch: int
    """From one line to the next."""
    baseline: float
    """From the top of the line."""
    ascent: float
    descent: float
    above: int
    below: int


@dataclass(frozen=True, slots=True)
class Measures:
    """The columns from left to right: cues, labels, rules, text. Equal where nothing differs."""

    fonts: Fonts
    text_left: int
    text_width: int
    rules_right: int
    rules_width: int
    labels_right: int
    cues_right: int
    top: int
    """Above the first paragraph."""

    @classmethod
    def fitted(
        cls, fonts: Fonts, width: int, *, rules: int, label_width: int, cue_width: int
    ) -> "Measures":
        """For a viewport `width`, at most `rules` rules side by side, and words that wide."""
        px = fonts.px
        narrow = width < px(_NARROW)
        gap, right = (px(4), px(16)) if narrow else (px(8), px(20))
        rules_width = _rules_width(fonts, rules)
        margin = _margin(fonts, rules, label_width + cue_width, narrow=narrow)
        wanted = round(MEASURE * _character_width(fonts))
        text_width = max(px(_LEAST_TEXT), min(wanted, width - margin - right))
        spare = max(0, width - margin - text_width - right)
        text_left = margin + spare // 2
        rules_right = text_left - px(6)
        labels_right = rules_right - rules_width - gap
        return cls(
            fonts=fonts,
            text_left=text_left,
            text_width=text_width,
            rules_right=rules_right,
            rules_width=rules_width,
            labels_right=labels_right,
            cues_right=labels_right - label_width - px(6),
            top=px(20),
        )

    @staticmethod
    def least(fonts: Fonts, *, rules: int, label_width: int, cue_width: int) -> int:
        """The width of a viewport below which the ends of the lines would be cut."""
        margin = _margin(fonts, rules, label_width + cue_width, narrow=True)
        return margin + fonts.px(_LEAST_TEXT) + fonts.px(16)

    def line(self, kind: BlockKind, level: int = 0) -> Line:
        """`level` is that of a heading, 0 where it is not known."""
        return _line(self.fonts, kind, min(level, _LEAST_LEVEL))

    def indent(self, depth: int, *, quoted: bool) -> int:
        """From the left of the text column, for what stands in so deep; at most a third of it."""
        steps = min(depth, _MOST_STEPS) + quoted
        return min(self.fonts.px(_STEP) * steps, self.text_width // 3)

    @property
    def estimated_pixels_a_point(self) -> float:
        """The height that one code point of running text adds, about."""
        a_line = max(8.0, self.text_width / _character_width(self.fonts))
        return self.line(BlockKind.TEXT).pitch / a_line

    @property
    def estimated_pixels_a_row(self) -> float:
        """The height that a paragraph adds beside its words, about."""
        line = self.line(BlockKind.TEXT)
        return line.below + line.pitch / 2


def _rules_width(fonts: Fonts, rules: int) -> int:
    return fonts.px(5) * max(1, min(rules, 5))


def _margin(fonts: Fonts, rules: int, words: int, *, narrow: bool) -> int:
    """What is left of the text; `words` is how wide labels and cues are."""
    px = fonts.px
    outer, gap = (px(4), px(4)) if narrow else (px(10), px(8))
    return outer + words + px(6) + gap + _rules_width(fonts, rules) + px(6)


@lru_cache(maxsize=8)
def _character_width(fonts: Fonts) -> float:
    return QFontMetricsF(fonts.theirs()).horizontalAdvance(_SAMPLE) / len(_SAMPLE)


@lru_cache(maxsize=64)
def _line(fonts: Fonts, kind: BlockKind, level: int) -> Line:
    aside = kind in (BlockKind.FURNITURE, BlockKind.RULE)
    size = Size.BODY if aside else Size.SOURCE
    heading = kind is BlockKind.HEADING
    font = fonts.theirs(size, italic=heading and level != 1)
    font.setBold(heading and level in (1, 2))
    metrics = QFontMetricsF(font)
    space = _SPACE_ABOVE_LEVEL[level] if heading and level else _SPACE_ABOVE[kind]
    pitch = round(font.pixelSize() * LINE_OF_SOURCE)
    ascent, descent = metrics.ascent(), metrics.descent()
    return Line(
        font=font,
        pitch=pitch,
        baseline=round((pitch - ascent - descent) / 2 + ascent),
        ascent=ascent,
        descent=descent,
        above=fonts.px(space) if space else 0,
        below=fonts.px(_SPACE_BELOW[kind]),
    )
