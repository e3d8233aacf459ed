"""What is written is there whole and stays as it was where it cannot be written."""

import errno
import os
import signal
import stat
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from counterpoint.labels.refusal import reason, remedy
from counterpoint.storage.files import atomic


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of 64 kB."""
    if sys.platform != "linux":
        pytest.skip("other systems mount in other ways")
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "none", place], check=False, capture_output=True
    )
    if made.returncode:
        pytest.skip("mounting a small disk needs root")
    yield place
    subprocess.run(["umount", place], check=True)


def strays(folder: Path) -> list[Path]:
    return list(folder.glob(f"{atomic.TEMPORARY}*"))


def test_writes_a_new_file_and_replaces_it(tmp_path: Path) -> None:
    file = tmp_path / "note.md"
    atomic.write(file, b"first")
    atomic.write(file, b"second")
    assert file.read_bytes() == b"second"
    assert strays(tmp_path) == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems flush by other calls")
def test_the_words_are_on_the_disk_before_the_name_and_the_name_before_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a power cut could leave an empty file, or the old one after it was said to be saved."""
    file = tmp_path / "note.md"
    file.write_bytes(b"first")
    flushed: list[tuple[str, bytes]] = []
    fsync = os.fsync

    def seen(descriptor: int) -> None:
        folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        flushed.append(("folder" if folder else "file", file.read_bytes()))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", seen)

    atomic.write(file, b"second")

    assert flushed == [("file", b"first"), ("folder", b"second")]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems flush by other calls")
def test_folders_that_are_made_have_durable_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[Path] = []
    fsync = os.fsync

    def seen(descriptor: int) -> None:
        flushed.append(Path(f"/proc/self/fd/{descriptor}").readlink())
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", seen)

    atomic.make_folder(tmp_path / "a" / "b")

    assert flushed == [tmp_path, tmp_path / "a"]


def test_keeps_the_permissions_of_a_file_that_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "note.md"
    file.write_bytes(b"first")
    file.chmod(0o640)
    atomic.write(file, b"second")
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_new_file_follows_the_umask_and_is_not_private(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    atomic.write(tmp_path / "note.md", b"")
    assert (tmp_path / "note.md").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    real, link = tmp_path / "elsewhere" / "real.md", tmp_path / "link.md"
    real.write_bytes(b"first")
    link.symlink_to(real)
    atomic.write(link, b"second")
    assert link.is_symlink()
    assert real.read_bytes() == b"second"


def test_a_full_disk_is_named_and_the_old_file_untouched(small_disk: Path) -> None:
    file = small_disk / "note.md"
    atomic.write(file, b"first")
    with pytest.raises(atomic.DiskFull) as caught:
        atomic.write(file, b"x" * 200_000)
    assert reason(caught.value.refusal) == "the disk is full"
    assert str(file) in str(caught.value)
    assert isinstance(caught.value.__cause__, OSError)
    assert file.read_bytes() == b"first"
    assert strays(small_disk) == []


def test_a_file_over_the_limit_is_named(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    file = tmp_path / "note.md"
    atomic.write(file, b"first")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(atomic.FileTooLarge):
            atomic.write(file, b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert file.read_bytes() == b"first"
    assert strays(tmp_path) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(atomic.FolderGone):
        atomic.write(tmp_path / "gone" / "note.md", b"")


def test_a_file_in_the_folders_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes").write_bytes(b"")
    with pytest.raises(atomic.FolderGone):
        atomic.write(tmp_path / "notes" / "note.md", b"")


def test_a_name_that_is_too_long_is_named(tmp_path: Path) -> None:
    with pytest.raises(atomic.NameTooLong):
        atomic.write(tmp_path / ("n" * 300), b"")
    assert strays(tmp_path) == []


def raising(number: int) -> Callable[..., None]:
    def act(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return act


@pytest.mark.parametrize(
    ("number", "failure"),
    [
        (errno.ENOSPC, atomic.DiskFull),
        (errno.EDQUOT, atomic.QuotaFull),
        (errno.EROFS, atomic.ReadOnlyDisk),
        (errno.EACCES, atomic.NotAllowed),
        (errno.EIO, atomic.DiskFailing),
        (errno.ELOOP, atomic.NotWritten),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_whatever_the_system_refuses_the_old_file_stays(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    number: int,
    failure: type[atomic.NotWritten],
) -> None:
    file = tmp_path / "note.md"
    file.write_bytes(b"first")
    with monkeypatch.context() as patch:
        patch.setattr(os, call, raising(number))
        with pytest.raises(failure) as caught:
            atomic.write(file, b"second")
    assert type(caught.value) is failure
    assert remedy(caught.value.refusal)
    assert file.read_bytes() == b"first"
    assert strays(tmp_path) == []


def test_a_moments_refusal_is_waited_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "note.md"
    file.write_bytes(b"first")
    refusals = [1, 2]
    real = os.replace

    def replace(*names: str) -> None:
        if refusals:
            refusals.pop()
            raise PermissionError(errno.EACCES, "held by a scanner")
        real(*names)

    monkeypatch.setattr(os, "replace", replace)
    atomic.write(file, b"second")
    assert file.read_bytes() == b"second"


def test_folders_are_made_as_deep_as_needed(tmp_path: Path) -> None:
    atomic.make_folder(tmp_path / "a" / "b" / "c")
    atomic.make_folder(tmp_path / "a" / "b" / "c")
    assert (tmp_path / "a" / "b" / "c").is_dir()
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(atomic.FileInTheWay):
        atomic.make_folder(tmp_path / "file" / "d")


def test_what_a_killed_process_left_is_cleared(tmp_path: Path) -> None:
    killed = subprocess.run(
        [
            sys.executable,
            "-c",
            textwrap.dedent(
                """
                import os, signal, sys
                from pathlib import Path
                from counterpoint.storage.files import atomic
                os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
                atomic.write(Path(sys.argv[1]), b"half")
                """
            ),
            tmp_path / "note.md",
        ],
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert killed.returncode == -signal.SIGKILL
    assert len(strays(tmp_path)) == 1
    (tmp_path / "other.tmp").write_bytes(b"not ours")
    assert atomic.clear_strays(tmp_path) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["other.tmp"]


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has no such permissions")
def test_what_is_private_is_never_anybody_elses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the file in its place nor the one that is put there, also over one that was open."""
    modes: list[int] = []
    true_replace = os.replace

    def replace(*names: str) -> None:
        modes.append(Path(names[0]).stat().st_mode & 0o777)
        true_replace(*names)

    file = tmp_path / "code"
    file.write_bytes(b"old")
    file.chmod(0o666)
    monkeypatch.setattr(os, "replace", replace)
    before = os.umask(0)
    try:
        atomic.write(file, b"new", private=True)
    finally:
        os.umask(before)

    assert file.read_bytes() == b"new"
    assert [*modes, file.stat().st_mode & 0o777] == [0o600, 0o600]
