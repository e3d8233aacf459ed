"""Nothing is taken from a file or a folder that somebody else may have written."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from counterpoint.storage.files.own_file import NotOwn, make_own_folder, read_own

NOBODY = 65_534

posix = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has other permissions")
as_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away"
)


@pytest.fixture(autouse=True)
def open_to_all() -> Iterator[None]:
    """As a careless person has it."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A cache with one file in it, all right."""
    folder = make_own_folder(tmp_path / "cache", "kept")
    (folder / "file").write_bytes(b"words")
    (folder / "file").chmod(0o600)
    return tmp_path / "cache"


def test_what_nobody_else_can_write_is_read(root: Path) -> None:
    assert read_own(root, "kept", "file") == b"words"
    for folder in (root, root / "kept"):
        assert folder.stat().st_mode & 0o777 == 0o700


@posix
@pytest.mark.parametrize("name", ["", "kept", "kept/file"])
@pytest.mark.parametrize("mode", [0o720, 0o702, 0o722])
def test_what_others_may_write_is_not_read(root: Path, name: str, mode: int) -> None:
    (root / name).chmod(mode)

    with pytest.raises(NotOwn):
        read_own(root, "kept", "file")


@as_root
@pytest.mark.parametrize("name", ["", "kept", "kept/file"])
def test_what_belongs_to_another_is_not_read(root: Path, name: str) -> None:
    os.chown(root / name, NOBODY, -1)

    with pytest.raises(NotOwn):
        read_own(root, "kept", "file")


@posix
@pytest.mark.parametrize("name", ["", "kept", "kept/file"])
def test_links_are_not_followed(root: Path, tmp_path: Path, name: str) -> None:
    (root / name).rename(tmp_path / "elsewhere")
    (root / name).symlink_to(tmp_path / "elsewhere")

    with pytest.raises(OSError, match=r"."):
        read_own(root, "kept", "file")


def test_on_a_system_without_owners_links_are_not_followed_either(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "O_DIRECTORY")
    assert read_own(root, "kept", "file") == b"words"
    (root / "kept").rename(tmp_path / "elsewhere")
    (root / "kept").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(NotOwn):
        read_own(root, "kept", "file")


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _folder(path: Path) -> None:
    path.mkdir()


@posix
@pytest.mark.parametrize("make", [_pipe, _folder])
def test_what_is_no_file_is_not_waited_for(root: Path, make: Callable[[Path], None]) -> None:
    (root / "kept" / "file").unlink()
    make(root / "kept" / "file")
    (root / "kept" / "file").chmod(0o700)

    with pytest.raises(OSError, match=r"."):
        read_own(root, "kept", "file")


@posix
def test_a_folder_that_stood_open_is_closed(tmp_path: Path) -> None:
    (tmp_path / "cache" / "kept").mkdir(parents=True)
    assert (tmp_path / "cache").stat().st_mode & 0o777 == 0o777

    assert make_own_folder(tmp_path / "cache", "kept") == tmp_path / "cache" / "kept"

    for name in ("cache", "cache/kept"):
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o700


@posix
def test_a_link_or_a_file_where_the_folder_should_be_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o755)
    (tmp_path / "cache").symlink_to("elsewhere")
    (tmp_path / "file").write_text("words")

    for name in ("cache", "file"):
        with pytest.raises(NotOwn):
            make_own_folder(tmp_path / name, "kept")

    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert (tmp_path / "elsewhere").stat().st_mode & 0o777 == 0o755


@as_root
def test_anothers_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "cache").mkdir(mode=0o755)
    os.chown(tmp_path / "cache", NOBODY, -1)

    with pytest.raises(NotOwn):
        make_own_folder(tmp_path / "cache", "kept")
