"""The thin bar above the text: what is open, which passage it is, and the ways on."""

import re

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAction,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from counterpoint.application.library.citation import name_in
from counterpoint.domain.source import NOT_STATED, Source
from counterpoint.labels.counts import out_of
from counterpoint.labels.date import date_in_words
from counterpoint.labels.description import field
from counterpoint.labels.text import set_apart
from counterpoint.labels.translation import tr
from counterpoint.ui.accessibility.pressable import Pressable
from counterpoint.ui.actions.pane_keys import Context
from counterpoint.ui.actions.shown_keys import in_pane, of_action
from counterpoint.ui.theme.background import fill
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.elided_label import ElidedLabel
from counterpoint.ui.widgets.icon_button import IconButton, Sign
from counterpoint.ui.widgets.plain_label import PlainLabel
from counterpoint.ui.widgets.plain_text import plain_tip

from .menus import add_original
from .passage_order import PassageOrder

_REMARK = re.compile(r"\s*[;:(]|\.\s|,\s")
_NOTHING = re.compile(r"(?:none|not stated|not known|unknown)\b", re.IGNORECASE)


def in_brief(source: Source) -> str:
    """Who, when and under which marking, as far as it is known: "Embassy London, 20 October 2008
    · CONFIDENTIAL"."""
    who = name_in(source.author) or name_in(source.publisher)
    when = ", ".join(part for part in (who, date_in_words(source.date)) if part)
    return " · ".join(part for part in (when, _head(source.marking)) if part)


def _in_full(source: Source) -> str:
    """The same in full, line by line and each with its name; what is not stated is left out."""
    told = ((name, getattr(source, name)) for name in ("author", "publisher", "date", "marking"))
    return "\n".join(
        tr("{field}: {words}", field=field(name), words=words)
        for name, words in told
        if words and words != NOT_STATED
    )


def _head(described: str) -> str:
    """The first words of a description, before its remarks; "" where they say there is none."""
    head = _REMARK.split(described, maxsplit=1)[0].strip()
    return "" if _NOTHING.match(head) else head


class _Line(ElidedLabel):
    """A line that keeps its place in the bar while it is hidden, else the buttons would spread."""

    def __init__(self, theme: Theme, size: Size, *, bold: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self._bold = bold
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def _apply_theme(self) -> None:
        colours = self._theme.colours
        self.setFont(self._theme.fonts.ours(self._size, bold=self._bold))
        self.setStyleSheet(f"color: {colours.ink if self._bold else colours.ink_quiet};")

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(0, 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.fonts.px(48), self.sizeHint().height())


class _TitleLink(_Line):
    """The title of the source: it can be clicked, reached with Tab, and pressed with Enter."""

    clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, Size.BODY, bold=True, parent=parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def make_accessible(self) -> QAccessibleInterface:
        return Pressable(
            self, QAccessible.Role.Link, self.clicked.emit, tr("Opens this source’s page")
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QColor(self._theme.colours.accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)


class ReaderHeader(QWidget):
    """Its buttons are public, for the pane to join to what they do."""

    original_wanted = Signal(bool)
    """The document that the text was taken from; where true, its folder."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = _TitleLink(theme, self)
        self.title.setAccessibleName(tr("Title of the source"))
        self.brief = _Line(theme, Size.SMALL, bold=False, parent=self)
        self.back = IconButton(theme, Sign.BACK, tr("Back"), self, of_action("back"))
        self.forward = IconButton(theme, Sign.FORWARD, tr("Forward"), self, of_action("forward"))
        self.find_button = IconButton(
            theme, Sign.FIND, tr("Find in this text"), self, of_action("find")
        )
        self.more = IconButton(theme, Sign.MORE, tr("The original of this text"), self)
        self.more.clicked.connect(self._show_more)
        self.more.hide()
        self.menu: QMenu | None = None
        """The menu shown last."""
        self.close_button = IconButton(
            theme, Sign.CLOSE, tr("Close the reader"), self, of_action("show-reader")
        )
        self.previous = IconButton(
            theme,
            Sign.PREVIOUS,
            tr("Previous passage"),
            self,
            in_pane(Context.READER, "previous-passage"),
        )
        self.count = PlainLabel(self)
        self.next = IconButton(
            theme, Sign.NEXT, tr("Next passage"), self, in_pane(Context.READER, "next-passage")
        )
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(0)
        self._add_row(
            self.title, self.back, self.forward, self.find_button, self.more, self.close_button
        )
        self._add_row(self.brief, self.previous, self.count, self.next)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def _add_row(self, words: QWidget, *buttons: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(words, 1)
        for button in buttons:
            row.addWidget(button)
        self._rows.addLayout(row)

    def _show_more(self) -> None:
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = QMenu(self)
        add_original(self.menu)
        self.menu.triggered.connect(self._on_more)
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _on_more(self, action: QAction) -> None:
        self.original_wanted.emit(action.data() == "folder")

    def show_source(self, source: Source | None) -> None:
        """None for no source."""
        self.more.setVisible(source is not None and source.original is not None)
        self.title.setVisible(source is not None)
        self.brief.setVisible(source is not None)
        if source:
            self.title.setText(set_apart(source.title))
            self.title.setAccessibleName(self.title.text())
            way = tr("Open this source’s page")
            self.title.set_tip(f"{source.title}\n{way}")
            self.brief.setText(in_brief(source))
            self.brief.set_tip(_in_full(source))

    def show_walk(self, passages: PassageOrder) -> None:
        self.count.setText(passages.count)
        widest = out_of(len(passages), len(passages))
        self.count.setMinimumWidth(self.count.fontMetrics().horizontalAdvance(widest))
        name = tr("Passages {what}", what=passages.what).strip()
        self.count.setToolTip(plain_tip(name))
        self.count.setAccessibleName(
            f"{name}: {passages.count}" if passages.count else tr("No passages")
        )
        self.previous.setEnabled(passages.step(-1) is not None)
        self.next.setEnabled(passages.step(1) is not None)
        self.previous.say(tr("Previous passage {what}", what=passages.what).rstrip())
        self.next.say(tr("Next passage {what}", what=passages.what).rstrip())

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        fill(self, colours.paper)
        self._rows.setContentsMargins(px(16), px(4), px(8), px(4))
        self.count.setFont(fonts.ours(Size.SMALL))
        self.count.setStyleSheet(f"color: {colours.ink_quiet};")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(self._theme.colours.hairline))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
