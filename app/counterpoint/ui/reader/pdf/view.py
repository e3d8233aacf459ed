"""The pages one below the other, as wide as the pane, with the passages drawn on them."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
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
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from counterpoint.domain.page_places import PagePlaces
from counterpoint.domain.span import Span
from counterpoint.labels.original import page_of
from counterpoint.labels.text import capital
from counterpoint.labels.translation import tr
from counterpoint.ui.accessibility.announcing import announce
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.reader.cursor.keys import Act, act_of
from counterpoint.ui.reader.highlights.highlight import Highlight, Highlights
from counterpoint.ui.reader.layout.model import ReaderModel
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.plain_text import plain_tip

from .drawing import Drawn, PageDrawing, Wanted
from .painter import PassagePainter, lines_of
from .passages import PagePassages, Pointed
from .stack import PageStack

_GAP = 12
"""Pixels at zoom 1 between the pages and around them."""
_THIRD = 1 / 3
"""How far down a passage is put, where its page is larger than the pane."""
_PATIENCE = 250
"""Milliseconds after which a page that is not drawn yet is gone to all the same."""


_AHEAD = 60
"""Milliseconds after what is looked at before its neighbours are drawn."""


class _Goal(NamedTuple):
    span: Span
    pages: tuple[int, ...]


class PdfView(QAbstractScrollArea):
    """Shows what `drawing` has opened. Pages count from 0, spans are code points of the text."""

    turned = Signal(int)
    """The person has come to another page, by key, wheel or button."""
    page_shown = Signal()
    """`page` may be another."""
    mark_chosen = Signal(list, QPoint)
    """The keys of the marks that were clicked, and where on the screen."""
    menu_wanted = Signal(list, QPoint)
    """The keys of the marks under the pointer, perhaps none, and where on the screen."""
    asked = Signal(object)
    """An Act that is not the pages' own affair."""

    def __init__(self, theme: Theme, drawing: PageDrawing, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.page = 0
        """The one that is looked at."""
        self.model: ReaderModel | None = None
        """The text that the pages are of."""
        self._drawing = drawing
        self._stack: PageStack | None = None
        self._marks: PagePassages | None = None
        self._highlights, self._pointed = Highlights(), Pointed()
        self._goal: _Goal | None = None
        self._wanted_span: Span | None = None
        """What is to be gone to once the document is open."""
        self._moving = False
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._arrive)
        self._ahead = QTimer(self, singleShot=True, interval=_AHEAD)
        self._ahead.timeout.connect(self._on_ahead)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        drawing.opened.connect(self._on_opened)
        drawing.drawn.connect(self._on_drawn)
        theme.changed.connect(self._refit)
        self._name()

    # What is shown

    @property
    def places(self) -> PagePlaces | None:
        return None if self._drawing.pages is None else self._drawing.pages.places

    @property
    def count(self) -> int:
        """How many pages there are; 0 before the document is open."""
        return 0 if self._stack is None else len(self._stack)

    def show_text(self, model: ReaderModel | None) -> None:
        """The pages of another text are to be shown once they are open."""
        self.model = model
        self.page = 0
        self._stack = self._marks = self._goal = self._wanted_span = None
        self._highlights, self._pointed = Highlights(), Pointed()
        self._patience.stop()
        self._place_bars()
        self._name()

    def show_marks(self, highlights: Highlights, pointed: Pointed) -> None:
        """What is marked from now on."""
        same = highlights is self._highlights
        self._highlights, self._pointed = highlights, pointed
        if self._marks is not None and same:
            self._marks.pointed = pointed
        elif self.places is not None:
            self._marks = PagePassages(self.places, highlights, pointed)
        self._want()
        self.viewport().update()

    @property
    def pointed(self) -> Pointed:
        return self._pointed

    def label(self) -> str:
        """Of the page that is looked at: "page iv (4 of 12)"; "" before the document is open."""
        if self.places is None or not self.count:
            return ""
        return page_of(self.page + 1, self.count, self.places.label(self.page))

    def _on_opened(self) -> None:
        if self.places is not None:
            self._marks = PagePassages(self.places, self._highlights, self._pointed)
        self._refit()
        wanted, self._wanted_span = self._wanted_span, None
        if wanted is not None and wanted.end - wanted.start == 1:
            self.go_near(wanted.start)
        elif wanted is not None:
            self.go_to(wanted)
        else:
            self._show_page(self.page)

    def _on_drawn(self, _page: int) -> None:
        if self._goal is not None and self._is_drawn(self._goal):
            self._arrive()
        self.viewport().update()

    # Where it stands

    def go_to(self, span: Span) -> None:
        """To a passage: where it goes over two pages, both of its ends are shown if they can be."""
        if self.places is None or self._stack is None:
            self._wanted_span = span
            return
        found = tuple(each.page for each in self.places.pages_of(span))
        pages = tuple(page for page in found or (self.places.page_at(span.start),))
        self._goal = _Goal(span, tuple(page for page in pages if page < len(self._stack)) or (0,))
        self._show_page(self._goal.pages[0])
        self._want()
        if self._is_drawn(self._goal):
            self._arrive()
        else:
            self._patience.start()

    def go_near(self, position: int) -> None:
        """To where a code point of the text stands, so far as is known without asking."""
        near = Span(position, position + 1)
        self.go_to(near if self._marks is None else self._marks.waymark(position))

    def turn(self, by: int) -> None:
        """So many pages on, back where it is negative."""
        self.turn_to(self.page + by)

    def turn_to(self, page: int) -> None:
        """To the top of a page, or of the nearest that there is."""
        if self._stack is None:
            return
        page = min(max(page, 0), len(self._stack) - 1)
        self._goal = None
        self._move(round(self._stack.top(page) - self._gap))
        if page != self.page:
            self._show_page(page)
            self.turned.emit(page)
            announce(self, capital(self.label()))
        self._want()

    def _is_drawn(self, goal: _Goal) -> bool:
        drawn = (self._drawing.find(page) for page in goal.pages)
        return all(each is not None and self._fits(each) for each in drawn) and all(
            self._drawing.has(self._wanted(page)) for page in goal.pages
        )

    def is_painted(self, page: int) -> bool:
        """Whether a page stands as it is to, in its size and with all its passages."""
        return self._stack is not None and self._drawing.has(self._wanted(page))

    def _fits(self, drawn: Drawn) -> bool:
        return drawn.wanted.scale == self._wanted(drawn.wanted.page).scale

    def _arrive(self) -> None:
        """Puts what was gone to where it is seen best."""
        goal, stack = self._goal, self._stack
        self._patience.stop()
        if goal is None or stack is None:
            return
        if self._is_drawn(goal):
            self._goal = None
        height, air = self.viewport().height(), self._gap
        lines = [line for page in goal.pages for line in self._lines(page).get(goal.span, ())]
        boxes = [self._box(page) for page in goal.pages]
        top, bottom = boxes[0].top() - air, boxes[-1].bottom() + air
        if bottom - top <= height:
            y = top - (height - (bottom - top)) / 2
        elif not lines:
            y = top
        else:
            first, last = min(map(QRectF.top, lines)), max(map(QRectF.bottom, lines))
            if last - first + 2 * air > height:  # as where it goes on in another column
                first, last = lines[0].top(), lines[0].bottom()
            y = first - max(float(air), min(height * _THIRD, height - (last - first) - 2 * air))
        self._move(round(y))
        across = self.horizontalScrollBar()
        if lines and across.maximum() > 0:
            left = min(map(QRectF.left, lines)) - self._gap * 2
            across.setValue(round(left))
        self._want()

    def _move(self, y: int) -> None:
        self._moving = True
        self.verticalScrollBar().setValue(y)
        self._moving = False
        self.viewport().update()

    def _show_page(self, page: int) -> None:
        self.page = page
        self._name()
        self.page_shown.emit()

    def _name(self) -> None:
        title = self.model.source.title if self.model else ""
        page = capital(self.label()) or tr("Page")
        self.setAccessibleName(f"{page}: {title}" if title else page)

    # Laying out and drawing

    @property
    def _gap(self) -> int:
        return self.theme.fonts.px(_GAP)

    def _refit(self) -> None:
        """For the width, the zoom and the document there are now; the page stays where it is."""
        pages = self._drawing.pages
        if pages is None or not pages.sizes:
            self._stack = None
        else:
            down, was = self._down_the_page(), self._stack is not None
            jump = self._pointed.jump
            held = jump if was and jump is not None and self._sees(jump) else None
            room = float(self.viewport().width() - 2 * self._gap)
            self._stack = PageStack(pages.sizes, room, self.theme.fonts.zoom, self._gap)
            self._place_bars()
            if held is not None:
                self.go_to(held)
            elif was and self._goal is None:
                box = self._box(self.page)
                self._move(round(box.top() + down * box.height()))
        self._place_bars()
        self._want()
        self.viewport().update()

    def _sees(self, span: Span) -> bool:
        """Whether some line of a passage is in sight."""
        pane = QRectF(self.viewport().rect()).translated(self._offset())
        pages = () if self.places is None else self.places.pages_of(span)
        return any(
            pane.intersects(line)
            for found in pages
            for line in self._lines(found.page).get(span, ())
        )

    def _down_the_page(self) -> float:
        """How much of the page that is looked at is above the pane, as a share of its height."""
        if self._stack is None or self.page >= len(self._stack):
            return 0.0
        box = self._box(self.page)
        return (self.verticalScrollBar().value() - box.top()) / box.height()

    def _place_bars(self) -> None:
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        self._moving = True
        size = self.viewport().size()
        height = 0 if self._stack is None else round(self._stack.height)
        width = 0 if self._stack is None else round(self._stack.width)
        down.setRange(0, max(0, height - size.height()))
        down.setPageStep(max(1, size.height()))
        down.setSingleStep(self.theme.fonts.px(48))
        across.setRange(0, max(0, width - size.width()))
        across.setPageStep(max(1, size.width()))
        across.setSingleStep(self.theme.fonts.px(48))
        self._moving = False

    def _wanted(self, page: int) -> Wanted:
        scale = self._stack.scale(page) if self._stack is not None else 1.0
        spans = () if self._marks is None else self._marks.spans(page)
        return Wanted(page, round(scale * self.devicePixelRatioF(), 4), spans)

    def _want(self) -> None:
        """What is seen or gone to; a little later also the pages round it, so that they take
        nothing from what is just being painted."""
        self._draw(ahead=False)
        self._ahead.start()

    def _on_ahead(self) -> None:
        self._draw(ahead=True)

    def _draw(self, *, ahead: bool) -> None:
        if self._stack is None or not self.isVisible():
            return
        top = self.verticalScrollBar().value()
        seen = self._stack.between(top, top + self.viewport().height())
        goal = () if self._goal is None else self._goal.pages
        near = (self.page, *seen) if self._goal is None else ()
        beside = (self.page + 1, self.page - 1, self.page + 2) if ahead else ()
        pages = dict.fromkeys((*goal, *near, *beside))
        self._drawing.want([self._wanted(each) for each in pages if 0 <= each < len(self._stack)])

    def _box(self, page: int) -> QRectF:
        """A page, in pixels of all pages."""
        assert self._stack is not None
        return self._stack.box(page, self.viewport().width())

    def _lines(self, page: int) -> dict[Span, list[QRectF]]:
        """The lines of each passage on a page, in pixels of all pages; none while it is not
        drawn."""
        drawn = self._drawing.find(page)
        if drawn is None or self._stack is None:
            return {}
        box = self._box(page)
        return {span: lines_of(rects, box) for span, rects in drawn.rects.items()}

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self.theme.colours
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(colours.panel))
        if self._stack is not None:
            offset = self._offset()
            painter.translate(-offset)
            marks = PassagePainter(painter, self.theme.fonts)
            for page in self._stack.between(offset.y(), offset.y() + self.viewport().height()):
                self._paint_page(painter, marks, page)
            painter.resetTransform()
        if self.hasFocus():
            edge = QRectF(0, 0, self.theme.fonts.px(2), self.viewport().height())
            painter.fillRect(edge, QColor(colours.accent))

    def _paint_page(self, painter: QPainter, marks: PassagePainter, page: int) -> None:
        """White in dark colours too: it is a picture of paper, and its own colours would lie if
        they were turned round."""
        box = self._box(page).toAlignedRect()
        painter.fillRect(box, QColor(Qt.GlobalColor.white))
        drawn = self._drawing.find(page)
        if drawn is not None:
            smooth = QPainter.RenderHint.SmoothPixmapTransform
            painter.setRenderHint(smooth, not self._fits(drawn))
            painter.drawImage(box, drawn.image)
            if self._marks is not None:
                highlights = self._marks.highlights(page)
                marks.paint(highlights, self._lines(page), self._pointed, QRectF(box))
        painter.setPen(QPen(QColor(self.theme.colours.control), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(-1, -1, 0, 0))

    # What the person does

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        if self._moving or self._stack is None or not dy:
            return
        self._goal = None
        top = self.verticalScrollBar().value()
        page = self._stack.most_seen(top, top + self.viewport().height())
        if page != self.page:
            self._show_page(page)
            self.turned.emit(page)
        self._want()

    def event(self, event: QEvent) -> bool:
        """Keys that mean something here are taken before the window's shortcuts get them."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._does(event):
            event.accept()
            return True
        return super().event(event)

    def _does(self, event: QKeyEvent) -> bool:
        return bool(done_by(event, Context.PDF)) or isinstance(act_of(event, caret=False), Act)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act, bar = act_of(event, caret=False), self.verticalScrollBar()
        screen = self.viewport().height() - self.theme.fonts.px(48)
        match done_by(event, Context.PDF):
            case "next-page":
                self.turn(1)
            case "previous-page":
                self.turn(-1)
            case "first-page":
                self.turn_to(0)
            case "last-page":
                self.turn_to(self.count - 1)
            case "screen-down":
                bar.setValue(bar.value() + screen)
            case "screen-up":
                bar.setValue(bar.value() - screen)
            case _ if act in (Act.LINE_DOWN, Act.LINE_UP):
                by = bar.singleStep() if act is Act.LINE_DOWN else -bar.singleStep()
                bar.setValue(bar.value() + by)
            case _ if isinstance(act, Act):
                self.asked.emit(act)
            case _:
                event.ignore()

    def highlights_at(self, point: QPoint) -> list[Highlight]:
        """The marks under a point of the viewport."""
        if self._stack is None or self._marks is None:
            return []
        at = QPointF(point) + self._offset()
        page = self._stack.at(at.y())
        lines = self._lines(page)
        return [
            each
            for each in self._marks.highlights(page)
            if any(line.adjusted(-2, -2, 2, 2).contains(at) for line in lines.get(each.span, ()))
        ]

    def told_at(self, span: Span) -> tuple[str, ...]:
        """What is said of the marks that touch a span, each once."""
        found = self._highlights.overlapping(span)
        return tuple(dict.fromkeys(each.description for each in found))

    def screen_box(self, span: Span) -> QRect:
        """Of the marks that touch a span, else of the page that is looked at; in pixels of the
        screen."""
        if self._stack is None:
            return QRect()
        lines = self._lines(self.page)
        here = [each for each in self._highlights.overlapping(span) if each.span in lines]
        box = QRectF()
        for line in (line for each in here for line in lines[each.span]):
            box = box.united(line)
        box = self._box(self.page) if box.isEmpty() else box
        seen = box.translated(-self._offset()).toAlignedRect() & self.viewport().rect()
        return QRect(self.viewport().mapToGlobal(seen.topLeft()), seen.size())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = bool(self.highlights_at(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            keys = [each.key for each in self.highlights_at(event.position().toPoint())]
            if keys:
                self.mark_chosen.emit(keys, event.globalPosition().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        keys = [each.key for each in self.highlights_at(event.pos())] if mouse else []
        middle = self.viewport().mapToGlobal(self.viewport().rect().center())
        self.menu_wanted.emit(keys, event.globalPos() if mouse else middle)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            told = [each.description for each in self.highlights_at(event.pos())]
            QToolTip.showText(event.globalPos(), plain_tip("\n\n".join(told)) if told else "")
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def make_accessible(self) -> QAccessibleInterface:
        from .accessible import PdfInterface

        return PdfInterface(self, self)
