"""Another library in the same window: each has its own notes, and coming back finds all as left."""

from pathlib import Path

import pytest

from counterpoint.storage.place import shipped_library
from counterpoint.ui.widgets.plain_button import PlainButton
from tests.at_window import GO_ON, NOT_REAL, AtWindow, Sit, on_disk
from tests.library_on_disk import LibraryOnDisk


@pytest.fixture
def other(disk: LibraryOnDisk) -> LibraryOnDisk:
    made = LibraryOnDisk.make(disk.folder.with_name("other"))
    made.replace("corpus/library.yaml", "title: Small", "title: Other")
    return made


def go_to(at: AtWindow, disk: LibraryOnDisk) -> None:
    at.window.libraries.open(disk.folder)
    at.qtbot.waitUntil(lambda: at.is_open() and at.window.space.session.library is not None)
    assert at.window.space.session.library is not None
    assert at.window.space.session.library.folder == disk.folder


def test_each_library_has_its_own_notes(
    sit: Sit, disk: LibraryOnDisk, other: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.type("Of the first.", on=GO_ON)

    go_to(at, other)  # at once: what was typed a moment ago is saved on leaving
    assert on_disk(disk.folder / "notes") == ["Of the first."]
    assert at.window.bar.title.text() == "Other"
    at.window.space.navigator.take_up(GO_ON)
    assert at.words == ""
    at.type("Of the second.", on=GO_ON)

    go_to(at, disk)
    at.qtbot.waitUntil(lambda: at.words == "Of the first.")
    assert on_disk(disk.folder / "notes") == ["Of the first."]
    assert on_disk(other.folder / "notes") == ["Of the second."]


def test_coming_back_finds_what_was_chosen_shown_and_read(
    sit: Sit, disk: LibraryOnDisk, other: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.jump_to(NOT_REAL)
    at.window.space.comparison.arranger.hide_approach("firm")
    sizes = at.window.space.across.sizes()

    go_to(at, other)
    assert at.window.space.comparison.arrangement().columns == ("talk", "firm")
    assert at.window.space.reader.source is None
    assert at.window.space.across.sizes() == sizes
    at.jump_to(GO_ON)

    go_to(at, disk)
    assert at.window.space.comparison.arrangement().columns == ("talk",)
    assert at.window.space.session.target == NOT_REAL
    assert at.window.space.reader.source is not None


def test_what_is_hidden_keeps_its_height_from_library_to_library(
    sit: Sit, disk: LibraryOnDisk, other: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.window.space.side.set_sizes([200, 560])
    left = at.window.space.side.sizes()
    at.window.menus.trigger("show-notebook")

    go_to(at, other)
    at.window.menus.trigger("show-notebook")

    space = at.window.space
    at.qtbot.waitUntil(lambda: [space.reader.height(), space.notebook.height()] == left)


def test_what_was_opened_last_stands_first(
    sit: Sit, disk: LibraryOnDisk, other: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    go_to(at, other)
    go_to(at, disk)
    at.window.lifecycle.keep()

    recent = at.window.window_state.settings.recent_libraries
    assert list(recent) == [str(disk.folder), str(other.folder)]


def test_actions_are_those_of_the_library_that_is_open(
    sit: Sit, disk: LibraryOnDisk, other: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    go_to(at, other)
    at.window.menus.trigger("transpose")
    at.window.menus.trigger("show-notebook")

    assert at.window.space.comparison.arrangement().transposed
    assert at.window.menus.action("transpose").isChecked()
    assert not at.window.space.is_shown("notebook")
    assert not at.window.menus.action("show-notebook").isChecked()
    go_to(at, disk)
    assert not at.window.menus.action("transpose").isChecked()
    assert at.window.menus.action("show-notebook").isChecked() == at.window.space.is_shown(
        "notebook"
    )


def test_a_folder_that_is_no_library_leads_back(
    sit: Sit, disk: LibraryOnDisk, other: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.type("Of the first.", on=GO_ON)

    at.window.libraries.open(disk.folder / "corpus")
    at.qtbot.waitUntil(at.sees_page)
    (back,) = (
        each
        for each in at.window.lifecycle.page.findChildren(PlainButton)
        if each.isVisible() and each.text() == "Back to “Small”"
    )
    at.click(back)
    at.qtbot.waitUntil(lambda: not at.sees_page() and at.is_open())

    at.qtbot.waitUntil(lambda: at.words == "Of the first.")
    assert not (disk.folder / "corpus" / "notes").exists()


def test_the_shipped_librarys_notes_are_in_the_persons_own_folder(
    sit: Sit, disk: LibraryOnDisk, own_home: Path
) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger("open-shipped")
    at.qtbot.waitUntil(
        lambda: at.is_open() and at.window.space.session.library is not None, timeout=20_000
    )
    at.type("On the whole.")
    assert at.window.space.live.flush()

    assert on_disk(own_home / "data" / "notes") == ["On the whole."]
    assert not (shipped_library() / "notes").exists()


def test_what_was_said_of_one_library_is_not_said_of_another(
    sit: Sit, disk: LibraryOnDisk, other: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger("reload")
    at.qtbot.waitUntil(lambda: at.window.status.message() == "The library was read again.")

    go_to(at, other)

    assert "read again" not in at.window.status.message()
