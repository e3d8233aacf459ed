"""The reader and the notebook take no room until they are wanted, and remember theirs."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from counterpoint.storage.place import shipped_library
from counterpoint.ui.comparison.grid.navigation import GridPosition
from tests.at_window import GO_ON, AtWindow, Sit
from tests.library_on_disk import LETTER, LibraryOnDisk
from tests.report_library import report_library

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
KEYS = {"reader": Qt.Key.Key_R, "notebook": Qt.Key.Key_N}


def beside(at: AtWindow) -> set[str]:
    """The panes that are seen beside the view."""
    places = at.window.space.side.places
    return {name for name, place in places.items() if place.isVisible()}


def test_the_comparison_has_the_whole_window_at_first(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder, beside=False)
    assert beside(at) == set()
    assert at.window.space.comparison.width() == at.window.width()
    for name in KEYS:
        assert not at.window.menus.action(f"show-{name}").isChecked()


def test_walking_opens_nothing_a_jump_opens_the_reader_a_letter_the_notebook(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder, beside=False)
    at.window.space.comparison.select(GO_ON)
    at.grid.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right):
        at.key(key)
    at.qtbot.wait(200)  # longer than the reader takes to follow
    assert beside(at) == set()
    at.jump_to(GO_ON)
    assert beside(at) == {"reader"}
    at.qtbot.keyClicks(at.grid, "a")
    assert beside(at) == {"reader", "notebook"}
    assert at.words == "a"


def test_opening_a_source_from_its_page_opens_the_reader(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder, beside=False)
    at.window.menus.trigger("find")
    assert beside(at) == {"reader"}


@pytest.mark.parametrize("name", KEYS)
def test_each_comes_and_goes_at_its_key(sit: Sit, disk: LibraryOnDisk, name: str) -> None:
    at = sit(disk.folder, beside=False)
    at.grid.setFocus()
    at.key(KEYS[name], BOTH)
    assert beside(at) == {name}
    at.key(KEYS[name], BOTH)
    assert beside(at) == set()
    assert at.grid.hasFocus()


@pytest.mark.parametrize("name", KEYS)
def test_its_own_button_closes_it_and_the_focus_goes_to_the_comparison(
    sit: Sit, disk: LibraryOnDisk, name: str
) -> None:
    at = sit(disk.folder)
    close: QWidget = getattr(at.window.space, name).header.close_button
    close.setFocus()
    at.key(Qt.Key.Key_Space)
    assert beside(at) == set(KEYS) - {name}
    assert at.grid.hasFocus()
    at.window.menus.trigger(f"show-{name}")
    at.click(close)
    assert beside(at) == set(KEYS) - {name}


def test_they_come_back_as_wide_as_they_were_also_the_next_day(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder, beside=False)
    at.jump_to(GO_ON)
    space = at.window.space
    space.across.setSizes([at.window.width() - 500, 500])
    width = space.side.width()
    assert abs(width - 500) < 3
    at.window.menus.trigger("show-reader")
    assert beside(at) == set()
    at.window.menus.trigger("show-notebook")
    assert space.side.width() == width
    at.window.menus.trigger("show-notebook")
    at.window.lifecycle.keep()
    at.leave()

    again = sit(disk.folder)
    assert beside(again) == set()
    again.jump_to(GO_ON)
    assert abs(again.window.space.side.width() - width) < 3
    again.window.lifecycle.keep()
    again.leave()

    assert beside(sit(disk.folder)) == {"reader"}


def test_the_chosen_claim_stays_in_sight_where_the_reader_takes_its_room(sit: Sit) -> None:
    at = sit(shipped_library(), beside=False)
    model, grid = at.grid.grid_model, at.grid
    place = GridPosition(0, model.columns - 1)
    grid.go(place, by_person=True)
    at.window.menus.trigger("show-reader")
    seen = QRect(QPoint(0, 0), grid.viewport().size())
    there = grid.rect_of(place)
    assert there.left() >= 0
    assert there.right() <= seen.right() + 1
    assert there.intersects(seen)


@pytest.mark.parametrize("zoom", [150, 200])
@pytest.mark.parametrize("shows", ["text", "both"])
def test_beside_a_new_version_no_line_of_the_text_is_cut_and_the_window_does_not_grow(
    sit: Sit, tmp_path: Path, zoom: int, shows: str
) -> None:
    at = sit(report_library(tmp_path))
    space, reader = at.window.space, at.window.space.reader
    space.show_pane("notebook", False)
    for _ in range((zoom - 100) // 10):
        at.window.menus.trigger("zoom-in")
    space.navigator.open_source("report")
    at.window.menus.trigger(f"read-{shows}")
    file = tmp_path / "letter.txt"
    file.write_text(LETTER.replace("Talks should go on. His", "His"))
    space.live_sources.compared_with.emit("letter", file)
    at.qtbot.waitUntil(lambda: space.live_sources.revision is not None, timeout=20_000)

    space.bring("reader")
    at.qtbot.waitUntil(lambda: space.view_name() == "revision" and reader.isVisible())
    assert at.window.width() == 1280
    flow = reader.view.flow
    assert flow is not None
    measures = flow.measures
    assert measures.text_left + measures.text_width <= reader.view.viewport().width()
    space.session.focus_view()
    assert space.views.isVisible()
    assert at.window.width() == 1280
