"""A page of the comparison as the ground of what is changed on it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from counterpoint.application.library.page import PageKind
from counterpoint.application.library.session import Session
from counterpoint.domain.library import Reply
from counterpoint.domain.note import Target, question_target
from counterpoint.ui.editing.placed import Placed

from .links import cell_in, reply_in

if TYPE_CHECKING:
    from .view import PagesView


class PagesGround:
    """What the link says that has the focus or is under the mouse; else what the page is on."""

    def __init__(self, view: "PagesView", session: Session) -> None:
        self._view = view
        self._session = session

    @property
    def pane(self) -> str:
        return "pages"

    @property
    def host(self) -> QWidget:
        return self._view

    def chosen(self) -> Target | None:
        action, argument = self._view.pointed()
        match action:
            case "jump":
                placed = self._session.find(argument)
                return None if placed is None else placed.target
            case "cell":
                return cell_in(argument)
        page = self._view.page
        if page is not None and page.kind is PageKind.QUESTION and not self._view.is_gone:
            return question_target(page.question)
        return None

    def chosen_reply(self) -> Reply | None:
        action, argument = self._view.pointed()
        library = self._session.library
        if action != "reply" or library is None:
            return None
        replies, number = library.contents.replies, reply_in(argument)[0]
        return replies[number] if number < len(replies) else None

    def take_focus(self) -> None:
        self._view.setFocus()

    def go_on(self, _by: int) -> bool:
        return False

    def placed(self, _target: Target) -> Placed:
        paper = self._view.paper
        rect = paper.cursorRect()
        corner = self._view.mapFromGlobal(paper.viewport().mapToGlobal(rect.bottomLeft()))
        if not self._view.rect().contains(corner) or not any(self._view.pointed()):
            corner = QPoint(self._view.width() // 2, self._view.height() // 2)
            return Placed(QRect(corner, QSize()))
        return Placed(QRect(corner, QSize(1, 1)))
