"""The map as a page that scrolls: laid out where it is seen, painted by the layout that is hit."""

from time import perf_counter

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from counterpoint.application.library.held_map import HeldMap
from counterpoint.application.library.sheet import Sheet
from counterpoint.domain.note import Target, TargetKind
from counterpoint.ui.accessibility.own_focus import OwnFocusScrollArea
from counterpoint.ui.comparison.grid.noted import Noted
from counterpoint.ui.comparison.grid.style import Style

from .map_layout import MapLayout
from .painter import MapPainter, Now
from .place import Kind, Place

STEP = 24
"""Pixels at zoom 1 of a step of the scroll bar, as in the grid."""
_AIR = 8
"""Pixels at zoom 1 that stay free beyond what is made visible."""
_COUNTED_AT_ONCE = 1000
"""Cells of which it takes no time to count who parts and who is near."""
_AT_ONCE = 0.006
"""Seconds of laying out before the window gets its turn again."""


class MapPage(OwnFocusScrollArea):
    """Shows a sheet as a map, and marks one place. Pixels are those of the viewport."""

    disturbed = Signal()
    """Scrolled or gone elsewhere: whatever floats over the map should go."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.held = HeldMap(Sheet())
        self._sheet = Sheet()
        self.noted = Noted()
        self._place: Place | None = None
        self._pair: tuple[str, ...] = ()
        self._under_mouse: Place | None = None
        self._counted = True
        """Whether what is counted over the whole is there: of many cells it comes a bit later."""
        self._lines = 1
        """For which it has room meanwhile, so that nothing moves when it comes."""
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self._work_when_idle)
        self._layout: MapLayout | None = None
        self._painter: MapPainter | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # What is shown

    def show_sheet(self, sheet: Sheet) -> None:
        """Shows other rows or columns. The cursor stays on its thing if that is still shown."""
        if sheet == self._sheet:
            return
        before = [each.head.id for each in self._sheet.approaches]
        self._sheet, self.held = sheet, HeldMap(sheet)
        self._counted = len(sheet.approaches) * len(sheet.dimensions) <= _COUNTED_AT_ONCE
        self._lines = 1 if self._counted else 2
        if not all(each in self.held.heads for each in self._pair):
            self._pair = ()
        self._under_mouse = None
        self._relay()
        if self._place is not None and self.layout_now().box(self._place) is None:
            self._place = self._beside(self._place, before)

    def _beside(self, gone: Place, before: list[str]) -> Place | None:
        """What is next to a place that is not there any more: the same cell, that of an approach
        beside, or the question. `before`: the approaches that were shown with it."""
        at = before.index(gone.approach) if gone.approach in before else 0
        every = [place for line in self.layout_now().lines for place in line]
        for approach in (*before[at:], *reversed(before[:at])):
            kind = TargetKind.POSITION if gone.question else TargetKind.APPROACH
            cell = Target(kind, approach, gone.question)
            found = next((each for each in every if each.stands_for(cell)), None)
            if gone.approach and found is not None:
                return found
        asked = Place(Kind.QUESTION, gone.question)
        return asked if asked in every else None

    def restyle(self, style: Style) -> None:
        """Takes up another theme."""
        before, self._style = self._style, style
        if any(getattr(before, each) != getattr(style, each) for each in ("fonts", "colours")):
            self._relay()

    def set_noted(self, noted: Noted) -> None:
        """Shows which things have notes."""
        if noted != self.noted:
            self.noted = noted
            self._relay()

    def _relay(self) -> None:
        """All is laid out anew, below what is at the top."""
        held = self._at_top()
        self._layout = self._painter = None
        if self.isVisible():
            self._hold(held)
        self.viewport().update()

    def _at_top(self) -> tuple[Place, float] | None:
        """The question at the top of what scrolls, and how far down it begins; None in the head."""
        layout = self._layout
        if layout is None or not self.isVisible():
            return None
        scrolled = self.verticalScrollBar().value()
        at = layout.row_at(scrolled + self._above())
        if at < 0 or not scrolled:
            return None
        return layout.question(at), layout.tops[at] - scrolled - self._above()

    def _hold(self, held: tuple[Place, float] | None) -> None:
        """Fits the scroll bar, and scrolls so that a question is where it was."""
        self._fit_bar()
        at = None if held is None else self.layout_now().row_of(held[0])
        if held is not None and at is not None:
            top = self.layout_now().tops[at] - held[1] - self._above()
            self.verticalScrollBar().setValue(round(top))

    def layout_now(self) -> MapLayout:
        """Where everything stands; laid out when it is first asked for."""
        if self._layout is None:
            width = max(1, self.viewport().width())
            cells = ((head, each.id) for head in self.held.heads for each in self.held.dimensions)
            noted = any(any(self.noted.in_cell(*cell)) for cell in cells)
            self._layout = MapLayout(
                self.held,
                self._style,
                width,
                self._pair,
                noted=noted,
                count=self._counted,
                lines=self._lines,
                height=self.viewport().height(),
            )
        return self._layout

    def notes_at(self, place: Place) -> int:
        """How many notes are on what stands at a place, and in its cell."""
        if place.kind is Kind.LETTER:
            inside = self.noted.in_cell(place.approach, place.question)
            return sum(self.noted.on(target) for target in inside)
        return 0 if place.target is None else self.noted.on(place.target)

    def _fit_bar(self) -> None:
        layout, height = self.layout_now(), self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(layout.height) - height))
        bar.setPageStep(max(1, height - round(self._above())))
        bar.setSingleStep(self._style.px(STEP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        layout, size = self._layout, self.viewport().size()
        same = layout is not None and layout.m.whole == size.width()
        if not same or layout is None or layout.is_short_in(size.height()) != layout.short:
            self._relay()
        elif self.isVisible():
            self._fit_bar()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_bar()
        if self._place is not None:
            self.reveal(self._place)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()
        self.disturbed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._painter is None:
            self._painter = MapPainter(self.layout_now(), self.devicePixelRatioF())
        now = Now(self._place, self.hasFocus(), self._under_mouse, self.noted)
        painter = QPainter(self.viewport())
        scrolled, height = self.verticalScrollBar().value(), self.viewport().height()
        self._painter.paint(painter, QRectF(event.rect()), scrolled, height, now)
        painter.end()
        self._fit_bar()  # what was laid out just now may be higher
        if not self._counted or self.layout_now().next_due() is not None:
            self._idle.start()

    def _work_when_idle(self) -> None:
        """Counts over the whole, or lays out rows that are out of sight; what is seen stays."""
        if not self._counted:
            _ = self.held.most_parted, self.held.nearest
            self._counted = True
            self._relay()
            return
        layout, held, start = self.layout_now(), self._at_top(), perf_counter()
        while (at := layout.next_due()) is not None and perf_counter() - start < _AT_ONCE:
            layout.row(at)
        self._hold(held)
        if layout.next_due() is not None:
            self._idle.start()

    # Where things are

    def _above(self) -> float:
        """Pixels that the head keeps while the rows scroll."""
        layout = self.layout_now()
        return layout.head.height if layout.frozen(self.viewport().height()) else 0

    def place_at(self, point: QPointF) -> Place | None:
        """What stands at a point of the viewport, by the layout that is painted."""
        scrolled = self.verticalScrollBar().value()
        if point.y() < self._above():
            return self.layout_now().head.place_at(point)
        return self.layout_now().place_at(point + QPointF(0, scrolled))

    def rect_of(self, place: Place) -> QRect:
        """Where a place is, in pixels of the viewport; empty where it is not shown."""
        box = self.layout_now().box(place)
        if box is None:
            return QRect()
        in_head = self.layout_now().row_of(place) is None
        if not (in_head and self._above()):
            box = box.translated(0, -self.verticalScrollBar().value())
        return box.toAlignedRect()

    def rect_on_screen(self, place: Place) -> QRect:
        """The same in pixels of the screen, cut to what is seen."""
        seen = self.viewport().rect()
        if self.layout_now().row_of(place) is not None:
            seen.setTop(round(self._above()))
        seen = self.rect_of(place).intersected(seen)
        return QRect(self.viewport().mapToGlobal(seen.topLeft()), seen.size())

    def reveal(self, place: Place) -> None:
        """Scrolls no further than is needed to make a place visible."""
        in_head = self.layout_now().row_of(place) is None
        if not self.isVisible() or (in_head and self._above()):
            return
        self._scroll_to(place)
        self._lay_out_sight()
        self._scroll_to(place)

    def _lay_out_sight(self) -> None:
        """Lays out the rows that are seen, which may move those below."""
        layout, scrolled = self.layout_now(), self.verticalScrollBar().value()
        for at in range(max(0, layout.row_at(scrolled + self._above())), len(layout.tops)):
            if layout.tops[at] > scrolled + self.viewport().height():
                break
            layout.row(at)
        self._fit_bar()

    def _scroll_to(self, place: Place) -> None:
        rect, bar, air = self.rect_of(place), self.verticalScrollBar(), self._style.px(_AIR)
        over = rect.bottom() + air - self.viewport().height()
        under = rect.top() - air - round(self._above())
        if under < 0:
            bar.setValue(bar.value() + under)
        elif over > 0:
            bar.setValue(bar.value() + min(over, under))
