"""From a click on a claim to its passage painted, in a text of 1 MB that was not open before."""

from tests.benchmarks.harness import Figure
from tests.benchmarks.window_child import home, p95_of, tell

SOURCES, SIZE, CLAIMS = 60, 1_000_000, 1
"""Texts, bytes of each, claims in each of 60 cells: every click opens another text."""


def measure() -> list[Figure]:
    return p95_of("first_jump", "the same, 1 MB not yet open, 95th percentile", limit=50)


def child() -> None:
    """The floor reads the whole text too, takes its digest and decodes it."""
    from tests.benchmarks.clicks import Choice, SideBySide, turn_about
    from tests.benchmarks.long_texts import write_library

    folder = home() / "library"
    write_library(folder, SOURCES, SIZE, CLAIMS)
    pair = SideBySide(folder)
    choices = pair.choices()
    if len({choice.evidence.source for choice in choices}) != len(choices):
        raise AssertionError("two claims lead to the same text")

    def floor(choice: Choice) -> float:
        return pair.click_bare(choice, read=True)

    tell(*turn_about(choices, pair.click, floor))


if __name__ == "__main__":
    child()
