"""A panel at what is changed: fields over one another, what is wrong with them, and two buttons."""

from collections.abc import Callable
from enum import Enum, auto

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

from counterpoint.application.editing.asking.fields import Asked, OneOf, Values, Words
from counterpoint.labels import editing as words
from counterpoint.labels.translation import tr
from counterpoint.ui.accessibility.announcing import announce
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.actions.shown_keys import in_pane
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.clipboard import put_on_clipboard
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.plain_choice import PlainChoice
from counterpoint.ui.widgets.plain_label import PlainLabel
from counterpoint.ui.widgets.plain_text import on_control

from .beside import Beside
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


class _Line(Enum):
    """What is told over fields."""

    TITLE = auto()
    OURS = auto()
    THEIRS = auto()
    """A source's words."""
    PART = auto()
    """What the fields below are of."""


class Panel(QFrame):
    """Belongs to a pane, over which it stands. It writes nothing: who opens it hears of it."""

    kept = Signal()
    """Enter, or its button."""
    given_up = Signal()
    left = Signal()
    """The focus went elsewhere."""
    went_on = Signal(int)
    """Tab (1) or Shift Tab (-1) in a panel of one field."""
    edited = Signal()
    """Something in a field is another."""
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
        self._place: Placed | None = None
        """Where it stood last, should what it stands over go."""
        self._is_gone = False
        self._refused: tuple[str, ...] = ()
        """Why it was not kept, which no letter mends."""
        self._wrong: tuple[str, ...] = ()
        self._lines: list[tuple[PlainLabel, _Line]] = []
        """What is told over the fields."""
        self._rules: list[QFrame] = []
        self.setAccessibleName(asked.title)
        self.setAutoFillBackground(True)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.rest)
        self.rows: list[Row] = []
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._fill()
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._inner)
        for within in (self._inner, self._scroll.viewport()):
            within.setAutoFillBackground(False)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._whole = whole = QVBoxLayout(self)
        whole.addWidget(self._scroll)
        self._told = PlainLabel(self)
        self._told.setWordWrap(True)
        self._told.hide()
        whole.addWidget(self._told)
        self._foot = self._make_foot()
        whole.addLayout(self._foot)
        self._dress()
        theme.changed.connect(self._on_theme)
        beside = Beside(self, parent)
        beside.left.connect(self.left)
        beside.given_up.connect(self.given_up)
        parent.installEventFilter(self)

    def _fill(self) -> None:
        theme, asked = self._theme, self.asked
        if not asked.in_place:
            self._line(asked.title, _Line.TITLE)
        for said in asked.said:
            self._line(said, _Line.OURS)
        for said in asked.quoted:
            self._line(said, _Line.THEIRS)
        if asked.differs:
            self._column.addWidget(Differing(theme, asked.differs, self._inner))
        over = self._placed() if asked.in_place else None
        part = ""
        for field in asked.fields:
            of = field.part if isinstance(field, Words | OneOf) else ""
            if of != part:
                self._rule()
                if of:
                    self._line(of, _Line.PART)
                part = of
            row = Row(theme, field, self._inner, over)
            row.edited.connect(self._on_edited)
            self.rows.append(row)
            self._column.addWidget(row)

    def _line(self, said: str, of: "_Line") -> None:
        line = PlainLabel(self._inner, said)
        line.setWordWrap(True)
        self._lines.append((line, of))
        self._column.addWidget(line)

    def _rule(self) -> None:
        """Between what is of one thing and what is of another."""
        rule = QFrame(self._inner)
        rule.setFixedHeight(1)
        rule.setAutoFillBackground(True)
        self._rules.append(rule)
        self._column.addWidget(rule)

    def _dress(self) -> None:
        """In the colours and sizes of the theme."""
        colours, fonts = self._theme.colours, self._theme.fonts
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(colours.paper))
        self.setPalette(palette)  # and so that of all that is in it
        self._pad = pad = fonts.px(4) if self.asked.in_place else fonts.px(16)
        self._whole.setContentsMargins(pad, pad, pad, pad)
        for layout in (self._whole, self._column, self._foot):
            layout.setSpacing(fonts.px(8))
        for line, of in self._lines:
            bold = of in (_Line.TITLE, _Line.PART)
            theirs = of is _Line.THEIRS
            line.setFont(fonts.theirs(Size.BODY) if theirs else fonts.ours(Size.BODY, bold=bold))
            _dye(line, colours.ink if bold else colours.ink_quiet)
        for rule in self._rules:
            palette = rule.palette()
            palette.setColor(QPalette.ColorRole.Window, QColor(colours.hairline))
            rule.setPalette(palette)
        for label, colour in ((self._told, colours.warning), (self.hint, colours.ink_quiet)):
            label.setFont(fonts.ours(Size.SMALL))
            _dye(label, colour)

    def _on_theme(self) -> None:
        self._dress()
        self.look()

    def look(self) -> None:
        """The words that it stands over are of another size, or elsewhere."""
        over = self._placed() if self.asked.in_place else None
        for row in self.rows:
            row.look(over)
        self.fit()

    def _placed(self) -> Placed:
        """Where it stands; where what it stands over is not seen any more, where that was."""
        now = self._at()
        if now.box.isEmpty() and self._place is not None:
            return self._place
        self._place = now
        return now

    def _make_foot(self) -> QHBoxLayout:
        theme = self._theme
        foot = QHBoxLayout()
        self.hint = PlainLabel(self, words.keys(_key("keep"), _key("give-up")))
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        foot.addWidget(self.hint, 1)
        foot.addStretch(0)
        self.keep_button = PlainButton(theme, self.asked.keep or words.keep(), "", self)
        self.keep_button.clicked.connect(self.kept)
        self.copy_button = PlainButton(theme, words.copy_words(), "", self)
        self.copy_button.clicked.connect(self.copy_words)
        self.copy_button.hide()
        self.give_up_button = PlainButton(theme, words.give_up(), "", self)
        self.give_up_button.clicked.connect(self.given_up)
        for button in (self.keep_button, self.copy_button, self.give_up_button):
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

    def fill(self, name: str, kept: str) -> None:
        """Puts into a field what was kept of it."""
        for row in self.rows:
            if row.asked.name == name:
                row.fill(kept)
        self._show_rows()

    def copy_words(self) -> None:
        """All that was written in it, as one text."""
        put_on_clipboard(self.written())

    def written(self) -> str:
        """The words in it, a field after the other."""
        said = [row.field.words() for row in self.rows if isinstance(row.field, WordsField)]
        return "\n".join(each for each in said if each.strip())

    @property
    def is_gone(self) -> bool:
        """Whether others have deleted what it is about."""
        return self._is_gone

    def set_gone(self, gone: bool) -> None:
        """Others have deleted what it is about, or it is there again: what is written stays."""
        if gone == self._is_gone:
            return
        self._is_gone = gone
        can = self.asked.anew is not None
        self.keep_button.setEnabled(can or not gone)
        label = self.asked.keep or words.keep()
        self.keep_button.setText(on_control(words.make_anew() if gone and can else label))
        self.give_up_button.setText(on_control(words.leave_deleted() if gone else words.give_up()))
        self.copy_button.setVisible(gone)
        self.hint.setVisible(not gone)
        self.tell((words.gone(anew=can),) if gone else ())
        self.fit()

    def type(self, said: str) -> None:
        """What was typed before there was a field to type it in."""
        first = next((row.field for row in self.rows if not row.isHidden()), None)
        if isinstance(first, WordsField):
            first.insertPlainText(said)

    @property
    def said(self) -> str:
        """What is told of what is wrong; "" where nothing is."""
        return "" if self._told.isHidden() else self._told.text()

    def refuse(self, why: tuple[str, ...]) -> None:
        """Why it was not kept, where no letter mends that: it stays told until this is called
        again, whatever `tell` has to say."""
        self._refused = why
        self._show_told()

    def tell(self, told: tuple[str, ...]) -> None:
        """What is wrong, under the fields."""
        self._wrong = told
        self._show_told()

    def _show_told(self) -> None:
        said = "\n".join(dict.fromkeys((*self._refused, *self._wrong)))
        if said == self.said:
            return
        self._told.setText(said)
        self._told.setVisible(bool(said))
        self.fit()
        if said:
            announce(self, said)

    def lead_to(self, name: str, why: str) -> None:
        """To the field with what is to be changed; to none where there is none of that name."""
        row = next((each for each in self.rows if each.asked.name == name), None)
        if row is None or row.isHidden():
            return
        row.lead_to(why)
        self.fit()
        self._whole.activate()
        self._scroll.ensureWidgetVisible(row, 0, self._theme.fonts.px(24))

    def labels(self) -> tuple[PlainLabel, ...]:
        """What is told over the fields, from the top."""
        return tuple(line for line, _ in self._lines)

    def key_hints(self) -> tuple[str, ...]:
        """For the status line, while the focus is in it."""
        return (
            tr("{key} keep", key=_key("keep")),
            tr("{key} give up", key=_key("give-up")),
        )

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
        at, room = self._placed(), self._host.rect().adjusted(_AIR, _AIR, -_AIR, -_AIR)
        over = at.words if self.asked.in_place and at.words is not None else None
        pad = self._pad
        width = self._theme.fonts.px(_WIDTH) if over is None else over.width() + 2 * pad
        foot = self._foot.sizeHint().width() if self._is_gone else self._theme.fonts.px(160)
        width = max(min(width, room.width()), min(foot + 2 * pad, room.width()))
        inner = width - 2 * pad
        if self.asked.in_place and not self._is_gone:  # as narrow as the words may be
            beside = (
                self.hint.sizeHint(),
                self.keep_button.sizeHint(),
                self.give_up_button.sizeHint(),
            )
            needed = sum(each.width() for each in beside) + 2 * self._foot.spacing()
            self.hint.setVisible(needed <= inner)
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
        self.edited.emit()
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
        if done == "keep" and event.isAutoRepeat():
            return  # a key held down has not read what was told at its first press
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
        """Tab goes on: to the next field, and in a panel of one field beyond it, unless it could
        not be kept."""
        if self.asked.in_place and not self._is_gone and not self._refused:
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
        found += [self.keep_button, self.copy_button, self.give_up_button]
        return [each for each in found if each.isVisible() and each.isEnabled()]

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
