"""Sheets of paper one below the other, as they will come out of a printer."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from counterpoint.ui.theme.theme import Theme

_AIR, _WIDEST = 16, 900
"""Pixels at zoom 1 round a sheet, and its width at the most."""
_KEPT = 12
"""Pictures of sheets that are kept in memory."""


class Sheets(QAbstractScrollArea):
    """Asks for the picture of a sheet when it is first seen."""

    wanted = Signal(int, int)
    """The number of a sheet, from 0, and how wide its picture is to be, in device pixels."""

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._pictures: dict[int, QImage] = {}
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_sheets(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Their widths and heights, in any unit."""
        self._sizes = tuple(sizes)
        self._pictures = {}
        self._measure()
        self.viewport().update()

    def put(self, number: int, picture: QImage) -> None:
        """The picture that was asked for."""
        self._pictures.pop(number, None)
        self._pictures[number] = picture
        while len(self._pictures) > _KEPT:
            del self._pictures[next(iter(self._pictures))]
        self.viewport().update()

    def lacking(self) -> int | None:
        """The first sheet in sight of which there is no picture."""
        return next((n for n, _ in self._in_sight() if n not in self._pictures), None)

    def sizeHint(self) -> QSize:
        px = self._theme.fonts.px
        return QSize(px(720), px(760))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pictures = {}
        self._measure()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(colours.panel))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        missing = None
        for number, box in self._in_sight():
            picture = self._pictures.get(number)
            painter.fillRect(box, QColor("#ffffff"))  # paper is white, whatever the theme
            if picture is None:
                missing = number if missing is None else missing
            else:
                painter.drawImage(box, picture)
            painter.setPen(QPen(QColor(colours.control), 1))
            painter.drawRect(box)
        painter.end()
        if missing is not None:
            wide = round(self._box(missing, 0).width() * self.devicePixelRatioF())
            self.wanted.emit(missing, wide)

    def _measure(self) -> None:
        bar = self.verticalScrollBar()
        high = self._tops()[-1] if self._sizes else 0
        bar.setRange(0, max(0, round(high) - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self._theme.fonts.px(40))

    def _tops(self) -> list[float]:
        """Where each sheet begins, and the last one's air ends."""
        air, tops = self._theme.fonts.px(_AIR), [float(self._theme.fonts.px(_AIR))]
        for width, height in self._sizes:
            tops.append(tops[-1] + self._wide() * height / width + air)
        return tops

    def _wide(self) -> float:
        px = self._theme.fonts.px
        return max(1, min(px(_WIDEST), self.viewport().width() - 2 * px(_AIR)))

    def _box(self, number: int, top: float) -> QRectF:
        width, height = self._sizes[number]
        wide = self._wide()
        return QRectF((self.viewport().width() - wide) / 2, top, wide, wide * height / width)

    def _in_sight(self) -> list[tuple[int, QRectF]]:
        away, found = self.verticalScrollBar().value(), []
        for number, top in enumerate(self._tops()[:-1]):
            box = self._box(number, top - away)
            if box.bottom() >= 0 and box.top() <= self.viewport().height():
                found.append((number, box))
        return found
