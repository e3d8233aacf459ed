"""The pages of a long PDF, read by two processes at once where the system can part one in two.

PDFium may be asked by one thread at a time, and takes half of all the time that a PDF needs. The
second process is a copy of this one, with the document open in it. Whatever befalls it, its pages
are read here instead, and what is wrong with them is told then.
"""

import marshal
import os
import signal
import sys
from itertools import starmap
from typing import Any

from counterpoint.storage.importers.limits import LIMITS

from .pdf_lines import PdfLine, PdfPage, read_pages
from .pdf_marks import Mark
from .pdf_rules import Rule, Rules

_LEAST = 60
"""Pages; fewer are read sooner than a process is made."""
_HERE = 0.52
"""How much of them is read here: it takes the other some time to begin."""


def read_all_pages(document: Any, count: int) -> list[PdfPage]:
    """`document` is PDFium's own handle. Raises Refused if a page holds too much."""
    if sys.platform == "linux" and count >= _LEAST and len(os.sched_getaffinity(0)) > 1:
        return _by_two(document, count, int(_HERE * count))
    return list(read_pages(document, range(count)))


if sys.platform == "linux":

    def _by_two(document: Any, count: int, here: int) -> list[PdfPage]:
        reading, writing = os.pipe()
        with os.fdopen(reading, "rb") as answer, os.fdopen(writing, "wb") as said:
            try:
                other = os.fork()
            except OSError:  # the system has no room for one
                return list(read_pages(document, range(count)))
            if other == 0:
                _say(said.fileno(), document, range(here, count))
            said.close()
            try:
                pages = list(read_pages(document, range(here)))
                data = answer.read()
            except BaseException:
                os.kill(other, signal.SIGKILL)
                raise
            finally:
                _, status = os.waitpid(other, 0)
        if status != 0:
            return pages + list(read_pages(document, range(here, count)))
        return pages + [_unpacked(page) for page in marshal.loads(data)]  # noqa: S302 - our own

    def _say(writing: int, document: Any, pages: range) -> None:
        """In the other process, which ends here."""
        status = 1
        try:
            _limit()
            # The app, which waits for the first process, is not to wait for this one.
            os.closerange(3, writing)
            os.closerange(writing + 1, os.sysconf("SC_OPEN_MAX"))
            rest = memoryview(marshal.dumps([*map(_packed, read_pages(document, pages))]))
            while rest:
                rest = rest[os.write(writing, rest) :]
            status = 0
        finally:
            os._exit(status)

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
