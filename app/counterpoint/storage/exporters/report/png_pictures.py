"""Pictures of a report for what shows no SVG."""

import re
from dataclasses import replace

from counterpoint.domain.report.blocks import Block, Landscape, Picture
from counterpoint.storage.exporters.picture import DOTS, png_of

_SIZE = re.compile(rb'<svg [^>]*width="([\d.]+)" height="([\d.]+)"')


def with_png(blocks: tuple[Block, ...], dots: float = DOTS) -> tuple[Block, ...]:
    """The same blocks, each SVG of ours as PNG, of so many dots to an inch of the drawing. Raises
    NotExported."""
    return tuple(_block(block, dots) for block in blocks)


def _block(block: Block, dots: float) -> Block:
    match block:
        case Landscape():
            return replace(block, inside=with_png(block.inside, dots))
        case Picture() if block.name.endswith(".svg"):
            size = _SIZE.search(block.data)
            if size is None:
                return block
            data, _ = png_of(block.data, float(size[1]), float(size[2]), dots=dots)
            return replace(block, name=f"{block.name.removesuffix('.svg')}.png", data=data)
    return block
