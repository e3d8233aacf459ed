"""The names of persons and offices in a few words."""

from .text import in_one_line

LONGEST_NAME = 40
"""Characters of a name that a header or an evidence mark has room for."""


def briefly(name: str) -> str:
    """A name in a few words: cut at a comma, a bracket or a word, and then marked with "…"."""
    name = in_one_line(name)
    if len(name) <= LONGEST_NAME:
        return name
    head = name.split(",")[0].split(" (")[0]
    if len(head) <= LONGEST_NAME:
        return head
    return head[:LONGEST_NAME].rsplit(" ", 1)[0].rstrip(",;:") + "\u00a0…"
