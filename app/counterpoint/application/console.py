"""What the program writes to its console: words, and nothing that acts on a terminal.

File names, texts and YAML come from others. An escape sequence in them could clear the screen,
write to the clipboard, or show other words than are there.
"""

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


def unwrapped(stream: TextIO) -> TextIO:
    """The stream itself, which has a `fileno`."""
    return stream.stream if isinstance(stream, _Shown) else stream
