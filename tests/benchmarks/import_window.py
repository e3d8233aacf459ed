"""The window while 1,000 texts come in: how long its thread is taken at a time, from the drop on
the view that shows them until the library stands there anew with all of them; beside the same
window at rest."""

import random
import time

from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop, QTimer

from tests.benchmarks.harness import Figure, figure
from tests.benchmarks.importing import speech
from tests.benchmarks.made_library import make_library
from tests.benchmarks.opened_window import OpenedWindow
from tests.benchmarks.window_child import home, tell, times

TEXTS = 1000
_AT_MOST = 180
"""Seconds."""


def measure() -> list[Figure]:
    ours, floor = times("import_window")
    name = "the window's thread taken at a time while 1,000 texts come in, at most"
    return [figure(name, "ms", ours, floor, limit=16.7, limit_of="value", of=max)]


class Turns:
    """How long each turn of the event loop takes, in milliseconds: from when something woke it
    until it waits again, for so long nothing that a person does is heard."""

    def __init__(self) -> None:
        self.taken: list[float] = []
        self._woken = 0.0
        loop = QAbstractEventDispatcher.instance()
        if loop is None:
            raise TypeError(loop)
        loop.awake.connect(self._on_awake)
        loop.aboutToBlock.connect(self._on_about_to_block)

    def _on_awake(self) -> None:
        self._woken = time.perf_counter()

    def _on_about_to_block(self) -> None:
        if self._woken:
            self.taken.append(1000 * (time.perf_counter() - self._woken))
            self._woken = 0.0


def child() -> None:
    dice = random.Random(2008)
    folder, new = home() / "library", home() / "texts"
    make_library(folder, 8, 10, 80)
    new.mkdir()
    for number in range(TEXTS):
        (new / f"speech {number}.txt").write_text(speech(dice), encoding="utf-8")
    opened = OpenedWindow(folder)
    space = opened.window.space
    for view in ("sources", "notes", "arrivals"):  # all that will have to show the new ones
        space.session.show_view(view)
        _go_on(500)
    turns = Turns()
    for _ in range(5):
        _go_on(200)
    at_rest, turns.taken = turns.taken, []
    space.live_sources.brought.emit((new,))
    begun = time.perf_counter()
    while not _all_there(opened):
        _go_on(50)
        if time.perf_counter() - begun > _AT_MOST:
            raise TimeoutError("the texts never came in")
    _go_on(1000)
    tell(turns.taken, at_rest)


def _go_on(milliseconds: int) -> None:
    """In Qt's own loop, as the program runs, which waits where nothing is to be done."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _all_there(opened: OpenedWindow) -> bool:
    library = opened.window.space.session.library
    return library is not None and len(library.contents.sources) > TEXTS


if __name__ == "__main__":
    child()
