"""Whether each word that a web page shows came into its text, as often as it is there."""

import re
from collections.abc import Sequence
from enum import Enum
from typing import Any, NamedTuple

from counterpoint.domain.counting import counted
from counterpoint.storage.importers.text.phrases import ALL, sample

from .missing import letters_of


class Where(Enum):
    """Of what a piece of a page is a part, as it is told of."""

    AROUND = "what stands around the text, such as menus"
    ASIDE = "beside the main text, left out"
    HIDDEN = "hidden on the page, left out"


class Seen(NamedTuple):
    words: str
    where: Where
    link: bool
    """Whether it is a link, or raised: a mark of a note is, and the way back from it."""


def seen_words(root: Any, hidden_parts: Sequence[Any], unseen: Sequence[str]) -> list[Seen]:
    """What the page says in words, piece by piece, but for what is in the elements `unseen`.
    `hidden_parts` are those of it that its reader does not see."""
    tops = {*root.iter(*unseen)}
    never = {part for each in tops for part in each.iter()}
    hidden = {part for each in hidden_parts for part in each.iter()}
    beside = {
        part
        for main in root.iter("main", "article")
        for each in main.iter("aside")
        for part in each.iter()
    }

    def where(element: Any) -> Where:
        if element in hidden:
            return Where.HIDDEN
        return Where.ASIDE if element in beside else Where.AROUND

    links = {part for each in root.iter("a", "sup") for part in each.iter()}
    found: list[Seen] = []
    for element in root.iter():
        if isinstance(element.tag, str) and element not in never:
            found.append(Seen(element.text or "", where(element), element in links))
        if element not in never or element in tops:
            above = element.getparent()
            found.append(Seen(element.tail or "", where(above), above in links))
    return [piece for piece in found if piece.words and not piece.words.isspace()]


def left_out(seen: Sequence[Seen], heard: str) -> list[str]:
    """What is to be told of the pieces of the page that are not in what was `heard` of it, or less
    often than on the page."""
    gone = _gone(seen, heard)
    told: list[str] = []
    for where in Where:
        words = " ".join(
            " ".join(
                piece.words for at, piece in enumerate(seen) if at in gone and piece.where is where
            ).split()
        )
        if words:
            # Of menus enough to know them: who wants them chooses the whole page.
            most = 60 if where is Where.AROUND else ALL
            many = counted(len(words.split()), "word")
            told.append(f"{where.value}: {many}, “{sample(words, most)}”")
    return told


def _gone(pieces: Sequence[Seen], heard: str) -> set[int]:
    """Which of them are not there. Each takes its letters away, so that none is found twice."""
    whole = _bytes(heard)
    there = bytearray(whole)
    rest: list[tuple[int, bytes]] = []
    here = 0
    for at, piece in enumerate(pieces):
        wanted = _bytes(piece.words)
        if not wanted:
            continue
        # Mostly they follow one another; a short one is found further on by chance.
        far = here + len(wanted) + (_NEAR if len(wanted) >= _LONG else 0)
        found = there.find(wanted, here, far)
        if found < 0:
            rest.append((at, wanted))
            continue
        here = found + len(wanted)
        there[found:here] = bytes(len(wanted))
    rest.sort(key=lambda each: -len(each[1]))
    gone: set[int] = set()
    for nth, (at, wanted) in enumerate(rest):
        words, _, link = pieces[at]
        if link and _MARK.fullmatch(words.strip()) and wanted in whole:
            continue  # of a note that stands once in the text, and once more by its mark
        ways = (wanted, _bytes(_SIGN.sub("", words, count=1)))
        if not any(_taken(there, way, nth < _MOST) for way in ways):
            gone.add(at)
    return gone


def _taken(there: bytearray, wanted: bytes, away: bool) -> bool:
    found = there.find(wanted)
    if found >= 0 and away:
        there[found : found + len(wanted)] = bytes(len(wanted))
    return found >= 0


def _bytes(words: str) -> bytes:
    return letters_of(words).encode("utf-8", "surrogatepass")


_NEAR = 2000
_LONG = 20
_MOST = 5000
"""So many are counted."""
_MARK = re.compile(r"[\[(]?(?:\d{1,4}|[a-z]|[ivxl]{1,6})[\])]?[.:)]*")
_SIGN = re.compile(rf"\s*{_MARK.pattern}\s+")
"""Before a note that is joined to its mark, which says it."""
