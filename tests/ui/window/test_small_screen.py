"""At 200 % on a screen of 1366 × 768 everything can be reached, and no word is cut."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QApplication

from counterpoint.domain.note import Target, TargetKind
from counterpoint.storage.place import shipped_library
from tests.at_window import GO_ON, AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk
from tests.ui.window.seen_whole import not_whole

ROOM = QSize(1366, 680)
"""What a screen of 1366 × 768 leaves below a window's title and beside a bar of tasks."""


def settle() -> None:
    """What was posted is seen to, and what that posts."""
    for _ in range(5):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()


def sit_at_twice(sit: Sit, folder: LibraryOnDisk | None = None) -> AtWindow:
    at = sit(folder.folder if folder else shipped_library())
    at.window.resize(ROOM)
    at.window.theme.set_zoom(2.0)
    return at


def wait_whole(at: AtWindow) -> None:
    def whole() -> None:
        assert not_whole(at.window, 2.0) == []

    at.qtbot.waitUntil(whole)


def first_claim(at: AtWindow) -> Target:
    library = at.window.space.session.library
    assert library is not None
    head, dimension = library.contents.approaches[0], library.contents.dimensions[0]
    claim = library.approach(head.id).position(dimension.id).claims[0]
    return Target(TargetKind.CLAIM, head.id, dimension.id, claim.id)


def compare(at: AtWindow) -> None:
    at.window.space.session.show_view("compare")


def read(at: AtWindow) -> None:
    at.window.space.session.show_view("compare")
    at.click_claim(first_claim(at))
    at.key(Qt.Key.Key_Return)


def find(at: AtWindow) -> None:
    read(at)
    at.window.menus.trigger("find")


def note(at: AtWindow) -> None:
    at.type("A note that is long enough to go over more than one line.", on=first_claim(at))
    at.window.space.notebook.tags.field.setText("a tag")
    at.key(Qt.Key.Key_Return)


def two_notes(at: AtWindow) -> None:
    at.window.space.side.show_pane("reader", False)
    note(at)
    at.click(at.window.space.notebook.header.new)
    at.qtbot.keyClicks(at.window.space.notebook.editor, "Another.")


def filtered(at: AtWindow) -> None:
    at.window.menus.trigger("stance-criticises")


def sources(at: AtWindow) -> None:
    at.window.space.session.show_view("sources")


def page_of_source(at: AtWindow) -> None:
    at.window.space.navigator.show_source("london-cable-2008")


def all_notes(at: AtWindow) -> None:
    note(at)
    at.window.space.session.show_view("notes")


def problems(at: AtWindow) -> None:
    at.window.menus.trigger("problems")


@pytest.mark.parametrize(
    "go",
    [compare, filtered, read, find, note, two_notes, sources, page_of_source, all_notes, problems],
)
def test_everything_is_seen_whole_at_twice_the_size(
    sit: Sit, go: Callable[[AtWindow], None]
) -> None:
    at = sit_at_twice(sit)
    go(at)
    wait_whole(at)
    assert at.window.size() == ROOM
    assert at.window.minimumSizeHint().width() <= ROOM.width()
    assert at.window.minimumSizeHint().height() <= ROOM.height()


def test_problems_too_and_the_work_comes_back_when_they_are_closed(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    disk.replace("options/firm.yaml", "colour: orange", "colour: beige")
    at = sit_at_twice(sit, disk)
    at.window.menus.trigger("problems")
    wait_whole(at)
    assert at.window.size() == ROOM
    at.key(Qt.Key.Key_Escape)
    assert at.window.space.isVisible()
    assert at.grid.hasFocus()


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_a_view_that_was_opened_once_does_not_widen_the_window_for_good(
    sit: Sit, disk: LibraryOnDisk, zoom: float
) -> None:
    at = sit(disk.folder)
    window = at.window

    def least() -> int:
        settle()
        return window.minimumSizeHint().width()

    window.theme.set_zoom(zoom)
    before = least()
    widths: list[int] = []
    for show in (
        window.space.navigator.show_source,
        window.space.session.show_view,
        window.space.session.show_view,
    ):
        show(("letter", "notes", "compare")[len(widths)])
        widths.append(least())
    assert widths[0] > before
    assert widths[-1] == before


def test_a_page_of_help_is_no_larger_than_the_screen(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit_at_twice(sit, disk)
    at.window.menus.trigger("keys")
    at.qtbot.waitUntil(lambda: QApplication.activeWindow() is not at.window)
    page = QApplication.activeWindow()
    assert page is not None
    assert page.screen().availableGeometry().contains(page.geometry())
    page.close()


def test_where_there_is_no_room_for_both_the_reader_and_the_notebook_take_turns(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit_at_twice(sit, disk)
    side, space = at.window.space.side, at.window.space
    at.qtbot.waitUntil(lambda: side.choice.isVisible())
    assert space.reader.isVisible()
    assert not space.notebook.isVisible()

    at.click(side.choice.button("notebook"))
    assert space.notebook.isVisible()
    assert not space.reader.isVisible()

    at.jump_to(GO_ON)
    assert space.reader.isVisible()

    at.qtbot.keyClicks(at.grid, "w")
    assert space.notebook.editor.hasFocus()
    assert at.words == "w"
    assert side.choice.choice() == "notebook"

    at.window.menus.trigger("find")
    assert space.reader.finding.bar.field.hasFocus()

    at.key(Qt.Key.Key_F6)
    assert space.notebook.editor.hasFocus()
    at.key(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert space.reader.view.hasFocus()


def test_the_side_has_the_width_of_whichever_takes_its_turn_from_the_first(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.window.theme.set_zoom(2.0)
    side, space = at.window.space.side, at.window.space
    at.qtbot.waitUntil(lambda: side.choice.isVisible())
    settle()
    space.navigator.show_source("letter")
    settle()
    first = space.sources.width()

    at.click(side.choice.button("notebook"))
    settle()
    assert space.notebook.isVisible()
    space.navigator.show_source("letter")
    settle()

    assert space.sources.width() == first


def test_while_one_walks_the_grid_the_note_stays_in_sight(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit_at_twice(sit, disk)
    space = at.window.space
    at.jump_to(GO_ON)
    at.window.menus.trigger("note-here")
    at.grid.setFocus()
    before = at.window.space.session.target
    at.key(Qt.Key.Key_Down)
    assert at.window.space.session.target != before
    # The reader follows, unseen.
    at.qtbot.waitUntil(lambda: at.jumped_to() not in ("", "Talks should go on."))
    assert space.notebook.isVisible()
    assert not space.reader.isVisible()


def test_both_come_back_with_the_room_and_as_large_as_they_were(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    space = at.window.space
    space.side.set_sizes([430, 284])
    before = space.side.sizes()
    at.window.resize(1280, 420)
    at.qtbot.waitUntil(lambda: not space.notebook.isVisible())
    at.window.lifecycle.keep()
    assert at.window.window_state.settings.splitters["side"] == tuple(before)
    at.window.resize(1280, 800)
    at.qtbot.waitUntil(lambda: space.notebook.isVisible() and space.reader.isVisible())
    assert [abs(now - then) <= 1 for now, then in zip(space.side.sizes(), before, strict=True)] == [
        True,
        True,
    ]
    assert not space.side.choice.isVisible()


def test_the_keys_of_a_pane_hide_it_only_where_it_is_in_sight(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit_at_twice(sit, disk)
    space = at.window.space
    at.qtbot.waitUntil(lambda: space.side.choice.isVisible())
    at.window.menus.trigger("show-notebook")
    assert space.notebook.isVisible()
    assert space.is_shown("reader")
    at.window.menus.trigger("show-notebook")
    assert not space.is_shown("notebook")
    assert space.reader.isVisible()
    assert not space.side.choice.isVisible()


def test_who_is_writing_goes_on_writing_when_the_window_is_made_low(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.type("A no", on=GO_ON)
    at.window.space.notebook.setFocus()
    at.window.resize(1280, 420)
    at.qtbot.waitUntil(lambda: not at.window.space.reader.isVisible())
    at.qtbot.keyClicks(at.window.space.notebook.editor, "te.")
    assert at.window.space.notebook.editor.hasFocus()
    assert at.words == "A note."


def test_in_a_window_of_the_usual_size_there_is_nothing_to_choose(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    assert "choice" not in sit(disk.folder).window.space.side.__dict__
