"""Whatever a library, its notes and the names of its files say, the window opens no file for it.

Each of them names two files in markup. Both are pipes at whose other end somebody waits, so that it
is known when one is opened; and every place of the window is looked at, hovered over, and asked for
its menu.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QMenu,
    QTabBar,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from counterpoint.domain.note import WHOLE_COMPARISON, Target, TargetKind
from counterpoint.ui.widgets.plain_box import PlainBox
from tests.at_window import GO_ON, NOT_REAL, AtWindow, Sit
from tests.canary import Canary, canary
from tests.hostile_library import make_hostile, marked
from tests.library_on_disk import LibraryOnDisk

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")

KEY_MARK = re.compile(r"(?<!&)R&D")
"""The D of it would be the key of a menu or a button."""


@pytest.fixture
def bird(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Canary]:
    """In the folder in which the program runs, so that its mere name finds it."""
    monkeypatch.chdir(tmp_path)
    with canary(tmp_path / "canary") as made:
        yield made


@pytest.mark.parametrize("whole", [True, False])
def test_the_canary_is_heard(qtbot: QtBot, bird: Canary, whole: bool) -> None:
    """Where Qt is left to itself, a title opens a file; or all the others would prove nothing."""
    name = bird.path.as_uri() if whole else bird.path.name
    document = QTextDocument()
    document.setHtml(f'A title <img src="{name}">')
    document.size()

    qtbot.waitUntil(lambda: bird.opened > 0)


def test_a_tooltip_of_qts_own_opens_it(qtbot: QtBot, bird: Canary) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setToolTip(marked(bird.path))
    window.show()
    hover(window)

    qtbot.waitUntil(lambda: bird.opened > 0)


def hover(widget: QWidget) -> list[str]:
    """The pointer rests on each part of a widget; the tooltips that came."""
    shown: list[str] = []
    for point in points(widget):
        QApplication.sendEvent(
            widget, QHelpEvent(QEvent.Type.ToolTip, point, widget.mapToGlobal(point))
        )
        QApplication.processEvents()
        if QToolTip.isVisible():
            shown.append(QToolTip.text())
        QToolTip.hideText()
    return shown


def points(widget: QWidget) -> list[QPoint]:
    view = widget.parent()
    if isinstance(view, QHeaderView) and view.viewport() is widget:
        places = [
            view.sectionViewportPosition(section) + view.sectionSize(section) // 2
            for section in range(view.count())
        ]
        across = view.orientation() == Qt.Orientation.Horizontal
        return [QPoint(at, 12) if across else QPoint(12, at) for at in places]
    if isinstance(widget, QTabBar):
        return [widget.tabRect(at).center() for at in range(widget.count())]
    if isinstance(view, QAbstractItemView) and view.viewport() is widget:
        model = view.model()
        return [
            view.visualRect(model.index(row, column)).center()
            for row in range(min(model.rowCount(view.rootIndex()), 40))
            for column in range(_columns(model))
        ]
    if widget.height() > 200 and widget.width() > 200:
        steps = range(1, 8)
        return [
            QPoint(widget.width() * x // 8, widget.height() * y // 8) for x in steps for y in steps
        ]
    return [widget.rect().center()]


def _columns(model: QAbstractItemModel) -> int:
    return model.columnCount() if isinstance(model, QAbstractTableModel) else 1


class Sweep:
    """Looks at everything that is in sight."""

    def __init__(self, at: AtWindow) -> None:
        self.at = at
        self.tips: set[str] = set()

    def look(self) -> None:
        QApplication.processEvents()
        for widget in QApplication.topLevelWidgets():
            if isValid(widget) and widget.isVisible():
                widget.grab()
        for widget in QApplication.allWidgets():
            if isValid(widget) and widget.isVisible():  # a tooltip may have gone meanwhile
                self.tips.update(hover(widget))
                self._no_key(widget)

    def _no_key(self, widget: QWidget) -> None:
        words = [action.text() for action in widget.actions()]
        if isinstance(widget, QAbstractButton):
            words.append(widget.text())
        if isinstance(widget, QTabBar):
            words += [widget.tabText(at) for at in range(widget.count())]
        if isinstance(widget, QMenu):
            words.append(widget.title())
        for each in words:
            assert not KEY_MARK.search(each), (widget, each)
            assert each.count("\t") <= 1, (widget, each)

    def menu(self, widget: QWidget, point: QPoint) -> None:
        """The menu under the right mouse button."""
        reason = QContextMenuEvent.Reason.Mouse
        event = QContextMenuEvent(reason, point, widget.mapToGlobal(point))
        QApplication.sendEvent(widget, event)
        menu = QApplication.activePopupWidget()
        if menu is not None:
            menu.grab()
            self._no_key(menu)
            menu.close()

    def do(self, action: str) -> None:
        self.at.window.menus.trigger(action)
        QApplication.processEvents()
        self.look()


def test_no_word_of_others_opens_a_file(
    sit: Sit, tmp_path: Path, bird: Canary, disk: LibraryOnDisk
) -> None:
    words = marked(bird.path)
    hostile = make_hostile(tmp_path / words.replace("/", "")[:80], words)
    at = sit(hostile.folder)
    window = at.window
    window.resize(1000, 700)  # so that titles are cut
    sweep = Sweep(at)
    sweep.look()

    source = Target(TargetKind.SOURCE, source="letter")
    approach = Target(TargetKind.APPROACH, "firm")
    for target in (WHOLE_COMPARISON, NOT_REAL, source, approach, GO_ON):
        at.type(words, on=target)
    at.click(window.space.notebook.header.new)
    at.qtbot.keyClicks(window.space.notebook.editor, words)
    assert window.space.notebook.header.tabs.count() == 2
    book = window.space.live.notebook
    for note in list(book.notes.all()):
        book.set_tags(note.id, [words, "R&D"])
    at.wait_saved()
    sweep.look()

    _comparison(at, sweep)
    _reader(at, sweep)
    for action in ("sources", "about-texts", "notes", "problems", "keys", "about"):
        sweep.do(action)
        _leave_dialogs(at)
    _sources(at, sweep)
    _notes(at, sweep)
    _choosing(at, sweep, words)
    window.status.say(words)
    box = PlainBox(window, words, words)
    box.show()
    sweep.look()
    box.close()
    _another(at, sweep, disk, tmp_path / words.replace("/", ""))

    assert bird.opened == 0
    spoken = [tip for tip in sweep.tips if "R&" in tip]
    assert len(spoken) > 12, spoken


def _comparison(at: AtWindow, sweep: Sweep) -> None:
    grid = at.grid
    for action in ("compare", "transpose", "rows-gaps", "rows-all", "fold-all", "unfold-all"):
        sweep.do(action)
    sweep.do("transpose")
    for target in (GO_ON, NOT_REAL):
        at.click_claim(target)
        at.key(Qt.Key.Key_Space)
        sweep.look()
        at.key(Qt.Key.Key_Escape)
        place = grid.place()
        assert place is not None
        sweep.menu(grid.viewport(), grid.rect_of(place).center())
    for head in (grid.columns_header, grid.rows_header):
        sweep.menu(head.viewport(), QPoint(60, 30))


def _reader(at: AtWindow, sweep: Sweep) -> None:
    reader = at.window.space.reader
    at.jump_to(NOT_REAL)
    at.jump_to(GO_ON)
    sweep.look()
    sweep.do("find")
    at.key(Qt.Key.Key_Escape)
    for point in points(reader.view.viewport()):
        if reader.view.highlights_at(point):
            sweep.menu(reader.view.viewport(), point)


def _sources(at: AtWindow, sweep: Sweep) -> None:
    at.window.menus.trigger("sources")
    page = at.window.space.sources
    for row in range(page.list.model().rowCount()):
        page.list.setCurrentIndex(page.list.model().index(row, 0))
        sweep.look()
    paper = page.view.paper
    assert "R&D <img" in paper.toPlainText()
    for at_y in range(20, paper.viewport().height(), 25):
        sweep.menu(paper.viewport(), QPoint(paper.width() // 2, at_y))


def _notes(at: AtWindow, sweep: Sweep) -> None:
    at.window.menus.trigger("notes")
    notes = at.window.space.notes
    sweep.menu(notes.list.viewport(), QPoint(20, 20))
    for button in (notes.kind, notes.on, notes.approach, notes.tag):
        menu = button.menu()
        menu.popup(QPoint(0, 0))
        sweep.look()
        chosen = [action for action in menu.actions() if action.data()]
        menu.close()
        chosen[-1].trigger()
        sweep.look()
        button.choose("")
    at.window.menus.trigger("delete-note")
    at.click(notes.bin)
    sweep.look()
    at.click(notes.bin)


def _choosing(at: AtWindow, sweep: Sweep, words: str) -> None:
    sweep.do("compare")
    sweep.do("approaches")
    at.key(Qt.Key.Key_Escape)
    sweep.do("go-to")
    at.window.go_to.palette.query.setText("R&D")
    sweep.look()
    at.key(Qt.Key.Key_Escape)


def _leave_dialogs(at: AtWindow) -> None:
    for widget in QApplication.topLevelWidgets():
        if widget.isVisible() and widget is not at.window:
            widget.close()


def _another(at: AtWindow, sweep: Sweep, disk: LibraryOnDisk, nowhere: Path) -> None:
    """What is opened instead, and the menu of what was open."""
    window = at.window
    window.libraries.open(disk.folder)
    at.qtbot.waitUntil(
        lambda: (
            window.space.session.library is not None
            and window.space.session.library.folder == disk.folder
        )
    )
    recent = next(menu for menu in window.findChildren(QMenu) if menu.title() == "Open recent")
    recent.aboutToShow.emit()
    assert any("R&&D" in action.text() for action in recent.actions())
    recent.popup(QPoint(0, 0))
    sweep.look()
    recent.close()
    window.libraries.open(nowhere)
    at.qtbot.waitUntil(at.sees_page)
    sweep.look()
