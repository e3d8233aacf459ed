"""A table that shows a sheet: fitted, painted and hit by the same layouts."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QScrollBar, QTableView, QWidget

from counterpoint.application.library.arrangement import Arrangement, Rows
from counterpoint.application.library.edited import Edited
from counterpoint.application.library.sheet import Sheet
from counterpoint.domain.note import Target, TargetKind
from counterpoint.labels.translation import tr
from counterpoint.ui.accessibility.own_focus import OwnFocusTable
from counterpoint.ui.actions.pane_keys import Context
from counterpoint.ui.actions.shown_keys import in_pane
from counterpoint.ui.comparison.header.corner_header import CornerHeader
from counterpoint.ui.comparison.header.header_layout import HeaderLayout
from counterpoint.ui.comparison.header.header_view import GridHeader
from counterpoint.ui.painting.eliding import elided
from counterpoint.ui.painting.filling import fill
from counterpoint.ui.painting.note_sign import draw_note
from counterpoint.ui.painting.text_block import Run, TextBlock

from .column_fitting import ColumnFitting
from .layout_cache import LayoutCache
from .model import GridModel
from .navigation import GridPosition
from .row_heights import RowHeights
from .scrolled_edges import paint_edges
from .shrinking_heads import ShrinkingHeads
from .spot import Spot
from .style import Style

STEP = 24
"""Pixels at zoom 1 of a step of a scroll bar, as in the reader; a notch of the wheel is three."""

_Index = QModelIndex | QPersistentModelIndex
_HORIZONTAL, _VERTICAL = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


class SheetTable(OwnFocusTable):
    """Shows approaches against dimensions under frozen headers, and marks one place.

    Nothing is laid out before the table is visible, and then only what is visible.
    """

    disturbed = Signal()
    """Scrolled or gone elsewhere: whatever floats over the table should go."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Ours, so that Python knows its type: to find out that of Qt's costs 8 ms.
        self.setViewport(QWidget(self))
        self.grid_model = GridModel(self)
        self._layouts = LayoutCache(self.grid_model, style)
        self._place: GridPosition | None = None
        self._hidden: Target | None = None
        """What was marked and is not shown now; the mark comes back with it, if nothing else is
        marked meanwhile."""
        self._pointed_cell: tuple[int, int] | None = None
        """The cell that the mouse is on."""
        self._drop_cell: tuple[int, int] | None = None
        """Into which what the mouse takes along would be put."""
        self._fitting = False
        self._due = self._unseen = True
        self._fitted = QSize()
        self.corner_header = CornerHeader(style, self)
        self.columns_header = GridHeader(_HORIZONTAL, self, self)
        self.rows_header = GridHeader(_VERTICAL, self, self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAutoScroll(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(tr("Comparison"))
        self.setAccessibleDescription(
            tr(
                "Arrows walk from answer to answer or claim to claim, {jump} jumps to the passage "
                "and again opens an answer, {peek} says the quotation",
                jump=in_pane(Context.COMPARISON, "activate"),
                peek=in_pane(Context.COMPARISON, "peek"),
            )
        )
        self.setHorizontalHeader(self.columns_header)
        self.setVerticalHeader(self.rows_header)
        self.rows_header.setSectionResizeMode(GridHeader.ResizeMode.Fixed)
        self.setModel(self.grid_model)
        for head in (self.columns_header, self.rows_header):
            # Its own, ever empty: headers show no selected cell, and would be painted at each step.
            head.setSelectionModel(QItemSelectionModel(self.grid_model, head))
        self._heights = RowHeights(self, self._layouts)
        self._heads = ShrinkingHeads(self, self.columns_header, self._layouts)
        headers = self.columns_header, self.rows_header
        self._columns = ColumnFitting(self, headers, self.grid_model, self._layouts, self._heads)
        self.columns_header.sectionResized.connect(self._on_column_resized)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._on_scrolled_across)
        self._apply_theme()

    def show_sheet(self, sheet: Sheet, arrangement: Arrangement, short: Mapping[str, str]) -> None:
        """Shows other rows or columns. The mark stays on its thing if that is still shown, else in
        its cell; where its approach was put away, it goes to the one beside."""
        target, rows = self._marked(), self.grid_model.row_ids()
        before = [approach.head.id for approach in self.grid_model.sheet.approaches]
        scrolled = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self._layouts.forget()
        self._mark(None)
        self.grid_model.show_sheet(sheet, arrangement, short)
        self._let_heads_move(arrangement)
        self._mark(target)
        if target is not None and self._place is None:
            self._mark_beside(target, before)
        self.fit()
        self.horizontalScrollBar().setValue(scrolled[0])
        if self.grid_model.row_ids() == rows:
            self.verticalScrollBar().setValue(scrolled[1])
        elif self._place is not None:
            self.reveal(self._place)
        else:
            self.verticalScrollBar().setValue(0)

    def _let_heads_move(self, arrangement: Arrangement) -> None:
        """By the mouse; questions only where they are in their own order."""
        across = self.grid_model.headers_across
        in_order = arrangement.rows is not Rows.DIFFER
        self.columns_header.setSectionsMovable(across or in_order)
        self.rows_header.setSectionsMovable(not across or in_order)

    def refold(self, arrangement: Arrangement) -> None:
        """Takes up an arrangement with the same rows and columns, otherwise folded or wide."""
        target, before = self._marked(), self.grid_model.arrangement
        self.grid_model.refold(arrangement)
        self._let_heads_move(arrangement)
        self._mark(target)
        changed = before.opened ^ arrangement.opened | before.inferred ^ arrangement.inferred
        if self.isVisible() and arrangement == before._replace(
            opened=arrangement.opened, inferred=arrangement.inferred
        ):
            self._heights.refit(self.grid_model.rows_of(changed))
            self.updateGeometries()
            self.viewport().update()
        else:
            self.fit()

    def exchange(self, sheet: Sheet, arrangement: Arrangement, edited: Edited) -> None:
        """Shows the same rows and columns after a change of the library: what is another is laid
        out anew, all else stays where it is. The mark stays on its thing, else in its cell."""
        target, model = self._marked(), self.grid_model
        model.exchange(sheet, arrangement, edited)
        self._layouts.forget_edited(edited)
        self._mark(target)
        if target is not None and self._place is None:
            self._mark_beside(target, [approach.head.id for approach in sheet.approaches])
        if not self.isVisible() or not model.headers_across:
            self.fit()
            return
        rows = [at for at, id in enumerate(model.row_ids()) if id in edited.dimensions]
        self._heights.refit(rows)
        self.updateGeometries()
        for part in (self, self.columns_header, self.rows_header):
            part.viewport().update()

    def _mark_beside(self, hidden: Target, before: Sequence[str]) -> None:
        """Marks what is next to the thing that is hidden: its cell, or that of the approach beside
        in the same row. `before`: the approaches that were shown with it."""
        shown = {approach.head.id for approach in self.grid_model.sheet.approaches}
        approach = hidden.approach
        if approach in before and approach not in shown:
            at = before.index(approach)
            beside = (*before[at + 1 :], *reversed(before[:at]))
            approach = next((id for id in beside if id in shown), approach)
        kind = TargetKind.POSITION if hidden.dimension else TargetKind.APPROACH
        place = self.grid_model.place(Target(kind, approach, hidden.dimension))
        if place is not None:
            self._place, self._hidden = place, hidden

    def _marked(self) -> Target | None:
        """What is marked, or what was before it was hidden."""
        if self._hidden is not None or self._place is None:
            return self._hidden
        return self.grid_model.target(self._place)

    def forget_hidden(self, unless: Target) -> None:
        """What was marked and is not shown now will not be marked when it is shown again, unless
        it is `unless`."""
        if self._hidden != unless:
            self._hidden = None

    def _mark(self, target: Target | None) -> None:
        """A claim in a folded cell marks the cell, until it is unfolded."""
        self._place = None if target is None else self.grid_model.place(target)
        self._hidden = target if target is None or not self.grid_model.shows(target) else None

    def restyle(self, style: Style) -> None:
        """Takes up another theme; what stood at the top stays there."""
        self._layouts.restyle(style)
        self._apply_theme()
        self.fit()

    def _apply_theme(self) -> None:
        style = self._layouts.style
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, style.paper)
        palette.setColor(QPalette.ColorRole.Window, style.panel)
        palette.setColor(QPalette.ColorRole.WindowText, style.quiet)
        self.setPalette(palette)
        self.corner_header.restyle(style)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Nothing: of the cursor, which is no index, screen readers are told otherwise."""

    # What the headers ask

    def head_layout(self, orientation: Qt.Orientation, section: int, width: int) -> HeaderLayout:
        tall = 0 if orientation == _HORIZONTAL else self.rowHeight(section)
        return self._layouts.head(orientation, section, width, tall)

    def head_selected(self, orientation: Qt.Orientation, section: int) -> bool:
        place = self._place
        if place is None or not place.on_head:
            return False
        if orientation == _HORIZONTAL:
            return place.row < 0 and place.column == section
        return place.column < 0 and place.row == section

    def head_noted(self, orientation: Qt.Orientation, section: int) -> bool:
        across = orientation == _HORIZONTAL
        place = GridPosition(-1, section) if across else GridPosition(section, -1)
        return self.grid_model.notes_at(place) > 0

    def head_style(self) -> Style:
        return self._layouts.style

    # Fitting

    @property
    def was_seen(self) -> bool:
        """True once it was painted."""
        return not self._unseen

    @property
    def settled(self) -> bool:
        """True when every row has its exact height; those visible always have."""
        return self._heights.settled

    def fit(self) -> None:
        """Sets the widths and heights anew."""
        if not self.isVisible():
            self._due = True
            return
        self._due = False
        self._fitted = self.contentsRect().size()
        self._fitting = True
        anchor = self._columns.anchor()
        self._columns.fit()
        self._heights.begin(reckon=True)
        self.updateGeometries()
        self._columns.hold(anchor)
        self._fitting = False
        self._heads.follow()
        self._keep_visible()
        self.viewport().update()

    def _keep_visible(self) -> None:
        """Until it is first painted, a table comes to its size in several steps; whatever was
        marked before is visible when it does."""
        if self._unseen and self._place is not None:
            self.reveal(self._place)

    def _on_column_resized(self, _column: int, _old: int, _new: int) -> None:
        if not self._fitting and self.isVisible():
            self._columns.fit_heads()
            self._heights.begin(reckon=False)

    def _on_scrolled(self) -> None:
        if not self._fitting:
            self._heads.follow()
        self._heights.settle()
        self.rows_header.viewport().update()
        self.disturbed.emit()

    def _on_scrolled_across(self) -> None:
        """All is painted anew, as what fades at the edges is moved with the rest."""
        self.viewport().update()
        self.columns_header.viewport().update()
        self.disturbed.emit()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        # Else Qt takes the height of a row for a step, and a notch of the wheel is a screenful.
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(self._layouts.style.px(STEP))
        self.corner_header.setGeometry(
            QRect(0, 0, self.rows_header.breadth(), self.columns_header.breadth())
        )
        self.corner_header.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_due_to_fit():
            before = QRect(QPoint(0, 0), event.oldSize())
            kept = self._place if self._place and self._is_in(self._place, before) else None
            self.fit()
            if kept is not None:
                self.reveal(kept)
            return
        if self._columns.has_other_room() and self.isVisible():
            self._columns.fit_heads()
        self._heights.settle()
        self._keep_visible()

    def _is_due_to_fit(self) -> bool:
        """Whether it has another width; or another height, where headers of rows go by that."""
        now, before = self.contentsRect().size(), self._fitted
        by_height = bool(self.grid_model.sheet.parting) and now.height() != before.height()
        return now.width() != before.width() or by_height

    def _is_in(self, place: GridPosition, area: QRect) -> bool:
        """Whether what is marked was in sight in an area of the viewport."""
        return not place.on_head and self.rect_of(place).intersects(area)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._due:
            self.fit()

    # Where things are

    def place_at(self, point: QPoint) -> GridPosition | None:
        """What stands at a point of the viewport, by the layout that is painted."""
        row, column = self.rowAt(point.y()), self.columnAt(point.x())
        if row < 0 or column < 0:
            return None
        layout = self._layouts.cell(row, column, self.columnWidth(column))
        origin = QPoint(self.columnViewportPosition(column), self.rowViewportPosition(row))
        spot = layout.hit(QPointF(point - origin))
        return GridPosition(row, column, spot.claim, spot.evidence)

    def on_sign(self, point: QPoint) -> bool:
        """Whether the sign that opens and closes a cell stands at a point of the viewport."""
        row, column = self.rowAt(point.y()), self.columnAt(point.x())
        if row < 0 or column < 0:
            return False
        layout = self._layouts.cell(row, column, self.columnWidth(column))
        origin = QPoint(self.columnViewportPosition(column), self.rowViewportPosition(row))
        return layout.on_sign(QPointF(point - origin))

    def is_gathered(self, place: GridPosition) -> bool:
        """Whether a place is the line of a claim that stands for what is inferred beside what is
        direct."""
        layout = self._layouts.cell(*place[:2], self.columnWidth(place.column))
        return layout.is_gathered(Spot(place.claim, place.evidence))

    def sign_of(self, row: int, column: int) -> QRect:
        """Where that of a cell stands, in pixels of the viewport."""
        layout = self._layouts.cell(row, column, self.columnWidth(column))
        left, top = self.columnViewportPosition(column), self.rowViewportPosition(row)
        return layout.sign().translated(left, top).toAlignedRect()

    def point_at(self, place: GridPosition | None) -> None:
        """The mouse is on a place, or on none: the sign of its cell is seen."""
        cell = None if place is None else (place.row, place.column)
        if cell == self._pointed_cell:
            return
        before, self._pointed_cell = self._pointed_cell, cell
        for each in (before, cell):
            if each is not None and each[0] < self.grid_model.rows:
                self.repaint_place(GridPosition(*each))

    def show_drop(self, place: GridPosition | None) -> None:
        """Marks the cell into which something would be put; None: none."""
        cell = None if place is None else (place.row, place.column)
        before, self._drop_cell = self._drop_cell, cell
        for each in (before, cell) if before != cell else ():
            if each is not None and each[0] < self.grid_model.rows:
                self.repaint_place(GridPosition(*each))

    def rect_of(self, place: GridPosition) -> QRect:
        """Where a place is, in pixels of the viewport (a header: of its own viewport)."""
        if place.row < 0:
            at = self.columns_header.sectionViewportPosition(place.column)
            size = self.columns_header.sectionSize(place.column)
            return QRect(at, 0, size, self.columns_header.height())
        if place.column < 0:
            at = self.rows_header.sectionViewportPosition(place.row)
            return QRect(0, at, self.rows_header.width(), self.rows_header.sectionSize(place.row))
        left, top = self.columnViewportPosition(place.column), self.rowViewportPosition(place.row)
        if place.claim is None:
            return QRect(left, top, self.columnWidth(place.column), self.rowHeight(place.row))
        layout = self._layouts.cell(place.row, place.column, self.columnWidth(place.column))
        return layout.rect(Spot(place.claim, place.evidence)).translated(left, top).toAlignedRect()

    def words_at(self, place: GridPosition) -> tuple[QRect, QFont, int] | None:
        """Where the very words of a claim stand, in pixels of the viewport, with their font and the
        height of their lines; None of anything else."""
        if place.on_head or place.claim is None:
            return None
        layout = self._layouts.cell(place.row, place.column, self.columnWidth(place.column))
        found = layout.words(Spot(place.claim, place.evidence))
        if found is None:
            return None
        left, top = self.columnViewportPosition(place.column), self.rowViewportPosition(place.row)
        return found[0].translated(left, top).toAlignedRect(), found[1], found[2]

    def rect_on_screen(self, place: GridPosition) -> QRect:
        """The same in pixels of the screen, cut to what is seen."""
        owner = self.viewport()
        if place.row < 0:
            owner = self.columns_header.viewport()
        elif place.column < 0:
            owner = self.rows_header.viewport()
        seen = self.rect_of(place).intersected(owner.rect())
        return QRect(owner.mapToGlobal(seen.topLeft()), seen.size())

    def reveal(self, place: GridPosition) -> None:
        """Scrolls no further than is needed to make a place visible."""
        if not self.isVisible():
            return
        if place.row >= 0:
            self._heights.settle_row(place.row)
            self._scroll_down_to(place)
            self._heights.settle()
            self._scroll_down_to(place)
        if place.column >= 0:
            left = self.columnViewportPosition(place.column)
            over = left + self.columnWidth(place.column) - self.viewport().width()
            _scroll(self.horizontalScrollBar(), left, over)

    def _scroll_down_to(self, place: GridPosition) -> None:
        self.updateGeometries()
        rect = self.rect_of(place)
        air = self._layouts.style.padding
        row_top = self.rowViewportPosition(place.row)
        row_bottom = row_top + self.rowHeight(place.row)
        top, bottom = max(rect.top() - air, row_top), min(rect.bottom() + air, row_bottom)
        _scroll(self.verticalScrollBar(), top, bottom - self.viewport().height())

    # Painting

    def _paint_cell(self, painter: QPainter, box: QRectF, row: int, column: int) -> None:
        style = self._layouts.style
        fill(painter, box, style.paper)
        place, selected = self._place, None
        if place is not None and (place.row, place.column) == (row, column):
            selected = Spot(place.claim, place.evidence)
        layout = self._layouts.cell(row, column, self.columnWidth(column))
        painter.save()
        painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        pointed = self._pointed_cell == (row, column)
        layout.paint(painter, box, selected, focused=self.hasFocus(), pointed=pointed)
        for noted in self.grid_model.noted_places(row, column):
            sign = layout.note_box(Spot(noted.claim, noted.evidence)).translated(box.topLeft())
            draw_note(painter, sign, style.quiet)
        if self._drop_cell == (row, column):
            painter.setPen(QPen(style.accent, style.px(2)))
            painter.drawRect(box.adjusted(1, 1, -1, -2))
        painter.restore()
        fill(painter, QRectF(box.left(), box.bottom() - 1, box.width(), 1), style.hairline)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cells, and their hairlines on to the edge where the columns end before it.

        Not by a delegate: Qt would go through its approaches and indexes for each cell.
        """
        self._unseen = False
        painter, due = QPainter(self.viewport()), event.rect()
        end = self.columns_header.length() - self.columns_header.offset()
        rest = self.viewport().width() - end
        for row in range(self.grid_model.rows):
            top, height = self.rowViewportPosition(row), self.rowHeight(row)
            if top > due.bottom() or top + height <= due.top():
                continue
            for column in range(self.grid_model.columns):
                left, width = self.columnViewportPosition(column), self.columnWidth(column)
                if left <= due.right() and left + width > due.left():
                    self._paint_cell(painter, QRectF(left, top, width, height), row, column)
            self._paint_agreed(painter, row)
            if rest > 0:
                line = QRectF(end, top + height - 1, rest, 1)
                fill(painter, line, self._layouts.style.hairline)
        area = QRectF(self.viewport().rect())
        paint_edges(painter, area, self.columns_header, self._layouts.style)
        self._heights.go_on()

    def _paint_agreed(self, painter: QPainter, row: int) -> None:
        """What all hold on a folded row, across its cells, and in sight however it is scrolled."""
        words = self.grid_model.agreed(row)
        if not words:
            return
        style = self._layouts.style
        room = self.viewport().width() - 2 * style.padding
        words = elided(words, QFontMetrics(style.small), room)
        line = TextBlock([Run(words, style.small, style.quiet)], room, style.spacing)
        drop = (style.folded_height - line.height) / 2
        line.paint(painter, style.padding, self.rowViewportPosition(row) + drop)

    def repaint_place(self, place: GridPosition | None) -> None:
        """The cell or the header of a place is due to be painted."""
        if place is None:
            return
        if place.row < 0:
            self.columns_header.viewport().update()
        elif place.column < 0:
            self.rows_header.viewport().update()
        else:
            self.viewport().update(self.rect_of(GridPosition(place.row, place.column)))


def _scroll(bar: QScrollBar, before: int, after: int) -> None:
    """Scrolls back by what lies before the edge, or on by what lies after, but not past it."""
    if before < 0:
        bar.setValue(bar.value() + before)
    elif after > 0:
        bar.setValue(bar.value() + min(after, before))
