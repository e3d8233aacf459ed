"""Accents that a PDF draws as signs of their own over or under a letter, as in “Aviac¸a˜o”.

Which letter is theirs is told from where they stand on the page, as some programs write them before
it and others after. Each becomes a combining one right after its letter, so that a line keeps its
length, and what puts letters right makes one letter of the two.
"""

import ctypes
import re
from typing import Any
from unicodedata import normalize

import pypdfium2.raw as pdfium

ACCENT = re.compile("[`´¨¯¸ˆˇ˘˙˚˛˜˝]")
_COMBINING = dict(
    zip(
        "`´¨¯¸ˆˇ˘˙˚˛˜˝",
        "\u0300\u0301\u0308\u0304\u0327\u0302\u030c\u0306\u0307\u030a\u0328\u0303\u030b",
        strict=True,
    )
)
_DOTLESS = {"ı": "i", "ȷ": "j"}
"""What is written below an accent, which takes the place of the dot."""


def over_letters(words: Any, line: str, at: int) -> str:
    """`line`, whose first sign is PDFium's `at`, with each accent that stands over or under the
    letter beside it as a combining one. As many code points as before."""
    signs = list(line)
    for found in ACCENT.finditer(line):
        here = found.start()
        for beside in (here - 1, here + 1):
            letter = signs[beside] if 0 <= beside < len(signs) else ""
            base = _DOTLESS.get(letter, letter)
            combining = _COMBINING[found[0]]
            if not base.isalpha() or len(normalize("NFC", base + combining)) > 1:
                continue
            if _over(words, at + here, at + beside):
                first = min(here, beside)
                signs[first : first + 2] = [base, combining]
                break
    return "".join(signs)


def _over(words: Any, accent: int, letter: int) -> bool:
    """Whether the middle of the one stands over or under the other."""
    left, right = _sides(words, accent)
    least, most = _sides(words, letter)
    return least < (left + right) / 2 < most


def _sides(words: Any, index: int) -> tuple[float, float]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    if not pdfium.FPDFText_GetCharBox(words, index, left, right, bottom, top):
        return 0.0, 0.0
    return left.value, right.value
