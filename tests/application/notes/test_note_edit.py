"""Which keystrokes are one step."""

import pytest

from counterpoint.application.notes.note_edit import PAUSE, Typed
from counterpoint.application.notes.notebook import Notebook
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.note import WHOLE_COMPARISON, Note
from tests.hands import Hands, take_up, there


class Typist:
    """Types into notes, and takes it back."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self.notebook: Notebook = hands.open()
        self.notes = [self.saved("a"), self.saved("b")]

    def saved(self, words: str) -> Note:
        return self.hands.write(self.notebook, words)

    def type(self, at: int, removed: int, added: str, note: int = 0, after: float = 0.1) -> None:
        self.hands.seconds += after
        self.notebook.type(self.notes[note].id, Typed(at, removed, added))

    def body(self, note: int = 0) -> str:
        return there(self.notebook, self.notes[note].id).body

    def undone(self) -> str:
        assert self.notebook.history.undo() is not None
        return self.body()


@pytest.fixture
def typist(hands: Hands) -> Typist:
    return Typist(hands)


def test_a_burst_is_one_step(typist: Typist) -> None:
    for at, letter in enumerate("three words", start=1):
        typist.type(at, 0, letter)
    assert typist.body() == "athree words"
    assert typist.undone() == "a"


def test_a_pause_begins_a_new_step(typist: Typist) -> None:
    typist.type(1, 0, "x")
    typist.type(2, 0, "y", after=PAUSE + 0.1)
    assert typist.undone() == "ax"


@pytest.mark.parametrize(
    ("second", "what"),
    [
        (Typed(1, 0, "b"), "another place"),
        (Typed(2, 0, "\n"), "a new line"),
        (Typed(2, 0, "pasted words"), "a paste"),
        (Typed(1, 1, ""), "deleting after writing"),
        (Typed(1, 1, "b"), "writing over a selection"),
    ],
)
def test_what_ends_a_burst(typist: Typist, second: Typed, what: str) -> None:
    typist.type(1, 0, "x")
    typist.type(*second)
    assert typist.undone() == "ax", what


def test_deleting_backwards_and_forwards_are_bursts_too(typist: Typist) -> None:
    typist.type(1, 0, "bcdef")
    typist.type(5, 1, "")
    typist.type(4, 1, "")
    typist.type(4, 0, "")
    assert typist.body() == "abcd"
    assert typist.undone() == "abcdef"
    typist.type(0, 1, "")
    typist.type(0, 1, "")
    assert typist.undone() == "abcdef"


def test_another_note_ends_a_burst(typist: Typist) -> None:
    typist.type(1, 0, "x")
    typist.type(1, 0, "y", note=1)
    typist.type(2, 0, "z")
    assert typist.undone() == "ax"
    typist.notebook.history.undo()
    assert (typist.body(1), typist.body()) == ("b", "ax")
    assert typist.undone() == "a"


def test_typing_after_undo_does_not_join_what_was_before(typist: Typist) -> None:
    typist.type(1, 0, "x")
    typist.notebook.delete(typist.notes[1].id)
    typist.notebook.history.undo()
    typist.type(2, 0, "y")
    assert typist.undone() == "ax"


def test_a_note_that_goes_on_under_another_id_keeps_its_steps(typist: Typist) -> None:
    typist.type(1, 0, "x")
    typist.notebook.history.end_burst()
    typist.type(2, 0, "y")
    (id, file) = (typist.notes[0].id, typist.hands.folder / f"{typist.notes[0].id}.md")
    file.write_text(file.read_text() + " theirs")
    typist.notebook.flush()
    assert typist.body().endswith("theirs")
    (copy,) = (note for note in typist.notebook.notes.all() if note.conflict_of == id)
    assert copy.body == "axy"

    typist.notebook.history.undo()
    assert there(typist.notebook, copy.id).body == "ax"
    assert there(typist.notebook, copy.id).conflict_of == id
    assert typist.body().endswith("theirs")


def test_each_step_says_what_it_was(typist: Typist) -> None:
    def last() -> CommandKind | None:
        step = typist.notebook.history.next_undo
        return step.kind if step else None

    typist.type(1, 0, "x")
    assert last() is CommandKind.TYPE_IN_NOTE
    typist.notebook.set_tags(typist.notes[0].id, ["x"])
    assert last() is CommandKind.CHANGE_TAGS_OF_NOTE
    typist.notebook.delete(typist.notes[0].id)
    assert last() is CommandKind.DELETE_NOTE


def test_two_notebooks_share_one_history_and_keep_apart(hands: Hands) -> None:
    one = hands.open()
    note = hands.write(one, "words")
    other = Notebook(one.keeper.folder, hands.clock, one.history)
    take_up(other)
    draft = other.draft(WHOLE_COMPARISON, "")
    hands.type(other, draft.id, "more")
    one.history.undo()
    assert other.notes.get(draft.id) is None
    one.history.undo()
    assert one.notes.get(note.id) is None
