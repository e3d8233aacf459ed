"""Putting an export where a person wants it: whole, or not at all."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from counterpoint.storage.files import atomic
from counterpoint.storage.files.half_made import noted

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

    def fill(file: BinaryIO) -> None:
        file.write(data)

    stream_out(path, fill)


def stream_out(path: Path, fill: Callable[[BinaryIO], None]) -> None:
    """As `write_out`, of what is too large for the memory: `fill` is given a file to write to, and
    may raise to have nothing written."""
    check_target(path)
    real = Path(os.path.realpath(path))
    temporary = atomic.temporary_beside(real)
    try:
        with noted(temporary):
            atomic.write_by(real, temporary, fill)
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
