"""Importing Qt for Python without two things that it does at every start.

PySide carries Python modules inside its libraries as source and compiles them each time, which is a
sixth of what a bare program takes to start; here the compiled code is kept, as Python keeps that of
modules in files. And it puts an import of its own in place of Python's, which reads the source of
every module that is imported later, for the sake of `from __feature__ import`, which is not used
here; the plain one is put back.
"""

import builtins
import marshal
import os
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from types import CodeType
from typing import Any

_FUTURE = 0x1FE0000
"""The bits of a code's flags that `from __future__` sets, which what it compiles inherits: those of
`__future__.all_feature_names` that change how source is read."""


def import_qt(cache: Path) -> None:
    """Imports the widgets and what they need. `cache` is the folder for what can be worked out
    again; where it cannot be written, the next start is slower and nothing else."""
    code = KeptCode(cache / f"qt-{sys.implementation.cache_tag}.code")
    plain_import, plain_compile = builtins.__import__, builtins.compile
    builtins.compile = code.compile
    try:
        import PySide6.QtWidgets  # noqa: F401
    finally:
        builtins.compile = plain_compile
        builtins.__import__ = plain_import
    code.keep()


_Key = tuple[str, str, int]
"""Name, mode and inherited flags."""


class KeptCode:
    """Compiled code in a file, each with the source that it was compiled from."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._plain: Callable[..., Any] = builtins.compile
        self._there = _read(file)
        self._used: dict[_Key, tuple[str | bytes, CodeType]] = {}
        self._new = False

    def compile(self, source: Any, filename: Any, mode: str, *rest: Any, **named: Any) -> Any:
        """As Python's own; what was compiled from the same source before is taken from there."""
        # What Python's own would see as its caller, and inherit from.
        flags = sys._getframe(1).f_code.co_flags & _FUTURE
        if rest or named or not isinstance(source, str | bytes) or not isinstance(filename, str):
            return self._plain(source, filename, mode, *rest, **named)
        key = (filename, mode, flags)
        kept = self._there.get(key)
        if kept is None or kept[0] != source:
            self._new = True
            kept = (source, self._plain(source, filename, mode, flags, dont_inherit=True))
        self._used[key] = kept
        return kept[1]

    def keep(self) -> None:
        """Writes what was used, if any of it is new."""
        if not self._new:
            return
        from counterpoint.storage import atomic

        data = marshal.dumps(self._used)
        try:
            if self._file.exists() and not _ours_alone(self._file.stat()):
                return  # on a disk without permissions it would be no better the next time
            self._file.parent.mkdir(parents=True, exist_ok=True)
            atomic.write(self._file, _head(data) + data)
            self._file.chmod(0o600)  # else, by many a umask, others of the group could write to it
        except (OSError, atomic.NotWritten):
            return


def _head(data: bytes) -> bytes:
    """One line: which Python it is, and a sum of the rest, as marshal trusts what it reads."""
    return f"{sys.version!r} {zlib.crc32(data)}\n".encode()


def _read(file: Path) -> dict[_Key, tuple[str | bytes, CodeType]]:
    """What is kept, or nothing where it is damaged, of another Python, or may be another's."""
    try:
        with file.open("rb") as opened:
            if not _ours_alone(os.fstat(opened.fileno())):
                return {}
            head, data = opened.readline(), opened.read()
    except OSError:
        return {}
    if head != _head(data):
        return {}
    kept: dict[_Key, tuple[str | bytes, CodeType]] = marshal.loads(data)
    return kept


def _ours_alone(state: os.stat_result) -> bool:
    """Code is run only from a file that nobody else could have written."""
    if not hasattr(os, "getuid"):  # Windows: the folder is the person's own
        return True
    return state.st_uid == os.getuid() and not state.st_mode & 0o022
