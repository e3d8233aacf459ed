"""The menus of the reader: what can be done with the words, and which of several marks is meant."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from counterpoint.labels.evidence import stance
from counterpoint.labels.translation import tr
from counterpoint.ui.painting.eliding import shortened
from counterpoint.ui.reader.highlights.highlight import Highlight
from counterpoint.ui.widgets.plain_text import on_control, plain_tip

_LONGEST = 72


def words_menu(
    parent: QWidget, highlights: Sequence[Highlight], *, selected: bool, original: bool
) -> QMenu:
    """Each action's data is "copy", "copy-cited", "link", "reply", "note", "like", "mark:" and the
    key of a mark, a HighlightAnswer to go to, or where there is an `original` "original" and
    "folder"."""
    menu = QMenu(parent)
    for title, does, enabled in (
        (tr("Copy"), "copy", selected),
        (tr("Copy with citation"), "copy-cited", selected or bool(highlights)),
        (tr("Link to a claim…"), "link", selected or bool(highlights)),
        (tr("Reply to…"), "reply", selected or bool(highlights)),
        (tr("New note on this passage"), "note", True),
        (tr("More like this"), "like", True),
    ):
        action = menu.addAction(title)
        action.setData(does)
        action.setEnabled(enabled)
    if highlights:
        menu.addSeparator()
        _add_highlights(menu, highlights)
    answers = dict.fromkeys(answer for highlight in highlights for answer in highlight.answers)
    if answers:
        menu.addSeparator()
    for answer in answers:
        menu.addAction(_short(answer.words)).setData(answer)
    if original:
        menu.addSeparator()
        add_original(menu)
    return menu


def add_original(menu: QMenu) -> None:
    """The ways to the document that the text was taken from."""
    menu.addAction(tr("Open the original")).setData("original")
    menu.addAction(tr("Show the original in its folder")).setData("folder")


def highlights_menu(parent: QWidget, highlights: Sequence[Highlight]) -> QMenu:
    """For a click where several passages overlap. Data as in `words_menu`."""
    menu = QMenu(parent)
    _add_highlights(menu, highlights)
    menu.setActiveAction(menu.actions()[0])
    return menu


def _add_highlights(menu: QMenu, highlights: Sequence[Highlight]) -> None:
    for highlight in highlights:
        words = highlight.claim or highlight.title
        name = f"{highlight.approach_cue}  {stance(highlight.stance)}: {words}"
        action: QAction = menu.addAction(_short(name))
        action.setData(f"mark:{highlight.key}")
        action.setToolTip(plain_tip(highlight.description))


def _short(words: str) -> str:
    return on_control(shortened(words, _LONGEST))
