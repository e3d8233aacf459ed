"""From another thing chosen to its note painted, where the one that is left has 1,000 notes."""

import random
from functools import partial

from tests.benchmarks.harness import Figure, figure
from tests.benchmarks.long_texts import prose
from tests.benchmarks.window_child import ROOT, home, tell, times

NOTES, TURNS = 1000, 40
"""Notes on one thing; how often one goes to it and away again."""
MANY, FEW, NONE = "containment", "compartmentalised-dialogue", "engage-but-beware"
"""Approaches: that of many notes, one of a single note, one of none between them."""


def measure() -> list[Figure]:
    ours, floor = times("many_notes")
    return [figure("to and from a thing with 1,000 notes", "ms", ours, floor, limit=2.0)]


def child() -> None:
    """There and away, turn about with a thing that has a single note."""
    from counterpoint.domain.note import Target, TargetKind
    from tests.benchmarks.opened_window import OpenedWindow
    from tests.benchmarks.paint_clock import PaintClock, rest

    write_notes()
    opened = OpenedWindow(ROOT)
    navigator, notebook = opened.window.space.navigator, opened.window.space.notebook
    clock = PaintClock(notebook.editor.viewport())
    kept: tuple[list[float], list[float]] = ([], [])

    def go(approach: str, *, empty: bool) -> float:
        target = Target(TargetKind.APPROACH, approach=approach)
        return clock.time(
            partial(navigator.take_up, target), lambda: (not notebook.editor.body) == empty
        )

    go(FEW, empty=False)
    go(NONE, empty=True)
    for turn in range(TURNS):
        for approach, taken in list(zip((MANY, FEW), kept, strict=True))[:: 1 if turn % 2 else -1]:
            rest(50)
            there = go(approach, empty=False)
            rest(50)
            taken.append(there + go(NONE, empty=True))
    if len(opened.window.space.live.notebook.notes.all()) != NOTES + 1:
        raise AssertionError("the notes are not there")
    tell(*kept)


def write_notes() -> None:
    """Where those of the library that comes with the app are."""
    folder = home() / "data" / "notes"
    folder.mkdir(parents=True)
    dice = random.Random(1991)
    for number in range(NOTES + 1):
        approach = MANY if number else FEW
        folder.joinpath(f"2026-11-22-{number:06}-aaaa.md").write_text(
            f"---\ntarget: option\noption: {approach}\n---\n{prose(dice, 30)}.\n", "utf-8"
        )


if __name__ == "__main__":
    child()
