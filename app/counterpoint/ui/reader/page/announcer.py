"""What screen readers are told as the keys move the caret: one thing for each step."""

from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleTextCursorEvent
from PySide6.QtWidgets import QWidget

from counterpoint.domain.span import Span
from counterpoint.labels.translation import tr
from counterpoint.ui.accessibility.announcing import announce
from counterpoint.ui.actions.pane_keys import Context
from counterpoint.ui.actions.shown_keys import in_pane
from counterpoint.ui.reader.layout.flow import Flow
from counterpoint.ui.reader.page.accessible import PageInterface, ReadablePage

MOST_SAID = 300
"""Code points of what was selected by one step."""


def by_line() -> str:
    """How words can be heard that no key has come to."""
    return tr("{key} reads by line", key=in_pane(Context.READER, "caret"))


class PageWithCaret(ReadablePage, Protocol):
    """What a view lets the announcer ask."""

    @property
    def flow(self) -> Flow | None: ...

    def selection(self) -> Span | None: ...


class CaretAnnouncer(QObject):
    """Tells of the paragraph that the caret came to, else of its place there, or what it selected.

    Where no screen reader runs, nothing happens.
    """

    def __init__(self, widget: QWidget, view: PageWithCaret) -> None:
        super().__init__(widget)
        self._widget = widget
        self._view = view
        self._row: int | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell_again)

    def tell_soon(self) -> None:
        """The view got the focus, of which Qt tells after it has; then in which paragraph."""
        self._soon.start()

    def _tell_again(self) -> None:
        self._row = None
        self.tell(self._view.selection())

    def tell_scrolled(self) -> None:
        """A key scrolled the page, whose words nothing says: how they can be heard."""
        announce(self._widget, by_line())

    def tell(self, selected: Span | None, *, by_line: bool = False) -> None:
        """The keys moved the caret, or began or ceased to; `selected` before that. `by_line`: up
        or down, and the line is said, as Qt for Python cannot tell where lines begin and end."""
        widget, view = self._widget, self._view
        before, self._row = self._row, view.caret_row()
        if not QAccessible.isActive():
            return
        page = QAccessible.queryAccessibleInterface(widget)
        now = view.selection()
        if now is not None and now != selected:
            announce(widget, self._selected(now, selected))
        elif not isinstance(page, PageInterface) or self._row is None:
            QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Focus))
        elif by_line and self._row == before:
            announce(widget, self._line())
        elif paragraph := page.paragraph(self._row):
            event = QAccessibleEvent(paragraph, QAccessible.Event.Focus)
            if self._row == before:
                event = QAccessibleTextCursorEvent(paragraph, paragraph.words.cursorPosition())
            QAccessible.updateAccessibility(event)

    def _line(self) -> str:
        """The words of the line in which the caret is."""
        flow, caret = self._view.flow, self._view.caret()
        if flow is None:
            return ""
        paragraph = flow.paragraph(flow.model.row_at(caret))
        ends = [*paragraph.breaks[1:], paragraph.span.end]
        line = paragraph.line_of(caret)
        return " ".join(flow.model.text[paragraph.breaks[line] : ends[line]].split())

    def _selected(self, now: Span, before: Span | None) -> str:
        """The words that a step selected, or let go."""
        more = before is None or now.length > before.length
        changed = now
        if before is not None and now.start == before.start:
            changed = Span(min(now.end, before.end), max(now.end, before.end))
        elif before is not None and now.end == before.end:
            changed = Span(min(now.start, before.start), max(now.start, before.start))
        text = self._view.model.text if self._view.model else ""
        words = " ".join(text[changed.start : min(changed.end, changed.start + MOST_SAID)].split())
        if more:
            return tr("{words} selected", words=words)
        return tr("{words} no longer selected", words=words)
