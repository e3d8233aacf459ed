"""The table of figures in docs/performance.md, and of which machine and day each is."""

import math
import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6 import __version__ as of_qt

from tests.benchmarks.harness import Figure

BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
_HEAD = (
    "| what | ours | beside it | ratio | at most | measured |",
    "|---|---|---|---|---|---|",
)


def put_into(paper: Path, figures: Sequence[Figure]) -> None:
    """Rows of the same name are replaced, the others stay. Raises ValueError where the paper has
    no place for the table."""
    before, _, rest = paper.read_text("utf-8").partition(BEGIN)
    there, found, after = rest.partition(END)
    if not found:
        raise ValueError(f"{paper} has no {BEGIN} … {END}")
    rows = {_named(row): row for row in there.strip().splitlines()[len(_HEAD) :]}
    when = measured_on()
    rows |= {figure.name: row_of(figure, when) for figure in figures}
    table = "\n".join((*_HEAD, *rows.values()))
    paper.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", "utf-8")


def row_of(figure: Figure, when: str) -> str:
    """One line of Markdown."""
    limit = ""
    if figure.limit != math.inf:
        unit = "×" if figure.limit_of == "ratio" else figure.unit
        limit = f"{figure.limit:g} {unit}, {'holds' if figure.holds else '**missed**'}"
    return (
        f"| {figure.name} | {_rounded(figure.value)} {figure.unit} "
        f"| {_rounded(figure.floor)} {figure.unit} | {_rounded(figure.ratio)} × | {limit} "
        f"| {when} |"
    )


def measured_on() -> str:
    """The day, and how many processes wanted a core."""
    load = f", load {os.getloadavg()[0]:.0f}" if hasattr(os, "getloadavg") else ""
    return f"{datetime.now(UTC):%Y-%m-%d}{load}"


def machine() -> str:
    """In a line, for the words round the table."""
    cores, python = os.cpu_count(), platform.python_version()
    return f"{platform.system()}, {cores} cores, Python {python}, PySide6 {of_qt}"


def _named(row: str) -> str:
    return row.split("|")[1].strip()


def _rounded(value: float) -> str:
    """To three figures that count."""
    if value == 0 or value >= 100:
        return f"{value:.0f}"
    return f"{value:.3g}"
