"""A language that nobody speaks: every letter another one, every text longer by two fifths.

What is still in plain letters on the screen did not pass the seam to other languages; what is cut
would be cut in German or Finnish.
"""

import math
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

from counterpoint.labels.translation import use

LONGER = 0.4
_LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "áƀćđéƒǵĥíĵķĺḿńőṕɋŕśťúṽẃẋýźÁɃĆĐÉƑǴĤÍĴĶĹḾŃŐṔɊŔŚŤÚṼẂẊÝŹ",
)
_KEPT = re.compile(r"(\{\w+\}|\([^()|]*\|[^()|]*\)|\t.*)")
"""Names of values, forms by number, and the keys in a menu."""
_FORMS = re.compile(r"\(([^()|]*)\|([^()|]*)\)")


def pseudo(text: str, _comment: str = "", _number: int = -1) -> str:
    """The text in that language."""
    parts = [
        part if number % 2 else part.translate(_LETTERS)
        for number, part in enumerate(_KEPT.split(text))
    ]
    said = "".join(parts)
    said = _FORMS.sub(lambda form: form[0].translate(_LETTERS), said)
    label, tab, keys = said.partition("\t")
    more = max(1, math.ceil(len(_KEPT.sub("", text)) * LONGER) - 1)
    tail = " ".join("ő" * min(6, more - at) for at in range(0, more, 6))
    return f"{label} {tail}{tab}{keys}" if label.strip() else said


@contextmanager
def pseudo_translated() -> Iterator[None]:
    """Everything that is said meanwhile is said in that language."""
    use(pseudo)
    try:
        yield
    finally:
        use(None)


def plain_words(text: str) -> set[str]:
    """The words of three letters or more that are in none of that language's letters."""
    found = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text))
    return {word for word in found if len(word) > 2 and word.isascii()}
