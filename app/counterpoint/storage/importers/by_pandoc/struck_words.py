"""What only looks struck out on a page or in a book, by itself or by a rule of a style sheet, is
named so, as Pandoc heeds names alone, and those within a line."""

import re
from typing import Any

from lxml import etree

from .hidden_words import ruled_by

STRIKING = re.compile(r"text-decoration[a-z-]*\s*:[^;}]*\bline-through", re.IGNORECASE)
_NAMES = ("s", "strike", "del")
_NO_WORDS = ("script", "style", "noscript", "template", "head", "title")
_BLOCKS = ("p", "div", "ul", "ol", "li", "table", "blockquote", "h1", "h2", "h3", "h4")


def name_struck(root: Any, css: str = "") -> None:
    """`css` is what the style sheets say that stand in other files."""
    by_sheet = ruled_by(root, STRIKING, css)
    struck = [
        each
        for each in root.iter("*")
        if each in by_sheet
        or STRIKING.search(str(each.get("style") or ""))
        or (each.tag in _NAMES and next(each.iter(*_BLOCKS), None) is not None)
    ]
    within: set[Any] = set()
    for element in struck:
        if element not in within and element.tag not in _NO_WORDS:
            within.update(element.iter("*"))
            _strike(element)


def _strike(element: Any) -> None:
    """Each piece of what is in `element` is named so by itself."""
    etree.strip_tags(element, *_NAMES)  # within; what is struck out twice is so once
    if element.tag in _NAMES:
        element.tag = "div" if next(element.iter(*_BLOCKS), None) is not None else "span"
    for part in [*element.iter("*")]:
        if part.tag in _NO_WORDS:
            continue
        if part.text and not part.text.isspace():
            part.insert(0, _struck(part.text))
            part.text = None
    for part in [*element.iterdescendants()]:
        if part.tag == "s" and part.get(_MADE):
            continue
        if part.tail and not part.tail.isspace() and part.getparent().tag not in _NO_WORDS:
            part.addnext(struck := _struck(part.tail))
            # A sibling that is put in takes the words after it along.
            struck.tail, part.tail = None, None
    for part in element.iter("s"):
        part.attrib.pop(_MADE, None)


_MADE = "data-counterpoint-made"


def _struck(words: str) -> Any:
    made = etree.Element("s")
    made.text = words
    made.set(_MADE, "1")
    return made
