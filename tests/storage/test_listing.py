"""Whatever stands among the files of a library is read or told, never passed over in silence."""

import os

import pytest

from counterpoint.application.anchor import anchor_library
from counterpoint.domain.problem import Problem
from counterpoint.storage.library_folder import read_library
from tests.library_on_disk import LibraryOnDisk


def only(problems: tuple[Problem, ...]) -> str:
    (problem,) = problems
    return problem.message


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("options/answers.yaml", "options/answers.yml"),
        ("options/dimensions.yaml", "options/dimensions.YAML"),
        ("corpus/library.yaml", "corpus/library.yml"),
        ("corpus/letter.txt", "corpus/letter.text"),
    ],
)
def test_a_file_named_nearly_right_is_told(disk: LibraryOnDisk, right: str, wrong: str) -> None:
    disk.write("options/answers.yaml", "answers: []\n")
    disk.path(right).rename(disk.path(wrong))

    problems = read_library(disk.folder).contents.problems

    (message,) = [problem.message for problem in problems if problem.file == wrong]
    assert message.endswith(f"rename it to {right.partition('/')[2]}")


def test_a_file_that_stands_there_under_both_names_is_told(disk: LibraryOnDisk) -> None:
    disk.write("options/dimensions.yml", "")

    assert only(read_library(disk.folder).contents.problems).endswith(
        "remove it: there is dimensions.yaml too"
    )


@pytest.mark.parametrize("name", ["options/answers.yaml", "options/three.yaml", "corpus/two.yaml"])
@pytest.mark.parametrize("itself", [False, True])
def test_a_link_that_leads_to_no_file_is_told(disk: LibraryOnDisk, name: str, itself: bool) -> None:
    path = disk.path(name)
    path.symlink_to(path.name if itself else "nowhere.yaml")

    problems = read_library(disk.folder).contents.problems
    told = anchor_library(disk.folder).problems

    for found in (problems, told):
        (message,) = [problem.message for problem in found if problem.file == name]
        assert "the link leads to no file" in message


@pytest.mark.parametrize("name", ["Three", "three_four", "three--four", "-three"])
def test_a_name_that_is_no_id_is_told_with_the_remedy(disk: LibraryOnDisk, name: str) -> None:
    disk.write(f"options/{name}.yaml", "")

    assert only(read_library(disk.folder).contents.problems).endswith(
        "use small letters and digits, parted by single hyphens"
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
@pytest.mark.parametrize(
    "name",
    [
        "options/answers.yaml",
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
        (problem.file, problem.message) for problem in problems
    }
