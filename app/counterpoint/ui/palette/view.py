"""The palette: a field near the top of the window and under it what the typed words find."""

from collections.abc import Callable, Iterable, Sequence
from typing import cast

import shiboken6
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QWidget

from counterpoint.application.library.find import Entry, Kind
from counterpoint.labels.translation import tr
from counterpoint.ui.accessibility.announcing import announce
from counterpoint.ui.actions.pane_keys import Context
from counterpoint.ui.actions.shown_keys import in_pane
from counterpoint.ui.settings.values import with_recent
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.plain_label import PlainLabel

from .field import search_words
from .model import MOST_LISTED, PaletteModel, spoken
from .query_edit import QueryEdit
from .results import Results, nothing_found
from .tones import edge, surface

MOST_ROWS = 12

Supplier = Callable[[], Iterable[Entry]]


class Palette(QWidget):
    """A part of the window that floats above the others while one seeks; not a dialog.

    Its size is the same however much is found. It closes on Escape, on a choice, on a click
    elsewhere in the window (which does what it would do anyway) and when the focus goes elsewhere;
    after Escape and a choice the focus is where it was before.
    """

    chosen = Signal(object)
    """An Entry. The palette is closed by then and the focus returned."""
    sought = Signal(str)
    """Words were typed that may be found elsewhere too: see `show_beyond`."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._window = parent
        self._application = cast("QApplication", QApplication.instance())
        self._application.focusChanged.connect(self._on_focus)
        self._recent: tuple[str, ...] = ()
        self._came_from: QWidget | None = None
        self._over: QWidget | None = None
        self._model = PaletteModel(self)
        self.query = QueryEdit(self)
        self.results = Results(theme, self._model, self)
        self._count = PlainLabel(self)
        self._hints = PlainLabel(self, _hints())
        self._hints.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.query.setPlaceholderText(search_words())
        self.query.setAccessibleName(search_words().rstrip("…"))
        self.query.setAccessibleDescription(
            tr(
                "Type words, choose with the arrow keys and {key}",
                key=in_pane(Context.PALETTE, "choose"),
            )
        )
        self.setAccessibleName(tr("Search or go to"))
        self.query.textChanged.connect(self._on_typed)
        self.query.walked.connect(self.results.walk)
        self.query.entered.connect(self._on_entered)
        self.query.escaped.connect(self.dismiss)
        self.results.clicked.connect(self._choose)
        self.results.selectionModel().currentChanged.connect(self._on_current)
        theme.changed.connect(self._on_look)
        self._restyle()
        self.hide()

    @property
    def recent(self) -> tuple[str, ...]:
        """Names (`Entry.name`) of what was chosen lately, the latest first, at most 10."""
        return self._recent

    def set_recent(self, names: Iterable[str]) -> None:
        """As kept from another day."""
        self._recent = tuple(names)

    def open_with(
        self,
        supplier: Supplier,
        over: QWidget | None = None,
        *,
        off: frozenset[str] = frozenset(),
        further: Callable[[str], Entry] | None = None,
    ) -> None:
        """Shows the palette over what `supplier` gives, which is asked now.

        It stands where the widget `over` is, or in the middle of the window's top. Where it is
        open already, the query is marked to be typed over. `off` names (`Entry.name`) what cannot
        be done now: that is listed faintly, and who chooses it hears why. `further` makes of what
        is typed what is listed last.
        """
        if self.isVisible():
            self.query.selectAll()
            self.query.setFocus()
            return
        self._came_from = QApplication.focusWidget()
        self._over = over
        self._model.off = off
        self._model.further = further
        self._model.set_entries(supplier(), self._recent)
        self.query.clear()
        self._show_results()
        self._place()
        self.show()
        self.raise_()
        self.query.setFocus(Qt.FocusReason.PopupFocusReason)
        self._application.installEventFilter(self)
        # Once it is painted, and before a hand is back on the keys.
        QTimer.singleShot(0, self._model.prepare)

    def renew(self, entries: Iterable[Entry]) -> None:
        """There is more, or other, to be found now, while it is open."""
        if self.isVisible():
            self._model.set_entries(entries, self._recent)
            self._on_typed(self.query.text())

    def dismiss(self) -> None:
        """Closes, and returns the focus to where it was."""
        came_from = self._came_from
        back = self._window
        if came_from is not None and shiboken6.isValid(came_from) and came_from.isVisible():
            back = came_from
        # Before it closes: else the focus would go by way of whatever is next to it.
        back.setFocus(Qt.FocusReason.PopupFocusReason)
        self._close()

    def _close(self) -> None:
        if self.isHidden():
            return
        self._application.removeEventFilter(self)
        self.hide()

    # What is found

    def _on_typed(self, query: str) -> None:
        if query.strip():
            self._model.seek(query)
        else:
            self._model.set_entries(self._model.given, self._recent)
        self._show_results()
        self.sought.emit(query)

    def _show_results(self) -> None:
        listed, total = self._model.rowCount(), self._model.total
        if listed:
            self.results.go(0)
        if not self._model.words:
            self._count.clear()
        elif total > listed:
            self._count.setText(
                tr(
                    "The best {best} of {total}: another word narrows them",
                    best=MOST_LISTED,
                    total=f"{total:,}",
                )
            )
        else:
            self._count.setText(tr("{n} found", "", total) if total else "")
        if self._model.words and not listed:
            self._say(nothing_found())
        self.results.viewport().update()

    def _on_current(self, current: QModelIndex) -> None:
        if self.isVisible() and current.isValid():
            self._say(spoken(self._model.entry(current.row())))

    def _say(self, words: str) -> None:
        """To who listens rather than looks: the focus stays in the field."""
        if QAccessible.isActive():
            announce(self.query, words)

    def show_beyond(self, query: str, entries: Sequence[Entry]) -> None:
        """Lists what was found for `query` in another way, unless something else is typed by now.
        What is chosen stays so; where nothing had the words in its name, that is the best."""
        if self.isHidden() or query != self.query.text():
            return
        nameless = self._model.total == 0 and self.results.currentIndex().row() == 0
        self._model.show_beyond(entries)
        if nameless and entries:
            self.results.go(0)
        self.results.viewport().update()

    # Choosing and leaving

    def _on_entered(self) -> None:
        if self.results.currentIndex().isValid():
            self._choose(self.results.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        entry = self._model.entry(index.row())
        if entry.kind not in (Kind.SEARCH, Kind.FOUND):
            self._recent = with_recent(self._recent, entry.name)
        self.dismiss()
        self.chosen.emit(entry)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """None is another program's window, from which one may come back."""
        if now is not None and now is not self.query:
            self._close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Closes on a press elsewhere in the window, and follows the window's size."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            if watched.window() is self.window() and not self._holds(watched):
                self.dismiss()
        elif kind == QEvent.Type.Resize and watched is self._window:
            self._place()
        return False

    def _holds(self, widget: QWidget) -> bool:
        return widget is self or self.isAncestorOf(widget)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the shadow is a press elsewhere."""
        if not self._panel().contains(event.position().toPoint()):
            self.dismiss()

    # Where it stands and how it looks

    def _panel(self) -> QRect:
        """The palette without its shadow."""
        shadow = self._theme.fonts.px(16)
        return self.rect().adjusted(shadow, shadow, -shadow, -shadow)

    def _place(self) -> None:
        px = self._theme.fonts.px
        window = self._window.rect()
        field, foot, rim = px(44), px(28), px(4)
        width = min(px(720), window.width() - 2 * min(px(16), 24))
        top, centre = px(40), window.width() // 2
        if self._over is not None:
            corner = self._over.mapTo(self._window, QPoint(0, 0))
            top, centre = corner.y(), corner.x() + self._over.width() // 2
        top = max(0, top - (field - px(28)) // 2)
        left = max(px(8), min(centre - width // 2, window.width() - width - px(8)))
        room = window.height() - top - field - foot - 2 * rim - px(16)
        rows = max(1, min(MOST_ROWS, room // self.results.row_height))
        height = field + foot + 2 * rim + rows * self.results.row_height
        shadow = px(16)
        self.setGeometry(QRect(left, top, width, height).adjusted(-shadow, -shadow, shadow, shadow))
        inner = self._panel()
        self.query.setGeometry(
            # A QLineEdit begins its text two pixels in: so it stands above the titles.
            inner.left() + px(16) - 1,
            inner.top() + px(4),
            inner.width() - px(32),
            field - px(8),
        )
        self.results.setGeometry(
            inner.left() + 1,
            inner.top() + field + rim,
            inner.width() - 2,
            rows * self.results.row_height,
        )
        line = QRect(inner.left() + 1, inner.bottom() + 1 - foot, inner.width() - 2, foot)
        line.adjust(px(16), 0, -px(16), 0)
        hints = self._hints.sizeHint().width() + px(12)
        self._hints.setVisible(line.width() >= 2 * hints + px(100))
        self._hints.setGeometry(line)
        self._count.setGeometry(
            line.adjusted(0, 0, -hints if self._hints.isVisibleTo(self) else 0, 0)
        )

    def _on_look(self) -> None:
        self._restyle()
        self._place()
        self.update()

    def _restyle(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        self.query.setFont(fonts.ours(Size.TITLE))
        for label in (self._count, self._hints):
            label.setFont(fonts.ours(Size.SMALL))
        self.setStyleSheet(
            f"""
            QLineEdit {{ border: none; background: transparent; color: {colours.ink};
                placeholder-text-color: {colours.ink_faint};
                selection-background-color: {colours.accent};
                selection-color: {colours.accent_ink}; }}
            QListView {{ border: none; background: transparent; }}
            QLabel {{ color: {colours.ink_faint}; background: transparent; }}
            """
        )
        self.results.restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, px = self._theme.colours, self._theme.fonts.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        panel = QRectF(self._panel())
        radius = px(8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 12 if colours.dark else 5))
        for step in range(1, 9):
            spread = px(14) * step / 8
            painter.drawRoundedRect(
                panel.adjusted(-spread, -spread / 2, spread, spread),
                radius + spread,
                radius + spread,
            )
        painter.setPen(QPen(edge(colours), 1))
        painter.setBrush(QColor(surface(colours)))
        painter.drawRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        left, right = self._panel().left() + 1, self._panel().right() - 1
        for y in (self._panel().top() + px(44), self._panel().bottom() + 1 - px(28)):
            painter.fillRect(QRect(left, y, right - left + 1, 1), QColor(colours.hairline))


def _hints() -> str:
    choose, leave = in_pane(Context.PALETTE, "choose"), in_pane(Context.PALETTE, "leave")
    return tr("{choose} choose · {leave} close", choose=choose, leave=leave)
