"""Notes go with what is moved, merged and renamed, in the same step; what is deleted keeps its."""

import pytest

from counterpoint.domain.note import Target, TargetKind, question_target
from counterpoint.labels.note import gone
from tests.answered_library import with_answers
from tests.at_window import GO_ON, NOT_REAL, AtWindow, Sit, fonts, sit
from tests.library_on_disk import LibraryOnDisk

from .test_making_and_moving import choose, do, keep, saved
from .test_words_in_place import panel

__all__ = ["fonts", "sit"]


def written_on(at: AtWindow, target: Target, words: str = "Mind this.") -> str:
    """The id of a note that is saved."""
    at.window.space.navigator.note_on(target)
    at.qtbot.keyClicks(at.window.space.notebook.editor, words)
    notebook = at.window.space.live.notebook
    at.qtbot.waitUntil(lambda: not notebook.keeper.waiting)
    (note,) = notebook.notes.on(target)
    return note.id


def target_of(at: AtWindow, id: str) -> Target:
    note = at.window.space.live.notebook.notes.get(id)
    assert note is not None
    return note.target


def on_disk(at: AtWindow, id: str) -> str:
    notebook = at.window.space.live.notebook
    at.qtbot.waitUntil(lambda: not notebook.keeper.waiting)
    return notebook.keeper.folder.file(id).read_text("utf-8")


def test_a_note_goes_with_its_claim_and_back_with_it(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    note = written_on(at, GO_ON)
    do(at, "move-here", GO_ON)
    choose(panel(at), "question", "objections")
    choose(panel(at), "approach", "firm")
    keep(at)
    saved(at)

    there = Target(TargetKind.CLAIM, "firm", "objections", "go-on")
    assert target_of(at, note) == there
    assert 'option: "firm"' in on_disk(at, note)
    assert at.words == "Mind this."
    at.window.menus.trigger("undo")
    assert target_of(at, note) == GO_ON
    assert 'option: "talk"' in on_disk(at, note)
    at.window.menus.trigger("redo")
    assert target_of(at, note) == there


def test_notes_on_what_is_merged_are_on_what_it_is_part_of(sit: Sit, disk: LibraryOnDisk) -> None:
    with_answers(disk)
    at = sit(disk.folder)
    question = written_on(at, question_target("objections"))
    cell = written_on(at, Target(TargetKind.POSITION, "talk", "objections"))
    claim = written_on(at, NOT_REAL)
    do(at, "merge-here", question_target("objections"))
    choose(panel(at), "into", "channels")
    keep(at)

    assert target_of(at, question) == question_target("channels")
    assert target_of(at, cell) == Target(TargetKind.POSITION, "talk", "channels")
    assert target_of(at, claim) == NOT_REAL._replace(dimension="channels")

    approach = written_on(at, Target(TargetKind.APPROACH, "firm"))
    do(at, "merge-here", Target(TargetKind.APPROACH, "firm"))
    choose(panel(at), "into", "talk")
    keep(at)
    assert target_of(at, approach) == Target(TargetKind.APPROACH, "talk")
    for _ in range(3):  # the two, and the note between
        at.window.menus.trigger("undo")
    assert target_of(at, question) == question_target("objections")
    assert target_of(at, claim) == NOT_REAL


def test_a_draft_goes_with_the_claim_too(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    draft = at.window.space.live.notebook.draft(GO_ON, "")
    do(at, "move-here", GO_ON)
    choose(panel(at), "question", "objections")
    keep(at)
    assert target_of(at, draft.id) == GO_ON._replace(dimension="objections")
    at.window.menus.trigger("undo")
    assert target_of(at, draft.id) == GO_ON


@pytest.mark.parametrize(
    "target", [NOT_REAL, Target(TargetKind.APPROACH, "firm"), question_target("objections")]
)
def test_a_note_on_what_is_deleted_is_kept_and_shown_as_such(
    sit: Sit, disk: LibraryOnDisk, target: Target
) -> None:
    at = sit(disk.folder)
    note = written_on(at, target)
    do(at, "delete-here", target)
    saved(at)

    library = at.window.space.session.library
    assert library is not None
    assert not library.still_there(target)
    assert target_of(at, note) == target
    assert on_disk(at, note).endswith("Mind this.")
    at.window.space.notebook.show_note(note)
    at.qtbot.waitUntil(lambda: gone(target.kind) in at.window.space.notebook.notice.words.text())
    at.window.menus.trigger("undo")
    at.qtbot.waitUntil(lambda: at.window.space.session.library.still_there(target))  # type: ignore[union-attr]
    assert target_of(at, note) == target
