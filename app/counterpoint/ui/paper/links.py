"""The links of a page, in order."""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from PySide6.QtGui import QTextBlock

from .whole_words import fragments_of


class Link(NamedTuple):
    """Where a link is in the document, in UTF-16 units; what it says, and what it asks."""

    start: int
    end: int
    words: str
    href: str

    @property
    def asked(self) -> tuple[str, str]:
        """What it does, and to what."""
        action, _, argument = self.href.partition(":")
        return action, unquote(argument)


def links_from(block: QTextBlock) -> Iterator[Link]:
    """All of them from a paragraph on, each whole however many styles its words have."""
    while block.isValid():
        yield from _links_in(block)
        block = block.next()


def link_after(block: QTextBlock, position: int) -> Link | None:
    """The first that begins there or behind it; `block`: the paragraph of the position."""
    while block.isValid():
        for link in _links_in(block):
            if link.start >= position:
                return link
        block = block.next()
    return None


def link_before(block: QTextBlock, position: int) -> Link | None:
    """The last that ends there or before it; `block`: the paragraph of the position."""
    while block.isValid():
        found = [link for link in _links_in(block) if link.end <= position]
        if found:
            return found[-1]
        block = block.previous()
    return None


def _links_in(block: QTextBlock) -> Iterator[Link]:
    found: Link | None = None
    for fragment in fragments_of(block):
        href = fragment.charFormat().anchorHref()
        start, end = fragment.position(), fragment.position() + fragment.length()
        if found and href == found.href and start == found.end:
            found = found._replace(end=end, words=found.words + fragment.text())
            continue
        if found:
            yield found
        found = Link(start, end, fragment.text(), href) if href else None
    if found:
        yield found
