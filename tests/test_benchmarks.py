"""The harness of the benchmarks: what a figure says, how it is written down. Nothing is timed."""

import importlib
import json
import math
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counterpoint.application.library.check import check_library
from tests.benchmarks.__main__ import NAMES
from tests.benchmarks.harness import Figure, figure, p95, table, write_json
from tests.benchmarks.long_texts import write_library
from tests.benchmarks.window_child import ROOT

KEYS = [
    *("name", "value", "unit", "floor", "ratio", "limit", "holds", "runs", "spread"),
    "limit_of",
]


def test_a_figure_is_the_median_of_its_runs_beside_that_of_the_floor() -> None:
    made = figure("start", "ms", [9.0, 3.0, 4.0], [2.0, 1.0, 50.0], limit=2.0)

    assert (made.value, made.floor, made.ratio, made.runs) == (4.0, 2.0, 2.0, 3)
    assert made.holds


def test_a_limit_is_of_the_ratio_or_of_the_value_itself() -> None:
    ours, floor = [10.0, 10.0], [1.0, 1.0]

    assert not figure("a", "ms", ours, floor, limit=9.9).holds
    assert figure("a", "ms", ours, floor, limit=10.0).holds
    assert figure("a", "ms", ours, floor, limit=10.0, limit_of="value").holds
    assert not figure("a", "ms", [5.0], [100.0], limit=4.9, limit_of="value").holds


def test_the_spread_is_between_the_quartiles_of_our_runs() -> None:
    assert figure("a", "ms", [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0], [1.0], limit=9).spread == 4.0
    assert figure("a", "ms", [3.0], [1.0], limit=9).spread == 0.0


@example([float(run) for run in range(20)])
@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=300))
def test_of_all_runs_19_in_20_are_no_longer_than_the_95th_percentile(runs: list[float]) -> None:
    found = p95(runs)

    assert found in runs
    assert 20 * sum(run <= found for run in runs) >= 19 * len(runs)
    assert 20 * sum(run < found for run in runs) < 19 * len(runs)


def test_the_table_says_what_fails_and_is_in_columns() -> None:
    lines = table(
        [
            figure("quick", "ms", [2.0], [1.0], limit=16.7, limit_of="value"),
            figure("much too slow", "ms", [4.0], [1.0], limit=1.5),
            figure("of no limit", "MB", [4.0], [1.0], limit=math.inf),
        ]
    ).splitlines()

    assert lines[0].split() == ["what", "ours", "floor", "ratio", "at", "most", "runs", "spread"]
    said = [" ".join(line.split()) for line in lines[1:]]
    assert said == [
        "quick 2.00 ms 1.00 ms 2.00 × 16.7 ms holds 1 0.00",
        "much too slow 4.00 ms 1.00 ms 4.00 × 1.5 × FAILS 1 0.00",
        "of no limit 4.00 MB 1.00 MB 4.00 × 1 0.00",
    ]
    assert len({line.index("1.00 ") for line in lines[1:]}) == 1


def test_the_json_is_a_list_of_objects_with_just_these_keys(tmp_path: Path) -> None:
    made = figure("verify", "ms", [3.0, 3.0], [2.0, 2.0], limit=1.5)
    free = figure("the very first", "ms", [3.0], [2.0], limit=math.inf)

    write_json([made, free], tmp_path / "figures.json")

    first, second = json.loads((tmp_path / "figures.json").read_text("utf-8"))
    assert sorted(first) == sorted(KEYS)
    assert Figure(**first) == made
    assert second["limit"] is None, "JSON has no infinity"


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_a_module_that_measures(name: str) -> None:
    assert callable(importlib.import_module(f"tests.benchmarks.{name}").measure)


def test_the_library_that_is_clicked_through_is_right(tmp_path: Path) -> None:
    write_library(tmp_path / "long", sources=3, size=20_000, claims=2)

    checked, _ = check_library(tmp_path / "long")

    assert checked.problems == ()
    assert checked.evidence == 2 * 60
    assert all(size >= 20_000 for size in _sizes(tmp_path / "long" / "corpus"))


CLICK = """
from pathlib import Path
from tests.benchmarks.clicks import SideBySide, turn_about
from tests.benchmarks.window_child import tell

pair = SideBySide(Path({folder!r}))
choices = pair.choices()[:1]
pair.window.space.navigator.open_source(choices[0].evidence.source)
tell(*turn_about(choices, pair.click, lambda choice: pair.click_bare(choice, read=True)))
"""


def test_a_claim_of_it_is_clicked_in_the_window_as_it_is_today(tmp_path: Path) -> None:
    """Else a benchmark of the window would be found broken only when somebody measures."""
    write_library(tmp_path / "long", sources=1, size=20_000, claims=2)
    done = subprocess.run(
        [sys.executable, "-c", CLICK.format(folder=str(tmp_path / "long"))],
        env=os.environ
        | {
            "QT_QPA_PLATFORM": "offscreen",
            "COUNTERPOINT_HOME": str(tmp_path / "home"),
            "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "app"))),
        },
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert [len(said["ours"]), len(said["floor"])] == [1, 1]


def _sizes(corpus: Path) -> list[int]:
    return [path.stat().st_size for path in corpus.glob("*.txt")]
