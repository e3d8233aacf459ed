"""Where a selection of a project is: its position, checked by the words that it is named by."""

import re
from collections.abc import Iterable

_ENOUGH = 4
"""Code points of a name that can be told from chance."""
_CUT = re.compile(r"(?:…|\.\.\.)\s*$")
_MOST_WORDS = 200
"""Of a name, that are compared."""


class NotPlaced(Exception):
    """Why nobody can say where it is, in words."""


def place_by_words(text: str, place: tuple[int, int], names: Iterable[str]) -> tuple[int, int]:
    """Start and end in `text`, in code points. The words of one of `names` decide, where they stand
    in the text; they may be the beginning alone. A selection that is named by nothing that the text
    has is at its `place`, where that begins and ends with whole words. Raises NotPlaced."""
    start, end = place
    inside = 0 <= start < end <= len(text)
    sought = [name for name in names if len(_flat(_CUT.sub("", name))) >= _ENOUGH]
    for name in sought:
        named, cut = _flat(_CUT.sub("", name)), bool(_CUT.search(name))
        here = _flat(text[start:end]) if inside else ""
        whole = inside and _whole_words(text, start, end)
        if here == named or (here.startswith(named) and (whole or cut)):
            return place
        found = _places(text, named)
        if not found:
            continue
        if len(found) > 1:
            raise NotPlaced(
                f"its position is not at its words, which stand in {len(found)} places of the text"
            )
        if not cut:
            return found[0]
        # How much follows the beginning, the position alone says, as far as it is right.
        first = found[0][0]
        last = first + max(end - start, found[0][1] - first)
        if last <= len(text) and _whole_words(text, first, last):
            return first, last
        return found[0]
    if not inside:
        raise NotPlaced("its position is outside of the text, and its words do not stand there")
    if not _whole_words(text, start, end):
        raise NotPlaced("its position is within words, and what it is named by is not in the text")
    return place


def beginning_of(name: str) -> tuple[str, bool]:
    """The words of a name that can be looked for, "" where there are too few, and whether they are
    the beginning alone."""
    words = _flat(_CUT.sub("", name))
    return (words if len(words) >= _ENOUGH else ""), bool(_CUT.search(name))


def beside_words(words: str, names: Iterable[str], source: str) -> list[str]:
    """Those of `names` that say more than the `words` of a selection, or what its source is
    called."""
    there = (_flat(words), _flat(source))
    return [
        _flat(name)
        for name in dict.fromkeys(names)
        if _flat(name) and not any(_flat(_CUT.sub("", name)) in each for each in there)
    ]


def _flat(words: str) -> str:
    return " ".join(words.split())


def _places(text: str, words: str) -> list[tuple[int, int]]:
    pattern = r"\s+".join(map(re.escape, words.split()[:_MOST_WORDS]))
    return [found.span() for found in re.finditer(pattern, text)]


def _whole_words(text: str, start: int, end: int) -> bool:
    begins = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    ends = end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum())
    return begins and ends
