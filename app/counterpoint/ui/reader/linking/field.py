"""The field at a passage in which it is said what that is evidence for."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from counterpoint.application.editing.link_choices import Choice, ChoiceKind
from counterpoint.domain.editing.link_to import LinkTo
from counterpoint.labels import linking
from counterpoint.labels.translation import tr
from counterpoint.ui.accessibility.announcing import announce
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.actions.shown_keys import in_pane
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.icon_button import IconButton, Sign
from counterpoint.ui.widgets.line_field import LineField, bordered
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.plain_label import PlainLabel

from .choices import MOST_ROWS, Choices, spoken
from .qualities import QualitiesRow

_WALK = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_MARGIN = 12
_WIDEST = 620
"""Pixels at zoom 1."""
_FEWEST_ROWS = 3
"""Choices that are seen where the qualities are scrolled too, if these keep so much height:"""
_LEAST_QUALITIES = 58
"""Two lines of them, in pixels at zoom 1; for a second row one is enough."""


class LinkField(QFrame):
    """Asks for a claim, or step by step for what a new one needs. `fitting` gives what fits the
    words that are typed, after what was said."""

    wanted = Signal(object, str, object)
    """The LinkTo, the sentence of a claim that is new, and the Qualities of the evidence."""
    left = Signal()
    """Closed without linking."""
    typed = Signal(str)
    """The sentence of a new claim, as far as it goes."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.fitting: Callable[[str, LinkTo], Sequence[Choice]] = lambda _query, _so_far: ()
        self._so_far: list[LinkTo] = [LinkTo()]
        """What was said, step by step: Escape takes back the last."""
        self._named = self._sentence = ""  # the cell of the new claim, and what it says
        self._sentence_of: LinkTo | None = None  # the cell for which it was typed, where known
        self._queries: list[str] = []  # what was typed in each step before this
        self._passage = QRect()
        self._several = 1
        self.asks = PlainLabel(self)
        self.query = LineField(self)
        self.link_button = PlainButton(theme, tr("Link"), tr("Link the passage to this"), self)
        self.close_button = IconButton(
            theme, Sign.CLOSE, tr("Close"), self, in_pane(Context.LINKING, "leave")
        )
        self.choices = Choices(theme, self)
        self.qualities = QualitiesRow(theme, self)
        self._room = QScrollArea(self)  # where the window is low, they are scrolled
        self._room.setWidget(self.qualities)
        self._room.setWidgetResizable(True)
        self._room.setFrameShape(QFrame.Shape.NoFrame)
        self._room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.why_not, self.hints = PlainLabel(self), PlainLabel(self)
        for label in (self.asks, self.why_not, self.hints):
            label.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self.asks, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._line = QHBoxLayout()
        self._line.addWidget(self.query, 1)
        self._line.addWidget(self.link_button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addLayout(self._line)
        self._column.addWidget(self.choices)
        self._column.addWidget(self._room)
        self._column.addWidget(self.why_not)
        self._column.addWidget(self.hints)
        order = (self.query, *self.qualities.order, self.link_button, self.close_button)
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
        self.query.textChanged.connect(self._on_typed)
        self.qualities.grew.connect(self.fit)
        self.link_button.clicked.connect(self.choose)
        self.close_button.clicked.connect(self.close_up)
        self.choices.clicked.connect(self._on_clicked)
        self.choices.selectionModel().currentChanged.connect(self._on_current)
        self.setAccessibleName(tr("Link a passage"))
        theme.changed.connect(self._apply_theme)
        self._apply_theme()
        self.hide()

    # Opening and closing

    def open_at(self, passage: QRect, sentence: str, several: int = 1) -> None:
        """At a passage, in pixels of the parent; `sentence` is what was typed of a new claim
        before; `several`: how many passages are to be linked."""
        self._several = several
        self._passage, self._sentence = passage, sentence
        self._so_far, self._queries, self._sentence_of = [LinkTo()], [], None
        self.say("")
        self.show()
        self.raise_()
        self._ask()
        self.query.setFocus(Qt.FocusReason.PopupFocusReason)

    def covered(self) -> int:
        """By how many pixels the passage would have to stand higher so as to be seen above the
        field; 0 where it is seen, or where that would take its beginning out of sight."""
        if not self.geometry().intersects(self._passage):
            return 0
        return max(0, min(self._passage.bottom() + 1 - self.y(), self._passage.top()))

    def move_to(self, passage: QRect) -> None:
        """The passage stands elsewhere now, in pixels of the parent."""
        self._passage = passage
        self.fit()

    def renew(self) -> None:
        """There is more, or other, to be chosen now."""
        if self.isVisible() and not self.so_far.has_cell:
            self._list(self.query.text())

    def close_up(self) -> None:
        if not self.isHidden():
            self.left.emit()  # first: else the focus would go by way of whatever is next to it
            self.hide()

    def say(self, words: str) -> None:
        """Why it cannot be linked so."""
        self.why_not.setText(words)
        self.why_not.setVisible(bool(words))
        if words:
            announce(self.query, words)
        self.fit()

    # What is asked, step by step

    @property
    def so_far(self) -> LinkTo:
        return self._so_far[-1]

    def _ask(self, words: str = "") -> None:
        """The next step, or again one in which `words` were typed."""
        so_far = self.so_far
        if so_far.has_cell:
            asks = linking.which_sentence(self._named)
        elif so_far.new_approach:
            asks = linking.which_question(so_far.new_approach)
        elif so_far.new_question:
            asks = linking.which_approach(so_far.new_question)
        else:
            asks = linking.which_claim_for(self._several)
        self.asks.setText(asks)
        placeholder = linking.which_claim()
        if so_far.has_cell:
            placeholder = tr("The claim in one sentence")
        elif so_far != LinkTo():
            placeholder = tr("Part of its words, or a new one")
        self.query.setPlaceholderText(placeholder)
        self.query.setAccessibleName(asks)
        self.query.setAccessibleDescription(placeholder)
        self.qualities.offer_kind(so_far.has_cell)
        self.query.blockSignals(True)
        self.query.setText(self._sentence if so_far.has_cell else words)
        if words or self._sentence_of not in (None, so_far):  # what is typed takes their place
            self.query.selectAll()
        self.query.blockSignals(False)
        self._list(self.query.text())

    def _list(self, query: str) -> None:
        found = [] if self.so_far.has_cell else self.fitting(query, self.so_far)
        self.choices.show_choices(found)
        nothing = not found and not self.so_far.has_cell
        self.hints.setText(_nothing(query) if nothing else _hints(sentence=self.so_far.has_cell))
        self.fit()

    def _on_typed(self, words: str) -> None:
        self.say("")
        if self.so_far.has_cell:
            self._sentence, self._sentence_of = words, self.so_far
            self.typed.emit(words)
        self._list(words)

    def choose(self) -> None:
        """Goes on with what is current, or links."""
        so_far, choice = self.so_far, self.choices.current()
        if so_far.has_cell:
            self._link(so_far, " ".join(self.query.text().split()))
        elif choice is not None:
            self._choose(choice)

    def _choose(self, choice: Choice) -> None:
        if choice.kind is ChoiceKind.CLAIM:
            self._link(choice.to, "")
            return
        to = choice.to
        if to.has_cell:
            parts = [
                choice.cue,
                choice.approach or to.new_approach or self._so_far[-1].new_approach,
            ]
            named = " ".join(part for part in parts if part)
            self._named = linking.cell(named, choice.question or to.new_question)
        self._so_far.append(to)
        self._queries.append(self.query.text())
        if to.has_cell and choice.words and choice.words != self._sentence:
            self._sentence, self._sentence_of = choice.words, to
            self.typed.emit(choice.words)
        self._ask()
        self.query.setFocus()

    def _link(self, to: LinkTo, sentence: str) -> None:
        if not to.claim and not sentence:
            self.say(tr("Say in one sentence what is claimed."))
            self.query.setFocus()
            return
        lacking = self.qualities.lacking()
        if lacking is not None:
            words, where = lacking
            self.say(words)
            where.setFocus()
            return
        self.wanted.emit(to, sentence, self.qualities.said())

    def _go_back(self) -> None:
        if len(self._so_far) > 1:
            self._so_far.pop()
            self.say("")
            self._ask(self._queries.pop())
            self.query.setFocus()
        else:
            self.close_up()

    # Keys and the mouse

    def key_hints(self) -> tuple[str, ...]:
        """For the status line, while the focus is in it."""
        link, leave = in_pane(Context.LINKING, "choose"), in_pane(Context.LINKING, "leave")
        return tr("{key} link", key=link), tr("{key} close", key=leave)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        done, key = done_by(event, Context.LINKING), Qt.Key(event.key())
        if done == "leave":
            self._go_back()
        elif done == "choose":
            self.choose()
        elif key in _WALK and self.query.hasFocus():
            self.choices.walk(key)
        # Nothing of it is for the text below.

    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(self.choices.choice_at(index))

    def _on_current(self, current: QModelIndex) -> None:
        if self.isVisible() and current.isValid() and QAccessible.isActive():
            announce(self.query, spoken(self.choices.choice_at(current)))

    # Where it stands and how it looks

    def fit(self) -> None:
        """Below the passage, or above it where there is more room; else over the end of it."""
        parent = self.parentWidget()
        if parent is None or self.isHidden():
            return
        px = self._theme.fonts.px
        room = parent.rect().adjusted(px(8), px(8), -px(8), -px(8))
        width = min(room.width(), px(_WIDEST))
        beside = max(self._passage.top() - room.top(), room.bottom() - self._passage.bottom())
        height = self._take_height(width, beside - px(6), room.height())
        left = max(room.left(), min(self._passage.left(), room.right() + 1 - width))
        below, above = self._passage.bottom() + px(6), self._passage.top() - px(6) - height
        top = below if below + height <= room.bottom() + 1 or above < room.top() else above
        top = max(room.top(), min(top, room.bottom() + 1 - height))
        self.setGeometry(left, top, width, height)

    def _take_height(self, width: int, beside: int, room: int) -> int:
        """What it needs: where there is less above or below the passage (`beside`), fewer choices
        are seen; where there is less in all (`room`), the qualities are scrolled."""
        inner = width - 2 * self._theme.fonts.px(_MARGIN) - 2
        wanted = self.qualities.heightForWidth(inner)
        self._room.setFixedHeight(wanted)
        heights: list[int] = []
        for rows in range(MOST_ROWS, 0, -1):
            self.choices.fit(rows)
            self._column.activate()
            heights.append(self._column.totalHeightForWidth(width))
            if heights[-1] <= beside:
                return heights[-1]
        for rows, height in zip(range(MOST_ROWS, 0, -1), heights, strict=True):
            if height <= room:
                self.choices.fit(rows)
                return height
        px = self._theme.fonts.px
        # Neither the choices nor the qualities have all the room: each can be scrolled.
        for rows in range(_FEWEST_ROWS, 0, -1):
            left = wanted - (heights[MOST_ROWS - rows] - room)
            if left >= px(_LEAST_QUALITIES if rows > 2 else 30) or rows == 1:
                self.choices.fit(rows)
                self._room.setFixedHeight(max(px(30), left))
                break
        self._column.activate()
        return min(self._column.totalHeightForWidth(width), room)

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        self.asks.setFont(fonts.ours(Size.SMALL, bold=True))
        self.query.setFont(fonts.ours())
        self.why_not.setFont(fonts.ours(Size.SMALL))
        self.hints.setFont(fonts.ours(Size.SMALL))
        self._column.setContentsMargins(px(_MARGIN), px(8), px(_MARGIN), px(8))
        self._column.setSpacing(px(6))
        self._line.setSpacing(px(6))
        self.setStyleSheet(
            f"""
            LinkField {{ background: {colours.paper}; border: 1px solid {colours.control};
                border-radius: {px(6)}px; }}
            QListView, QScrollArea, QScrollArea > QWidget > QWidget {{ border: none;
                background: transparent; }}
            """
        )
        self.asks.setStyleSheet(f"color: {colours.ink};")
        self.why_not.setStyleSheet(f"color: {colours.warning};")
        self.hints.setStyleSheet(f"color: {colours.ink_quiet};")
        self.query.setMinimumHeight(px(30))
        self.query.setStyleSheet(bordered(self._theme))
        self.fit()


def _hints(*, sentence: bool) -> str:
    link, leave = in_pane(Context.LINKING, "choose"), in_pane(Context.LINKING, "leave")
    if sentence:
        return tr("{link} make and link · {leave} back", link=link, leave=leave)
    tab = in_pane(Context.LINKING, "qualities")
    return tr(
        "{link} link · {tab} stance and voice · {leave} close", link=link, tab=tab, leave=leave
    )


def _nothing(query: str) -> str:
    if not query.strip():
        return tr("Type what it supports. Two letters or more can be a new approach or question.")
    return tr("Nothing has these words. Two letters or more can be a new approach or question.")
