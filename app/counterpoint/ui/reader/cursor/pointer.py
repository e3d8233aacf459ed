"""The mouse on the page: a click on a mark, a selection by letter, word or paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from counterpoint.domain.invisible_characters import Unseen
from counterpoint.labels.translation import tr
from counterpoint.labels.unseen import shown_instead
from counterpoint.ui.reader.highlights.highlight import Highlight
from counterpoint.ui.reader.highlights.note_mark import NoteMark
from counterpoint.ui.widgets.plain_text import tip_of_paragraphs

from .selection import Unit

_SCROLL_EVERY_MS = 30
_UNITS = {1: Unit.LETTER, 2: Unit.WORD, 3: Unit.PARAGRAPH}


class PagePointedAt(Protocol):
    """What a view lets the mouse do. Points are in pixels of its viewport."""

    def position_at(self, point: QPoint) -> int: ...

    def letter_at(self, point: QPoint) -> int: ...

    def begin_selection(self, position: int, unit: Unit) -> None: ...

    def extend_to(self, position: int) -> None: ...

    def highlights_at(self, point: QPoint) -> Sequence[Highlight]: ...

    def notes_at(self, point: QPoint) -> Sequence[NoteMark]: ...

    def unseen_at(self, point: QPoint) -> Unseen | None: ...

    def scroll_by(self, pixels: float) -> None: ...

    def is_selected(self, position: int) -> bool: ...

    def drag_selection(self) -> None: ...


class Pointer(QObject):
    """Belongs to one view, which hands its mouse events on."""

    marks_clicked = Signal(list, QPoint)
    """The keys of the marks under a click, and where on the screen it was."""
    note_clicked = Signal(str)
    """The sign of a note was clicked: the note's id."""

    def __init__(self, viewport: QWidget, view: PagePointedAt) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._view = view
        self._pressed: QPoint | None = None
        self._at = QPoint()
        self._dragging = False
        self._held = False
        """Whether words that are selected were pressed, and may be dragged elsewhere."""
        self._clicks = 0
        self._last_click = QPoint()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_SCROLL_EVERY_MS)
        self._scrolling.timeout.connect(self._scroll_on)

    def press(self, event: QMouseEvent) -> None:
        """A first, second or third press of the left button; with Shift it extends."""
        point = event.position().toPoint()
        near = (point - self._last_click).manhattanLength() <= _reach()
        self._clicks = self._clicks % 3 + 1 if self._again.isActive() and near else 1
        self._again.start(QGuiApplication.styleHints().mouseDoubleClickInterval())
        self._last_click = point
        self._pressed = self._at = point
        self._dragging = False
        self._held = False
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._clicks = 1
            self._dragging = True
            self._view.extend_to(self._view.position_at(point))
        elif self._clicks > 1:
            self._dragging = True
            self._view.begin_selection(self._view.letter_at(point), _UNITS[self._clicks])
        elif self._view.is_selected(self._view.letter_at(point)):
            self._held = True
        else:
            self._view.begin_selection(self._view.position_at(point), Unit.LETTER)

    def move(self, event: QMouseEvent) -> None:
        self._at = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            over = self._view.highlights_at(self._at) or self._view.notes_at(self._at)
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
            self._viewport.setCursor(shape)
            return
        if (self._at - self._pressed).manhattanLength() > _reach():
            if self._held:
                self._pressed, self._held = None, False
                self._view.drag_selection()
                return
            self._dragging = True
        if self._dragging:
            self._view.extend_to(self._view.position_at(self._at))
            outside = not 0 <= self._at.y() < self._viewport.height()
            if outside and not self._scrolling.isActive():
                self._scrolling.start()
            elif not outside:
                self._scrolling.stop()

    def release(self, event: QMouseEvent) -> None:
        self._scrolling.stop()
        clicked = self._pressed is not None and not self._dragging
        self._pressed = None
        if clicked:
            point = event.position().toPoint()
            if self._held:
                self._view.begin_selection(self._view.position_at(point), Unit.LETTER)
            highlights, notes = self._view.highlights_at(point), self._view.notes_at(point)
            if notes:
                self.note_clicked.emit(notes[-1].id)
            elif highlights:
                keys = [highlight.key for highlight in highlights]
                self.marks_clicked.emit(keys, event.globalPosition().toPoint())

    def tip(self, event: QHelpEvent) -> None:
        """What is under the pointer: approach, stance, voice; the first words of notes; what a sign
        stands for that is shown in the place of another."""
        described = [highlight.description for highlight in self._view.highlights_at(event.pos())]
        described += [
            tr("Your note: {words}", words=note.words) for note in self._view.notes_at(event.pos())
        ]
        sign = self._view.unseen_at(event.pos())
        described += [shown_instead(sign)] if sign is not None else []
        if not described:
            QToolTip.hideText()
            return
        parts = dict.fromkeys(described)
        QToolTip.showText(event.globalPos(), tip_of_paragraphs(parts), self._viewport)

    def _scroll_on(self) -> None:
        height = self._viewport.height()
        beyond = self._at.y() if self._at.y() < 0 else max(0, self._at.y() - height)
        self._view.scroll_by(beyond)
        self._view.extend_to(self._view.position_at(self._at))


def _reach() -> int:
    """Pixels by which the mouse may stray in a click."""
    return QGuiApplication.styleHints().startDragDistance()
