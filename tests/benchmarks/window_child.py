"""A benchmark in a process of its own: the real window off screen, its times told as JSON."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.harness import Figure, figure, p95

ROOT = Path(__file__).resolve().parents[2]


def times(module: str, *words: str) -> tuple[list[float], list[float]]:
    """Runs `tests.benchmarks.<module>` as a program in an empty home, with `words` for arguments;
    ours and the floor's milliseconds, as it printed them by `tell`. Raises CalledProcessError if it
    failed."""
    with tempfile.TemporaryDirectory() as home:
        said = told(module, Path(home), *words)
    return said["ours"], said["floor"]


def told(module: str, home: Path, *words: str) -> dict[str, list[float]]:
    """The same in the folder `home`: what the child printed by `tell_all`."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{module}", *words],
        stdout=subprocess.PIPE,
        env=os.environ
        | {
            "QT_QPA_PLATFORM": "offscreen",
            "QT_LOGGING_RULES": "default.warning=false",  # what off screen cannot do
            "COUNTERPOINT_HOME": str(home),
            "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "app"))),
        },
        cwd=ROOT,
        check=True,
    )
    said: dict[str, list[float]] = json.loads(done.stdout)
    return said


def p95_of(module: str, name: str, *, limit: float) -> list[Figure]:
    """The 95th percentile of the milliseconds that `module` tells, of which the limit is."""
    ours, floor = times(module)
    return [figure(name, "ms", ours, floor, limit=limit, limit_of="value", of=p95)]


def tell(ours: list[float], floor: list[float]) -> None:
    """What the child prints, and its end."""
    tell_all({"ours": ours, "floor": floor})


def tell_all(said: dict[str, list[float]]) -> None:
    """The same under any names."""
    print(json.dumps(said), flush=True)
    os._exit(0)


def home() -> Path:
    """The folder that is the child's to write in."""
    return Path(os.environ["COUNTERPOINT_HOME"])
