"""Phrases that several importers tell a loss in."""


def sample(words: str, most: int = 60) -> str:
    """The beginning of `words`, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
