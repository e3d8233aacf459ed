"""In another language: every word passes the seam, and nothing is cut that must not be."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from tests.at_window import GO_ON, AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk
from tests.pseudo_translation import plain_words, pseudo, pseudo_translated
from tests.ui.window.seen_whole import not_whole

KEYS = frozenset(
    [
        "Ctrl",
        "Alt",
        "Shift",
        "Enter",
        "Return",
        "Esc",
        "Escape",
        "Space",
        "Tab",
        "Del",
        "Ins",
        "Left",
        "Right",
        "Down",
        "Home",
        "End",
        "PgUp",
        "PgDown",
        "Backspace",
    ]
)
NAMES = frozenset(("Counterpoint",))
OF_QT = frozenset(("Scroll Left", "Scroll Right"))
"""Qt has translations of its own."""
MARKUP = re.compile(r"<[^>]*>")


@pytest.fixture(autouse=True)
def another_language() -> Iterator[None]:
    with pseudo_translated():
        yield


def test_the_language_is_longer_and_keeps_what_is_set_in() -> None:
    assert pseudo("Copied {name}.\tCtrl+C").endswith("\tCtrl+C")
    assert "{name}" in pseudo("Copied {name}.")
    assert len(pseudo("Show all rows")) >= 1.4 * len("Show all rows")
    assert plain_words(pseudo("Show (one|many) rows")) == set()


def _said(widget: QWidget) -> Iterator[str]:
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QPlainTextEdit():
            yield widget.placeholderText()
        case QTextEdit():
            yield widget.toPlainText()
        case QTabBar():
            yield from (widget.tabText(at) for at in range(widget.count()))
        case QMenu():
            yield widget.title()


def _heard(of: QAccessibleInterface, depth: int = 0) -> Iterator[str]:
    for what in (QAccessible.Text.Name, QAccessible.Text.Description):
        yield of.text(what)
    if depth < 12:
        for index in range(min(of.childCount(), 60)):
            if (child := of.child(index)) is not None:
                yield from _heard(child, depth + 1)


class Reader:
    """Reads everything on the screen, and keeps what is in plain letters and is none of the
    library's own words."""

    def __init__(self, at: AtWindow, disk: LibraryOnDisk) -> None:
        self.at = at
        files = [path for path in disk.folder.rglob("*") if path.is_file()]
        texts = [text for file in files for text in (file.read_text("utf-8"), str(file))]
        self._own = {word for text in texts for word in plain_words(text)}
        self.plain: set[str] = set()
        self.cut: set[str] = set()

    def read(self, where: str) -> None:
        QApplication.processEvents()
        for widget in QApplication.allWidgets():
            if widget.isVisible():
                for text in _said(widget):
                    self._keep(where, text, widget)
        for window in QApplication.topLevelWidgets():
            heard = QAccessible.queryAccessibleInterface(window)
            if window.isVisible() and heard is not None:
                for text in _heard(heard):
                    self._keep(where, text, window)
        self.cut.update(f"{where}: {part}" for part in not_whole(self.at.window))

    def read_actions(self) -> None:
        for action in self.at.window.findChildren(QAction):
            self._keep("menus", action.text().partition("\t")[0], self.at.window)

    def _keep(self, where: str, text: str, widget: QWidget) -> None:
        if text in OF_QT:
            return
        left = plain_words(MARKUP.sub(" ", text)) - self._own - KEYS - NAMES
        if left:
            self.plain.add(f"{where}: {type(widget).__name__}: {text!r}")


def _everywhere(at: AtWindow, disk: LibraryOnDisk) -> Reader:
    reader = Reader(at, disk)
    do = at.window.menus.trigger
    reader.read("at first")
    reader.read_actions()
    at.jump_to(GO_ON)
    reader.read("after a jump")
    at.click_claim(GO_ON)
    at.key(Qt.Key.Key_Space)
    reader.read("peek")
    at.key(Qt.Key.Key_Escape)
    at.type("5", on=GO_ON)
    reader.read("note")
    for action in ("rows-gaps", "rows-differ", "rows-all", "stance-criticises", "stance-any"):
        do(action)
        reader.read(action)
    do("fold-all")
    reader.read("folded")
    do("unfold-all")
    for action in ("approaches", "sources", "about-texts", "notes", "problems", "find", "go-to"):
        do(action)
        QApplication.processEvents()
        reader.read(action)
        at.key(Qt.Key.Key_Escape)
    do("compare")
    for action in ("keys", "about"):
        do(action)
        QApplication.processEvents()
        reader.read(action)
        for page in QApplication.topLevelWidgets():
            if page is not at.window and page.isVisible():
                page.close()
    return reader


def test_every_word_on_the_screen_passes_the_seam(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    assert sorted(_everywhere(at, disk).plain) == []


def test_longer_words_are_not_cut(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    assert sorted(_everywhere(at, disk).cut) == []


def test_a_folder_that_is_no_library_is_told_in_it_too(sit: Sit, tmp_path: Path) -> None:
    at = sit(tmp_path)
    assert at.sees_page()
    assert plain_words(at.window.windowTitle()) <= {"Counterpoint"}
