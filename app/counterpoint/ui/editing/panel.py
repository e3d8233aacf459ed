"""A panel at what is changed: fields over one another, what is wrong with them, and two buttons."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from counterpoint.application.editing.asking.fields import Asked, Values
from counterpoint.labels import editing as words
from counterpoint.ui.accessibility.announcing import announce
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.actions.shown_keys import in_pane
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.plain_choice import PlainChoice
from counterpoint.ui.widgets.plain_label import PlainLabel

from .checks_field import ChecksField
from .differing import Differing
from .entries_field import EntriesField
from .placed import Placed
from .row import Row
from .words_field import WordsField

_WIDTH = 440
"""Pixels at zoom 1 of one that does not stand over words."""
_SOON = 120
"""Milliseconds after a letter in which what is wrong is told anew."""
_PASSES = 6
"""Through its fields, each of which may be within three others."""
_AIR = 8
"""Pixels that are left free of the pane."""


class Panel(QFrame):
    """Belongs to a pane, over which it stands. It writes nothing: who opens it hears of it."""

    kept = Signal()
    """Enter, or its button."""
    given_up = Signal()
    left = Signal()
    """The focus went elsewhere."""
    went_on = Signal(int)
    """Tab (1) or Shift Tab (-1) in a panel of one field."""
    typed = Signal(str, str)
    """The name of a field, and the words in it."""
    rest = Signal()
    """Nothing was typed for a moment: what is wrong can be told."""

    def __init__(
        self, theme: Theme, asked: Asked, parent: QWidget, at: Callable[[], Placed]
    ) -> None:
        """`at` says where it stands, whenever that may be another place."""
        super().__init__(parent)
        self.asked = asked
        self._host = parent
        self._theme, self._at = theme, at
        self._pad = theme.fonts.px(4) if asked.in_place else theme.fonts.px(16)
        self.setAccessibleName(asked.title)
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.colours.paper))
        self.setPalette(palette)  # and so that of all that is in it
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.rest)
        self.rows: list[Row] = []
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.fonts.px(8))
        self._fill()
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._inner)
        for within in (self._inner, self._scroll.viewport()):
            within.setAutoFillBackground(False)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        pad = self._pad
        whole.setContentsMargins(pad, pad, pad, pad)
        whole.setSpacing(theme.fonts.px(8))
        whole.addWidget(self._scroll)
        self._told = PlainLabel(self)
        self._told.setWordWrap(True)
        self._told.setFont(theme.fonts.ours(Size.SMALL))
        _dye(self._told, theme.colours.warning)
        self._told.hide()
        whole.addWidget(self._told)
        whole.addLayout(self._foot())
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]
        parent.installEventFilter(self)

    def _fill(self) -> None:
        theme, asked = self._theme, self.asked
        if not asked.in_place:
            title = self._line(asked.title, Size.BODY, theme.colours.ink)
            title.setFont(theme.fonts.ours(Size.BODY, bold=True))
        for said in asked.said:
            line = self._line(said, Size.SMALL, theme.colours.ink_quiet)
            line.setFont(theme.fonts.theirs(Size.BODY))
        if asked.differs:
            self._column.addWidget(Differing(theme, asked.differs, self._inner))
        over = self._at() if asked.in_place else None
        for field in asked.fields:
            row = Row(theme, field, self._inner, over)
            row.edited.connect(self._on_edited)
            self.rows.append(row)
            self._column.addWidget(row)

    def _line(self, said: str, size: Size, colour: str) -> PlainLabel:
        line = PlainLabel(self._inner, said)
        line.setWordWrap(True)
        line.setFont(self._theme.fonts.ours(size))
        _dye(line, colour)
        self._column.addWidget(line)
        return line

    def _foot(self) -> QHBoxLayout:
        theme = self._theme
        foot = QHBoxLayout()
        foot.setSpacing(theme.fonts.px(8))
        self.hint = PlainLabel(self, words.keys(_key("keep"), _key("give-up")))
        self.hint.setFont(theme.fonts.ours(Size.SMALL))
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        _dye(self.hint, theme.colours.ink_quiet)
        self.hint.setVisible(not self.asked.in_place)
        foot.addWidget(self.hint, 1)
        foot.addStretch(0)
        self.keep_button = PlainButton(theme, self.asked.keep or words.keep(), "", self)
        self.keep_button.clicked.connect(self.kept)
        self.give_up_button = PlainButton(theme, words.give_up(), "", self)
        self.give_up_button.clicked.connect(self.given_up)
        for button in (self.keep_button, self.give_up_button):
            foot.addWidget(button)
        return foot

    # What is in it

    def values(self) -> Values:
        said: dict[str, str] = {}
        several: dict[str, tuple[str, ...]] = {}
        entries = {}
        for row in self.rows:
            name, field = row.asked.name, row.field
            match field:
                case WordsField():
                    said[name] = field.words()
                case PlainChoice():
                    said[name] = str(field.currentData())
                case ChecksField():
                    several[name] = field.chosen()
                case EntriesField():
                    entries[name] = field.entries()
        return Values(said, several, entries)

    def fill(self, name: str, said: str) -> None:
        """Puts words into a field of words."""
        for row in self.rows:
            if row.asked.name == name and isinstance(row.field, WordsField):
                row.field.put(said)
        self._show_rows()

    def type(self, said: str) -> None:
        """What was typed before there was a field to type it in."""
        first = next((row.field for row in self.rows if not row.isHidden()), None)
        if isinstance(first, WordsField):
            first.insertPlainText(said)

    @property
    def said(self) -> str:
        """What is told of what is wrong; "" where nothing is."""
        return "" if self._told.isHidden() else self._told.text()

    def tell(self, told: tuple[str, ...]) -> None:
        """What is wrong, under the fields."""
        said = "\n".join(told)
        if said == self.said:
            return
        self._told.setText(said)
        self._told.setVisible(bool(said))
        self.fit()
        if said:
            announce(self, said)

    # Showing

    def open(self) -> None:
        """With the focus in the first field."""
        self._show_rows()
        self.show()
        self.raise_()
        self.fit()
        first = next((row for row in self.rows if not row.isHidden()), None)
        if first is None:
            self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            first.take_focus()

    def fit(self) -> None:
        """Where it stands, and as tall as it needs to be."""
        if not self.isVisible():
            return
        at, room = self._at(), self._host.rect().adjusted(_AIR, _AIR, -_AIR, -_AIR)
        over = at.words if self.asked.in_place and at.words is not None else None
        pad = self._pad
        width = self._theme.fonts.px(_WIDTH) if over is None else over.width() + 2 * pad
        width = max(min(width, room.width()), self._theme.fonts.px(160))
        inner = width - 2 * pad
        below = self._below(inner)
        most = room.height() - below
        needs = self._lay_out(inner)
        if needs > most:
            bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
            needs = self._lay_out(inner - bar - pad // 2)
        height = min(needs, most)
        self._scroll.setFixedHeight(height)
        tall = height + below
        corner = (over or at.box).topLeft()
        if at.box.isEmpty():  # about nothing that is seen
            corner -= QPoint(width // 2, tall // 2)
        if over is not None:
            corner.setX(corner.x() - pad)
            corner.setY(corner.y() - pad)
        left = max(room.left(), min(corner.x(), room.right() + 1 - width))
        top = max(room.top(), min(corner.y(), room.bottom() + 1 - tall))
        self.setGeometry(QRect(left, top, width, tall))

    def _lay_out(self, width: int) -> int:
        """The fields in that width; the height that they need."""
        column, needs = self._column, self._inner.height()
        for _ in range(_PASSES):  # of another width they are of another height, and say so later
            self._inner.resize(width, needs)
            column.activate()
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            flows = column.hasHeightForWidth()
            needs = column.heightForWidth(width) if flows else column.minimumSize().height()
        self._inner.resize(width, needs)
        return needs

    def _below(self, inner: int) -> int:
        """The height of all but the fields."""
        gap = self._theme.fonts.px(8)
        told = 0 if self._told.isHidden() else self._told.heightForWidth(inner) + gap
        return told + self.keep_button.sizeHint().height() + gap + 2 * self._pad

    def _show_rows(self) -> None:
        values = self.values()
        for row in self.rows:
            row.setVisible(row.asked.when(values))

    def _on_edited(self) -> None:
        self._show_rows()
        self.fit()
        row = self.sender()
        if isinstance(row, Row) and isinstance(row.field, WordsField):
            self.typed.emit(row.asked.name, row.field.words())
        self._soon.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, px = self._theme.colours, self._theme.fonts.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(colours.paper))
        painter.setPen(QPen(QColor(colours.accent), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, px(2), px(2))

    # Keys and the focus

    def keyPressEvent(self, event: QKeyEvent) -> None:
        done = done_by(event, Context.EDITING)
        focus = QApplication.focusWidget()
        if (
            done == "keep"
            and isinstance(focus, QAbstractButton)
            and not isinstance(focus, QCheckBox)
        ):
            focus.click()
        elif done == "keep":
            self.kept.emit()
        elif done == "give-up":
            self.given_up.emit()
        # Nothing typed here is meant for the pane below.

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes on: to the next field, and in a panel of one field beyond it."""
        if self.asked.in_place:
            self.went_on.emit(1 if forward else -1)
            return True
        focus, stops = QApplication.focusWidget(), self._stops()
        if focus in stops:
            at = (stops.index(focus) + (1 if forward else -1)) % len(stops)
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            stops[at].setFocus(reason)
            self._scroll.ensureWidgetVisible(stops[at], 0, self._theme.fonts.px(24))
        return True

    def _stops(self) -> list[QWidget]:
        """Where Tab stops, from the top. By Qt's own order what was added last would be last."""
        found: list[QWidget] = [*self.findChildren(Differing)]
        for row in self.rows:
            found += row.stops()
        found += [self.keep_button, self.give_up_button]
        return [each for each in found if each.isVisible() and each.isEnabled()]

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self.isVisible() or new is self or self.isAncestorOf(new):
            return
        if new.window() is self.window():
            self.left.emit()

    def eventFilter(self, _watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return False


def _key(id: str) -> str:
    return in_pane(Context.EDITING, id)


def _dye(label: QWidget, colour: str) -> None:
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
    label.setPalette(palette)
