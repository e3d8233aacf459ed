"""What stands beside a place in a text, in whole words."""

import re

_SPACE = re.compile(r"\s")


def before(text: str, position: int, most: int) -> str:
    """At most so many code points, from the beginning of a word."""
    begin = max(0, position - most)
    if begin and not text[begin - 1].isspace():
        following = _SPACE.search(text, begin, position)
        begin = following.start() if following is not None else begin
    return text[begin:position]


def after(text: str, position: int, most: int) -> str:
    """At most so many code points, to the end of a word."""
    end = min(len(text), position + most)
    if end < len(text) and not text[end].isspace():
        spaces = [found.end() for found in _SPACE.finditer(text, position, end)]
        end = spaces[-1] if spaces else end
    return text[position:end]
