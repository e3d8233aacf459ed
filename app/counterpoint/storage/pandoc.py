"""Pandoc, as a program: in a process of its own, shut off from files and network, with limits.

Those who read documents by it and those who write them share this.
"""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

_OUT_OF_MEMORY = (251, 137)
_NOWHERE = "http://127.0.0.1:9"
_OFFLINE = {
    **{f"{scheme}_proxy": _NOWHERE for scheme in ("http", "https")},
    **{f"{scheme}_PROXY": _NOWHERE for scheme in ("HTTP", "HTTPS")},
    **dict.fromkeys(("no_proxy", "NO_PROXY"), ""),
}
"""Its sandbox holds readers and writers only: what it looks up itself, as a style that a style
names, it asks of a proxy that is not there."""
_TICK = 0.05
"""Seconds after which it is asked again whether the work is still wanted."""
_HASTE = ("-A16m", "-F4")
"""To look less often for memory that can be used again: a tenth of the time of a paper."""
_COMPLAINTS = 4000
"""Bytes kept of what it complains of."""


class PandocGone(Exception):
    """There is no Pandoc on this machine."""


class PandocStopped(Exception):
    """It was ended: it took too much, or nobody wants its work any more. Which, a subclass says."""


class TooMuchMemory(PandocStopped):
    pass


class TooMuchOutput(PandocStopped):
    pass


class TooSlow(PandocStopped):
    pass


class Cancelled(PandocStopped):
    pass


class Allowance(NamedTuple):
    """What one run may take."""

    memory: int
    """Bytes of its heap."""
    seconds: float
    output: int
    """Bytes."""
    hasty: bool = False
    """Whether it may take memory rather than time, within its limit: for what we wrote."""


class Done(NamedTuple):
    output: bytes
    complaints: str
    code: int
    """0 where it went well."""

    @property
    def first_complaint(self) -> str:
        """Its first line, or the exit code where it said nothing."""
        lines = self.complaints.strip().splitlines()
        return lines[0] if lines else f"exit {self.code}"


def _never() -> bool:
    return False


@cache
def pandoc_program() -> str:
    """Where Pandoc is: in the package that brings it, or else on the path."""
    spec = find_spec("pypandoc")
    name = "pandoc.exe" if os.name == "nt" else "pandoc"
    for folder in (spec.submodule_search_locations or []) if spec else []:
        program = Path(folder) / "files" / name
        if program.is_file():
            return str(program)
    return name


def run_pandoc(
    arguments: Sequence[str],
    data: bytes,
    allowance: Allowance,
    *,
    environment: Mapping[str, str] | None = None,
    cancelled: Callable[[], bool] = _never,
) -> Done:
    """What it makes of `data`. It may read the files that `arguments` name, and no others, write
    none, and fetch nothing. `environment` is added to our own. Raises PandocGone, or a kind of
    PandocStopped."""
    command = [pandoc_program(), "--sandbox", *arguments]
    haste = _HASTE if allowance.hasty else ()
    command += ["+RTS", f"-M{allowance.memory // 2**20}M", *haste, "-RTS"]
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0) if sys.platform == "win32" else 0
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            creationflags=flags,
            env={**os.environ, **(environment or {}), **_OFFLINE},
        )
    except FileNotFoundError as error:
        raise PandocGone from error
    with process:
        try:
            return _Run(process, data, allowance, cancelled).result()
        except BaseException:  # as where we are asked to end: nobody reads what it makes
            process.kill()
            raise


class _Run:
    """Three threads feed it and hear it, so that no pipe is ever full; a fourth looks at the clock,
    and asks whether the work is still wanted."""

    def __init__(
        self,
        process: "subprocess.Popen[bytes]",
        data: bytes,
        allowance: Allowance,
        cancelled: Callable[[], bool],
    ) -> None:
        self._process = process
        self._data = data
        self._allowance = allowance
        self._cancelled = cancelled
        self._output = b""
        self._complaints = b""
        self._stopped: type[PandocStopped] | None = None
        self._ended = threading.Event()

    def result(self) -> Done:
        threads = [
            threading.Thread(target=target, daemon=True)
            for target in (self._feed, self._hear, self._hear_complaints, self._watch)
        ]
        for thread in threads:
            thread.start()
        code = self._process.wait()
        self._ended.set()
        for thread in threads:
            thread.join()
        if len(self._output) > self._allowance.output:
            raise TooMuchOutput
        if self._stopped is not None and code:
            raise self._stopped
        if code in _OUT_OF_MEMORY or b"Heap exhausted" in self._complaints:
            raise TooMuchMemory
        return Done(self._output, self._complaints.decode("utf-8", "replace"), code)

    def _watch(self) -> None:
        end = time.monotonic() + self._allowance.seconds
        while not self._ended.wait(_TICK):
            if self._cancelled():
                self._stopped = Cancelled
            elif time.monotonic() >= end:
                self._stopped = TooSlow
            if self._stopped is not None:
                self._process.kill()
                return

    def _feed(self) -> None:
        if self._process.stdin is None:
            return
        try:
            self._process.stdin.write(self._data)
            self._process.stdin.close()
        except OSError:
            # It has ended before it had read everything; its exit code says why.
            return

    def _hear(self) -> None:
        if self._process.stdout is None:
            return
        self._output = self._process.stdout.read(self._allowance.output + 1)
        if len(self._output) > self._allowance.output:
            self._process.kill()

    def _hear_complaints(self) -> None:
        if self._process.stderr is None:
            return
        self._complaints = self._process.stderr.read(_COMPLAINTS)
        while self._process.stderr.read(100_000):
            continue
