"""One entry of the palette on one line: title, detail, and keys or kind."""

from PySide6.QtCore import QObject, QPointF, QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyleOptionViewItem

from counterpoint.application.library.find import Entry, spans
from counterpoint.domain.utf16 import Utf16Index
from counterpoint.ui.actions.shown_keys import native, spaced
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.painted_rows import Index, PaintedRows

from .excerpt import excerpt
from .model import PaletteModel, entry_kind
from .tones import hovered_tone


class EntryDelegate(PaintedRows):
    """Paints what `model` lists; what the words hit stands in the accent colour."""

    def __init__(self, theme: Theme, model: PaletteModel, parent: QObject) -> None:
        super().__init__(theme, parent)
        self._model = model
        self.restyle()

    def restyle(self) -> None:
        """Takes up the theme in force."""
        fonts = self.theme.fonts
        self._body, self._small = fonts.ours(), fonts.ours(Size.SMALL)
        self._body_metrics = QFontMetrics(self._body)
        self._small_metrics = QFontMetrics(self._small)
        self.height = fonts.px(32)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.height)

    def rule(self, *, focused: bool) -> QColor:
        """The palette's field keeps the focus."""
        return QColor(self.theme.colours.accent)

    def ground(self, *, hovered: bool) -> QColor | None:
        return hovered_tone(self.theme.colours) if hovered else None

    def paint_row(self, painter: QPainter, box: QRect, index: Index, *, focused: bool) -> None:
        colours, px = self.theme.colours, self.theme.fonts.px
        entry = self._model.entry(index.row())
        if 0 < self._model.recents == index.row():
            painter.fillRect(QRect(box.left(), box.top(), box.width(), 1), QColor(colours.hairline))
        line = box.adjusted(px(16), 0, -px(16), 0)
        baseline = box.top() + (box.height() + self._body_metrics.ascent()) / 2
        baseline -= self._body_metrics.descent() / 2
        right = self._paint_right(painter, entry, line, baseline)
        self._paint_words(painter, entry, line.left(), right - px(16), baseline)

    def _paint_right(self, painter: QPainter, entry: Entry, line: QRect, baseline: float) -> int:
        """An action's keys, or else the kind; where that begins."""
        colours = self.theme.colours
        words = spaced(native(entry.keys))
        quiet = words and entry.name not in self._model.off
        painter.setPen(QColor(colours.ink_quiet if quiet else colours.ink_faint))
        words = words or entry_kind(entry.kind)
        painter.setFont(self._small)
        left = line.right() + 1 - self._small_metrics.horizontalAdvance(words)
        painter.drawText(QPointF(left, baseline), words)
        return left

    def _paint_words(
        self, painter: QPainter, entry: Entry, left: int, right: int, baseline: float
    ) -> None:
        """The title, and the detail in what is left; each gives way where both are long."""
        colours, px = self.theme.colours, self.theme.fonts.px
        title, detail = _one_line(entry.title), _one_line(entry.detail)
        gap = px(12)
        room = max(0, right - left)
        wanted = self._body_metrics.horizontalAdvance(title)
        aside = self._small_metrics.horizontalAdvance(detail)
        most = room - gap - min(aside, room * 2 // 5) if detail else room
        ink, quiet = QColor(colours.ink), QColor(colours.ink_quiet)
        if entry.name in self._model.off:
            ink = quiet = QColor(colours.ink_faint)
        end = self._paint_text(
            painter, title, self._body, ink, QPointF(left, baseline), min(wanted, most)
        )
        rest = right - end - gap
        if detail and rest > px(32):
            place = QPointF(end + gap, baseline)
            self._paint_text(painter, detail, self._small, quiet, place, min(aside, rest))

    def _paint_text(
        self, painter: QPainter, text: str, font: QFont, ink: QColor, place: QPointF, width: float
    ) -> float:
        """Paints as much as fits, the words that are sought among it; where it ends."""
        metrics = QFontMetrics(font)
        shown = excerpt(text, spans(text, self._model.words), metrics, round(width))
        layout = QTextLayout(shown, font)
        units = Utf16Index(shown)
        formats = []
        for span in spans(shown, self._model.words):
            hit = QTextLayout.FormatRange()
            hit.start = units.unit(span.start)
            hit.length = units.unit(span.end) - hit.start
            form = QTextCharFormat()
            form.setForeground(QColor(self.theme.colours.accent))
            hit.format = form
            formats.append(hit)
        layout.setFormats(formats)
        layout.beginLayout()
        line = layout.createLine()
        line.setNumColumns(len(shown) * 2)
        layout.endLayout()
        painter.setPen(ink)
        layout.draw(painter, QPointF(place.x(), place.y() - line.ascent()))
        return place.x() + line.naturalTextWidth()


def _one_line(text: str) -> str:
    return " ".join(text.split())
