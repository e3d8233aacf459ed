"""Printing what a command found, to whatever reads it. The commands print through this alone:
names, texts and YAML are others' words, and none of them may add a line or act on a terminal."""

import errno
import json
import sys
from collections.abc import Iterable

from counterpoint.application.console import tell, write_no_more
from counterpoint.domain.control_characters import on_one_line

_WIDTH = 100
"""Columns of a line that shows how far something is."""


def say(lines: Iterable[str]) -> bool:
    """Prints `lines`, each on a line of its own whatever is in it. Quiet where the reader has had
    enough, as `head` has; False, and the reason on the error stream, where they cannot be written
    for another cause."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):  # which writes out what is in the buffer
                # A Windows console or a pipe may not know every letter of a source.
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        for line in lines:
            print(on_one_line(line))
        if sys.stdout is not None:  # as it is without a console on Windows
            sys.stdout.flush()
    except OSError as error:
        return had_enough(error)
    return True


def had_enough(error: OSError) -> bool:
    """Writes no more. True if the reader has had enough; False, and the reason on the error
    stream, where writing failed for another cause."""
    write_no_more(sys.stdout)
    if error.errno in (errno.EPIPE, errno.EINVAL):  # the latter on Windows
        return True
    complain(f"counterpoint: the output was cut off ({error.strerror})")
    return False


def json_lines(value: object) -> list[str]:
    """`value` as JSON, for `say`; its strings stay what they are whatever is in them."""
    return json.dumps(value, ensure_ascii=False, indent=2).split("\n")


def complain(*lines: object) -> None:
    """To the error stream: why nothing, or not all, was done."""
    for line in lines:
        tell(f"{on_one_line(str(line))}\n")


def show_progress(line: str, *, done: bool) -> None:
    """In place of what was shown last, on the error stream; the cursor leaves it when `done`."""
    tell(f"\r{on_one_line(line)[:_WIDTH]:<{_WIDTH}}" + "\n" * done, moving=True)
