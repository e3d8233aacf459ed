"""The sheet on which a report is seen before it leaves; it is set piece by piece."""

import time
from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.accessibility.announcing import tell_focus
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.actions.shown_keys import in_pane
from counterpoint.ui.paper.links import Link, link_after, link_before, links_from
from counterpoint.ui.paper.page_browser import PageBrowser
from counterpoint.ui.paper.page_style import COLUMN
from counterpoint.ui.theme.theme import Theme

from .kept_place import Finding, KeptPlace, place_on
from .report_html import PICTURE
from .spoken_links import spoken

FIRST = 10
"""Pieces that are set at once, which fill a screen."""
SLICE = 0.006
"""Seconds for which pieces are set before whatever else waits has its turn."""
_VEIL = 175
"""Of 255: how much of a paper that is made anew is hidden meanwhile."""
ACROSS = 1060
"""Pixels at zoom 1: how wide the column is at the most where a page is laid across."""


_KEYBOARD = Qt.TextInteractionFlag.LinksAccessibleByKeyboard


class Preview(PageBrowser):
    """One stop of the Tab key: its links, hundreds of them, are gone through by keys of its own."""

    resized = Signal()
    """There is other room for it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._pieces: Iterator[str] = iter(())
        self._pictures: Mapping[str, QImage] = {}
        self._place = 0
        """Where it is still to be scrolled to."""
        self._stood: KeptPlace | None = None
        """Where it stood before it got other room, until it is set for that."""
        self._finding: Finding | None = None
        """How the place is found on what is being set."""
        self._found: Link | None = None
        self._waiting = ""
        self.short_of: Callable[[str], str] = str
        """What a source is called shortly, by its id."""
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._set_more)

    @property
    def is_whole(self) -> bool:
        """Whether all of the report is set."""
        return not self._next.isActive()

    @property
    def waiting(self) -> str:
        """What is said over a page that is no longer true, or is none yet; "" where it holds."""
        return self._waiting

    def show_waiting(self, words: str) -> None:
        """Another page is being made: the one that stands is dimmed, and the words say so."""
        if words != self._waiting:
            self._waiting = words
            self.viewport().update()

    def lay_across(self, across: bool) -> float:
        """Whether the report to come has pages laid across; the share of the width that is for
        those which are not."""
        self.set_most(ACROSS if across else None)
        return min(1.0, self._theme.fonts.px(COLUMN) / max(1, self.column)) if across else 1.0

    def show_report(
        self, pieces: Iterator[str], pictures: Mapping[str, QImage], *, keep_place: bool
    ) -> None:
        """Sets a report anew, from its top or where the one before was scrolled to."""
        stood = (self._stood or place_on(self)) if keep_place else None
        self._place = self.verticalScrollBar().value() if keep_place else 0
        self._finding, self._found = Finding(stood) if stood else None, None
        self._stood = None
        self._pictures = pictures
        self._pieces = pieces
        self.show_page("".join(islice(pieces, FIRST)), keep_place=keep_place)
        self._find_place(0, whole=False)
        self._next.start()

    def settle(self) -> None:
        """It has the room that it is set for."""
        self._stood = None

    def show_nothing(self) -> None:
        self._pieces = iter(())
        self._next.stop()
        self.show_page("", keep_place=False)

    def key_hints(self) -> tuple[str, ...]:
        return (
            tr("{key} next link", key=in_pane(Context.PREVIEW, "next-link")),
            tr("{key} follow it", key=in_pane(Context.PREVIEW, "follow")),
            tr("{key} back", key=in_pane(Context.PAGE, "leave")),
        )

    def spoken(self, link: Link) -> str:
        """With the source, which is a number here, by its name."""
        return spoken(link, super().spoken(link), self.short_of)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match done_by(event, Context.PREVIEW):
            case "next-link":
                end = self.textCursor().selectionEnd()
                self._go_to(link_after(self.document().findBlock(end), end))
            case "previous-link":
                start = self.textCursor().selectionStart()
                self._go_to(link_before(self.document().findBlock(start), start))
            case _:
                super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab leaves it."""
        flags = self.textInteractionFlags()
        self.setTextInteractionFlags(flags & ~_KEYBOARD)
        try:
            return super(PageBrowser, self).focusNextPrevChild(next)  # without going to a link
        finally:
            self.setTextInteractionFlags(flags)

    def _go_to(self, link: Link | None) -> None:
        if link is None:
            return
        cursor = self.textCursor()
        cursor.setPosition(link.start)
        cursor.setPosition(link.end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        tell_focus(self)
        self.reached.emit(*link.asked)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._waiting:
            return
        colours, fonts = self._theme.colours, self._theme.fonts
        veil = QColor(colours.paper)
        veil.setAlpha(_VEIL)
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), veil)
        painter.setFont(fonts.ours())
        area = self.viewport().rect().adjusted(0, fonts.px(24), 0, 0)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        air = fonts.px(8)
        box = painter.boundingRect(area, flags, self._waiting).adjusted(-air, -air, air, air)
        painter.fillRect(box, QColor(colours.paper))
        painter.setPen(QColor(colours.ink))
        painter.drawText(area, flags, self._waiting)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._stood is None and self.is_whole:
            self._stood = place_on(self)
        super().resizeEvent(event)
        self.resized.emit()

    def loadResource(self, type: int, name: QUrl | str) -> QImage:
        """The report's own pictures too."""
        scheme, _, rest = QUrl(name).toString().partition(":")
        if scheme == PICTURE and rest in self._pictures:
            return self._pictures[rest]
        return super().loadResource(type, name)

    def _set_more(self) -> None:
        until = time.perf_counter() + SLICE
        before = self.document().characterCount() - 1
        more = False
        cursor = QTextCursor(self.document())
        for piece in self._pieces:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            if cursor.block().length() > 1:  # else it would go on in the paragraph before
                cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
            cursor.insertHtml(piece)
            more = True
            if time.perf_counter() > until:
                break
        if more:
            self.pages += 1  # links are others now
            self.keep_whole_since(before)
            self._next.start()
        self._find_place(before, whole=not more)

    def _find_place(self, since: int, *, whole: bool) -> None:
        """`since`: behind which it was set last; `whole`: whether nothing more comes."""
        if self._finding is not None:
            if self._found is None:
                self._found = self._finding.among(
                    link
                    for link in links_from(self.document().findBlock(since))
                    if link.start >= since
                )
            if self._found is not None:
                if self._finding.go(self, self._found, whole=whole):
                    self._finding, self._place = None, 0
                return
        bar = self.verticalScrollBar()
        if self._place and (whole or (self._finding is None and bar.maximum() >= self._place)):
            bar.setValue(self._place)
            self._place = 0
