"""The bar at the top: what is open, the way to anything, the depth, the rows, the views."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from counterpoint.application.library.arrangement import Depth, Rows
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.shown_keys import of_action, with_key
from counterpoint.ui.palette.field import SearchField
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.elided_label import ElidedLabel
from counterpoint.ui.widgets.flow_layout import FlowLayout
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.segments import Segments
from counterpoint.ui.window import panes


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
    )


def _rows() -> tuple[tuple[str, str, str], ...]:
    return (
        (Rows.ALL.value, tr("All"), with_key(tr("All rows"), of_action("rows-all"))),
        (
            Rows.DIFFER.value,
            tr("Differ"),
            with_key(tr("Only rows in which the approaches differ"), of_action("rows-differ")),
        ),
        (Rows.GAPS.value, tr("Gaps"), with_key(tr("Only rows with a gap"), of_action("rows-gaps"))),
    )


LEAST_TITLE, LEAST_SEARCH = 120, 160
"""Pixels at zoom 1, below which the title goes, and the detail beside it."""


class TopBar(QWidget):
    """Thin; its parts are public so that the window can join them to what they do.

    A filter of claims shows as long as it is in force. Where there is little room the detail goes
    first, then the title, which the window's own title says too; then what the comparison shows
    goes below the rest, on as many lines as it needs.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = ElidedLabel(self)
        self.detail = ElidedLabel(self)
        self.search = SearchField(theme, self)
        self.filter = PlainButton(theme, "", tr("Show the claims of every stance again"), self)
        self.filter.hide()
        self.depths = Segments(theme, tr("Depth"), _depths(), self)
        self.rows = Segments(theme, tr("Rows"), _rows(), self)
        self.views = Segments(theme, tr("View"), [view.choice for view in panes.VIEWS], self)
        self._words = QHBoxLayout()
        self._words.addWidget(self.title)
        self._words.addWidget(self.detail)
        self._words.addStretch(1)
        self._words.addWidget(self.search, 3)
        self._words.addStretch(1)
        self._choices = FlowLayout(trailing=True)
        for choice in (self.filter, self.depths, self.rows):
            self._choices.addWidget(choice)
        self._below = False
        self._grid = QGridLayout(self)
        self._grid.addLayout(self._words, 0, 0)
        self._grid.addLayout(self._choices, 0, 1)
        self._grid.addWidget(self.views, 0, 2)
        self._grid.setColumnStretch(0, 1)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def show_library(self, title: str, detail: str) -> None:
        self.title.setText(title)
        self.detail.setText(detail)
        self._arrange()

    def offer_work(self, on: bool) -> None:
        """What needs a library is visible only while there is one."""
        self.views.setVisible(on)
        self.show_rows(on)

    def show_rows(self, on: bool) -> None:
        """The choices of depth and rows, and what claims are filtered by, are visible only beside
        the comparison."""
        self.depths.setVisible(on)
        self.rows.setVisible(on)
        self.filter.setVisible(on and bool(self.filter.text()))
        self._arrange()

    def show_filter(self, words: str) -> None:
        """Which claims alone are shown, such as "Only what critics say"; "" where all are. A press
        takes the filter away."""
        if words == self.filter.property("words"):
            return
        self.filter.setProperty("words", words)
        self.filter.setText(f"{words}  ×" if words else "")
        self.filter.setAccessibleName(tr("Filter: {words}", words=words))
        self.show_rows(not self.rows.isHidden())

    def minimumSizeHint(self) -> QSize:
        """With the choices below the rest, on lines of their own if need be, as high as it is at
        its width: it arranges itself once it has that."""
        margins = self._grid.contentsMargins()
        least = max(self._choices.minimumSize().width(), self._least_beside())
        return QSize(least + margins.left() + margins.right(), self._height())

    def sizeHint(self) -> QSize:
        return QSize(self._grid.sizeHint().width(), self._height())

    def hasHeightForWidth(self) -> bool:
        """No: what is around it is told when it needs another height, as its width has changed."""
        return False

    def _least_beside(self) -> int:
        """The width of what always stands side by side."""
        return self.search.minimumSizeHint().width() + self._views_width()

    def _views_width(self) -> int:
        if self.views.isHidden():
            return 0
        return self.views.sizeHint().width() + self._grid.horizontalSpacing()

    def _height(self) -> int:
        margins = self._grid.contentsMargins()
        height = margins.top() + margins.bottom()
        lines = [self._words.minimumSize().height()]
        lines += [part.sizeHint().height() for part in (self.views,) if not part.isHidden()]
        room = self.width() - margins.left() - margins.right()
        choices = self._choices.heightForWidth(room)
        if self._below and choices:
            return height + max(lines) + self._grid.verticalSpacing() + choices
        return height + max(*lines, choices)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """What is in it needs more room now, or less."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        """By the width that there is, so that what is visible is whole."""
        px, gap = self._theme.fonts.px, self._grid.horizontalSpacing()
        # What is shown, hidden or dressed anew tells of it only later: these would still say what
        # they needed before.
        for layout in (self._choices, self._words):
            layout.invalidate()
        margins = self._grid.contentsMargins()
        room = self.width() - margins.left() - margins.right() - 4 * gap - self._views_width()
        least = self.search.minimumSizeHint().width()
        beside = room - self._choices.sizeHint().width()
        self._put_choices(below=beside < least)
        left = (room if self._below else beside) - least
        title = self.title.sizeHint().width()
        self.title.setVisible(left >= min(title, px(LEAST_TITLE)))
        left += least - px(LEAST_SEARCH)
        fits = left >= title + self.detail.sizeHint().width()
        self.detail.setVisible(bool(self.detail.text()) and fits)
        for air in (2, 4):
            self._words.setStretch(air, 1 if fits else 0)
        self.updateGeometry()

    def _put_choices(self, *, below: bool) -> None:
        if below == self._below:
            return
        self._below = below
        self._grid.removeItem(self._choices)
        if below:
            self._grid.addLayout(self._choices, 1, 0, 1, 3)
        else:
            self._grid.addLayout(self._choices, 0, 1)

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        self.setAutoFillBackground(True)
        self.title.setFont(fonts.ours(Size.BODY, bold=True))
        self.detail.setFont(fonts.ours(Size.SMALL))
        self.title.setStyleSheet(f"color: {colours.ink};")
        self.detail.setStyleSheet(f"color: {colours.ink_quiet};")
        self.search.setMaximumWidth(px(420))
        self._grid.setContentsMargins(px(16), px(6), px(16), px(6))
        for row in (self._grid, self._words, self._choices):
            row.setSpacing(px(12))
        self._grid.setVerticalSpacing(px(6))
        self._arrange()
