"""The bar in which words are typed that are to be found in the text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counterpoint.labels.counts import out_of
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.actions.shown_keys import in_pane, with_key
from counterpoint.ui.painting.eliding import shortened
from counterpoint.ui.theme.background import fill
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.icon_button import IconButton, Sign
from counterpoint.ui.widgets.line_field import LineField, bordered
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.plain_label import PlainLabel
from counterpoint.ui.widgets.plain_text import on_control, plain_tip

from .next_source import MOST, NextSource
from .text_finder import TextFinder

_LONGEST = 60
"""Code points of what is said of the next source."""


class FindBar(QWidget):
    """Shows what a Finder finds. Enter and Shift+Enter step, Escape closes."""

    typed = Signal(str)
    stepped = Signal(bool)
    """To the next find, or where False to the one before."""
    closed = Signal()
    next_wanted = Signal()
    """To where the next source has the words."""

    def __init__(self, theme: Theme, finder: TextFinder, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._finder = finder
        self.field = LineField(self)
        self.field.setPlaceholderText(tr("Find in this text"))
        self.field.setAccessibleName(tr("Find in this text"))
        self.count = PlainLabel(self)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.count.setAccessibleName(tr("Finds"))
        self.previous = IconButton(
            theme, Sign.UP, tr("Previous find"), self, in_pane(Context.READER, "find-previous")
        )
        self.next = IconButton(
            theme, Sign.DOWN, tr("Next find"), self, in_pane(Context.READER, "find-next")
        )
        self.close_button = IconButton(
            theme, Sign.CLOSE, tr("Close"), self, in_pane(Context.FIND, "leave")
        )
        self.elsewhere = PlainButton(theme, tr("In the next source"), "", self)
        self.elsewhere.hide()
        self._row = QHBoxLayout()
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(self._row)
        self._rows.addWidget(self.elsewhere, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addWidget(self.field, 1)
        for widget in (self.count, self.previous, self.next, self.close_button):
            self._row.addWidget(widget)
        self.field.textChanged.connect(self.typed)
        self.elsewhere.clicked.connect(self.next_wanted)
        self.previous.clicked.connect(self._to_previous)
        self.next.clicked.connect(self._to_next)
        self.close_button.clicked.connect(self.leave)
        finder.changed.connect(self._show_count)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()
        self._show_count()
        self.hide()

    def begin(self, words: str) -> None:
        """Opens with `words`, or with those of the last time where it is empty."""
        self.show()
        if words and words != self.field.text():
            self.field.setText(words)
        elif self.field.text():
            self.typed.emit(self.field.text())
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_elsewhere(self, there: NextSource | None) -> None:
        """Where the next source has the words; None hides it."""
        self.elsewhere.setVisible(there is not None)
        if there is None:
            return
        more = "+" if there.finds >= MOST else ""
        words = tr("{n} in the next source: {title}", n=f"{there.finds:,}{more}", title=there.title)
        self.elsewhere.setText(on_control(shortened(words, _LONGEST)))
        self.elsewhere.setAccessibleName(words)
        tip = with_key(tr("Go there"), in_pane(Context.READER, "find-next"))
        self.elsewhere.setToolTip(plain_tip(f"{words}\n{tip}"))

    def leave(self) -> None:
        """Closes, and emits so."""
        if self.isVisible():
            self.closed.emit()  # first: else the focus would go by way of whatever is next to it
            self.hide()

    def key_hints(self) -> tuple[str, ...]:
        """For the status line, while the focus is in it."""
        step = tr("{key} next find", key=in_pane(Context.READER, "find-next"))
        return step, tr("{key} close", key=in_pane(Context.FIND, "leave"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match done_by(event, Context.FIND):
            case "leave":
                self.leave()
            case "next":
                self.stepped.emit(True)
            case "previous":
                self.stepped.emit(False)
            case _:
                super().keyPressEvent(event)

    def _to_next(self) -> None:
        self.stepped.emit(True)

    def _to_previous(self) -> None:
        self.stepped.emit(False)

    def _show_count(self) -> None:
        finder = self._finder
        more = "+" if finder.capped else "…" if finder.running else ""
        if finder.count:
            words = out_of(finder.number, finder.count) + more
        elif finder.running:
            words = tr("searching…")
        else:
            words = tr("not found") if self.field.text().strip() else ""
        self.count.setText(words)
        for button in (self.previous, self.next):
            button.setEnabled(finder.count > 0)

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        fill(self, colours.panel)
        self._rows.setContentsMargins(px(16), px(4), px(8), px(4))
        self._rows.setSpacing(px(4))
        self._row.setSpacing(px(4))
        self.field.setFont(fonts.ours())
        self.field.setStyleSheet(bordered(self._theme, down=3))
        self.count.setFont(fonts.ours(Size.SMALL))
        self.count.setMinimumWidth(
            self.count.fontMetrics().horizontalAdvance(f"{out_of(100, 100)}…")
        )
        self.count.setStyleSheet(f"color: {colours.ink_quiet};")
