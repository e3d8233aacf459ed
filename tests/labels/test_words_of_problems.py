"""What `check` and `anchor` say of a broken library, word for word as it was said before."""

import shutil
import sys
from pathlib import Path

import pytest

from counterpoint.cli.main import run
from tests.labels.broken_libraries import Break, breaks
from tests.library_on_disk import LibraryOnDisk

SAID = Path(__file__).with_name("words_of_problems.txt")
"""For each break a line with its name, then what `check` and `anchor` say, a problem to a line."""

ALL = "no question has named answers yet"
"""What is said of the small library, broken or not: once tested elsewhere is enough."""


def said_of(disk: LibraryOnDisk, broken: Break, capsys: pytest.CaptureFixture[str]) -> list[str]:
    broken(disk)
    told = []
    for command in ("check", "anchor"):
        run([command, str(disk.folder)])
        lines = capsys.readouterr().out.replace(str(disk.folder), "FOLDER").splitlines()
        told += [f"  {command}: {line}" for line in lines if line.endswith("]") and ALL not in line]
    return told


@pytest.mark.skipif(sys.platform != "linux", reason="the system's words, and its names of files")
def test_every_problem_is_worded_as_it_was(
    disk: LibraryOnDisk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[str] = []
    for number, (name, broken) in enumerate(breaks()):
        folder = tmp_path / str(number) / "small"
        shutil.copytree(disk.folder, folder)
        told += [f"{name}:", *said_of(LibraryOnDisk(folder), broken, capsys)]

    assert told == SAID.read_text("utf-8").split("\n")[:-1]
