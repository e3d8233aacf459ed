"""From a click on a claim to its passage painted, in a text of 50 MB that is open already."""

from tests.benchmarks.harness import Figure
from tests.benchmarks.window_child import home, p95_of, tell

SIZE, CLAIMS = 50_000_000, 6
"""Bytes of the text; claims in each of 60 cells. Every one is clicked."""


def measure() -> list[Figure]:
    return p95_of("jump", "click to the passage painted, 50 MB open, 95th percentile", limit=16.7)


def child() -> None:
    """Every claim is clicked once, in an order that leads all over the text."""
    from tests.benchmarks.clicks import Choice, SideBySide, turn_about
    from tests.benchmarks.long_texts import write_library

    folder = home() / "library"
    write_library(folder, 1, SIZE, CLAIMS)
    pair = SideBySide(folder)
    choices = pair.choices()
    source = choices[0].evidence.source
    pair.window.space.navigator.open_source(source)
    pair.page.text = (folder / "corpus" / f"{source}.txt").read_bytes().decode()

    def floor(choice: Choice) -> float:
        return pair.click_bare(choice, read=False)

    tell(*turn_about(choices, pair.click, floor))


if __name__ == "__main__":
    child()
