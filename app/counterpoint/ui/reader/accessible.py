"""The reader for assistive technology: a document whose children are its paragraphs, as text."""

from functools import cache
from typing import Any, Protocol
from weakref import WeakKeyDictionary, ref

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QAccessibleTextInterface,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from counterpoint.domain.layout import BlockKind
from counterpoint.domain.span import Span

from .model import ReaderModel
from .units import Units


class ReadablePage(Protocol):
    """What a view lets assistive technology see. Rectangles are in pixels of the screen."""

    @property
    def model(self) -> ReaderModel | None: ...

    def spoken_label(self, row: int) -> str:
        """Number and marks of a row, in words."""
        ...

    def rows_in_sight(self) -> range: ...

    def screen_rectangle(self, span: Span) -> QRect: ...

    def position_at_screen(self, point: QPoint) -> int: ...

    def bring_into_sight(self, position: int) -> None: ...

    def selection(self) -> Span | None: ...

    def select(self, start: int, caret: int) -> None: ...

    def caret(self) -> int: ...


class ParagraphInterface(QAccessibleInterface, QAccessibleTextInterface):
    """One row of the page. Offsets are UTF-16 units, as Qt's text interface has them."""

    def __init__(self, page: "PageInterface", row: int) -> None:
        QAccessibleInterface.__init__(self)
        QAccessibleTextInterface.__init__(self)
        self._page = page
        self.row = row

    def _words(self) -> str:
        model = self._page.view.model
        if model is None or self.row >= len(model):
            return ""
        span = model.span(self.row)
        return model.text[span.start : span.end]

    def _span(self) -> Span:
        model = self._page.view.model
        return model.span(self.row) if model and self.row < len(model) else Span(0, 0)

    def isValid(self) -> bool:  # noqa: N802 - Qt's name
        if not shiboken6.isValid(self._page):
            return False
        model = self._page.view.model
        return model is not None and self.row < len(model)

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def parent(self) -> QAccessibleInterface:
        return self._page

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        model = self._page.view.model
        heading = self.isValid() and model and model.kind(self.row) is BlockKind.HEADING
        return QAccessible.Role.Heading if heading else QAccessible.Role.Paragraph

    def rect(self) -> QRect:
        return self._page.view.screen_rectangle(self._span())

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.readOnly = True
        state.selectableText = True
        if self.row not in self._page.view.rows_in_sight():
            state.offscreen = True
        return state

    def setText(self, kind: QAccessible.Text, text: str) -> None:  # noqa: N802 - Qt's name
        """The text of a source is never changed."""

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        return self if kind == QAccessible.InterfaceType.TextInterface else None

    def text(self, *args: Any) -> str:
        """Qt has two: the name or description of the paragraph, and its words from a to b."""
        if len(args) == 2:
            words, units = self._words(), Units(self._words())
            return words[units.point(args[0]) : units.point(args[1])]
        if args[0] == QAccessible.Text.Name:
            return self._words().replace("\n", " ")
        if args[0] == QAccessible.Text.Description:
            return self._page.view.spoken_label(self.row)
        return ""

    def characterCount(self) -> int:
        words = self._words()
        return Units(words).unit(len(words))

    def _position(self, offset: int) -> int:
        return self._span().start + Units(self._words()).point(offset)

    def _offset(self, position: int) -> int:
        span = self._span()
        return Units(self._words()).unit(min(max(position, span.start), span.end) - span.start)

    def characterRect(self, offset: int) -> QRect:
        position = self._position(offset)
        return self._page.view.screen_rectangle(Span(position, position + 1))

    def offsetAtPoint(self, point: QPoint) -> int:  # noqa: N802 - Qt's name
        return self._offset(self._page.view.position_at_screen(point))

    def cursorPosition(self) -> int:
        return self._offset(self._page.view.caret())

    def setCursorPosition(self, offset: int) -> None:
        position = self._position(offset)
        self._page.view.select(position, position)

    def selectionCount(self) -> int:  # noqa: N802 - Qt's name
        selected = self._page.view.selection()
        return int(selected is not None and selected.overlaps(self._span()))

    def addSelection(self, start: int, end: int) -> None:  # noqa: N802 - Qt's name
        self._page.view.select(self._position(start), self._position(end))

    def setSelection(self, index: int, start: int, end: int) -> None:  # noqa: N802 - Qt's name
        self.addSelection(start, end)

    def removeSelection(self, index: int) -> None:  # noqa: N802 - Qt's name
        caret = self._page.view.caret()
        self._page.view.select(caret, caret)

    def scrollToSubstring(self, start: int, end: int) -> None:
        self._page.view.bring_into_sight(self._position(start))


class PageInterface(QAccessibleWidget):
    """The page as a document. Its children are made when they are asked for, and kept: Qt's cache
    may hold on to each."""

    def __init__(self, widget: QWidget, view: ReadablePage) -> None:
        super().__init__(widget, QAccessible.Role.Document, widget.accessibleName())
        self.view = view
        self._rows: dict[int, ParagraphInterface] = {}

    def childCount(self) -> int:
        return len(self.view.model) if self.view.model else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= index < self.childCount():
            return None
        if index not in self._rows:
            self._rows[index] = ParagraphInterface(self, index)
        return self._rows[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.row if isinstance(child, ParagraphInterface) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not self.view.model or not self.rect().contains(x, y):
            return None
        return self.child(self.view.model.row_at(self.view.position_at_screen(QPoint(x, y))))


_exposed: WeakKeyDictionary[QWidget, ref[ReadablePage]] = WeakKeyDictionary()
_interfaces: list[PageInterface] = []
"""Qt holds only the C++ side of what the factory returns."""


def _make(_class: str, made_for: QObject) -> QAccessibleInterface | None:
    view = _exposed[made_for]() if isinstance(made_for, QWidget) and made_for in _exposed else None
    if not isinstance(made_for, QWidget) or view is None:
        return None
    page = PageInterface(made_for, view)
    _interfaces.append(page)
    return page


def expose(widget: QWidget, page: ReadablePage) -> None:
    """Lets assistive technology read the page that `widget` shows."""
    _exposed[widget] = ref(page)
    _install()


@cache
def _install() -> None:
    QAccessible.installFactory(_make)
