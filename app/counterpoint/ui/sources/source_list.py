"""The list of the sources: its model, and how an entry is painted."""

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from counterpoint.application.library.citation import name_in
from counterpoint.domain.source import NOT_STATED, Source, told_apart
from counterpoint.labels import counts
from counterpoint.labels.date import date_in_words
from counterpoint.labels.text import DOT, capital, set_apart
from counterpoint.labels.translation import tr
from counterpoint.ui.painting.text_block import Run, TextBlock
from counterpoint.ui.theme.fonts import LINE_OF_CLAIM, Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.painted_rows import Index, PaintedRows
from counterpoint.ui.widgets.plain_text import plain_tip


def about_title() -> str:
    return tr("About these texts")


MANY = 1_000
"""Sources from which on every row is as high as the others, as nobody waits for all to be
measured."""
SLIM = 180
"""Pixels at zoom 1 of the list, below which it shows names only."""

_SLIM_LINES = 2
"""Of a name, where the list is slim and all rows are alike."""


class Role(IntEnum):
    """What a row tells besides its name: the source, or None for the first row."""

    SOURCE = Qt.ItemDataRole.UserRole
    COUNTS = Qt.ItemDataRole.UserRole + 1
    APART = Qt.ItemDataRole.UserRole + 2
    """What tells it from another of its name, or ""."""


def _not_counted(_source: str) -> str:
    """While the approaches are read."""
    return ""


class SourceList(QAbstractListModel):
    """First the texts as a whole, then each source."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sources: tuple[Source, ...] = ()
        self._rows: dict[str, int] = {}
        self._detail = ""
        self._counts: Callable[[str], str] = _not_counted
        self._apart: dict[str, str] = {}

    def show_sources(self, sources: Sequence[Source], detail: str) -> None:
        """`detail` is what the first entry says below its name."""
        self.beginResetModel()
        self._sources, self._detail, self._counts = tuple(sources), detail, _not_counted
        self._rows = {source.id: row for row, source in enumerate(self._sources, start=1)}
        self._apart = told_apart(self._sources)
        self.endResetModel()

    def show_counts(self, counts: Callable[[str], str]) -> None:
        """How many passages the source with an id holds, in words; asked for what is seen."""
        self._counts = counts
        if self._sources:
            self.dataChanged.emit(self.index(1), self.index(len(self._sources)))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._sources) + 1

    def row_of(self, source: str) -> int:
        """The row of a source; 0 for "". Raises KeyError where it has none."""
        return self._rows[source] if source else 0

    def has(self, source: str) -> bool:
        return source in self._rows

    def source(self, row: int) -> Source | None:
        """The source of a row, None for the first."""
        return self._sources[row - 1] if 0 < row <= len(self._sources) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        source = self.source(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return set_apart(source.short) if source else about_title()
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(set_apart(source.title)) if source else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._in_words(source)
            case Role.SOURCE:
                return source
            case Role.APART:
                return self._apart.get(source.id, "") if source else ""
            case Role.COUNTS:
                return self._counts(source.id) if source else self._detail
        return None

    def _in_words(self, source: Source | None) -> str:
        if source is None:
            return f"{about_title()}: {self._detail}"
        apart, said = self._apart.get(source.id, ""), self._counts(source.id)
        title = source.title if source.title != source.short else ""
        parts = (source.short, apart, title, *lines_of(source), said)
        return ". ".join(filter(None, parts))


def lines_of(source: Source) -> tuple[str, str]:
    """Who wrote or issued it; when, and what it is."""
    who = name_in(source.author) or name_in(source.publisher) or tr("Author not stated")
    kind = "" if source.kind == NOT_STATED else capital(set_apart(source.kind))
    when = capital(date_in_words(source.date))
    return set_apart(who), " · ".join(filter(None, (when, kind)))


def _second_line(index: Index) -> str:
    """The title, if it is not the name; before it what tells the source from another of its name,
    as the title may be that of the other too."""
    source = index.data(Role.SOURCE)
    if not isinstance(source, Source):
        return ""
    title = source.title if source.title != source.short else ""
    return DOT.join(map(set_apart, filter(None, (str(index.data(Role.APART)), title))))


def passages_in_words(passages: int, approaches: int) -> str:
    """ "12 passages for 6 approaches", or that there are none."""
    if not passages:
        return tr("No passages")
    return tr(
        "{passages} for {approaches}",
        passages=counts.passages(passages),
        approaches=counts.approaches(approaches),
    )


class SourceDelegate(PaintedRows):
    """Name and date, title in the source's letter, author and kind, number of passages; where the
    list is slim, the name alone and whole."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(theme, view)
        self._view = view
        self.alike = False
        """Whether every row is as high as the others."""

    def _is_slim(self) -> bool:
        """Whether there is room for names only; the page says the rest."""
        return self._view.width() < self.theme.fonts.px(SLIM)

    def _name(self, index: Index, width: int) -> TextBlock:
        bold = self.theme.fonts.ours(bold=True)
        ink = QColor(self.theme.colours.ink)
        room = max(1, width - self.theme.fonts.px(28))
        return TextBlock([Run(str(index.data()), bold, ink)], room, LINE_OF_CLAIM)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self.theme.fonts.px
        if self._is_slim():
            if self.alike:
                return QSize(px(100), _SLIM_LINES * self.pitch(Size.BODY) + 2 * px(10))
            name = self._name(index, self._view.viewport().width())
            return QSize(px(100), name.height + 2 * px(10))
        lines = 4 if index.row() or self.alike else 1
        if lines > 1 and not self.alike and not _second_line(index):
            lines -= 1
        height = self.pitch(Size.BODY) + lines * self.pitch(Size.SMALL) + 2 * px(10)
        return QSize(px(160), height)

    def ground(self, *, hovered: bool) -> QColor:
        return QColor(self.theme.colours.paper if hovered else self.theme.colours.panel)

    def paint_row(self, painter: QPainter, box: QRect, index: Index, *, focused: bool) -> None:
        colours, fonts, px = self.theme.colours, self.theme.fonts, self.theme.fonts.px
        painter.setPen(QColor(colours.hairline))
        painter.drawLine(box.left() + px(16), box.bottom(), box.right(), box.bottom())
        inner = box.adjusted(px(16), px(10), -px(12), -px(10))
        if self._is_slim():
            painter.save()
            painter.setClipRect(inner)
            self._name(index, box.width()).paint(painter, inner.left(), inner.top())
            painter.restore()
            return
        source = index.data(Role.SOURCE)
        bold = fonts.ours(bold=True)
        name = str(index.data())
        top = self.line(painter, inner, inner.top(), name, bold, Size.BODY, colours.ink)
        if isinstance(source, Source):
            if second := _second_line(index):
                letter = (fonts.ours if index.data(Role.APART) else fonts.theirs)(Size.SMALL)
                top = self.line(painter, inner, top, second, letter, Size.SMALL, colours.ink)
            for said in lines_of(source):
                top = self._quiet(painter, inner, top, said)
        self._quiet(painter, inner, top, str(index.data(Role.COUNTS)))

    def _quiet(self, painter: QPainter, inner: QRect, top: int, text: str) -> int:
        small, ink = self.theme.fonts.ours(Size.SMALL), self.theme.colours.ink_quiet
        return self.line(painter, inner, top, text, small, Size.SMALL, ink)
