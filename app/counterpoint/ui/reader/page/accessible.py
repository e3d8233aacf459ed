"""The reader for screen readers: a document whose children are its paragraphs, as text."""

from typing import Protocol
from weakref import proxy, ref

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import Shiboken

from counterpoint.domain.layout import BlockKind
from counterpoint.domain.span import Span
from counterpoint.ui.accessibility.node import Node, Nodes
from counterpoint.ui.accessibility.spoken_text import SpokenText
from counterpoint.ui.reader.layout.model import ReaderModel


class ReadablePage(Protocol):
    """What a view lets assistive technology see. Rectangles are in pixels of the screen."""

    @property
    def model(self) -> ReaderModel | None: ...

    def spoken_label(self, row: int) -> str:
        """Number and marks of a row, in words."""
        ...

    def visible_rows(self) -> range: ...

    def screen_rectangle(self, span: Span) -> QRect: ...

    def position_at_screen(self, point: QPoint) -> int: ...

    def ensure_visible(self, position: int) -> None: ...

    def select(self, start: int, caret: int) -> None: ...

    def caret(self) -> int: ...

    def caret_row(self) -> int | None:
        """The row in which the keys move the caret; None if they do not."""
        ...


class ParagraphText(SpokenText):
    """The words of one row. What is selected is announced by `CaretAnnouncer`."""

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

    def letter_box(self, point: int) -> QRect:
        position = self._span().start + point
        return self._page.screen_rectangle(Span(position, position + 1))

    def letter_under(self, where: QPoint) -> int:
        return self._page.position_at_screen(where) - self._span().start

    def caret(self) -> int:
        return self._page.caret() - self._span().start

    def select(self, start: int, caret: int) -> None:
        first = self._span().start
        self._page.select(first + start, first + caret)

    def ensure_visible(self, point: int) -> None:
        self._page.ensure_visible(self._span().start + point)


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
        state.selectableText = state.multiLine = state.focusable = True
        state.focused = self._page.caret_row() == self.row
        state.offscreen = self.row not in self._page.visible_rows()
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
        """The node of a row of the text that is shown; None if there is no such row."""
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
