"""Words that look the same and are not: letters of other scripts, signs that are not seen."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from unicodedata import normalize

from .folding import NOT_SEEN
from .spelling import named
from .twin_letters import LATIN, TWINS
from .word_diff import side_by_side

_ALIKE = str.maketrans(TWINS, LATIN)
_UNSEEN = str.maketrans("", "", NOT_SEEN)
_NAMED = 3
"""So many signs of either side are named."""


def look_alike(one: str, other: str) -> bool:
    """Whether two pieces that differ look the same on a screen."""
    return one != other and _skeleton(one) == _skeleton(other)


def _skeleton(words: str) -> str:
    return normalize("NFKC", words.translate(_UNSEEN)).translate(_ALIKE)


def signs_apart(pairs: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """The signs by which each pair differs, named: those of its first and those of its second; ""
    for none."""
    first: dict[str, None] = {}
    second: dict[str, None] = {}
    for one, other in pairs:
        for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
            if tag != "equal":
                first.update(dict.fromkeys(one[a:b]))
                second.update(dict.fromkeys(other[c:d]))
    return _told(first), _told(second)


def _told(signs: Iterable[str]) -> str:
    seen = [sign for sign in signs if not (sign.isascii() and sign.isspace())]
    return ", ".join(map(named, seen[:_NAMED]))


def not_to_be_seen(words: str, there: str, *, exactly: bool) -> tuple[str, str]:
    """The signs by which `words` and those `there` differ where that cannot be seen, or, `exactly`,
    wherever how they are set differs."""
    stretches = side_by_side(words, there, exactly=exactly)
    differing = [(each.old, each.new) for each in stretches if not each.same]
    return signs_apart(pair for pair in differing if exactly or look_alike(*pair))
