"""Words in a text, as a double click and the control key take them."""

import re

from counterpoint.domain.span import Span

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_REACH = 200
"""Code points looked at on either side; a longer word is cut there."""


def word_at(text: str, position: int) -> Span:
    """The word that holds the code point, or else that one code point (none at the end)."""
    start = max(0, position - _REACH)
    for found in _WORD.finditer(text, start, min(len(text), position + _REACH)):
        if found.start() <= position < found.end():
            return Span(found.start(), found.end())
        if found.start() > position:
            break
    return Span(position, min(position + 1, len(text)))


def next_word(text: str, position: int) -> int:
    """Where the word after this position ends."""
    found = _WORD.search(text, position)
    return found.end() if found else len(text)


def previous_word(text: str, position: int) -> int:
    """Where the word before this position begins."""
    begins = 0
    reach = position
    while reach > 0 and not begins:
        reach = max(0, reach - _REACH)
        for found in _WORD.finditer(text, reach, position):
            begins = found.start()
    return begins
