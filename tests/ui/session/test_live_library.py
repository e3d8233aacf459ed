"""The library changed in a window: seen at once, written behind, undone, and never overwritten."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from counterpoint.application.editing import reading
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.editing.claims import delete_claim, word_claim
from counterpoint.domain.forms import ApproachForm
from counterpoint.domain.note import Target, TargetKind
from counterpoint.storage.library.library_cache import ReadLibrary, cached
from counterpoint.storage.library.library_folder import read_library
from counterpoint.storage.place import shipped_library, user_cache
from counterpoint.ui.session import cache_renewal, live_library
from counterpoint.ui.session.library_watch import LibraryWatch
from tests.at_window import GO_ON, AtWindow, Sit, fonts, sit
from tests.library_on_disk import LibraryOnDisk

__all__ = ["fonts", "sit"]
WORDS = "It is worded anew."


def word(at: AtWindow, text: str = WORDS, id: str = "go-on") -> None:
    """A pane words a claim, and the window has shown it."""
    done: list[bool] = []

    def change(form: ApproachForm) -> ApproachForm:
        return word_claim(form, id, text)

    at.window.space.editing.change_approach(
        "talk", CommandKind.WORD_CLAIM, change, done=lambda: done.append(True)
    )
    at.qtbot.waitUntil(lambda: bool(done))


def shown(at: AtWindow, dimension: str = "channels") -> list[str]:
    """The claims that the grid has in a cell of the first approach."""
    sheet = at.grid.grid_model.sheet
    (talk,) = (each for each in sheet.approaches if each.head.id == "talk")
    return [claim.text for claim in talk.position(dimension).claims]


def on_disk(disk: LibraryOnDisk) -> str:
    return (disk.folder / "options" / "talk.yaml").read_text("utf-8")


def test_a_change_is_seen_at_once_and_written_behind(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.jump_to(GO_ON)

    word(at)

    assert shown(at) == [WORDS]
    assert at.window.space.session.target == GO_ON, "what was chosen stays chosen"
    assert at.jumped_to() == "Talks should go on."
    at.qtbot.waitUntil(lambda: WORDS in on_disk(disk))
    assert "# Written by hand; this comment has to stay." in on_disk(disk)


def test_a_second_change_is_shown_before_the_call_returns(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    word(at)

    at.window.space.editing.change_approach(
        "talk", CommandKind.WORD_CLAIM, lambda form: word_claim(form, "go-on", "At once.")
    )

    assert shown(at) == ["At once."]


def test_undo_and_redo_are_named_and_go_through_notes_and_library(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    before = on_disk(disk)
    word(at)
    at.type("A note.", on=GO_ON)
    undo, redo = at.window.menus.action("undo"), at.window.menus.action("redo")

    assert undo.text() == "Undo typing in note"
    at.window.menus.trigger("undo")
    assert (at.words, undo.text(), redo.text()) == (
        "",
        "Undo wording a claim",
        "Redo typing in note",
    )
    at.window.menus.trigger("undo")
    assert shown(at) == ["Talks should continue."]
    assert at.window.status.message() == "Undone: wording a claim"
    at.qtbot.waitUntil(lambda: on_disk(disk) == before)

    at.window.menus.trigger("redo")
    assert shown(at) == [WORDS]
    at.window.menus.trigger("redo")
    assert at.words == "A note."


def test_a_change_repaints_its_row_and_no_other(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    word(at)
    layouts = at.grid._layouts._cells
    kept = {key: layout for key, (_, layout) in layouts.items() if key[1] == "objections"}
    assert kept

    word(at, "Again.")

    now = at.grid._layouts._cells
    assert {key: now[key][1] for key in kept} == kept


def test_what_goes_leaves_its_cell_chosen(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.click_claim(GO_ON)
    done: list[bool] = []

    at.window.space.editing.change_approach(
        "talk",
        CommandKind.DELETE_CLAIM,
        lambda form: delete_claim(form, "go-on"),
        done=lambda: done.append(True),
    )
    at.qtbot.waitUntil(lambda: bool(done))

    assert shown(at) == []
    assert at.window.space.session.target == Target(TargetKind.POSITION, "talk", "channels")
    assert at.window.status.message() == ""


def test_what_cannot_be_is_refused_in_words_and_is_no_step(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    editing, refused = at.window.space.editing, list[str]()

    def change(form: ApproachForm) -> ApproachForm:
        return word_claim(form, "go-on", "")

    editing.change_approach("talk", CommandKind.WORD_CLAIM, change, refused=refused.append)
    at.qtbot.waitUntil(lambda: bool(refused))
    assert "text" in refused[0]
    editing.change_approach("talk", CommandKind.WORD_CLAIM, change)
    assert at.window.status.message() == refused[0]
    editing.change_approach("gone", CommandKind.WORD_CLAIM, change)
    assert at.window.status.message() == "What was to be changed is not there any more."
    assert at.window.space.session.history.next_undo is None


def test_what_an_editor_changes_is_taken_up_beside_what_is_changed_here(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    word(at)
    at.qtbot.waitUntil(lambda: WORDS in on_disk(disk))

    disk.replace("options/talk.yaml", "Critics find it unrealistic.", "Critics laugh.")

    at.qtbot.waitUntil(lambda: shown(at, "objections") == ["Critics laugh."])
    assert shown(at) == [WORDS]
    at.window.menus.trigger("undo")
    assert shown(at) == ["Talks should continue."]
    at.qtbot.waitUntil(lambda: "Talks should continue." in on_disk(disk))
    assert "Critics laugh." in on_disk(disk)


def test_before_anything_is_changed_here_an_editors_change_is_taken_up_too(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)

    disk.replace("options/talk.yaml", "Talks should continue.", "Talks must continue.")

    at.qtbot.waitUntil(lambda: shown(at) == ["Talks must continue."])
    assert at.window.space.editing.desk is None


@pytest.mark.parametrize("changed_here", [True, False])
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("title: Channels", "title: [Channels"),
        ("question: Who", "asks: Who"),
        ("id: channels", "idd: channels"),
    ],
)
def test_a_problem_goes_when_the_file_is_as_it_was_again(
    sit: Sit, disk: LibraryOnDisk, right: str, wrong: str, *, changed_here: bool
) -> None:
    at = sit(disk.folder)
    if changed_here:
        word(at)
        at.qtbot.waitUntil(lambda: WORDS in on_disk(disk))
    before = disk.read("options/dimensions.yaml")
    button = at.window.status._problems
    assert not button.isVisible()

    disk.replace("options/dimensions.yaml", right, wrong)
    at.qtbot.waitUntil(button.isVisible)
    editing = at.window.space.editing
    at.qtbot.waitUntil(lambda: editing._task is None and not editing._is_due)
    disk.write("options/dimensions.yaml", before)

    at.qtbot.waitUntil(lambda: not button.isVisible())
    assert [row.title for row in at.grid.grid_model.sheet.dimensions] == [
        "Channels",
        "Objections and risks",
    ]


def test_a_text_that_is_changed_is_read_again_and_steps_stay(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    word(at)
    at.qtbot.waitUntil(lambda: WORDS in on_disk(disk))

    disk.replace("corpus/letter.yaml", "short: Letter", "short: Brief")

    def short() -> str:
        library = at.window.space.session.library
        return "" if library is None else library.contents.source("letter").short

    at.qtbot.waitUntil(lambda: short() == "Brief")
    at.qtbot.waitUntil(lambda: shown(at) == [WORDS])
    at.window.menus.trigger("undo")
    at.qtbot.waitUntil(lambda: shown(at) == ["Talks should continue."])
    at.qtbot.waitUntil(lambda: "Talks should continue." in on_disk(disk))
    at.qtbot.waitUntil(lambda: short() == "Brief")


def test_two_windows_overwrite_nothing_of_one_another(sit: Sit, disk: LibraryOnDisk) -> None:
    one, other = sit(disk.folder), sit(disk.folder)
    for at in (one, other):
        word(at, "Critics doubt it.", id="not-real")
    one.qtbot.waitUntil(lambda: "Critics doubt it." in on_disk(disk))
    theirs = "Others see it so."

    word(one)
    word(other, theirs)

    one.qtbot.waitUntil(lambda: any((disk.folder / "options").glob("*conflict*.yaml")))
    (beside,) = (disk.folder / "options").glob("*conflict*.yaml")
    both = on_disk(disk) + beside.read_text("utf-8")
    assert (WORDS in both, theirs in both) == (True, True)
    stays = [WORDS if WORDS in on_disk(disk) else theirs]
    one.qtbot.waitUntil(lambda: shown(one) == shown(other) == stays)


def test_leaving_writes_what_waits(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    word(at)
    word(at, "Last words.")

    assert at.window.leaving.close()

    assert "Last words." in on_disk(disk)


def test_after_a_change_the_library_opens_from_its_cache_again(
    sit: Sit, disk: LibraryOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache_renewal, "_AT_REST", 50)
    at = sit(disk.folder)

    word(at)

    def kept() -> ReadLibrary | None:
        return cached(disk.folder, user_cache())

    at.qtbot.waitUntil(lambda: WORDS in on_disk(disk) and kept() is not None)
    found, whole = kept(), read_library(disk.folder)
    assert found is not None
    assert found.contents == whole.contents
    assert [found.approach(one.head.id) for one in whole.approaches] == list(whole.approaches)


def test_words_that_were_being_typed_come_back(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.window.space.editing.type("talk/go-on/text", "Half a sen")
    drafts = at.window.space.editing._typed._drafts
    assert drafts is not None
    assert drafts.flush()
    drafts._locks.close()  # as a process that dies

    again = sit(disk.folder)

    assert again.window.space.editing.draft("talk/go-on/text") == "Half a sen"
    assert again.window.space.editing.draft("talk/other/text") == ""
    again.window.space.editing.settle("talk/go-on/text")
    assert again.window.space.editing.draft("talk/go-on/text") == ""


def test_kept_words_come_back_where_the_program_dies_before_they_are_written(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    what = "talk/go-on/text"
    word(at)
    at.qtbot.waitUntil(lambda: WORDS in on_disk(disk))
    space = at.window.space
    drafts, desk = space.editing._typed._drafts, space.editing.desk
    assert drafts is not None
    assert desk is not None
    at.grid.setFocus()
    space.comparison.bring(GO_ON)
    at.window.menus.trigger("edit-here")
    asker = space.comparison.deeds.asker
    at.qtbot.waitUntil(lambda: asker.panel is not None)
    assert asker.panel is not None
    asker.panel.type(" And more.")

    with desk.writer._disk:  # a slow one
        at.key(Qt.Key.Key_Return)
        at.qtbot.waitUntil(lambda: asker.panel is None)
        assert drafts.flush()
        assert [draft.what for draft in drafts._kept] == [what]
        assert "And more." not in on_disk(disk)
        assert space.editing.draft(what) == "", "here it is a change"
    at.qtbot.waitUntil(lambda: "And more." in on_disk(disk))
    at.qtbot.waitUntil(lambda: drafts._kept == ())


@pytest.mark.parametrize("answer", ["copy", "leave"])
def test_the_library_that_comes_with_the_app_offers_a_copy_at_the_same_place(
    sit: Sit, tmp_path: Path, answer: str
) -> None:
    at = sit(shipped_library())
    session = at.window.space.session
    assert session.library is not None
    head = session.library.contents.approaches[1]
    target = Target(TargetKind.APPROACH, head.id)
    at.window.space.comparison.select(target)
    session.choose(target)

    assert not at.window.space.editing.may_change()

    assert at.window.status.message().startswith("This library is not changed")
    maker = at.window.libraries.maker
    assert maker.isVisible()
    assert maker.folder.hasFocus()
    if answer == "leave":
        at.qtbot.keyClick(maker.folder, Qt.Key.Key_Escape)
        assert not maker.isVisible()
        assert at.grid.hasFocus()
        assert at.window.status.message() == ""
        return
    maker.folder.setText(str(tmp_path / "Mine"))
    at.qtbot.keyClick(maker.folder, Qt.Key.Key_Return)

    def is_open() -> bool:
        library = at.window.space.session.library
        return at.is_open() and library is not None and library.folder == tmp_path / "Mine"

    at.qtbot.waitUntil(is_open, timeout=20_000)
    assert not maker.isVisible()
    space = at.window.space
    assert space.session.target == target
    assert space.editing.may_change()


def test_a_large_library_is_read_to_be_changed_before_anybody_does(
    sit: Sit, disk: LibraryOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_library, "LARGE", 0)
    monkeypatch.setattr(live_library, "_IDLE", 50)
    at = sit(disk.folder)
    at.qtbot.waitUntil(lambda: at.window.space.editing.desk is not None)


def test_others_are_once_words_are_selected_that_may_be_linked(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.window.space.navigator.open_source("letter")
    assert at.window.space.editing.desk is None
    at.window.space.reader.view.select(12, 30)
    at.qtbot.waitUntil(lambda: at.window.space.editing.desk is not None)


def test_the_library_that_comes_with_the_program_is_not_read_for_that(sit: Sit) -> None:
    at = sit(shipped_library())
    at.window.space.editing.read_early()
    assert at.window.space.editing._task is None


def test_what_came_in_while_the_files_were_read_is_seen_when_they_are(
    sit: Sit, disk: LibraryOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They were read before it was there, and nothing says so but that somebody wanted to look."""
    read_for_editing = reading.read_for_editing
    was_read, may_end = threading.Event(), threading.Event()

    def read(folder: Path, report: Callable[[int, int, str], None]) -> reading.FilesRead:
        found = read_for_editing(folder, report)
        was_read.set()
        may_end.wait(20)
        return found

    monkeypatch.setattr(reading, "read_for_editing", read)
    at = sit(disk.folder)
    editing, session = at.window.space.editing, at.window.space.session
    (watch,) = editing.findChildren(LibraryWatch)
    editing.when_ready(lambda _desk: None)
    at.qtbot.waitUntil(was_read.is_set, timeout=20_000)
    editing.hold(True)
    for kind in ("txt", "yaml"):
        letter = (disk.folder / "corpus" / f"letter.{kind}").read_text(encoding="utf-8")
        disk.write(f"corpus/later.{kind}", letter)
    heard: list[bool] = []
    watch.changed.connect(lambda: heard.append(True))
    editing.hold(False)
    at.qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    may_end.set()

    def ids() -> set[str]:
        library = session.library
        return {source.id for source in library.contents.sources} if library else set()

    at.qtbot.waitUntil(lambda: "later" in ids(), timeout=20_000)
