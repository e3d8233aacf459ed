"""What narrows the view is seen in the bar, wherever it was set, and is taken away there."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from counterpoint.domain.approach import Stance
from counterpoint.labels.claim_filter import by_stance, own_words
from counterpoint.storage.place import shipped_library
from counterpoint.ui.actions.table import ACTIONS
from counterpoint.ui.comparison.grid.navigation import GridPosition
from counterpoint.ui.window.frame.filter_menus import FilterMenu
from tests.at_window import GO_ON, AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk
from tests.ui.window.seen_whole import not_whole


def claims(at: AtWindow) -> int:
    model = at.grid.grid_model
    places = [(row, column) for row in range(model.rows) for column in range(model.columns)]
    return sum(len(model.shown_claims(*place)) for place in places)


def seen(at: AtWindow) -> list[str]:
    """What the signs say of which all is seen."""
    return [chip.text() for chip in at.window.bar.chips if chip.isVisible()]


def choose(at: AtWindow, menu: str, entry: str) -> None:
    """From a menu of what only the library knows."""
    found = next(
        each
        for each in at.window.menus.menu_of("own-words").findChildren(FilterMenu)
        if each.title() == menu
    )
    found.fill()
    action(found, entry).trigger()


def action(menu: QMenu, entry: str) -> QAction:
    return next(each for each in menu.actions() if each.text() == entry)


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("stance-criticises", "Only what critics say"),
        ("stance-advocates", "Only what advocates say"),
        ("rows-gaps", "Only gaps"),
        ("own-words", "Only own words"),
    ],
)
def test_what_narrows_the_view_is_seen_and_a_press_takes_it_away(
    sit: Sit, id: str, words: str
) -> None:
    at = sit(shipped_library())
    every, rows = claims(at), at.grid.grid_model.rows
    assert seen(at) == []
    at.window.menus.trigger(id)
    assert seen(at) == [f"{words}  ×"]
    [sign] = at.window.bar.chips
    assert sign.accessibleName() == f"Filter: {words}, press to remove"
    assert at.window.menus.action(id).isChecked()
    assert claims(at) < every or id == "rows-gaps"

    at.click(sign)
    assert seen(at) == []
    assert (claims(at), at.grid.grid_model.rows) == (every, rows)
    assert not at.window.menus.action(id).isChecked()
    assert at.window.bar.rows.button("all").hasFocus()


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete]
)
def test_by_keys_too(sit: Sit, disk: LibraryOnDisk, key: Qt.Key) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger("stance-describes")
    at.window.bar.chips[0].setFocus()
    at.key(key)
    assert seen(at) == []


def test_delete_once_more_deletes_nothing_that_is_chosen(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.click_claim(GO_ON)
    files = {path: path.read_bytes() for path in disk.folder.rglob("*") if path.is_file()}
    at.window.menus.trigger("own-words")
    at.window.menus.trigger("stance-advocates")
    first, last = at.window.bar.chips
    first.setFocus()
    at.key(Qt.Key.Key_Delete)
    assert seen(at) == [last.text()]
    [left] = at.window.bar.chips
    assert left.hasFocus()
    at.key(Qt.Key.Key_Delete)
    assert seen(at) == []
    assert at.window.bar.rows.button("all").hasFocus()
    at.key(Qt.Key.Key_Delete)
    assert not at.window.menus.action("undo").isEnabled()
    assert {path: path.read_bytes() for path in files if path.is_file()} == files


def test_each_is_taken_away_alone(sit: Sit) -> None:
    at = sit(shipped_library())
    at.window.menus.trigger("own-words")
    choose(at, "From a source", "Only from London cable")
    choose(at, "Texts of a year", "Only texts of 2008")
    assert seen(at) == [
        "Only own words  ×",
        "Only from London cable  ×",
        "Only texts of 2008  ×",
    ]
    at.click(at.window.bar.chips[1])
    assert seen(at) == ["Only own words  ×", "Only texts of 2008  ×"]
    choose(at, "Texts of a year", "Only texts of 2008")  # the same again takes it away too
    assert seen(at) == ["Only own words  ×"]


def test_one_voice_alone(sit: Sit) -> None:
    at = sit(shipped_library())
    choose(at, "What one voice says", "Only the voice of Hugo Klijn")
    model = at.grid.grid_model
    shown = [
        claim
        for row in range(model.rows)
        for column in range(model.columns)
        for claim in model.shown_claims(row, column)
    ]
    assert shown
    for claim in shown:
        assert any(piece.voice[-1] == "Hugo Klijn" for piece in claim.evidence)


def is_whole(at: AtWindow, zoom: float) -> bool:
    return not_whole(at.window, zoom) == []


def test_many_wrap_and_nothing_is_cut(sit: Sit) -> None:
    at = sit(shipped_library(), beside=False)
    at.window.resize(1280, 800)
    for id in ("own-words", "stance-advocates"):
        at.window.menus.trigger(id)
    choose(at, "From a source", "Only from London cable")
    choose(at, "Texts of a year", "Only texts of 2008")
    choose(at, "What one voice says", "Only the voice of Michael Davenport")
    assert len(seen(at)) == 5
    for zoom in (1.0, 2.0):
        at.window.theme.set_zoom(zoom)
        at.qtbot.waitUntil(partial(is_whole, at, zoom))
        assert at.window.width() == 1280


def test_from_the_menu_of_a_claim(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.window.space.comparison.select(GO_ON)
    place = at.grid.place()
    assert place is not None
    at.grid.menu_wanted.emit(GridPosition(*place), QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = [each.text() for each in menu.actions() if each.text().startswith("Only")]
    action(menu, offered[-1]).trigger()
    menu.close()
    assert seen(at) == [f"{offered[-1]}  ×"]
    assert offered[-1].startswith("Only from ")
    assert offered[0].startswith("Only the voice of ")


def test_where_nothing_is_left_it_says_what_is_to_be_taken_off(sit: Sit) -> None:
    at = sit(shipped_library())
    choose(at, "From a source", "Only from London cable")
    choose(at, "What one voice says", "Only the voice of Hugo Klijn")
    page = at.window.space.comparison.empty
    assert page.isVisible()
    assert page.text() == ("To be taken off: Only from London cable; Only the voice of Hugo Klijn.")
    at.click(page.button)
    assert seen(at) == []
    assert at.grid.isVisible()


def test_they_stand_beside_the_comparison_only_and_come_back_the_next_day(sit: Sit) -> None:
    at = sit(shipped_library())
    at.window.menus.trigger("stance-criticises")
    choose(at, "Texts of a year", "Only texts of 2008")
    signs = seen(at)
    assert len(signs) == 2
    at.window.space.session.show_view("notes")
    assert seen(at) == []
    at.window.space.session.show_view("compare")
    assert seen(at) == signs
    at.window.lifecycle.keep()
    at.leave()

    assert seen(sit(shipped_library())) == signs


def test_they_go_with_what_shows_all_again(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger("stance-criticises")
    at.window.menus.trigger("rows-gaps")
    at.window.space.comparison.arrange(at.window.space.comparison.arrangement().all_rows())
    assert seen(at) == []
    assert at.window.bar.rows.choice() == "all"


def test_menu_and_sign_use_the_same_words() -> None:
    titles = {each.id: each.label for each in ACTIONS}
    for stance in Stance:
        assert titles[f"stance-{stance.value.replace(' ', '-')}"] == by_stance(stance)
    assert titles["own-words"] == own_words()
