"""The notebook with its thread and its watcher: real time, real files."""

import errno
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counterpoint.application.notes.notebook import Notebook
from counterpoint.domain.note import WHOLE_COMPARISON
from counterpoint.storage.files import atomic
from counterpoint.storage.notes.notes_folder import NotesFolder
from counterpoint.ui.notebook.pane import NotebookPane
from counterpoint.ui.session.live_notebook import LiveNotebook
from counterpoint.ui.theme.theme import Theme
from tests.faults.refused_calls import RefusedCalls, calls_of, nothing


def windows(folder: Path) -> Iterator[tuple[LiveNotebook, NotebookPane]]:
    theme = Theme()
    while True:
        live = LiveNotebook(Notebook(NotesFolder(folder)))
        pane = NotebookPane(live, theme)
        live.start()
        yield live, pane


def has_notes(live: LiveNotebook, count: int) -> bool:
    return len(live.notebook.notes.all()) == count


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "notes"


def test_typing_is_saved_by_itself(qtbot: QtBot, qapp: QApplication, folder: Path) -> None:
    live, pane = next(windows(folder))
    qtbot.addWidget(pane)
    QTest.keyClicks(pane.editor, "Words")
    qtbot.waitUntil(lambda: any(folder.glob("*.md")), timeout=3000)
    qtbot.waitUntil(lambda: pane.state.text().startswith("Saved"), timeout=3000)
    assert [path.read_text()[-5:] for path in folder.glob("*.md")] == ["Words"]
    QTest.keyClicks(pane.editor, "!")
    assert live.close()
    assert [path.read_text()[-6:] for path in folder.glob("*.md")] == ["Words!"]


def test_a_window_clears_what_a_killed_one_left_half_written(
    qtbot: QtBot, qapp: QApplication, folder: Path
) -> None:
    folder.mkdir()
    stray = folder / f"{atomic.TEMPORARY}0123.tmp"
    stray.write_bytes(b"half")
    live, pane = next(windows(folder))
    qtbot.addWidget(pane)
    try:
        qtbot.waitUntil(lambda: not stray.exists(), timeout=5000)
    finally:
        assert live.close()


def test_two_windows_follow_one_another(qtbot: QtBot, qapp: QApplication, folder: Path) -> None:
    folder.mkdir()
    opened = windows(folder)
    (one, left), (two, right) = next(opened), next(opened)
    qtbot.addWidget(left)
    qtbot.addWidget(right)
    try:
        QTest.keyClicks(left.editor, "Left")
        qtbot.waitUntil(lambda: right.editor.body == "Left", timeout=5000)
        QTest.keyClicks(right.editor, " and right")
        qtbot.waitUntil(lambda: left.editor.body == "Left and right", timeout=5000)
        assert left.state.text().startswith("Changed outside")
        QTest.keyClicks(left.editor, "L")
        QTest.keyClicks(right.editor, "R")
        qtbot.waitUntil(lambda: len(list(folder.glob("*.md"))) == 2, timeout=5000)
        for live in (one, two):
            qtbot.waitUntil(partial(has_notes, live, 2), timeout=5000)
        text = "".join(path.read_text() for path in folder.glob("*.md"))
        assert "L" in text.replace("Left", "")
        assert "R" in text
    finally:
        assert one.close()
        assert two.close()


def test_writing_into_the_file_in_sight_is_seen(
    qtbot: QtBot, qapp: QApplication, folder: Path
) -> None:
    live, pane = next(windows(folder))
    qtbot.addWidget(pane)
    try:
        QTest.keyClicks(pane.editor, "Ours")
        qtbot.waitUntil(lambda: pane.state.text().startswith("Saved"), timeout=3000)
        (path,) = folder.glob("*.md")
        with path.open("a") as file:
            file.write(" theirs")
        qtbot.waitUntil(lambda: pane.editor.body == "Ours theirs", timeout=5000)
    finally:
        assert live.close()


def test_notes_are_there_after_the_start(qtbot: QtBot, qapp: QApplication, folder: Path) -> None:
    folder.mkdir()
    (folder / "thoughts.md").write_text("Plain words")
    live, pane = next(windows(folder))
    qtbot.addWidget(pane)
    try:
        qtbot.waitUntil(lambda: pane.editor.body == "Plain words", timeout=5000)
    finally:
        assert live.close()


def test_a_folder_that_was_exchanged_is_read_and_watched(
    qtbot: QtBot, qapp: QApplication, folder: Path
) -> None:
    """As a synchronising does, in a moment: nobody sees it gone."""
    folder.mkdir()
    (folder / "thoughts.md").write_text("Plain words")
    live, pane = next(windows(folder))
    qtbot.addWidget(pane)
    try:
        qtbot.waitUntil(lambda: pane.editor.body == "Plain words", timeout=5000)
        folder.rename(folder.with_name("away"))
        folder.mkdir()
        (folder / "thoughts.md").write_text("Other words")
        qtbot.waitUntil(lambda: pane.editor.body == "Other words", timeout=5000)
        (folder / "more.md").write_text("More words")
        qtbot.waitUntil(lambda: has_notes(live, 2), timeout=5000)
    finally:
        assert live.close()


def test_a_folder_that_cannot_be_looked_at_is_watched_no_further(
    qtbot: QtBot, qapp: QApplication, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live, pane = next(windows(folder))
    qtbot.addWidget(pane)
    try:
        calls = RefusedCalls(monkeypatch, folder)
        calls.refuse = calls_of("stat", errno.ESTALE)
        QTest.keyClicks(pane.editor, "Words")
        qtbot.waitUntil(lambda: pane.state.text() == "Not saved", timeout=5000)
        calls.refuse = nothing
        qtbot.waitUntil(lambda: pane.state.text().startswith("Saved"), timeout=5000)
    finally:
        assert live.close()


def test_what_the_disk_cannot_do_is_said_once(
    qtbot: QtBot, qapp: QApplication, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = RefusedCalls(monkeypatch, folder)
    calls.refuse = calls_of("flock", errno.ENOLCK)
    live, pane = next(windows(folder))
    qtbot.addWidget(pane)
    said: list[str] = []
    live.said.connect(said.append)
    for words in ("Words", " and more"):
        QTest.keyClicks(pane.editor, words)
        qtbot.waitUntil(lambda: not live.notebook.keeper.waiting, timeout=5000)
        qtbot.waitUntil(lambda: pane.state.text().startswith("Saved"), timeout=5000)
    assert live.close()
    (sentence,) = said
    assert "Notes are saved" in sentence
    assert "do not write in the same note in two windows at once" in sentence


def test_coming_back_to_the_window_looks_again(
    qtbot: QtBot, qapp: QApplication, folder: Path
) -> None:
    live, pane = next(windows(folder))
    qtbot.addWidget(pane)
    try:
        with qtbot.waitSignal(live.changed):
            pass
        folder.mkdir()  # nobody watched it: it was not there
        (folder / "thoughts.md").write_text("Plain words")
        qapp.applicationStateChanged.emit(qapp.applicationState().ApplicationActive)
        qtbot.waitUntil(lambda: len(live.notebook.notes.all()) == 1, timeout=5000)
    finally:
        assert live.close()


def test_a_stopped_notebook_is_quiet(qtbot: QtBot, qapp: QApplication, folder: Path) -> None:
    live, pane = next(windows(folder))
    qtbot.addWidget(pane)
    told = live.notebook.keeper.on_outcome
    live.stop()
    live.stop()
    assert live.notebook.keeper.on_outcome is not told
    note = live.notebook.draft(WHOLE_COMPARISON, "")
    assert note.body == ""
    assert not folder.exists()
