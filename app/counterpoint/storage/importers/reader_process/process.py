"""Reading documents in processes of their own, several at once, each with a limit on its time."""

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from counterpoint.storage.files.closing import Closing
from counterpoint.storage.files.json_codec import NotOurs, pack, unpack
from counterpoint.storage.importers.draft import Choices, Draft
from counterpoint.storage.importers.limits import LIMITS
from counterpoint.storage.importers.pdf.page_picture import PAGE
from counterpoint.storage.importers.refusal import Reason, Refused

from .frames import Broken, receive, receive_bytes, send

_MODULE = "counterpoint.storage.importers.reader_process.worker"
_TICK = 0.1
"""Seconds after which it is asked again whether the work is still wanted."""
_ANSWER = 3 * LIMITS.output
"""Bytes of one answer."""
AT_ONCE = max(1, min(2, os.cpu_count() or 1))

Cancelled = Callable[[], bool]
Passage = Sequence[tuple[int, int]]
"""Stretches of a page: PDFium's index of the first letter, and how many there are."""


class Request(NamedTuple):
    path: Path
    ending: str
    choices: Choices


Rect = tuple[int, int, int, int]
"""Left, top, right and bottom, in pixels."""


class PageImage(NamedTuple):
    """`pixels` are rows of `stride` bytes, four bytes to a pixel: blue, green, red, and one that
    says nothing (QImage.Format_RGB32)."""

    width: int
    height: int
    stride: int
    pixels: bytes
    rects: tuple[tuple[Rect, ...], ...]
    """Of each passage that was asked for, its lines."""
    sizes: tuple[tuple[float, float], ...] = ()
    """Width and height of every page in points, where the document was opened for this one."""


class Readers(Closing):
    """A few processes that read documents. They are started when first needed, and end with the
    `with` block."""

    def __init__(self, at_once: int = AT_ONCE, seconds: float = LIMITS.seconds) -> None:
        self._seconds = seconds
        self._at_once = at_once
        self._pool = ThreadPoolExecutor(at_once, thread_name_prefix="reading")
        self._idle: queue.LifoQueue[_Process] = queue.LifoQueue()
        self._all: list[_Process] = []
        self._lock = threading.Lock()

    def close(self) -> None:
        """Ends all processes, also those that are reading."""
        with self._lock:
            for process in self._all:
                process.end()
        self._pool.shutdown(cancel_futures=True)

    def processes(self) -> list[int]:
        """The ids of those that are running."""
        with self._lock:
            return [id for process in self._all if (id := process.id) is not None]

    def read(self, request: Request, cancelled: Cancelled = lambda: False) -> Draft:
        """Raises Refused."""
        process = self._take()
        try:
            return process.read(request, self._seconds, cancelled)
        finally:
            self._idle.put(process)

    def page(
        self,
        path: Path,
        number: int,
        scale: float,
        passages: Sequence[Passage],
        cancelled: Cancelled = lambda: False,
    ) -> "PageImage":
        """A page of a PDF, from 0, with so many pixels to a point, and where passages stand on it;
        or, for MEASURED, only the sizes of all pages. Raises Refused."""
        process = self._take()
        try:
            return process.page(path, number, scale, passages, self._seconds, cancelled)
        finally:
            self._idle.put(process)

    def submit(
        self, request: Request, cancelled: Cancelled = lambda: False
    ) -> "Future[Draft | Refused]":
        """Reads it as soon as one of the processes is free."""
        return self._pool.submit(self._attempt, request, cancelled)

    def _attempt(self, request: Request, cancelled: Cancelled) -> Draft | Refused:
        try:
            return self.read(request, cancelled)
        except Refused as refused:
            return refused

    def _take(self) -> "_Process":
        with suppress(queue.Empty):
            return self._idle.get_nowait()
        process = _Process()
        with self._lock:
            self._all.append(process)
        return process


class _Process:
    """One process; where it was ended, another takes its place at the next request."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[Any] = queue.SimpleQueue()

    @property
    def id(self) -> int | None:
        return self._process.pid if self._process is not None else None

    def read(self, request: Request, seconds: float, cancelled: Cancelled) -> Draft:
        if cancelled():
            raise Refused(Reason.CANCELLED, "it was not read: the import was cancelled")
        message = [_whole(request.path), request.ending, pack(request.choices)]
        answer = self._ask(message, seconds, cancelled)
        try:
            return unpack(Draft, answer["draft"])
        except NotOurs as error:
            self.end()
            raise Refused(Reason.CRASHED, "what was read of it makes no sense") from error

    def page(
        self,
        path: Path,
        number: int,
        scale: float,
        passages: Sequence[Passage],
        seconds: float,
        cancelled: Cancelled,
    ) -> PageImage:
        asked = [[list(stretch) for stretch in passage] for passage in passages]
        answer = self._ask([_whole(path), PAGE, [number, scale, asked]], seconds, cancelled)
        pixels = self._answer(seconds, cancelled) if "size" in answer else b""
        width, height, stride = answer.get("size", (0, 0, 0))
        rects = tuple(
            tuple((left, top, right, bottom) for left, top, right, bottom in lines)
            for lines in answer["rects"]
        )
        sizes = tuple((wide, high) for wide, high in answer["pages"])
        return PageImage(width, height, stride, pixels, rects, sizes)

    def _ask(self, message: object, seconds: float, cancelled: Cancelled) -> Any:
        process = self._started()
        if process.stdin is None:
            raise ValueError("the process has no input")
        try:
            send(process.stdin, message)
        except OSError as error:
            raise self._broken() from error
        answer = self._answer(seconds, cancelled)
        if "refused" in answer:
            reason, words, kind = answer["refused"]
            raise Refused(Reason(reason), words, kind)
        return answer

    def _answer(self, seconds: float, cancelled: Cancelled) -> Any:
        end = time.monotonic() + seconds  # ticks counted would be late on a machine that is busy
        while True:
            with suppress(queue.Empty):
                answer = self._answers.get(timeout=_TICK)
                if answer is None:
                    raise self._broken()
                return answer
            if cancelled():
                self.end()
                raise Refused(Reason.CANCELLED, "it was not read: the import was cancelled")
            if time.monotonic() >= end:
                self.end()
                raise Refused(Reason.TOO_SLOW, f"it takes more than {seconds:.0f} seconds to read")

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._answers = queue.SimpleQueue()
        self._process = subprocess.Popen(
            [sys.executable, "-X", "utf8", "-m", _MODULE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_neutral_folder(),
            env=_environment(),
            start_new_session=os.name == "posix",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        hearing = threading.Thread(
            target=_hear, args=(self._process, self._answers), daemon=True, name="hearing"
        )
        hearing.start()
        return self._process

    def _broken(self) -> Refused:
        """Why the process has ended by itself."""
        from .worker import TOO_MUCH_MEMORY

        code = self._process.wait() if self._process is not None else 0
        self.end()
        if code in (TOO_MUCH_MEMORY, -9, 137):
            return Refused(
                Reason.TOO_MUCH_MEMORY,
                f"it takes more than {LIMITS.memory / 2**30:g} GB of memory to read",
            )
        return Refused(Reason.CRASHED, "the program that reads it broke off over it")

    def end(self) -> None:
        """At once, with whatever it has started."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.poll() is None or os.name == "posix":
            _kill_with_children(process)
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()


def _kill_with_children(process: "subprocess.Popen[bytes]") -> None:
    if sys.platform == "win32":
        subprocess.run(
            ["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False
        )
        return
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def _hear(process: "subprocess.Popen[bytes]", answers: "queue.SimpleQueue[Any]") -> None:
    if process.stdout is None:
        return
    try:
        while True:
            answer = receive(process.stdout, _ANSWER)
            answers.put(answer)
            if "size" in answer:  # a picture follows
                answers.put(receive_bytes(process.stdout, _ANSWER))
    except (Broken, OSError, ValueError):
        answers.put(None)


def _whole(path: Path) -> str:
    """As the process must be told of it, which stands in another folder than the person."""
    return str(path.absolute())


def _neutral_folder() -> str:
    """Where no file of a document's name can be taken for a module."""
    return str(Path(__file__).resolve().parent)


def _environment() -> dict[str, str]:
    package = str(Path(__file__).resolve().parents[4])
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {**kept, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": package, "PYTHONSAFEPATH": "1"}
