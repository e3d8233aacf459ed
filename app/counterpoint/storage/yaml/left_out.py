"""What is not taken from a file because it is wrong, and how its lists count without it."""

from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Iterator

from counterpoint.domain.forms import KeyPath


class LeftOut:
    """A set of paths, as the file itself counts them; asking costs the same however many there
    are."""

    def __init__(self) -> None:
        self._paths: dict[KeyPath, None] = {}
        self._within: Counter[KeyPath] = Counter()
        self._entries: dict[KeyPath, list[int]] = {}
        self._shifts: dict[KeyPath, list[int]] = {}
        """By list: for each entry left out, at which number of those kept it stood."""

    def __bool__(self) -> bool:
        return bool(self._paths)

    def __contains__(self, path: KeyPath) -> bool:
        return path in self._paths

    def __iter__(self) -> Iterator[KeyPath]:
        return iter(self._paths)

    def add(self, path: KeyPath) -> None:
        if path in self._paths:
            return
        self._paths[path] = None
        self._within.update(path[:end] for end in range(len(path) + 1))
        number = path[-1] if path else ""
        if isinstance(number, int):
            insort(self._entries.setdefault(path[:-1], []), number)
            self._shifts.pop(path[:-1], None)

    def within(self, path: KeyPath) -> int:
        """How many of the paths are `path` or lead on from it."""
        return self._within[path]

    def original(self, path: KeyPath) -> KeyPath:
        """`path`, whose entries of lists count those that are kept, as the file itself counts."""
        if not self._entries:
            return path
        found: KeyPath = ()
        for step in path:
            there = step + self._before(found, step) if isinstance(step, int) else step
            found = (*found, there)
        return found

    def _before(self, path: KeyPath, kept: int) -> int:
        """How many entries of the list at `path` are left out before the one that is number `kept`
        of the others."""
        entries = self._entries.get(path)
        if entries is None:
            return 0
        if path not in self._shifts:
            self._shifts[path] = [number - gone for gone, number in enumerate(entries)]
        return bisect_right(self._shifts[path], kept)
