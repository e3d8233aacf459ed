"""A filter in force is seen in the bar, wherever it was set, and is taken away there."""

import pytest
from PySide6.QtCore import Qt

from tests.at_window import AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk


def claims(at: AtWindow) -> int:
    model = at.grid.grid_model
    places = [(row, column) for row in range(model.rows) for column in range(model.columns)]
    return sum(model.claims(*place) for place in places)


@pytest.mark.parametrize(
    ("action", "words"),
    [
        ("stance-criticises", "Only what critics say"),
        ("stance-advocates", "Only what advocates say"),
    ],
)
def test_a_filter_by_stance_is_seen_and_a_press_takes_it_away(
    sit: Sit, disk: LibraryOnDisk, action: str, words: str
) -> None:
    at = sit(disk.folder)
    sign, every = at.window.bar.filter, claims(at)
    assert not sign.isVisible()
    at.window.menus.trigger(action)
    assert sign.isVisible()
    assert sign.text() == f"{words}  ×"
    assert sign.accessibleName() == f"Filter: {words}"
    assert claims(at) < every

    at.click(sign)
    assert not sign.isVisible()
    assert claims(at) == every
    assert at.window.menus.action("stance-any").isChecked()
    assert at.grid.hasFocus()


def test_by_keys_too(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger("stance-describes")
    at.window.bar.filter.setFocus()
    at.key(Qt.Key.Key_Space)
    assert not at.window.bar.filter.isVisible()


def test_it_stands_beside_the_comparison_only_and_comes_back_the_next_day(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger("stance-criticises")
    at.window.space.session.show_view("notes")
    assert not at.window.bar.filter.isVisible()
    at.window.space.session.show_view("compare")
    assert at.window.bar.filter.isVisible()
    at.window.lifecycle.keep()
    at.leave()

    assert sit(disk.folder).window.bar.filter.isVisible()


def test_it_goes_with_the_library(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger("stance-criticises")
    at.window.menus.trigger("rows-differ")
    at.window.space.comparison.arrange(at.window.space.comparison.arrangement().all_rows())
    assert not at.window.bar.filter.isVisible()
    assert at.window.bar.rows.choice() == "all"
