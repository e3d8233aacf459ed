"""What the styles of an OpenDocument text strike out, said of the words themselves: of the styles
of paragraphs Pandoc 3.9 does not heed it."""

from lxml import etree

from .inherited import inherited
from .odt_words import TEXT

_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_NAMED = f"{TEXT}style-name"
_MADE = "counterpoint-struck"
_LINES = tuple(f"{_STYLE}text-line-through-{what}" for what in ("style", "type"))
_BLOCKS = (f"{TEXT}p", f"{TEXT}h")
_IN_LINE = (f"{TEXT}span", f"{TEXT}a")


def strike_out(root: "etree._Element", styles: "etree._Element | None") -> bool:
    """Puts what is struck out into elements of their own that say so; the styles of `root`, the
    content, and `styles` say it no more. Whether anything is."""
    parts = [part for part in (root, styles) if part is not None]
    said = _said(parts)
    if True not in said.values():
        return False
    for part in parts:
        for each in part.iter(f"{_STYLE}text-properties"):
            for name in _LINES:
                each.attrib.pop(name, None)
    for block in [*root.iter(*_BLOCKS)]:
        _mark(block, said.get(str(block.get(_NAMED)), False), said)
    own = root.find("{*}automatic-styles")
    if own is None:
        own = etree.Element("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}automatic-styles")
        root.insert(0, own)
    style = etree.SubElement(own, f"{_STYLE}style")
    style.set(f"{_STYLE}name", _MADE)
    style.set(f"{_STYLE}family", "text")
    etree.SubElement(style, f"{_STYLE}text-properties").set(_LINES[0], "solid")
    return True


def _said(parts: "list[etree._Element]") -> dict[str, bool]:
    """Of each style that says of a line through words, by itself or by what it is made from,
    whether there is one."""
    own: dict[str, bool | None] = {}
    above: dict[str, str] = {}
    for style in (each for part in parts for each in part.iter(f"{_STYLE}style")):
        name = str(style.get(f"{_STYLE}name"))
        look = style.find(f"{_STYLE}text-properties")
        lines = [look.get(line) for line in _LINES] if look is not None else []
        told = [line for line in lines if line is not None]
        own[name] = "none" not in told if told else None
        above[name] = str(style.get(f"{_STYLE}parent-style-name", ""))
    return inherited(own, above)


def _mark(element: "etree._Element", struck: bool, said: dict[str, bool]) -> None:
    """Goes through the words of a paragraph, not those of the notes and boxes within it."""
    within = [*element]
    if struck and element.text and not element.text.isspace():
        element.insert(0, _made(element.text))
        element.text = None
    for part in within:
        if struck and part.tail and not part.tail.isspace():
            made = _made(part.tail)
            part.addnext(made)  # which takes the words after it along
            made.tail = part.tail = None
        if part.tag in _IN_LINE:
            _mark(part, said.get(str(part.get(_NAMED)), struck), said)


def _made(words: str) -> "etree._Element":
    made = etree.Element(f"{TEXT}span")
    made.text = words
    made.set(_NAMED, _MADE)
    return made
