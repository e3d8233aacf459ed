"""Going through much text at once: laying out a long source, finding by name among many entries."""

import time
from collections.abc import Callable

from counterpoint.application.library.find import Entry, EntryIndex, Kind
from counterpoint.domain.layout import lay_out
from counterpoint.domain.source import Numbering
from tests.benchmarks.harness import Figure, figure

PARAGRAPH = "A paragraph of some hundred characters — about as long\nas those of a newspaper.\n\n"
CLAIM = "Moscow’s goal {} is to regain influence in its near abroad, and to deter the West"
TYPED = ("e", "en", "eng", "engagement 7", "m", "mo", "moscow 29999")


def measure() -> list[Figure]:
    return [_layout(), _finding()]


def _layout() -> Figure:
    text = PARAGRAPH * 625_000
    ours, floor = _turn_about(
        lambda: len(lay_out(text, (), Numbering.COUNT)), lambda: len(text.split("\n\n")), 9
    )
    return figure("laying out 50 million code points", "ms", ours, floor, limit=3)


def _finding() -> Figure:
    """A keystroke's share: the mean of several that a person types one after the other."""
    names = [CLAIM.format(number) for number in range(30_000)]
    details = [f"Hard-headed engagement · Diagnosis {number % 10}" for number in range(30_000)]
    finder = EntryIndex(
        [
            Entry(Kind.CLAIM, name, detail, str(number))
            for number, (name, detail) in enumerate(zip(names, details, strict=True))
        ]
    )
    finder.prepare()
    folded = [f"{name}\n{detail}".casefold() for name, detail in zip(names, details, strict=True)]

    def ours() -> int:
        return sum(finder.find(query, 200).total for query in TYPED)

    def floor() -> int:
        queries = [query.split() for query in TYPED]
        return sum(all(word in each for word in words) for words in queries for each in folded)

    times = _turn_about(ours, floor, 9)
    each = [[one / len(TYPED) for one in side] for side in times]
    return figure("a key in the palette, 30,000 entries", "ms", *each, limit=2)


def _turn_about(
    ours: Callable[[], int], floor: Callable[[], int], runs: int
) -> tuple[list[float], list[float]]:
    """The milliseconds of each; both have to find something."""
    spent: tuple[list[float], list[float]] = ([], [])
    for _ in range(runs):
        for work, times in zip((ours, floor), spent, strict=True):
            start = time.perf_counter()
            found = work()
            times.append(1000 * (time.perf_counter() - start))
            if not found:
                raise AssertionError("nothing was found")
    return spent
