"""Notes are begun, changed, taken back and told of."""

import pytest

from counterpoint.application.notes.note_edit import Typed
from counterpoint.application.notes.notebook import Change, Notebook
from counterpoint.application.notes.state import StateKind
from counterpoint.domain.note import WHOLE_COMPARISON, NoteKind, Target, TargetKind
from counterpoint.storage.notes.notes_folder import NotesFolder
from tests.hands import Hands, take_up, there

CLAIM = Target(TargetKind.CLAIM, approach="containment", dimension="diagnosis", claim="c1")


def test_an_empty_note_is_kept_from_its_first_letter_on(hands: Hands) -> None:
    notebook = hands.open()
    note = notebook.draft(CLAIM, "their words")
    assert notebook.flush()
    assert notebook.notes.on(CLAIM) == ()
    assert notebook.state(note.id).kind is StateKind.NEW
    assert hands.files() == {}
    hands.type(notebook, note.id, "W")
    assert notebook.flush()
    assert [kept.body for kept in notebook.notes.on(CLAIM)] == ["W"]
    assert "kind: observation\n" in hands.files()[note.id]
    assert 'quote: "their words"\n' in hands.files()[note.id]


def test_a_letter_taken_back_before_it_was_saved_leaves_nothing(hands: Hands) -> None:
    notebook = hands.open()
    note = notebook.draft(CLAIM, "")
    hands.type(notebook, note.id, "W")
    notebook.type(note.id, Typed(0, 1, ""))
    assert notebook.flush()
    assert notebook.notes.is_draft(note.id)
    assert list(hands.folder.rglob("*.md")) == []


def test_a_note_that_was_saved_stays_when_it_is_emptied(hands: Hands) -> None:
    notebook = hands.open()
    note = hands.write(notebook, "W")
    notebook.type(note.id, Typed(0, 1, ""))
    assert notebook.flush()
    assert hands.files()[note.id].endswith("---\n")
    assert notebook.notes.all() == (there(notebook, note.id),)


def test_its_name_says_when_it_was_begun(hands: Hands) -> None:
    note = hands.write(hands.open(), "W")
    assert note.id.startswith("2026-11-22-101530-")
    assert len(note.id) == len("2026-11-22-101530-3f9a")


def test_a_new_session_finds_everything(hands: Hands) -> None:
    notebook = hands.open()
    note = hands.write(notebook, "Über alles 😀\u00a0", CLAIM)
    notebook.set_tags(note.id, ["linchpin", " check 2014 ", "", "linchpin"])
    notebook.set_kind(note.id, NoteKind.ASSUMPTION)
    assert notebook.flush()
    again = hands.open()
    assert again.notes.all() == notebook.notes.all()
    found = there(again, note.id)
    assert found.tags == ("linchpin", "check 2014")
    assert found.kind is NoteKind.ASSUMPTION
    assert again.state(note.id).kind is StateKind.SAVED


def test_notes_on_one_thing_come_in_the_order_they_were_begun(hands: Hands) -> None:
    notebook = hands.open()
    first = hands.write(notebook, "1", CLAIM)
    hands.seconds += 5
    second = hands.write(notebook, "2", CLAIM)
    hands.write(notebook, "3")
    assert [note.id for note in notebook.notes.on(CLAIM)] == [first.id, second.id]


def test_listeners_hear_what_changed_and_who_began_it(hands: Hands) -> None:
    notebook = hands.open()
    heard: list[Change] = []
    note = hands.write(notebook, "W")
    notebook.subscribe(heard.append)
    notebook.set_kind(note.id, NoteKind.JUDGEMENT, initiator="pane")
    notebook.set_kind(note.id, NoteKind.JUDGEMENT, initiator="pane")
    notebook.history.undo()
    notebook.unsubscribe(heard.append)
    notebook.history.redo()
    assert heard == [Change(frozenset((note.id,)), "pane"), Change(frozenset((note.id,)), None)]


def test_undo_and_redo_work_across_notes(hands: Hands) -> None:
    notebook = hands.open()
    one = hands.write(notebook, "one")
    two = hands.write(notebook, "two", CLAIM)
    notebook.set_tags(one.id, ["x"])
    notebook.delete(two.id)
    assert notebook.flush()
    assert set(hands.files()) == {one.id}

    notebook.history.undo()
    assert there(notebook, two.id).body == "two"
    notebook.history.undo()
    assert there(notebook, one.id).tags == ()
    assert notebook.flush()
    assert set(hands.files()) == {one.id, two.id}
    assert 'tags: ["x"]' not in hands.files()[one.id]
    assert notebook.deleted() == []

    notebook.history.redo()
    notebook.history.redo()
    assert notebook.flush()
    assert set(hands.files()) == {one.id}
    assert 'tags: ["x"]' in hands.files()[one.id]
    assert notebook.history.redo() is None


def test_undoing_the_first_letters_removes_the_note(hands: Hands) -> None:
    notebook = hands.open()
    note = hands.write(notebook, "words")
    notebook.history.undo()
    assert notebook.flush()
    assert hands.files() == {}
    notebook.history.redo()
    assert notebook.flush()
    assert hands.files()[note.id].endswith("words")
    assert notebook.history.undo() is not None
    assert notebook.history.undo() is None


def test_a_deleted_note_is_restored_from_the_bin_in_a_later_session(hands: Hands) -> None:
    notebook = hands.open()
    note = hands.write(notebook, "words", CLAIM)
    notebook.delete(note.id)
    assert notebook.flush()
    later = hands.open()
    assert later.notes.all() == ()
    (binned,) = later.deleted()
    later.restore(binned)
    assert later.flush()
    assert later.notes.on(CLAIM) == (note,)
    assert later.deleted() == []
    later.history.undo()
    assert later.flush()
    assert hands.files() == {}


def test_words_deleted_before_they_were_saved_are_in_the_bin(hands: Hands) -> None:
    notebook = hands.open()
    note = notebook.draft(CLAIM, "")
    hands.type(notebook, note.id, "words")
    notebook.delete(note.id)
    assert notebook.flush()
    assert hands.files() == {}
    assert [binned.body for binned in notebook.deleted()] == ["words"]


def test_leaving_drops_an_empty_note_and_saves_at_once(hands: Hands) -> None:
    notebook = hands.open()
    empty = notebook.draft(CLAIM, "")
    notebook.leave(empty.id)
    assert notebook.notes.get(empty.id) is None
    note = notebook.draft(CLAIM, "")
    hands.type(notebook, note.id, "W")
    notebook.leave(note.id)
    hands.wait(notebook, 0)
    assert hands.files()[note.id].endswith("W")


@pytest.mark.parametrize("what", ["tags", "kind"])
def test_an_empty_note_that_was_given_something_is_kept(hands: Hands, what: str) -> None:
    notebook = hands.open()
    note = notebook.draft(CLAIM, "")

    def give(tags: list[str], kind: NoteKind) -> None:
        if what == "tags":
            notebook.set_tags(note.id, tags)
        else:
            notebook.set_kind(note.id, kind)

    give(["linchpin"], NoteKind.JUDGEMENT)
    notebook.leave(note.id)
    hands.wait(notebook, 0)
    kept = there(hands.open(), note.id)
    assert (kept.tags, kept.kind) == (
        (("linchpin",), NoteKind.OBSERVATION) if what == "tags" else ((), NoteKind.JUDGEMENT)
    )
    notebook.history.undo()
    assert notebook.notes.all() == ()
    notebook.history.redo()
    assert [found.id for found in notebook.notes.all()] == [note.id]


def test_what_an_empty_note_was_given_and_lost_again_leaves_nothing(hands: Hands) -> None:
    notebook = hands.open()
    note = notebook.draft(CLAIM, "")
    notebook.set_tags(note.id, ["linchpin"])
    notebook.set_kind(note.id, NoteKind.JUDGEMENT)
    hands.type(notebook, note.id, "W")
    notebook.type(note.id, Typed(0, 1, ""))
    assert not notebook.notes.is_draft(note.id)
    notebook.set_kind(note.id, NoteKind.OBSERVATION)
    notebook.set_tags(note.id, [])
    assert notebook.notes.is_draft(note.id)
    assert notebook.flush()
    assert hands.files() == {}
    assert notebook.deleted() == []


def test_line_ends_that_are_not_touched_stay_when_something_is_typed(hands: Hands) -> None:
    hands.folder.mkdir()
    (hands.folder / "a.md").write_bytes(b"One\r\nTwo\nThree\rFour\r\n")
    notebook = hands.open()
    notebook.type("a", Typed(7, 0, "!"))
    assert notebook.flush()
    assert (hands.folder / "a.md").read_bytes().endswith(b"\nOne\r\nTwo!\nThree\rFour\r\n")
    notebook.type("a", Typed(4, 0, "\r\n"))
    notebook.history.undo()
    notebook.history.undo()
    assert notebook.flush()
    assert (hands.folder / "a.md").read_bytes().endswith(b"\nOne\r\nTwo\nThree\rFour\r\n")


def test_what_a_person_drops_into_the_folder_is_read_kindly(hands: Hands) -> None:
    hands.folder.mkdir()
    (hands.folder / "thoughts.md").write_text("Plain words.")
    (hands.folder / "broken.md").write_text("---\nkind: fact\n---\nWords.")
    notebook = hands.open()
    assert [note.id for note in notebook.notes.all()] == ["thoughts"]
    assert there(notebook, "thoughts").target == WHOLE_COMPARISON
    (problem,) = notebook.problems
    assert (problem.file, problem.line, problem.column) == ("notes/broken.md", 2, 7)
    (hands.folder / "broken.md").write_text("---\nkind: judgement\n---\nWords.")
    take_up(notebook)
    assert notebook.problems == ()
    assert there(notebook, "broken").kind is NoteKind.JUDGEMENT


def test_tags_in_use_come_most_used_first(hands: Hands) -> None:
    notebook = hands.open()
    for tags in (["b", "a"], ["b"], ["C"]):
        notebook.set_tags(hands.write(notebook, "W").id, tags)
    assert notebook.notes.tags() == ("b", "a", "C")


def test_asking_for_what_is_not_there(hands: Hands) -> None:
    notebook = hands.open()
    assert notebook.history.undo() is None
    assert notebook.state("gone").kind is StateKind.NEW
    for act in (notebook.delete, notebook.settle):
        with pytest.raises(KeyError):
            act("gone")


def test_a_folder_of_many_notes_is_taken_up_a_few_at_a_time_and_told_once(hands: Hands) -> None:
    before = hands.open()
    for number in range(7):
        hands.write(before, f"Note {number}")
    assert before.flush()
    notebook = Notebook(NotesFolder(hands.folder), hands.clock)
    told: list[Change] = []
    notebook.subscribe(told.append)
    notebook.keeper.read_folder()

    notebook.collect(3)
    assert (len(notebook.notes), notebook.has_more, told) == (3, True, [])
    notebook.collect(3)
    assert (len(notebook.notes), notebook.has_more, told) == (6, True, [])
    notebook.collect(3)

    assert set(notebook.notes.all()) == set(before.notes.all())
    assert not notebook.has_more
    assert [len(change.ids) for change in told] == [7]
