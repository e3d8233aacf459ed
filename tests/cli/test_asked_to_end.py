"""A command that takes in is asked to end, at any moment: all of it is there, or nothing."""

import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest

from counterpoint.cli.main import run
from tests.importing_library import ANNOTATION, everything
from tests.library_on_disk import LibraryOnDisk
from tests.made_project import TEXT, WORDS, packed, qde

pytestmark = pytest.mark.skipif(os.name != "posix", reason="ends with a signal")


@contextmanager
def asked_at(where: str, moment: int, number: int) -> Iterator[list[int]]:
    """Sends the signal when the function `where` calls, or returns from, one of ours the `moment`th
    time; counts them."""
    count = [0]
    within = False

    def watch(frame: FrameType, event: str, _: object) -> None:
        nonlocal within
        code = frame.f_code
        if event not in ("call", "return") or "counterpoint" not in code.co_filename:
            return
        if code.co_name == where:
            within = event == "call"
        if not within:
            return
        count[0] += 1
        if count[0] == moment:
            os.kill(os.getpid(), number)

    was = sys.getprofile()
    sys.setprofile(watch)
    try:
        yield count
    finally:
        sys.setprofile(was)


def left_by(
    disk: LibraryOnDisk, words: list[str], where: str, every: int, number: int
) -> Iterator[set[str]]:
    """What stands in the library's folder that was not there, after it was asked to end at each
    moment; it is taken away again."""
    before = everything(disk.folder)
    moment, count = 1, [1]
    while count[0] >= moment - every:  # until it was done before it was asked
        with asked_at(where, moment, number) as count:
            code = run([*words, "--library", str(disk.folder)])
        assert code in (0, 128 + number)
        after = everything(disk.folder)
        left = {name for name, data in after.items() if before.get(name) != data}
        yield left
        for name in left:
            (disk.folder / name).unlink()
        for name in left & set(before):
            disk.path(name).write_bytes(before[name])
        moment += every


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_of_notes(disk: LibraryOnDisk, tmp_path: Path, number: int) -> None:
    both = [ANNOTATION | {"id": f"urn:x:{n}", "bodyValue": f"Look {n}."} for n in range(2)]
    (tmp_path / "two.jsonld").write_text(json.dumps(both), "utf-8")
    words = ["import-annotations", str(tmp_path / "two.jsonld")]

    numbers = [len(left) for left in left_by(disk, words, "save_notes", 3, number)]

    assert set(numbers) <= {0, len(both)}
    assert numbers[0] == 0


def test_of_descriptions(disk: LibraryOnDisk, tmp_path: Path) -> None:
    item = {"id": "a", "title": "A letter", "type": "letter", "language": "fr"}
    (tmp_path / "theirs.json").write_text(json.dumps([item]), "utf-8")
    words = ["import-references", str(tmp_path / "theirs.json")]

    for left in left_by(disk, words, "_written", 5, signal.SIGTERM):
        assert left <= {"corpus/letter.yaml"}


def test_of_a_new_library(tmp_path: Path) -> None:
    start = TEXT.index(WORDS)
    file = packed(tmp_path, qde(start, start + len(WORDS)))
    folder = tmp_path / "new"

    for moment in range(1, 60, 7):
        with asked_at("make_library", moment, signal.SIGTERM):
            assert run(["import-project", str(file), "--library", str(folder)]) == 143
        assert not folder.exists(), everything(folder)


def test_a_pipe_is_not_waited_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "a.counterpoint")

    assert run(["import-library", str(tmp_path / "a.counterpoint"), str(tmp_path / "new")]) == 1
    assert "it is no file" in capsys.readouterr().err
