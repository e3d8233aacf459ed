"""The keys that the status line tells of are those of where one is."""

from PySide6.QtWidgets import QApplication

from counterpoint.ui.window.frame.hints import keys_in
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

    assert seen == {pane: keys_in(pane) for pane in seen}
    assert len(set(seen.values())) == 5
    assert "Space peek" in seen["compare"]
    assert not any("peek" in said for pane, said in seen.items() if pane != "compare")


def test_a_page_over_the_window_leaves_them(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.click_claim(GO_ON)
    at.window.menus.trigger("keys")
    at.qtbot.waitUntil(lambda: QApplication.activeWindow() is not at.window)
    assert at.window.status.hints() == keys_in("compare")
    for page in QApplication.topLevelWidgets():
        if page is not at.window:
            page.close()
