"""Everything that can be reached with the keys or pressed has a name and a role."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTabBar, QWidget
from shiboken6 import isValid

from tests.at_window import GO_ON, AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk

NO_ROLES = {
    QAccessible.Role.NoRole,
    QAccessible.Role.Client,
    QAccessible.Role.Pane,
    QAccessible.Role.Grouping,
    QAccessible.Role.LayeredPane,
}


def open_everything(at: AtWindow) -> None:
    at.jump_to(GO_ON)
    at.type("One", on=GO_ON)
    at.window.space.notebook.header.new.click()
    at.type("Two")
    at.window.space.notebook.tags.field.setFocus()
    at.qtbot.keyClicks(at.window.space.notebook.tags.field, "tag,")
    for action in (
        "sources",
        "notes",
        "compare",
        "search",
        "find",
        "go-to",
        "approaches",
        "problems",
        "keys",
        "about",
    ):
        at.window.menus.trigger(action)
    at.window.lifecycle.page.show_progress(1, 2, "a file")
    at.window.space.session.show_view("compare")


def missing(widget: QWidget) -> str:
    """What it lacks; "" where it lacks nothing, or cannot be reached."""
    reachable = widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    if not reachable and not isinstance(widget, QAbstractButton):
        return ""
    if widget.objectName().startswith("qt_"):
        return ""  # Qt's own, which are never in sight here
    empty = isinstance(widget, QTabBar) and not widget.count()
    if empty or (isinstance(widget, QLabel) and widget.isHidden()):
        return ""
    found = QAccessible.queryAccessibleInterface(widget)
    if not found.text(QAccessible.Text.Name).strip():
        return "name"
    return "role" if found.role() in NO_ROLES else ""


def test_no_widget_of_the_window_lacks_either(sit: Sit, disk: LibraryOnDisk) -> None:
    disk.write("options/broken.yaml", "title: [")
    at = sit(disk.folder)
    open_everything(at)

    every = [each for each in QApplication.allWidgets() if each.window().isVisible()]
    assert len(every) > 100
    assert {repr(each): missing(each) for each in every if missing(each)} == {}
    for dialog in QApplication.topLevelWidgets():
        if dialog is not at.window:
            dialog.close()


def test_whatever_takes_the_focus_has_a_name_even_for_a_moment(
    sit: Sit, disk: LibraryOnDisk, qapp: QApplication
) -> None:
    at = sit(disk.folder)
    passed: list[QWidget] = []

    def follow(_before: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            passed.append(now)

    qapp.focusChanged.connect(follow)
    open_everything(at)
    for action in ("notes", "sources", "compare", *("next-pane",) * 4, *("previous-pane",) * 4):
        at.window.menus.trigger(action)
    for view in ("compare", "sources", "notes"):
        at.window.space.session.show_view(view)
        for key in (*(Qt.Key.Key_Tab,) * 12, *(Qt.Key.Key_Backtab,) * 12):
            at.key(key)
    qapp.focusChanged.disconnect(follow)

    assert len({type(each) for each in passed}) > 10
    nameless = {
        type(each).__name__
        for each in passed
        if isValid(each)
        and not QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name).strip()
    }
    assert nameless == set()
    for dialog in QApplication.topLevelWidgets():
        if dialog is not at.window:
            dialog.close()
