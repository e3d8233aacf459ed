"""The bar at the top: what is open, the way to anything, the depth, the rows, the views."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counterpoint.application.library.arrangement import Depth, Rows
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.shown_keys import of_action, with_key
from counterpoint.ui.palette.field import SearchField
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.elided_label import ElidedLabel
from counterpoint.ui.widgets.flow_layout import FlowLayout, lines_of
from counterpoint.ui.widgets.segments import Segments
from counterpoint.ui.window import panes

from .beside_or_below import BesideOrBelow

if TYPE_CHECKING:
    from counterpoint.ui.widgets.filter_chip import FilterChip

    from .more_filters import MoreFilters

Filter = tuple[str, object]
"""The words for it, and what it is."""


def _depths() -> tuple[tuple[str, str, str], ...]:
    return (
        (
            Depth.ANSWERS.value,
            tr("Answers"),
            with_key(tr("Each approach’s answer in a sentence"), of_action("depth-answers")),
        ),
        (
            Depth.CLAIMS.value,
            tr("Claims"),
            with_key(tr("Every claim with its evidence"), of_action("depth-claims")),
        ),
        (
            Depth.MAP.value,
            tr("Map"),
            with_key(tr("Who holds which answer, on one screen"), of_action("depth-map")),
        ),
    )


def _rows() -> tuple[tuple[str, str, str], ...]:
    return (
        (Rows.ALL.value, tr("All"), with_key(tr("All rows"), of_action("rows-all"))),
        (
            Rows.DIFFER.value,
            tr("Most different first"),
            with_key(tr("Rows by how far the approaches part on them"), of_action("rows-differ")),
        ),
        (Rows.GAPS.value, tr("Gaps"), with_key(tr("Only rows with a gap"), of_action("rows-gaps"))),
    )


LEAST_TITLE, LEAST_SEARCH = 120, 160
"""Pixels at zoom 1, below which the title goes, and the detail beside it."""


class TopBar(QWidget):
    """Thin; its parts are public so that the window can join them to what they do.

    What narrows the view shows as long as it does. Where there is little room the detail goes
    first, then the title, which the window's own title says too; then what the comparison shows
    goes below the rest. What narrows the view has one line more at the most: what has no room on it
    is in a menu.
    """

    filter_removed = Signal(object)
    """What no longer is to narrow the view."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        words, choices = QWidget(self), QWidget(self)
        self._narrowing = choices
        """Where the signs of what narrows the view stand, beside the choices."""
        self.title = ElidedLabel(words)
        self.detail = ElidedLabel(words)
        self.search = SearchField(theme, words)
        self.chips: list[FilterChip] = []
        """What narrows the view, each to be taken away by a press."""
        self._more: MoreFilters | None = None
        self._filters: tuple[Filter, ...] = ()
        self._sized = False
        """Whether it has got a size, before which there is nothing to arrange it by."""
        self._arranged: tuple[object, ...] = ()
        self.depths = Segments(theme, tr("Depth"), _depths(), choices)
        self.rows = Segments(theme, tr("Rows"), _rows(), choices)
        views = [view.choice for view in panes.VIEWS if not view.part_of]
        self.views = Segments(theme, tr("View"), views, self)
        self._words = QHBoxLayout(words)
        self._words.setContentsMargins(0, 0, 0, 0)
        self._words.addWidget(self.title)
        self._words.addWidget(self.detail)
        self._words.addStretch(1)
        self._words.addWidget(self.search, 3)
        self._words.addStretch(1)
        self._choices = FlowLayout(choices, trailing=True)
        for choice in (self.depths, self.rows):
            self._choices.addWidget(choice)
        self._line = BesideOrBelow(self, words, choices, self.views, self._least_words)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    @property
    def more(self) -> "MoreFilters":
        """Made when something first narrows the view."""
        if self._more is None:
            from .more_filters import MoreFilters

            self._more = made = MoreFilters(self._theme, self._narrowing)
            made.removed.connect(self.filter_removed)
            self._choices.insert(len(self.chips), made)
        return self._more

    def show_library(self, title: str, detail: str) -> None:
        self.title.setText(title)
        self.detail.setText(detail)
        self._arrange()

    def offer_work(self, on: bool) -> None:
        """What needs a library is visible only while there is one."""
        if on and not self.views.isHidden():
            return  # the library was read again: what is shown in it stays
        self.views.setVisible(on)
        self.show_rows(on)

    def show_rows(self, on: bool) -> None:
        """The choices of depth and rows, and what claims are filtered by, are visible only beside
        the comparison."""
        self.depths.setVisible(on)
        self.rows.setVisible(on)
        self._arrange()

    def show_filters(self, filters: Sequence[Filter]) -> None:
        """What narrows the view, such as "Only what critics say", and what is emitted when that is
        to be taken away."""
        if tuple(filters) == self._filters:
            return
        self._filters = tuple(filters)
        signs = self._signs()
        focused = next((at for at, sign in enumerate(signs) if sign.hasFocus()), None)
        for chip in self.chips:
            self._choices.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        from counterpoint.ui.widgets.filter_chip import FilterChip

        self.chips = [
            FilterChip(self._theme, words, part, self._narrowing) for words, part in self._filters
        ]
        for at, chip in enumerate(self.chips):
            chip.hide()  # else the layout would show it
            self._choices.insert(at, chip)
            chip.ensurePolished()  # else it says that it needs less than it will
            chip.clicked.connect(self._on_chip)
        self.show_rows(not self.rows.isHidden())
        if focused is not None:
            self._focus_sign(focused)

    def has_focus(self) -> bool:
        """Whether something in it has the focus."""
        return any(part.hasFocus() for part in self.findChildren(QWidget))

    def _signs(self) -> list[QWidget]:
        return [*self.chips, *([] if self._more is None else [self._more])]

    def _focus_sign(self, at: int) -> None:
        """The one there, or the last; where there is none the rows, of which Delete takes nothing
        away, as it would in the comparison."""
        shown = [sign for sign in self._signs() if not sign.isHidden()]
        taker = shown[min(at, len(shown) - 1)] if shown else self.rows.button(self.rows.choice())
        taker.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chip(self) -> None:
        for chip in self.chips:
            if chip is self.sender():
                self.filter_removed.emit(chip.part)

    def minimumSizeHint(self) -> QSize:
        """As high as it is at its width: it arranges itself once it has that."""
        width = self._line.minimumSize().width()
        return QSize(width, self._line.heightForWidth(max(width, self.width())))

    def sizeHint(self) -> QSize:
        return QSize(self._line.sizeHint().width(), self._line.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._sized = True
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """What is in it needs more room now, or less."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _least_words(self) -> int:
        return self.search.minimumSizeHint().width()

    def _fit_chips(self) -> None:
        """Shows as many of them as there is room for, and how many more there are."""
        if not self.chips and self._more is None:
            return
        on, all = not self.rows.isHidden(), len(self.chips)
        most = all if on else 0
        while most > 0 and not self._has_room(most):
            most -= 1
        # What is set anew asks to be arranged anew, so only what is another than before.
        for at, chip in enumerate(self.chips):
            if chip.isHidden() is (at < most):
                chip.setVisible(at < most)
        self.more.show_filters(self._filters[most:])
        if self.more.isHidden() is (on and most < all):
            self.more.setVisible(on and most < all)

    def _has_room(self, chips: int) -> bool:
        """Whether so many of them stand beside the choices, or on one line more."""
        gap, margins = self._choices.spacing(), self._line.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        shown: list[QWidget] = list(self.chips[:chips])
        shown += [self.more] * (chips < len(self.chips))
        choices = [self.depths.sizeHint().width(), self.rows.sizeHint().width()]
        all = [*(each.sizeHint().width() for each in shown), *choices]
        beside = self._least_words() + self.views.sizeHint().width() + gap
        if beside + sum(all) + gap * len(all) <= width:
            return True
        return lines_of(all, width, gap) <= lines_of(choices, width, gap) + 1

    def _arrange(self) -> None:
        """By the width that there is, so that what is visible is whole."""
        if not self._sized:
            return
        px = self._theme.fonts.px
        asked = self._asked()
        if asked == self._arranged:
            return  # to arrange them asks for that again, and would never end
        self._arranged = asked
        self._fit_chips()
        # What is shown, hidden or dressed anew tells of it only later: these would still say what
        # they needed before.
        for layout in (self._choices, self._words, self._line):
            layout.invalidate()
        least = self._least_words()
        left = self._line.room(self.width()) - least - 2 * self._words.spacing()
        title = self.title.sizeHint().width()
        self.title.setVisible(left >= min(title, px(LEAST_TITLE)))
        left += least - px(LEAST_SEARCH)
        fits = left >= title + self.detail.sizeHint().width()
        self.detail.setVisible(bool(self.detail.text()) and fits)
        for air in (2, 4):
            self._words.setStretch(air, 1 if fits else 0)
        self.updateGeometry()

    def _asked(self) -> tuple[object, ...]:
        """What it is arranged by: the width, and what is there, as large as it wants to be."""
        choices = (*self.chips, self.depths, self.rows)
        parts = (self.title, self.detail, self.search, self.views, *choices)
        shown = [not part.isHidden() for part in (self.views, self.depths, self.rows)]
        wanted = [part.sizeHint() for part in parts]
        return self.width(), self._choices.spacing(), self._line.contentsMargins(), wanted, shown

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        self.setAutoFillBackground(True)
        self.title.setFont(fonts.ours(Size.BODY, bold=True))
        self.detail.setFont(fonts.ours(Size.SMALL))
        self.title.setStyleSheet(f"color: {colours.ink};")
        self.detail.setStyleSheet(f"color: {colours.ink_quiet};")
        self.search.setMaximumWidth(px(420))
        self._line.setContentsMargins(px(16), px(6), px(16), px(6))
        self._line.line_gap = px(6)
        for row in (self._line, self._words, self._choices):
            row.setSpacing(px(12))
        self._arrange()
