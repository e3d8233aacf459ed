"""A long PDF is read by two processes at once, with nothing missing whatever befalls the second."""

import os
import signal
import sys
import threading
import time
from pathlib import Path

import pypdfium2
import pytest

from counterpoint.storage.importers.pdf.pdf_lines import PdfPage, read_pages
from counterpoint.storage.importers.pdf.two_processes import read_all_pages
from tests.made_documents import Words, lines, pdf

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="one process reads it elsewhere")


def book(pages: int) -> bytes:
    """With words and the small mark of a footnote on each page."""
    return pdf(
        *(
            [
                *lines(*(f"line {n} of page {page}, at the café of peace" for n in range(40))),
                Words(300, 84, "told", 12),
                Words(323, 88, "7", 6),
                Words(300, 40, str(page)),
            ]
            for page in range(pages)
        ),
        drawn=["100 20 m 100 200 l S 80 110 m 300 110 l S"] * pages,
    )


def told(pages: list[PdfPage]) -> list[object]:
    return [
        (
            *page[2:],
            *([(each, each.at, each.bold, each.marks) for each in side] for side in page[:2]),
        )
        for page in pages
    ]


def one_by_one(document: pypdfium2.PdfDocument) -> list[PdfPage]:
    return list(read_pages(document.raw, range(len(document))))


def others() -> list[int]:
    """The processes that this thread's has started, but for those that read for other tests."""
    process = os.getpid()
    children = map(int, Path(f"/proc/{process}/task/{process}/children").read_text().split())
    return [each for each in children if each not in _BEFORE]


_BEFORE = set[int]()


@pytest.fixture(autouse=True)
def started_before() -> None:
    """Those that are there now are another test's."""
    _BEFORE.clear()
    _BEFORE.update(others())


def test_what_two_read_is_as_one_reads_it() -> None:
    document = pypdfium2.PdfDocument(book(100))
    last = one_by_one(document)[-1]
    assert any(line.marks for line in last.lines)

    assert repr(told(read_all_pages(document.raw, 100))) == repr(told(one_by_one(document)))
    assert not others()
    document.close()


def test_of_very_many_pages_each_process_takes_some_at_a_time() -> None:
    many = 1201
    document = pypdfium2.PdfDocument(pdf(*([Words(300, 40, str(page))] for page in range(many))))

    read = read_all_pages(document.raw, many)

    assert [line.text for page in read for line in page.lines] == [*map(str, range(many))]
    document.close()


def test_where_the_second_is_killed_the_first_reads_all() -> None:
    document = pypdfium2.PdfDocument(book(600))
    killed: list[int] = []

    def kill() -> None:
        end = time.monotonic() + 30
        while not killed and time.monotonic() < end:
            for process in others():
                os.kill(process, signal.SIGKILL)
                killed.append(process)

    killing = threading.Thread(target=kill)
    killing.start()
    read = read_all_pages(document.raw, 600)
    killing.join()

    assert killed
    assert repr(told(read)) == repr(told(one_by_one(document)))
    document.close()
