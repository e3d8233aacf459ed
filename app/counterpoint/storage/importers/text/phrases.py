"""Phrases that several importers tell a loss in."""


def counted(number: int, what: str, plural: str = "") -> str:
    """ "1 comment", "1,200 comments"."""
    return f"{number:,} {what if number == 1 else plural or what + 's'}"


def sample(words: str, most: int = 60) -> str:
    """The beginning of `words`, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
