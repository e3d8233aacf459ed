"""The program's own window on a library, open and at rest, to be measured from within."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

from counterpoint.bootstrap import make_application, make_window
from counterpoint.ui.window.main_window import MainWindow
from counterpoint.ui.window.panes import names_beside
from counterpoint.ui.window.workspace import SIDE_SHARE
from tests.benchmarks.heartbeat import go_on

SIZE = (1280, 800)
_LONGEST = 120
"""Seconds to open a library that was never opened before."""


class OpenedWindow:
    """Waits until the panes are there and everything is read and verified. With `beside` the reader
    and the notebook are shown as wide and high as they first are. `begun` is called once there is
    an application, before the window is made."""

    def __init__(
        self,
        folder: Path,
        *,
        beside: bool = True,
        longest: float = _LONGEST,
        begun: Callable[[], None] = lambda: None,
    ) -> None:
        self.application = make_application(screen=False)
        begun()
        self.window: MainWindow = make_window(folder)
        self.window.resize(*SIZE)
        self.window.show()
        since = time.perf_counter()
        while not self.window.lifecycle.stage.ready or _tasks():
            go_on(20)
            if time.perf_counter() - since > longest:
                raise TimeoutError("the library was never opened")
        go_on(200)
        if beside:
            for name in names_beside():
                self.window.space.show_pane(name, True)
            go_on(200)
            self._see_shares()

    def _see_shares(self) -> None:
        """A smaller reader would be quicker: each zone has to have its first share."""
        wanted, there = round(SIZE[0] * SIDE_SHARE), self.window.space.side.width()
        if abs(there - wanted) > 2:
            raise AssertionError(f"the reader is {there} pixels wide, not {wanted}")


def _tasks() -> list[threading.Thread]:
    """What is still read or verified off the window's thread."""
    return [each for each in threading.enumerate() if each.name == "counterpoint-task"]
