"""A system that refuses: stands between the program and its calls on what is in one folder.

Every function of `os`, `fcntl` and `io` through which Python's own code reaches a file is wrapped.
What Qt asks the system itself is not seen here.
"""

import builtins
import errno
import io
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

if sys.platform != "win32":
    import fcntl

ERRNOS = sorted(errno.errorcode)
"""Every number that the system has."""
_KINDS = {type(OSError(number, "")): number for number in reversed(ERRNOS)}
TELLING = sorted(
    {*_KINDS.values()}
    | {
        getattr(errno, name)
        for name in (
            "EIO",
            "ENOSPC",
            "EROFS",
            "ESTALE",
            "ENOTCONN",
            "EINVAL",
            "ENOSYS",
            "EOPNOTSUPP",
            "ELOOP",
        )
    }
)
"""One number of each kind of error that Python tells apart, and those that mean something here."""

_BY_PATH = (
    "stat",
    "lstat",
    "access",
    "listdir",
    "mkdir",
    "rmdir",
    "unlink",
    "remove",
    "rename",
    "replace",
    "link",
    "symlink",
    "readlink",
    "chmod",
    "utime",
    "truncate",
)
_BY_DESCRIPTOR = ("read", "write", "fsync", "fstat", "close", "fchmod", "ftruncate")

Refuse = Callable[[int, str], int | None]
"""Given how many calls came before and the name of this one: with which number it is refused, or
None."""


def nothing(_number: int, _name: str) -> None:
    """Refuses nothing."""


def call_at(at: int, number: int) -> Refuse:
    """The call before which `at` were made, and no other."""
    return lambda made, _: number if made == at else None


def calls_from(at: int, number: int) -> Refuse:
    """All calls but the first `at`."""
    return lambda made, _: number if made >= at else None


def calls_of(name: str, number: int) -> Refuse:
    return lambda _, call: number if call == name else None


def reading_a_folder(number: int) -> Refuse:
    """By either of the two calls for it: pathlib's differs from one Python to the next."""
    return lambda _, call: number if call in ("listdir", "scandir") else None


class RefusedCalls:
    """`refuse` says what is refused from now on; `made` has the names of the calls since `count`
    began anew, in order."""

    def __init__(self, patch: pytest.MonkeyPatch, folder: Path) -> None:
        if sys.platform == "win32":
            pytest.skip("Windows makes other calls")
        self.folder = str(folder)
        self.refuse: Refuse = nothing
        self.made: list[str] = []
        self._lock = threading.Lock()
        self._open: set[int] = set()
        for name in _BY_PATH:
            patch.setattr(os, name, self._by_path(name, getattr(os, name)))
        for name in _BY_DESCRIPTOR:
            patch.setattr(os, name, self._by_descriptor(name, getattr(os, name)))
        patch.setattr(os, "open", self._opening(os.open))
        patch.setattr(os, "scandir", self._scanning(os.scandir))
        patch.setattr(fcntl, "flock", self._by_descriptor("flock", fcntl.flock))
        for module in (io, builtins):
            patch.setattr(module, "open", self._by_path("io.open", io.open))

    def count(self) -> None:
        self.made = []

    def is_below(self, path: object) -> bool:
        if isinstance(path, int):
            return path in self._open
        whole = os.path.abspath(os.fsdecode(path))  # type: ignore[arg-type]  # noqa: PTH100
        return whole == self.folder or whole.startswith(f"{self.folder}{os.sep}")

    def called(self, name: str) -> None:
        """Raises what the system says, if it refuses."""
        with self._lock:
            number = self.refuse(len(self.made), name)
            self.made.append(name)
        if number is not None:
            raise OSError(number, os.strerror(number), self.folder)

    def _by_path(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Any = ".", *others: Any, **named: Any) -> Any:
            if self.is_below(path):
                self.called(name)
            return real(path, *others, **named)

        return call

    def _by_descriptor(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(descriptor: Any, *others: Any) -> Any:
            if descriptor not in self._open:
                return real(descriptor, *others)
            if name == "close":  # a close that is refused has closed all the same
                self._open.discard(descriptor)
                real(descriptor)
                return self.called(name)
            self.called(name)
            # No machine dies here: nothing need be waited for.
            return None if name == "fsync" else real(descriptor, *others)

        return call

    def _opening(self, real: Callable[..., int]) -> Callable[..., int]:
        def call(path: Any, *others: Any, **named: Any) -> int:
            if not self.is_below(path):
                return real(path, *others, **named)
            self.called("open")
            descriptor = real(path, *others, **named)
            self._open.add(descriptor)
            return descriptor

        return call

    def _scanning(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Any = ".") -> Any:
            if not self.is_below(path):
                return real(path)
            self.called("scandir")
            return _Entries(self, real(path))

        return call


class _Entries:
    def __init__(self, calls: RefusedCalls, real: Any) -> None:
        self._calls = calls
        self._real = real

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        self._real.close()

    def __iter__(self) -> Iterator["_Entry"]:
        for entry in self._real:
            self._calls.called("entry")
            yield _Entry(self._calls, entry)


class _Entry:
    def __init__(self, calls: RefusedCalls, real: "os.DirEntry[str]") -> None:
        self._calls = calls
        self._real = real
        self.name = real.name
        self.path = real.path

    def is_dir(self, *, follow_symlinks: bool = True) -> bool:
        self._calls.called("entry.is_dir")
        return self._real.is_dir(follow_symlinks=follow_symlinks)

    def is_symlink(self) -> bool:
        self._calls.called("entry.is_symlink")
        return self._real.is_symlink()

    def is_file(self, *, follow_symlinks: bool = True) -> bool:
        self._calls.called("entry.is_file")
        return self._real.is_file(follow_symlinks=follow_symlinks)

    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:
        self._calls.called("entry.stat")
        return self._real.stat(follow_symlinks=follow_symlinks)
