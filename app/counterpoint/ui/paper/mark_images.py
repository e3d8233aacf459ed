"""The drawn marks as images that a text can hold: an approach's cue, a stance's shape.

An image is named by a URL that says all there is to draw, so that a document may keep what it was
given and a new theme asks for new names. Nothing is ever read from a disk or a network.
"""

from urllib.parse import quote, unquote

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from counterpoint.domain.approach import ApproachSummary, Stance
from counterpoint.ui.painting.note_sign import draw_note
from counterpoint.ui.painting.shapes import (
    cue_width,
    draw_cue,
    draw_outlined_cue,
    draw_stance,
)
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme

SCHEME = "mark"
_CUE, _OUTLINED, _STANCE, _NOTE = "cue", "outlined", "stance", "note"


class MarkImages:
    """Names images for HTML and draws the ones that are asked for."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def cue(self, head: ApproachSummary, height: int, *, outlined: bool = False) -> str:
        """An <img> of the approach's letter on its colour, `height` pixels high; `outlined` where
        it does not answer."""
        colours = self._theme.colours
        fill, ink = colours.approach(head.colour).text, colours.paper
        font = self._theme.fonts.ours(Size.SMALL, bold=True)
        width = cue_width(head.cue, font, height)
        kind = _OUTLINED if outlined else _CUE
        return _image(f"{kind}/{quote(head.cue, safe='')}/{fill[1:]}/{ink[1:]}", width, height)

    def stance(self, stance: Stance, colour: str, height: int) -> str:
        """An <img> of the stance's shape in `colour` (#rrggbb), `height` pixels high."""
        return _image(f"{_STANCE}/{quote(stance.value)}/{colour[1:]}", height, height)

    def note(self, colour: str, height: int) -> str:
        """An <img> of the sign of a note in `colour` (#rrggbb), `height` pixels high."""
        return _image(f"{_NOTE}/{colour[1:]}", height, height)

    def drawn(self, url: str, scale: float) -> QImage | None:
        """The image that `url` names, with `scale` device pixels to a pixel; None if it names
        none of ours."""
        scheme, _, rest = url.partition(":")
        parts = rest.split("/")
        if scheme != SCHEME:
            return None
        try:
            width, height = int(parts[-2]), int(parts[-1])
            image = QImage(
                round(width * scale),
                round(height * scale),
                QImage.Format.Format_ARGB32_Premultiplied,
            )
            image.setDevicePixelRatio(scale)
            image.fill(Qt.GlobalColor.transparent)
            self._draw(parts[:-2], image, QRectF(0, 0, width, height))
        except (ValueError, IndexError):
            return None
        return image

    def _draw(self, parts: list[str], image: QImage, box: QRectF) -> None:
        painter = QPainter(image)
        try:
            font = self._theme.fonts.ours(Size.SMALL, bold=True)
            if parts[0] == _OUTLINED:
                draw_outlined_cue(painter, unquote(parts[1]), box, font, QColor(f"#{parts[2]}"))
            elif parts[0] == _CUE:
                fill, ink = QColor(f"#{parts[2]}"), QColor(f"#{parts[3]}")
                draw_cue(painter, unquote(parts[1]), box, font, fill, ink)
            elif parts[0] == _NOTE:
                draw_note(painter, box, QColor(f"#{parts[1]}"))
            else:
                draw_stance(painter, Stance(unquote(parts[1])), box, QColor(f"#{parts[2]}"))
        finally:
            painter.end()


def _image(name: str, width: int, height: int) -> str:
    return (
        f'<img src="{SCHEME}:{name}/{width}/{height}" width="{width}" height="{height}" '
        'style="vertical-align:middle;">'
    )
