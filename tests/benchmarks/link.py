"""Linking words in the real window, in a library of 200 approaches × 40 dimensions × 20,000 claims:
from Enter in the field until text and comparison are painted with the new evidence, and from Ctrl+Z
until they are without it; against a bare widget that sets and paints as large a page of text."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from counterpoint.ui.reader.linking.field import LinkField
from tests.benchmarks.harness import Figure, figure
from tests.benchmarks.large_library import APPROACHES, CLAIMS, DIMENSIONS
from tests.benchmarks.made_library import make_library
from tests.benchmarks.paint_clock import PaintClock, rest
from tests.benchmarks.window_child import home, tell, times

RUNS = 31
_WRITTEN = 1_500
"""Milliseconds in which a change is on the disk, and its problems are told."""
_LONGEST = 240
"""Seconds to read all files for changing them."""


def measure() -> list[Figure]:
    ours, floor = times("link")
    return [
        figure(name, "ms", ours[half], floor[half], limit=50, limit_of="value")
        for name, half in (
            ("a passage linked among 20,000 claims, until it is painted", slice(RUNS)),
            ("the same taken back", slice(RUNS, None)),
        )
    ]


def child() -> None:
    """First the times of linking, then those of taking it back."""
    from tests.benchmarks.clicks import SideBySide

    folder = home() / "library"
    make_library(folder, APPROACHES, DIMENSIONS, CLAIMS)
    pair = SideBySide(folder)
    window, space = pair.window, pair.window.space
    history, view = space.session.history, space.reader.view
    choices = pair.choices()[:RUNS]
    space.editing.prepare()
    for _ in range(_LONGEST * 10):
        if space.editing.desk is not None:
            break
        rest(100)
    rest(_WRITTEN)
    clock = PaintClock(view.viewport())
    linking, undoing = list[float](), list[float]()
    floors: tuple[list[float], list[float]] = ([], [])
    for choice in choices:
        span = choice.evidence.standing.span
        if span is None:
            raise AssertionError("a quotation of the made library is lost")
        space.navigator.jump(choice.evidence.key)
        view.select(span.start + 1, span.end + 40)
        window.menus.trigger("link")
        field = window.findChild(LinkField)
        if not isinstance(field, LinkField):
            raise TypeError(field)
        rest(100)
        before = history.next_undo
        linking.append(
            clock.time(
                lambda field=field: QTest.keyClick(field.query, Qt.Key.Key_Return),  # type: ignore[misc]
                lambda before=before: history.next_undo is not before,  # type: ignore[misc]
            )
        )
        floors[0].append(pair.click_bare(choice, read=False))
        rest(_WRITTEN)
        undoing.append(
            clock.time(lambda: window.menus.trigger("undo"), lambda: history.next_redo is not None)
        )
        floors[1].append(pair.click_bare(choice, read=False))
        rest(_WRITTEN)
    tell(linking + undoing, floors[0] + floors[1])


if __name__ == "__main__":
    child()
