"""From the start of the process to the first usable paint: this library, against a bare window.

The library has been opened once before, so that it comes from the cache and the window comes back
as it was left, as on every day but the first; the first time is told beside it, without a limit.
Both windows have 1280 × 800 pixels of a screen of 1920 × 1080. The checkout is compiled to bytecode
first, as pip compiles what it installs.
"""

import compileall
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.harness import Figure, figure

ROOT = Path(__file__).resolve().parents[2]
RUNS = 31
SCREEN = {"name": "bench", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96}


def measure() -> list[Figure]:
    compile_all()
    with tempfile.TemporaryDirectory() as home:
        return _measure(Path(home))


def _measure(home: Path) -> list[Figure]:
    first = [start("start_ours", home / f"first-{run}", ROOT) for run in range(5)]
    warm = home / "warm"
    start("start_ours", warm, ROOT, "--leave")
    ours: list[tuple[float, float]] = []
    floor: list[tuple[float, float]] = []
    for _ in range(RUNS):
        floor.append(start("start_floor", warm))
        ours.append(start("start_ours", warm, ROOT))
    figures = [
        figure(
            "start to first usable paint",
            "ms",
            [run[0] for run in ours],
            [run[0] for run in floor],
            limit=2.0,
        )
    ]
    if floor[0][1]:
        figures.append(
            figure(
                "memory at first usable paint",
                "MB",
                [run[1] for run in ours],
                [run[1] for run in floor],
                limit=1.6,
            )
        )
    figures.append(
        figure(
            "the very first start, no cache",
            "ms",
            [run[0] for run in first],
            [run[0] for run in floor],
            limit=float("inf"),
        )
    )
    return figures


def compile_all() -> None:
    """Writes the bytecode of the program and of the benchmarks, where it is not there."""
    for folder in (ROOT / "app", ROOT / "tests" / "benchmarks"):
        if not compileall.compile_dir(folder, quiet=1):
            raise AssertionError(f"{folder} could not be compiled")


def own_folders(home: Path) -> dict[str, str]:
    """What makes `home` the place of the settings, the cache and the notes. On Linux as the system
    itself would name it, so that finding it is in the time, as on every day."""
    names = ["COUNTERPOINT_HOME"]
    if platform.system() == "Linux":
        names = ["XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"]
    return dict.fromkeys(names, str(home))


def start(module: str, home: Path, *arguments: Path | str) -> tuple[float, float]:
    """Milliseconds until the child says that it has painted, and its memory in MB."""
    path = os.pathsep.join((str(ROOT), str(ROOT / "app")))
    environment = {name: value for name, value in os.environ.items() if name != "COUNTERPOINT_HOME"}
    home.mkdir(parents=True, exist_ok=True)
    screen = home / "screen.json"
    screen.write_text(json.dumps({"screens": [SCREEN]}), "utf-8")
    platform_ = f"offscreen:configfile={screen}"
    environment |= own_folders(home) | {"QT_QPA_PLATFORM": platform_, "PYTHONPATH": path}
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", f"tests.benchmarks.{module}", *map(str, arguments)],
        stdout=subprocess.PIPE,
        env=environment,
        cwd=ROOT,
    ) as child:
        if child.stdout is None:
            raise AssertionError("the child has no output to read")
        said = child.stdout.readline()
        took = time.perf_counter() - begun
        child.wait()
    return 1000 * took, int(said) / 1e6
