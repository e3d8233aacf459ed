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


_WRITERS = ("storage/files/", "storage/notes/notes_folder", "storage/library/kept_files")
_TAKING_IN = "application/importing/"
"""What changes a disk, and what says in which order."""

Moment = tuple[str, str, str]
"""Of which file and function, and whether that begins or ends."""


@contextmanager
def asked_at(where: str, moment: int, number: int) -> Iterator[list[Moment]]:
    """Sends the signal when the function `where` calls, or returns from, one of ours the `moment`th
    time, never at 0; tells what they were."""
    seen: list[Moment] = []
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
        seen.append((code.co_filename.rpartition("/counterpoint/")[2], code.co_name, event))
        if len(seen) == moment:
            os.kill(os.getpid(), number)

    was = sys.getprofile()
    sys.setprofile(watch)
    try:
        yield seen
    finally:
        sys.setprofile(was)


def telling(seen: list[Moment], every: int) -> list[int]:
    """The moments, from 1, at which the disk may be another than before: the first and the last end
    of each function that writes or orders writing; and of all others one in `every`."""
    chosen = set(range(1, len(seen) + 1, every))
    for order in (1, -1):
        numbered = list(enumerate(seen, 1))[::order]
        first: dict[Moment, int] = {}
        for number, moment in numbered:
            first.setdefault(moment, number)
        chosen |= {
            number
            for (file, _, event), number in first.items()
            if event == "return" and file.startswith((*_WRITERS, _TAKING_IN))
        }
    # Of an error in a generator that is being closed Python only warns: what asks is lost there.
    return sorted(
        n for n in chosen if all(name != "<genexpr>" for _, name, _ in seen[n - 1 : n + 2])
    )


def left_by(
    disk: LibraryOnDisk, words: list[str], where: str, every: int, number: int
) -> Iterator[set[str]]:
    """What stands in the library's folder that was not there, after it was asked to end at each
    moment that tells, and last after it was not asked at all; it is taken away again."""
    before = everything(disk.folder)

    def left(moment: int) -> tuple[set[str], list[Moment]]:
        with asked_at(where, moment, number) as seen:
            code = run([*words, "--library", str(disk.folder)])
        assert code == 0 if moment == 0 else code in (0, 128 + number)
        after = everything(disk.folder)
        found = {name for name, data in after.items() if before.get(name) != data}
        for name in found:
            (disk.folder / name).unlink()
        for name in found & set(before):
            disk.path(name).write_bytes(before[name])
        return found, seen

    left(0)  # the first makes folders and imports modules
    whole, seen = left(0)
    for moment in telling(seen, every):
        yield left(moment)[0]
    yield whole


@pytest.mark.parametrize(("number", "every"), [(signal.SIGTERM, 41), (signal.SIGINT, 67)])
def test_of_notes(disk: LibraryOnDisk, tmp_path: Path, number: int, every: int) -> None:
    both = [ANNOTATION | {"id": f"urn:x:{n}", "bodyValue": f"Look {n}."} for n in range(2)]
    (tmp_path / "two.jsonld").write_text(json.dumps(both), "utf-8")
    words = ["import-annotations", str(tmp_path / "two.jsonld")]

    numbers = [len(left) for left in left_by(disk, words, "save_notes", every, number)]

    assert set(numbers) == {0, len(both)}
    assert numbers[0] == 0
    assert numbers[-1] == len(both)


def test_of_descriptions(disk: LibraryOnDisk, tmp_path: Path) -> None:
    item = {"id": "a", "title": "A letter", "type": "letter", "language": "fr"}
    (tmp_path / "theirs.json").write_text(json.dumps([item]), "utf-8")
    words = ["import-references", str(tmp_path / "theirs.json")]

    found = list(left_by(disk, words, "_written", 41, signal.SIGTERM))
    assert all(left <= {"corpus/letter.yaml"} for left in found)
    assert found[-1]


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
