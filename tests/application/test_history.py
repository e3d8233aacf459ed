"""What is one step, and what becomes of steps when the ground shifts."""

from dataclasses import replace

import pytest

from counterpoint.application import history
from counterpoint.application.history import PAUSE, Step, Typed, UndoStack
from counterpoint.domain.note import WHOLE_COMPARISON, Note, NoteKind

TIME = "2026-11-22T10:15:30Z"


def note(body: str, id: str = "a") -> Note:
    return Note(id, WHOLE_COMPARISON, NoteKind.OBSERVATION, (), TIME, TIME, "", body)


class Desk:
    """Types into bodies, telling the stack."""

    def __init__(self) -> None:
        self.stack = UndoStack()
        self.bodies = {"a": "", "b": ""}
        self.time = 0.0

    def type(self, at: int, removed: int, added: str, id: str = "a", after: float = 0.1) -> None:
        self.time += after
        before = self.bodies[id]
        body = before[:at] + added + before[at + removed :]
        self.bodies[id] = body
        step = Step(id, note(before, id), note(body, id), "typing")
        self.stack.push_typing(step, Typed(at, removed, added), self.time)

    def undone(self) -> str:
        step = self.stack.undo()
        assert step is not None
        assert step.before is not None
        return step.before.body


def test_a_burst_is_one_step() -> None:
    desk = Desk()
    for at, letter in enumerate("three words"):
        desk.type(at, 0, letter)
    assert desk.undone() == ""
    assert desk.stack.undo() is None


def test_a_pause_begins_a_new_step() -> None:
    desk = Desk()
    desk.type(0, 0, "a")
    desk.type(1, 0, "b", after=PAUSE + 0.1)
    assert desk.undone() == "a"


@pytest.mark.parametrize(
    ("second", "what"),
    [
        (Typed(0, 0, "b"), "another place"),
        (Typed(1, 0, "\n"), "a new line"),
        (Typed(1, 0, "pasted words"), "a paste"),
        (Typed(0, 1, ""), "deleting after writing"),
        (Typed(0, 1, "b"), "writing over a selection"),
    ],
)
def test_what_ends_a_burst(second: Typed, what: str) -> None:
    desk = Desk()
    desk.type(0, 0, "a")
    desk.type(second.at, second.removed, second.added)
    assert desk.undone() == "a", what


def test_deleting_backwards_and_forwards_are_bursts_too() -> None:
    desk = Desk()
    desk.bodies["a"] = "abcdef"
    desk.type(5, 1, "")
    desk.type(4, 1, "")
    desk.type(4, 0, "")
    assert desk.bodies["a"] == "abcd"
    assert desk.undone() == "abcdef"
    desk.bodies["a"] = "abcdef"
    desk.type(0, 1, "")
    desk.type(0, 1, "")
    assert desk.undone() == "abcdef"


def test_another_note_ends_a_burst() -> None:
    desk = Desk()
    desk.type(0, 0, "a")
    desk.type(0, 0, "b", id="b")
    desk.type(1, 0, "a")
    assert desk.undone() == "a"
    assert desk.undone() == ""
    assert desk.undone() == ""


def test_undo_and_redo_go_back_and_forth() -> None:
    stack = UndoStack()
    one = Step("a", note("1"), note("2"), "kind")
    stack.push(one)
    assert (stack.next_undo, stack.next_redo) == (one, None)
    assert stack.undo() == one
    assert (stack.next_undo, stack.next_redo) == (None, one)
    assert stack.redo() == one
    assert stack.redo() is None
    stack.undo()
    stack.push(Step("b", None, note("3", "b"), "typing"))
    assert stack.redo() is None


def test_typing_after_undo_does_not_join_what_was_before() -> None:
    desk = Desk()
    desk.type(0, 0, "a")
    desk.stack.push(Step("b", None, note("", "b"), "restoring"))
    desk.stack.undo()
    desk.type(1, 0, "b")
    assert desk.undone() == "a"


def test_a_note_that_changed_outside_is_forgotten_alone() -> None:
    stack = UndoStack()
    ours, theirs = Step("a", note("1"), note("2"), "kind"), Step("b", None, None, "kind")
    for step in (ours, theirs, replace(ours, what="tags"), theirs):
        stack.push(step)
    stack.undo()
    stack.forget("b")
    assert stack.redo() is None
    assert stack.undo() == replace(ours, what="tags")
    assert stack.undo() == ours
    assert stack.undo() is None


def test_a_note_that_goes_on_under_another_id_keeps_its_steps() -> None:
    stack = UndoStack()
    stack.push(Step("a", None, note("1"), "typing"))
    stack.push(Step("a", note("1"), note("2"), "typing"))
    stack.undo()
    stack.rename("a", "c")
    done, undone = stack.next_undo, stack.next_redo
    assert done is not None
    assert undone is not None
    assert done == Step("c", None, note("1", "c")._replace(conflict_of="a"), "typing")
    assert undone.id == "c"


def test_the_history_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MOST_STEPS", 3)
    monkeypatch.setattr(history, "MOST_CHARACTERS", 1000)
    stack = UndoStack()
    for number in range(5):
        stack.push(Step(str(number), None, note(""), "typing"))
    assert [step.id for step in iter(stack.undo, None)] == ["4", "3", "2"]
    stack = UndoStack()
    for number in range(3):
        stack.push(Step(str(number), note("x" * 600), None, "typing"))
    assert [step.id for step in iter(stack.undo, None)] == ["2"]
