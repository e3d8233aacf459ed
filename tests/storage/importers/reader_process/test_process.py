"""Documents are read in processes of their own, and none can keep one for itself."""

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from counterpoint.storage.importers.draft import Choices, Draft, Kind
from counterpoint.storage.importers.limits import LIMITS
from counterpoint.storage.importers.reader_process.process import AT_ONCE, Readers, Request
from counterpoint.storage.importers.refusal import Reason, Refused
from tests.made_documents import docx, w_p


def request(path: Path) -> Request:
    return Request(path, path.suffix[1:], Choices())


def test_documents_come_back_as_drafts(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(docx(w_p("Words.")))
    (tmp_path / "b.txt").write_bytes("Wörter.\n".encode())

    with Readers() as readers:
        found = [readers.read(request(tmp_path / name)) for name in ("a.docx", "b.txt")]

    assert [draft.text for draft in found] == ["Words.\n", "Wörter.\n"]
    assert isinstance(found[0], Draft)
    assert found[0].kind is Kind.DOCX


def test_a_refusal_comes_back_with_its_reason_and_kind(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\nrubbish")

    with Readers() as readers, pytest.raises(Refused) as refused:
        readers.read(request(tmp_path / "a.pdf"))

    assert (refused.value.reason, refused.value.kind) == (Reason.DAMAGED, "pdf")


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with Readers() as readers, pytest.raises(Refused) as refused:
        readers.read(request(tmp_path / "gone.txt"))

    assert refused.value.reason is Reason.NOT_READABLE


@pytest.mark.skipif(os.name != "posix", reason="a pipe that never ends")
def test_what_takes_too_long_is_ended_and_the_next_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "endless.txt")
    (tmp_path / "a.txt").write_text("Words.\n", encoding="utf-8")

    with Readers(seconds=1) as readers:
        with pytest.raises(Refused) as refused:
            readers.read(request(tmp_path / "endless.txt"))
        assert refused.value.reason is Reason.TOO_SLOW
        assert readers.read(request(tmp_path / "a.txt")).text == "Words.\n"


@pytest.mark.skipif(os.name != "posix", reason="a pipe that never ends")
def test_the_time_that_a_document_may_take_is_that_of_the_clock(tmp_path: Path) -> None:
    """Also where the process that waits is slow, as here each time that it looks."""
    os.mkfifo(tmp_path / "endless.txt")

    def slowly() -> bool:
        end = time.monotonic() + 0.5
        while time.monotonic() < end:
            pass
        return False

    begun = time.monotonic()
    with Readers(seconds=1) as readers, pytest.raises(Refused):
        readers.read(request(tmp_path / "endless.txt"), slowly)
    assert time.monotonic() - begun < 5


def test_two_documents_at_once_leave_a_small_computer_room() -> None:
    assert AT_ONCE * (LIMITS.memory + LIMITS.pandoc_memory) <= 6 * 2**30


@pytest.mark.skipif(os.name != "posix", reason="a pipe that never ends")
def test_a_cancelled_reading_ends_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "endless.txt")
    wanted = threading.Event()

    with Readers() as readers:
        reading = readers.submit(request(tmp_path / "endless.txt"), wanted.is_set)
        wanted.set()
        outcome = reading.result(timeout=30)

    assert isinstance(outcome, Refused)
    assert outcome.reason is Reason.CANCELLED


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_process_that_dies_costs_its_document_only(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "endless.txt")
    (tmp_path / "a.txt").write_text("Words.\n", encoding="utf-8")

    with Readers(at_once=1) as readers:
        readers.read(request(tmp_path / "a.txt"))
        (process,) = readers.processes()
        reading = readers.submit(request(tmp_path / "endless.txt"))
        with (tmp_path / "endless.txt").open("wb"):  # which waits until the process has opened it
            os.kill(process, signal.SIGSEGV)
        outcome = reading.result(timeout=30)
        assert isinstance(outcome, Refused)
        assert outcome.reason is Reason.CRASHED
        assert readers.read(request(tmp_path / "a.txt")).text == "Words.\n"


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="asks Linux what is running")
def test_no_process_outlives_the_readers(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.\n", encoding="utf-8")
    with Readers() as readers:
        readers.read(request(tmp_path / "a.txt"))
        running = readers.processes()
        assert running
    assert not any(Path(f"/proc/{process}").exists() for process in running)
