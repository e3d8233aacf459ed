"""Letters that are set higher or lower than their line, written so that they read truly in a plain
text: "10⁶", "CO₂", "1st", "x^(k+a)"."""

import re

_PLAIN = "0123456789+-=()"
_HIGH = str.maketrans(_PLAIN + "−–ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾⁻⁻ⁿⁱ")
_LOW = str.maketrans(_PLAIN + "−–", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎₋₋")
_BETWEEN = re.compile(r"(?<=\d)[.,](?=\d)")
"""Has no raised form, and between figures that are raised it is read as they are."""
_ORDINALS = frozenset(
    {
        *("st", "nd", "rd", "th", "d", "e", "er", "ers", "re", "res", "es", "ère", "ères", "ème"),
        *("èmes", "eme", "ième", "nde", "nds", "de", "ste", "te", "o", "a", "os", "as"),
    }
)
"""After a number, in the languages that raise them: plain letters read alike."""
_ENDINGS = frozenset(
    ("r", "rs", "e", "me", "mes", "lle", "lles", "te", "tes", "to", "d", "os", "o", "gr")
)
"""Of abbreviations, as in Mme and Dr."""
_SIGNS = frozenset({"tm", "sm", "mc", "®", "™", "©", "ª", "º", "°"})
_NUMBER = re.compile(r"\d|[IVXLCDM]")
_SHORT = 3
"""Letters before the ending of an abbreviation, at most."""


def raised(words: str, before: str) -> str:
    """What is set higher; `before` stands before it."""
    return _written(words, before, _HIGH, "^")


def lowered(words: str, before: str) -> str:
    """What is set lower; `before` stands before it."""
    return _written(words, before, _LOW, "_")


def _written(words: str, before: str, signs: dict[int, int], mark: str) -> str:
    bare = words.strip()
    if not bare or (not any(map(str.isalnum, bare)) and len(bare) == 1):
        return words  # a prime, a degree, an asterisk: there is nothing to be mistaken
    space, behind = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    if mark == "^" and _is_ending(bare, before):
        return words
    if not before[-1:].strip() and any(map(str.isalpha, bare)):
        return words  # it hangs on nothing: a mark of its own, as "(a)"
    if mark == "^" and (bare[0] == "[" or " " in bare):
        return words  # a remark, which no number has above it
    if all(ord(sign) in signs for sign in _BETWEEN.sub("", bare)):
        return f"{space}{bare.translate(signs)}{behind}"
    return f"{space}{mark}({bare}){behind}"


def _is_ending(words: str, before: str) -> bool:
    low = words.casefold()
    found = re.search(r"\w+$", before)
    base = found[0] if found else ""
    if low in _SIGNS:
        return True
    if low in _ORDINALS and base and all(map(_NUMBER.match, base)):
        return True
    high = base[:1].isupper() or base == "n"
    return low in _ENDINGS and high and len(base) <= _SHORT
