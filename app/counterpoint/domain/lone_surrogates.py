"""Halves of characters, which no file in UTF-8 can hold.

Python has them in the names of files that are not UTF-8, Qt in what is typed, and JSON by their
numbers.
"""

import re

_LONE = re.compile("[\ud800-\udfff]")
REPLACED = "\ufffd"
"""What stands for each."""


def without_lone_surrogates(text: str) -> str:
    """`text` with `REPLACED` for each of them; as long as it was."""
    return text if text.isascii() else _LONE.sub(REPLACED, text)
