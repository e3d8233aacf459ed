"""A field of one line, in which there is but one line."""

import re

from PySide6.QtCore import QEvent
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QGuiApplication, QValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.theme.theme import Theme

from .copy_key import is_for_window
from .edit_menu import EditMenu

_LINE_ENDS = re.compile("[\t\n\r\f\v\x85\u2028\u2029]+")


class _OneLine(QValidator):
    """Lets everything in, but for line ends."""

    def validate(self, words: str, caret: int) -> tuple[QValidator.State, str, int]:
        if _LINE_ENDS.search(words):
            caret = len(_LINE_ENDS.sub(" ", words[:caret]))
            words = _LINE_ENDS.sub(" ", words)
        return QValidator.State.Acceptable, words, caret


def bordered(theme: Theme, *, down: int = 2, across: int = 8) -> str:
    """The style sheet of a field with a line round it; `down` and `across`: pixels at zoom 1 from
    the line to the words."""
    colours, px = theme.colours, theme.fonts.px
    return (
        f"QLineEdit {{ background: {colours.paper}; color: {colours.ink};"
        f" border: 1px solid {colours.control}; border-radius: {px(4)}px;"
        f" padding: {px(down) if down else 0}px {px(across)}px; }}"
        f"QLineEdit:focus {{ border-color: {colours.accent}; }}"
    )


class LineField(QLineEdit):
    """Makes one space of each run of line ends that is pasted, dropped or composed; Qt's own keeps
    them, unseen. Where no words are chosen, Ctrl+C is the window's, which says so."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setValidator(_OneLine(self))

    def event(self, event: QEvent) -> bool:
        if is_for_window(event, any_chosen=self.hasSelectedText()):
            return True
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are dropped on the window, wherever in it: they are no words."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        some = self.hasSelectedText()
        pasted = bool(QGuiApplication.clipboard().text())
        EditMenu(
            self,
            (tr("Cut"), self.cut, some and not self.isReadOnly()),
            (tr("Copy"), self.copy, some),
            (tr("Paste"), self.paste, pasted and not self.isReadOnly()),
            (tr("Select all"), self.selectAll, bool(self.text())),
        ).popup(event.globalPos())
