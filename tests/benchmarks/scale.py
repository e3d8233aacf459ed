"""A library as large as a person can own: how long the window's thread is taken at a time by what
is done in it; and the memory with its sources in the list, beside a library of five.

50,000 sources of 40 kB, 2,000 approaches, 100,000 pieces of evidence, 50,000 notes.
`COUNTERPOINT_BENCH_SOURCES` makes it smaller (all of it in the same measure), and
`COUNTERPOINT_BENCH_SIZE` the sources; `--corpus FOLDER` takes the texts in any folder instead.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QWidget

from counterpoint.bootstrap import make_application, make_window
from tests.benchmarks.harness import Figure, figure
from tests.benchmarks.heartbeat import Heartbeat, go_on
from tests.benchmarks.made_library import make_library, make_notes
from tests.benchmarks.memory import resident
from tests.benchmarks.opened_window import OpenedWindow
from tests.benchmarks.window_child import tell_all, told

SOURCES = int(os.environ.get("COUNTERPOINT_BENCH_SOURCES", "50000"))
SIZE = int(os.environ.get("COUNTERPOINT_BENCH_SIZE", "40000"))
"""Bytes of a source."""
ROWS = 10
FRAME = 16.7
_LONGEST = 3_600
"""Seconds to open it for the first time."""
_COLUMNS = 200
"""Approaches that are chosen at once."""
_OPENED = 5
"""Times."""
FIRST, ACTS, READY, MEMORY = "first", "acts", "ready", "memory"
"""What a child does."""


def measure(corpus: Path | None = None) -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="counterpoint-") as place:
        large, few = Path(place, "large"), Path(place, "few")
        if corpus is None:
            make_scaled(large, SOURCES)
        else:
            _take_in(corpus, large)
        make_library(few, 5, ROWS, 50, sources=5)
        make_notes(few, 5, 5)
        return list(_figures(large, few, Path(place)))


def make_scaled(folder: Path, sources: int) -> None:
    """With as many approaches, pieces of evidence and notes as go with so many sources."""
    approaches = max(2, sources // 25)
    make_library(folder, approaches, ROWS, 2 * sources, sources=sources, size=SIZE)
    make_notes(folder, sources, approaches)


def _take_in(corpus: Path, folder: Path) -> None:
    """The documents in any folder, as a person brings them in."""
    from counterpoint.application.importing.documents import find_documents
    from counterpoint.application.importing.importing import Importing
    from counterpoint.application.importing.place import make_library as make_empty

    make_empty(folder)
    with Importing(folder) as work:
        outcomes = work.store(work.previews(find_documents([corpus])))
    refused = sum(bool(outcome.problem) for outcome in outcomes)
    print(f"{len(outcomes) - refused} documents, {refused} refused", file=sys.stderr)


def _figures(large: Path, few: Path, place: Path) -> Iterator[Figure]:
    """The floor is the same in a library of five sources."""
    homes = {large: place / "home of large", few: place / "home of few"}
    for part in (FIRST, ACTS):
        floor = told("scale", homes[few], part, str(few))
        for act, late in told("scale", homes[large], part, str(large)).items():
            yield _block(act, late, floor[act])
    yield _opening(large, homes[large])
    yield _memory("with all that is in it", large, few, homes)
    alone = place / "alone"
    make_library(alone, 5, ROWS, 50, sources=SOURCES, size=2_000)
    homes[alone] = place / "home of alone"
    told(
        "scale", homes[alone], MEMORY, str(alone)
    )  # from the cache the next time, as of the others
    yield _memory("with nothing else", alone, few, homes)


def _block(act: str, late: list[float], floor: list[float]) -> Figure:
    name = f"longest block, {act}, {SOURCES:,} sources, beside five"
    return figure(name, "ms", late, floor, limit=FRAME, limit_of="value", of=max)


def _opening(folder: Path, home: Path) -> Figure:
    """Turn about with the index and without."""
    index, aside = home / "cache" / "search", home / "aside"
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(_OPENED):
        taken[0].append(told("scale", home, READY, str(folder))[READY][0])
        index.rename(aside)
        taken[1].append(told("scale", home, READY, str(folder))[READY][0])
        aside.rename(index)
    return figure(
        f"opening {SOURCES:,} sources, index current, beside none", "ms", *taken, limit=1.1
    )


def _memory(what: str, folder: Path, few: Path, homes: dict[Path, Path]) -> Figure:
    used, floor = (told("scale", homes[each], MEMORY, str(each))[MEMORY] for each in (folder, few))
    name = f"memory, {SOURCES:,} sources in the list {what}, beside five"
    return figure(name, "MB", used, floor, limit=2)


def child(what: str, folder: Path) -> None:
    if what == READY:
        tell_all({READY: [_until_ready(folder)]})
    if what == MEMORY:
        opened = OpenedWindow(folder, beside=False, longest=_LONGEST)
        opened.window.space.session.show_view("sources")
        go_on(2_000)
        tell_all({MEMORY: [resident() / 1e6]})
    beating = Heartbeat()
    opened = OpenedWindow(folder, longest=_LONGEST, begun=beating.start)
    if what == FIRST:
        taken = {"opening for the first time": beating.stop()}
        go_on(1_000)
        beating.start()
        index = opened.window.space.index
        index.wake()
        while not index.at_rest:
            go_on(50)
        tell_all(taken | {"making its index": beating.stop()})
    taken = {"opening": beating.stop()}
    for act, work in _acts(opened):
        go_on(1_000)
        beating.start()
        work()
        go_on(500)
        taken[act] = beating.stop()
    tell_all(taken)


def _until_ready(folder: Path) -> float:
    """Milliseconds from before the window is made until all panes are there."""
    make_application(screen=False)
    begun = time.perf_counter()
    window = make_window(folder)
    window.show()
    while not window.lifecycle.stage.ready:
        go_on(2)
    return 1000 * (time.perf_counter() - begun)


def _acts(opened: OpenedWindow) -> Iterator[tuple[str, Callable[[], None]]]:
    """What a person does, one after the other."""
    space, window = opened.window.space, opened.window
    session = space.session

    def show(view: str) -> Callable[[], None]:
        return lambda: session.show_view(view)

    def choose_many() -> None:
        arrangement = session.arrangement
        session.arrange(arrangement.show_only(arrangement.order[:_COLUMNS]), None)

    def scroll_comparison() -> None:
        table = space.comparison.visible_widget()
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End):
            _keys(table, key, 12)

    def jump() -> None:
        library = session.library
        assert library is not None
        for head in library.contents.approaches[:: max(1, len(session.arrangement.order) // 10)]:
            for placed in list(library.placed([head.id]))[:3]:
                space.navigator.jump(placed.evidence.key)
                go_on(60)

    def palette() -> None:
        window.menus.trigger("go-to")
        go_on(300)
        _type(window.focusWidget(), "source 41")

    yield "showing the sources", show("sources")
    yield "walking through the sources", lambda: _walk(space.sources.list)
    yield "showing the notes", show("notes")
    yield "walking through the notes", lambda: _walk(space.notes.list)
    yield "finding in the notes", lambda: _type(space.notes.words, "summits doubts")
    yield "showing the comparison", show("compare")
    yield f"choosing {_COLUMNS} approaches", choose_many
    yield "walking through the comparison", scroll_comparison
    yield "jumping into texts", jump
    yield "typing into Search or go to", palette
    yield "showing the page of results", show("search")


def _walk(list: QAbstractItemView) -> None:
    list.setFocus()
    for key, often in (
        (Qt.Key.Key_Down, 10),
        (Qt.Key.Key_PageDown, 20),
        (Qt.Key.Key_End, 1),
        (Qt.Key.Key_PageUp, 5),
        (Qt.Key.Key_Home, 1),
    ):
        _keys(list, key, often)
    bar = list.verticalScrollBar()
    for part in range(0, 101, 5):
        bar.setValue(bar.maximum() * part // 100)
        go_on(20)


def _keys(widget: QWidget, key: Qt.Key, often: int) -> None:
    for _ in range(often):
        QTest.keyClick(widget, key)
        go_on(30)


def _type(widget: QWidget | None, words: str) -> None:
    assert widget is not None
    widget.setFocus()
    for letter in words:
        QTest.keyClicks(widget, letter)
        go_on(60)


if __name__ == "__main__":
    child(sys.argv[1], Path(sys.argv[2]))
