"""A small button with a drawn sign, crisp at every zoom and in every colour."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from counterpoint.ui.actions.shown_keys import with_key
from counterpoint.ui.theme.theme import Theme

from .plain_text import plain_tip

_SIDE = 26
_GRID = 16.0


class Sign(Enum):
    """Lines on a grid of 16, as lists of points."""

    NEXT = (((6.5, 4.0), (10.5, 8.0), (6.5, 12.0)),)
    PREVIOUS = (((9.5, 4.0), (5.5, 8.0), (9.5, 12.0)),)
    DOWN = (((4.0, 6.5), (8.0, 10.5), (12.0, 6.5)),)
    UP = (((4.0, 9.5), (8.0, 5.5), (12.0, 9.5)),)
    BACK = (((13.0, 8.0), (3.5, 8.0)), ((7.5, 4.0), (3.5, 8.0), (7.5, 12.0)))
    FORWARD = (((3.0, 8.0), (12.5, 8.0)), ((8.5, 4.0), (12.5, 8.0), (8.5, 12.0)))
    CLOSE = (((4.5, 4.5), (11.5, 11.5)), ((11.5, 4.5), (4.5, 11.5)))
    MORE = (((3.5, 8.0), (3.6, 8.0)), ((8.0, 8.0), (8.1, 8.0)), ((12.5, 8.0), (12.6, 8.0)))
    FIND = (((10.4, 10.4), (13.5, 13.5)),)


class IconButton(QAbstractButton):
    """`name` is its tooltip, with its key as it is shown, and its name for assistive technology."""

    def __init__(self, theme: Theme, sign: Sign, name: str, parent: QWidget, key: str = "") -> None:
        super().__init__(parent)
        self._theme = theme
        self._sign = sign
        self._key = key
        self.say(name)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self._theme_changed)

    def say(self, what: str) -> None:
        """Another tooltip, with the same key."""
        self.setToolTip(plain_tip(with_key(what, self._key)))

    def _theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = self._theme.fonts.px(_SIDE)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        pressed = self.isEnabled() and (self.isDown() or self.underMouse())
        if pressed or self.hasFocus():
            painter.setPen(QColor(colours.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selection) if pressed else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        scale = self._theme.fonts.zoom
        painter.translate(QRectF(self.rect()).center())
        painter.scale(scale, scale)
        painter.translate(-_GRID / 2, -_GRID / 2)
        colour = colours.ink_quiet if self.isEnabled() else colours.hairline
        pen = QPen(QColor(colour), 2.4 if self._sign is Sign.MORE else 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(self._path())

    def _path(self) -> QPainterPath:
        path = QPainterPath()
        for line in self._sign.value:
            path.moveTo(QPointF(*line[0]))
            for point in line[1:]:
                path.lineTo(QPointF(*point))
        if self._sign is Sign.FIND:
            path.addEllipse(QPointF(7.0, 7.0), 4.5, 4.5)
        return path
