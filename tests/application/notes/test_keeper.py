"""When notes are saved, what happens when the disk refuses, and what comes from outside."""

import errno
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from counterpoint.application.failures import remedy
from counterpoint.application.notes import keeper
from counterpoint.application.notes.note_edit import NoteEdit, Typed
from counterpoint.application.notes.notebook import Change, Notebook
from counterpoint.application.notes.queue import IDLE, LONGEST
from counterpoint.application.notes.state import StateKind
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.note import WHOLE_COMPARISON, Note, Target, TargetKind
from counterpoint.domain.span import Span
from counterpoint.storage.files import atomic, lock
from counterpoint.storage.notes import note_file, notes_folder
from counterpoint.storage.notes.note_file import Written
from counterpoint.storage.notes.notes_folder import NotesFolder
from tests.hands import Hands, take_up, there


def divide_by_zero(*_: object, **__: object) -> NoReturn:
    raise ZeroDivisionError


def append_outside(hands: Hands, id: str, words: str) -> None:
    with (hands.folder / f"{id}.md").open("a") as file:
        file.write(words)


def failure_of(notebook: Notebook) -> atomic.NotWritten | None:
    return notebook.failure or notebook.folder_error


def refuse(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def fsync(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fsync)


# When


def test_a_note_is_saved_soon_after_the_last_keystroke(hands: Hands) -> None:
    notebook = hands.open()
    note = notebook.draft(WHOLE_COMPARISON, "")
    hands.type(notebook, note.id, "W")
    hands.wait(notebook, IDLE - 0.01)
    assert hands.files() == {}
    assert notebook.state(note.id).short == "Saving…"
    hands.wait(notebook, 0.02)
    assert hands.files()[note.id].endswith("W")
    assert notebook.state(note.id).short == "Saved 10:15"


def test_a_folder_is_looked_through_when_a_change_from_outside_has_settled(hands: Hands) -> None:
    """Other programs write in steps: at once, half a note would be read."""
    hands.folder.mkdir()
    notebook = hands.open()
    (hands.folder / "b.md").write_text("The", "utf-8")
    notebook.keeper.look()
    hands.wait(notebook, 0.09)
    assert notebook.notes.get("b") is None
    (hands.folder / "b.md").write_text("Theirs", "utf-8")
    hands.wait(notebook, 0.02)
    assert there(notebook, "b").body == "Theirs"


def test_a_burst_is_saved_while_it_lasts(hands: Hands) -> None:
    notebook = hands.open()
    note = notebook.draft(WHOLE_COMPARISON, "")
    typed_at: list[float] = []
    for _ in range(100):
        hands.type(notebook, note.id, "W")
        typed_at.append(hands.seconds)
        hands.wait(notebook, 0.05)
        saved = hands.files().get(note.id, "---").split("---\n")[-1].count("W")
        overdue = [at for at in typed_at[saved:] if hands.seconds - at > 1.0]
        assert overdue == []
    assert LONGEST < 1.0


def test_what_is_typed_while_saving_is_saved_next(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = hands.open()
    note = notebook.draft(WHOLE_COMPARISON, "")
    hands.type(notebook, note.id, "a")
    real = os.fsync

    def fsync(descriptor: int) -> None:
        monkeypatch.setattr(os, "fsync", real)
        hands.type(notebook, note.id, "b")  # as another thread would
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    hands.wait(notebook, 1)
    assert hands.files()[note.id].endswith("\na")
    assert notebook.state(note.id).kind is StateKind.SAVING
    hands.wait(notebook, 1)
    assert hands.files()[note.id].endswith("\nab")
    assert notebook.state(note.id).kind is StateKind.SAVED


def test_a_slow_disk_does_not_stop_typing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reached, go_on = threading.Event(), threading.Event()
    real = os.fsync

    def fsync(descriptor: int) -> None:
        reached.set()
        assert go_on.wait(10)
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    notebook = Notebook(NotesFolder(tmp_path))
    told = threading.Event()
    notebook.keeper.on_outcome = told.set
    notebook.keeper.start()
    try:
        note = notebook.draft(WHOLE_COMPARISON, "")
        notebook.type(note.id, Typed(0, 0, "a"))
        assert reached.wait(10)
        notebook.type(note.id, Typed(1, 0, "b"))
        go_on.set()
        assert told.wait(10)
        assert notebook.flush()
    finally:
        go_on.set()
        notebook.keeper.stop()
    assert notebook.notes.unsaved() == ()
    assert (tmp_path / f"{note.id}.md").read_text().endswith("\nab")


def test_the_thread_saves_by_itself_and_sees_changes(tmp_path: Path) -> None:
    notebook = Notebook(NotesFolder(tmp_path / "notes"))
    told = threading.Event()
    notebook.keeper.on_outcome = told.set
    notebook.keeper.start()
    try:
        note = notebook.draft(WHOLE_COMPARISON, "")
        notebook.type(note.id, Typed(0, 0, "a"))
        assert told.wait(10)
        assert (tmp_path / "notes" / f"{note.id}.md").exists()
        told.clear()
        (tmp_path / "notes" / "b.md").write_text("Theirs")
        notebook.keeper.look()
        assert told.wait(10)
        notebook.collect()
        assert there(notebook, "b").body == "Theirs"
    finally:
        notebook.keeper.stop()


def test_an_unforeseen_error_ends_neither_the_saving_nor_the_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = Notebook(NotesFolder(tmp_path / "notes"))
    reported: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: reported.append(error))
    told = threading.Event()
    notebook.keeper.on_outcome = told.set
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "write", divide_by_zero)
        notebook.keeper.start()
        note = notebook.draft(WHOLE_COMPARISON, "")
        notebook.type(note.id, Typed(0, 0, "a"))
        assert told.wait(10)
        notebook.collect()
        state = notebook.state(note.id)
        assert state.kind is StateKind.FAILED
        assert "something went wrong that was not foreseen" in state.message
        assert notebook.failure is not None
        assert "report" in remedy(notebook.failure)
    assert [type(error) for error in reported] == [ZeroDivisionError]
    told.clear()
    notebook.type(note.id, Typed(1, 0, "b"))
    assert told.wait(10)
    notebook.keeper.stop()
    assert (tmp_path / "notes" / f"{note.id}.md").read_text().endswith("\nab")


def test_an_unforeseen_error_in_one_note_keeps_no_other_from_being_saved(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: reported.append(error))
    notebook = hands.open()
    for words in ("bad", "good"):
        hands.type(notebook, notebook.draft(WHOLE_COMPARISON, "").id, words)
        hands.seconds += 1
    real = note_file.encode

    def encode(note: Note, was: Written | None = None) -> bytes:
        return divide_by_zero() if note.body == "bad" else real(note, was)

    with monkeypatch.context() as patch:
        patch.setattr(notes_folder, "encode", encode)
        assert not notebook.flush()
    assert len(reported) == 1
    assert [text[-4:] for text in hands.files().values()] == ["good"]
    assert [note.body for note in notebook.notes.unsaved()] == ["bad"]
    assert notebook.flush()


def test_an_unforeseen_error_while_the_folder_is_looked_through_is_told_and_tried_again(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: reported.append(error))
    hands.write(hands.open(), "words")
    with monkeypatch.context() as patch:
        patch.setattr(notes_folder, "read_note", divide_by_zero)
        notebook = hands.open()
    assert len(reported) == 1
    assert isinstance(failure_of(notebook), keeper.WentWrong)
    hands.wait(notebook, 5)
    assert failure_of(notebook) is None
    assert [note.body for note in notebook.notes.all()] == ["words"]


def test_a_disk_that_does_not_answer_does_not_keep_one_waiting_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "_PATIENCE", 0.05)
    go_on = threading.Event()
    real = os.fsync

    def fsync(descriptor: int) -> None:
        assert threading.current_thread() is not thread or go_on.wait(10)
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    notebook = Notebook(NotesFolder(tmp_path / "notes"))
    notebook.keeper.start()
    thread = notebook.keeper._thread
    try:
        note = notebook.draft(WHOLE_COMPARISON, "")
        notebook.type(note.id, Typed(0, 0, "a"))
        assert not notebook.flush()
        assert isinstance(notebook.failure, keeper.NoAnswer)
        assert notebook.state(note.id).kind is StateKind.FAILED
        assert notebook.save_rescue(tmp_path / "rescue") == 1
        notebook.keeper.stop()
    finally:
        go_on.set()
        assert thread is not None
        thread.join(10)
    notebook.collect()
    assert notebook.notes.unsaved() == ()
    assert notebook.failure is None


def test_who_waits_for_all_to_be_saved_waits_for_what_was_typed_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, go_on = threading.Event(), threading.Event()
    real = os.fsync

    def fsync(descriptor: int) -> None:
        reached.set()
        assert go_on.wait(10)
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    notebook = Notebook(NotesFolder(tmp_path / "notes"))
    notebook.keeper.start()
    try:
        note = notebook.draft(WHOLE_COMPARISON, "")
        notebook.type(note.id, Typed(0, 0, "a"))
        assert reached.wait(10)
        notebook.type(note.id, Typed(1, 0, "b"))
        threading.Timer(0.05, go_on.set).start()
        assert notebook.flush()
    finally:
        go_on.set()
        notebook.keeper.stop()
    assert (tmp_path / "notes" / f"{note.id}.md").read_text().endswith("\nab")


def test_a_lock_that_somebody_holds_costs_its_time_once(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = hands.open()
    notes = [hands.write(notebook, words) for words in "abc"]
    for note in notes:
        hands.type(notebook, note.id, "!")
    tries: list[float] = []

    def clock() -> float:
        tries.append(0.0)
        return 0.0

    monkeypatch.setattr(notes_folder, "_WAIT", 0.0)
    monkeypatch.setattr(time, "monotonic", clock)
    with lock.held(hands.folder / ".lock", 0.0) as locked:
        assert locked
        tries.clear()
        assert not notebook.flush()
    assert len(tries) == 2, "one look at the clock before the lock is asked for, one after"
    for note in notes:
        assert "another window is writing" in notebook.state(note.id).message
    assert notebook.flush()


# When the disk refuses


def test_a_full_disk_keeps_the_text_and_tries_again(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = hands.open()
    note = hands.write(notebook, "a")
    hands.type(notebook, note.id, "b")
    with monkeypatch.context() as patch:
        refuse(patch, errno.ENOSPC)
        hands.wait(notebook, 1)
        state = notebook.state(note.id)
        assert state.kind is StateKind.FAILED
        assert state.message == "Not saved: the disk is full — free some space; trying again."
        assert isinstance(failure_of(notebook), atomic.DiskFull)
        assert not notebook.flush()
        assert hands.files()[note.id].endswith("\na")
        assert there(notebook, note.id).body == "ab"
        assert notebook.notes.unsaved() == (there(notebook, note.id),)
    hands.wait(notebook, 0.5)
    assert notebook.state(note.id).kind is StateKind.FAILED
    hands.wait(notebook, 5)
    assert notebook.state(note.id).kind is StateKind.SAVED
    assert failure_of(notebook) is None
    assert hands.files()[note.id].endswith("\nab")


def test_the_next_keystroke_is_a_reason_to_try_again(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = hands.open()
    note = hands.write(notebook, "a")
    with monkeypatch.context() as patch:
        refuse(patch, errno.ENOSPC)
        for _ in range(5):
            hands.type(notebook, note.id, "b")
            hands.wait(notebook, 1)
    hands.type(notebook, note.id, "c")
    hands.wait(notebook, LONGEST)
    assert hands.files()[note.id].endswith("\nabbbbbc")


def test_a_deletion_that_failed_is_tried_again(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = hands.open()
    note = hands.write(notebook, "a")
    notebook.delete(note.id)
    with monkeypatch.context() as patch:
        refuse(patch, errno.EROFS)
        hands.wait(notebook, 1)
        assert failure_of(notebook) is not None
    hands.wait(notebook, 5)
    assert failure_of(notebook) is None
    assert hands.files() == {}
    assert [binned.body for binned in notebook.deleted()] == ["a"]


def test_a_folder_that_went_away_takes_nothing_with_it(hands: Hands) -> None:
    notebook = hands.open()
    note = hands.write(notebook, "a")
    other = hands.write(notebook, "other")
    away = hands.folder.with_name("away")
    hands.folder.rename(away)
    hands.type(notebook, note.id, "b")
    hands.wait(notebook, 1)
    take_up(notebook)
    assert isinstance(failure_of(notebook), atomic.FolderGone)
    assert notebook.folder_error is not None
    assert {kept.body for kept in notebook.notes.all()} == {"ab", "other"}
    away.rename(hands.folder)
    hands.wait(notebook, 5)
    hands.wait(notebook, 5)
    assert failure_of(notebook) is None
    assert hands.files()[note.id].endswith("\nab")
    assert hands.files()[other.id].endswith("\nother")


@pytest.mark.parametrize("unsaved", [0, 1, 2, 3])
@pytest.mark.parametrize("saved", [0, 1, 3])
@pytest.mark.parametrize("seen_away", [False, True])
def test_a_folder_that_comes_back_as_another_is_taken_up(
    hands: Hands, saved: int, unsaved: int, seen_away: bool
) -> None:
    """A synchronising, or another version of a repository, makes the folder anew."""
    hands.folder.mkdir()
    notebook = hands.open()
    old = []
    for number in range(saved):
        old.append(hands.write(notebook, f"old {number}"))
        hands.seconds += 1
    away = hands.folder.with_name("away")
    hands.folder.rename(away)
    if seen_away:
        take_up(notebook)
        assert isinstance(notebook.folder_error, atomic.FolderGone)
    for number in range(unsaved):
        hands.type(notebook, notebook.draft(WHOLE_COMPARISON, "").id, f"new {number}")
        hands.wait(notebook, 0.5)
    assert len(notebook.notes.unsaved()) == unsaved
    shutil.copytree(away, hands.folder)
    for note in old:
        append_outside(hands, note.id, " theirs")
    for _ in range(130):  # as the thread does, with its own pauses
        hands.wait(notebook, 0.25)
    assert notebook.folder_error is None
    assert notebook.notes.unsaved() == ()
    there_now = {f"old {number} theirs" for number in range(saved)}
    there_now |= {f"new {number}" for number in range(unsaved)}
    assert {note.body for note in notebook.notes.all()} == there_now
    assert {text.split("---\n")[-1] for text in hands.files().values()} == there_now


def test_unsaved_notes_can_be_saved_elsewhere(hands: Hands, tmp_path: Path) -> None:
    notebook = hands.open()
    note = hands.write(notebook, "a")
    hands.write(notebook, "saved")
    shutil.rmtree(hands.folder)
    hands.type(notebook, note.id, "b")
    assert not notebook.flush()
    assert notebook.save_rescue(tmp_path / "rescue") == 1
    assert (tmp_path / "rescue" / f"{note.id}.md").read_text().endswith("\nab")


# From outside


def test_what_a_killed_process_left_half_written_is_cleared_by_the_next_window(
    hands: Hands,
) -> None:
    note = hands.write(hands.open(), "ours")
    stray = hands.folder / f"{atomic.TEMPORARY}0123.tmp"
    stray.write_bytes(b"half")
    notebook = hands.open()
    assert not stray.exists()
    assert there(notebook, note.id).body == "ours"
    stray.write_bytes(b"another window's, in hand")
    hands.wait(notebook, 60)
    assert stray.exists(), "who has read the folder once lets those be who write"


def test_a_note_whose_passage_moved_in_a_new_version_is_nobody_elses(hands: Hands) -> None:
    notebook = hands.open()
    passage = Target(TargetKind.PASSAGE, source="letter", span=Span(0, 5))
    note = notebook.draft(passage, "A let")
    hands.type(notebook, note.id, "ours")
    assert notebook.flush()
    folder = NotesFolder(hands.folder)
    found = folder.read(note.id)
    assert found is not None
    moved = passage._replace(span=Span(10, 15))
    folder.save(found.note._replace(target=moved), found)
    take_up(notebook)

    assert there(notebook, note.id).target == moved
    assert notebook.state(note.id).short == "Saved 10:15"


def test_a_change_from_outside_is_taken_up_where_nothing_is_unsaved(hands: Hands) -> None:
    notebook = hands.open()
    other = hands.write(notebook, "other")
    note = hands.write(notebook, "ours")
    append_outside(hands, note.id, " and theirs")
    take_up(notebook)
    assert there(notebook, note.id).body == "ours and theirs"
    assert notebook.state(note.id).short == "Changed outside 10:15, taken up"
    step = notebook.history.next_undo
    assert isinstance(step, NoteEdit) and step.id == other.id
    hands.type(notebook, note.id, "!")
    assert notebook.flush()
    assert hands.files()[note.id].endswith("ours and theirs!")
    assert notebook.state(note.id).short == "Saved 10:15"


def test_both_are_kept_where_something_is_unsaved(hands: Hands) -> None:
    notebook = hands.open()
    heard: list[Change] = []
    note = hands.write(notebook, "base")
    hands.type(notebook, note.id, " ours")
    append_outside(hands, note.id, " theirs")
    notebook.subscribe(heard.append)
    take_up(notebook)
    assert there(notebook, note.id).body == "base ours"
    hands.wait(notebook, 1)
    ((old, new),) = [pair for change in heard for pair in change.renamed]
    assert old == note.id
    assert there(notebook, note.id).body == "base theirs"
    assert there(notebook, new).body == "base ours"
    assert there(notebook, new).conflict_of == note.id
    assert there(notebook, new).target == note.target
    assert hands.files()[note.id].endswith("base theirs")
    assert hands.files()[new].endswith("base ours")
    assert notebook.notes.unsaved() == ()
    notebook.history.undo()
    assert there(notebook, new).body == "base"
    assert there(notebook, note.id).body == "base theirs"
    notebook.settle(new)
    assert there(notebook, new).conflict_of == ""


def test_typing_goes_on_in_our_version_before_anyone_was_told(hands: Hands) -> None:
    notebook = hands.open()
    note = hands.write(notebook, "base")
    hands.type(notebook, note.id, "1")
    append_outside(hands, note.id, " theirs")
    hands.seconds += 1
    notebook.keeper.work()
    hands.type(notebook, note.id, "2")
    hands.seconds += 1
    notebook.keeper.work()
    hands.type(notebook, note.id, "3")
    hands.wait(notebook, 1)
    assert sorted(text.split("---\n")[-1] for text in hands.files().values()) == [
        "base theirs",
        "base123",
    ]
    assert notebook.notes.unsaved() == ()


def test_typing_before_being_told_of_theirs_does_not_overwrite_it(hands: Hands) -> None:
    notebook = hands.open()
    note = hands.write(notebook, "base")
    append_outside(hands, note.id, " theirs")
    notebook.keeper.read_folder()
    hands.type(notebook, note.id, "!")
    hands.wait(notebook, 0)
    assert there(notebook, note.id).body == "base!"
    hands.wait(notebook, 1)
    assert sorted(text.split("---\n")[-1] for text in hands.files().values()) == [
        "base theirs",
        "base!",
    ]
    assert {kept.body for kept in notebook.notes.all()} == {"base theirs", "base!"}


def test_nor_does_it_where_the_disk_refused_at_first(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = hands.open()
    note = hands.write(notebook, "base")
    append_outside(hands, note.id, " theirs")
    notebook.keeper.read_folder()
    hands.type(notebook, note.id, "1")
    with monkeypatch.context() as patch:

        def fsync(_: int) -> None:
            notebook.collect()
            hands.type(notebook, note.id, "2")
            raise OSError(errno.ENOSPC, "full")

        patch.setattr(os, "fsync", fsync)
        hands.wait(notebook, 1)
    hands.wait(notebook, 5)
    assert sorted(text.split("---\n")[-1] for text in hands.files().values()) == [
        "base theirs",
        "base12",
    ]


def test_a_note_changed_outside_is_not_deleted(hands: Hands) -> None:
    notebook = hands.open()
    note = hands.write(notebook, "base")
    append_outside(hands, note.id, " theirs")
    notebook.delete(note.id)
    hands.wait(notebook, 1)
    assert there(notebook, note.id).body == "base theirs"
    assert hands.files()[note.id].endswith("base theirs")
    assert notebook.deleted() == []


def test_a_note_taken_up_but_not_yet_told_is_not_deleted(hands: Hands) -> None:
    notebook = hands.open()
    note = hands.write(notebook, "base")
    append_outside(hands, note.id, " theirs")
    notebook.keeper.read_folder()
    notebook.delete(note.id)
    hands.wait(notebook, 1)
    hands.wait(notebook, 1)
    assert there(notebook, note.id).body == "base theirs"


def test_a_note_removed_outside_is_gone_unless_it_is_being_written(hands: Hands) -> None:
    notebook = hands.open()
    heard: list[Change] = []
    notebook.subscribe(heard.append)
    idle, busy = hands.write(notebook, "idle"), hands.write(notebook, "busy")
    hands.type(notebook, busy.id, "!")
    for note in (idle, busy):
        (hands.folder / f"{note.id}.md").unlink()
    take_up(notebook)
    assert notebook.notes.get(idle.id) is None
    assert heard[-1].removed == {idle.id}
    hands.wait(notebook, 1)
    assert hands.files().keys() == {busy.id}
    assert hands.files()[busy.id].endswith("busy!")


def test_a_note_made_unreadable_outside_is_left_and_listed(hands: Hands) -> None:
    notebook = hands.open()
    note = hands.write(notebook, "base")
    hands.type(notebook, note.id, "!")
    (hands.folder / f"{note.id}.md").write_bytes(b"\xff\xfe")
    hands.wait(notebook, 1)
    hands.wait(notebook, 1)
    assert notebook.notes.get(note.id) is None
    assert [kept.body for kept in notebook.notes.all()] == ["base!"]
    assert [problem.file for problem in notebook.problems] == [f"notes/{note.id}.md"]
    assert (hands.folder / f"{note.id}.md").read_bytes() == b"\xff\xfe"


def test_a_note_in_a_file_that_ends_its_yaml_is_saved(hands: Hands) -> None:
    hands.folder.mkdir()
    (hands.folder / "n.md").write_text("---\ntarget: comparison\n...\n---\nbody\n")
    notebook = hands.open()
    other = notebook.draft(WHOLE_COMPARISON, "")
    hands.type(notebook, "n", "x")
    hands.type(notebook, other.id, "y")
    assert notebook.flush()
    again = hands.open()
    assert there(again, "n").body == "body\nx"
    assert there(again, other.id).body == "y"
    assert again.problems == ()


def test_a_note_that_could_not_be_read_again_stays_unsaved_with_its_words(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = hands.open()
    note = hands.write(notebook, "a")
    hands.type(notebook, note.id, "b")
    with monkeypatch.context() as patch:
        patch.setattr(notes_folder, "encode", lambda *_: b"---\nno end")
        assert not notebook.flush()
    assert isinstance(notebook.failure, notes_folder.NotUnderstood)
    assert notebook.state(note.id).kind is StateKind.FAILED
    assert there(notebook, note.id).body == "ab"
    assert hands.files()[note.id].endswith("\na")
    assert notebook.flush()
    assert hands.files()[note.id].endswith("\nab")


def test_a_file_nested_without_end_hides_no_other(hands: Hands) -> None:
    note = hands.write(hands.open(), "a")
    (hands.folder / "deep.md").write_text(f"---\ntags: {'[' * 3000}{']' * 3000}\n---\n")
    notebook = hands.open()
    assert notebook.notes.all() == (note,)
    assert [problem.file for problem in notebook.problems] == ["notes/deep.md"]


def test_a_link_that_leads_in_a_circle_hides_no_other(hands: Hands) -> None:
    note = hands.write(hands.open(), "a")
    loop = hands.folder / "loop.md"
    loop.symlink_to("loop.md")
    notebook = hands.open()
    assert notebook.notes.all() == (note,)
    assert notebook.folder_error is None
    assert [problem.file for problem in notebook.problems] == ["notes/loop.md"]
    hands.type(notebook, note.id, "b")
    assert notebook.flush()
    assert loop.is_symlink()
    loop.unlink()
    take_up(notebook)
    assert notebook.problems == ()


def test_a_file_that_goes_while_the_folder_is_listed_is_not_there(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = hands.open()
    note = hands.write(notebook, "a")
    gone = hands.folder / "gone.md"
    gone.write_text("Theirs")
    real = os.scandir

    def scandir(path: Path) -> AbstractContextManager[list[os.DirEntry[str]]]:
        with real(path) as entries:
            found = list(entries)
        gone.unlink(missing_ok=True)
        return nullcontext(found)

    monkeypatch.setattr(os, "scandir", scandir)
    take_up(notebook)
    assert not gone.exists()
    assert notebook.folder_error is None
    assert notebook.notes.all() == (note,)


def test_touching_a_file_is_no_change(hands: Hands) -> None:
    notebook = hands.open()
    note = hands.write(notebook, "base")
    os.utime(hands.folder / f"{note.id}.md", (1, 1))
    take_up(notebook)
    assert notebook.state(note.id).kind is StateKind.SAVED
    assert notebook.history.next_undo is not None


def while_saving(monkeypatch: pytest.MonkeyPatch, act: Callable[[], object]) -> None:
    """Does `act` in the middle of the next save, as another thread would."""
    real = os.fsync

    def fsync(descriptor: int) -> None:
        monkeypatch.setattr(os, "fsync", real)
        act()
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)


def test_what_is_typed_while_both_are_being_kept_goes_into_ours(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = hands.open()
    note = hands.write(notebook, "base")
    hands.type(notebook, note.id, "1")
    append_outside(hands, note.id, " theirs")
    while_saving(monkeypatch, lambda: hands.type(notebook, note.id, "2"))
    hands.wait(notebook, 1)
    hands.wait(notebook, 1)
    assert sorted(text.split("---\n")[-1] for text in hands.files().values()) == [
        "base theirs",
        "base12",
    ]
    assert notebook.notes.unsaved() == ()


def test_deleting_while_both_are_being_kept_deletes_ours(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = hands.open()
    note = hands.write(notebook, "base")
    hands.type(notebook, note.id, "1")
    append_outside(hands, note.id, " theirs")

    def act() -> None:
        hands.type(notebook, note.id, "2")
        notebook.delete(note.id)

    while_saving(monkeypatch, act)
    hands.wait(notebook, 1)
    hands.wait(notebook, 1)
    assert [text.split("---\n")[-1] for text in hands.files().values()] == ["base theirs"]
    assert [binned.body for binned in notebook.deleted()] == ["base12"]
    assert [kept.body for kept in notebook.notes.all()] == ["base theirs"]


def test_words_that_were_being_saved_when_their_note_was_deleted_are_in_the_bin(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = hands.open()
    note = hands.write(notebook, "a")
    hands.type(notebook, note.id, "b")

    def delete_on_a_full_disk() -> None:
        notebook.delete(note.id)
        raise OSError(errno.ENOSPC, "full")

    while_saving(monkeypatch, delete_on_a_full_disk)
    hands.wait(notebook, 1)
    hands.wait(notebook, 5)
    assert hands.files() == {}
    assert [binned.body for binned in notebook.deleted()] == ["ab"]


def test_unsaved_words_that_were_deleted_are_in_the_bin_beside_theirs(hands: Hands) -> None:
    notebook = hands.open()
    note = hands.write(notebook, "base")
    hands.type(notebook, note.id, "1")
    append_outside(hands, note.id, " theirs")
    notebook.delete(note.id)
    hands.wait(notebook, 1)
    assert there(notebook, note.id).body == "base theirs"
    assert [binned.body for binned in notebook.deleted()] == ["base1"]


def test_a_deletion_undone_while_it_is_refused_overwrites_nothing(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    notebook = hands.open()
    note = hands.write(notebook, "base")
    hands.type(notebook, note.id, "1")
    append_outside(hands, note.id, " theirs")
    notebook.delete(note.id)
    while_saving(monkeypatch, notebook.history.undo)
    hands.wait(notebook, 1)
    hands.wait(notebook, 1)
    assert sorted(text.split("---\n")[-1] for text in hands.files().values()) == [
        "base theirs",
        "base1",
    ]


def test_a_file_in_the_bin_that_was_damaged_does_not_keep_its_note_from_coming_back(
    hands: Hands,
) -> None:
    notebook = hands.open()
    note = hands.write(notebook, "words")
    notebook.delete(note.id)
    assert notebook.flush()
    binned = hands.folder / ".bin" / f"{note.id}.md"
    binned.write_bytes(b"\xff")
    notebook.history.undo()
    assert notebook.flush()
    assert [kept.body for kept in notebook.notes.all()] == ["words"]
    assert hands.files()[note.id].endswith("words")
    assert binned.read_bytes() == b"\xff"
    assert notebook.notes.unsaved() == ()


def test_restoring_does_not_overwrite_what_the_bin_has_by_now(hands: Hands) -> None:
    """The list of the bin is on the screen in one window; in another the note is restored, changed
    and deleted again."""
    one = hands.open()
    note = hands.write(one, "old")
    one.delete(note.id)
    assert one.flush()
    (listed,) = one.deleted()
    two = hands.open()
    two.restore(listed)
    assert two.flush()
    hands.type(two, note.id, " and new")
    two.delete(note.id)
    assert two.flush()
    one.restore(listed)
    assert one.flush()
    assert hands.files()[note.id].endswith("\nold")
    assert [binned.body for binned in one.deleted()] == []
    assert [path.read_text()[-7:] for path in (hands.folder / ".bin").iterdir()] == ["and new"]


def test_undoing_a_deletion_brings_back_what_else_was_in_the_file(hands: Hands) -> None:
    hands.folder.mkdir()
    text = "---\nmood: grim  # ours\nkind: judgement\n---\nwords"
    (hands.folder / "n.md").write_text(text)
    notebook = hands.open()
    notebook.delete("n")
    assert notebook.flush()
    notebook.history.undo()
    assert notebook.flush()
    assert "mood: grim  # ours\nkind: judgement\n" in hands.files()["n"]
    assert list((hands.folder / ".bin").iterdir()) == []


def test_a_name_that_another_window_took_is_not_used_twice(hands: Hands) -> None:
    notebook = hands.open()
    taken = hands.write(hands.open(), "taken")
    note = hands.write(notebook, "base")
    hands.type(notebook, note.id, "1")
    append_outside(hands, note.id, " theirs")
    ids = iter([taken.id, "free"])
    notebook.keeper._new_id = lambda: next(ids)
    hands.wait(notebook, 1)
    assert hands.files()["free"].endswith("base1")
    assert hands.files()[taken.id].endswith("taken")


def test_problems_go_when_their_files_do(hands: Hands) -> None:
    notebook = hands.open()
    note = hands.write(notebook, "words")
    path = hands.folder / f"{note.id}.md"
    path.write_bytes(b"\xff")
    for _ in range(2):
        take_up(notebook)
        assert [problem.line for problem in notebook.problems] == [1]
        assert notebook.notes.all() == ()
    path.unlink()
    take_up(notebook)
    assert notebook.problems == ()


class Together(RuleBasedStateMachine):
    """Two windows and an editor at work on one folder. No word anybody wrote may be missing."""

    @initialize()
    def open(self) -> None:
        self.place = Path(tempfile.mkdtemp())
        self.hands = Hands(self.place / "notes")
        self.windows = [self.hands.open(), self.hands.open()]
        self.words: list[str] = []

    def word(self) -> str:
        self.hands.seconds += 1.0  # so that no two notes begin in the same second
        self.words.append(f"<{len(self.words)}>")
        return self.words[-1]

    windows_ = st.integers(0, 1)
    which = st.integers(0, 5)

    @rule(window=windows_)
    def begin(self, window: int) -> None:
        notebook = self.windows[window]
        self.hands.type(notebook, notebook.draft(WHOLE_COMPARISON, "").id, self.word())

    @rule(window=windows_, which=which)
    def type(self, window: int, which: int) -> None:
        notebook = self.windows[window]
        notes = sorted(notebook.notes.all(), key=lambda note: note.id)
        if notes:
            note = notes[which % len(notes)]
            notebook.type(note.id, Typed(len(note.body), 0, self.word()))

    @rule(window=windows_, which=which)
    def delete(self, window: int, which: int) -> None:
        notebook = self.windows[window]
        notes = sorted(notebook.notes.all(), key=lambda note: note.id)
        if notes:
            notebook.delete(notes[which % len(notes)].id)

    @rule(window=windows_)
    def undo_a_deletion(self, window: int) -> None:
        step = self.windows[window].history.next_undo
        if step is not None and step.kind is CommandKind.DELETE_NOTE:
            self.windows[window].history.undo()

    @rule(which=which, add=st.booleans())
    def outside(self, which: int, add: bool) -> None:
        files = sorted(self.hands.folder.glob("*.md"))
        if files and add:
            with files[which % len(files)].open("a") as file:
                file.write(self.word())
        elif files:
            file_ = files[which % len(files)]
            file_.rename(file_.with_name(f"renamed-{len(self.words)}-{file_.name}"[-60:]))

    @rule(window=windows_, seconds=st.sampled_from([0.0, 0.4, 1.0]))
    def work(self, window: int, seconds: float) -> None:
        self.hands.seconds += seconds
        self.windows[window].keeper.work()

    @rule(window=windows_)
    def look(self, window: int) -> None:
        self.windows[window].keeper.read_folder()

    @rule(window=windows_)
    def collect(self, window: int) -> None:
        self.windows[window].collect()

    def teardown(self) -> None:
        try:
            self.nothing_is_missing()
        finally:
            shutil.rmtree(self.place)

    def nothing_is_missing(self) -> None:
        for notebook in self.windows:
            assert notebook.flush()
        for notebook in self.windows:
            take_up(notebook)
        text = "\n".join(path.read_text() for path in self.hands.folder.rglob("*.md"))
        assert [word for word in self.words if word not in text] == []
        bodies = [
            sorted((note.id, note.body) for note in notebook.notes.all())
            for notebook in self.windows
        ]
        assert bodies[0] == bodies[1]
        assert len(bodies[0]) == len(list(self.hands.folder.glob("*.md")))


TestTogether = Together.TestCase
TestTogether.settings = settings(max_examples=100, stateful_step_count=30, deadline=None)
