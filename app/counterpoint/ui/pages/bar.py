"""The bar over a page: the way back, its name, the pages before and after it, a note, a copy."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from counterpoint.application.library.page import Page, PageKind
from counterpoint.domain.approach import ApproachSummary
from counterpoint.labels.text import set_apart
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context
from counterpoint.ui.actions.shown_keys import in_pane, of_action, with_key
from counterpoint.ui.painting.shapes import cue_width, draw_cue
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.elided_label import ElidedLabel
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.plain_choice import PlainChoice

HIGH, BELOW = 44, 36
"""Pixels at zoom 1: the bar, and what a choice below takes more."""
CHOICE = 130
"""Pixels at zoom 1 that each of two approaches needs for its name."""


def _key(id: str) -> str:
    return in_pane(Context.PAGE, id)


class PageBar(QWidget):
    """Thin. Where there is little room the name goes first, as it stands on the page too, and the
    choice of two approaches stands below the rest."""

    back_requested = Signal()
    step_requested = Signal(int)
    """-1 for the page before, 1 for the one after."""
    pair_chosen = Signal(str, str)
    """The ids of the approaches that are to stand side by side."""
    note_requested = Signal()
    copy_requested = Signal()
    reply_wanted = Signal()
    """A new one, of which nothing is said yet."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_pair = False
        self.back = self._button(
            tr("‹ Comparison"), tr("Back to the cell in the comparison"), _key("leave")
        )
        self._name = ElidedLabel(self)
        self.one = PlainChoice(theme, tr("Approach on the left"), self)
        self.other = PlainChoice(theme, tr("Approach on the right"), self)
        for box in (self.one, self.other):
            box.activated.connect(self._on_chosen)
            box.hide()
        self.before = self._button(tr("‹ Previous"), tr("The question before"), _key("before"))
        self.after = self._button(tr("Next ›"), tr("The next question"), _key("after"))
        self.reply = self._button(
            tr("New reply…"), tr("Who answers whom, both still to be said"), of_action("new-reply")
        )
        self.reply.hide()
        self.note = self._button(
            tr("Note"), tr("Write a note on this page"), of_action("note-here")
        )
        self.copy = self._button(
            tr("Copy"), tr("Copy the whole page, with its citations"), of_action("copy-page")
        )
        self.copy.setAccessibleName(tr("Copy the whole page"))
        self.back.clicked.connect(self.back_requested)
        self.before.clicked.connect(lambda: self.step_requested.emit(-1))
        self.after.clicked.connect(lambda: self.step_requested.emit(1))
        self.reply.clicked.connect(self.reply_wanted)
        self.note.clicked.connect(self.note_requested)
        self.copy.clicked.connect(self.copy_requested)
        self._choice = QWidget(self)
        self._boxes = QHBoxLayout(self._choice)
        self._boxes.setContentsMargins(0, 0, 0, 0)
        for box in (self.one, self.other):
            self._boxes.addWidget(box, 1)
        self._choice.hide()
        self._column = QVBoxLayout(self)
        self._row = QHBoxLayout()
        self._column.addLayout(self._row)
        self._is_below = False
        self._row.addWidget(self.back)
        self._row.addWidget(self._name)
        self._row.addWidget(self._choice, 8)
        self._row.addStretch(1)
        for button in (self.before, self.after, self.reply, self.note, self.copy):
            self._row.addWidget(button)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def _button(self, words: str, tip: str, key: str) -> PlainButton:
        return PlainButton(self._theme, words, with_key(tip, key), self)

    def show_pair(self, heads: Sequence[ApproachSummary], page: Page) -> None:
        """The two approaches of a pair, to be changed; of another page nothing."""
        pair = page.kind is PageKind.PAIR
        boxes = ((self.one, page.one, page.other), (self.other, page.other, page.one))
        for box, id, taken in boxes:
            box.setVisible(pair)
            box.clear()
            box.setIconSize(QSize(self._theme.fonts.px(22), self._theme.fonts.px(16)))
            for head in heads if pair else ():
                if head.id != taken:
                    self._add(box, head)
            box.setCurrentIndex(box.findData(id))
        self._is_pair = pair
        self.reply.setVisible(page.kind is PageKind.REPLIES)
        self._choice.setVisible(pair)
        self._arrange()

    def _add(self, box: QComboBox, head: ApproachSummary) -> None:
        """One to choose, its letter before its title; for ears too."""
        box.addItem(self._letter(head), set_apart(head.title), head.id)
        spoken = set_apart(f"{head.cue} {head.title}")
        box.setItemData(box.count() - 1, spoken, Qt.ItemDataRole.AccessibleTextRole)

    def _letter(self, head: ApproachSummary) -> QIcon:
        fonts, colours = self._theme.fonts, self._theme.colours
        font, high, ratio = (
            fonts.ours(Size.SMALL, bold=True),
            fonts.px(16),
            self.devicePixelRatioF(),
        )
        wide = cue_width(head.cue, font, high)
        drawn = QPixmap(round(wide * ratio), round(high * ratio))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        fill = QColor(colours.approach(head.colour).text)
        draw_cue(painter, head.cue, QRectF(0, 0, wide, high), font, fill, QColor(colours.paper))
        painter.end()
        return QIcon(drawn)

    def _on_chosen(self, _index: int) -> None:
        self.pair_chosen.emit(str(self.one.currentData()), str(self.other.currentData()))

    def show_page(self, name: str, *, before: bool | None, after: bool | None) -> None:
        """Its name, and whether there is a page before it and after it; None where pages of its
        kind have no order."""
        self._name.setText(name)
        for button, there in ((self.before, before), (self.after, after)):
            button.setVisible(there is not None)
            button.setEnabled(bool(there))
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._needed(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _needed(self) -> int:
        buttons = (self.back, self.before, self.after, self.reply, self.note, self.copy)
        shown = [button for button in buttons if not button.isHidden()]
        px = self._theme.fonts.px
        return sum(button.sizeHint().width() + px(8) for button in shown) + px(24)

    def _arrange(self) -> None:
        px = self._theme.fonts.px
        room = self.width() - self._needed()
        self._name.setVisible(not self._is_pair and room >= px(80))
        below = self._is_pair and room < 2 * px(CHOICE)
        if below is not self._is_below:
            self._is_below = below
            if below:
                self._row.removeWidget(self._choice)
                self._column.addWidget(self._choice)
            else:
                self._column.removeWidget(self._choice)
                self._row.insertWidget(2, self._choice, 8)
        self.setFixedHeight(px(HIGH + BELOW if below else HIGH))

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        self._name.setFont(fonts.ours(Size.BODY, bold=True))
        self._name.setStyleSheet(f"color: {colours.ink};")
        self._column.setContentsMargins(px(12), px(6), px(12), px(6))
        self._column.setSpacing(px(6))
        self._row.setSpacing(px(8))
        self._boxes.setSpacing(px(8))
        self._arrange()
