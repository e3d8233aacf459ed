"""Pictures of a report for what shows no SVG."""

import re
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from counterpoint.domain.report.blocks import Block, Landscape, Picture
from counterpoint.domain.report.rewriting import rewritten
from counterpoint.storage.exporters.picture import DOTS, png_of

_SIZE = re.compile(rb'<svg [^>]*width="([\d.]+)" height="([\d.]+)"')
_KEPT = 24
"""Pictures that are kept as they were drawn, beside those of the paper at hand."""
_LATELY: dict[tuple[bytes, float], Future[bytes]] = {}
_ONE = threading.Lock()


def with_png(blocks: tuple[Block, ...], dots: float = DOTS) -> tuple[Block, ...]:
    """The same blocks, each SVG of ours as PNG, of so many dots to an inch of the drawing. Raises
    NotExported."""
    return _with(blocks, _begun(blocks, dots))


def draw_ahead(blocks: tuple[Block, ...], dots: float) -> None:
    """Begins, on another thread, what with_png will do: it takes as long as to write a page, and
    there is time while the citations are set by another process."""
    _begun(blocks, dots)


def with_inks(blocks: tuple[Block, ...], ink: Callable[[bytes], bytes]) -> tuple[Block, ...]:
    """The same blocks, each SVG of ours as `ink` makes it of the one on paper."""

    def inked(block: Block) -> Block:
        match block:
            case Landscape():
                return replace(block, inside=with_inks(block.inside, ink))
            case Picture() if block.name.endswith(".svg"):
                return replace(block, data=ink(block.data))
        return block

    return tuple(map(inked, blocks))


def forget() -> None:
    """What was drawn lately: for whoever measures."""
    with _ONE:
        _LATELY.clear()


def _drawings(blocks: tuple[Block, ...]) -> Iterator[bytes]:
    for block in blocks:
        match block:
            case Landscape():
                yield from _drawings(block.inside)
            case Picture() if block.name.endswith(".svg"):
                yield block.data


def _with(blocks: tuple[Block, ...], begun: dict[bytes, Future[bytes]]) -> tuple[Block, ...]:
    def drawn(block: Block) -> Block:
        if not (isinstance(block, Picture) and block.name.endswith(".svg") and block.data in begun):
            return block
        name = f"{block.name.removesuffix('.svg')}.png"
        return replace(block, name=name, data=begun[block.data].result())

    return rewritten(blocks, of_block=drawn)


def _begun(blocks: tuple[Block, ...], dots: float) -> dict[bytes, Future[bytes]]:
    """Each SVG that says how large it is, with its PNG to be. What failed is not kept, and no
    picture of a paper makes room for another of it, however many it has."""
    begun: dict[bytes, Future[bytes]] = {}
    drawing = ThreadPoolExecutor(max_workers=1)
    with _ONE:
        for data in _drawings(blocks):
            size = _SIZE.search(data)
            if size is None:
                continue
            found = _LATELY.pop((data, dots), None)
            if found is None or (found.done() and found.exception() is not None):
                found = drawing.submit(_png, data, float(size[1]), float(size[2]), dots)
            begun[data] = _LATELY[data, dots] = found
        for key in list(_LATELY)[: -len(begun) - _KEPT]:
            del _LATELY[key]
    drawing.shutdown(wait=False)
    return begun


def _png(data: bytes, wide: float, high: float, dots: float) -> bytes:
    return png_of(data, wide, high, dots=dots)[0]
