"""Pictures of a report for what shows no SVG."""

import re
from dataclasses import replace

from counterpoint.domain.report.blocks import Block, Landscape, Picture
from counterpoint.storage.exporters.picture import png_of

_SIZE = re.compile(rb'<svg [^>]*width="([\d.]+)" height="([\d.]+)"')


def with_png(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The same blocks, each SVG of ours as PNG. Raises NotExported."""
    return tuple(map(_block, blocks))


def _block(block: Block) -> Block:
    match block:
        case Landscape():
            return replace(block, inside=with_png(block.inside))
        case Picture() if block.name.endswith(".svg"):
            size = _SIZE.search(block.data)
            if size is None:
                return block
            data, _ = png_of(block.data, float(size[1]), float(size[2]))
            return replace(block, name=f"{block.name.removesuffix('.svg')}.png", data=data)
    return block
