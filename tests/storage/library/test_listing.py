"""Whatever stands among the files of a library is read or told, never passed over in silence."""

import os

import pytest

from counterpoint.application.library.anchor import anchor_library
from counterpoint.domain.problem import Problem
from counterpoint.labels.problem import sentence
from counterpoint.storage.library.library_folder import read_library
from tests.library_on_disk import LibraryOnDisk


def only(problems: tuple[Problem, ...]) -> str:
    (problem,) = problems
    return sentence(problem)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("options/replies.yaml", "options/replies.yml"),
        ("options/dimensions.yaml", "options/dimensions.YAML"),
        ("corpus/library.yaml", "corpus/library.yml"),
        ("corpus/letter.txt", "corpus/letter.text"),
    ],
)
def test_a_file_named_nearly_right_is_told(disk: LibraryOnDisk, right: str, wrong: str) -> None:
    disk.write("options/replies.yaml", "replies: []\n")
    disk.path(right).rename(disk.path(wrong))

    problems = read_library(disk.folder).contents.problems

    (message,) = [sentence(problem) for problem in problems if problem.file == wrong]
    assert message.endswith(f"rename it to {right.partition('/')[2]}")


def test_a_file_that_stands_there_under_both_names_is_told(disk: LibraryOnDisk) -> None:
    disk.write("options/dimensions.yml", "")

    assert only(read_library(disk.folder).contents.problems).endswith(
        "remove it: there is dimensions.yaml too"
    )


@pytest.mark.parametrize("name", ["options/replies.yaml", "options/three.yaml", "corpus/two.yaml"])
@pytest.mark.parametrize("itself", [False, True])
def test_a_link_that_leads_to_no_file_is_told(disk: LibraryOnDisk, name: str, itself: bool) -> None:
    path = disk.path(name)
    path.symlink_to(path.name if itself else "nowhere.yaml")

    problems = read_library(disk.folder).contents.problems
    told = anchor_library(disk.folder).problems

    for found in (problems, told):
        (message,) = [sentence(problem) for problem in found if problem.file == name]
        assert "the link leads to no file" in message


@pytest.mark.parametrize("name", ["Three", "three_four", "three--four", "-three"])
def test_a_name_that_is_no_id_is_told_with_the_remedy(disk: LibraryOnDisk, name: str) -> None:
    disk.write(f"options/{name}.yaml", "")

    assert only(read_library(disk.folder).contents.problems).endswith(
        "use small letters and digits, parted by single hyphens"
    )


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("options/new-seats.yaml.txt", "rename it to new-seats.yaml"),
        ("options/new-seats.yml.txt", "rename it to new-seats.yaml"),
        ("options/talk.yaml.txt", "remove it: there is talk.yaml too"),
        ("corpus/speech.txt.txt", "rename it to speech.txt"),
        ("corpus/FERRIES2.TXT", "rename it to ferries2.txt"),
        ("corpus/LETTER.TXT", "remove it: there is letter.txt too"),
        ("corpus/Ferries 2.yaml.txt", "rename it to ferries-2.yaml"),
        ("corpus/Ferries_2.YML", "rename it to ferries-2.yaml"),
        ("corpus/LIBRARY.YML", "remove it: there is library.yaml too"),
        ("options/AUX.YAML", "rename it to ID.yaml"),
        ("corpus/speech.yaml.txt", "rename it to speech.yaml"),
        (
            "corpus/Speech 1999.pdf",
            "a PDF is not read here; move it out of corpus/, and bring it in with counter",
        ),
        (
            "corpus/speech.DOCX",
            "a Word document is not read here; move it out of corpus/, and bring it in",
        ),
        ("corpus/notes.md", "a Markdown file is not read here; move it out of corpus/"),
        ("corpus/Mail 1999.eml", "a mail is not read here; save its text as mail-1999.txt"),
        ("corpus/figures.csv", "a file of this kind is not read"),
        ("corpus/LICENCE", "here stand texts (ID.txt) and their descriptions (ID.yaml)"),
        ("options/speech.txt", "a text is not read here; move it to corpus/"),
        ("options/draft.docx", "here stand YAML files (ID.yaml)"),
        ("corpus/letter.txt~", "this is a copy that an editor left"),
        ("options/talk.yaml.bak", "this is a copy that an editor left"),
        ("options/talk.yaml.orig", "this is a copy that a merge left"),
        ("corpus/library.txt", "“library” is the file on the library as a whole"),
    ],
)
def test_a_file_that_is_not_read_is_told_with_what_to_do(
    disk: LibraryOnDisk, name: str, says: str
) -> None:
    disk.write(name, "something")

    (problem,) = read_library(disk.folder).contents.problems

    assert problem.file == name
    assert says in sentence(problem)


def test_a_description_whose_name_is_mistyped_is_named(disk: LibraryOnDisk) -> None:
    disk.path("corpus/letter.yaml").rename(disk.path("corpus/lettre.yaml"))

    told = read_library(disk.folder).contents.problems

    first, waiting = (sentence(each) for each in told if each.file == "corpus/letter.txt")
    assert first.endswith("or write it, or rename corpus/lettre.yaml if that is it")
    assert waiting.startswith("the source was left out, and 4 quotations wait for it")


def test_a_folder_among_the_files_is_told(disk: LibraryOnDisk) -> None:
    disk.path("corpus/2020").mkdir()
    disk.write("corpus/2020/speech.txt", "Words.")

    (problem,) = read_library(disk.folder).contents.problems

    assert problem.file == "corpus/2020"
    assert "what is in a folder here is not read; move its files up" in sentence(problem)


@pytest.mark.parametrize(
    "copy",
    [
        "{}.sync-conflict-20261122-101530-ABCDEFG{}",
        "{} (Anna's conflicted copy 2026-11-22){}",
        "{} (conflicted copy 2026-11-22 101530){}",
        "{} (SFConflict anna@example.org 2026-11-22-10-15-30){}",
        "{}.Conflict{}",
        "{} (1){}",
        "{} 2{}",
        "{} - Copy{}",
        "{} copy{}",
        "{}-ANNAS-LAPTOP{}",
    ],
)
@pytest.mark.parametrize("original", ["options/talk.yaml", "corpus/letter.txt"])
def test_a_copy_kept_in_a_conflict_is_named_as_such(
    disk: LibraryOnDisk, copy: str, original: str
) -> None:
    stem, dot, ending = original.rpartition(".")
    name = copy.format(stem, dot + ending)
    disk.write(name, "something else")

    (problem,) = read_library(disk.folder).contents.problems

    assert problem.file == name
    right = original.partition("/")[2]
    assert sentence(problem).startswith(f"this is a copy of {right}, as programs for synchronising")
    assert sentence(problem).endswith("what it lacks, then remove the copy")


def test_a_copy_whose_original_is_gone_can_take_its_name(disk: LibraryOnDisk) -> None:
    disk.write("options/seats (conflicted copy).yaml", "something")

    assert only(read_library(disk.folder).contents.problems).endswith(
        "if it is the one to keep, rename it to seats.yaml"
    )


@pytest.mark.parametrize("id", ["con", "prn", "aux", "nul", "com1", "lpt9"])
@pytest.mark.parametrize("part", ["corpus/{}.txt", "corpus/{}.yaml", "options/{}.yaml"])
def test_what_windows_keeps_for_a_device_is_no_id(disk: LibraryOnDisk, id: str, part: str) -> None:
    name = part.format(id)
    disk.write(name, "title: Words\n")

    whole = read_library(disk.folder)
    (told,) = anchor_library(disk.folder).problems

    (problem,) = whole.contents.problems
    assert problem.file == told.file == name
    assert sentence(problem).endswith(f"Windows keeps “{id}” for a device, so choose another")
    assert len(whole.approaches) == 2


@pytest.mark.parametrize("name", ["corpus/Letter.txt", "corpus/LETTER.yaml", "options/Talk.yaml"])
def test_names_that_differ_in_capitals_only_are_refused(disk: LibraryOnDisk, name: str) -> None:
    if disk.path(name).exists():
        pytest.skip("this disk takes the two names for one")
    disk.write(name, "something")

    (problem,) = read_library(disk.folder).contents.problems

    assert problem.file == name
    assert f"it differs from {name.partition('/')[2].lower()} in capitals only" in sentence(problem)


@pytest.mark.parametrize(
    "name",
    [".DS_Store", "._letter.txt", "~$letter.yaml", "Thumbs.db", "desktop.ini", ".hidden.txt"],
)
def test_what_systems_keep_for_themselves_is_no_problem(disk: LibraryOnDisk, name: str) -> None:
    disk.write(f"corpus/{name}", "")
    disk.write(f"options/{name}", "")

    assert read_library(disk.folder).contents.problems == ()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
@pytest.mark.parametrize(
    "name",
    [
        "options/replies.yaml",
        "options/talk.yaml",
        "options/dimensions.yaml",
        "corpus/letter.yaml",
        "corpus/letter.txt",
    ],
)
def test_a_pipe_in_place_of_a_file_is_not_waited_for(disk: LibraryOnDisk, name: str) -> None:
    disk.path(name).unlink(missing_ok=True)
    os.mkfifo(disk.path(name))

    problems = read_library(disk.folder).contents.problems

    assert (name, "this is a pipe, a device or the like; put a file in its place") in {
        (problem.file, sentence(problem)) for problem in problems
    }
