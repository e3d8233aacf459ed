"""The pictures of a paper, as wide as its preview has room for, in the colours of a dark one."""

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QImageReader

from counterpoint.domain.report.blocks import Block, Landscape, Picture
from counterpoint.ui.theme.colours import Colours, mixed

_COLOUR = re.compile(rb'(fill|stroke)="(#[0-9A-Fa-f]{6})"')
_GREY = 40
"""Of 255: a colour that is less saturated is a shade of ink on paper."""
_INK = 0x22
"""How light the ink of a drawing is."""
_LIGHTEST = 0.72
"""Of 1: how light a colour becomes on dark paper, which holds 4.5:1 there."""


class Pictures:
    """Those that were drawn are kept: to draw one takes as long as to set a screenful."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Picture, int, float], QImage] = {}

    def drawn(
        self, blocks: Iterable[Block], widths: dict[str, int], ratio: float
    ) -> dict[str, QImage]:
        """By their names. `widths` in pixels; `ratio`: dots of the screen for each."""
        keys = [(each, widths[each.name], ratio) for each in pictures_in(blocks)]
        self._kept = {key: self._kept.get(key) or _drawn(*key) for key in keys}
        return {picture.name: image for (picture, *_), image in self._kept.items()}


def pictures_in(blocks: Iterable[Block]) -> Iterator[Picture]:
    for block in blocks:
        match block:
            case Picture():
                yield block
            case Landscape():
                yield from pictures_in(block.inside)


def width_of(picture: Picture) -> float:
    """On paper, in pixels at zoom 1."""
    return picture.width * 96 / 25.4


def _drawn(picture: Picture, width: int, ratio: float) -> QImage:
    """Drawn at the size at which it is seen; a text would shrink it without care."""
    buffer = QBuffer()
    buffer.setData(QByteArray(picture.data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    natural = reader.size()
    across = max(1, round(width * ratio))
    if natural.width() > 0:
        high = max(1, round(across * natural.height() / natural.width()))
        reader.setScaledSize(QSize(across, high))
    image = reader.read()
    image.setDevicePixelRatio(ratio)
    return image


def on_dark(colours: Colours, data: bytes) -> bytes:
    """A drawing, as SVG, with the inks of a dark theme for its own, each as strong as it was."""

    def turned(found: re.Match[bytes]) -> bytes:
        colour = QColor(found[2].decode())
        if colour.hslSaturation() < _GREY:
            share = min(1.0, (255 - colour.lightness()) / (255 - _INK))
            colour = mixed(colours.ink, colours.paper, share)
        else:
            light = max(colour.lightnessF(), _LIGHTEST)
            colour = QColor.fromHslF(colour.hslHueF(), colour.hslSaturationF(), light)
        return found[1] + b'="' + colour.name().encode() + b'"'

    return _COLOUR.sub(turned, data)
