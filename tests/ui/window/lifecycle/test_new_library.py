"""A new library is made in a strip under the bar, in place, and opened."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from counterpoint.application.library import new_library
from counterpoint.application.library.new_library import Template
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.window.frame.library_maker import LibraryMaker
from tests.at_window import GO_ON, AtWindow, Sit, on_disk
from tests.library_on_disk import LibraryOnDisk


def make(at: AtWindow, folder: Path, template: Template) -> LibraryMaker:
    """New library… from the menu, as a person fills it in, up to Enter."""
    at.window.menus.trigger("new-library")
    maker = at.window.libraries.maker
    assert maker.isVisible()
    assert maker.begins_with.hasFocus()
    maker.begins_with.setCurrentIndex(maker.begins_with.findData(template.value))
    at.key(Qt.Key.Key_Tab)
    assert maker.folder.hasFocus()
    maker.folder.selectAll()
    at.qtbot.keyClicks(maker.folder, str(folder))
    at.key(Qt.Key.Key_Return)
    return maker


def wait_opened(at: AtWindow, folder: Path) -> None:
    def is_there() -> bool:
        library = at.window.space.session.library
        return at.is_open() and library is not None and library.folder == folder

    at.qtbot.waitUntil(is_there, timeout=20_000)


@pytest.mark.parametrize(
    ("template", "rows", "columns"),
    [(Template.EMPTY, 0, 0), (Template.QUESTIONS, 2, 0), (Template.COPY, 2, 2)],
)
def test_each_beginning_is_made_of_the_library_that_is_open(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, template: Template, rows: int, columns: int
) -> None:
    at = sit(disk.folder)
    folder = tmp_path / "made" / "mine"

    maker = make(at, folder, template)

    wait_opened(at, folder)
    assert not maker.isVisible()
    library = at.window.space.session.library
    assert library is not None
    assert len(library.contents.dimensions) == rows
    assert len(library.contents.approaches) == columns
    assert at.window.space.editing.may_change()
    assert str(folder) in at.window.window_state.settings.recent_libraries or (
        at.window.lifecycle.keep() == ""
        and str(folder) in at.window.window_state.settings.recent_libraries
    )


def test_a_copy_has_what_was_changed_and_noted_a_moment_ago(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path
) -> None:
    at = sit(disk.folder)
    at.type("A note.", on=GO_ON)

    make(at, tmp_path / "copy", Template.COPY)

    wait_opened(at, tmp_path / "copy")
    assert on_disk(tmp_path / "copy" / "notes") == ["A note."]
    assert at.window.space.session.target == GO_ON
    at.qtbot.waitUntil(lambda: at.words == "A note.")


def test_a_folder_that_has_something_in_it_is_left_alone(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)

    maker = make(at, disk.folder / "corpus", Template.EMPTY)

    at.qtbot.waitUntil(lambda: bool(maker.why_not.text()))
    assert maker.isVisible()
    assert str(disk.folder / "corpus") in maker.why_not.text()
    assert "empty" in maker.why_not.text()
    at.key(Qt.Key.Key_A)
    assert maker.why_not.text() == ""
    at.key(Qt.Key.Key_Escape)
    assert not maker.isVisible()
    assert at.grid.hasFocus()


def test_where_nothing_can_be_opened_a_new_one_can_be_made(sit: Sit, tmp_path: Path) -> None:
    at = sit(tmp_path)
    assert at.sees_page()
    (button,) = (
        each
        for each in at.window.lifecycle.page.findChildren(PlainButton)
        if each.isVisible() and each.text() == "New library…"
    )
    at.click(button)
    maker = at.window.libraries.maker
    assert [maker.begins_with.itemText(at) for at in range(maker.begins_with.count())] == ["Empty"]
    maker.folder.setText(str(tmp_path / "first"))
    at.click(maker.make)

    wait_opened(at, tmp_path / "first")
    assert at.window.bar.title.text() == "first"


def test_the_proposed_folder_is_free(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(disk.folder)
    (tmp_path / "here" / "New library").mkdir(parents=True)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(tmp_path / "here"))
    at.window.menus.trigger("new-library")
    maker = at.window.libraries.maker
    maker.folder.setText(str(tmp_path / "New library"))

    at.click(maker.choose)

    assert maker.folder.text() == str(tmp_path / "here" / "New library 2")
    assert maker.make.hasFocus()


def test_a_copy_that_is_cancelled_leaves_nothing(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(disk.folder)
    going, goes_on = threading.Event(), threading.Event()
    write = new_library._write

    def slowly(path: Path, data: bytes) -> None:
        going.set()
        assert goes_on.wait(10)
        write(path, data)

    monkeypatch.setattr(new_library, "_write", slowly)
    maker = make(at, tmp_path / "copy", Template.COPY)
    at.qtbot.waitUntil(going.is_set)
    assert maker.isVisible()
    assert not maker.make.isEnabled()
    assert maker.leave.text() == "Cancel"
    assert maker.words.text().startswith("Making the library …")

    at.click(maker.leave)
    goes_on.set()

    assert not maker.isVisible()
    at.qtbot.waitUntil(lambda: {path.name for path in tmp_path.iterdir()} <= {"small", "home"})
    assert at.window.space.session.library is not None
    assert at.window.space.session.library.folder == disk.folder


def test_the_folder_is_shown_from_the_persons_own_on(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger("new-library")
    maker = at.window.libraries.maker
    shown = Path(maker.folder.text())
    assert shown.name.startswith("New library")
    assert not shown.expanduser().is_relative_to(Path.home()) or shown.parts[0] == "~"
    assert shown.expanduser().is_absolute()
    at.window.theme.set_zoom(2.0)
    at.window.resize(1280, 800)
    QApplication.processEvents()
    field = maker.folder
    words = field.fontMetrics().horizontalAdvance("~/Documents/New library")
    assert field.contentsRect().width() >= words, "whole, at twice the size"
