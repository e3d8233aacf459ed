"""Reading text files strictly: UTF-8, and what is wrong told with its line and column."""

import codecs
import errno
import re
import stat
from contextlib import suppress
from pathlib import Path

from counterpoint.domain.problem import Problem, ProblemKind

from .plain_file import NotAFile, read_plain
from .unreadable import Unreachable, Unreadable

NO_TEXT = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML refuses wherever it stands."""
_LINE_BREAKS = re.compile("[\r\u2028\u2029\x0b\x0c\x85]")
_NAMES = {
    "\r": "a carriage return",
    "\u2028": "a Unicode line separator (U+2028)",
    "\u2029": "a Unicode paragraph separator (U+2029)",
    "\x0b": "a vertical tab (U+000B)",
    "\x0c": "a form feed (U+000C)",
    "\x85": "a next-line character (U+0085)",
}


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
    what = (
        "there is a folder of this name where a file should be; rename or remove it"
        if error.is_folder
        else "this is a pipe, a device or the like; put a file in its place"
    )
    return Problem(name, None, None, ProblemKind.UNREADABLE, what)


def not_read(path: Path, name: str, error: OSError) -> Problem:
    """What is wrong where the system does not let a file be read."""
    kind = ProblemKind.UNREADABLE
    denied = isinstance(error, PermissionError)
    remedy = "check its permissions" if denied else "see that its disk is connected and in order"
    what = f"the file cannot be read ({error.strerror or error}); {remedy}"
    if isinstance(error, FileNotFoundError):
        kind, what = ProblemKind.MISSING, "the file is not there; put it back or write it"
    with suppress(OSError):
        if error.errno in (errno.ENOENT, errno.ELOOP) and stat.S_ISLNK(path.lstat().st_mode):
            what = "the link leads to no file; put the file there, or remove the link"
    return Problem(name, None, None, kind, what)


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
                f"the byte 0x{data[error.start]:02x} is not UTF-8; save the file again as UTF-8",
            )
        ) from error


def read_source_text(path: Path, name: str) -> tuple[str, str]:
    """The canonical text of a source and the sha256 of its bytes.

    Raises Unreadable if the file is not UTF-8, begins with a byte-order mark, or holds line
    breaks other than line feeds: with those, positions would depend on who reads the file.
    """
    data = read_bytes(path, name)
    if data.startswith(codecs.BOM_UTF8):
        raise Unreadable(
            Problem(
                name,
                1,
                1,
                ProblemKind.BYTE_ORDER_MARK,
                "the text begins with a byte-order mark; save it as UTF-8 without one",
            )
        )
    text = decode(data, name)
    # One by one first: 20 times as quick where none is there, as nearly always.
    breaks = _LINE_BREAKS.search(text) if any(mark in text for mark in _NAMES) else None
    if breaks is not None:
        line, column = place(text, breaks.start())
        raise Unreadable(
            Problem(
                name,
                line,
                column,
                ProblemKind.LINE_ENDINGS,
                f"the text holds {_NAMES[breaks.group()]}; "
                + (
                    "save it with line feeds (LF) only"
                    if breaks.group() == "\r"
                    else "put a line feed (a new line) in its place"
                ),
            )
        )
    if not text.strip():
        raise Unreadable(
            Problem(name, None, None, ProblemKind.UNREADABLE, "the text is empty; put it back")
        )
    return text, digest(data)


def digest(data: bytes) -> str:
    """sha256 in hexadecimal."""
    import hashlib  # OpenSSL: 3 ms and 3 MB, and a library from the cache opens without it

    return hashlib.sha256(data).hexdigest()


def place(text: str, position: int) -> tuple[int, int]:
    """Line and column, both from 1, of a code point."""
    line = text.count("\n", 0, position) + 1
    return line, position - text.rfind("\n", 0, position)
