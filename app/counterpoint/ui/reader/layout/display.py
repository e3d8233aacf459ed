"""What is shown for the words of a text: as many code points, each in its place."""

import re
from itertools import pairwise

_LINE_END = re.compile(r"[^\S\n]*\n\s*")
_NO_ROOM = "\u200b"
"""Zero-width space: holds the place of a code point that is not to be seen."""
_KEPT_BREAK = "\u2028"
_PLAIN = dict.fromkeys([*range(0x20), 0x7F, *range(0x80, 0xA0), 0x2028, 0x2029], " ") | {
    0x0A: "\n",
    0xFFFC: "\ufffd",
}
"""Controls and separators would move or break a line in Qt."""
_SHORT_OF_MEASURE = 60


def shown(words: str) -> str:
    """`words` with line ends as spaces; of the white space round one, only one space has width."""
    words = words.translate(_PLAIN)
    if "\n" not in words:
        return words
    return _LINE_END.sub(lambda found: " " + _NO_ROOM * (len(found[0]) - 1), words)


def shown_in_lines(words: str) -> str:
    """As `shown`, but keeping the line ends that the text needs: after a line that had room left
    for the next word. For addresses, headers and other furniture that is not running text."""
    lines = words.translate(_PLAIN).split("\n")
    widest = max(map(len, lines))
    parts: list[str] = []
    for line, following in pairwise(lines):
        first_word = following.split(maxsplit=1)[:1]
        fits = len(line.rstrip()) + 1 + sum(map(len, first_word)) <= widest
        kept = fits or len(line) < _SHORT_OF_MEASURE
        parts += [line, _KEPT_BREAK if kept else " "]
    return "".join([*parts, lines[-1]])


def shown_with_line_ends(words: str) -> str:
    """As `shown`, but keeping every line end: of a document whose own they are, as of verse."""
    return words.translate(_PLAIN).replace("\n", _KEPT_BREAK)


def without_number(words: str, number: str) -> str:
    """As `words`, but `number`, as "¶4" or "144", takes no room where they begin with it. A decimal
    begins with another."""
    found = re.match(rf"{re.escape(number)}\.(?!\d)\s*", words)
    return _NO_ROOM * found.end() + words[found.end() :] if found else words
