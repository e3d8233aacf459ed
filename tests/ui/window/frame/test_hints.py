"""The keys that the status line tells of are those of where one is."""

from PySide6.QtWidgets import QApplication

from counterpoint.ui.session.tells_keys import TellsKeys
from counterpoint.ui.window.panes import BESIDE, VIEWS
from tests.at_window import GO_ON, Sit
from tests.library_on_disk import LibraryOnDisk


def test_they_go_with_the_focus(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    space, status = at.window.space, at.window.status
    at.jump_to(GO_ON)
    seen = {}
    for pane in ("compare", "sources", "notes"):
        space.session.show_view(pane)
        seen[pane] = status.hints()
    for pane in ("reader", "notebook"):
        space.enter(space.pane(pane))
        seen[pane] = status.hints()

    assert seen == {
        "compare": "Enter jump · Space peek · Ctrl+N note · F6 next pane",
        "sources": "Enter open the text · Ctrl+N note · F6 next pane",
        "notes": "Enter go to it · Del delete · F6 next pane",
        "reader": "N next passage · Enter back to the claim · F6 next pane",
        "notebook": "Esc back · Ctrl+Z undo · F6 next pane",
    }
    assert not any("peek" in said for pane, said in seen.items() if pane != "compare")


def test_over_a_pane_they_are_those_of_the_form_that_has_the_focus(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    status, space = at.window.status, at.window.space
    at.click_claim(GO_ON)
    at.window.menus.trigger("edit-here")
    asker = space.comparison.deeds.asker
    at.qtbot.waitUntil(lambda: asker.panel is not None)
    assert status.hints() == "Enter keep · Esc give up · F6 next pane"
    asker.give_up()
    assert status.hints().startswith("Enter jump")

    space.navigator.show_source("letter")
    at.window.menus.trigger("describe")
    at.qtbot.waitUntil(space.sources.form.isVisible)
    assert status.hints() == "Ctrl+Enter save · F6 next pane"


def test_a_page_over_the_window_leaves_them(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.click_claim(GO_ON)
    at.window.menus.trigger("keys")
    at.qtbot.waitUntil(lambda: QApplication.activeWindow() is not at.window)
    assert at.window.status.hints().startswith("Enter jump")
    for page in QApplication.topLevelWidgets():
        if page is not at.window:
            page.close()


def test_every_pane_but_the_comparison_says_its_own(sit: Sit, disk: LibraryOnDisk) -> None:
    space = sit(disk.folder).window.space

    for pane in (*VIEWS[1:], *BESIDE):
        made = space.pane(pane.name)
        assert isinstance(made, TellsKeys), pane.name
        assert all(" " in hint for hint in made.key_hints())


def test_on_the_map_they_are_those_of_the_map(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger("depth-map")
    at.window.space.session.focus_view()
    at.window.space.enter(at.window.space.reader)
    at.window.space.session.focus_view()

    assert at.window.status.hints().startswith("Enter go to the answer · Space peek")
