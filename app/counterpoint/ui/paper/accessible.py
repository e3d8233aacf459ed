"""The page of a source for screen readers: a document with its text, and its links within it."""

from typing import Any
from weakref import proxy

from PySide6.QtCore import QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QAccessible, QAccessibleInterface, QTextCursor
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken

from counterpoint.domain.utf16 import Utf16Index
from counterpoint.labels.translation import tr
from counterpoint.ui.accessibility.node import Node, Nodes
from counterpoint.ui.accessibility.part import address
from counterpoint.ui.accessibility.press import Press
from counterpoint.ui.accessibility.spoken_text import SpokenText

from .links import Link, links_from
from .page_browser import PageBrowser

_Kind = QAccessible.InterfaceType


class PageText(SpokenText):
    """The whole page."""

    def __init__(self, browser: PageBrowser) -> None:
        super().__init__()
        self._browser = browser

    def words(self) -> str:
        return self._browser.toPlainText()

    def _cursor(self, point: int) -> QTextCursor:
        cursor = self._browser.textCursor()
        cursor.setPosition(Utf16Index(self.words()).unit(point))
        return cursor

    def letter_box(self, point: int) -> QRect:
        box = self._browser.cursorRect(self._cursor(point))
        return QRect(self._browser.viewport().mapToGlobal(box.topLeft()), box.size())

    def letter_under(self, where: QPoint) -> int:
        cursor = self._browser.cursorForPosition(self._browser.viewport().mapFromGlobal(where))
        return Utf16Index(self.words()).point(cursor.position())

    def caret(self) -> int:
        return Utf16Index(self.words()).point(self._browser.textCursor().position())

    def select(self, start: int, caret: int) -> None:
        cursor = self._cursor(start)
        cursor.setPosition(Utf16Index(self.words()).unit(caret), QTextCursor.MoveMode.KeepAnchor)
        self._browser.setTextCursor(cursor)

    def ensure_visible(self, point: int) -> None:
        before = self._browser.textCursor()
        self._browser.setTextCursor(self._cursor(point))
        self._browser.ensureCursorVisible()
        self._browser.setTextCursor(before)


class LinkNode(Node):
    """One link, while the page is as it was set."""

    def __init__(self, root: "PageBrowserInterface", link: Link) -> None:
        super().__init__(root)
        self._browser = root.browser
        self._pages = root.browser.pages
        self._link = link
        self._press = Press(self._go, self._ask, tr("Follows this link"))

    def _go(self) -> None:
        cursor = self._browser.textCursor()
        cursor.setPosition(self._link.start)
        cursor.setPosition(self._link.end, QTextCursor.MoveMode.KeepAnchor)
        self._browser.setFocus(Qt.FocusReason.OtherFocusReason)
        self._browser.setTextCursor(cursor)

    def _ask(self) -> None:
        self._browser.anchorClicked.emit(QUrl(self._link.href))

    def is_there(self) -> bool:
        return self._browser.pages == self._pages

    def name(self) -> str:
        return self._browser.spoken(self._link)

    def part(self, kind: QAccessible.InterfaceType) -> Shiboken.Object | None:
        return self._press if kind == _Kind.ActionInterface else None

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.Link

    def rect(self) -> QRect:
        if not self.isValid():
            return QRect()
        cursor, box = self._browser.textCursor(), QRect()
        for position in range(self._link.start, self._link.end + 1):
            cursor.setPosition(position)
            box = box.united(self._browser.cursorRect(cursor))
        seen = box.intersected(self._browser.viewport().rect())
        return QRect(self._browser.viewport().mapToGlobal(seen.topLeft()), seen.size())

    def is_selected(self) -> bool:
        """Whether it has the focus: Qt selects a link that gets it."""
        cursor = self._browser.textCursor()
        here = (cursor.selectionStart(), cursor.selectionEnd())
        return here == (self._link.start, self._link.end)

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if not self.isValid():
            state.invalid = True
            return state
        state.focusable = state.linked = True
        state.focused = self._browser.hasFocus() and self.is_selected()
        state.offscreen = self.rect().isEmpty()
        return state


class PageBrowserInterface(QAccessibleWidget):
    """The page as a document. Its children are the links."""

    def __init__(self, browser: PageBrowser) -> None:
        super().__init__(browser, QAccessible.Role.Document)
        self.browser: PageBrowser = proxy(browser)
        """Not the browser itself: Qt for Python keeps what it was given until the program ends."""
        self._text = PageText(self.browser)
        self._nodes: Nodes[int, LinkNode] = Nodes()
        self._links: list[Link] = []
        self._of = -1

    def links(self) -> list[Link]:
        """Those of the page as it is now."""
        if self._of != self.browser.pages:
            self._of = self.browser.pages
            self._nodes.forget()
            self._links = list(links_from(self.browser.document().begin()))
        return self._links

    def childCount(self) -> int:
        return len(self.links())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        links = self.links()
        if not 0 <= index < len(links):
            return None
        return self._nodes.find(index) or self._nodes.keep(index, LinkNode(self, links[index]))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        found = (at for at in range(self.childCount()) if self.child(at) is child)
        return next(found, -1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        children = (self.child(at) for at in range(self.childCount()))
        return next((each for each in children if each and each.rect().contains(x, y)), None)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        if self.browser.hasFocus():
            for at in range(self.childCount()):
                child = self.child(at)
                if isinstance(child, LinkNode) and child.is_selected():
                    return child
        return None

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        if kind == _Kind.TextInterface:
            return address(self._text)
        return address(super().interface_cast(kind))  # type: ignore[arg-type]
