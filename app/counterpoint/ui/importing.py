"""Importing Qt for Python without two things that it does at every start.

PySide carries Python modules inside its libraries as source and compiles them each time, which is a
sixth of what a bare program takes to start; here the compiled code is kept, as Python keeps that of
modules in files. And it puts an import of its own in place of Python's, which reads the source of
every module that is imported later, for the sake of `from __feature__ import`, and gives
`from PySide6.… import *` the names that are made when they are asked for; neither is used here, and
the plain one is put back.
"""

import builtins
import marshal
import os
import sys
import zlib
from collections.abc import Callable
from functools import partial
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

    def compile(
        self,
        source: Any,
        filename: Any,
        mode: str,
        flags: int = 0,
        dont_inherit: bool = False,
        optimize: int = -1,
        **named: Any,
    ) -> Any:
        """As Python's own; what was compiled from the same source before is taken from there."""
        if not dont_inherit:
            # What Python's own would see as its caller.
            flags |= sys._getframe(1).f_code.co_flags & _FUTURE
        plain = partial(self._plain, source, filename, mode, flags, True, optimize, **named)
        usual = optimize == -1 and not named and isinstance(filename, str)
        if not usual or not isinstance(source, str | bytes):
            return plain()
        key = (filename, mode, flags)
        kept = self._there.get(key)
        if kept is None or kept[0] != source:
            self._new = True
            kept = (source, plain())
        self._used[key] = kept
        return kept[1]

    def keep(self) -> None:
        """Writes what was used, if any of it is new."""
        if not self._new:
            return
        from counterpoint.storage import atomic

        data = marshal.dumps(self._used)
        try:
            if _is_vain(self._file):
                return
            self._file.parent.mkdir(parents=True, exist_ok=True)
            atomic.write(self._file, _head(data) + data, private=True)
            if not _ours_alone(self._file.stat()):
                atomic.write(self._file, b"", private=True)
        except (OSError, atomic.NotWritten):
            return


def _is_vain(file: Path) -> bool:
    """Whether an earlier start found that the disk knows no permissions: nothing kept there could
    be trusted, and it left an empty file that says so."""
    return file.exists() and not file.stat().st_size and not _ours_alone(file.stat())


def _head(data: bytes) -> bytes:
    """One line: which Python it is, how it compiles, and a sum of the rest, as marshal trusts what
    it reads."""
    return f"{sys.version!r} {sys.flags.optimize} {zlib.crc32(data)}\n".encode()


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
