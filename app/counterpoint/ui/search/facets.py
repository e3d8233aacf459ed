"""What can be narrowed by, with how many there are of each: a list beside the results."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QStyleOptionViewItem, QWidget

from counterpoint.domain.search.narrowing import (
    Chosen,
    Counted,
    Counts,
    Facet,
    Narrowing,
    of_facet,
)
from counterpoint.labels import facet as words
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.painting.check_box import draw_check
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.grouped_model import GroupedModel, GroupedRow
from counterpoint.ui.widgets.grouped_rows import DETAIL, ENTRY, GroupedRows
from counterpoint.ui.widgets.list_view import ListView, step_over_heads
from counterpoint.ui.widgets.painted_rows import Index

FEW = 6
"""Values of a facet that are listed at first."""
MANY = 50
"""Listed once all are asked for."""
_LEFT, _BOX, _AIR = 16, 14, 3
"""Pixels at zoom 1."""


class More(NamedTuple):
    """The values of a facet that are not listed yet."""

    facet: Facet


class FacetRows(GroupedModel):
    """`name` is what a value is called."""

    def __init__(self, name: Callable[[Chosen], str], parent: QObject) -> None:
        super().__init__(parent)
        self._name = name
        self._counts: Counts = {}
        self._narrowing: Narrowing = ()
        self._whole: set[Facet] = set()
        """Of which all values are listed."""

    def show_counts(self, counts: Counts, narrowing: Narrowing) -> None:
        self._counts, self._narrowing = counts, narrowing
        self.show_rows(self._rows_of_all())

    def show_more(self, facet: Facet) -> None:
        """As good as all of a facet."""
        self._whole |= {facet}
        self.show_rows(self._rows_of_all())

    def is_on(self, entry: object) -> bool:
        return entry in self._narrowing

    def _rows_of_all(self) -> Iterator[GroupedRow]:
        for facet in Facet:
            counted, chosen = self._counts.get(facet, ()), of_facet(self._narrowing, facet)
            if len(counted) > 1 or chosen:
                yield GroupedRow(words.facet(facet), "")
                yield from self._rows_of(facet, counted, chosen)

    def _rows_of(
        self, facet: Facet, counted: Sequence[Counted], chosen: Sequence[str]
    ) -> Iterator[GroupedRow]:
        most = MANY if facet in self._whole else FEW
        if len(counted) == most + 1:  # "1 more" would take as much room
            most += 1
        listed = [each for at, each in enumerate(counted) if at < most or each.value in chosen]
        there = {each.value for each in listed}
        listed += [Counted(value, 0) for value in chosen if value not in there]
        for value, rows in listed:
            entry = Chosen(facet, value)
            name = self._name(entry)
            spoken = words.spoken(name, rows, chosen=value in chosen)
            yield GroupedRow(name, f"{rows:,}", entry, spoken)
        left = len(counted) - most
        if left > 0 and facet not in self._whole:
            more = words.more(left)
            yield GroupedRow(more, "", More(facet), more)


class FacetRow(GroupedRows):
    """A box that is ticked or not, the name, and at the right how many there are."""

    def __init__(self, theme: Theme, rows: FacetRows, parent: QObject) -> None:
        super().__init__(theme, parent)
        self._rows = rows

    def letters(self, index: Index) -> tuple[QFont, QFont, str]:
        small = self.theme.fonts.ours(Size.SMALL)
        return small, small, self.theme.colours.ink_quiet

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if index.data(ENTRY) is None:
            return super().sizeHint(option, index)
        px = self.theme.fonts.px
        return QSize(px(120), self.pitch(Size.SMALL) + 2 * px(_AIR))

    def paint_row(self, painter: QPainter, box: QRect, index: Index, *, focused: bool) -> None:
        entry = index.data(ENTRY)
        if entry is None:
            super().paint_row(painter, box, index, focused=focused)
            return
        colours, px = self.theme.colours, self.theme.fonts.px
        font, _, quiet = self.letters(index)
        room = box.adjusted(px(_LEFT), px(_AIR), -px(12), -px(_AIR))
        rows = str(index.data(DETAIL))
        width = QFontMetrics(font).horizontalAdvance(rows)
        at = QRect(room.right() - width, room.top(), width + 2, room.height())
        self.line(painter, at, room.top(), rows, font, Size.SMALL, quiet)
        side = px(_BOX)
        if isinstance(entry, Chosen):
            top = room.top() + (self.pitch(Size.SMALL) - side) / 2 + 1
            tick = QRectF(room.left(), top, side, side)
            draw_check(painter, tick, colours, on=self._rows.is_on(entry))
        room.adjust(side + px(8), 0, -width - px(8), 0)
        ink = colours.ink if isinstance(entry, Chosen) else colours.accent
        self.line(painter, room, room.top(), str(index.data()), font, Size.SMALL, ink)


class FacetList(ListView):
    """A click, Space or Enter chooses a value, or no more; the arrow to the right leads back."""

    toggled = Signal(object)
    """A Chosen."""
    left = Signal()

    def __init__(self, theme: Theme, name: Callable[[Chosen], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows = FacetRows(name, self)
        self.setModel(self.rows)
        self.setItemDelegate(FacetRow(theme, self.rows, self))
        self.setAccessibleName(tr("Narrow by"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(ListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_chosen)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def show_counts(self, counts: Counts, narrowing: Narrowing) -> None:
        """What is current stays so, and where the list was scrolled to."""
        current, at = self.currentIndex().data(ENTRY), self.verticalScrollBar().value()
        self.rows.show_counts(counts, narrowing)
        self._go_to(current)
        self.verticalScrollBar().setValue(at)

    def _go_to(self, entry: object) -> None:
        row = self.rows.row_where(lambda one: one == entry)
        if row >= 0:
            self.setCurrentIndex(self.rows.index(row))

    def enter(self) -> None:
        """Takes the focus, at a value."""
        if self.currentIndex().data(ENTRY) is None and self.rows.rowCount() > 1:
            self.setCurrentIndex(self.rows.index(1))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match done_by(event, Context.FACETS):
            case "choose":
                self._on_chosen(self.currentIndex())
            case "leave":
                self.left.emit()
            case _:
                before = self.currentIndex()
                super().keyPressEvent(event)
                step_over_heads(self, before)

    def _on_chosen(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if isinstance(entry, Chosen):
            self.toggled.emit(entry)
        elif isinstance(entry, More):
            row = index.row()
            self.rows.show_more(entry.facet)
            self.setCurrentIndex(self.rows.index(row))

    def _apply_theme(self) -> None:
        self.setStyleSheet(f"QListView {{ background: {self._theme.colours.panel}; border: 0; }}")
        self.doItemsLayout()
