"""Code points to the UTF-16 units in which Qt counts, and back, within one stretch of text."""

from bisect import bisect_left


class Units:
    """Both counts start at 0 at the start of the stretch. Costs nothing where all is in the BMP."""

    __slots__ = ("_wide", "_wide_units")

    def __init__(self, words: str) -> None:
        self._wide: tuple[int, ...] = ()
        if not words.isascii():
            self._wide = tuple(i for i, character in enumerate(words) if character > "\uffff")
        self._wide_units = tuple(point + nth for nth, point in enumerate(self._wide))

    def unit(self, point: int) -> int:
        """The first UTF-16 unit of the code point."""
        return point + bisect_left(self._wide, point)

    def point(self, unit: int) -> int:
        """The code point to which a UTF-16 unit belongs."""
        return unit - bisect_left(self._wide_units, unit)
