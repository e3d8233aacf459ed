"""From what changes how much is shown until that is painted, beside a bare `QTableView` that shows
the same words: in all of this library, and in what is in sight of a very large one."""

import sys
import tempfile
from functools import partial
from pathlib import Path

from tests.benchmarks.harness import Figure, figure
from tests.benchmarks.large_library import APPROACHES, CLAIMS, DIMENSIONS
from tests.benchmarks.made_library import make_library
from tests.benchmarks.window_child import ROOT, tell, times

MOST = 2.0
"""Times the bare table. On a machine at rest that is a frame at 60 Hz; a limit of milliseconds
would tell of the machine's mood."""
TURNS = 30
ACTS = ("answers", "claims", "map", "cell", "row")
_SAID = {
    "answers": "from claims to answers",
    "claims": "from answers to claims",
    "map": "from answers to the map",
    "cell": "opening a cell",
    "row": "opening a row",
}


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder, "large")
        make_library(large, APPROACHES, DIMENSIONS, CLAIMS, answered=True)
        found = [_figure(act, "12 × 10", ROOT, "12") for act in ACTS]
        return found + [_figure(act, "of 200 × 40, 40 × 40", large, "40") for act in ACTS]


def _figure(act: str, size: str, library: Path, columns: str) -> Figure:
    ours, floor = times("depth", act, str(library), columns)
    name = f"{_SAID[act]}, {size}"
    return figure(name, "ms", ours, floor, limit=MOST)


def child(act: str, library: Path, columns: int) -> None:
    """One act, again and again, turn about with the bare table."""
    from counterpoint.application.library.arrangement import Depth
    from counterpoint.ui.comparison.grid.navigation import GridPosition
    from tests.benchmarks.bare_table import BareTable
    from tests.benchmarks.opened_window import OpenedWindow
    from tests.benchmarks.paint_clock import PaintClock, rest

    opened = OpenedWindow(library, beside=False)
    view = opened.window.space.comparison
    grid, arranger, opening = view.grid, view.arranger, view.opening
    view.arrange(view.arrangement().show_only(view.arrangement().order[:columns]))
    rest(300)
    table = BareTable(grid)
    table.show()
    rest(100)

    every = (GridPosition(row, column) for row in range(2) for column in range(6))
    places = [place for place in every if opening.can_open(place)]

    def do(turn: int) -> None:
        place = places[turn % len(places)]
        match act:
            case "answers":
                arranger.set_depth(Depth.ANSWERS)
            case "claims":
                arranger.set_depth(Depth.CLAIMS)
            case "map":
                arranger.set_depth(Depth.MAP)
            case "cell":
                opening.toggle(place)
            case _:
                opening.toggle_row(place)

    def undo(turn: int) -> None:
        if act in ("answers", "claims", "map"):
            arranger.set_depth(Depth.CLAIMS if act == "answers" else Depth.ANSWERS)
        else:
            do(turn)

    painted = view.map.view if act == "map" else grid
    ours, floor = PaintClock(painted.viewport()), PaintClock(table.viewport())
    kept: tuple[list[float], list[float]] = ([], [])
    if act == "answers":
        undo(0)
    for turn in range(TURNS):
        rest(100)
        kept[0].append(ours.time(partial(do, turn)))
        rest(100)
        undo(turn)
        table.turn_back(act)
        rest(100)
        kept[1].append(floor.time(partial(table.turn, act, turn)))
    tell(*kept)


if __name__ == "__main__":
    child(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
