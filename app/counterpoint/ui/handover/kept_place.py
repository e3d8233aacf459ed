"""Where a person is on a page, told by its links, so that it is found again on one set anew."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor

from counterpoint.ui.paper.links import Link, links_from
from counterpoint.ui.paper.page_browser import PageBrowser


class KeptPlace(NamedTuple):
    href: str
    before: int
    """How many links to the same stand before it."""
    high: int
    """Where in the viewport it is, in pixels from its top."""
    chosen: bool
    """Whether it is the link that has the focus, and not only the first that is seen."""


def place_on(page: PageBrowser) -> KeptPlace | None:
    """By the link with the focus, if it is seen, else by the first that is; None without one."""
    cursor, document = page.textCursor(), page.document()
    high = page.viewport().height()
    top = page.cursorForPosition(QPoint(0, 0)).block()
    chosen = cursor.selectionStart() if cursor.hasSelection() else -1
    first: Link | None = None
    for link in links_from(top):
        y = _high(page, link.start)
        if y >= high:
            break
        if y < 0:
            continue
        if first is None or link.start == chosen:
            first = link
    if first is None:
        return None
    before = sum(
        link.href == first.href and link.start < first.start
        for link in links_from(document.begin())
    )
    return KeptPlace(first.href, before, _high(page, first.start), first.start == chosen)


class Finding:
    """Goes on where the page is set piece by piece."""

    def __init__(self, place: KeptPlace) -> None:
        self._place = place
        self._before = 0

    def among(self, links: Iterable[Link]) -> Link | None:
        """The link of the place among those that were set since it was asked last."""
        for link in links:
            if link.href == self._place.href:
                if self._before == self._place.before:
                    return link
                self._before += 1
        return None

    def go(self, page: PageBrowser, link: Link, *, whole: bool) -> bool:
        """Has the page stand there again; whether there was room below it for that."""
        bar = page.verticalScrollBar()
        wanted = bar.value() + _high(page, link.start) - self._place.high
        if self._place.chosen and page.textCursor().selectionStart() != link.start:
            cursor = QTextCursor(page.document())
            cursor.setPosition(link.start)
            cursor.setPosition(link.end, QTextCursor.MoveMode.KeepAnchor)
            page.setTextCursor(cursor)
        bar.setValue(wanted)
        return whole or wanted <= bar.maximum()


def _high(page: PageBrowser, position: int) -> int:
    cursor = QTextCursor(page.document())
    cursor.setPosition(position)
    return page.cursorRect(cursor).top()
