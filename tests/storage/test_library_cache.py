"""The cache saves time and nothing else: whatever is wrong with it, the files are the truth."""

import os
from pathlib import Path

import pytest

from counterpoint.domain.option import Option
from counterpoint.storage.compact import NotOurs, pack, unpack
from counterpoint.storage.library_cache import cache_file, cached, read_afresh
from counterpoint.storage.library_folder import read_library
from tests.library_on_disk import LibraryOnDisk


def unheard(done: int, total: int, name: str) -> None:
    """Progress that nobody waits for."""


def test_what_the_cache_gives_is_what_the_files_say(disk: LibraryOnDisk, tmp_path: Path) -> None:
    whole = read_library(disk.folder)
    read_afresh(disk.folder, tmp_path, unheard)

    kept = cached(disk.folder, tmp_path)

    assert kept is not None
    assert kept.contents == whole.contents
    assert tuple(kept.option(head.id) for head in kept.contents.options) == whole.options
    with pytest.raises(KeyError):
        kept.option("nobody")


@pytest.mark.parametrize("name", ["corpus/letter.txt", "options/talk.yaml", "corpus/letter.yaml"])
def test_a_file_that_was_touched_makes_the_cache_stale(
    disk: LibraryOnDisk, tmp_path: Path, name: str
) -> None:
    read_afresh(disk.folder, tmp_path, unheard)
    state = disk.path(name).stat()

    os.utime(disk.path(name), ns=(state.st_atime_ns, state.st_mtime_ns + 1))

    assert cached(disk.folder, tmp_path) is None


def test_a_new_file_makes_the_cache_stale(disk: LibraryOnDisk, tmp_path: Path) -> None:
    read_afresh(disk.folder, tmp_path, unheard)

    disk.write("options/answers.yaml", "answers: []\n")

    assert cached(disk.folder, tmp_path) is None


@pytest.mark.parametrize("lost", [1, 4, 60, 1_000, 10_000_000])
def test_a_damaged_cache_is_not_used(disk: LibraryOnDisk, tmp_path: Path, lost: int) -> None:
    read_afresh(disk.folder, tmp_path, unheard)
    path = cache_file(tmp_path, disk.folder)
    path.write_bytes(path.read_bytes()[:-lost])

    assert cached(disk.folder, tmp_path) is None


def test_a_cache_that_cannot_be_written_costs_nothing(disk: LibraryOnDisk, tmp_path: Path) -> None:
    (tmp_path / "libraries").write_text("a file where the folder should be")

    read = read_afresh(disk.folder, tmp_path, unheard)

    assert read.contents.problems == ()


def test_progress_is_told_file_by_file(disk: LibraryOnDisk) -> None:
    told: list[tuple[int, int, str]] = []

    read_library(disk.folder, lambda done, total, name: told.append((done, total, name)))

    assert told == [
        (0, 3, "corpus/letter.yaml"),
        (1, 3, "options/firm.yaml"),
        (2, 3, "options/talk.yaml"),
        (3, 3, ""),
    ]


def test_what_has_another_shape_is_refused(disk: LibraryOnDisk) -> None:
    packed = pack(read_library(disk.folder).options[0])
    assert unpack(Option, packed) == read_library(disk.folder).options[0]

    for spoilt in (packed[:-1], [packed[0], {}], None, [1, 2], [*packed, "more"]):
        with pytest.raises(NotOurs):
            unpack(Option, spoilt)
