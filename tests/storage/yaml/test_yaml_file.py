"""What YAML may not hold is told where it stands."""

import pytest

from counterpoint.domain.problem import ProblemKind
from counterpoint.labels.problem import sentence
from counterpoint.storage.library.library_folder import read_library
from counterpoint.storage.yaml.yaml_nodes import DEEPEST
from tests.library_on_disk import LibraryOnDisk


@pytest.mark.parametrize("sign", ["\x07", "\x00", "\x7f", "\x9f", "\ufffe"])
@pytest.mark.parametrize("windows", [False, True])
def test_a_sign_that_yaml_may_not_hold_is_told_where_it_stands(
    disk: LibraryOnDisk, sign: str, windows: bool
) -> None:
    text = disk.read("options/talk.yaml").replace("# Written", "# “Written”")
    text = text.replace("gist: Talk,", f"gist: Talk{sign},")
    disk.write("options/talk.yaml", "\ufeff" + text.replace("\n", "\r\n") if windows else text)

    problems = read_library(disk.folder).contents.problems

    (problem,) = [each for each in problems if each.file == "options/talk.yaml"]
    assert (problem.line, problem.column, problem.kind) == (3, 11, ProblemKind.SYNTAX)
    assert (
        sentence(problem) == f"YAML may not hold the unseen character U+{ord(sign):04X}; remove it"
    )


@pytest.mark.parametrize("more", [1, 10, 900])
def test_values_nested_deeper_than_any_of_ours_are_refused_where_they_begin_to_be(
    disk: LibraryOnDisk, more: int
) -> None:
    def deep(levels: int) -> list[tuple[ProblemKind, int | None, int | None]]:
        gist = "[" * levels + "x" + "]" * levels
        disk.write("options/talk.yaml", f"title: Talk\ngist: {gist}\n")
        found = [p for p in read_library(disk.folder).contents.problems if "talk" in p.file]
        return [(p.kind, p.line, p.column) for p in found if p.kind is ProblemKind.SYNTAX]

    # The keys of the file are the first level.
    assert deep(DEEPEST - 1) == []
    assert deep(DEEPEST - 1 + more) == [(ProblemKind.SYNTAX, 2, 7 + DEEPEST - 1)]
