"""Words of an OpenDocument text that nobody sees: in the colour of what is behind them, or of no
size. They come into the text, and are told."""

import re
from typing import NamedTuple

from lxml import etree

from .inherited import inherited
from .odt_words import TEXT
from .unseen_ink import is_unseen

_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_BLOCKS = (f"{TEXT}p", f"{TEXT}h")
_IN_LINE = (f"{TEXT}span", f"{TEXT}a")
_COLOUR = re.compile(r"#([0-9a-f]{6})", re.IGNORECASE)
_POINTS = re.compile(r"(\d{1,4}(?:\.\d+)?)pt")
_NAMES = tuple(each + "style-name" for each in (TEXT, _TABLE, _DRAW))


class _Look(NamedTuple):
    ink: str = ""
    ground: str = ""
    size: float | None = None


def unseen_words(root: "etree._Element", styles: "etree._Element | None") -> list[str]:
    """Those that stand together, each time, in `root`, the content."""
    looks = _looks([part for part in (root, styles) if part is not None])
    if not any(each.ink or each.size is not None for each in looks.values()):
        return []
    found: list[str] = []
    for block in root.iter(*_BLOCKS):
        behind = _Look()
        for outer in reversed([*block.iterancestors()]):
            behind = behind._replace(ground=_of(outer, looks).ground or behind.ground)
        pieces = [""]
        _walk(block, behind, looks, pieces)
        found += filter(None, (" ".join(piece.split()) for piece in pieces))
    return found


def _walk(
    element: "etree._Element", look: _Look, looks: dict[str, _Look], pieces: list[str]
) -> None:
    own = _of(element, looks)
    look = _Look(
        own.ink or look.ink,
        own.ground or look.ground,
        own.size if own.size is not None else look.size,
    )
    _hear(element.text, look, pieces)
    for part in element:
        if part.tag in _IN_LINE:
            _walk(part, look, looks, pieces)
        _hear(part.tail, look, pieces)


def _hear(words: str | None, look: _Look, pieces: list[str]) -> None:
    if words and is_unseen(look.ink, look.ground, look.size):
        pieces[-1] += words
    elif words and pieces[-1]:
        pieces.append("")


def _of(element: "etree._Element", looks: dict[str, _Look]) -> _Look:
    named = next((str(name) for key in _NAMES if (name := element.get(key))), "")
    return looks.get(named, _Look())


def _looks(parts: "list[etree._Element]") -> dict[str, _Look]:
    """What each style says, or those that it is made from."""
    inks: dict[str, str | None] = {}
    grounds: dict[str, str | None] = {}
    sizes: dict[str, float | None] = {}
    above: dict[str, str] = {}
    for style in (each for part in parts for each in part.iter(f"{_STYLE}style")):
        name = str(style.get(f"{_STYLE}name"))
        above[name] = str(style.get(f"{_STYLE}parent-style-name", ""))
        words = style.find(f"{_STYLE}text-properties")
        inks[name] = _colour(words.get(f"{_FO}color")) if words is not None else None
        size = _POINTS.fullmatch(str(words.get(f"{_FO}font-size"))) if words is not None else None
        sizes[name] = float(size[1]) if size is not None else None
        said = (
            each.get(key)
            for each in style
            for key in (f"{_FO}background-color", f"{_DRAW}fill-color")
        )
        grounds[name] = next(filter(None, map(_colour, said)), None)
    ink, ground, size_of = (
        inherited(inks, above),
        inherited(grounds, above),
        inherited(sizes, above),
    )
    return {
        name: _Look(ink.get(name, ""), ground.get(name, ""), size_of.get(name)) for name in above
    }


def _colour(said: object) -> str | None:
    found = _COLOUR.fullmatch(str(said or ""))
    return found[1].lower() if found is not None else None
