"""The frozen headers of the grid: paints what the layouts say, and emits clicks and drags."""

from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QLabel, QWidget

from counterpoint.ui.comparison.grid.scrolled_edges import paint_edges
from counterpoint.ui.comparison.grid.style import Style
from counterpoint.ui.painting.filling import fill

from .header_layout import HeaderLayout, HeaderState


class HeaderSource(Protocol):
    """Whoever knows what stands in the headers."""

    def head_layout(
        self, orientation: Qt.Orientation, section: int, width: int
    ) -> HeaderLayout: ...

    def head_selected(self, orientation: Qt.Orientation, section: int) -> bool: ...

    def head_noted(self, orientation: Qt.Orientation, section: int) -> bool: ...

    def head_style(self) -> Style: ...

    def hasFocus(self) -> bool: ...  # noqa: N802


class GridHeader(QHeaderView):
    """One of the two headers. `breadth` is its height (across) or width (down) in pixels."""

    chosen = Signal(int)
    """A section was clicked, not on its fold mark."""
    edit_clicked = Signal(int)
    """A double click on what does not fold: it is to be changed."""
    fold_clicked = Signal(int)
    """The fold mark was clicked, or a section that folds was clicked twice."""
    resized_by_hand = Signal(int, int)
    """Once, when the mouse is let go: section, width in pixels."""
    moved_by_hand = Signal(int, int)
    """A section was dragged: its number, and the place that it was dropped at."""
    landing = Signal(int)
    """Where what is dragged would land: pixels from where the header begins; -1 where it was."""
    pointed_at = Signal(int)
    """The mouse rests on a section; -1 when it left."""

    def __init__(self, orientation: Qt.Orientation, source: HeaderSource, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        # Ours, so that Python knows its type: to find out that of Qt's costs 8 ms.
        self.setViewport(QWidget(self))
        self._source = source
        self._breadth = 0
        self._pressed_at = QPointF()
        self._resized: tuple[int, int] | None = None
        self._pressing = False
        self._pointed = -1
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(16)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.sectionClicked.connect(self._on_clicked)
        self.sectionDoubleClicked.connect(self._on_double_clicked)
        self.sectionResized.connect(self._on_resized)
        self.sectionMoved.connect(self._on_moved)

    def set_breadth(self, breadth: int) -> None:
        self._breadth = breadth

    def breadth(self) -> int:
        return self._breadth

    def sizeHint(self) -> QSize:
        if self.orientation() == Qt.Orientation.Horizontal:
            return QSize(0, self._breadth)
        return QSize(self._breadth, 0)

    def _layout(self, section: int) -> HeaderLayout:
        across = self.orientation() == Qt.Orientation.Horizontal
        width = self.sectionSize(section) if across else self._breadth
        return self._source.head_layout(self.orientation(), section, width)

    def _box(self, section: int) -> QRect:
        at, size = self.sectionViewportPosition(section), self.sectionSize(section)
        if self.orientation() == Qt.Orientation.Horizontal:
            return QRect(at, 0, size, self.viewport().height())
        return QRect(0, at, self.viewport().width(), size)

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._source.head_style()
        painter = QPainter(self.viewport())
        across = self.orientation() == Qt.Orientation.Horizontal
        fill(painter, QRectF(event.rect()), style.paper if across else style.panel)
        for section in range(self.count()):
            box = self._box(section)
            if box.intersects(event.rect()):
                self.paintSection(painter, box, section)
        if self.orientation() == Qt.Orientation.Horizontal:
            area = self.viewport().rect()
            paint_edges(painter, QRectF(area), self, style)
            fill(painter, QRectF(0, area.bottom(), area.width(), 1), style.hairline)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803
        style = self._source.head_style()
        layout = self._layout(logicalIndex)
        state = HeaderState(
            selected=self._source.head_selected(self.orientation(), logicalIndex),
            focused=self._source.hasFocus(),
            pointed=logicalIndex == self._pointed,
            noted=self._source.head_noted(self.orientation(), logicalIndex),
            shift=self._shift(rect, layout),
        )
        painter.save()
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        layout.paint(painter, QRectF(rect), state)
        if self.orientation() == Qt.Orientation.Vertical:
            fill(painter, QRectF(rect.left(), rect.bottom(), rect.width(), 1), style.hairline)
        painter.restore()

    def _shift(self, box: QRect, layout: HeaderLayout) -> int:
        """How far a row's name is lowered, while its top is out of sight, to be read still."""
        if self.orientation() == Qt.Orientation.Horizontal:
            return 0
        return max(0, min(-box.top(), box.height() - layout.height))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position()
        self._pressing = True
        self._resized = None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._pressing = False
        self.landing.emit(-1)
        if self._resized is not None:
            section, size = self._resized
            self._resized = None
            self.resized_by_hand.emit(section, size)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._pressing and self._is_moving():
            self.landing.emit(self._landing(event.position().toPoint()))
        self._point_at(-1 if self._pressing else self.logicalIndexAt(event.position().toPoint()))

    def _is_moving(self) -> bool:
        """Whether a section follows the mouse, which Qt shows by a label over the others."""
        ghost = self.viewport().findChild(QLabel)
        return isinstance(ghost, QLabel) and ghost.isVisible()

    def _landing(self, point: QPoint) -> int:
        """As Qt finds out where it will put a section."""
        across = self.orientation() == Qt.Orientation.Horizontal
        at = point.x() if across else point.y()
        moved = self.logicalIndexAt(self._pressed_at.toPoint())
        over = self.visualIndexAt(at)
        if over < 0 or moved < 0:
            return -1
        begin, size = self.sectionViewportPosition(over), self.sectionSize(over)
        before = at < begin + size // 2
        if over == moved or over - moved == (1 if before else -1):
            return -1
        if over - moved == -1 and not before:
            return -1
        return begin if before else begin + size

    def leaveEvent(self, _event: QEvent) -> None:
        self._point_at(-1)

    def _point_at(self, section: int) -> None:
        if section != self._pointed:
            self._pointed = section
            self.viewport().update()
            self.pointed_at.emit(section)

    def _on_resized(self, section: int, _old: int, new: int) -> None:
        if self._pressing:
            self._resized = (section, new)

    def _on_moved(self, section: int, old: int, new: int) -> None:
        """The model knows the order, so what Qt moved is put back before it is told."""
        if self._pressing:
            self._pressing = False
            self.moveSection(new, old)
            self.moved_by_hand.emit(section, new)

    def _on_double_clicked(self, section: int) -> None:
        if self._layout(section).folds:
            self.fold_clicked.emit(section)
        else:
            self.edit_clicked.emit(section)

    def _on_clicked(self, section: int) -> None:
        box, layout = self._box(section), self._layout(section)
        within = self._pressed_at - QPointF(box.left(), box.top() + self._shift(box, layout))
        if layout.on_fold_mark(within):
            self.fold_clicked.emit(section)
        else:
            self.chosen.emit(section)
