"""How texts are counted: Python counts code points, Qt and PDFium UTF-16 units."""

from bisect import bisect_left


def utf16_length(text: str) -> int:
    """How many UTF-16 units `text` is."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf16_offset(text: str, point: int) -> int:
    """The UTF-16 unit at which code point `point` begins. For one position: nothing is kept."""
    return point if text.isascii() else utf16_length(text[:point])


def code_point_at(text: str, unit: int) -> int:
    """The code point to which UTF-16 unit `unit` belongs. For one position: nothing is kept."""
    if text.isascii():
        return unit
    most = text[:unit]
    head = most.encode("utf-16-le", "surrogatepass")
    if len(head) == 2 * len(most):
        return len(most)
    return len(head[: 2 * unit].decode("utf-16-le", "ignore"))


class Utf16Index:
    """UTF-16 units and code points of one stretch of text, for many positions in it.

    Both counts start at 0 at the start of the stretch. Costs nothing where all is in the BMP.
    """

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
