"""In which encoding a text in Latin letters is written, told by the letters that a language has:
where it is read rightly, all beyond ASCII are letters of one language, in words, and signs."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

_WESTERN = ("cp1252", "mac_roman", "cp850")
_CENTRAL = ("cp1250", "iso8859_2", "cp852", "mac_latin2")
_TURKISH = ("cp1254", "cp857", "mac_turkish")
_BALTIC = ("cp1257", "iso8859_13", "cp775")
_LANGUAGES = (
    ("àâæçéèêëîïôœùûüÿ", _WESTERN),  # French
    ("äöüßéèáà", _WESTERN),  # German
    ("áéíóúüñ", _WESTERN),  # Spanish
    ("àáâãçéêíóôúü", _WESTERN),  # Portuguese
    ("àèéìíòóùú", _WESTERN),  # Italian
    ("åäöæøéèáüàó", _WESTERN),  # of the north
    ("áéíóúýæöðþ", _WESTERN),  # Icelandic
    ("éëïóöüèêáíú", _WESTERN),  # Dutch
    ("àèéíïòóúüç·", _WESTERN),  # Catalan
    ("ąćęłńóśźż", _CENTRAL),  # Polish
    ("áčďéěíňóřšťúůýžöü", _CENTRAL),  # Czech
    ("áäčďéíĺľňóôŕšťúýžöü", _CENTRAL),  # Slovak
    ("áéíóöőúüű", _CENTRAL),  # Hungarian
    ("ăâîşţșț", _CENTRAL),  # Romanian
    ("čćđšž", _CENTRAL),  # of the Southern Slavs
    ("çğıöşüâîû", _TURKISH),  # Turkish
    ("ąčęėįšųūž", _BALTIC),  # Lithuanian
    ("āčēģīķļņšūžōŗ", _BALTIC),  # Latvian
    ("äõöüšž", _BALTIC),  # Estonian
)
_SIGNS = frozenset("‘’‚“”„–—…•€£§©®°«»‹›¿¡\u00a0´·½¼¾²³¹ªº±×÷†‡")
_IN_WORDS = frozenset("’‘´·–—-")
_BEYOND = re.compile("[^\x00-\x7f]")
_ENOUGH = 0.95
"""How much of what is beyond ASCII has to be letters and signs of the language."""
_MOST_BEYOND = 0.35
_LOOKED_AT = 1000
"""Letters beyond ASCII."""


class Likely(NamedTuple):
    encoding: str
    others: tuple[str, ...]
    """Those that come next, the likeliest first."""


def latin_letters(sample: bytes) -> Likely | None:
    """None where it is in no Latin letters, or in those of no language here."""
    found: dict[str, float] = {}
    for encoding in dict.fromkeys(name for _, names in _LANGUAGES for name in names):
        text = sample.decode(encoding, "replace")
        places = [each.start() for each in islice(_BEYOND.finditer(text), _LOOKED_AT)]
        if not places or len(places) > _MOST_BEYOND * places[-1]:
            continue
        found[encoding] = max(_fitting(text, places, encoding))
    ranked = sorted(found, key=found.__getitem__, reverse=True)  # the first of equals stays first
    if not ranked or found[ranked[0]] < _ENOUGH:
        return None
    return Likely(ranked[0], tuple(ranked[1:5]))


def _fitting(text: str, places: list[int], encoding: str) -> Iterator[float]:
    for letters, encodings in _LANGUAGES:
        if encoding in encodings:
            known = frozenset(letters + letters.upper().replace("SS", ""))
            yield sum(_fits(text, at, known) for at in places) / len(places)


def _fits(text: str, at: int, letters: frozenset[str]) -> bool:
    sign = text[at]
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if sign in "õÕ" and after in ("e", "E") and "ã" in letters:
        return (
            True  # in Portuguese; elsewhere the western reading of what Hungarian has in its place
        )
    if sign in letters:
        return not (sign.isupper() and before.islower())
    return sign in _SIGNS and (sign in _IN_WORDS or not (before.isalpha() and after.isalpha()))
