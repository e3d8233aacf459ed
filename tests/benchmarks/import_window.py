"""The window while 1,000 texts come in: how long its thread is taken at a time, from the drop on
the view that shows them until the library stands there anew with all of them; beside the same
window at rest."""

import random
import time

from tests.benchmarks.harness import Figure, figure
from tests.benchmarks.heartbeat import Heartbeat, go_on
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
        go_on(500)
    beating = Heartbeat()
    beating.start()
    for _ in range(5):
        go_on(200)
    at_rest = beating.stop()
    beating.start()
    space.live_sources.brought.emit((new,))
    begun = time.perf_counter()
    while not _all_there(opened):
        go_on(50)
        if time.perf_counter() - begun > _AT_MOST:
            raise TimeoutError("the texts never came in")
    go_on(1000)
    tell(beating.stop(), at_rest)


def _all_there(opened: OpenedWindow) -> bool:
    library = opened.window.space.session.library
    return library is not None and len(library.contents.sources) > TEXTS


if __name__ == "__main__":
    child()
