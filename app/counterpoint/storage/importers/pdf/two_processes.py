"""The pages of a long PDF, read by two processes at once where the system can make one of another.

PDFium may be asked by one thread at a time, and takes half of all the time that a PDF needs. The
second process is a copy of this one, with the document open in it. Each takes the next page from a
pipe in which the numbers of all stand, so that both are done together however fast they are.
Whatever befalls the second, what it took is read here instead, and what is wrong is told then.
"""

import marshal
import os
import signal
import sys
from collections.abc import Iterator
from itertools import starmap
from typing import Any

from counterpoint.storage.importers.limits import LIMITS

from .pdf_lines import PdfLine, PdfPage, read_pages
from .pdf_marks import Mark
from .pdf_rules import Rule, Rules

_LEAST = 60
"""Pages; fewer are read sooner than a process is made."""


def read_all_pages(document: Any, count: int) -> list[PdfPage]:
    """`document` is PDFium's own handle. Raises Refused if a page holds too much."""
    if sys.platform == "linux" and count >= _LEAST and len(os.sched_getaffinity(0)) > 1:
        return _by_two(document, count)
    return list(read_pages(document, range(count)))


if sys.platform == "linux":
    _NUMBER = 4
    """Bytes of a number in the pipe."""
    _WHOLE = b"all of it is there"
    """Behind what the second process has read."""
    _MOST = 1000
    """Numbers that stand in it: any pipe has room for so many."""

    def _by_two(document: Any, count: int) -> list[PdfPage]:
        numbers, filling = os.pipe()
        reading, writing = os.pipe()
        with os.fdopen(reading, "rb") as answer, os.fdopen(writing, "wb") as said:
            try:
                _fill(filling, count)
                other = _copied()
                if other is None:
                    return list(read_pages(document, range(count)))
                if other == 0:
                    _say(said.fileno(), document, numbers, count)
                said.close()
                try:
                    taken: list[int] = []
                    pages = list(read_pages(document, _next(numbers, count, taken)))
                    found = dict(zip(taken, pages, strict=True))
                    data = answer.read()
                    if data.endswith(_WHOLE):
                        others, packed = marshal.loads(data)  # noqa: S302 - our own
                        found |= zip(others, map(_unpacked, packed), strict=True)
                except BaseException:
                    os.kill(other, signal.SIGKILL)
                    raise
                finally:
                    os.waitpid(other, 0)
            finally:
                os.close(numbers)
        missing = [number for number in range(count) if number not in found]
        found |= zip(missing, read_pages(document, missing), strict=True)
        return [found[number] for number in range(count)]

    def _copied() -> int | None:
        """As `os.fork`; None where the system has no room for another process."""
        try:
            return os.fork()
        except OSError:
            return None

    def _fill(pipe: int, count: int) -> None:
        """Puts the numbers of all pages into `pipe`, which ends behind them; where there are very
        many, each stands for some."""
        with os.fdopen(pipe, "wb") as filled:
            for first in range(0, count, _at_a_time(count)):
                filled.write(first.to_bytes(_NUMBER, "little"))

    def _at_a_time(count: int) -> int:
        return -(-count // _MOST)

    def _next(numbers: int, count: int, taken: list[int]) -> Iterator[int]:
        """The pages that nobody has taken yet, one by one; each is put to those `taken`."""
        while number := os.read(numbers, _NUMBER):
            first = int.from_bytes(number, "little")
            for page in range(first, min(first + _at_a_time(count), count)):
                taken.append(page)
                yield page

    def _say(writing: int, document: Any, numbers: int, count: int) -> None:
        """In the other process, which ends here."""
        try:
            _limit()
            # The app, which waits for the first process, is not to wait for this one.
            low, high = sorted((writing, numbers))
            os.closerange(3, low)
            os.closerange(low + 1, high)
            os.closerange(high + 1, os.sysconf("SC_OPEN_MAX"))
            taken: list[int] = []
            packed = [*map(_packed, read_pages(document, _next(numbers, count, taken)))]
            rest = memoryview(marshal.dumps((taken, packed)))
            while rest:
                rest = rest[os.write(writing, rest) :]
            os.write(writing, _WHOLE)
            os.close(writing)  # sooner than the process ends
        finally:
            os._exit(0)

    def _limit() -> None:
        """Nobody watches over this process as over the first."""
        import resource

        for what, most in (
            (resource.RLIMIT_AS, LIMITS.memory),
            (resource.RLIMIT_CPU, int(LIMITS.seconds)),
        ):
            _, hard = resource.getrlimit(what)
            least = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(what, (least, hard))


def _packed(page: PdfPage) -> tuple[Any, ...]:
    """As plain tuples."""
    lines, sideways, *rest, rules = page
    plain = [[*map(tuple, each)] for each in rules]
    return ([*map(_packed_line, lines)], [*map(_packed_line, sideways)], *rest, plain)


def _packed_line(line: PdfLine) -> tuple[Any, ...]:
    marks = [*map(tuple, line.marks)]
    words = (line.text, line.at, line.left, line.right, line.y, line.top, line.size, line.bold)
    return (words, marks)


def _unpacked(page: tuple[Any, ...]) -> PdfPage:
    lines, sideways, *rest, (upright, level) = page
    rules = Rules([*starmap(Rule, upright)], [*starmap(Rule, level)])
    return PdfPage(*([*map(_line, lines)], [*map(_line, sideways)], *rest, rules))


def _line(packed: tuple[Any, ...]) -> PdfLine:
    words, marks = packed
    line = PdfLine(*words)
    if marks:
        line.marks = tuple(starmap(Mark, marks))
    return line
