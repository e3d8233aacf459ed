"""Streams that take nothing any more, as a program's error stream may be when it is written to."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

KINDS = [
    kind
    for kind, there in {
        "full disk": Path("/dev/full").exists(),
        "broken pipe": True,
        "closed terminal": hasattr(os, "openpty"),
    }.items()
    if there
]


@contextmanager
def gone(kind: str) -> Iterator[int]:
    """The descriptor of a stream of one of `KINDS`, to give to a child as its error stream."""
    if kind == "full disk":
        writing = os.open("/dev/full", os.O_WRONLY)
    else:
        reading, writing = os.pipe() if kind == "broken pipe" else os.openpty()
        os.close(reading)
    try:
        yield writing
    finally:
        os.close(writing)
