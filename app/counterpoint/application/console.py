"""What the program writes to its console: words, and nothing that acts on a terminal.

File names, texts and YAML come from others. An escape sequence in them could clear the screen,
write to the clipboard, or show other words than are there.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TextIO, cast

from counterpoint.domain.control_characters import escaped


class _Shown:
    """A stream as which `sys.stdout` can stand.

    It has no `fileno`, by which Python knows a terminal to which it writes colours: those are
    escape sequences too.
    """

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        self.stream.write(escaped(text))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        self.stream.flush()

    def isatty(self) -> bool:
        return self.stream.isatty()

    @property
    def closed(self) -> bool:
        return self.stream.closed

    @property
    def encoding(self) -> str:
        return self.stream.encoding

    @property
    def errors(self) -> str | None:
        return self.stream.errors

    @property
    def reconfigure(self) -> Callable[..., None]:
        """Raises AttributeError if the stream cannot be."""
        reconfigure: Callable[..., None] = cast(Any, self.stream).reconfigure
        return reconfigure


@contextmanager
def shown_on_console() -> Iterator[None]:
    """Whatever is written to the console meanwhile, by anybody, is made visible; and what Python
    says at its end, of an error that nobody has caught."""
    before = sys.stdout, sys.stderr
    # Without a console, as on Windows, there is none.
    sys.stdout, sys.stderr = (cast(TextIO, _Shown(each)) if each else each for each in before)
    try:
        yield
    except SystemExit:
        sys.stdout, sys.stderr = before
        raise
    sys.stdout, sys.stderr = before


def tell(text: str, *, moving: bool = False) -> None:
    """Writes `text` to the error stream; what is in it acts on a terminal only if `moving`. Where
    the stream is gone, as when the terminal was closed, the pipe is broken or the disk is full, it
    goes nowhere, and so does all that follows: it never raises, for it is told while something
    else goes wrong, or ends. The one place that writes there."""
    if sys.stderr is None:  # as on Windows without a console
        return
    stream = unwrapped(sys.stderr) if moving else sys.stderr
    try:
        stream.write(text)
        stream.flush()
    except OSError:
        write_no_more(sys.stderr)
    except ValueError:  # somebody has closed it
        return


def somebody_looks_on() -> bool:
    """Whether the error stream is a terminal."""
    return sys.stderr is not None and not sys.stderr.closed and sys.stderr.isatty()


def write_no_more(stream: TextIO) -> None:
    """Lets what is still in the buffer go nowhere, or Python would complain of it at its end, with
    an exit code of its own. Where there is no file behind the stream, nothing is done."""
    try:
        there = unwrapped(stream).fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
    except OSError:
        return
    os.dup2(nowhere, there)
    os.close(nowhere)


def unwrapped(stream: TextIO) -> TextIO:
    """The stream itself, which has a `fileno`."""
    return stream.stream if isinstance(stream, _Shown) else stream
