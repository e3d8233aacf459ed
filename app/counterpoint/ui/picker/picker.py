"""The panel in which approaches are chosen and put in order, beside the comparison."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from counterpoint.application.library.arrangement import Arrangement
from counterpoint.domain.approach import ApproachSummary
from counterpoint.labels.counts import out_of
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.actions.shown_keys import in_pane
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.clear_button import add_clear_button
from counterpoint.ui.widgets.composing import Composing
from counterpoint.ui.widgets.line_field import LineField
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.plain_label import PlainLabel
from counterpoint.ui.widgets.plain_text import plain_tip

from .delegate import PickerDelegate
from .list_view import PickerList
from .model import PickerRows

FIRST = 6
WIDTH, HEIGHT = 480, 560
"""In pixels at zoom 1, less where the window is smaller."""


class ApproachPicker(QFrame):
    """A quiet panel over its parent. What is chosen takes effect at once; nothing has to be
    confirmed. Escape, a click elsewhere or leaving it with Tab closes it."""

    shown_changed = Signal(list)
    """The ids of what is shown, in order. The order of all is `order`."""
    closed = Signal()
    left = Signal()
    """It was closed by Escape, and the focus has to go somewhere."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._over = parent
        self.setAccessibleName(tr("Choose approaches"))
        self.field = LineField(self)
        self.field.setPlaceholderText(tr("Filter by title, gist, status or proponent"))
        self.field.setAccessibleName(tr("Filter approaches"))
        add_clear_button(self.field)
        self.rows = PickerRows(self)
        self.list = PickerList(self.rows, self)
        self.list.setItemDelegate(PickerDelegate(theme, self.list))
        self._none = PlainLabel(self, tr("No approach has these words."))
        self._count = PlainLabel(self)
        self.all_button = PlainButton(
            theme, tr("Show all"), tr("Show every approach listed here"), self
        )
        self.only_button = PlainButton(theme, "", "", self)
        self.up_button = PlainButton(
            theme,
            "↑",
            tr("Move up ({key}), or drag", key=in_pane(Context.APPROACHES, "move-up")),
            self,
        )
        self.down_button = PlainButton(
            theme,
            "↓",
            tr("Move down ({key}), or drag", key=in_pane(Context.APPROACHES, "move-down")),
            self,
        )
        self.up_button.setAccessibleName(tr("Move up"))
        self.down_button.setAccessibleName(tr("Move down"))
        self._lay_out()
        self.field.textChanged.connect(self._on_filter)
        self.field.returnPressed.connect(self._to_list)
        self.field.installEventFilter(self)
        self.list.typed.connect(self._on_typed)
        self.list.composing = Composing(self.list, self._get_field)
        self.list.composing.done.connect(self._to_field)
        self.list.left_upwards.connect(self._to_field)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self.all_button.clicked.connect(self._on_all)
        self.only_button.clicked.connect(self._on_only)
        self.up_button.clicked.connect(self._on_up)
        self.down_button.clicked.connect(self._on_down)
        self.rows.chosen.connect(self._on_chosen)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()
        self.hide()

    @property
    def order(self) -> tuple[str, ...]:
        """The ids of all approaches, shown or not, in their order."""
        return self.rows.choice.order

    def show_approaches(
        self, heads: Sequence[ApproachSummary], order: Sequence[str], shown: Collection[str]
    ) -> None:
        """Lists `heads` in `order`, those of `shown` checked. Emits nothing."""
        self.rows.show_approaches(heads, order, shown)
        self._settle()

    def open(
        self, heads: Sequence[ApproachSummary], arrangement: Arrangement, anchor: QWidget
    ) -> None:
        """Shows the panel below `anchor`, at its right end, with what `arrangement` shows."""
        self.show_approaches(heads, arrangement.order, arrangement.shown)
        px = self._theme.fonts.px
        corner = anchor.mapTo(self._over, QPoint(0, anchor.height() + px(4)))
        self.open_at(QPoint(corner.x() + anchor.width() - px(WIDTH), corner.y()))

    def open_at(self, corner: QPoint) -> None:
        """Shows the panel with its upper left corner there, or as near as the parent's size
        allows, and the field ready to type in."""
        inside = self._over.rect()
        px = self._theme.fonts.px
        width = min(px(WIDTH), inside.width() - 2 * px(8))
        height = min(px(HEIGHT), inside.height() - 2 * px(8))
        left = max(px(8), min(corner.x(), inside.width() - width - px(8)))
        top = max(px(8), min(corner.y(), inside.height() - height - px(8)))
        self.setGeometry(QRect(left, top, width, height))
        self.field.clear()
        self._settle()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus, Qt.ConnectionType.UniqueConnection)

    def close_panel(self) -> None:
        """Hides the panel and emits that it is closed."""
        if self.isHidden():
            return
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._on_focus)
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if done_by(event, Context.APPROACHES) == "leave":
            self.left.emit()  # first: else the focus would go by way of whatever is next to it
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the field, the down arrow goes to the list."""
        if watched is not self.field or event.type() != QEvent.Type.KeyPress:
            return False
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Down:
            return False
        self._to_list()
        return True

    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        # With no focus at all another window is in front: that is no reason to close.
        if now is not None and now is not self and not self.isAncestorOf(now):
            self.close_panel()

    def _on_filter(self, words: str) -> None:
        self.rows.filter(words)
        self._settle()

    def _get_field(self) -> LineField:
        return self.field

    def _on_typed(self, text: str) -> None:
        self.field.setFocus()
        self.field.setText(self.field.text() + text)

    def _to_list(self) -> None:
        if self.rows.rowCount():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_field(self) -> None:
        self.field.setFocus()

    def _on_all(self) -> None:
        self.rows.choose(self.rows.choice.with_shown(self.rows.ids, shown=True))

    def _on_only(self) -> None:
        ids = self.rows.ids
        self.rows.choose(self.rows.choice.only(ids if self.rows.filtered else ids[:FIRST]))

    def _on_up(self) -> None:
        self.list.move_current(-1)

    def _on_down(self) -> None:
        self.list.move_current(1)

    def _on_chosen(self) -> None:
        self._tell()
        self.shown_changed.emit(self.rows.choice.columns)

    def _settle(self) -> None:
        """After the rows changed: the first is current, and the buttons say what they do."""
        if self.rows.rowCount():
            self.list.setCurrentIndex(self.rows.index(0))
        filtered = self.rows.filtered
        self.all_button.setText(tr("Show these") if filtered else tr("Show all"))
        self.all_button.setAccessibleName(self.all_button.text())
        self.only_button.setText(tr("Only these") if filtered else tr("Show the first six"))
        self.only_button.setAccessibleName(self.only_button.text())
        tip = (
            tr("Show what is listed here and hide the rest")
            if filtered
            else tr("Show the first six in this order and hide the rest")
        )
        self.only_button.setToolTip(plain_tip(tip))
        self.list.setVisible(self.rows.rowCount() > 0)
        self._none.setVisible(self.rows.rowCount() == 0)
        self._tell()

    def _tell(self) -> None:
        """Says how many are shown, and offers only what can be done."""
        choice, ids = self.rows.choice, self.rows.ids
        self._count.setText(tr("{shown} shown", shown=out_of(len(choice.shown), len(choice.order))))
        row = self.list.currentIndex().row()
        movable = not self.rows.filtered and row >= 0
        self.up_button.setEnabled(movable and row > 0)
        self.down_button.setEnabled(movable and row < len(ids) - 1)
        self.all_button.setEnabled(bool(set(ids) - choice.shown))
        wanted = set(ids if self.rows.filtered else ids[:FIRST])
        self.only_button.setEnabled(bool(wanted) and wanted != choice.shown)

    def _lay_out(self) -> None:
        self._top = QHBoxLayout()
        self._top.addWidget(self.field, 1)
        self._top.addWidget(self._count)
        self._bar = QHBoxLayout()
        self._bar.addStretch(1)
        for button in (self.up_button, self.down_button, self.all_button, self.only_button):
            self._bar.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self.list, 1)
        column.addWidget(self._none, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._bar)
        order = (
            self.field,
            self.list,
            self.up_button,
            self.down_button,
            self.all_button,
            self.only_button,
        )
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        self.setObjectName("approachPicker")
        self.setStyleSheet(
            f"#approachPicker {{ background: {colours.paper}; border: 1px solid {colours.control};"
            f" border-radius: {px(6)}px; }}"
        )
        # Not by its palette, which the application's style sheet, set anew, would take back.
        self.list.setStyleSheet(f"QListView {{ background: {colours.paper}; border: 0; }}")
        self.field.setFont(fonts.ours())
        self.field.setStyleSheet(
            f"QLineEdit {{ background: {colours.paper}; color: {colours.ink};"
            f" border: 1px solid {colours.control}; border-radius: {px(4)}px;"
            f" padding: {px(5)}px {px(8)}px; }}"
            f"QLineEdit:focus {{ border: 1px solid {colours.accent}; }}"
        )
        for label in (self._count, self._none):
            label.setFont(fonts.ours(Size.SMALL))
            label.setStyleSheet(f"color: {colours.ink_quiet};")
        self._none.setContentsMargins(px(14), px(8), px(14), px(8))
        self._top.setContentsMargins(px(12), px(12), px(16), px(8))
        self._bar.setContentsMargins(px(14), px(8), px(12), px(10))
        self._top.setSpacing(px(12))
        self._bar.setSpacing(px(6))
        self.list.doItemsLayout()
