"""A page that scrolls: which text stands where, and how it keeps its place."""

from math import ceil

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from counterpoint.domain.layout import Layout
from counterpoint.domain.span import Span
from counterpoint.ui.accessibility.own_focus import OwnFocusScrollArea
from counterpoint.ui.reader.highlights.highlight import Highlights
from counterpoint.ui.reader.layout.flow import Flow
from counterpoint.ui.reader.layout.measures import Measures
from counterpoint.ui.reader.layout.model import ReaderModel
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme

JUMP_AT = 1 / 3
"""How far down the screen a passage is put."""
_NEAR = 120
"""Code points: passages so near may share a line, and need rules side by side."""


_ENOUGH = 200
"""Paragraphs of a text that are asked how wide their labels are."""


def _longest_labels(layout: Layout) -> set[str]:
    """Of paragraphs from all over the text; many have none, as a PDF ends with a page number."""
    count = len(layout)
    some = {*range(0, count, 1 + count // _ENOUGH), *range(max(0, count - 8), count)}
    labels = {layout.label(index) for index in some}
    longest = max(map(len, labels), default=0)
    return {label for label in labels if len(label) == longest}


class Page(OwnFocusScrollArea):
    """Shows a ReaderModel. Positions and spans are code points of its text, pixels the viewport's.

    Without a model, or with a text that has no words, it is an empty page.
    """

    moved = Signal(int)
    """Another code point is at the start of the first visible line."""
    placed = Signal(int)
    """It was put at a code point: by a jump, or as it stood before."""
    scrolled_by_hand = Signal()
    """By wheel, bar or key, not by a jump."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.flow: Flow | None = None
        self.highlights = Highlights()
        self._columns = (1, 0, 0)
        self._syncing = False
        self._held: tuple[int, float | None] = (0, 0.0)
        """A code point and the y of its line, None for where a jump puts it: what stays in place
        when the width or the theme changes."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._refit)

    @property
    def model(self) -> ReaderModel | None:
        return self.flow.model if self.flow else None

    def show_model(self, model: ReaderModel | None, highlights: Highlights) -> None:
        """Shows a text from its start."""
        self.flow = None
        self.highlights = highlights
        self._held = (0, 0.0)
        if model is not None and len(model):
            self._columns = self._fitting_columns(model)
            height = self.viewport().height()
            faint = QColor(self.theme.colours.ink_faint)
            self.flow = Flow(model, self._measures(), height, faint)
        self._relaid()
        self.updateGeometry()

    def set_highlights(self, highlights: Highlights) -> None:
        """Other marks on the same text; what is visible stays where it is."""
        self.highlights = highlights
        self._refit()

    def _refit(self) -> None:
        if self.model:
            self._columns = self._fitting_columns(self.model)
        self._relay()
        self.updateGeometry()

    def _fitting_columns(self, model: ReaderModel) -> tuple[int, int, int]:
        """The most rules side by side, and how wide labels and cues are: together at least as wide
        as the words for passages that are not exact, which stand across both."""
        fonts = self.theme.fonts
        small = QFontMetricsF(fonts.ours(Size.SMALL))
        bold = QFontMetricsF(fonts.ours(Size.SMALL, bold=True))
        labels = (ceil(small.horizontalAdvance(label)) for label in _longest_labels(model.layout))
        cues = {highlight.approach_cue for highlight in self.highlights}
        cue = max((round(bold.horizontalAdvance(cue)) for cue in cues), default=0)
        rules = self.highlights.most_at_once(_NEAR)
        side_by_side = cue * min(2, rules) + fonts.px(3) * (rules > 1)
        cues_wide = max(fonts.px(10), side_by_side)
        states = {str(highlight.state) for highlight in self.highlights if not highlight.exact}
        word = max((ceil(small.horizontalAdvance(state)) for state in states), default=0)
        return rules, max(fonts.px(14), *labels, word - cues_wide), cues_wide

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the ends of the lines to be seen."""
        rules, labels, cues = self._columns
        fonts = self.theme.fonts
        least = Measures.least(fonts, rules=rules, label_width=labels, cue_width=cues)
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(least + bar, super().minimumSizeHint().height())

    def _measures(self) -> Measures:
        rules, labels, cues = self._columns
        width = self.viewport().width()
        return Measures.fitted(
            self.theme.fonts, width, rules=rules, label_width=labels, cue_width=cues
        )

    def _relay(self) -> None:
        """Sets the text anew for the width, theme and marks there are now, around what is held."""
        if self.flow:
            measures, height = self._measures(), self.viewport().height()
            self.flow.reset(measures, height, QColor(self.theme.colours.ink_faint))
            position, y = self._held
            lowest = max(0.0, height - 2.0 * measures.top)
            self.flow.place(position, height * JUMP_AT if y is None else min(y, lowest))
        self._relaid()

    def _relaid(self) -> None:
        """Everything was laid out anew."""
        bar = self.verticalScrollBar()
        self._syncing = True
        bar.setRange(0, self.flow.most if self.flow else 0)
        bar.setPageStep(max(1, self.viewport().height()))
        bar.setSingleStep(self.theme.fonts.px(24))
        self._syncing = False
        self._show_place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._relay()

    # Where it stands.

    def _show_place(self) -> None:
        """After the flow was moved: the bar, the picture, and whoever wants to know."""
        if self.flow and not self.verticalScrollBar().isSliderDown():
            self._syncing = True
            self.verticalScrollBar().setValue(self.flow.value)
            self._syncing = False
        self.viewport().update()
        if self.flow:
            self.moved.emit(self.first_visible()[0])

    def first_visible(self) -> tuple[int, float]:
        """The code point that begins the first whole visible line, and the y of its top."""
        if not self.flow:
            return 0, 0.0
        for paragraph, y in self.flow.on_screen():
            for line, start in enumerate(paragraph.breaks):
                top = y + paragraph.line_top(line)
                if top >= 0:
                    return start, top
        paragraph = self.flow.paragraph(self.flow.top.row)
        return paragraph.span.start, paragraph.line_top(0) - self.flow.top.above

    def first_line(self) -> Span:
        """The words of the first whole visible line."""
        position = self.first_visible()[0]
        if not self.flow:
            return Span(position, position)
        paragraph = self.flow.paragraph(self.flow.model.row_at(position))
        after = (start for start in paragraph.breaks if start > position)
        return Span(position, max(position, next(after, paragraph.span.end)))

    def put(self, position: int, y: float | None) -> None:
        """Puts the line of a code point at `y`, or for None if a jump puts it."""
        if not self.flow:
            return
        self._held = (position, y)
        self.flow.place(position, self.viewport().height() * JUMP_AT if y is None else y)
        self._show_place()
        self.placed.emit(position)

    def ensure_visible(self, position: int) -> None:
        """Scrolls no further than is needed to see the line of a code point."""
        if not self.flow:
            return
        height = self.viewport().height()
        row = self.flow.model.row_at(position)
        pitch = self.flow.paragraph(row).line.pitch
        top = self.top_of_line(position)
        if top is None:
            y = height * JUMP_AT
        elif top < 0:
            y = 0.0
        elif top + pitch > height:
            y = max(0.0, height - float(pitch))
        else:
            return
        self.flow.place(position, y)
        self._held = self.first_visible()
        self._show_place()

    def top_of_line(self, position: int) -> float | None:
        """The y of the line that holds a code point; None if its row is not visible."""
        if not self.flow:
            return None
        row = self.flow.model.row_at(position)
        y = self.flow.y_of(row)
        if y is None:
            return None
        paragraph = self.flow.paragraph(row)
        return y + paragraph.line_top(paragraph.line_of(position))

    def scroll_by(self, pixels: float) -> None:
        """By hand: down by `pixels`, up where they are negative."""
        if self.flow:
            self.flow.scroll(pixels)
            self._hand_moved()

    def scroll_to_end(self, *, end: bool) -> None:
        """By hand: to the last line, or to the first."""
        if not self.flow:
            return
        if end:
            self.flow.to_end()
        else:
            self.flow.place(0, self.flow.measures.top)
        self._hand_moved()

    def _hand_moved(self) -> None:
        self._held = self.first_visible()
        self._show_place()
        self.scrolled_by_hand.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The bar was moved: short ways to the pixel, long ones to the place they stand for."""
        if self._syncing or not self.flow:
            return
        bar = self.verticalScrollBar()
        if not bar.isSliderDown() and abs(dy) <= 2 * self.viewport().height():
            self.flow.scroll(-dy)
        else:
            self.flow.seek(bar.value())
        self._hand_moved()
