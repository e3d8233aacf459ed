"""The passages one can step through with next and previous: all of a source, or some of any."""

from collections.abc import Sequence

from counterpoint.labels.counts import out_of


class PassageOrder:
    """An ordered list of keys, and the one that is current. It does not run round its ends."""

    def __init__(self, keys: Sequence[str] = (), what: str = "") -> None:
        """`what` says which passages these are: "of this claim"; "" for all of the source."""
        self.what = what
        self._keys = list(dict.fromkeys(keys))
        self._index = {key: index for index, key in enumerate(self._keys)}
        self.current = ""

    def __len__(self) -> int:
        return len(self._keys)

    def __contains__(self, key: object) -> bool:
        return key in self._index

    @property
    def number(self) -> int:
        """Which one is current, from 1; 0 for none."""
        return self._index.get(self.current, -1) + 1

    def step(self, by: int) -> str | None:
        """The key that many after the current one (before, if negative), else None.

        If none is current, the first or the last.
        """
        if not self._keys:
            return None
        if not self.number:
            return self._keys[0 if by > 0 else -1]
        index = self.number - 1 + by
        return self._keys[index] if 0 <= index < len(self._keys) else None

    @property
    def count(self) -> str:
        """ "3 of 14"; "14" if none is current; "" where there is nothing to step through."""
        if not self._keys:
            return ""
        return out_of(self.number, len(self)) if self.number else str(len(self))
