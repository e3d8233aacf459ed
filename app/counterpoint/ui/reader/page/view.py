"""The reader's page: paints the visible rows with their marks, and selects words in them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessibleInterface,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from counterpoint.domain.invisible_characters import Unseen, shown_at
from counterpoint.domain.span import Span
from counterpoint.labels.paragraph import heading, quoted
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context
from counterpoint.ui.actions.shown_keys import in_pane
from counterpoint.ui.reader.cursor.keys import Act, act_of
from counterpoint.ui.reader.cursor.movement import Move, moved
from counterpoint.ui.reader.cursor.pointer import Pointer
from counterpoint.ui.reader.cursor.selection import Selection, Unit
from counterpoint.ui.reader.highlights.highlight import Highlight, Highlights
from counterpoint.ui.reader.highlights.note_mark import NoteMark, NoteMarks, sign_box
from counterpoint.ui.reader.highlights.row_highlights import RowHighlights, highlights_of_row
from counterpoint.ui.reader.layout.model import ReaderModel
from counterpoint.ui.reader.layout.paragraph import Paragraph
from counterpoint.ui.reader.page.announcer import CaretAnnouncer
from counterpoint.ui.theme.theme import Theme

from .accessible import PageInterface
from .page import Page
from .row_painter import Overlay, RowPainter


class ReaderView(Page):
    """A Page with marks, a passage jumped to, what was found, and a selection."""

    marks_clicked = Signal(list, QPoint)
    """The keys of the marks under a click, and where on the screen it was."""
    note_clicked = Signal(str)
    """The sign of a note was clicked: the note's id."""
    menu_wanted = Signal(int, QPoint)
    """The code point under the pointer (the caret's for the menu key), and where on the screen."""
    selection_changed = Signal(object)
    """The selected Span, or None."""
    drag_wanted = Signal()
    """The words that are selected are dragged out of the text."""
    marks_changed = Signal()
    """What is marked is other: the passages, the one jumped to, or what was found."""
    asked = Signal(object)
    """An Act that is not the page's own affair."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._row_highlights: dict[int, RowHighlights] = {}
        self._notes = NoteMarks()
        self._jump: tuple[Span, ...] = ()
        self.jump_exact = True
        """Whether the words jumped to are those that were quoted."""
        self.jump_span: Span | None = None
        """The passage jumped to, whole; None if none is marked."""
        self._hits_in: Callable[[Span], Sequence[Span]] | None = None
        self.hit: Span | None = None
        """What was found and is looked at."""
        self._selection = Selection()
        self._caret_shown = False
        self._goal: float | None = None
        self._pointer = Pointer(self.viewport(), self)
        self._pointer.marks_clicked.connect(self.marks_clicked)
        self._pointer.note_clicked.connect(self.note_clicked)
        self._voice = CaretAnnouncer(self, self)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.setAccessibleName(tr("Source text"))
        self.setAccessibleDescription(
            tr(
                "{caret} reads by line, with a caret in the text; {next} and {previous} go from "
                "passage to passage",
                caret=in_pane(Context.READER, "caret"),
                next=in_pane(Context.READER, "next-passage"),
                previous=in_pane(Context.READER, "previous-passage"),
            )
        )

    def show_model(self, model: ReaderModel | None, highlights: Highlights) -> None:
        self._jump, self.jump_span, self._hits_in, self.hit = (), None, None, None
        self._notes = NoteMarks()
        self._selection = Selection()
        self._caret_shown = False
        super().show_model(model, highlights)
        self.selection_changed.emit(None)

    def _relaid(self) -> None:
        self._row_highlights.clear()
        super()._relaid()

    def set_highlights(self, highlights: Highlights) -> None:
        super().set_highlights(highlights)
        self.marks_changed.emit()

    def set_notes(self, notes: NoteMarks) -> None:
        """Marks these notes in the margin."""
        if notes != self._notes:
            self._notes = notes
            self._row_highlights.clear()
            self.viewport().update()

    # The passage jumped to, and what was found.

    def jump_to(self, span: Span, *, exact: bool = True) -> None:
        """Puts the passage a third from the top and marks it until `clear_jump`.

        One that is not exact is framed with a broken line, and nothing is laid behind it.
        """
        if self.flow:
            self.mark_jump(span, exact=exact)
            first = self.flow.model.first_word(span)
            self._caret_shown = False
            self.select(first, first)
            self.put(first, None)

    def mark_jump(self, span: Span, *, exact: bool = True) -> None:
        """Marks the passage as jumped to, wherever it is."""
        self._jump = self.model.without_breaks(span) if self.model else ()
        self.jump_exact = exact
        self.jump_span = span
        self.viewport().update()
        self.marks_changed.emit()

    def clear_jump(self) -> None:
        self._jump, self.jump_span = (), None
        self.viewport().update()
        self.marks_changed.emit()

    def show_hits(self, hits_in: Callable[[Span], Sequence[Span]] | None, hit: Span | None) -> None:
        """Marks what was found: `hits_in` gives the finds that touch a span, `hit` is the one
        looked at."""
        self._hits_in, self.hit = hits_in, hit
        self.viewport().update()
        self.marks_changed.emit()

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self.theme.colours.paper))
        if not self.flow:
            return
        rows = RowPainter(painter, self.flow.measures, self.theme.colours)
        for paragraph, y in self.flow.on_screen():
            if y + paragraph.height >= event.rect().top() and y <= event.rect().bottom():
                label = self.flow.model.label(paragraph.row)
                rows.paint(
                    paragraph,
                    y,
                    label,
                    self._row_highlights_of(paragraph),
                    self._overlay(paragraph),
                )
        if self.hasFocus():
            edge = QRect(0, 0, self.theme.fonts.px(2), self.viewport().height())
            painter.fillRect(edge, QColor(self.theme.colours.accent))

    def _row_highlights_of(self, paragraph: Paragraph) -> RowHighlights:
        assert self.flow
        if paragraph.row not in self._row_highlights:
            self._row_highlights[paragraph.row] = highlights_of_row(
                paragraph, self.flow.model, self.highlights, self._notes
            )
        return self._row_highlights[paragraph.row]

    def _overlay(self, paragraph: Paragraph) -> Overlay:
        assert self.flow
        return Overlay(
            jump=self._jump,
            jump_exact=self.jump_exact,
            hits=self._hits_in(paragraph.span) if self._hits_in else (),
            hit=self.hit,
            selection=self._selection.span,
            caret=self._selection.caret if self.caret_row() == paragraph.row else None,
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()
        self._voice.tell_soon()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    # What is under a point.

    def _under(self, point: QPoint) -> tuple[Paragraph, float, float] | None:
        """The row nearest to a point, and the point in that row's pixels."""
        if not self.flow:
            return None
        rows = self.flow.on_screen()
        for paragraph, y in rows:
            if point.y() < y + paragraph.height or paragraph is rows[-1][0]:
                return paragraph, point.x() - self.flow.measures.text_left, point.y() - y
        return None

    def position_at(self, point: QPoint) -> int:
        """Where a caret would go for a point; 0 on an empty page."""
        under = self._under(point)
        return under[0].position_at(under[1], under[2]) if under else 0

    def letter_at(self, point: QPoint) -> int:
        """The code point nearest under a point; 0 on an empty page."""
        under = self._under(point)
        return under[0].letter_at(under[1], under[2]) if under else 0

    def unseen_at(self, point: QPoint) -> Unseen | None:
        """The sign under a point in whose place another is shown."""
        under, model = self._under(point), self.model
        if not under or model is None or not under[0].holds(under[1], under[2]):
            return None
        return shown_at(model.text, under[0].letter_at(under[1], under[2]))

    def highlights_at(self, point: QPoint) -> list[Highlight]:
        """The marks of the letter under a point; none beside or between the lines."""
        under = self._under(point)
        if not under or not self.flow or not under[0].holds(under[1], under[2]):
            return []
        position = under[0].letter_at(under[1], under[2])
        letter = Span(position, position + 1)
        return self.highlights.overlapping(letter) if self.flow.model.without_breaks(letter) else []

    def notes_at(self, point: QPoint) -> list[NoteMark]:
        """The notes whose sign is at a point, with some air round it."""
        under = self._under(point)
        if not under or not self.flow:
            return []
        paragraph, _, y = under
        row_highlights, air = self._row_highlights_of(paragraph), self.theme.fonts.px(4)
        for line, notes in row_highlights.noted.items():
            below = line in row_highlights.answered
            box = sign_box(paragraph, self.flow.measures, line, below=below)
            if box.adjusted(-air, -air, air, air).contains(QPointF(point.x(), y)):
                return notes
        return []

    # Selecting.

    def selection(self) -> Span | None:
        """What is selected."""
        return self._selection.span

    def is_selected(self, position: int) -> bool:
        """Whether the letter at a code point is selected."""
        span = self._selection.span
        return span is not None and span.start <= position < span.end

    def drag_selection(self) -> None:
        self.drag_wanted.emit()

    def caret(self) -> int:
        """Where the moving end of the selection is."""
        return self._selection.caret

    def select(self, start: int, caret: int) -> None:
        """Selects from `start` to `caret`, where the caret then stands."""
        self._selection.set(start, caret)
        self._selected()

    def select_all(self) -> None:
        if self.flow:
            last = self.flow.model.span(len(self.flow.model) - 1)
            self.select(self.flow.model.row_starts[0], last.end)

    def begin_selection(self, position: int, unit: Unit) -> None:
        """Selects the word or paragraph at a code point, or nothing, and goes on by that unit."""
        if self.flow:
            self._caret_shown = False
            self._selection.begin(self.flow.model, position, unit)
            self._selected()

    def extend_to(self, position: int) -> None:
        if self.flow:
            self._selection.extend(self.flow.model, position)
            self._selected()

    def _selected(self) -> None:
        self._goal = None
        self.viewport().update()
        self.selection_changed.emit(self._selection.span)

    # Keys.

    def event(self, event: QEvent) -> bool:
        """Keys that mean something here are taken before the window's shortcuts get them."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if (
            override
            and isinstance(event, QKeyEvent)
            and act_of(event, caret=self._caret_shown) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = act_of(event, caret=self._caret_shown)
        if act is None:
            event.ignore()
        elif isinstance(act, Move):
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._move_caret(act, extend=extend)
        else:
            self._do(act)

    def _move_caret(self, move: Move, *, extend: bool) -> None:
        if not self.flow:
            return
        goal = self._goal
        if move in (Move.UP, Move.DOWN) and goal is None:
            row = self.flow.model.row_at(self._selection.caret)
            goal = self.flow.paragraph(row).x_of(self._selection.caret)
        if not self._caret_shown and not self._selection.span and not self._is_caret_visible():
            self._selection.set(self.first_visible()[0], self.first_visible()[0])
        selected = self._selection.span
        caret = moved(self.flow, self._selection.caret, move, goal)
        if extend:
            self._selection.unit = Unit.LETTER
            self._selection.caret = caret
        else:
            self._selection.set(caret, caret)
        self._caret_shown = True
        self._selected()
        self._goal = goal if move in (Move.UP, Move.DOWN) else None
        self.ensure_visible(caret)
        self._voice.tell(selected, by_line=move in (Move.UP, Move.DOWN))

    def _is_caret_visible(self) -> bool:
        top = self.top_of_line(self._selection.caret)
        return top is not None and 0 <= top < self.viewport().height()

    def _do(self, act: Act) -> None:
        page = self.viewport().height() - self.theme.fonts.px(48)
        line = self.theme.fonts.px(50)
        ways = {Act.LINE_UP: -line, Act.LINE_DOWN: line, Act.PAGE_UP: -page, Act.PAGE_DOWN: page}
        if act in ways:
            self.scroll_by(ways[act])
            self._voice.tell_scrolled()
        elif act in (Act.TO_START, Act.TO_END):
            self.scroll_to_end(end=act is Act.TO_END)
            self._voice.tell_scrolled()
        elif act is Act.SELECT_ALL:
            self.select_all()
        elif act is Act.CARET:
            self._show_caret(not self._caret_shown)
        elif act is Act.ESCAPE and (self._caret_shown or self._selection.span):
            self._show_caret(False)
            self.select(self._selection.caret, self._selection.caret)
        else:
            self.asked.emit(act)

    def _show_caret(self, shown: bool) -> None:
        if shown and not self._is_caret_visible():
            self.select(self.first_visible()[0], self.first_visible()[0])
        self._caret_shown = shown
        self.viewport().update()
        self._voice.tell(self._selection.span)

    # The mouse.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.release(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(self.letter_at(event.pos()), event.globalPos())
            return
        caret = self._selection.caret
        box = self.screen_rectangle(Span(caret, caret + 1))
        where = box.bottomLeft() if box.isValid() else self.mapToGlobal(self.rect().center())
        self.menu_wanted.emit(caret, where)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._pointer.tip(event)
            return True
        return super().viewportEvent(event)

    # For assistive technology.

    def make_accessible(self) -> QAccessibleInterface:
        return PageInterface(self, self)

    def caret_row(self) -> int | None:
        """The row in which the keys move the caret; None if they do not."""
        here = self.model is not None and self._caret_shown and self.hasFocus()
        return self.model.row_at(self._selection.caret) if here and self.model else None

    def spoken_label(self, row: int) -> str:
        """Number and marks of a row, in words."""
        if not self.model:
            return ""
        span = self.model.span(row)
        highlights = self.highlights.overlapping(span)
        stands = quoted() if self.model.set_in(row).quoted else heading(self.model.level(row))
        marks = dict.fromkeys(mark.description for mark in highlights)
        parts = [self.model.label(row), stands, *marks]
        parts += [tr("Note: {words}", words=note.words) for note in self._notes.begun_in(span)]
        return ". ".join(part.replace("\n", ", ") for part in parts if part)

    def visible_rows(self) -> range:
        rows = self.flow.on_screen() if self.flow else []
        return range(rows[0][0].row, rows[-1][0].row + 1) if rows else range(0)

    def screen_rectangle(self, span: Span) -> QRect:
        """Around the words of a span that are visible, in pixels of the screen; else empty."""
        around = QRect()
        if self.flow:
            for paragraph, y in self.flow.on_screen():
                for box in paragraph.rectangles(span):
                    moved_box = box.translated(self.flow.measures.text_left, y)
                    around = around.united(moved_box.toAlignedRect())
        corner = self.viewport().mapToGlobal(around.topLeft())
        return QRect(corner, around.size()) if around.isValid() else around

    def position_at_screen(self, point: QPoint) -> int:
        return self.position_at(self.viewport().mapFromGlobal(point))
