"""A person at a real window on a real library: what window and fault tests share."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from counterpoint.bootstrap import make_window
from counterpoint.domain.note import Target, TargetKind
from counterpoint.storage import place
from counterpoint.ui.comparison.grid.grid import Grid
from counterpoint.ui.theme.font_files import load_interface_font
from counterpoint.ui.window import panes
from counterpoint.ui.window.main_window import MainWindow

GO_ON = Target(TargetKind.CLAIM, "talk", "channels", "go-on")
"""The claim of the small library whose words are "Talks should go on."."""
PLAIN = Qt.KeyboardModifier.NoModifier
NOT_REAL = Target(TargetKind.CLAIM, "talk", "objections", "not-real")


class AtWindow:
    """Opens a window, and has the keys, the mouse and the eyes of who sits there.

    Unless it is told otherwise (`beside`), whoever sits down for the first time opens the reader
    and the notebook, as most of what is tried needs them.
    """

    def __init__(self, qtbot: QtBot, folder: Path, *, beside: bool = True) -> None:
        self.qtbot = qtbot
        self._left = False
        self.window: MainWindow = make_window(folder)
        self.window.resize(1280, 800)
        self.window.show()
        qtbot.waitUntil(self.is_open, timeout=20_000)
        qtbot.waitUntil(self.window.isActiveWindow)
        if beside and not self.sees_page():
            open_beside(self.window)

    def is_open(self) -> bool:
        """The library is shown with all its panes, or the page that says why it is not."""
        return self.window.lifecycle.stage.ready

    @property
    def grid(self) -> Grid:
        return self.window.space.comparison.grid

    @property
    def words(self) -> str:
        """What stands in the field of the notebook."""
        return self.window.space.notebook.editor.toPlainText()

    def sees_page(self) -> bool:
        window = self.window
        return window.stack.currentWidget() not in (None, window.space)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        self.qtbot.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def click(self, widget: QWidget) -> None:
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def click_claim(self, target: Target) -> None:
        """The mouse on the first line of a claim in the grid."""
        self.window.space.comparison.select(target)
        place = self.grid.place()
        assert place is not None
        spot = self.grid.rect_of(place).topLeft() + QPoint(30, 8)
        self.qtbot.mouseClick(self.grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    def jump_to(self, target: Target) -> None:
        """A click on a claim, until the reader stands at it."""
        self.click_claim(target)
        self.qtbot.waitUntil(lambda: bool(self.jumped_to()))

    def jumped_to(self) -> str:
        """The words that the reader has marked as jumped to, as they stand in it."""
        view = self.window.space.reader.view
        if view.jump_span is None or view.model is None:
            return ""
        return view.model.text[view.jump_span.start : view.jump_span.end]

    def type(self, words: str, on: Target | None = None) -> None:
        """Into the notebook, on what is chosen or on `on`."""
        self.window.space.navigator.note_on(on or self.window.space.session.target)
        self.qtbot.keyClicks(self.window.space.notebook.editor, words)

    def wait_saved(self) -> None:
        self.qtbot.waitUntil(lambda: not self.window.space.live.notebook.keeper.waiting)

    def read_again(self) -> None:
        """F5, until it is done."""
        session = self.window.space.session
        before = session.library
        self.window.menus.trigger("reload")
        self.qtbot.waitUntil(lambda: session.library is not before, timeout=20_000)

    def leave(self) -> None:
        """Closes the window without being asked anything. Once is enough."""
        if self._left:
            return
        self._left = True
        self.window.space.live.stop()
        if self.window.space.is_editing:
            self.window.space.editing.stop()
        self.window.lifecycle.opener.cancel(tell=False)
        self.window.hide()
        self.window.deleteLater()


def open_beside(window: MainWindow) -> None:
    """Opens the reader and the notebook of who has not decided whether to."""
    if not window.window_state.settings.panes:
        for name in reversed(panes.names_beside()):
            window.space.show_pane(name, True)


def heard(of: QAccessibleInterface) -> str:
    """All that a screen reader finds in an object: names and descriptions, one to a line."""
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description)
    lines = [of.text(kind).replace("\u00a0", " ") for kind in kinds]
    return "\n".join((*lines, *(heard(of.child(at)) for at in range(of.childCount()))))


def heard_of_cells(grid: Grid) -> list[str]:
    """All that a screen reader finds in each cell of the grid, row by row."""
    table = QAccessible.queryAccessibleInterface(grid)
    found = [table.child(at) for at in range(table.childCount())]
    return [heard(each) for each in found if each.role() == QAccessible.Role.Cell]


def on_disk(folder: Path) -> list[str]:
    """What the notes in a folder of notes say, in order."""
    bodies = [
        path.read_text("utf-8").rpartition("---\n")[2].strip() for path in folder.glob("*.md")
    ]
    return sorted(bodies)


class Answer(QObject):
    """Presses buttons of message boxes as they come up, by their words."""

    def __init__(self, parent: QObject, *buttons: str) -> None:
        super().__init__(parent)
        self.left = list(buttons)
        self.asked: list[str] = []
        self._timer = QTimer(self)
        self._timer.setInterval(20)
        self._timer.timeout.connect(self._theme)
        self._timer.start()

    def _theme(self) -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            return
        self.asked.append(box.text())
        wanted = self.left.pop(0) if self.left else "Stay open"
        for button in box.buttons():
            if button.text().replace("&", "") == wanted:
                button.click()
                return
        box.reject()
        self.asked.append(f"no button {wanted!r} in {[each.text() for each in box.buttons()]}")

    def stop(self) -> None:
        self._timer.stop()


@contextmanager
def answering(parent: QObject, *buttons: str) -> Iterator[list[str]]:
    """While it lasts, message boxes are answered with `buttons` one after the other; what each
    said is collected."""
    answer = Answer(parent, *buttons)
    yield answer.asked
    answer.stop()
    assert not answer.left, f"nobody asked for {answer.left}"


class Sit(Protocol):
    """Sits down at a window on a library; see AtWindow."""

    def __call__(self, folder: Path, *, beside: bool = True) -> AtWindow: ...


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    load_interface_font(place.resources() / "fonts", qapp, system=False)


@pytest.fixture
def sit(qtbot: QtBot, fonts: None) -> Iterator[Sit]:
    """Sits down at a window on a library."""
    opened: list[AtWindow] = []

    def open_on(folder: Path, *, beside: bool = True) -> AtWindow:
        opened.append(AtWindow(qtbot, folder, beside=beside))
        return opened[-1]

    yield open_on
    for each in opened:
        each.leave()
