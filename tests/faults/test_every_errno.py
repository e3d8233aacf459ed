"""Whatever the system refuses, with whatever number, in whatever call: no word is lost.

Every number is given to every kind of call that is made on the notes' folder, and each number that
means something to every single one while a note is changed, begun, deleted, brought back and
restored.
"""

import errno
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from counterpoint.application.notes.notebook import Notebook
from counterpoint.domain.note import WHOLE_COMPARISON
from counterpoint.labels.refusal import remedy
from counterpoint.storage.files import retry
from counterpoint.storage.notes import notes_folder
from tests.faults.refused_calls import (
    ERRNOS,
    TELLING,
    Refuse,
    RefusedCalls,
    call_at,
    calls_from,
    calls_of,
    nothing,
)
from tests.hands import Hands, take_up


class Scene:
    """A folder with an old note, one to be deleted and one in the bin, always the same again."""

    def __init__(self, place: Path, patch: pytest.MonkeyPatch) -> None:
        self.place = place
        self.hands = Hands(place / "notes")
        notebook = self.hands.open()
        self.old = self.hands.write(notebook, "old").id
        self.hands.seconds += 1
        self.doomed = self.hands.write(notebook, "doomed").id
        self.hands.seconds += 1
        self.binned = self.hands.write(notebook, "binned")
        notebook.delete(self.binned.id)
        assert notebook.flush()
        shutil.copytree(place / "notes", place / "kept")
        self.calls = RefusedCalls(patch, place / "notes")

    def again(self) -> None:
        self.calls.refuse = nothing
        shutil.rmtree(self.place / "notes")
        shutil.rmtree(self.place / "rescue", ignore_errors=True)
        shutil.copytree(self.place / "kept", self.place / "notes")

    def words(self, *folders: str) -> str:
        paths = [path for folder in folders for path in (self.place / folder).rglob("*.md")]
        return "\n".join(path.read_text() for path in paths)


Act = Callable[[Scene, Notebook], None]
"""What a person does."""


def change(scene: Scene, notebook: Notebook) -> None:
    scene.hands.type(notebook, scene.old, " more")


def begin(scene: Scene, notebook: Notebook) -> None:
    scene.hands.type(notebook, notebook.draft(WHOLE_COMPARISON, "").id, "new")


def delete(scene: Scene, notebook: Notebook) -> None:
    scene.hands.type(notebook, scene.doomed, " words")
    notebook.delete(scene.doomed)


def delete_and_undo(scene: Scene, notebook: Notebook) -> None:
    notebook.delete(scene.doomed)
    notebook.flush()
    notebook.history.undo()


def restore(scene: Scene, notebook: Notebook) -> None:
    notebook.restore(scene.binned)


ACTS: dict[str, tuple[Act, str]] = {
    "change": (change, "old more"),
    "begin": (begin, "new"),
    "delete": (delete, "doomed words"),
    "delete and undo": (delete_and_undo, "doomed"),
    "restore": (restore, "binned"),
}
"""What is done, and the words that have to be somewhere afterwards."""


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Scene:
    monkeypatch.setattr(retry, "_PAUSE", 0.0)
    monkeypatch.setattr(notes_folder, "_WAIT", 0.02)
    return Scene(tmp_path, monkeypatch)


def foreseen(*error: object) -> None:
    raise AssertionError(f"nobody foresaw {error[1]!r}")


def lost(scene: Scene, act: Act, words: str, refuse: Refuse) -> str:
    """Does it on a disk that refuses something, closes, mends the disk; what was lost, or ""."""
    lied = False

    def refusing(made: int, call: str) -> int | None:
        nonlocal lied
        number = refuse(made, call)
        lied |= number in (errno.ENOENT, errno.ENOTDIR)
        return number

    scene.again()
    notebook = scene.hands.open()
    scene.calls.count()
    scene.calls.refuse = refusing
    act(scene, notebook)
    saved = notebook.flush()
    scene.calls.refuse, refused = nothing, scene.calls.made
    if saved:
        if words not in scene.words("notes"):
            return f"said to be saved, and is not: {words}"
    else:
        if notebook.failure is None or not remedy(notebook.failure.refusal):
            return "not saved, and not said why"
        notebook.save_rescue(scene.place / "rescue")
        if words not in scene.words("notes", "rescue"):
            return f"in no rescue: {words}"
    if not notebook.flush() or words not in scene.words("notes"):
        return f"not saved on a disk that is mended: {words} ({notebook.failure})"
    # A file that is said not to be there, and then is, can only be taken for somebody else's.
    if not lied and any(note.conflict_of for note in notebook.notes.all()):
        return "a conflict with what we wrote ourselves"
    if any((scene.place / "notes").glob(".counterpoint-*")) and "unlink" not in refused:
        return "a stray is left"
    return ""


@pytest.mark.parametrize("what", ACTS)
def test_in_each_call_alone_and_from_it_on(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    monkeypatch.setattr(sys, "excepthook", foreseen)
    act, words = ACTS[what]
    assert lost(scene, act, words, nothing) == ""
    calls = list(scene.calls.made)
    assert len(calls) > 15, "nothing was watched"
    for at, call in enumerate(calls):
        for number in TELLING:
            once = lost(scene, act, words, call_at(at, number))
            assert once == "", (call, at, os.strerror(number))
        for number in (errno.EACCES, errno.EIO, errno.ESTALE):
            on = lost(scene, act, words, calls_from(at, number))
            assert on == "", ("from here on", call, at, os.strerror(number))


def test_in_each_call_while_the_folder_is_looked_through(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be read is told, no note is taken for changed, and later all is as it was."""
    monkeypatch.setattr(sys, "excepthook", foreseen)
    scene.again()
    notebook = scene.hands.open()
    kept = notebook.notes.all()
    scene.calls.count()
    os.utime(scene.hands.folder / f"{scene.old}.md", (1, 1))  # so that it is read again
    take_up(notebook)
    calls = list(scene.calls.made)
    assert "read" in calls
    for at, call in enumerate(calls):
        for number in set(TELLING) - {errno.ENOENT}:
            where = (call, at, os.strerror(number))
            os.utime(scene.hands.folder / f"{scene.old}.md", (at, number))
            scene.calls.count()
            scene.calls.refuse = call_at(at, number)
            take_up(notebook)
            scene.calls.refuse = nothing
            assert notebook.notes.all() == kept, where
            take_up(notebook)
            assert (notebook.notes.all(), notebook.problems) == (kept, ()), where
            assert notebook.folder_error is None, where


@pytest.mark.parametrize("number", ERRNOS, ids=[errno.errorcode[number] for number in ERRNOS])
def test_every_number_in_every_kind_of_call(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(sys, "excepthook", foreseen)
    for name in (
        "stat",
        "lstat",
        "open",
        "read",
        "write",
        "fsync",
        "fstat",
        "close",
        "replace",
        "flock",
    ):
        said = lost(scene, change, "old more", calls_of(name, number))
        assert said == "", name
