"""Putting an export where a person wants it: whole, or not at all."""

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from counterpoint.storage.files import atomic
from counterpoint.storage.files.retry import retry

from .failing import NotExported, TargetRefused


def check_target(path: Path) -> None:
    """Raises NotExported if nothing can be written to `path`, so that it is known before the
    work is done."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        _check_folder(path)
        return
    except NotADirectoryError:
        raise NotExported(f"{path}: a file stands where its folder should be") from None
    except OSError as error:
        raise NotExported(f"{path}: it cannot be looked at ({error.strerror})") from error
    if stat.S_ISDIR(mode):
        raise NotExported(f"{path}: that is a folder; name a file in it")
    if not stat.S_ISREG(mode):
        raise NotExported(f"{path}: that is no file; name another")
    if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise NotExported(f"{path}: the file is read-only; allow writing to it, or name another")
    program = _open_in(path)
    if program:
        raise NotExported(f"{path}: the file is open in {program}; close it there, or name another")


def write_out(path: Path, data: bytes) -> None:
    """Puts `data` at `path`, in place of what is there. Raises NotExported; then what was there is
    untouched."""
    check_target(path)
    try:
        atomic.write(path, data)
    except atomic.NotWritten as error:
        raise TargetRefused(error) from error


def stream_out(path: Path, fill: Callable[[BinaryIO], None]) -> None:
    """As `write_out`, of what is too large for the memory: `fill` is given a file to write to, and
    may raise to have nothing written."""
    check_target(path)
    real = Path(os.path.realpath(path))
    temporary = real.with_name(f"{atomic.TEMPORARY}{os.urandom(8).hex()}.tmp")
    try:
        with atomic.refusing(path):
            try:
                with temporary.open("xb") as file:
                    fill(file)
                    file.flush()
                    os.fsync(file.fileno())
                retry(temporary.replace, real)
            except BaseException:
                with suppress(OSError):
                    temporary.unlink()
                raise
            atomic.flush_folder(real.parent)
    except atomic.NotWritten as error:
        raise TargetRefused(error) from error


def _check_folder(path: Path) -> None:
    if path.is_symlink():
        raise NotExported(f"{path}: that is a link to nothing; remove it, or name another file")
    if not path.parent.is_dir():
        raise NotExported(f"{path}: there is no folder {path.parent}; make it first")


def _open_in(path: Path) -> str:
    """The program that has left a sign beside the file that it holds it open, or ""."""
    signs = {
        f".~lock.{path.name}#": "LibreOffice",
        f"~${path.name}": "Word or Excel",
        f"~${path.name[2:]}": "Word or Excel",
    }
    return next((program for sign, program in signs.items() if path.with_name(sign).is_file()), "")
