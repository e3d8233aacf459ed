"""A library of 200 approaches × 40 dimensions × 20,000 claims: from the start of the process to the
first usable paint, against the same for this library, both opened once before."""

import tempfile
from pathlib import Path

from tests.benchmarks.harness import Figure, figure
from tests.benchmarks.made_library import make_library
from tests.benchmarks.start import ROOT, compile_all, start

APPROACHES, DIMENSIONS, CLAIMS = 200, 40, 20_000
RUNS = 11


def measure() -> list[Figure]:
    compile_all()
    with tempfile.TemporaryDirectory() as folder:
        return _measure(Path(folder))


def _measure(folder: Path) -> list[Figure]:
    large, home = folder / "large", folder / "home"
    make_library(large, APPROACHES, DIMENSIONS, CLAIMS)
    start("start_ours", home, ROOT)
    first = start("start_ours", home, large)
    ours: list[tuple[float, float]] = []
    floor: list[tuple[float, float]] = []
    for _ in range(RUNS):
        floor.append(start("start_ours", home, ROOT))
        ours.append(start("start_ours", home, large))
    small = [run[0] for run in floor]
    return [
        figure(
            "start with a library of 20,000 claims",
            "ms",
            [run[0] for run in ours],
            small,
            limit=2.0,
        ),
        figure(
            "its very first start, no cache",
            "ms",
            [first[0]],
            small,
            limit=float("inf"),
        ),
    ]
