"""The menus of the reader: what can be done with the words, and which of several marks is meant."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from counterpoint.ui.painting.eliding import shortened
from counterpoint.ui.reader.highlights.highlight import Mark
from counterpoint.ui.widgets.plain_text import on_control, plain_tip

_LONGEST = 72


def words_menu(parent: QWidget, marks: Sequence[Mark], *, selected: bool) -> QMenu:
    """Each action's data is "copy", "copy-cited", "note", "mark:" and the key of a mark, or a
    MarkAnswer to go to."""
    menu = QMenu(parent)
    for title, does, enabled in (
        ("Copy", "copy", selected),
        ("Copy with citation", "copy-cited", selected or bool(marks)),
        ("New note on this passage", "note", True),
    ):
        action = menu.addAction(title)
        action.setData(does)
        action.setEnabled(enabled)
    if marks:
        menu.addSeparator()
        _add_marks(menu, marks)
    answers = dict.fromkeys(answer for mark in marks for answer in mark.answers)
    if answers:
        menu.addSeparator()
    for answer in answers:
        menu.addAction(_short(answer.words)).setData(answer)
    return menu


def marks_menu(parent: QWidget, marks: Sequence[Mark]) -> QMenu:
    """For a click where several passages overlap. Data as in `words_menu`."""
    menu = QMenu(parent)
    _add_marks(menu, marks)
    menu.setActiveAction(menu.actions()[0])
    return menu


def _add_marks(menu: QMenu, marks: Sequence[Mark]) -> None:
    for mark in marks:
        words = mark.claim or mark.title
        name = f"{mark.approach_cue}  {mark.stance_word}: {words}"
        action: QAction = menu.addAction(_short(name))
        action.setData(f"mark:{mark.key}")
        action.setToolTip(plain_tip(mark.description))


def _short(words: str) -> str:
    return on_control(shortened(words, _LONGEST))
