"""Undo of what was done with sources: brought in, replaced, removed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from counterpoint.application.importing.arrivals import Standing
from tests.at_window import AtWindow, Sit
from tests.importing_library import everything
from tests.library_on_disk import LibraryOnDisk
from tests.report_library import report_library, report_pdf

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def sources(at: AtWindow) -> list[str]:
    """The ids of those that the window has."""
    library = at.window.space.session.library
    return [] if library is None else [source.id for source in library.contents.sources]


def wait_for(at: AtWindow, ids: list[str]) -> None:
    at.qtbot.waitUntil(lambda: sources(at) == ids, timeout=20_000)


def of_library(folder: Path) -> dict[str, bytes]:
    return {
        place: data
        for place, data in everything(folder).items()
        if place.startswith(("corpus/", "options/", "originals/", "earlier/"))
    }


def test_documents_brought_in_go_and_come_by_undo_and_redo(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path
) -> None:
    at = sit(disk.folder)
    (tmp_path / "report.pdf").write_bytes(report_pdf())
    before = of_library(disk.folder)
    at.window.space.live_sources.brought.emit([tmp_path / "report.pdf"])
    wait_for(at, ["letter", "report"])
    after = of_library(disk.folder)
    assert at.window.menus.action("undo").text() == "Undo bringing in documents"

    at.key(Qt.Key.Key_Z, CONTROL)
    wait_for(at, ["letter"])
    assert of_library(disk.folder) == before
    assert at.window.space.live_sources.arrivals == ()

    at.key(Qt.Key.Key_Z, CONTROL | SHIFT)
    wait_for(at, ["letter", "report"])
    assert of_library(disk.folder) == after


def test_each_step_is_told_and_stays_told_when_the_library_was_read_again(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path
) -> None:
    at = sit(disk.folder)
    (tmp_path / "one.txt").write_text("One thing was said.\n\nAnother was not.\n", "utf-8")
    (tmp_path / "two.txt").write_text("Two things were done.\n\nOne was not.\n", "utf-8")
    live, status = at.window.space.live_sources, at.window.status
    live.brought.emit([tmp_path / "one.txt", tmp_path / "two.txt"])
    wait_for(at, ["letter", "one", "two"])
    assert status.message() == "2\u00a0documents came in"
    listed = live.arrivals

    at.key(Qt.Key.Key_Z, CONTROL)
    wait_for(at, ["letter"])
    assert status.message() == "Undone: bringing in 2\u00a0documents"
    at.key(Qt.Key.Key_Z, CONTROL | SHIFT)
    wait_for(at, ["letter", "one", "two"])
    assert status.message() == "Done again: bringing in 2\u00a0documents"
    assert live.arrivals == listed, "with what became of each"

    live.remove("one")
    wait_for(at, ["letter", "two"])
    assert "one" not in [each.source for each in live.arrivals]
    at.window.menus.trigger("undo")
    wait_for(at, ["letter", "one", "two"])
    assert status.message() == "Undone: removing a source"
    assert {each.source for each in live.arrivals} == {"one", "two"}


def test_what_waited_before_it_was_stored_waits_again(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path
) -> None:
    at = sit(disk.folder)
    said = "The delegate of the {} state said that he would vote for the text as it stood, and more"
    lines = [f"{said.format(name)} than once." for name in ("first", "second", "third", "fourth")]
    (tmp_path / "vote.txt").write_text("\n".join(lines), "utf-8")
    live = at.window.space.live_sources
    live.brought.emit([tmp_path / "vote.txt"])
    at.qtbot.waitUntil(lambda: bool(live.arrivals), timeout=20_000)
    (waits,) = live.arrivals
    assert waits.standing is Standing.WAITS

    live.store([waits])
    wait_for(at, ["letter", "vote"])
    at.window.menus.trigger("undo")
    wait_for(at, ["letter"])
    assert live.arrivals == (waits,), "and can be stored otherwise"
    at.window.menus.trigger("redo")
    wait_for(at, ["letter", "vote"])
    assert [each.standing for each in live.arrivals] == [Standing.CAME_IN]


def test_what_is_being_done_is_called_by_its_name(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path
) -> None:
    at = sit(disk.folder)
    (tmp_path / "report.pdf").write_bytes(report_pdf())
    live, status = at.window.space.live_sources, at.window.status
    told: list[str] = []
    live.changed.connect(lambda: told.append(status.work.words() if live.at_work else ""))
    live.brought.emit([tmp_path / "report.pdf"])
    wait_for(at, ["letter", "report"])
    assert told == ["Reading the documents…", ""]

    told.clear()
    at.window.menus.trigger("undo")
    wait_for(at, ["letter"])
    at.window.menus.trigger("redo")
    wait_for(at, ["letter", "report"])
    assert told == ["Undoing…", "", "Doing it again…", ""]

    told.clear()
    live.compare("report", tmp_path / "report.pdf")
    at.qtbot.waitUntil(lambda: told[-1:] == [""], timeout=20_000)
    assert told == ["Comparing the two versions…", ""]


def test_a_source_that_nothing_quotes_is_removed_from_its_page(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path
) -> None:
    at = sit(disk.folder)
    (tmp_path / "report.pdf").write_bytes(report_pdf())
    at.window.space.live_sources.brought.emit([tmp_path / "report.pdf"])
    wait_for(at, ["letter", "report"])
    whole = of_library(disk.folder)
    at.window.space.navigator.show_source("report")
    at.window.space.navigator.open_source("report")
    at.qtbot.waitUntil(lambda: at.window.space.reader.source is not None)

    at.window.space.sources.view.paper.asked.emit("remove", "report")
    wait_for(at, ["letter"])
    assert not (disk.folder / "originals" / "report.pdf").exists()
    at.qtbot.waitUntil(lambda: at.window.space.reader.source is None)

    at.window.menus.trigger("undo")
    wait_for(at, ["letter", "report"])
    assert of_library(disk.folder) == whole


def test_one_that_claims_rest_on_is_not_and_they_are_named(sit: Sit, tmp_path: Path) -> None:
    folder = report_library(tmp_path)
    at = sit(folder)
    before = of_library(folder)
    at.window.space.navigator.show_source("report")
    at.window.menus.trigger("remove-source")
    told = "“report” was not removed: unlink the 3 claims that rest on “report” first: “The"
    at.qtbot.waitUntil(lambda: bool(at.window.notices.said()))
    (said,) = at.window.notices.said()
    assert said.startswith(told)
    assert said.count("(Keep talking)") == 2, "whole"
    assert told not in at.window.status.message()
    assert of_library(folder) == before
    assert at.window.space.session.history.next_undo is None
    (tmp_path / "more.txt").write_text("Something else was said.\n", "utf-8")
    at.window.space.live_sources.brought.emit([tmp_path / "more.txt"])
    at.qtbot.waitUntil(lambda: at.window.notices.said() == (), timeout=20_000)


def test_a_new_version_is_one_step(sit: Sit, tmp_path: Path) -> None:
    folder = report_library(tmp_path)
    at = sit(folder)
    before = of_library(folder)
    (tmp_path / "second.pdf").write_bytes(report_pdf().replace(b"The end was", b"The way was"))
    live = at.window.space.live_sources
    live.compared_with.emit("report", tmp_path / "second.pdf")
    at.qtbot.waitUntil(lambda: live.revision is not None, timeout=20_000)
    live.put_in()
    at.qtbot.waitUntil(lambda: live.revision is None, timeout=20_000)
    after = of_library(folder)
    assert before["corpus/report.txt"] != after["corpus/report.txt"]
    assert at.window.menus.action("undo").text() == "Undo replacing a source"

    library = at.window.space.session.library
    at.qtbot.waitUntil(lambda: at.window.space.session.library is not library, timeout=20_000)
    put_in = "New version put in, old one kept: “report”."
    assert at.window.status.message() == put_in, "after the library was read again"
    at.window.menus.trigger("undo")
    at.qtbot.waitUntil(lambda: of_library(folder) == before, timeout=20_000)
    at.qtbot.waitUntil(lambda: not live.at_work)
    assert at.window.status.message() == "Undone: replacing a source"
    at.window.menus.trigger("redo")
    at.qtbot.waitUntil(lambda: of_library(folder) == after, timeout=20_000)
