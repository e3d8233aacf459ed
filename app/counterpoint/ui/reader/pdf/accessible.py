"""The pages of a PDF for screen readers: the one that is looked at, and the words on it as text."""

from typing import Protocol

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessibleInterface
from PySide6.QtWidgets import QWidget

from counterpoint.domain.page_places import PagePlaces
from counterpoint.domain.span import Span
from counterpoint.labels.text import DOT
from counterpoint.ui.reader.layout.model import ReaderModel
from counterpoint.ui.reader.page.accessible import PageInterface, ParagraphNode


class ShownPages(Protocol):
    """What is asked of the view."""

    page: int
    model: ReaderModel | None

    @property
    def places(self) -> PagePlaces | None: ...

    def go_to(self, span: Span) -> None: ...

    def told_at(self, span: Span) -> tuple[str, ...]:
        """What is said of the marks that touch a span."""
        ...

    def screen_box(self, span: Span) -> QRect:
        """Of a span's lines as far as they are known, else of the page; in pixels of the screen."""
        ...


class _Readable:
    """The page that is looked at, as a document that is read paragraph by paragraph."""

    def __init__(self, pages: ShownPages) -> None:
        self._pages = pages

    @property
    def model(self) -> ReaderModel | None:
        return self._pages.model if self._pages.places is not None else None

    def visible_rows(self) -> range:
        """The paragraphs of which something stands on the page."""
        model, places = self.model, self._pages.places
        words = Span(0, 0) if places is None else places.words_on(self._pages.page)
        if model is None or not words.length:
            return range(0)
        return range(model.row_at(words.start), model.row_at(words.end - 1) + 1)

    def spoken_label(self, row: int) -> str:
        model = self.model
        if model is None:
            return ""
        parts = (model.label(row), *self._pages.told_at(model.span(row)))
        return DOT.join(part.replace("\n", ", ") for part in parts if part)

    def screen_rectangle(self, span: Span) -> QRect:
        return self._pages.screen_box(span)

    def position_at_screen(self, _point: QPoint) -> int:
        places = self._pages.places
        first = None if places is None else places.first_on(self._pages.page)
        return first or 0

    def ensure_visible(self, position: int) -> None:
        self._pages.go_to(Span(position, position + 1))

    def select(self, _start: int, _caret: int) -> None:
        """Words are selected in the text, not on the page."""

    def caret(self) -> int:
        return self.position_at_screen(QPoint())

    def caret_row(self) -> int | None:
        return None


class PdfInterface(PageInterface):
    """Its children are the paragraphs on the page that is looked at."""

    def __init__(self, widget: QWidget, pages: ShownPages) -> None:
        self._readable = _Readable(pages)
        super().__init__(widget, self._readable)

    def childCount(self) -> int:
        return len(self._readable.visible_rows())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        rows = self._readable.visible_rows()
        return self.paragraph(rows[index]) if 0 <= index < len(rows) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        rows = self._readable.visible_rows()
        here = isinstance(child, ParagraphNode) and child.row in rows
        return rows.index(child.row) if here and isinstance(child, ParagraphNode) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        found = (self.child(index) for index in range(self.childCount()))
        return next((each for each in found if each and each.rect().contains(x, y)), None)
