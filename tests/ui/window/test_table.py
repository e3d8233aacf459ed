"""The table of actions, held against what the window runs."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from counterpoint.ui.actions.action import MENUS
from counterpoint.ui.actions.table import ACTIONS
from tests.at_window import GO_ON, Sit
from tests.library_on_disk import LibraryOnDisk


def test_every_action_has_something_to_run_and_nothing_runs_without_one(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    window = sit(disk.folder).window

    assert list(window.menus.run()) == [action.id for action in ACTIONS]


def test_no_two_actions_share_keys() -> None:
    keys = Counter(QKeySequence(each).toString() for action in ACTIONS for each in action.keys)

    assert "" not in keys, "a key that Qt does not know"
    assert [each for each, count in keys.items() if count > 1] == []


def test_every_action_stands_in_a_menu_under_its_title(sit: Sit, disk: LibraryOnDisk) -> None:
    menus = sit(disk.folder).window.menus

    for action in ACTIONS:
        assert action.menu in MENUS
        shown = menus.action(action.id)
        menu = menus.submenus.get(action.submenu, menus.menus[action.menu])
        assert shown in menu.actions()
        assert shown.text() == action.title


def test_the_menus_run_them(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    space, menus = at.window.space, at.window.menus

    menus.trigger("sources")
    assert space.view_name() == "sources"
    menus.trigger("compare")
    assert space.view_name() == "compare"
    menus.trigger("transpose")
    assert space.comparison.arrangement().transposed
    menus.trigger("show-reader")
    assert not space.is_shown("reader")
    menus.trigger("show-reader")
    at.click_claim(GO_ON)
    menus.trigger("hide-column")
    assert space.comparison.arrangement().columns == ("firm",)
    menus.trigger("note-on-all")
    assert QApplication.focusWidget() is space.notebook.editor
    menus.trigger("about-texts")
    assert space.view_name() == "sources"


def test_every_action_can_be_run_whatever_is_open(sit: Sit, disk: LibraryOnDisk) -> None:
    """None may raise: without a selection, on the page of an opening that failed, and at work."""
    for folder in (disk.folder, disk.folder / "missing"):
        at = sit(folder)
        for action in ACTIONS:
            if action.id not in (
                "open",
                "import",
                "replace",
                "quit",
                "print",
                "open-shipped",
                *(each.id for each in ACTIONS if each.id.startswith(("export-", "import-"))),
                "notes-folder",
                "log-folder",
            ):
                at.window.menus.trigger(action.id)
        at.qtbot.waitUntil(at.is_open)


def test_check_marks_follow_the_state(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    window, menus = at.window, at.window.menus

    def checked() -> set[str]:
        return {action.id for action in ACTIONS if menus.action(action.id).isChecked()}

    assert checked() == {
        "depth-answers",
        "rows-all",
        "stance-any",
        "colours-system",
        "show-reader",
        "show-notebook",
    }
    at.click(window.bar.rows.button("differ"))
    window.space.comparison.arranger.transpose()
    menus.trigger("stance-describes")
    menus.trigger("compact")
    menus.trigger("colours-dark")
    menus.trigger("show-notebook")
    menus.trigger("depth-claims")
    expected = {
        "depth-claims",
        "rows-differ",
        "stance-describes",
        "transpose",
        "compact",
        "colours-dark",
        "show-reader",
    }
    assert checked() == expected
    # The action that is on already, chosen again, stays on.
    menus.trigger("rows-differ")
    menus.trigger("colours-dark")
    menus.trigger("stance-describes")
    assert checked() == expected


def test_keys_run_actions_wherever_the_focus_is(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    focus_order = [at.grid, at.window.space.reader.view, at.window.space.notebook.editor]

    for pane in focus_order:
        pane.setFocus()
        at.key(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        assert at.window.space.view_name() == "sources"
        pane.setFocus()
        at.key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
        assert at.window.space.view_name() == "compare"
