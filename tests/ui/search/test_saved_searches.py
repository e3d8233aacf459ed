"""Searches that are kept in the library: from the page, by their names, and undone."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from counterpoint.application.library.session import Session
from counterpoint.domain.search.narrowing import Chosen, Facet
from counterpoint.domain.search.rows import RowKind
from counterpoint.storage.library.searches_file import SEARCHES
from counterpoint.storage.place import shipped_library
from tests.at_window import AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk
from tests.ui.search.conftest import view

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def search(at: AtWindow, words: str) -> None:
    at.key(Qt.Key.Key_F, CONTROL | SHIFT)
    view(at).words.selectAll()
    at.qtbot.keyClicks(view(at).words, words)
    at.qtbot.waitUntil(lambda: bool(view(at).rows.results), timeout=20_000)


def entries(at: AtWindow) -> dict[str, QAction]:
    view(at).saved.fill()
    return {each.text(): each for each in view(at).saved.list.actions() if each.text()}


def name_it(at: AtWindow, name: str) -> None:
    field = view(at).naming.field
    assert field.hasFocus()
    at.qtbot.keyClicks(field, name)
    at.key(Qt.Key.Key_Return)


def written(disk: LibraryOnDisk) -> str:
    path = disk.path(SEARCHES)
    return path.read_text() if path.exists() else ""


def keep(at: AtWindow, disk: LibraryOnDisk) -> None:
    search(at, "unrealistic")
    view(at).facets.toggled.emit(Chosen(Facet.KIND, "claim"))
    entries(at)["Save this search…"].trigger()
    name_it(at, "What critics say")
    at.qtbot.waitUntil(lambda: "What critics say" in written(disk), timeout=20_000)


def test_a_search_is_kept_and_run_and_undone(at: AtWindow, disk: LibraryOnDisk) -> None:
    keep(at, disk)
    assert written(disk) == (
        "searches:\n  - name: What critics say\n    query: unrealistic\n    kind: [claim]\n"
    )
    assert at.window.status.message() == "Saved as “What critics say”."
    assert not view(at).naming.isVisible()
    assert entries(at)["What critics say"].isChecked()
    assert not entries(at)["Save this search…"].isEnabled()
    search(at, "neighbours")
    entries(at)["What critics say"].trigger()
    at.qtbot.waitUntil(
        lambda: {each.kind for each in view(at).rows.results} == {RowKind.CLAIM}, timeout=20_000
    )
    assert view(at).words.text() == "unrealistic"
    at.window.menus.trigger("undo")
    at.qtbot.waitUntil(lambda: not written(disk), timeout=20_000)
    assert "What critics say" not in entries(at)
    at.window.menus.trigger("redo")
    at.qtbot.waitUntil(lambda: "What critics say" in entries(at))


def test_it_is_renamed_and_deleted(at: AtWindow, disk: LibraryOnDisk) -> None:
    keep(at, disk)
    entries(at)["Rename “What critics say”…"].trigger()
    name_it(at, "Critics")
    at.qtbot.waitUntil(lambda: "name: Critics" in written(disk), timeout=20_000)
    assert "What critics say" not in written(disk)
    entries(at)["Delete “Critics”"].trigger()
    at.qtbot.waitUntil(lambda: not written(disk), timeout=20_000)
    at.window.menus.trigger("undo")
    at.qtbot.waitUntil(lambda: "name: Critics" in written(disk), timeout=20_000)


def test_a_name_has_to_be_given(at: AtWindow) -> None:
    search(at, "unrealistic")
    entries(at)["Save this search…"].trigger()
    name_it(at, " ")
    assert view(at).naming.why_not.text() == "Give it a name."
    at.key(Qt.Key.Key_Escape)
    assert not view(at).naming.isVisible()
    assert view(at).words.hasFocus()


def test_it_is_run_from_the_palette(at: AtWindow, disk: LibraryOnDisk) -> None:
    disk.write(SEARCHES, "searches:\n  - name: Odd people\n    query: neighbours\n    in: texts\n")
    at.read_again()
    at.window.menus.trigger("go-to")
    palette = at.window.go_to.palette
    at.qtbot.keyClicks(palette.query, "odd people")
    model = palette.results.model()
    at.qtbot.waitUntil(lambda: model.index(0, 0).data() == "Odd people", timeout=20_000)
    at.qtbot.keyClick(palette.query, Qt.Key.Key_Home)
    at.qtbot.keyClick(palette.query, Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: bool(view(at).rows.results), timeout=20_000)
    assert view(at).words.text() == "neighbours"
    assert view(at).scope.currentText() == "Texts"


def test_what_others_keep_is_there_too(at: AtWindow, disk: LibraryOnDisk) -> None:
    keep(at, disk)
    disk.write(SEARCHES, written(disk) + "  - name: Theirs\n    query: talks\n")
    at.qtbot.waitUntil(lambda: "Theirs" in entries(at), timeout=20_000)


def test_of_the_library_that_comes_with_the_app_a_copy_is_offered(sit: Sit, tmp_path: Path) -> None:
    at = sit(shipped_library())
    search(at, "sanctions")
    entries(at)["Save this search…"].trigger()
    asked: list[Callable[[Session], None]] = []
    at.window.space.editing.copy_wanted.disconnect()
    at.window.space.editing.copy_wanted.connect(asked.append)
    name_it(at, "Sanctions")
    (go_on,) = asked
    copy = LibraryOnDisk.make(tmp_path / "copy")
    there = sit(copy.folder)
    go_on(there.window.space.session)
    there.qtbot.waitUntil(lambda: "name: Sanctions" in written(copy), timeout=20_000)
    assert view(there).words.text() == "sanctions"
