"""How two texts differ, kept in few letters: so that a file can be as it was, byte for byte."""

import hashlib
from typing import NamedTuple


class Difference(NamedTuple):
    """From `start`, in code points, on `removed` gave way to `added`."""

    start: int
    removed: str
    added: str
    before: str
    """Digest of the whole text that was."""
    after: str

    @classmethod
    def between(cls, old: str, new: str) -> "Difference":
        start = _common(old, new)
        rest = min(len(old), len(new)) - start
        end = _common(old[::-1][:rest], new[::-1][:rest])
        removed, added = old[start : len(old) - end], new[start : len(new) - end]
        return cls(start, removed, added, _digest(old), _digest(new))

    def forth(self, text: str) -> str | None:
        """What the text became; None if `text` is not the one that was."""
        if _digest(text) != self.before:
            return None
        return text[: self.start] + self.added + text[self.start + len(self.removed) :]

    def back(self, text: str) -> str | None:
        """What the text was; None if `text` is not the one that it became."""
        if _digest(text) != self.after:
            return None
        return text[: self.start] + self.removed + text[self.start + len(self.added) :]


def _common(one: str, other: str) -> int:
    """How many code points both begin with."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
