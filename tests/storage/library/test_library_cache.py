"""The cache saves time and nothing else: whatever is wrong with it, the files are the truth."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from counterpoint.domain.approach import Approach
from counterpoint.storage.files.json_codec import NotOurs, pack, unpack
from counterpoint.storage.library.library_cache import CacheGone, cache_file, cached, read_afresh
from counterpoint.storage.library.library_folder import read_library
from tests.kept_cache import rewrite
from tests.library_on_disk import LibraryOnDisk


def unheard(done: int, total: int, name: str) -> None:
    """Progress that nobody waits for."""


def test_what_the_cache_gives_is_what_the_files_say(disk: LibraryOnDisk, tmp_path: Path) -> None:
    whole = read_library(disk.folder)
    read_afresh(disk.folder, tmp_path, unheard)

    kept = cached(disk.folder, tmp_path)

    assert kept is not None
    assert kept.contents == whole.contents
    assert tuple(kept.approach(head.id) for head in kept.contents.approaches) == whole.approaches
    with pytest.raises(KeyError):
        kept.approach("nobody")


@pytest.mark.parametrize("name", ["corpus/letter.txt", "options/talk.yaml", "corpus/letter.yaml"])
def test_a_file_that_was_touched_makes_the_cache_stale(
    disk: LibraryOnDisk, tmp_path: Path, name: str
) -> None:
    read_afresh(disk.folder, tmp_path, unheard)
    state = disk.path(name).stat()

    os.utime(disk.path(name), ns=(state.st_atime_ns, state.st_mtime_ns + 1))

    assert cached(disk.folder, tmp_path) is None


def test_a_file_altered_in_place_whose_time_was_put_back_makes_the_cache_stale(
    disk: LibraryOnDisk, tmp_path: Path
) -> None:
    read_afresh(disk.folder, tmp_path, unheard)
    path = disk.path("options/talk.yaml")
    state = path.stat()

    with path.open("r+b") as file:
        file.write(path.read_bytes().replace(b"Talks should continue.", b"Talks should be ended."))
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))

    assert path.stat().st_size == state.st_size
    assert cached(disk.folder, tmp_path) is None


def test_what_was_altered_while_it_was_read_is_not_kept(
    disk: LibraryOnDisk, tmp_path: Path
) -> None:
    def altering(done: int, total: int, name: str) -> None:
        if name == "options/talk.yaml":
            disk.replace("options/firm.yaml", "Be firm before talking.", "Be firm.")

    read = read_afresh(disk.folder, tmp_path, altering)

    assert [problem.kind for problem in read.contents.problems] == []
    assert not cache_file(tmp_path, disk.folder).exists()


def test_a_new_file_makes_the_cache_stale(disk: LibraryOnDisk, tmp_path: Path) -> None:
    read_afresh(disk.folder, tmp_path, unheard)

    disk.write("options/replies.yaml", "replies: []\n")

    assert cached(disk.folder, tmp_path) is None


@pytest.mark.parametrize("lost", [1, 4, 60, 1_000, 10_000_000])
def test_a_damaged_cache_is_not_used(disk: LibraryOnDisk, tmp_path: Path, lost: int) -> None:
    read_afresh(disk.folder, tmp_path, unheard)
    path = cache_file(tmp_path, disk.folder)
    path.write_bytes(path.read_bytes()[:-lost])

    assert cached(disk.folder, tmp_path) is None


def test_a_cache_with_one_byte_altered_is_not_used(disk: LibraryOnDisk, tmp_path: Path) -> None:
    read_afresh(disk.folder, tmp_path, unheard)
    path = cache_file(tmp_path, disk.folder)
    data = path.read_bytes()
    assert data.count(b"Talks should continue.") == 1

    path.write_bytes(data.replace(b"Talks should continue.", b"Talks should discontinue."))
    assert cached(disk.folder, tmp_path) is None

    head, contents, sources, one, other = data.split(b"\n")
    path.write_bytes(b"\n".join([head, contents, sources, other, one]))
    assert cached(disk.folder, tmp_path) is None

    path.write_bytes(data)
    assert cached(disk.folder, tmp_path) is not None


DEEP = b"[" * 200_000


def test_a_cache_nested_without_end_is_not_used(disk: LibraryOnDisk, tmp_path: Path) -> None:
    read_afresh(disk.folder, tmp_path, unheard)
    path = cache_file(tmp_path, disk.folder)

    head, _, *approaches = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([head, DEEP, *approaches]))
    assert cached(disk.folder, tmp_path) is None

    rewrite(path, lambda lines: [DEEP, *lines[1:]])
    assert cached(disk.folder, tmp_path) is None


def test_an_approach_nested_without_end_is_said_to_be_gone(
    disk: LibraryOnDisk, tmp_path: Path
) -> None:
    read_afresh(disk.folder, tmp_path, unheard)
    rewrite(cache_file(tmp_path, disk.folder), lambda lines: [*lines[:2], DEEP, DEEP])
    kept = cached(disk.folder, tmp_path)

    assert kept is not None
    with pytest.raises(CacheGone):
        kept.approach("talk")


@pytest.mark.parametrize(
    "alter",
    [
        lambda disk: disk.write("options/three.yml", ""),
        lambda disk: disk.write("corpus/new.TXT", "words"),
        lambda disk: disk.path("options/three.yaml").mkdir(),
        lambda disk: disk.path("options/replies.yaml").symlink_to("nowhere.yaml"),
        lambda disk: disk.path("options/talk.yaml").chmod(0o600),
    ],
    ids=["other ending", "capitals", "a folder", "a link to nothing", "permissions"],
)
def test_whatever_makes_a_problem_makes_the_cache_stale(
    disk: LibraryOnDisk, tmp_path: Path, alter: Callable[[LibraryOnDisk], object]
) -> None:
    disk.path("options/talk.yaml").chmod(0o644)
    read_afresh(disk.folder, tmp_path, unheard)

    alter(disk)

    assert cached(disk.folder, tmp_path) is None


def test_a_problem_mended_makes_the_cache_stale(disk: LibraryOnDisk, tmp_path: Path) -> None:
    disk.write("options/three.yml", "")
    assert read_afresh(disk.folder, tmp_path, unheard).contents.problems
    kept = cached(disk.folder, tmp_path)
    assert kept is not None and kept.contents.problems

    disk.path("options/three.yml").unlink()

    assert cached(disk.folder, tmp_path) is None


def test_what_has_nothing_to_do_with_the_library_leaves_the_cache_alone(
    disk: LibraryOnDisk, tmp_path: Path
) -> None:
    read_afresh(disk.folder, tmp_path, unheard)

    disk.write("options/.talk.yaml.swp", "")
    disk.write("options/.hidden.yaml", "")
    disk.write("corpus/.DS_Store", "")

    assert cached(disk.folder, tmp_path) is not None


def test_a_cache_that_cannot_be_written_costs_nothing(disk: LibraryOnDisk, tmp_path: Path) -> None:
    (tmp_path / "libraries").write_text("a file where the folder should be")

    read = read_afresh(disk.folder, tmp_path, unheard)

    assert read.contents.problems == ()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has other permissions")
@pytest.mark.parametrize("name", ["cache", "cache/libraries", "the file"])
def test_a_cache_that_others_can_write_is_not_believed_and_made_anew(
    disk: LibraryOnDisk, tmp_path: Path, name: str
) -> None:
    cache = tmp_path / "cache"
    before = os.umask(0)
    try:
        read_afresh(disk.folder, cache, unheard)
        assert cached(disk.folder, cache) is not None
        file = cache_file(cache, disk.folder)
        (file if name == "the file" else tmp_path / name).chmod(0o777)

        assert cached(disk.folder, cache) is None
        read_afresh(disk.folder, cache, unheard)
    finally:
        os.umask(before)

    assert cached(disk.folder, cache) is not None
    modes = [path.stat().st_mode & 0o777 for path in (cache, file.parent, file)]
    assert modes == [0o700, 0o700, 0o600]


def test_a_link_in_the_cache_is_neither_read_nor_written_through(
    disk: LibraryOnDisk, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    read_afresh(disk.folder, cache, unheard)
    file, mine = cache_file(cache, disk.folder), tmp_path / "mine.txt"
    file.rename(mine)
    file.symlink_to(mine)
    words = mine.read_bytes()
    assert cached(disk.folder, cache) is None

    disk.write("options/replies.yaml", "replies: []\n")
    read_afresh(disk.folder, cache, unheard)

    assert mine.read_bytes() == words
    assert not file.is_symlink()
    assert cached(disk.folder, cache) is not None


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
    packed = pack(read_library(disk.folder).approaches[0])
    assert unpack(Approach, packed) == read_library(disk.folder).approaches[0]

    for spoilt in (packed[:-1], [packed[0], {}], None, [1, 2], [*packed, "more"]):
        with pytest.raises(NotOurs):
            unpack(Approach, spoilt)
