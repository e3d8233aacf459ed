"""A window that a screen reader listens to."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer

import pytest

from tests.assistive.accessibility_bus import PATIENCE, Ref, ScreenReader, Told, desktop

ROOT = Path(__file__).resolve().parents[2]


class Listened:
    """The program at work, and the screen reader that asks it."""

    def __init__(self, child: "subprocess.Popen[str]", reader: ScreenReader) -> None:
        self._child = child
        self._hear("ready")
        self.reader = reader
        self.program: Ref = reader.await_program(child.pid)

    def await_voice(self) -> None:
        """Until the program knows that somebody listens for what has the focus."""
        give_up = time.monotonic() + PATIENCE
        heard: list[Told] = []
        while not heard:
            assert time.monotonic() < give_up, "nothing is heard of the focus"
            with self.reader.listening(self.program) as heard:
                self.do("tell")

    def do(self, *lines: str) -> None:
        """What `window_child.py` is to do, one after the other."""
        assert self._child.stdin
        for line in lines:
            self._child.stdin.write(f"{line}\n")
            self._child.stdin.flush()
            self._hear("done")

    def _hear(self, word: str) -> None:
        assert self._child.stdout
        impatience = Timer(PATIENCE, self._child.kill)
        impatience.start()
        heard = self._child.stdout.readline()
        impatience.cancel()
        if heard != f"{word}\n":
            self._child.kill()
            raise AssertionError(f"No {word!r} but {heard!r}: {self._child.communicate()[1]}")

    def leave(self) -> tuple[int, str]:
        """Ends the program: its exit code, and what it complained of."""
        _, said = self._child.communicate(timeout=PATIENCE)
        return self._child.returncode, said


Listen = Callable[[Path], Listened]


@pytest.fixture(scope="session")
def session() -> Iterator[dict[str, str]]:
    if sys.platform != "linux":
        pytest.skip("other systems have other buses")
    import pwd

    try:
        pwd.getpwuid(os.getuid())
    except KeyError:
        pytest.skip("dbus serves nobody whom the system does not know")
    with tempfile.TemporaryDirectory(prefix="atspi-") as place, desktop(Path(place)) as environment:
        yield environment


@pytest.fixture
def reader(session: dict[str, str]) -> Iterator[ScreenReader]:
    made = ScreenReader(session["DBUS_SESSION_BUS_ADDRESS"])
    yield made
    made.close()


@pytest.fixture
def listen(session: dict[str, str], reader: ScreenReader, own_home: Path) -> Iterator[Listen]:
    """Opens a window on a library, for the screen reader to ask."""
    children: list[subprocess.Popen[str]] = []

    def open_on(folder: Path) -> Listened:
        child = subprocess.Popen(
            [
                sys.executable,
                "-X",
                "faulthandler",
                Path(__file__).with_name("window_child.py"),
                folder,
            ],
            env=session
            | {
                "COUNTERPOINT_HOME": str(own_home),
                "PYTHONPATH": os.pathsep.join((str(ROOT / "app"), str(ROOT))),
                "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
                "QT_QPA_PLATFORM": "xcb",
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        children.append(child)
        return Listened(child, reader)

    yield open_on
    for child in children:
        child.kill()
        child.communicate()
