"""Changes of a library are seen at once, stand in its files, and are undone byte for byte."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterpoint.application.editing.checks import NotToBeWritten
from counterpoint.application.editing.desk import LibraryDesk, ReadOnlyLibrary
from counterpoint.application.history import Changed, History
from counterpoint.application.library.check import check_library
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.editing import evidence, questions
from counterpoint.domain.editing.cells import claim_in
from counterpoint.domain.problem import ProblemKind
from counterpoint.labels import command
from counterpoint.storage.library.library_folder import read_files
from counterpoint.storage.place import shipped_library
from counterpoint.storage.yaml.yaml_edit import EditWentWrong
from tests.application.editing.hands import ASKED, FIRM, TALK, Hands
from tests.library_on_disk import LibraryOnDisk


@pytest.fixture
def hands(disk: LibraryOnDisk) -> Hands:
    return Hands(disk.folder)


def afresh(hands: Hands) -> None:
    """What is in memory is what anyone reads from the files, with every problem in its place."""
    read = read_files(hands.folder)
    assert hands.desk.resolved.approaches == read.resolved.approaches
    assert hands.desk.resolved.replies == read.resolved.replies
    assert hands.desk.files.whole() == read.whole()


def test_a_passage_that_is_linked_is_there_at_once_and_in_one_file(hands: Hands) -> None:
    before = hands.files()

    hands.link("rade should gro")

    (_, new) = hands.desk.resolved.approaches["talk"].approach.positions[0].claims[0].evidence
    assert (new.quotation.words, new.paragraph) == ("trade should grow", "¶1")
    assert new.standing.exact
    assert hands.files() == before, "the window does not wait for the disk"
    assert hands.desk.history.next_undo is not None
    assert command.undo(hands.desk.history.next_undo.kind) == "Undo linking a passage"

    assert hands.save()
    after = hands.files()
    assert {name for name in after if after[name] != before[name]} == {"talk.yaml"}
    afresh(hands)
    assert check_library(hands.folder)[0].problems == ()


OPERATIONS: tuple[Callable[[Hands], object], ...] = (
    lambda hands: hands.word("go-on", "Talks should go on."),
    lambda hands: hands.word("not-real", "Critics: “no”, they say # so it is"),
    lambda hands: hands.link("trade should grow"),
    lambda hands: hands.link("over\n\nPAGE 2\n\ninto the next page", "not-real"),
    lambda hands: hands.make("Nobody spoke of the neighbours.", "Nobody spoke"),
    lambda hands: hands.make("Nobody spoke of them.", "Nobody spoke", "objections"),
    lambda hands: hands.delete("go-on"),
    lambda hands: hands.delete("not-real"),
    lambda hands: hands.move("go-on", "objections", 0),
    lambda hands: hands.move("go-on", "channels", 0),
    lambda hands: hands.answer("Talks should go on."),
    lambda hands: hands.answer(""),
    lambda hands: hands.cover("only one is heard"),
    lambda hands: hands.copy_approach("Talk on", "C"),
    lambda hands: hands.delete_approach("firm"),
    lambda hands: hands.delete_approach("talk"),
    lambda hands: hands.save(),
)
NOT_THERE = (KeyError, IndexError)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> LibraryOnDisk:
    return LibraryOnDisk.make(tmp_path_factory.mktemp("library") / "small")


@pytest.fixture
def copies() -> Iterator[Path]:
    with TemporaryDirectory() as folder:
        yield Path(folder)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(OPERATIONS), max_size=8), st.booleans())
def test_whatever_is_done_is_undone_byte_for_byte_and_done_again(
    library: LibraryOnDisk,
    copies: Path,
    operations: list[Callable[[Hands], object]],
    saved_between: bool,
) -> None:
    folder = copies / "library"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(library.folder, folder)
    hands = Hands(folder)
    history, before = hands.desk.history, hands.files()
    for operation in operations:
        try:
            operation(hands)
        except NOT_THERE:  # what it is about is gone by now
            continue
    hands.save()
    done = hands.files()
    afresh(hands)

    while history.undo() is not None:
        if saved_between:
            hands.save()
    hands.save()
    assert hands.files() == before
    afresh(hands)

    while history.redo() is not None:
        if saved_between:
            hands.save()
    hands.save()
    assert hands.files() == done
    afresh(hands)


def test_what_an_editor_changed_meanwhile_stays_beside_ours(
    hands: Hands, disk: LibraryOnDisk
) -> None:
    hands.word("go-on", "Talks go on.")
    disk.replace(TALK, "title: Keep talking", "title: Talk on  # as it is called now")
    disk.replace(TALK, "only one critic is heard", "two critics are heard")

    hands.save()

    text = disk.read(TALK)
    assert "title: Talk on  # as it is called now" in text
    assert "text: Talks go on." in text
    assert hands.desk.approach("talk").title == "Talk on"
    afresh(hands)

    hands.desk.history.undo()
    hands.save()
    assert "text: Talks should continue." in disk.read(TALK)
    assert "title: Talk on  # as it is called now" in disk.read(TALK)
    afresh(hands)


def test_the_same_words_changed_by_an_editor_are_kept_and_ours_beside_them(
    hands: Hands, disk: LibraryOnDisk
) -> None:
    hands.word("go-on", "Mine.")
    disk.replace(TALK, "Talks should continue.", "Theirs.")
    theirs = disk.read(TALK)

    hands.save()

    assert disk.read(TALK) == theirs
    (beside,) = (disk.folder / "options").glob("talk (*")
    assert "text: Mine." in beside.read_text("utf-8")
    assert claim_in(hands.desk.approach("talk"), "go-on").text == "Theirs."
    assert hands.desk.history.next_undo is None, "what did not come about cannot be undone"
    told = [one.kind for one in check_library(disk.folder)[0].problems]
    assert told == [ProblemKind.CONFLICT_COPY]


def test_a_file_that_was_removed_meanwhile_does_not_come_back_under_its_name(
    hands: Hands, disk: LibraryOnDisk
) -> None:
    hands.word("go-on", "Mine.")
    disk.path(TALK).unlink()

    hands.save()

    assert not disk.path(TALK).exists()
    (beside,) = (disk.folder / "options").glob("talk (*")
    assert "text: Mine." in beside.read_text("utf-8")
    assert "talk" not in hands.desk.resolved.approaches


def test_a_file_that_somebody_made_meanwhile_is_not_overwritten(
    hands: Hands, disk: LibraryOnDisk
) -> None:
    assert hands.copy_approach("Talk on", "C") == "talk-on"
    disk.write("options/talk-on.yaml", disk.read(FIRM).replace("cue: B", "cue: D"))
    theirs = disk.read("options/talk-on.yaml")

    hands.save()

    assert disk.read("options/talk-on.yaml") == theirs
    assert hands.desk.approach("talk-on").cue == "D"
    assert len(list((disk.folder / "options").glob("talk-on (*"))) == 1


def test_an_outside_change_is_looked_at_and_what_is_not_yet_saved_is_kept(
    hands: Hands, disk: LibraryOnDisk
) -> None:
    assert not hands.desk.look(TALK)
    disk.replace(TALK, "title: Keep talking", "title: Talk on")
    assert hands.desk.look(TALK)
    assert hands.desk.approach("talk").title == "Talk on"
    afresh(hands)
    disk.path(FIRM).unlink()
    assert hands.desk.look(FIRM)
    assert list(hands.desk.resolved.approaches) == ["talk"]

    hands.word("go-on", "Mine.")
    disk.replace(TALK, "title: Talk on", "title: Talk")
    assert not hands.desk.look(TALK), "it waits for ours to be written"
    hands.save()
    assert hands.desk.approach("talk").title == "Talk"
    assert "text: Mine." in disk.read(TALK)


def test_two_windows_on_one_library_keep_what_both_do(disk: LibraryOnDisk) -> None:
    one, other = Hands(disk.folder), Hands(disk.folder)

    one.word("go-on", "Talks go on.")
    other.word("not-real", "Critics call it unreal.")
    one.link("trade should grow")
    one.save()
    other.save()

    assert claim_in(other.desk.approach("talk"), "go-on").text == "Talks go on."
    assert one.desk.look(TALK)
    assert one.desk.approach("talk") == other.desk.approach("talk")
    one.desk.history.undo()
    one.save()
    assert "Critics call it unreal." in disk.read(TALK)
    assert "quote: trade should grow" not in disk.read(TALK)
    afresh(one)


def test_what_breaks_the_rules_is_refused_in_the_words_of_loading_and_changes_nothing(
    hands: Hands,
) -> None:
    before, resolved = hands.files(), hands.desk.resolved

    with pytest.raises(NotToBeWritten) as refused:
        hands.word("go-on", " ")
    assert [one.file for one in refused.value.problems] == [TALK]
    with pytest.raises(NotToBeWritten):
        hands.change(CommandKind.CHANGE_APPROACH, lambda form: form._replace(cue="LONG"))
    with pytest.raises(EditWentWrong):
        hands.change(CommandKind.CHANGE_APPROACH, lambda form: form._replace(title=" Talk "))

    hands.save()
    assert (hands.files(), hands.desk.resolved) == (before, resolved)
    assert hands.desk.history.next_undo is None


def test_what_would_be_wrong_is_told_before_it_is_done(hands: Hands) -> None:
    form = hands.desk.approach("talk")

    told = hands.desk.would_be_wrong("talk", form._replace(cue="B"))

    assert [(one.file, one.kind) for one in told] == [(TALK, ProblemKind.DUPLICATE_NAME)]
    assert hands.desk.would_be_wrong("talk", form._replace(cue="D")) == ()


def test_a_change_that_the_file_cannot_take_is_taken_back_and_is_no_step(
    hands: Hands, disk: LibraryOnDisk
) -> None:
    disk.replace(TALK, "quote: His critics", "qoute: His critics")
    broken = Hands(disk.folder)
    text = disk.read(TALK)

    broken.change(
        CommandKind.UNLINK_PASSAGE, lambda form: evidence.unlink_passage(form, "not-real", 0)
    )
    broken.word("go-on", "Talks go on.")
    assert broken.save()

    assert disk.read(TALK) == text.replace("Talks should continue.", "Talks go on.")
    afresh(broken)
    assert broken.desk.history.undo() == Changed(files=frozenset({TALK}))
    broken.save()
    assert disk.read(TALK) == text
    assert broken.desk.history.undo() is None


def test_a_step_of_two_files_of_which_one_is_refused_is_taken_back_whole(
    hands: Hands, disk: LibraryOnDisk
) -> None:
    first, second = hands.desk.approach("firm"), hands.desk.approach("talk")
    changes = {
        FIRM: first._replace(gist="Be firm."),
        TALK: second._replace(title="Mine"),
    }
    hands.desk.do(CommandKind.CHANGE_APPROACH, changes)
    disk.replace(TALK, "title: Keep talking", "title: Theirs")
    before = hands.files()

    hands.save()
    hands.save()

    (beside,) = (disk.folder / "options").glob("talk (*")
    assert "title: Mine" in beside.read_text("utf-8")
    beside.unlink()
    assert hands.files() == before
    assert hands.desk.history.next_undo is None
    afresh(hands)


def test_the_shipped_library_is_not_changed() -> None:
    desk = LibraryDesk(shipped_library(), History())

    with pytest.raises(ReadOnlyLibrary):
        desk.change_approach(
            "containment", CommandKind.CHANGE_APPROACH, lambda form: form._replace(title="Mine")
        )

    assert desk.approach("containment").title != "Mine"
    assert desk.writer.waiting == frozenset()


def test_questions_are_reordered_and_every_approach_follows(
    hands: Hands, disk: LibraryOnDisk
) -> None:
    before = disk.read(ASKED)
    one, two = hands.desk.questions()

    hands.desk.do(CommandKind.MOVE_QUESTION, {ASKED: (two, one)})

    rows = [one.dimension for one in hands.desk.resolved.approaches["talk"].approach.positions]
    assert rows == ["objections", "channels"]
    hands.save()
    afresh(hands)
    hands.desk.history.undo()
    hands.save()
    assert disk.read(ASKED) == before
    afresh(hands)


def test_a_question_goes_with_what_is_said_to_it_as_one_step(hands: Hands) -> None:
    before, desk = hands.files(), hands.desk
    desk.do(
        CommandKind.DELETE_QUESTION,
        {
            ASKED: questions.delete_question(desk.questions(), "objections"),
            **{
                f"options/{id}.yaml": questions.without_cell(desk.approach(id), "objections")
                for id in ("talk", "firm")
            },
        },
    )
    hands.save()

    assert check_library(hands.folder)[0].problems == ()
    afresh(hands)
    desk.history.undo()
    hands.save()
    assert hands.files() == before
    afresh(hands)


def test_the_thread_writes_what_waits_before_it_ends(hands: Hands, disk: LibraryOnDisk) -> None:
    hands.desk.writer.start()
    for number in range(5):
        hands.word("go-on", f"Talks go on, {number}.")
    hands.desk.writer.stop()

    hands.desk.collect()
    assert "text: Talks go on, 4." in disk.read(TALK)
    afresh(hands)
