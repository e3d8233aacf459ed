"""What every benchmark shares: figures beside their floor, and the table and JSON they go into.

A figure is the median of its runs (or the 95th percentile where it says so); its floor is the same
work done by the barest program that can do it, run turn about with ours in the same session.
"""

import json
import math
import statistics
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. `ratio` is `value` to `floor`. `limit` is what must hold: of the
    ratio where `limit_of` is "ratio", else of the value itself; infinite where nothing must."""

    name: str
    value: float
    unit: str
    floor: float
    ratio: float
    limit: float
    limit_of: str
    holds: bool
    runs: int
    spread: float
    """Of our runs: the interquartile range, in `unit`."""


def figure(
    name: str,
    unit: str,
    ours: Sequence[float],
    floor: Sequence[float],
    *,
    limit: float,
    limit_of: str = "ratio",
    of: Callable[[Sequence[float]], float] = statistics.median,
) -> Figure:
    """Ours beside the floor; `of` makes one figure of many runs."""
    value, least = of(ours), of(floor)
    ratio = value / least
    measured = ratio if limit_of == "ratio" else value
    low, _, high = statistics.quantiles(ours, n=4) if len(ours) > 1 else (value,) * 3
    return Figure(
        name, value, unit, least, ratio, limit, limit_of, measured <= limit, len(ours), high - low
    )


def p95(runs: Sequence[float]) -> float:
    """The 95th percentile, by the nearest-rank method."""
    ordered = sorted(runs)
    return ordered[max(0, -(-len(ordered) * 95 // 100) - 1)]


def table(figures: Sequence[Figure]) -> str:
    """For a person to read."""
    rows = [("what", "ours", "floor", "ratio", "at most", "", "runs", "spread")]
    for each in figures:
        limit = f"{each.limit:g} ×" if each.limit_of == "ratio" else f"{each.limit:g} {each.unit}"
        bounded = each.limit != math.inf
        rows.append(
            (
                each.name,
                f"{each.value:.2f} {each.unit}",
                f"{each.floor:.2f} {each.unit}",
                f"{each.ratio:.2f} ×",
                limit if bounded else "",
                ("holds" if each.holds else "FAILS") if bounded else "",
                str(each.runs),
                f"{each.spread:.2f}",
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def write_json(figures: Sequence[Figure], path: Path) -> None:
    """A list of objects, one for each figure; a figure without a limit has null there."""
    objects = [
        {key: None if value == math.inf else value for key, value in asdict(each).items()}
        for each in figures
    ]
    path.write_text(json.dumps(objects, indent=2, allow_nan=False) + "\n", "utf-8")
