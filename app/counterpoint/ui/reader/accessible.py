"""The reader for screen readers: a document whose children are its paragraphs, as text."""

from typing import Protocol
from weakref import proxy, ref

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTextInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import Shiboken

from counterpoint.domain.layout import BlockKind
from counterpoint.domain.span import Span
from counterpoint.ui.accessibility.node import Node, Nodes

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

    def select(self, start: int, caret: int) -> None: ...

    def caret(self) -> int: ...

    def caret_row(self) -> int | None:
        """The row in which the keys move the caret; None where they do not."""
        ...


class ParagraphText(QAccessibleTextInterface):
    """The words of one row. Offsets are UTF-16 units, as Qt's text interface has them.

    It tells of no selection: Qt for Python has no way to say where one begins and ends, and would
    give any numbers. What is selected is announced instead, in `CaretVoice`.
    """

    def __init__(self, page: ReadablePage, row: int) -> None:
        super().__init__()
        self._page = page
        self._row = row

    def _span(self) -> Span:
        model = self._page.model
        return model.span(self._row) if model and self._row < len(model) else Span(0, 0)

    def words(self) -> str:
        model, span = self._page.model, self._span()
        return model.text[span.start : span.end] if model else ""

    def text(self, start: int, end: int) -> str:
        words, units = self.words(), Units(self.words())
        return words[units.point(start) : units.point(end)]

    def characterCount(self) -> int:
        return Units(self.words()).unit(len(self.words()))

    def _position(self, offset: int) -> int:
        span = self._span()
        return min(span.start + Units(self.words()).point(max(0, offset)), span.end)

    def offset(self, position: int) -> int:
        """The unit of a code point of the text; the nearest where it is in another row."""
        span = self._span()
        return Units(self.words()).unit(min(max(position, span.start), span.end) - span.start)

    def characterRect(self, offset: int) -> QRect:
        position = self._position(offset)
        return self._page.screen_rectangle(Span(position, position + 1))

    def offsetAtPoint(self, point: QPoint) -> int:
        return self.offset(self._page.position_at_screen(point))

    def cursorPosition(self) -> int:
        return self.offset(self._page.caret())

    def setCursorPosition(self, offset: int) -> None:
        position = self._position(offset)
        self._page.select(position, position)

    def selectionCount(self) -> int:
        return 0

    def addSelection(self, start: int, end: int) -> None:
        self._page.select(self._position(start), self._position(end))

    def setSelection(self, index: int, start: int, end: int) -> None:
        self.addSelection(start, end)

    def removeSelection(self, index: int) -> None:
        caret = self._page.caret()
        self._page.select(caret, caret)

    def scrollToSubstring(self, start: int, end: int) -> None:
        self._page.bring_into_sight(self._position(start))


class ParagraphNode(Node):
    """One row of the page, while its text is shown."""

    def __init__(self, root: "PageInterface", model: ReaderModel, row: int) -> None:
        super().__init__(root)
        self._page = root.page
        self._model = ref(model)
        self.row = row
        self.words = ParagraphText(root.page, row)

    def is_there(self) -> bool:
        return self._page.model is not None and self._page.model is self._model()

    def name(self) -> str:
        return " ".join(self.words.words().split())

    def description(self) -> str:
        return self._page.spoken_label(self.row)

    def part(self, kind: QAccessible.InterfaceType) -> Shiboken.Object | None:
        return self.words if kind == QAccessible.InterfaceType.TextInterface else None

    def role(self) -> QAccessible.Role:
        model = self._page.model if self.isValid() else None
        heading = model is not None and model.kind(self.row) is BlockKind.HEADING
        return QAccessible.Role.Heading if heading else QAccessible.Role.Paragraph

    def rect(self) -> QRect:
        model = self._page.model if self.isValid() else None
        return self._page.screen_rectangle(model.span(self.row)) if model else QRect()

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if not self.isValid():
            state.invalid = True
            return state
        state.readOnly = state.selectableText = state.multiLine = state.focusable = True
        state.focused = self._page.caret_row() == self.row
        state.offscreen = self.row not in self._page.rows_in_sight()
        return state


class PageInterface(QAccessibleWidget):
    """The page as a document. Its children are made when they are asked for."""

    def __init__(self, widget: QWidget, page: ReadablePage) -> None:
        super().__init__(widget, QAccessible.Role.Document)
        self.page: ReadablePage = proxy(page)
        """Not the page itself: Qt for Python keeps what it was given until the program ends."""
        self._nodes: Nodes[int, ParagraphNode] = Nodes()
        self._of: ref[ReaderModel] | None = None

    def paragraph(self, row: int) -> ParagraphNode | None:
        """The node of a row of the text that is shown; None where there is no such row."""
        model = self.page.model
        if model is None or not 0 <= row < len(model):
            return None
        if self._of is None or self._of() is not model:
            self._of = ref(model)
            self._nodes.forget()
        return self._nodes.find(row) or self._nodes.keep(row, ParagraphNode(self, model, row))

    def childCount(self) -> int:
        return len(self.page.model) if self.page.model else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return self.paragraph(index)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.row if isinstance(child, ParagraphNode) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not self.page.model or not self.rect().contains(x, y):
            return None
        return self.child(self.page.model.row_at(self.page.position_at_screen(QPoint(x, y))))

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        row = self.page.caret_row()
        return None if row is None else self.paragraph(row)
