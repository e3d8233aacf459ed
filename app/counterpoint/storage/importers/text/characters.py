"""The letters of a canonical text: what is put right in them, and what is only told.

The text is NFC, by Unicode the same text as before: so that words that a person types are found
in it. Signs that NFC would turn into another shape (CJK compatibility ideographs, the signs for
kelvin, ohm and ångström) stay. What no text can hold is taken out and counted.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import combining, is_normalized, normalize

from counterpoint.domain.counting import counted
from counterpoint.domain.invisible_characters import SignKind, beyond_ascii, unseen
from counterpoint.domain.twin_letters import TWINS

_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_NO_LETTERS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff\U000e0000-\U000e001f"
    "\U0010fffe\U0010ffff]"
)
_KEPT = re.compile("([\u2126\u212a\u212b\uf900-\ufaff\U0002f800-\U0002fa1f]+)")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_REPLACED = "\ufffd"


class Letters(NamedTuple):
    """A text put right; how many signs were taken out of it."""

    text: str
    removed: int


def put_right(text: str) -> Letters:
    """`text` with line feeds only, no controls but tabs, in NFC."""
    if text.isprintable() or beyond_ascii(text).isprintable():
        return Letters(composed(text), 0)
    text = _BREAKS.sub("\n", text)
    text, removed = _NO_LETTERS.subn("", text)
    return Letters(composed(text), removed)


def is_right(text: str) -> bool:
    """Whether `text`, and so each part of it, is as `put_right` leaves it."""
    return (text.isascii() or is_normalized("NFC", text)) and (
        text.isprintable() or beyond_ascii(text).isprintable()
    )


def composed(text: str) -> str:
    """`text` in NFC, but for the signs that this would change in shape."""
    if is_normalized("NFC", text):
        return text
    parts = _KEPT.split(text)
    return "".join(part if at % 2 else normalize("NFC", part) for at, part in enumerate(parts))


class Piece(NamedTuple):
    """What stands at `at` in a text, in code points, and what `put_right` makes of it."""

    at: int
    was: str
    now: str


def pieces(text: str) -> list[Piece]:
    """`text` cut into the letters, and the groups of them that NFC composes, of which
    `put_right(text)` is made one after the other; what is taken out is in none."""
    found: list[Piece] = []
    for match in _PIECE.finditer(text):
        now = composed(_BREAKS.sub("\n", match[0]))
        if not _NO_LETTERS.sub("", now):
            continue
        last = found[-1] if found else Piece(0, "", "")
        together = composed(last.now + now)
        if combining(now[0]) or together != last.now + now:
            at = found.pop().at if found else match.start()
            found.append(Piece(at, text[at : match.end()], together))
        else:
            found.append(Piece(match.start(), match[0], now))
    return found


_PIECE = re.compile("\r\n|.", re.DOTALL)


def odd_letters(text: str) -> tuple[str, ...]:
    """What a reader of `text` should know of its letters, each a phrase."""
    found: list[str] = []
    if text.isascii() and not _ESCAPES.search(text):
        return ()
    beyond = beyond_ascii(text)  # mostly little, and quick to look through
    found += _unseen_signs(text)
    if _TWIN.search(beyond) is not None and _MIXED.search(text) is not None:
        words = [each for each in _WORD.findall(text) if _MIXED.search(each)]
        many = counted(len(words), "word")
        found.append(f"{many} with letters of two scripts that look alike, as “{words[0]}”")
    unknown = beyond.count(_REPLACED)
    if unknown:
        letters = counted(unknown, "letter")
        found.append(f"{letters} that the file marks as unknown, or that was cut short (\ufffd)")
    private = len(_PRIVATE.findall(beyond))
    if private:
        found.append(f"{private} signs of a font's own, which stand for letters or bullets")
    garbled = len(_GARBLED.findall(text))
    if garbled > 1:
        found.append(
            f"{garbled} places where letters were garbled before the file reached us, as in "
            f"“{_sample(text)}”"
        )
    return tuple(found)


def _unseen_signs(text: str) -> Iterator[str]:
    """What is to be told of the signs that nobody sees: those that turn the words round them, and
    all others by their names."""
    signs = [each for each in unseen(text) if each.kind in (SignKind.DIRECTION, SignKind.NOT_SEEN)]
    turning = sum(each.kind is SignKind.DIRECTION for each in signs)
    if turning:
        yield (
            f"{turning:,} unseen signs that turn the direction of writing; they were kept"
            if turning > 1
            else "an unseen sign that turns the direction of writing; it was kept"
        )
    others = Counter(each.called for each in signs if each.kind is SignKind.NOT_SEEN)
    if others:
        which = ", ".join(f"{number:,} × {called}" for called, number in others.most_common(_NAMED))
        many = counted(others.total(), "sign")
        kept = "it was kept" if others.total() == 1 else "they were kept"
        yield f"{many} that nobody sees, and {kept}: {which}"


_ESCAPES = re.compile(r"'[89a-f][0-9a-f]|=[C-F][0-9A-F]=")
"""What may be garbled letters of a text in ASCII."""
_NAMED = 4
"""So many kinds of signs are named."""
_MIXED = re.compile(f"[A-Za-z][{TWINS}]|[{TWINS}][A-Za-z]")
_TWIN = re.compile(f"[{TWINS}]")
_WORD = re.compile(r"\w+")
_GARBLED = re.compile(
    "â€[\x80-\xbf™œ˜¦“”\u009d]|Ã[\x80-\xbf©¨ª«¡³±¼¶¤§]|â(?=s\\b)"
    r"|'(?:(?<=[^\W\d_]')(?:[89][0-9a-f]|[a-f]\d)|[a-f]\d(?=[a-z]))"
    r"|=[C-F][0-9A-F]=[89AB][0-9A-F]"
)
"""UTF-8 that was read as Windows-1252 at some time; letters of Rich Text that lost their backslash
("por'e7'e3o"); those of a mail, "=C3=A9"."""


def _sample(text: str) -> str:
    found = _GARBLED.search(text)
    if found is None:
        return ""
    return " ".join(text[max(0, found.start() - 12) : found.end() + 12].split())
