"""Reading text files strictly: UTF-8, and what is wrong told with its line and column."""

import codecs
import errno
import re
import stat
from contextlib import suppress
from pathlib import Path

from counterpoint.domain.faults.file_fault import FileFault
from counterpoint.domain.problem import Problem, ProblemKind

from .plain_file import NotAFile, read_plain
from .unreadable import Unreachable, Unreadable

NO_TEXT = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML refuses wherever it stands."""
_LINE_BREAKS = re.compile("[\r\u2028\u2029\x0b\x0c\x85]")
_EACH_BREAK = "\r\u2028\u2029\x0b\x0c\x85"


def read_bytes(path: Path, name: str) -> bytes:
    """The bytes of a file. `name` is how messages call it. Raises Unreadable; Unreachable where the
    file may be as it was, and the system does not let it be read."""
    try:
        data, _ = read_plain(path)
    except NotAFile as error:
        raise Unreadable(not_a_file(name, error)) from error
    except OSError as error:
        kind = Unreadable if isinstance(error, FileNotFoundError) else Unreachable
        raise kind(not_read(path, name, error)) from error
    return data


def not_a_file(name: str, error: NotAFile) -> Problem:
    """What is wrong where no file is."""
    fault = FileFault.FOLDER_IN_THE_WAY if error.is_folder else FileFault.NO_FILE
    return Problem(name, None, None, ProblemKind.UNREADABLE, fault)


def not_read(path: Path, name: str, error: OSError) -> Problem:
    """What is wrong where the system does not let a file be read."""
    gone = isinstance(error, FileNotFoundError)
    kind = ProblemKind.MISSING if gone else ProblemKind.UNREADABLE
    with suppress(OSError):
        if error.errno in (errno.ENOENT, errno.ELOOP) and stat.S_ISLNK(path.lstat().st_mode):
            return Problem(name, None, None, kind, FileFault.LINK_TO_NOTHING)
    if gone:
        return Problem(name, None, None, kind, FileFault.NOT_THERE)
    denied = isinstance(error, PermissionError)
    fault = FileFault.NOT_ALLOWED if denied else FileFault.NOT_READ
    return Problem(name, None, None, kind, fault, (error.strerror or str(error),))


def decode(data: bytes, name: str) -> str:
    """`data` as UTF-8. Raises Unreadable with the place of the first byte that is not."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        raise Unreadable(
            Problem(
                name,
                line,
                column,
                ProblemKind.ENCODING,
                FileFault.NOT_UTF8,
                (f"0x{data[error.start]:02x}",),
            )
        ) from error


def read_source_text(path: Path, name: str) -> tuple[str, str]:
    """The canonical text of a source and the sha256 of its bytes.

    Raises Unreadable if the file is not UTF-8, begins with a byte-order mark, or holds line
    breaks other than line feeds: with those, positions would depend on who reads the file.
    """
    data = read_bytes(path, name)
    if data.startswith(codecs.BOM_UTF8):
        fault = FileFault.BYTE_ORDER_MARK
        raise Unreadable(Problem(name, 1, 1, ProblemKind.BYTE_ORDER_MARK, fault))
    text = decode(data, name)
    # One by one first: 20 times as quick where none is there, as nearly always.
    breaks = _LINE_BREAKS.search(text) if any(mark in text for mark in _EACH_BREAK) else None
    if breaks is not None:
        line, column = place(text, breaks.start())
        sign, kind = breaks.group(), ProblemKind.LINE_ENDINGS
        raise Unreadable(
            Problem(name, line, column, kind, FileFault.CARRIAGE_RETURN)
            if sign == "\r"
            else Problem(name, line, column, kind, FileFault.LINE_BREAK, (sign,))
        )
    if not text.strip():
        fault = FileFault.EMPTY_TEXT
        raise Unreadable(Problem(name, None, None, ProblemKind.UNREADABLE, fault))
    return text, digest(data)


def digest(data: bytes) -> str:
    """sha256 in hexadecimal."""
    import hashlib  # OpenSSL: 3 ms and 3 MB, and a library from the cache opens without it

    return hashlib.sha256(data).hexdigest()


def place(text: str, position: int) -> tuple[int, int]:
    """Line and column, both from 1, of a code point."""
    line = text.count("\n", 0, position) + 1
    return line, position - text.rfind("\n", 0, position)
