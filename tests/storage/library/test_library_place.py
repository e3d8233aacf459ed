"""A folder that may not be looked into is said to be so, by every way into the library."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.library.library_place import check_place
from tests.library_on_disk import LibraryOnDisk

# Root may look into everything: without these two rights it is as anybody.
_RIGHTS = "-dac_override,-dac_read_search"
_AS_ANYBODY = ["setpriv", f"--bounding-set={_RIGHTS}", f"--inh-caps={_RIGHTS}"]

CHILD = """
import json, sys
from pathlib import Path

from counterpoint.application.library.anchor import anchor_library
from counterpoint.application.library.check import check_library
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.labels.problem import in_a_line
from counterpoint.storage.files.unreadable import Unreadable

folder, cache = map(Path, sys.argv[1:])
told = [[in_a_line(problem) for problem in check_library(folder)[0].problems]]
for way in (
    lambda: anchor_library(folder),
    lambda: OpenedLibrary.from_cache(folder, cache),
    lambda: OpenedLibrary.open(folder, cache),
):
    try:
        way()
    except Unreadable as error:
        told.append([in_a_line(problem) for problem in error.problems])
    else:
        told.append([])
print(json.dumps(told))
"""


def told(folder: Path, cache: Path) -> list[list[str]]:
    done = subprocess.run(
        [
            *(_AS_ANYBODY if os.geteuid() == 0 else ()),
            sys.executable,
            "-c",
            CHILD,
            str(folder),
            str(cache),
        ],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": "app"},
        check=False,
    )
    assert done.stderr == ""
    found: list[list[str]] = json.loads(done.stdout)
    return found


@pytest.fixture
def opened_again(disk: LibraryOnDisk) -> Iterator[None]:
    yield
    for folder in (disk.folder, disk.path("corpus"), disk.path("options")):
        folder.chmod(0o755)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has no such permissions")
@pytest.mark.usefixtures("opened_again")
@pytest.mark.parametrize("mode", [0o000, 0o444, 0o311])
@pytest.mark.parametrize("part", ["corpus", "options"])
def test_a_part_that_may_not_be_looked_into_is_named(
    disk: LibraryOnDisk, tmp_path: Path, part: str, mode: int
) -> None:
    disk.path(part).chmod(mode)

    assert told(disk.folder, tmp_path) == 4 * [
        [
            f"{part}/: the folder cannot be looked into (Permission denied); check its permissions "
            "[unreadable]"
        ]
    ]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has no such permissions")
@pytest.mark.usefixtures("opened_again")
@pytest.mark.parametrize("above", [False, True])
def test_a_library_that_may_not_be_looked_into_is_named(
    disk: LibraryOnDisk, tmp_path: Path, above: bool
) -> None:
    inner = LibraryOnDisk.make(disk.path("inner/small")).folder
    closed = disk.folder if above else inner
    closed.chmod(0)

    try:
        for (problem,) in told(inner, tmp_path):
            assert problem.startswith(f"{inner}: the folder cannot be looked into (Permission")
            assert "and those of the folders above it" in problem
    finally:
        closed.chmod(0o755)


def test_a_file_or_a_circle_of_links_is_no_library(disk: LibraryOnDisk) -> None:
    with pytest.raises(Unreadable, match="file is no folder"):
        check_place(disk.path("corpus/letter.txt"))
    with pytest.raises(Unreadable, match="no such folder"):
        check_place(disk.path("corpus/letter.txt/below"))
    disk.path("round").symlink_to("round")
    with pytest.raises(Unreadable, match="folder closed"):
        check_place(disk.path("round"))
