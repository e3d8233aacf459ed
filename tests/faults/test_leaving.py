"""However disk or program go wrong: leaving ends with all saved, rescued, or a question."""

import errno
import os
import signal
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NoReturn

import pytest

from counterpoint.storage.notes import notes_folder
from counterpoint.ui.session.live_notebook import LiveNotebook
from counterpoint.ui.window.lifecycle.lifecycle import Lifecycle
from counterpoint.ui.window.lifecycle.window_state import WindowState
from tests.at_window import GO_ON, NOT_REAL, Sit, answering, on_disk
from tests.faults.refused_calls import RefusedCalls, calls_of, nothing
from tests.library_on_disk import LibraryOnDisk

HERE = Path(__file__).parent
ROOT = Path(__file__).resolve().parents[2]
CALLS = ("stat", "lstat", "open", "read", "write", "fstat", "close", "replace", "scandir")
NUMBERS = (errno.EACCES, errno.EIO, errno.ENOTCONN, errno.ETIMEDOUT, errno.ESTALE, errno.EINTR)


@pytest.fixture
def reported(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """What came to the program's last resort."""
    errors: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: errors.append(error))
    return errors


def divide_by_zero(*_: object, **__: object) -> NoReturn:
    raise ZeroDivisionError


def rescued(home: Path) -> list[str]:
    return on_disk(home / "data" / "counterpoint-rescued-notes")


def test_whatever_call_is_refused_closing_asks(
    sit: Sit, disk: LibraryOnDisk, monkeypatch: pytest.MonkeyPatch, reported: list[BaseException]
) -> None:
    """Or it is saved all the same, for some calls are not needed."""
    monkeypatch.setattr(notes_folder, "_WAIT", 0.05)
    at = sit(disk.folder)
    at.type("First.", on=NOT_REAL)
    at.wait_saved()
    calls = RefusedCalls(monkeypatch, disk.path("notes"))
    words = ""
    at.type(words, on=GO_ON)
    for name in CALLS:
        for number in NUMBERS:
            calls.refuse = calls_of(name, number)
            at.type("x")
            words += "x"
            saved = False
            with answering(at.window) as asked:
                saved = at.window.space.live.flush()
                if not saved:
                    at.window.close()
            assert saved or "One note is not saved" in asked[0], (name, os.strerror(number))
            assert at.window.isVisible()
            assert at.words == words
            calls.refuse = nothing
            assert at.window.space.live.flush()
            assert on_disk(disk.path("notes")) == ["First.", words], (name, os.strerror(number))
    assert reported == []


def test_what_nobody_foresaw_while_saving_is_reported_and_asked_about(
    sit: Sit, disk: LibraryOnDisk, monkeypatch: pytest.MonkeyPatch, reported: list[BaseException]
) -> None:
    at = sit(disk.folder)
    with monkeypatch.context() as patch:
        patch.setattr(notes_folder, "encode", divide_by_zero)
        at.type("Not to be lost.", on=GO_ON)
        with answering(at.window, "Stay open") as asked:
            at.window.close()
        assert "something went wrong that was not foreseen" in asked[0]
        at.qtbot.waitUntil(lambda: "Not saved" in at.window.space.notebook.state.text())
    assert at.window.isVisible()
    assert {type(error) for error in reported} == {ZeroDivisionError}
    at.window.close()
    assert not at.window.isVisible()
    assert on_disk(disk.path("notes")) == ["Not to be lost."]


def test_what_nobody_foresaw_while_all_is_flushed_is_asked_about(
    sit: Sit, disk: LibraryOnDisk, monkeypatch: pytest.MonkeyPatch, reported: list[BaseException]
) -> None:
    at = sit(disk.folder)
    at.type("Not to be lost.", on=GO_ON)
    with monkeypatch.context() as patch:
        patch.setattr(LiveNotebook, "flush", divide_by_zero)
        with answering(at.window, "Stay open"):
            at.window.close()
    assert at.window.isVisible()
    assert len(reported) == 1


@pytest.mark.parametrize("what", [(WindowState, "write"), (Lifecycle, "part")])
def test_what_nobody_foresaw_after_all_is_saved_keeps_no_window_open(
    sit: Sit,
    disk: LibraryOnDisk,
    monkeypatch: pytest.MonkeyPatch,
    reported: list[BaseException],
    what: tuple[type, str],
) -> None:
    at = sit(disk.folder)
    at.type("Saved.", on=GO_ON)
    with monkeypatch.context() as patch:
        patch.setattr(*what, divide_by_zero)
        at.window.close()
    assert not at.window.isVisible()
    assert len(reported) == 1
    assert on_disk(disk.path("notes")) == ["Saved."]


def test_asked_to_end_where_flushing_goes_wrong_the_notes_are_rescued(
    sit: Sit,
    disk: LibraryOnDisk,
    own_home: Path,
    monkeypatch: pytest.MonkeyPatch,
    reported: list[BaseException],
) -> None:
    at = sit(disk.folder)
    at.type("Not to be lost.", on=GO_ON)
    monkeypatch.setattr(LiveNotebook, "flush", divide_by_zero)
    assert at.window.leaving.save_all()
    assert rescued(own_home) == ["Not to be lost."]
    assert len(reported) == 1


def test_asked_to_end_where_nothing_can_be_written_the_person_is_asked(
    sit: Sit, disk: LibraryOnDisk, own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk.path("notes").write_text("in the way")
    (own_home / "data").write_text("in the way")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    at = sit(disk.folder)
    at.type("Not to be lost.", on=GO_ON)

    with answering(at.window, "Stay open") as asked:
        at.window.leaving.end()

    assert "One note is not saved" in asked[0]
    assert at.window.isVisible()
    assert at.words == "Not to be lost."


def test_the_session_is_kept_from_ending_only_where_nothing_can_be_written(
    sit: Sit, disk: LibraryOnDisk, own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Session:
        """Qt alone can make the real one."""

        cancelled = 0

        def cancel(self) -> None:
            self.cancelled += 1

    disk.path("notes").write_text("in the way")
    session = Session()
    at = sit(disk.folder)
    at.type("Not to be lost.", on=GO_ON)
    at.window.leaving.end_session(session)  # type: ignore[arg-type]
    assert session.cancelled == 0
    assert rescued(own_home) == ["Not to be lost."]
    monkeypatch.setenv("COUNTERPOINT_HOME", str(disk.path("notes")))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    at.window.leaving.end_session(session)  # type: ignore[arg-type]
    assert session.cancelled == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_a_note_that_becomes_a_pipe_holds_nothing_up(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.type("First.", on=GO_ON)
    at.wait_saved()
    (path,) = disk.path("notes").glob("*.md")
    path.unlink()
    os.mkfifo(path)

    at.type(" Second.")
    at.window.close()

    assert not at.window.isVisible()
    assert stat.S_ISFIFO(path.stat().st_mode)
    path.unlink()
    assert on_disk(disk.path("notes")) == ["First. Second."]


def test_a_lock_that_a_stuck_program_holds_keeps_closing_from_nothing_but_its_question(
    sit: Sit, disk: LibraryOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(disk.folder)
    at.type("First.", on=GO_ON)
    at.wait_saved()
    held = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import fcntl, sys, time\n"
            "file = open(sys.argv[1], 'r+')\n"
            "fcntl.flock(file, fcntl.LOCK_EX)\n"
            "print('held', flush=True)\n"
            "time.sleep(600)",
            disk.path("notes/.lock"),
        ],
        stdout=subprocess.PIPE,
        text=True,
    )
    with held:
        try:
            assert held.stdout is not None
            assert held.stdout.readline() == "held\n"
            monkeypatch.setattr(notes_folder, "_WAIT", 0.2)
            at.type(" More.")
            at.type("Another.", on=NOT_REAL)
            with answering(at.window, "Stay open") as asked:
                at.window.close()
            assert "2 notes are not saved: another window is writing" in asked[0]
        finally:
            held.kill()
    at.window.close()
    assert not at.window.isVisible()
    assert on_disk(disk.path("notes")) == ["Another.", "First. More."]


@pytest.mark.skipif(sys.platform != "linux", reason="root's privileges as Linux has them")
@pytest.mark.parametrize("withdrawn", ["library", "notes", "only the writing"])
def test_rights_that_are_withdrawn_while_somebody_types(
    disk: LibraryOnDisk, own_home: Path, withdrawn: str
) -> None:
    """A real refusal, as an ordinary person meets it."""
    disk.path("notes").mkdir()
    child = subprocess.Popen(
        [sys.executable, HERE / "plainly.py", HERE / "type_in_window.py", disk.folder],
        env=os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT / "app"), str(ROOT)))},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with child:
        try:
            assert child.stdout is not None
            assert child.stdin is not None
            assert child.stdout.readline() == "typed\n"
            folder = disk.folder if withdrawn == "library" else disk.path("notes")
            folder.chmod(0o500 if withdrawn == "only the writing" else 0)
            child.stdin.write(" and more\n")
            child.stdin.flush()
            assert child.stdout.readline() == "typed\n"
            child.send_signal(signal.SIGTERM)
            _, said = child.communicate(timeout=30)
            folder.chmod(0o700)
        finally:
            child.kill()
    assert child.returncode == 0, said
    assert rescued(own_home) == ["Typed a moment ago and more"], said
    assert "Traceback" not in said


def test_a_tag_that_is_half_typed_is_saved_on_closing(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.type("Words.", on=GO_ON)
    field = at.window.space.notebook.tags.field
    field.setFocus()
    at.qtbot.keyClicks(field, "linchpin")
    at.window.close()
    assert not at.window.isVisible()
    (path,) = disk.path("notes").glob("*.md")
    assert 'tags: ["linchpin"]' in path.read_text()


def test_at_the_next_start_it_is_said_where_rescued_notes_are(
    sit: Sit, disk: LibraryOnDisk, own_home: Path
) -> None:
    assert "could not be saved" not in sit(disk.folder).window.status.message()
    disk.path("notes").write_text("in the way")
    first = sit(disk.folder)
    first.type("Not to be lost.", on=GO_ON)
    assert first.window.leaving.save_all()
    disk.path("notes").unlink()

    said = sit(disk.folder).window.status.message()

    folder = own_home / "data" / "counterpoint-rescued-notes"
    assert str(folder) in said
    assert str(disk.path("notes")) in said
    for path in folder.iterdir():
        path.unlink()
    assert "could not be saved" not in sit(disk.folder).window.status.message()
