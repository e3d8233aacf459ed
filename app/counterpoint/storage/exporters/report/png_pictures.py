"""Pictures of a report for what shows no SVG."""

import re
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from counterpoint.domain.report.blocks import Block, Landscape, Picture
from counterpoint.storage.exporters.picture import DOTS, png_of

_SIZE = re.compile(rb'<svg [^>]*width="([\d.]+)" height="([\d.]+)"')
_KEPT = 4
"""Pictures that are kept as they were drawn."""
_LATELY: dict[tuple[bytes, float], Future[bytes]] = {}
_ONE = threading.Lock()


def with_png(blocks: tuple[Block, ...], dots: float = DOTS) -> tuple[Block, ...]:
    """The same blocks, each SVG of ours as PNG, of so many dots to an inch of the drawing. Raises
    NotExported."""
    return tuple(_block(block, dots) for block in blocks)


def draw_ahead(blocks: tuple[Block, ...], dots: float) -> None:
    """Begins, on another thread, what with_png will do: it takes as long as to write a page, and
    there is time while the citations are set by another process."""
    for picture in _drawings(blocks):
        _begun(picture.data, dots)


def forget() -> None:
    """What was drawn lately: for whoever measures."""
    with _ONE:
        _LATELY.clear()


def _drawings(blocks: tuple[Block, ...]) -> Iterator[Picture]:
    for block in blocks:
        match block:
            case Landscape():
                yield from _drawings(block.inside)
            case Picture() if block.name.endswith(".svg"):
                yield block


def _block(block: Block, dots: float) -> Block:
    match block:
        case Landscape():
            return replace(block, inside=with_png(block.inside, dots))
        case Picture() if block.name.endswith(".svg"):
            begun = _begun(block.data, dots)
            if begun is None:
                return block
            return replace(
                block, name=f"{block.name.removesuffix('.svg')}.png", data=begun.result()
            )
    return block


def _begun(data: bytes, dots: float) -> Future[bytes] | None:
    """None for an SVG that does not say how large it is. What failed is not kept."""
    size = _SIZE.search(data)
    if size is None:
        return None
    wide, high = float(size[1]), float(size[2])
    with _ONE:
        found = _LATELY.get((data, dots))
        if found is None or (found.done() and found.exception() is not None):
            while len(_LATELY) >= _KEPT:
                del _LATELY[next(iter(_LATELY))]
            drawing = ThreadPoolExecutor(max_workers=1)
            found = drawing.submit(lambda: png_of(data, wide, high, dots=dots)[0])
            drawing.shutdown(wait=False)
            _LATELY[data, dots] = found
    return found
