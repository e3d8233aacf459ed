"""The comparison as the ground of what is changed in it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from counterpoint.domain.library import Reply
from counterpoint.domain.note import Target, TargetKind
from counterpoint.ui.comparison.grid import navigation
from counterpoint.ui.editing.placed import Placed

if TYPE_CHECKING:
    from .view import ComparisonView


class ComparisonGround:
    def __init__(self, view: "ComparisonView") -> None:
        self._view = view

    @property
    def pane(self) -> str:
        return "compare"

    @property
    def host(self) -> QWidget:
        return self._view

    def chosen(self) -> Target | None:
        return self._view.selection()

    def chosen_reply(self) -> Reply | None:
        """Replies are not chosen here."""
        return None

    def take_focus(self) -> None:
        self._view.setFocus()

    def go_on(self, by: int) -> bool:
        grid = self._view.grid
        before = grid.place()
        grid.walk(navigation.down if by > 0 else navigation.up)
        target = grid.target()
        return grid.place() != before and target is not None and target.kind is TargetKind.CLAIM

    def placed(self, target: Target) -> Placed:
        view, grid = self._view, self._view.grid
        place = grid.grid_model.place(target)
        if place is None or not grid.isVisible():
            return Placed(QRect(view.rect().center(), QSize()))
        box = grid.rect_on_screen(place)
        box = QRect(view.mapFromGlobal(box.topLeft()), box.size())
        found = grid.words_at(place)
        if found is None:
            return Placed(box)
        words, font, pitch = found
        corner = view.mapFromGlobal(grid.viewport().mapToGlobal(words.topLeft()))
        return Placed(box, QRect(corner, words.size()), font, pitch)
